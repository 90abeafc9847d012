package dev.trustring.atm;

import dev.trustring.atm.grant.GrantChange;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.GlobalSwitch;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.DialogGroup;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.SettingsSheet;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens sheets of Settings for an app and takes what its user does there (access-token §3.7). */
final class Sheets {
  private static final int BY_USER =
      PermissionFlag.USER_SET | PermissionFlag.USER_FIXED | PermissionFlag.ALLOW_THIS_TIME;
  private static final int GRANTED = 0;
  private static final int DENIED = -1;

  private Sheets() {}

  static Atm.Decision permissions(Ground ground, AtmApi.RequestOnSetting call) {
    TokenIdentity app = call.caller().identity();
    List<PermissionName> names = call.names();
    Optional<HapToken> token = ground.state().token(app);
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                () -> Checks.unless(!names.isEmpty(), AtmRefusal.EMPTY_REQUEST),
                () ->
                    Checks.unless(
                        names.stream().noneMatch(name -> isManual(ground, name)),
                        AtmRefusal.MANUAL_ON_SHEET),
                () -> Checks.unless(call.context().equals(app), AtmRefusal.OTHER_CONTEXT),
                () -> Checks.unless(!isBusy(ground, app), AtmRefusal.SHEET_EXISTS),
                () -> Checks.unless(areOneGroup(names), AtmRefusal.NOT_ONE_GROUP),
                () -> onSheet(token, names)));
    return refusal.isPresent()
        ? ground.refuse(refusal.get())
        : shown(
            ground,
            new SettingsSheet(ground.pending().nextRequest(), app, names, Optional.empty()));
  }

  static Atm.Decision device(Ground ground, AtmApi.RequestSwitch call) {
    TokenIdentity app = call.caller().identity();
    Optional<GlobalSwitch> device = GlobalSwitch.of(call.device());
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                () -> Checks.unless(device.isPresent(), AtmRefusal.BAD_SWITCH),
                () -> Checks.unless(!isBusy(ground, app), AtmRefusal.SHEET_EXISTS),
                () ->
                    Checks.unless(
                        device.filter(ground.state().policy()::isOpen).isEmpty(),
                        AtmRefusal.SWITCH_IS_OPEN)));
    return refusal.isPresent()
        ? ground.refuse(refusal.get())
        : shown(ground, new SettingsSheet(ground.pending().nextRequest(), app, List.of(), device));
  }

  /** What the sheet itself looks at, in its order. */
  private static Optional<AtmRefusal> onSheet(
      Optional<HapToken> token, List<PermissionName> names) {
    List<GrantState> held =
        names.stream().flatMap(name -> token.flatMap(app -> app.stateOf(name)).stream()).toList();
    if (held.size() < names.size()) {
      return Optional.of(AtmRefusal.UNDECLARED_ON_SHEET);
    }
    if (held.stream().allMatch(GrantState::granted)) {
      return Optional.of(AtmRefusal.NOTHING_TO_ASK);
    }
    return Checks.unless(
        held.stream().allMatch(state -> state.granted() || state.has(BY_USER)),
        AtmRefusal.USER_NEVER_DENIED);
  }

  private static boolean isManual(Ground ground, PermissionName name) {
    return ground
        .definition(name.value())
        .filter(found -> found.grantMode() == GrantMode.MANUAL_SETTINGS)
        .isPresent();
  }

  private static boolean areOneGroup(List<PermissionName> names) {
    return names.stream().map(DialogGroup::inSettings).distinct().count() == 1;
  }

  private static boolean isBusy(Ground ground, TokenIdentity app) {
    return ground.pending().sheets().values().stream()
        .anyMatch(sheet -> sheet.identity().equals(app));
  }

  private static Atm.Decision shown(Ground ground, SettingsSheet sheet) {
    DialogId dialog = ground.pending().freeDialog(ground.inputs().draw());
    return new Atm.Decision(
        List.of(),
        List.of(
            new Atm.Effect.AwaitDialogs(sheet.request()), new GrantEffect.ShowSheet(dialog, sheet)),
        Optional.empty(),
        ground.pending().with(dialog, sheet));
  }

  static Atm.Decision answer(Ground ground, AtmFact.AnswerSheet answer) {
    SettingsSheet sheet = ground.pending().sheets().get(answer.dialog());
    if (sheet == null) {
      return ground.reply(new Atm.Reply.UnknownDialog(answer.dialog()));
    }
    Change.Outcome outcome = Change.all(ground, answer.allow() ? grants(ground, sheet) : List.of());
    List<Atm.Event> events = new ArrayList<>(outcome.events());
    if (answer.allow()) {
      sheet.device().ifPresent(device -> events.add(new PolicyEvent.SwitchSet(device, true)));
    }
    Ground after = ground.after(events, outcome.uptime());
    PendingRequests pending = after.pending().withoutSheet(answer.dialog());
    List<Atm.Effect> effects = new ArrayList<>(outcome.effects());
    effects.add(new Atm.Effect.AnswerRequest(sheet.request(), result(after.state(), sheet)));
    return new Atm.Decision(
        events, effects, Optional.of(new Atm.Reply.DialogAnswered(answer.dialog())), pending);
  }

  private static List<Change> grants(Ground ground, SettingsSheet sheet) {
    return sheet.names().stream()
        .filter(name -> !isGranted(ground.state(), sheet.identity(), name))
        .map(
            name ->
                new Change(
                    sheet.identity(), name, GrantChange.grant(PermissionFlag.USER_FIXED), true))
        .toList();
  }

  private static Atm.Reply result(AtmState state, SettingsSheet sheet) {
    if (sheet.device().isPresent()) {
      return new ApiReply.Flag(state.policy().isOpen(sheet.device().get()));
    }
    return new ApiReply.Values(
        sheet.names().stream()
            .map(name -> isGranted(state, sheet.identity(), name) ? GRANTED : DENIED)
            .toList());
  }

  /** What an app hears whose sheet closes because it goes away. */
  static Atm.Reply closed(SettingsSheet sheet) {
    return sheet.device().isPresent()
        ? new ApiReply.Flag(false)
        : new ApiReply.Values(sheet.names().stream().map(name -> DENIED).toList());
  }

  private static boolean isGranted(AtmState state, TokenIdentity app, PermissionName name) {
    return state
        .token(app)
        .flatMap(token -> token.stateOf(name))
        .map(GrantState::granted)
        .orElse(false);
  }
}
