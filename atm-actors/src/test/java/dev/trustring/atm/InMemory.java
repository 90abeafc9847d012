package dev.trustring.atm;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import com.typesafe.config.ConfigFactory;

/** An actor system that keeps events in memory and logs nothing. */
public final class InMemory {
  private InMemory() {}

  public static ActorTestKit kit() {
    return kit("");
  }

  /** With these settings as well. */
  public static ActorTestKit kit(String more) {
    return ActorTestKit.create(
        ConfigFactory.parseString(
                """
                akka.loglevel = OFF
                akka.stdout-loglevel = OFF
                akka.persistence.journal.plugin = "akka.persistence.journal.inmem"
                """
                    + more)
            .withFallback(ConfigFactory.load()));
  }
}
