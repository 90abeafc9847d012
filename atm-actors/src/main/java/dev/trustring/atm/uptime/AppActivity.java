package dev.trustring.atm.uptime;

/**
 * What an app does at the moment, as far as grants for this time depend on it (access-token §3.4).
 *
 * @param formVisible whether a form (a widget) of it can be seen
 * @param locationTask whether it runs a continuous task for its location
 * @param process counts its processes: another number, another process
 */
public record AppActivity(Phase phase, boolean formVisible, boolean locationTask, int process) {
  /** Where the app is. */
  public enum Phase {
    FOREGROUND,
    BACKGROUND,
    STOPPED
  }

  /** An app of which nobody has said anything; taken to be in use (our choice). */
  public static final AppActivity UNTOLD = new AppActivity(Phase.FOREGROUND, false, false, 1);

  /** Whether its user looks at it. */
  public boolean inForeground() {
    return phase == Phase.FOREGROUND;
  }

  /** The same app elsewhere; a process that ends takes its form and its task with it. */
  public AppActivity in(Phase next) {
    return next == Phase.STOPPED
        ? new AppActivity(next, false, false, process + 1)
        : new AppActivity(next, formVisible, locationTask, process);
  }

  /** The same app with its form visible, or not. */
  public AppActivity withForm(boolean visible) {
    return new AppActivity(phase, visible, locationTask, process);
  }

  /** The same app with a task for its location, or without. */
  public AppActivity withLocationTask(boolean running) {
    return new AppActivity(phase, formVisible, running, process);
  }
}
