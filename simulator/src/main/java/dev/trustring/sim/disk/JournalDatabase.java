package dev.trustring.sim.disk;

import java.sql.Connection;
import java.sql.SQLException;
import slick.jdbc.JdbcProfile;

/** A database that can hold the journal of a device. */
sealed interface JournalDatabase permits EmbeddedDatabase, Postgres {

  /** Where it is, for messages; without secrets. */
  String where();

  String url();

  String user();

  String password();

  /** The database schema of the journal's tables; empty for the database's own. */
  String schema();

  JdbcProfile profile();

  /** Makes the tables if there are none, changes nothing else. */
  void prepare(Connection connection) throws SQLException, DataFolderException;
}
