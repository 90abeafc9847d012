package dev.trustring.sim.disk;

import akka.actor.ActorSystem;
import akka.actor.setup.Setup;

/** Hands the opened database of a device to its ActorSystem. */
final class JournalSetup extends Setup {
  private final OpenDatabase database;
  private final DiskFaults faults;
  private final WriteCount writes;

  JournalSetup(OpenDatabase database, DiskFaults faults, WriteCount writes) {
    this.database = database;
    this.faults = faults;
    this.writes = writes;
  }

  static JournalSetup of(ActorSystem system) {
    return system
        .settings()
        .setup()
        .get(JournalSetup.class)
        .orElseThrow(() -> new IllegalStateException(system.name() + " was given no disk"));
  }

  OpenDatabase database() {
    return database;
  }

  DiskFaults faults() {
    return faults;
  }

  WriteCount writes() {
    return writes;
  }
}
