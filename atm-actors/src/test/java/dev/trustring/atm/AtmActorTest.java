package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogId;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AtmActorTest {
  private static final ActorTestKit KIT =
      InMemory.kit(
          """
          akka.persistence.snapshot-store.plugin = "%s"
          %s.class = "%s"
          """
              .formatted("test.snapshots", "test.snapshots", HeldSnapshots.class.getName()));

  private static final int SNAPSHOT_EVERY = 3;

  private final TestProbe<Atm.Reply> replies = KIT.createTestProbe();
  private final TestProbe<Atm.Effect.ShowDialog> screen = KIT.createTestProbe();
  private final List<Atm.Event> observed = new CopyOnWriteArrayList<>();

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void repliesAfterTheEventsAreObserved() {
    ActorRef<AtmActor.Message> atm = start("replies");

    ask(atm, install("CAMERA"));

    replies.expectMessageClass(Atm.Reply.Installed.class);
    assertThat(observed).hasOnlyElementsOfType(Atm.Event.TokenCreated.class).hasSize(1);
  }

  @Test
  void startsAgainWithWhatWasStoredAndObservesNothingTwice() {
    ActorRef<AtmActor.Message> atm = start("starts-again");
    ask(atm, install("CAMERA"));
    replies.expectMessageClass(Atm.Reply.Installed.class);
    ask(atm, new Atm.Command.Grant(NOTES, PermissionName.of("CAMERA"), 2));
    replies.expectMessage(new Atm.Reply.Changed());
    ask(atm, new Atm.Command.TokenOf(NOTES));
    Atm.Reply stored = replies.receiveMessage();

    KIT.stop(atm);
    ask(start("starts-again"), new Atm.Command.TokenOf(NOTES));

    replies.expectMessage(stored);
    assertThat(observed).hasSize(2);
  }

  @Test
  void repliesToTheAppOnceTheUserHasAnsweredEveryDialog() {
    ActorRef<AtmActor.Message> atm = start("dialogs");
    TestProbe<Atm.Reply> app = KIT.createTestProbe();
    ask(atm, install("CAMERA", "DISTRIBUTED_DATASYNC"));
    replies.expectMessageClass(Atm.Reply.Installed.class);

    atm.tell(new AtmActor.Ask(request("CAMERA", "DISTRIBUTED_DATASYNC"), app.getRef()));
    DialogId first = screen.receiveMessage().dialog();
    ask(atm, new Atm.Command.AnswerDialog(first, true));
    DialogId second = screen.receiveMessage().dialog();
    ask(atm, new Atm.Command.AnswerDialog(second, false));

    app.expectMessage(
        new Atm.Reply.RequestAnswered(List.of(0, -1), List.of(true, true), List.of(0, 0)));
    replies.expectMessage(new Atm.Reply.DialogAnswered(first));
    replies.expectMessage(new Atm.Reply.DialogAnswered(second));
  }

  @Test
  void losesItsDialogsWithACrash() {
    ActorRef<AtmActor.Message> atm = start("crash");
    ask(atm, install("CAMERA"));
    replies.expectMessageClass(Atm.Reply.Installed.class);
    ask(atm, request("CAMERA"));
    DialogId dialog = screen.receiveMessage().dialog();

    KIT.stop(atm);
    ask(start("crash"), new Atm.Command.AnswerDialog(dialog, true));

    replies.expectMessage(new Atm.Reply.UnknownDialog(dialog));
  }

  @Test
  void storesNothingForAQuestionOrARefusal() {
    ActorRef<AtmActor.Message> atm = start("nothing");

    ask(atm, new Atm.Command.Verify(NOTES, PermissionName.of("CAMERA")));
    ask(atm, new Atm.Command.Uninstall(NOTES));
    replies.receiveSeveralMessages(2);
    KIT.stop(atm);
    ask(start("nothing"), new Atm.Command.TokenOf(NOTES));

    replies.expectMessage(new Atm.Reply.NoToken(NOTES));
    assertThat(observed).isEmpty();
  }

  @Test
  void storesItsStateNowAndThenAndStartsAgainFromThere() {
    ActorRef<AtmActor.Message> atm = start("snapshots");
    ask(atm, install("CAMERA"));
    ask(atm, install("CAMERA", "NONSENSE"));
    ask(atm, new TokenCommand.AddNativeToken(NativeTokenInfoParams.of("foundation")));
    for (int flag = 1; flag <= 2; flag++) {
      ask(atm, new Atm.Command.Grant(NOTES, PermissionName.of("CAMERA"), flag));
    }
    ask(atm, new Atm.Command.TokenOf(NOTES));
    Atm.Reply last = replies.receiveSeveralMessages(6).get(5);
    HeldSnapshots.awaitOne("snapshots");

    KIT.stop(atm);
    ask(start("snapshots"), new Atm.Command.TokenOf(NOTES));

    replies.expectMessage(last);
    assertThat(HeldSnapshots.of("snapshots")).isNotEmpty().allMatch(AtmSnapshot.class::isInstance);
  }

  private ActorRef<AtmActor.Message> start(String persistenceId) {
    return KIT.spawn(
        AtmActor.create(
            persistenceId,
            new AtmActor.Ports(
                PermissionCatalogue.standard(),
                new SplittableRandom(7),
                screen.getRef()::tell,
                observed::add,
                () -> Instant.EPOCH,
                Documentation.SOURCES,
                effect -> {},
                SNAPSHOT_EVERY)));
  }

  private void ask(ActorRef<AtmActor.Message> atm, Atm.Command command) {
    atm.tell(new AtmActor.Ask(command, replies.getRef()));
  }

  private static Atm.Command install(String... shortNames) {
    return new Atm.Command.Install(
        HapInstall.ordinary(NOTES, Phone.names(shortNames).toArray(PermissionName[]::new)));
  }

  private static Atm.Command request(String... shortNames) {
    return new Atm.Command.RequestPermissions(NOTES, Phone.names(shortNames));
  }
}
