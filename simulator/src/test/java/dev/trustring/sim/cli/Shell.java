package dev.trustring.sim.cli;

import dev.trustring.sim.run.Simulation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user's shell: an environment, and what a command of the tool leaves there. */
final class Shell {

  /** The scenario that the README plays, as seen from this module. */
  static final String HOME = "../simulation-configs/scenarios/home.yaml";

  /** What a command left. */
  record Result(int code, String out, String err) {
    List<String> outLines() {
      return out.lines().toList();
    }

    List<String> errLines() {
      return err.lines().toList();
    }
  }

  private final Map<String, String> env = new TreeMap<>();
  private Desk.Opener opener = Simulation::new;

  Shell with(String name, String value) {
    env.put(name, value);
    return this;
  }

  /** A shell whose output goes to a terminal of that many columns. */
  Shell onTerminal(int columns) {
    return with(Console.OUT_IS_TERMINAL, "1")
        .with(Console.ERR_IS_TERMINAL, "1")
        .with(Console.COLUMNS, Integer.toString(columns));
  }

  Shell opening(Desk.Opener other) {
    opener = other;
    return this;
  }

  Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), env, () -> 0);
    int code = Trustring.run(List.of(args), new Desk(console, opener));
    return new Result(code, out.toString(), err.toString());
  }
}
