package dev.trustring.device;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;

/** Actor systems of tests: what they persist stays in memory, and they say nothing. */
final class InMemory {

  private static final Config CONFIG =
      ConfigFactory.parseString(
          """
          akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
          akka.loglevel = OFF
          akka.stdout-loglevel = OFF
          """);

  private InMemory() {}

  static ActorTestKit kit() {
    return kit(ConfigFactory.empty());
  }

  /** The same with settings that go before. */
  static ActorTestKit kit(Config first) {
    return ActorTestKit.create(first.withFallback(CONFIG).withFallback(ConfigFactory.load()));
  }
}
