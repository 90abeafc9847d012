package dev.trustring.sim.instrument;

import java.lang.instrument.Instrumentation;

/**
 * The Java agent: started by the manifest of the runnable jar, or by {@code -javaagent:} where
 * there is no such jar. It must be there before the first class of Akka loads.
 */
public final class LoopAgent {
  private LoopAgent() {}

  /** Called by the JVM for {@code -javaagent:}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    agentmain(arguments, instrumentation);
  }

  /** Called by the JVM for {@code Launcher-Agent-Class}. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new AkkaRewriter());
  }
}
