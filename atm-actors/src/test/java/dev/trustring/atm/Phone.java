package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.remote.HapTokenInfoForSync;
import dev.trustring.atm.remote.RemoteTokens;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A phone on which tests install apps, press buttons and ask questions. */
final class Phone {
  static final TokenIdentity NOTES = TokenIdentity.of("com.example.notes");

  private final SplittableRandom random;
  private final List<Atm.Event> happened = new ArrayList<>();
  private final List<Atm.Effect.ShowDialog> dialogs = new ArrayList<>();
  private final List<Atm.Effect.AnswerRequest> answers = new ArrayList<>();
  private PermissionCatalogue catalogue = PermissionCatalogue.standard();
  private AtmState state = AtmState.EMPTY;
  private PendingRequests pending = PendingRequests.NONE;
  private final List<Atm.Effect> effects = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private Documentation followed = Documentation.SOURCES;

  Phone(long seed) {
    random = new SplittableRandom(seed);
  }

  static Phone aPhone() {
    return new Phone(1);
  }

  static List<PermissionName> names(String... shortNames) {
    return Arrays.stream(shortNames).map(PermissionName::of).toList();
  }

  Phone withNotes(String... shortNames) {
    return with(HapInstall.ordinary(NOTES, names(shortNames).toArray(PermissionName[]::new)));
  }

  Phone with(HapInstall install) {
    Atm.Reply reply = ask(new Atm.Command.Install(install));
    if (!(reply instanceof Atm.Reply.Installed)) {
      throw new AssertionError(reply);
    }
    return this;
  }

  /** A phone on which something happened that no command of the public API does. */
  Phone whereNotesHolds(String shortName, GrantState held) {
    PermissionName name = PermissionName.of(shortName);
    GrantState before = state.token(NOTES).orElseThrow().stateOf(name).orElseThrow();
    state = new Atm.Event.PermissionChanged(NOTES, name, before, held).appliedTo(state);
    return this;
  }

  /** The platform is updated and defines these permissions from now on. */
  Phone updatedTo(PermissionCatalogue other) {
    catalogue = other;
    return this;
  }

  Atm.Decision obey(Atm.Command command) {
    Atm.Inputs inputs = new Atm.Inputs(catalogue, random.nextLong(), now, followed);
    Atm.Decision decision = Atm.decide(state, pending, command, inputs);
    state = Atm.evolve(state, decision.events());
    pending = decision.pending();
    happened.addAll(decision.events());
    decision.effects().forEach(this::note);
    return decision;
  }

  private void note(Atm.Effect effect) {
    effects.add(effect);
    if (effect instanceof Atm.Effect.ShowDialog dialog) {
      dialogs.add(dialog);
    }
    if (effect instanceof Atm.Effect.AnswerRequest answer) {
      answers.add(answer);
    }
  }

  Atm.Reply ask(Atm.Command command) {
    return obey(command).reply().orElseThrow();
  }

  PermissionView verify(String shortName) {
    Atm.Reply reply = ask(new Atm.Command.Verify(NOTES, PermissionName.of(shortName)));
    return ((Atm.Reply.Verified) reply).permission();
  }

  Atm.Decision notesRequests(String... shortNames) {
    return obey(new Atm.Command.RequestPermissions(NOTES, names(shortNames)));
  }

  Atm.Decision press(boolean allow) {
    return obey(new Atm.Command.AnswerDialog(lastDialog(), allow));
  }

  DialogId lastDialog() {
    return dialogs.get(dialogs.size() - 1).dialog();
  }

  List<List<PermissionName>> dialogsShown() {
    return dialogs.stream().map(Atm.Effect.ShowDialog::group).toList();
  }

  List<Atm.Reply.RequestAnswered> answers() {
    return answers.stream()
        .map(Atm.Effect.AnswerRequest::reply)
        .filter(Atm.Reply.RequestAnswered.class::isInstance)
        .map(Atm.Reply.RequestAnswered.class::cast)
        .toList();
  }

  /** What the last request was answered, if it was answered later. */
  Atm.Reply lastAnswer() {
    return answers.get(answers.size() - 1).reply();
  }

  Phone at(Duration sinceStart) {
    now = Instant.EPOCH.plus(sinceStart);
    return this;
  }

  Phone following(Documentation description) {
    followed = description;
    return this;
  }

  /** A phone on which more is known of the notes than its profile says. */
  Phone whereNotesIs(HapDetails details) {
    state = new TokenEvent.HapDetailed(NOTES, details).appliedTo(state);
    return this;
  }

  /** A phone on which token sync knows an app of another device, and its local id there. */
  TokenId mapped(HapTokenInfoForSync info) {
    RemoteTokens known =
        RemoteTokens.NONE.set("tablet", info, random.nextLong(), id -> false).after();
    ask(new AtmFact.RemoteTokensKnown(known));
    return known.find("tablet", info.tokenId()).orElseThrow();
  }

  /** The flags and status of a permission of the notes, written as in access-token §3.3. */
  String notesHold(String shortName) {
    GrantState held =
        state.token(NOTES).orElseThrow().stateOf(PermissionName.of(shortName)).orElseThrow();
    return (held.granted() ? "GRANTED/" : "DENIED/") + held.flags();
  }

  int notesTokenId() {
    return state.token(NOTES).orElseThrow().tokenId().value();
  }

  /** The number that a caller is told; 0 if all is well. */
  int code(Atm.Command command) {
    return ask(command) instanceof Atm.Reply.Refused refused ? refused.code() : 0;
  }

  /** The effects of one kind, of all decisions so far. */
  <E extends Atm.Effect> List<E> effects(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The device starts again. */
  Phone restarted() {
    pending = PendingRequests.NONE;
    ask(new AtmFact.Started());
    return this;
  }

  List<Atm.Event> happened() {
    return happened;
  }

  AtmState state() {
    return state;
  }

  PendingRequests pending() {
    return pending;
  }
}
