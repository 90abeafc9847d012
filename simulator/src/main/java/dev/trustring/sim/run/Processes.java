package dev.trustring.sim.run;

import dev.trustring.atm.token.BundleName;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;

/** The processes of apps, told apart by how many of the same app have ended before. */
final class Processes {

  /**
   * One process.
   *
   * @param boot how often its device had been switched on
   * @param before how many of the app and user had ended there
   */
  record Id(DeviceName device, int boot, BundleName app, OsAccountId user, long before) {}

  private final List<ProcessEnd> ends = new ArrayList<>();

  /** The process that runs now. */
  Id of(DeviceName device, int boot, BundleName app, OsAccountId user) {
    return new Id(device, boot, app, user, ended(device, app, user));
  }

  /** Whether it has not ended, as long as its device is on. */
  boolean lives(Id process) {
    return ended(process.device(), process.app(), process.user()) == process.before();
  }

  private long ended(DeviceName device, BundleName app, OsAccountId user) {
    return ends.stream()
        .filter(end -> end.device().equals(device))
        .filter(end -> end.app().equals(app) && end.user().equals(user))
        .count();
  }

  void ended(Happening.AppEnded end, long storyNanos) {
    ends.add(new ProcessEnd(storyNanos, end.device(), end.app(), end.user()));
  }

  List<ProcessEnd> ends() {
    return ends;
  }
}
