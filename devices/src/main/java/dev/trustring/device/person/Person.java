package dev.trustring.device.person;

import java.time.Duration;

/**
 * The habits of the person in front of a device.
 *
 * @param permission what they answer when an app asks for a permission
 * @param bind what they answer when another device wants to bond with this one
 * @param pin how they type the PIN that the other device shows
 * @param after how long they take for any of it
 */
public record Person(PermissionAnswer permission, BindAnswer bind, PinTyping pin, Duration after) {

  /** Says yes to everything, types well, and takes one second. */
  public static final Person AGREEABLE =
      new Person(
          PermissionAnswer.ALLOW, BindAnswer.ALLOW_ALWAYS, PinTyping.RIGHT, Duration.ofSeconds(1));

  /** Answers to a permission dialog. */
  public enum PermissionAnswer {
    ALLOW,
    DENY,
    /** Allows it for this time only, where the dialog offers that. */
    THIS_TIME,
    /** Closes the dialog without an answer, where the dialog offers that. */
    CANCEL,
    /** Allows the approximate location only. */
    ALLOW_FUZZY,
    /** Allows the approximate location for this time only. */
    THIS_TIME_FUZZY,
    /** Walks away; the dialog stays open. */
    IGNORE
  }

  /** Answers to the box that asks whether another device may bond. */
  public enum BindAnswer {
    ALLOW_ONCE,
    ALLOW_ALWAYS,
    REJECT,
    IGNORE
  }

  /** Ways to type a PIN. */
  public enum PinTyping {
    RIGHT,
    /** Wrong once, then right. */
    WRONG_ONCE,
    /** Wrong until the platform gives up. */
    WRONG,
    CANCEL,
    IGNORE
  }
}
