package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(
    named = "TRUSTRING_PG_URL",
    matches = ".+",
    disabledReason = "no server: build-rules/postgres.sh start prints what to export")
class PostgresTest {
  @TempDir private Path home;
  @TempDir private Path office;

  private final Postgres atHome = schema("test_home");
  private final Postgres atTheOffice = schema("test_office");

  @BeforeEach
  void startFromNothing() throws SQLException {
    execute("DROP SCHEMA IF EXISTS test_home CASCADE", "DROP SCHEMA IF EXISTS test_office CASCADE");
  }

  @Test
  void bringsTheStoresOfEveryDeviceBack() throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.in(atHome, home, "phone");
        StoresOnDisk tablet = StoresOnDisk.in(atHome, home, "tablet")) {
      phone.open("notes");
      phone.put("notes", "a", "1");
      tablet.open("notes");
      tablet.put("notes", "a", "x".repeat(200_000));
    }

    try (StoresOnDisk phone = StoresOnDisk.in(atHome, home, "phone");
        StoresOnDisk tablet = StoresOnDisk.in(atHome, home, "tablet")) {
      assertThat(phone.texts("notes")).isEqualTo(Map.of("a", "1"));
      assertThat(tablet.texts("notes")).isEqualTo(Map.of("a", "x".repeat(200_000)));
    }
  }

  @Test
  void keepsWorldsApart() throws Exception {
    try (StoresOnDisk here = StoresOnDisk.in(atHome, home, "phone");
        StoresOnDisk there = StoresOnDisk.in(atTheOffice, office, "phone")) {
      here.open("notes");
      here.put("notes", "a", "1");

      assertThat(there.texts("notes")).isEmpty();
    }
  }

  @Test
  void makesTheTablesOnceWhenManyDevicesStartTogether() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> starts =
          IntStream.range(0, 8).<Callable<Boolean>>mapToObj(this::starts).toList();

      for (Future<Boolean> started : starters.invokeAll(starts)) {
        assertThat(started.get()).isTrue();
      }
    } finally {
      starters.shutdown();
    }
  }

  private Callable<Boolean> starts(int number) {
    return () -> {
      try (DataFolder folder = DataFolder.open(home, new DeviceName("device-" + number));
          DiskJournal journal = DiskJournal.open(folder, atHome)) {
        return journal.folder().equals(folder);
      }
    };
  }

  @Test
  void leavesTablesAloneThatSomebodyElseMade() throws Exception {
    for (String statement : SqlScript.statements("postgres.sql")) {
      execute(statement.replaceAll("\\btrustring\\b", "test_home"));
    }

    try (StoresOnDisk phone = StoresOnDisk.in(atHome, home, "phone")) {
      phone.open("notes");

      assertThat(phone.put("notes", "a", "1")).isNotNull();
    }
  }

  @Test
  void knowsWhetherAnybodyHasKeptAnything() throws Exception {
    assertThat(atHome.isUsed()).isFalse();

    try (StoresOnDisk phone = StoresOnDisk.in(atHome, home, "phone")) {
      assertThat(atHome.isUsed()).as("tables without events").isFalse();
      phone.open("notes");
    }

    assertThat(atHome.isUsed()).isTrue();
    assertThat(atTheOffice.isUsed()).isFalse();
  }

  @Test
  void saysInOneLineThatTheServerRefuses() throws Exception {
    Postgres stranger = new Postgres(atHome.url(), atHome.user(), "not the password", "test_home");

    try (DataFolder folder = DataFolder.open(home, new DeviceName("phone"))) {
      assertThatThrownBy(() -> DiskJournal.open(folder, stranger))
          .isInstanceOf(DataFolderException.class)
          .hasMessageStartingWith("the journal in jdbc:postgresql:")
          .message()
          .doesNotContain("\n", "not the password");
    }
  }

  private static Postgres schema(String name) {
    return new Postgres(
        System.getenv("TRUSTRING_PG_URL"),
        System.getenv("TRUSTRING_PG_USER"),
        System.getenv("TRUSTRING_PG_PASSWORD"),
        name);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(atHome.url(), atHome.user(), atHome.password());
        Statement statement = connection.createStatement()) {
      for (String line : statements) {
        statement.execute(line);
      }
    }
  }
}
