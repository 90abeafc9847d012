package dev.trustring.sim.disk;

import akka.actor.ActorSystem;
import akka.persistence.jdbc.db.SlickDatabase;
import akka.persistence.jdbc.db.SlickDatabaseProvider;
import com.typesafe.config.Config;

/** Answers the journal plugin with the database that the device's host has opened. */
public final class DeviceDatabaseProvider implements SlickDatabaseProvider {
  private final ActorSystem system;

  /** Made by the plugin, by its name in the settings. */
  public DeviceDatabaseProvider(ActorSystem system) {
    this.system = system;
  }

  @Override
  public SlickDatabase database(Config settings) {
    return JournalSetup.of(system).database();
  }
}
