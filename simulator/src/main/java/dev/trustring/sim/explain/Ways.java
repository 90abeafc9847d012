package dev.trustring.sim.explain;

import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How reasons reach apps: the way from a reason to a number, a name or nothing, and back. */
final class Ways {

  /** The call that every attempt begins with. */
  private static final String SYNC = "SingleKVStore.sync";

  private Ways() {}

  /** What an app sees of a denial for that reason. */
  static Visible visible(DenyReason reason) {
    Consequence consequence = reason.consequence();
    if (consequence instanceof Consequence.Throws thrown) {
      return new Visible.Thrown(SYNC, thrown.status().jsCode(), thrown.status().name());
    }
    if (consequence instanceof Consequence.Reports reports) {
      return new Visible.Completed(reports.status().seenByApps().number());
    }
    if (consequence instanceof Consequence.ThrowsNamed named) {
      return new Visible.Thrown(named.call(), java.util.OptionalInt.empty(), named.name());
    }
    if (consequence instanceof Consequence.SaysNothing) {
      return Silence.LEFT_OUT.visible();
    }
    throw new AssertionError(consequence);
  }

  /** The store's status inside the service, even if the app is not given its number. */
  static Optional<Status> status(DenyReason reason) {
    Consequence consequence = reason.consequence();
    if (consequence instanceof Consequence.Throws thrown) {
      return Optional.of(thrown.status());
    }
    if (consequence instanceof Consequence.Reports reports) {
      return Optional.of(reports.status().seenByApps());
    }
    return Optional.empty();
  }

  /** Words under which an app, or a log of the service, shows the reason. */
  static List<String> signs(DenyReason reason) {
    List<String> signs = new ArrayList<>();
    Visible visible = visible(reason);
    signs.add(visible.word());
    if (visible instanceof Visible.Thrown thrown) {
      signs.add(thrown.name());
    }
    status(reason)
        .ifPresent(
            status -> {
              signs.add(Integer.toString(status.number()));
              signs.add(status.name());
            });
    return signs.stream().distinct().toList();
  }

  /** Every reason that shows itself as that number or name. */
  static List<DenyReason> endingIn(String sign) {
    return Arrays.stream(DenyReason.values())
        .filter(reason -> signs(reason).contains(sign))
        .toList();
  }

  static List<Topic.Entry> entries(List<DenyReason> reasons) {
    return reasons.stream()
        .map(
            reason ->
                new Topic.Entry(reason.code(), reason.stage().word() + ": " + reason.meaning()))
        .toList();
  }
}
