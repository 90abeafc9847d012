package dev.trustring.sim.disk;

import static dev.trustring.sim.disk.StoresOnDisk.putting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.store.KvStore;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiskJournalTest {
  private static final KvStore.Reply DONE = new KvStore.Reply.Done();

  @TempDir private Path world;

  @Test
  void bringsEveryStoreOfADeviceBack() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      phone.open("notes");
      phone.open("photos");
      phone.put("notes", "a", "1");
      phone.put("notes", "a", "2");
      phone.put("photos", "b", "x".repeat(200_000));
    }

    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      assertThat(phone.texts("notes")).isEqualTo(Map.of("a", "2"));
      assertThat(phone.texts("photos")).isEqualTo(Map.of("b", "x".repeat(200_000)));
      assertThat(phone.put("notes", "c", "3")).isEqualTo(DONE);
    }
  }

  @Test
  void keepsDevicesApart() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone");
        StoresOnDisk tablet = StoresOnDisk.embedded(world, "tablet")) {
      phone.open("notes");
      phone.put("notes", "a", "1");

      assertThat(tablet.texts("notes")).isEmpty();
    }
  }

  /** A disk that loses or tears answers no writer until the power goes. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "LOSING", "TEARING"})
  void servesAgainOnceTheDiskIsHealed(DiskFault fault) throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      phone.open("notes");
      phone.put("notes", "a", "1");

      phone.faults().set(fault);
      CompletableFuture<KvStore.Reply> refused =
          phone.sent("notes", putting("b", "2"), StoresOnDisk.PATIENCE).toCompletableFuture();
      assertThat(phone.texts("notes"))
          .as("what is read from a disk with a fault")
          .containsOnlyKeys("a");
      phone.faults().set(DiskFault.NONE);

      assertThat(phone.put("notes", "c", "3")).isEqualTo(DONE);
      assertThat(phone.texts("notes")).containsOnlyKeys("a", "c");
      assertThat(refused).isNotDone();
    }
  }

  @Test
  void letsAFaultOfOneDeviceBeItsOwn() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone");
        StoresOnDisk tablet = StoresOnDisk.embedded(world, "tablet")) {
      phone.faults().set(DiskFault.FULL);
      tablet.open("notes");

      assertThat(tablet.put("notes", "a", "1")).isEqualTo(DONE);
    }
  }

  @Test
  void servesOthersWhileManyWritesFail() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      for (int store = 0; store < 30; store++) {
        phone.open("store" + store);
      }
      phone.faults().set(DiskFault.READ_ONLY);
      for (int store = 0; store < 30; store++) {
        phone.tell("store" + store, putting("a", "1"));
      }

      assertThat(phone.texts("another")).isEmpty();
    }
  }

  /** As it does when the real disk refuses a write. */
  @Test
  void servesAgainAfterTheDatabaseHasClosedItself() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(world, "phone")) {
      phone.open("notes");
      phone.put("notes", "a", "1");

      EmbeddedDatabase database = new EmbeddedDatabase(world.resolve("phone").toRealPath());
      try (Connection other = DriverManager.getConnection(database.url(), database.user(), "");
          Statement statement = other.createStatement()) {
        statement.execute("SHUTDOWN IMMEDIATELY");
      }
      phone.tell("notes", putting("b", "2"));

      assertThat(phone.put("notes", "c", "3")).isEqualTo(DONE);
      assertThat(phone.texts("notes")).containsKeys("a", "c");
    }
  }

  @Test
  void saysInOneLineThatAFileIsNoJournal() throws Exception {
    try (DataFolder folder = DataFolder.open(world, new DeviceName("phone"))) {
      Files.writeString(folder.path().resolve("journal.mv.db"), "not what H2 writes ".repeat(1000));

      assertThatThrownBy(() -> DiskJournal.open(folder))
          .isInstanceOf(DataFolderException.class)
          .hasMessageStartingWith("the journal in " + folder.path() + " cannot be opened: ")
          .message()
          .doesNotContain("\n");
    }
  }
}
