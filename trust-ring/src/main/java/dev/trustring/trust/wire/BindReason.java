package dev.trustring.trust.wire;

/**
 * How a bind can end: the platform's native number, the number a JavaScript call throws for it, and
 * what a person can do about it (trust-and-softbus §2.2, §2.3).
 */
public enum BindReason {
  OK(0, "ok", "the devices are bound", "nothing to do"),
  TIMEOUT(
      -20001,
      "timeout",
      "an answer did not come in time, or the peer could not be reached at all",
      "bring the devices into reach of each other and bind again"),
  CONFIRM_TIMEOUT(
      -20002,
      "confirm-timeout",
      "nobody answered the confirm box on the other device",
      "bind again and answer the box within 60 seconds"),
  AUTH_TYPE_UNSUPPORTED(
      -20018, "auth-type-unsupported", "this way to bind does not exist", "bind with a PIN"),
  SOURCE_BUSY(
      -20019,
      "source-busy",
      "this device is in the middle of another bind",
      "wait until the other bind has ended"),
  PEER_REJECTED(
      -20021,
      "peer-rejected",
      "the person on the other device said no",
      "ask the person to allow it and bind again"),
  USER_CANCELLED(
      -20037,
      "user-cancelled",
      "the dialogue was left, or the screen was locked during it",
      "unlock both devices and bind again"),
  PIN_INPUT_CANCELLED(
      -20042, "pin-input-cancelled", "the person closed the box for the PIN", "bind again"),
  AUTH_CODE_INCORRECT(
      -20053,
      "auth-code-incorrect",
      "the two devices were told different codes",
      "tell both devices the same code and bind again"),
  PIN_DISPLAY_CANCELLED(
      -20056, "pin-display-cancelled", "the person closed the shown PIN", "bind again"),
  VERSION_INCOMPATIBLE(
      -20059, "version-incompatible", "the peer is too old for this bind", "update the peer"),
  INPUT_INVALID(96929749, "input-invalid", "a parameter of the call is wrong", "correct the call"),
  NO_PERMISSION(
      96929750,
      "no-permission",
      "the caller may not bind devices",
      "declare and be granted ohos.permission.DISTRIBUTED_DATASYNC"),
  AUTHENTICATION_FAILED(
      96929765,
      "authentication-failed",
      "the keys of the devices do not fit each other",
      "bind again; if it fails again, unbind on both devices first"),
  TARGET_UNKNOWN(
      96929778,
      "target-unknown",
      "the target was not discovered by this device",
      "discover devices first and take an id from there"),
  PIN_WRONG_TOO_OFTEN(
      96929779,
      "pin-wrong-too-often",
      "a wrong PIN was typed three times",
      "bind again with the PIN the other device shows then"),
  ADD_GROUP_TIMEOUT(
      96929819,
      "add-group-timeout",
      "the other device did not take this one into its group in time",
      "bring the devices into reach of each other and bind again"),
  INPUT_TIMEOUT(
      96929820,
      "input-timeout",
      "nobody typed the PIN",
      "bind again and type it within 60 seconds"),
  PROOF_MISMATCH(
      96929832,
      "proof-mismatch",
      "the key exchange was disturbed: a proof in it does not hold",
      "bind again where nobody stands between the devices"),
  NEXT_STATE_INVALID(
      96929838,
      "next-state-invalid",
      "a message came that this step of the bind does not allow",
      "bind again"),
  SESSION_CLOSED(
      96929840,
      "session-closed",
      "the connection broke during the bind",
      "bring the devices into reach of each other and bind again"),
  CAPABILITY_MISMATCH(
      969298342,
      "capability-mismatch",
      "the devices share no kind of credential",
      "bind at a level both support"),
  ALREADY_TRUSTED(969298343, "already-trusted", "the devices were bound before", "nothing to do"),
  CONFIRM_NOT_SHOWN(
      969298347,
      "confirm-not-shown",
      "the other device could not show its confirm box",
      "unlock the other device and bind again"),
  MESSAGE_UNREADABLE(
      969298348,
      "message-unreadable",
      "a message of the peer could not be read, or was not meant for this step",
      "bind again where nobody stands between the devices"),
  DEVICE_FROZEN(
      969298355,
      "device-frozen",
      "the other device refuses binds for a while after too many wrong PINs",
      "wait until the freeze is over"),
  ANTI_DISTURB(
      969298357,
      "anti-disturb",
      "the other device does not want to be disturbed now",
      "bind later"),
  SINK_BUSY(
      969298364,
      "sink-busy",
      "the other device is in the middle of another bind",
      "wait until the other bind has ended"),
  CONSTRAINT_ENABLED(
      969298366,
      "constraint-enabled",
      "the administrator of the device forbids distributed transmission",
      "have constraint.distributed.transmission lifted");

  private final int number;
  private final String code;
  private final String meaning;
  private final String remedy;

  BindReason(int number, String code, String meaning, String remedy) {
    this.number = number;
    this.code = code;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The platform's native number. */
  public int number() {
    return number;
  }

  public String code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  public String remedy() {
    return remedy;
  }

  /** Whether the devices are bound afterwards: having been bound before counts as success. */
  public boolean isSuccess() {
    return this == OK || this == ALREADY_TRUSTED;
  }

  /** The number a JavaScript call throws when the failure is known at once; 0 on success. */
  public int jsNumber() {
    if (isSuccess()) {
      return 0;
    }
    if (this == NO_PERMISSION) {
      return 201;
    }
    if (this == INPUT_INVALID || this == AUTH_TYPE_UNSUPPORTED) {
      return 401;
    }
    return this == SOURCE_BUSY ? 11600103 : 11600101;
  }
}
