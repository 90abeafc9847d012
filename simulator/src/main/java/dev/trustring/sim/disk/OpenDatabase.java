package dev.trustring.sim.disk;

import akka.persistence.jdbc.db.SlickDatabase;
import slick.jdbc.JdbcBackend;
import slick.jdbc.JdbcProfile;

/** A database as the journal plugin takes it. Whoever opened it closes it, not the plugin. */
record OpenDatabase(JdbcBackend.DatabaseDef database, JdbcProfile profile)
    implements SlickDatabase {

  @Override
  public boolean allowShutdown() {
    return false;
  }
}
