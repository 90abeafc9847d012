package dev.trustring.sim.disk;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** The settings of Akka that put a device's journal into its database. */
final class JournalConfig {
  private static final Config SETTINGS =
      ConfigFactory.parseResources(JournalConfig.class, "journal.conf");

  private JournalConfig() {}

  /**
   * The host's settings and these over them.
   *
   * @param schema where the tables are; empty for the database's own
   */
  static Config of(String schema, Config hostSettings) {
    return ConfigFactory.parseString("trustring.journal.schema = \"" + schema + "\"")
        .withFallback(SETTINGS)
        .withFallback(hostSettings)
        .resolve();
  }
}
