package dev.trustring.sim.cli;

import dev.trustring.sim.report.Page;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What a command is given of the outside world. Results go to {@code out}, all else to {@code err}.
 *
 * @param env the environment; the launcher says there what is a terminal and how wide it is
 * @param nanos a clock for telling how long a run took, which only a person is told
 */
record Console(PrintWriter out, PrintWriter err, Map<String, String> env, LongSupplier nanos) {

  /** Set by the launcher when stdout is a terminal. */
  static final String OUT_IS_TERMINAL = "TRUSTRING_STDOUT_TTY";

  /** Set by the launcher when stderr is a terminal. */
  static final String ERR_IS_TERMINAL = "TRUSTRING_STDERR_TTY";

  /** Set by the launcher to the columns of the terminal. */
  static final String COLUMNS = "TRUSTRING_COLUMNS";

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  Console {
    env = new TreeMap<>(env);
  }

  private boolean has(String name) {
    return !env.getOrDefault(name, "").isEmpty();
  }

  boolean errIsTerminal() {
    return has(ERR_IS_TERMINAL);
  }

  /** Whether stdout takes colours: a terminal that can, and nobody said NO_COLOR. */
  boolean colour() {
    boolean can = !env.getOrDefault("TERM", "").equals("dumb");
    return has(OUT_IS_TERMINAL) && can && !has("NO_COLOR");
  }

  int width() {
    String columns = env.getOrDefault(COLUMNS, "");
    if (!has(OUT_IS_TERMINAL) || !columns.matches("[0-9]{1,5}")) {
      return Page.WIDTH;
    }
    return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
  }

  Page page() {
    return new Page(out, width(), colour());
  }

  /** Says something that is no result. */
  void tell(String line) {
    err.print(line);
    err.print('\n');
    err.flush();
  }
}
