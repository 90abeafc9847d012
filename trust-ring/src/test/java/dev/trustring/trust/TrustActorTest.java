package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.RingKind;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TrustActorTest {
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseString(
              """
              akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
              akka.loglevel = OFF
              akka.stdout-loglevel = OFF
              """));

  private final DeviceIdentity phone = DeviceIdentity.of("phone");
  private final DeviceIdentity tablet = DeviceIdentity.of("tablet");

  /** A device's actor, and all it says. */
  private static final class Host {
    final DeviceIdentity self;
    final TestProbe<TrustEffect> effects = KIT.createTestProbe(TrustEffect.class);
    final TestProbe<TrustEvent> events = KIT.createTestProbe(TrustEvent.class);
    final TestProbe<Trust.Reply> replies = KIT.createTestProbe(Trust.Reply.class);
    final ActorRef<TrustActor.Message> actor;

    Host(DeviceIdentity self, String persistenceId) {
      this.self = self;
      TrustActor.Ports ports =
          new TrustActor.Ports(
              new SplittableRandom(1),
              () -> Instant.EPOCH,
              effects.ref()::tell,
              events.ref()::tell);
      actor = KIT.spawn(TrustActor.create(persistenceId, self, ports));
    }

    void asks(Trust.Command command) {
      actor.tell(new TrustActor.Ask(command, replies.ref()));
    }

    Trust.Reply answers(Trust.Command command) {
      asks(command);
      return replies.receiveMessage();
    }

    /** Carries the next letter to the other device. */
    void writesTo(Host other) {
      TrustEffect.Send send = effects.expectMessageClass(TrustEffect.Send.class);
      other.actor.tell(new TrustActor.Tell(new Trust.Receive(self, send.message())));
    }

    void isTornDown() {
      KIT.stop(actor);
    }
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private static Host host(DeviceIdentity device, String story) {
    Host host = new Host(device, story + "/" + device.name());
    host.effects.expectMessage(new TrustEffect.RingsChanged(List.of()));
    return host;
  }

  @Test
  void tellsItsRingsOnceItHasRecoveredItsRows() {
    Host before = host(phone, "recovery");
    List<AccessRow> rows = AccessRow.bond(Parties.with(tablet), NOTES, RowSide.ACCESSER);
    before.answers(new Trust.Establish(rows));
    before.answers(new Trust.Login(OsAccountId.FIRST, ALICE));
    Trust.Reply stored = before.answers(new Trust.Describe());
    before.isTornDown();

    Host after = new Host(phone, "recovery/phone");

    List<Ring> rings = after.effects.expectMessageClass(TrustEffect.RingsChanged.class).rings();
    assertThat(rings).extracting(Ring::kind).containsExactly(RingKind.ACCOUNT, RingKind.BOND);
    assertThat(after.answers(new Trust.Describe())).isEqualTo(stored);
    after.events.expectNoMessage(Duration.ZERO);
    after.effects.expectNoMessage(Duration.ZERO);
  }

  @Test
  void tellsTheNameThatItWasGivenAfterARestartAndStoresItOnce() {
    Host before = host(phone, "name");
    before.answers(new Trust.NameDevice("Kitchen"));
    before.answers(new Trust.NameDevice("Kitchen"));
    before.events.expectMessage(new TrustEvent.DeviceNamed("Kitchen"));
    before.events.expectNoMessage(Duration.ZERO);
    before.isTornDown();

    Host after = new Host(phone, "name/phone");

    after.effects.expectMessage(new TrustEffect.NameKept("Kitchen"));
    assertThat(((Trust.Described) after.answers(new Trust.Describe())).state().name())
        .contains("Kitchen");
  }

  @Test
  void showsEveryFactToTheObserverOnceItIsStored() {
    Host host = host(phone, "observer");

    host.answers(new Trust.Login(OsAccountId.FIRST, ALICE));

    host.events.expectMessage(new TrustEvent.LoggedIn(OsAccountId.FIRST, ALICE));
  }

  @Test
  void answersAStartedBindWhenItHasEnded() {
    Host source = host(phone, "bind");
    Host sink = host(tablet, "bind");
    source.asks(new Trust.StartBind(tablet, NOTES, BindLevel.APP));
    source.writesTo(sink);
    sink.writesTo(source);
    source.writesTo(sink);
    BindId bind = sink.effects.expectMessageClass(TrustEffect.ShowConfirm.class).bind();
    assertThat(sink.answers(new Trust.AnswerConfirm(bind, ConfirmChoice.ALLOW_ALWAYS)))
        .isEqualTo(new Trust.Done());
    sink.writesTo(source);
    int pin = sink.effects.expectMessageClass(TrustEffect.ShowPin.class).pin();
    source.effects.expectMessageClass(TrustEffect.AskPin.class);
    source.actor.tell(new TrustActor.Tell(new Trust.TypePin(bind, pin)));
    for (int both = 0; both < 8; both++) {
      source.writesTo(sink);
      sink.writesTo(source);
    }
    sink.effects.expectMessageClass(TrustEffect.RingsChanged.class);
    source.writesTo(sink);
    source.effects.expectMessageClass(TrustEffect.RingsChanged.class);
    sink.writesTo(source);

    assertThat(source.replies.receiveMessage()).isEqualTo(new Trust.BindSucceeded(BindReason.OK));
  }

  @Test
  void answersABindThatCannotBeginAtOnce() {
    Host source = host(phone, "busy");
    source.asks(new Trust.StartBind(tablet, NOTES, BindLevel.APP));

    Trust.Reply second = source.answers(new Trust.StartBind(tablet, NOTES, BindLevel.APP));

    assertThat(second).isEqualTo(new Trust.BindFailed(BindReason.SOURCE_BUSY));
  }

  @Test
  void forgetsARunningBindWhenItIsTornDown() {
    Host before = host(phone, "crash");
    before.asks(new Trust.StartBind(tablet, NOTES, BindLevel.APP));
    before.effects.expectMessageClass(TrustEffect.Send.class);
    before.isTornDown();

    Host after = host(phone, "crash");
    after.asks(new Trust.StartBind(tablet, NOTES, BindLevel.APP));

    after.effects.expectMessageClass(TrustEffect.Send.class);
  }
}
