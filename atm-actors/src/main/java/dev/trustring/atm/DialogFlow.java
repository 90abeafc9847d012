package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.Dialog;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequest;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.PermissionOper;
import dev.trustring.atm.request.RequestState;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Takes an app's request through its dialogs, one after the other (access-token §3.6). */
final class DialogFlow {
  private static final int DENIED = PermissionOper.SETTING.code();
  private static final int GRANTED = PermissionOper.PASS.code();

  private DialogFlow() {}

  static Atm.Decision request(Ground ground, Atm.Command.RequestPermissions request) {
    List<PermissionName> names = request.names();
    if (names.isEmpty()) {
      return ground.refuse(AtmRefusal.EMPTY_REQUEST);
    }
    Optional<HapToken> token = ground.state().token(request.identity());
    List<RequestState> states = RequestStates.of(ground, token, names);
    List<Dialog> dialogs = Dialog.forNames(dynamicOnes(names, states));
    if (dialogs.isEmpty()) {
      return ground.reply(withoutDialogs(states));
    }
    PendingRequests pending = ground.pending();
    PendingRequest waiting =
        new PendingRequest(pending.nextRequest(), request.identity(), names, states, dialogs);
    DialogId dialog = pending.freeDialog(ground.inputs().draw());
    return new Atm.Decision(
        List.of(),
        List.of(new Atm.Effect.AwaitDialogs(waiting.id()), show(dialog, waiting)),
        Optional.empty(),
        inUse(pending, request.identity()).with(dialog, waiting));
  }

  /** An app that shows a dialog has a window, so its user looks at it. */
  private static PendingRequests inUse(PendingRequests pending, TokenIdentity app) {
    AppActivity activity = pending.uptime().activity(app);
    return activity.inForeground()
        ? pending
        : pending.with(pending.uptime().with(app, activity.in(AppActivity.Phase.FOREGROUND)));
  }

  static Atm.Decision answer(Ground ground, AtmFact.PressButton answer) {
    DialogId answered = answer.dialog();
    return ground
        .pending()
        .find(answered)
        .map(
            waiting -> {
              Change.Outcome pressed = press(ground, waiting, answer.button());
              Next next =
                  next(
                      Atm.evolve(ground.state(), pressed.events()),
                      ground.pending().without(answered).with(pressed.uptime()),
                      waiting,
                      ground.inputs());
              List<Atm.Effect> effects = new ArrayList<>(pressed.effects());
              effects.add(next.effect());
              return new Atm.Decision(
                  pressed.events(),
                  effects,
                  Optional.of(new Atm.Reply.DialogAnswered(answered)),
                  next.pending());
            })
        .orElseGet(() -> ground.reply(new Atm.Reply.UnknownDialog(answered)));
  }

  /**
   * Answers the requests of an app that goes away under its dialogs. They end as if the dialogs
   * could not be shown; the reason given is our choice (unverified).
   */
  static List<Atm.Effect> interruptions(PendingRequests pending, TokenIdentity identity) {
    return pending.of(identity).stream()
        .<Atm.Effect>map(
            waiting -> new Atm.Effect.AnswerRequest(waiting.id(), interrupted(waiting.states())))
        .toList();
  }

  private static List<PermissionName> dynamicOnes(
      List<PermissionName> names, List<RequestState> states) {
    return IntStream.range(0, names.size())
        .filter(index -> states.get(index).isDynamic())
        .mapToObj(names::get)
        .toList();
  }

  private static Atm.Effect show(DialogId dialog, PendingRequest waiting) {
    return new Atm.Effect.ShowDialog(dialog, waiting.identity(), waiting.shown().asked());
  }

  /** What a pressed button changes; a permission that may not change any more stays as it is. */
  private static Change.Outcome press(Ground ground, PendingRequest waiting, DialogButton button) {
    Dialog dialog = waiting.shown();
    List<PermissionName> declared =
        ground
            .state()
            .token(waiting.identity())
            .map(found -> List.copyOf(found.permissions().keySet()))
            .orElse(List.of());
    return Change.all(
        ground,
        dialog.touched(button, declared).stream()
            .map(name -> new Change(waiting.identity(), name, dialog.change(button), true))
            .toList());
  }

  /** What follows an answered dialog: the next one, or the reply. */
  private record Next(Atm.Effect effect, PendingRequests pending) {}

  private static Next next(
      AtmState after, PendingRequests others, PendingRequest waiting, Atm.Inputs inputs) {
    PendingRequest rest = waiting.afterShown();
    if (rest.isAnswered()) {
      return new Next(new Atm.Effect.AnswerRequest(rest.id(), outcome(after, rest)), others);
    }
    DialogId dialog = others.freeDialog(inputs.draw());
    return new Next(show(dialog, rest), others.with(dialog, rest));
  }

  private static Atm.Reply.RequestAnswered outcome(AtmState state, PendingRequest request) {
    List<RequestState> states = request.states();
    return answered(
        states,
        index ->
            states.get(index).isDynamic()
                ? decided(state, request.identity(), request.names().get(index))
                : states.get(index).oper().code());
  }

  private static int decided(AtmState state, TokenIdentity identity, PermissionName name) {
    Optional<GrantState> held = state.token(identity).flatMap(token -> token.stateOf(name));
    return held.isPresent() && held.get().granted() ? GRANTED : DENIED;
  }

  private static Atm.Reply.RequestAnswered interrupted(List<RequestState> states) {
    List<RequestState> ended =
        states.stream()
            .map(state -> state.isDynamic() ? RequestState.NOT_ANSWERED : state)
            .toList();
    return new Atm.Reply.RequestAnswered(
        ended.stream().map(state -> state.oper().code()).toList(),
        states.stream().map(RequestState::isDynamic).toList(),
        ended.stream().map(state -> state.reason().code()).toList());
  }

  /** The answer to a request for which no dialog is shown. */
  static Atm.Reply.RequestAnswered withoutDialogs(List<RequestState> states) {
    return answered(states, index -> states.get(index).oper().code());
  }

  private static Atm.Reply.RequestAnswered answered(
      List<RequestState> states, IntFunction<Integer> authResult) {
    return new Atm.Reply.RequestAnswered(
        IntStream.range(0, states.size()).mapToObj(authResult).toList(),
        states.stream().map(RequestState::isDynamic).toList(),
        states.stream().map(state -> state.reason().code()).toList());
  }
}
