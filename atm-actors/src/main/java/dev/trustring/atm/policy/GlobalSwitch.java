package dev.trustring.atm.policy;

import java.util.Optional;

/** A switch for the whole device that an app can ask its user to open (access-token §3.7). */
public enum GlobalSwitch {
  CAMERA,
  MICROPHONE,
  LOCATION;

  /** The switch with the platform's number. */
  public static Optional<GlobalSwitch> of(int code) {
    return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
  }
}
