package dev.trustring.kv.store;

import static dev.trustring.kv.store.StoreFixture.PHONE;
import static dev.trustring.kv.store.StoreFixture.TABLET;
import static dev.trustring.kv.store.StoreFixture.options;
import static dev.trustring.kv.store.StoreFixture.sent;
import static dev.trustring.kv.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import dev.trustring.kv.InMemory;
import dev.trustring.kv.status.Status;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KvStoreActorTest {
  private static final ActorTestKit KIT = InMemory.kit();

  private final TestProbe<Object> heard = KIT.createTestProbe();
  private final List<KvStore.Event> observed = new CopyOnWriteArrayList<>();

  @AfterAll
  static void endTheSystem() {
    KIT.shutdownTestKit();
  }

  @Test
  void hasAWriteOnDiskBeforeItAnswers() {
    ActorRef<KvStoreActor.Message> store = start("before-it-answers");
    open(store);

    ask(store, new KvStore.Command.Put(Key.of("a"), text("1")));

    assertThat(heard.receiveMessage()).isInstanceOf(KvStore.Event.Wrote.class);
    heard.expectMessage(new KvStore.Reply.Done());
  }

  @Test
  void comesBackWithRowsMarksAndRangeAndTellsNobodyTwice() {
    ActorRef<KvStoreActor.Message> store = start("comes-back");
    open(store);
    SyncRange range = new SyncRange(List.of("work"), List.of("home"));
    List<KvStore.Command> story =
        List.of(
            new KvStore.Command.Put(Key.of("a"), text("1")),
            new KvStore.Command.Put(Key.of("b"), text("1")),
            new KvStore.Command.Delete(Key.of("b")),
            new KvStore.Command.SetRange(range),
            new KvStore.Command.MoveSendMark(TABLET, 40),
            new KvStore.Command.Save(TABLET, new Batch(List.of(sent("c", "3", 7)), 0, 8), 0));
    story.forEach(command -> ask(store, command));
    heard.receiveSeveralMessages(2 * story.size());
    KvStore.Reply before = described(store);

    KIT.stop(store);
    KvStore.Reply after = described(start("comes-back"));

    assertThat(after).isEqualTo(before);
    assertThat(observed).hasSize(1 + story.size());
  }

  @Test
  void startsAbsentUnderAnotherId() {
    ActorRef<KvStoreActor.Message> store = start("absent");

    ask(store, new KvStore.Command.Get(Key.of("a")));

    heard.expectMessage(new KvStore.Reply.Refused(Status.NOT_FOUND));
    assertThat(observed).isEmpty();
  }

  @Test
  void takesTheTimeFromItsDevice() {
    ActorRef<KvStoreActor.Message> store = start("time");
    open(store);

    ask(store, new KvStore.Command.Put(Key.of("a"), text("1")));

    assertThat(((KvStore.Event.Wrote) heard.receiveMessage()).row().timestamp())
        .isEqualTo(20_000_000);
  }

  @Test
  void letsNoRowsStayOpenInsideATransaction() {
    ActorRef<KvStoreActor.Message> store = start("holds");
    open(store);
    ask(store, new KvStore.Command.StartTransaction());
    heard.expectMessage(new KvStore.Reply.Done());

    store.tell(new KvStoreActor.Hold(new KvStore.Command.Entries(""), heard.getRef().narrow()));
    heard.expectMessage(new KvStore.Reply.Refused(Status.DB_ERROR));

    ask(store, new KvStore.Command.Rollback());
    heard.expectMessage(new KvStore.Reply.Done());
    store.tell(new KvStoreActor.Hold(new KvStore.Command.Entries(""), heard.getRef().narrow()));
    heard.expectMessage(new KvStore.Reply.Listed(List.of()));
  }

  private ActorRef<KvStoreActor.Message> start(String persistenceId) {
    return KIT.spawn(
        KvStoreActor.create(
            persistenceId,
            new KvStoreActor.Ports(
                PHONE,
                () -> Instant.ofEpochSecond(2),
                (event, after) -> {
                  observed.add(event);
                  heard.getRef().tell(event);
                },
                told -> heard.getRef().tell(told),
                queries -> heard.getRef().tell(queries))));
  }

  private void open(ActorRef<KvStoreActor.Message> store) {
    ask(store, new KvStore.Command.Open(options(KvStoreType.SINGLE_VERSION, SecurityLabel.S1)));
    heard.receiveSeveralMessages(2);
  }

  private KvStore.Reply described(ActorRef<KvStoreActor.Message> store) {
    ask(store, new KvStore.Command.Describe());
    return (KvStore.Reply) heard.receiveMessage();
  }

  private void ask(ActorRef<KvStoreActor.Message> store, KvStore.Command command) {
    store.tell(new KvStoreActor.Ask(command, heard.getRef().narrow()));
  }
}
