package dev.trustring.sim.disk;

import akka.actor.BootstrapSetup;
import akka.actor.setup.ActorSystemSetup;
import com.typesafe.config.Config;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.trustring.trust.identity.DeviceName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import scala.Option;
import slick.jdbc.JdbcBackend;
import slick.util.AsyncExecutor;

/**
 * The journal of one device in a database, open. The ActorSystem of the device is made from its
 * {@link #setup}, and must have terminated before the journal is closed. Takes two threads: one
 * works on the one connection, one looks after it.
 */
public final class DiskJournal implements AutoCloseable {
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

  /** Akka keeps its own bound on writes under way; this one is above it. */
  private static final int QUEUED_ACTIONS_MAX = 10_000;

  private final DataFolder folder;
  private final JournalDatabase where;
  private final HikariDataSource connections;
  private final AsyncExecutor executor;
  private final JdbcBackend.DatabaseDef database;
  private final DiskFaults faults;
  private final WriteCount writes = new WriteCount();

  private DiskJournal(DataFolder folder, JournalDatabase where, HikariDataSource connections) {
    this.folder = folder;
    this.where = where;
    this.connections = connections;
    this.executor = AsyncExecutor.apply("journal-" + folder.device(), 1, 1, QUEUED_ACTIONS_MAX, 1);
    this.database =
        where
            .profile()
            .backend()
            .Database()
            .forDataSource(connections, Option.apply(1), executor, false);
    this.faults = new DiskFaults(folder.device());
  }

  /** Opens the H2 database in the device's folder, and makes it if there is none. */
  public static DiskJournal open(DataFolder folder) throws DataFolderException {
    return open(folder, new EmbeddedDatabase(folder.path()));
  }

  /**
   * Opens the journal of the folder's device in PostgreSQL, and makes the tables if there are none.
   * The folder stays the device's lock: two processes do not write to one journal.
   */
  public static DiskJournal open(DataFolder folder, Postgres where) throws DataFolderException {
    return open(folder, (JournalDatabase) where);
  }

  private static DiskJournal open(DataFolder folder, JournalDatabase where)
      throws DataFolderException {
    HikariDataSource connections = connected(folder.device(), where);
    try (Connection connection = connections.getConnection()) {
      where.prepare(connection);
    } catch (SQLException e) {
      connections.close();
      throw DataFolderException.noJournal(where.where(), e);
    } catch (DataFolderException e) {
      connections.close();
      throw e;
    }
    return new DiskJournal(folder, where, connections);
  }

  /** What the device's ActorSystem is made from: the host's settings and this journal. */
  public ActorSystemSetup setup(Config hostSettings) {
    return ActorSystemSetup.create(
        BootstrapSetup.create(JournalConfig.of(where.schema(), hostSettings)),
        new JournalSetup(new OpenDatabase(database, where.profile()), faults, writes));
  }

  /** What is wrong with this disk; everything reads and writes as it should at first. */
  public DiskFaults faults() {
    return faults;
  }

  /** How many writes of actors are on their way to the disk. */
  public int writesUnderWay() {
    return writes.underWay();
  }

  public DataFolder folder() {
    return folder;
  }

  /**
   * Lets a write under way end first by taking the only connection: a thread that is interrupted
   * while it writes would break H2's file. What was acknowledged is safe however this ends.
   */
  @Override
  public void close() throws DataFolderException {
    try {
      Connection onlyOne = connections.getConnection();
      executor.close();
      onlyOne.close();
    } catch (SQLException e) {
      executor.close();
      throw DataFolderException.notClosed(where.where(), e);
    } finally {
      connections.close();
    }
  }

  private static HikariDataSource connected(DeviceName device, JournalDatabase where)
      throws DataFolderException {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("journal-" + device);
    settings.setJdbcUrl(where.url());
    settings.setUsername(where.user());
    settings.setPassword(where.password());
    // H2 closes itself when a write fails; its connections know of that only when they are asked.
    settings.setConnectionTestQuery("SELECT 1");
    settings.setMaximumPoolSize(1);
    settings.setIdleTimeout(0);
    settings.setMaxLifetime(0);
    settings.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException e) {
      throw DataFolderException.noJournal(where.where(), e);
    }
  }
}
