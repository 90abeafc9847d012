package dev.trustring.sim.status;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a device stands, as seen from outside.
 *
 * @param holder the process that has its folder open
 * @param said what it said of itself last
 * @param silent for how long it has said nothing
 */
public record Standing(
    String device, OptionalLong holder, Optional<DeviceStatus> said, Duration silent) {

  /** Who says nothing for longer than this has stopped doing so; it means to every second. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The ways to stand. */
  public enum State {
    RUNNING("running"),
    SILENT("running, but silent"),
    STARTING("starting"),
    STOPPED("stopped"),
    DEAD("dead: it did not shut down"),
    UNKNOWN("not running; it never said anything");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What can be concluded. */
  public State state() {
    if (holder.isPresent()) {
      boolean spoke = said.filter(last -> last.process() == holder.getAsLong()).isPresent();
      State speaking = silent.compareTo(PATIENCE) <= 0 ? State.RUNNING : State.SILENT;
      return spoke ? speaking : State.STARTING;
    }
    return said.map(last -> last.ended() ? State.STOPPED : State.DEAD).orElse(State.UNKNOWN);
  }
}
