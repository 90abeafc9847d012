package dev.trustring.atm.lite;

import static dev.trustring.atm.lite.LiteDevice.BUNDLES;
import static dev.trustring.atm.lite.LiteDevice.NOTES;
import static dev.trustring.atm.lite.LiteDevice.UID;
import static dev.trustring.atm.lite.LiteDevice.some;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.trustring.atm.InMemory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LiteActorTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TestProbe<Lite.Reply> replies = KIT.createTestProbe();

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void keepsFilesOverARestartButNotWhatRan() {
    ActorRef<LiteActor.Message> before = KIT.spawn(LiteActor.create("board/lite"));
    before.tell(ask(save()));
    before.tell(ask(new Lite.Command.LoadPermissions(some(NOTES), UID)));
    before.tell(ask(check()));
    replies.expectMessage(new Lite.Reply.Code(LiteCode.SUCCESS));
    replies.expectMessage(new Lite.Reply.Code(LiteCode.SUCCESS));
    replies.expectMessage(new Lite.Reply.Checked(1));

    KIT.stop(before);
    ActorRef<LiteActor.Message> after = KIT.spawn(LiteActor.create("board/lite"));
    after.tell(ask(check()));
    after.tell(ask(new Lite.Command.QueryPermission(some(NOTES))));

    replies.expectMessage(new Lite.Reply.Checked(-1));
    replies.expectMessage(
        new Lite.Reply.Listed(List.of(new PermissionSaved(BUNDLES, "why", true, 0))));
  }

  private LiteActor.Ask ask(Lite.Command command) {
    return new LiteActor.Ask(command, replies.ref());
  }

  private static Lite.Command check() {
    return new Lite.Command.CheckPermission(UID, some(BUNDLES));
  }

  private static Lite.Command save() {
    return new Lite.Command.SaveOrUpdatePermissions(
        some(NOTES), Optional.of(List.of(new PermissionTrans(BUNDLES, "why"))), 1, 0);
  }
}
