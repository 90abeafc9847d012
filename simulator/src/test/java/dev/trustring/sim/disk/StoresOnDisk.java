package dev.trustring.sim.disk;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.javadsl.Behaviors;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreActor;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.Value;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running device that has a few stores in its data folder, and nothing else. */
final class StoresOnDisk implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Config QUIET =
      ConfigFactory.parseString(
              """
              akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [], jvm-shutdown-hooks = off }
              akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off
              """)
          .withFallback(ConfigFactory.defaultReference());

  private final DeviceName device;
  private final DataFolder folder;
  private final DiskJournal journal;
  private final ActorSystem<Void> system;
  private final Map<String, ActorRef<KvStoreActor.Message>> stores = new TreeMap<>();

  private StoresOnDisk(DataFolder folder, DiskJournal journal) {
    this.device = folder.device();
    this.folder = folder;
    this.journal = journal;
    this.system = ActorSystem.create(Behaviors.empty(), device.value(), journal.setup(QUIET));
  }

  static StoresOnDisk embedded(Path world, String device) throws DataFolderException {
    DataFolder folder = DataFolder.open(world, new DeviceName(device));
    return new StoresOnDisk(folder, DiskJournal.open(folder));
  }

  static StoresOnDisk in(Postgres where, Path world, String device) throws DataFolderException {
    DataFolder folder = DataFolder.open(world, new DeviceName(device));
    return new StoresOnDisk(folder, DiskJournal.open(folder, where));
  }

  DiskFaults faults() {
    return journal.faults();
  }

  void open(String store) throws InterruptedException {
    ask(
        store,
        new KvStore.Command.Open(
            new StoreOptions(
                true,
                false,
                true,
                false,
                KvStoreType.SINGLE_VERSION,
                SecurityLabel.S1,
                Optional.empty())));
  }

  KvStore.Reply put(String store, String key, String value) throws InterruptedException {
    return ask(store, putting(key, value));
  }

  static KvStore.Command putting(String key, String value) {
    return new KvStore.Command.Put(Key.of(key), new Value(Value.Type.STRING, value));
  }

  /** The texts in the store by key. */
  Map<String, String> texts(String store) throws InterruptedException {
    KvStore.Reply.Described told =
        (KvStore.Reply.Described) ask(store, new KvStore.Command.Describe());
    Map<String, String> texts = new TreeMap<>();
    for (Row row : List.copyOf(told.state().rows().values())) {
      texts.put(row.id().key().text(), row.value().orElseThrow().text());
    }
    return texts;
  }

  KvStore.Reply ask(String store, KvStore.Command command) throws InterruptedException {
    try {
      return sent(store, command, PATIENCE)
          .toCompletableFuture()
          .get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(store + " did not answer to " + command, e);
    }
  }

  /** Asks for something and does not wait for the answer. */
  void tell(String store, KvStore.Command command) {
    actor(store).tell(new KvStoreActor.Ask(command, system.ignoreRef()));
  }

  CompletionStage<KvStore.Reply> sent(String store, KvStore.Command command, Duration patience) {
    return AskPattern.ask(
        actor(store),
        replyTo -> new KvStoreActor.Ask(command, replyTo),
        patience,
        system.scheduler());
  }

  private ActorRef<KvStoreActor.Message> actor(String store) {
    return stores.computeIfAbsent(
        store,
        name ->
            system.systemActorOf(
                KvStoreActor.create(
                    device + "/kv/com.example.notes/100/" + name,
                    new KvStoreActor.Ports(
                        device,
                        InstantSource.system(),
                        (event, after) -> {},
                        told -> {},
                        queries -> {})),
                name,
                Props.empty()));
  }

  @Override
  public void close() throws DataFolderException {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    journal.close();
    folder.close();
  }
}
