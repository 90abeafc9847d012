package dev.trustring.sim.disk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import slick.jdbc.H2Profile$;
import slick.jdbc.JdbcProfile;

/**
 * An H2 database in the folder of its device. A commit is in the hands of the operating system when
 * it returns, so it outlives the process; it is not forced to the medium, so a power cut of the
 * whole computer can take the last ones.
 */
record EmbeddedDatabase(Path folder) implements JournalDatabase {
  /** The file that H2 makes. */
  static final String FILE = "journal.mv.db";

  private static final String TABLES = "h2.sql";

  /**
   * WRITE_DELAY=0 makes every commit write before it returns; with H2's usual half second of delay
   * a killed process loses what it had acknowledged. Each commit then appends about 20 KiB, so what
   * is outdated is overwritten at once instead of after 45 seconds (RETENTION_TIME, which is about
   * power cuts) and pages are compressed; together that is a thirtieth of the size. CACHE_SIZE is
   * in KiB. The folder is closed after its ActorSystem, so H2 must not close the database earlier
   * by a hook of its own.
   */
  private static final String SETTINGS =
      ";DATABASE_TO_UPPER=FALSE;WRITE_DELAY=0;RETENTION_TIME=0;COMPRESS=TRUE"
          + ";CACHE_SIZE=2048;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

  @Override
  public String where() {
    return folder.toString();
  }

  @Override
  public String url() {
    return "jdbc:h2:file:" + folder.resolve("journal") + SETTINGS;
  }

  @Override
  public String user() {
    return "trustring";
  }

  @Override
  public String password() {
    return "";
  }

  @Override
  public String schema() {
    return "";
  }

  @Override
  public JdbcProfile profile() {
    return H2Profile$.MODULE$;
  }

  @Override
  public void prepare(Connection connection) throws SQLException, DataFolderException {
    try (Statement statement = connection.createStatement()) {
      requireWritable(statement);
      for (String line : SqlScript.statements(TABLES)) {
        statement.execute(line);
      }
    }
  }

  /** H2 opens a file that it may not write for reading, without a word. */
  private void requireWritable(Statement statement) throws SQLException, DataFolderException {
    try (ResultSet answer = statement.executeQuery("CALL READONLY()")) {
      if (answer.next() && answer.getBoolean(1)) {
        throw DataFolderException.readOnlyJournal(where());
      }
    }
  }
}
