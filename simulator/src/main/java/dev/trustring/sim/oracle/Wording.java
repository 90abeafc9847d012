package dev.trustring.sim.oracle;

import dev.trustring.config.scenario.Expectations.DecisionExpectation;
import dev.trustring.config.scenario.Expectations.Delivered;
import dev.trustring.config.scenario.Expectations.Same;
import dev.trustring.config.scenario.Expectations.Sometimes;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.stream.Collectors;

/** Expectations in words. */
public final class Wording {

  private Wording() {}

  public static String of(Sometimes sometimes) {
    if (sometimes instanceof Sometimes.Replicated replicated) {
      return replicated.store() + " replicated " + replicated.from() + " -> " + replicated.to();
    }
    if (sometimes instanceof Sometimes.Denied denied) {
      return "denied at "
          + denied.stage()
          + denied.from().map(from -> " from " + from).orElse("")
          + denied.to().map(to -> " to " + to).orElse("");
    }
    throw new AssertionError(sometimes);
  }

  static String of(Same same) {
    String devices = same.on().stream().map(DeviceName::value).collect(Collectors.joining(", "));
    return same.store()
        + " the same on "
        + devices
        + " within "
        + seconds(same.within(), same.after());
  }

  static String of(Delivered delivered) {
    return delivered.store()
        + " delivered among "
        + delivered.on().stream().map(DeviceName::value).collect(Collectors.joining(", "))
        + " within "
        + seconds(delivered.within(), delivered.after());
  }

  static String of(DecisionExpectation decision) {
    return decision.from()
        + " -> "
        + decision.to()
        + " "
        + decision.store()
        + (decision.attempt().isPresent() ? " attempt " + decision.attempt().getAsInt() : "")
        + " stop "
        + decision.stop()
        + decision.visible().map(visible -> " visible " + visible).orElse("")
        + decision.why().map(why -> " why " + why.code()).orElse("");
  }

  private static String seconds(Duration within, Duration after) {
    return within.toMillis() / 1000.0 + " s of " + after.toMillis() / 1000.0 + " s";
  }
}
