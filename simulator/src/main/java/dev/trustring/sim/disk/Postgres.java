package dev.trustring.sim.disk;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import slick.jdbc.JdbcProfile;
import slick.jdbc.PostgresProfile$;

/**
 * A PostgreSQL database that holds the journals of all devices of a world. Persistence ids begin
 * with the name of the device, so devices share the tables; worlds do not, each has a schema of its
 * own.
 *
 * @param url as its driver takes it, {@code jdbc:postgresql://host:port/database}
 * @param schema lower-case letters, digits and underscores
 */
public record Postgres(String url, String user, String password, String schema)
    implements JournalDatabase {
  private static final String TABLES = "postgres.sql";

  /** Where it is missing the script has to run, also over the tables of an older version. */
  private static final String NEWEST_TABLE = "snapshot";

  private static final String URL_BEGINS = "jdbc:postgresql:";
  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** The schema in whose name the script is written. */
  private static final Pattern DEFAULT_SCHEMA = Pattern.compile("\\btrustring\\b");

  public Postgres {
    if (!url.startsWith(URL_BEGINS)) {
      throw new IllegalArgumentException(
          "the address of a PostgreSQL database begins with " + URL_BEGINS + ": '" + url + "'");
    }
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "a schema has 1 to 63 lower-case letters, digits or '_': '" + schema + "'");
    }
  }

  @Override
  public String where() {
    int query = url.indexOf('?');
    return (query < 0 ? url : url.substring(0, query)) + ", schema " + schema;
  }

  @Override
  public JdbcProfile profile() {
    return PostgresProfile$.MODULE$;
  }

  /** One at a time: PostgreSQL lets two that make the same table collide. */
  @Override
  public void prepare(Connection connection) throws SQLException {
    if (has(connection, NEWEST_TABLE)) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('trustring'))");
      for (String line : SqlScript.statements(TABLES)) {
        statement.execute(DEFAULT_SCHEMA.matcher(line).replaceAll(schema));
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Whether a device has kept anything in the schema. */
  public boolean isUsed() throws DataFolderException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      return has(connection, "event_journal") && hasEvents(connection);
    } catch (SQLException e) {
      throw DataFolderException.noJournal(where(), e);
    }
  }

  private boolean hasEvents(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery("SELECT EXISTS (SELECT 1 FROM " + schema + ".event_journal)")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private boolean has(Connection connection, String table) throws SQLException {
    try (PreparedStatement question =
        connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
      question.setString(1, schema + "." + table);
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Postgres[" + where() + ", user " + user + "]";
  }
}
