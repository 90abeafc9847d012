package dev.trustring.atm.kit;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.trustring.atm.InMemory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KitActorTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private static final KitChange DEFINED =
      new KitChange.AddDefPermissions(
          List.of(new KitDefinition("com.example.OWN", "com.example.definer", 0, 1)));

  private final TestProbe<KitState> replies = KIT.createTestProbe();

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void keepsWhatWasDefinedOverARestart() {
    ActorRef<KitActor.Message> before = KIT.spawn(KitActor.create("phone/kit"));
    before.tell(new KitActor.Change(DEFINED, replies.ref()));
    KitState defined = replies.receiveMessage();

    KIT.stop(before);
    ActorRef<KitActor.Message> after = KIT.spawn(KitActor.create("phone/kit"));
    after.tell(new KitActor.Read(replies.ref()));

    assertThat(defined.definitions()).containsOnlyKeys("com.example.OWN");
    replies.expectMessage(defined);
  }
}
