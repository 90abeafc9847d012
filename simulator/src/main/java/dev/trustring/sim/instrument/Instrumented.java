package dev.trustring.sim.instrument;

import java.util.Arrays;

/** Whether Akka's calls for time and chance are rerouted in this JVM. */
public final class Instrumented {
  private static final String A_STAGE = "scala.concurrent.impl.FutureConvertersImpl$CF";

  private Instrumented() {}

  /** Asks a class that is rewritten, so it tells what was done and not what was meant to be. */
  public static boolean isActive() {
    return Proof.ACTIVE;
  }

  /** Fails unless Akka is rewritten: on real time a cluster on a loop would never see a cut. */
  public static void require() {
    if (!isActive()) {
      throw new IllegalStateException(
          "a cluster on the run loop needs Akka on the loop's time: run trustring.jar, whose Akka"
              + " is woven, or start the JVM with -javaagent:simulator/target/loop-agent.jar");
    }
  }

  private static final class Proof {
    static final boolean ACTIVE = isStageRewritten();

    private Proof() {}

    private static boolean isStageRewritten() {
      try {
        Class<?> stage = Class.forName(A_STAGE, false, Instrumented.class.getClassLoader());
        return Arrays.stream(stage.getDeclaredMethods())
            .anyMatch(method -> method.getName().equals("defaultExecutor"));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("Scala's own stages have moved", e);
      }
    }
  }
}
