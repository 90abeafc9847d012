package dev.trustring.sim.instrument;

import java.lang.instrument.Instrumentation;

/**
 * The Java agent that rewrites Akka while it loads, for JVMs that do not run the woven jar (see
 * {@link JarWeaver}): tests, and runs from an IDE. It must be there before Akka's first class.
 */
public final class LoopAgent {
  private LoopAgent() {}

  /** Called by the JVM for {@code -javaagent:}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    agentmain(arguments, instrumentation);
  }

  /** Called by the JVM for {@code Launcher-Agent-Class} and for an agent that is attached. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new AkkaRewriter());
  }
}
