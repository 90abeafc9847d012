package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.ConfigFactory;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.Documentation;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AccessTokenManager of a real device keeps its state now and then, beside its events. */
class SnapshotsOnDiskTest {
  private static final TokenIdentity NOTES = TokenIdentity.of("com.example.notes");
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");

  @TempDir private Path world;

  @Test
  void startsFromTheLastSnapshotOrFromAllEvents() throws Exception {
    Atm.Reply last = changes(20);
    assertThat(count("snapshot")).isPositive();

    execute("DELETE FROM \"event_journal\" WHERE \"sequence_number\" <= 10");
    assertThat(told()).as("events before the snapshot are not read").isEqualTo(last);
  }

  @Test
  void readsAJournalOfAnOlderVersionThatHasNone() throws Exception {
    Atm.Reply last = changes(7);
    execute("DROP TABLE \"snapshot\"");

    assertThat(told()).isEqualTo(last);
  }

  private Atm.Reply told() throws Exception {
    return changes(0);
  }

  /** Starts the device, changes a grant so often, and asks for the token at last. */
  private Atm.Reply changes(int times) throws Exception {
    DataFolder folder = DataFolder.open(world, new DeviceName("phone"));
    DiskJournal journal = DiskJournal.open(folder);
    ActorSystem<AtmActor.Message> atm =
        ActorSystem.create(
            AtmActor.create(
                "phone/atm",
                new AtmActor.Ports(
                    PermissionCatalogue.standard(),
                    new SplittableRandom(7),
                    dialog -> {},
                    event -> {},
                    () -> Instant.EPOCH,
                    Documentation.SOURCES,
                    effect -> {},
                    4)),
            "phone",
            journal.setup(
                ConfigFactory.parseString("akka { loglevel = OFF, stdout-loglevel = OFF }")
                    .withFallback(ConfigFactory.defaultReference())));
    try {
      if (times > 0) {
        ask(atm, new Atm.Command.Install(HapInstall.ordinary(NOTES, CAMERA)));
      }
      for (int time = 0; time < times; time++) {
        ask(atm, new Atm.Command.Grant(NOTES, CAMERA, 1 + time % 2));
      }
      return ask(atm, new Atm.Command.TokenOf(NOTES));
    } finally {
      atm.terminate();
      atm.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
      journal.close();
      folder.close();
    }
  }

  private static Atm.Reply ask(ActorSystem<AtmActor.Message> atm, Atm.Command command)
      throws Exception {
    return AskPattern.ask(
            atm,
            (ActorRef<Atm.Reply> replyTo) -> new AtmActor.Ask(command, replyTo),
            Duration.ofSeconds(20),
            atm.scheduler())
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private int count(String table) throws Exception {
    try (Connection connection = connected();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
      answer.next();
      return answer.getInt(1);
    }
  }

  private void execute(String sql) throws Exception {
    try (Connection connection = connected();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Connection connected() throws Exception {
    EmbeddedDatabase database = new EmbeddedDatabase(world.resolve("phone").toRealPath());
    return DriverManager.getConnection(database.url(), database.user(), "");
  }
}
