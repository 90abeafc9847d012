package dev.trustring.kv.decision;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;

/** How a denial reaches the app, if it reaches it at all. */
public sealed interface Consequence {

  /** The call that started it all throws. */
  record Throws(Status status) implements Consequence {}

  /** The device's entry in {@code syncComplete} carries the engine's status. */
  record Reports(DbStatus status) implements Consequence {}

  /** The device is missing from {@code syncComplete}, or the callback never comes. */
  record SaysNothing() implements Consequence {}

  /** A call throws a named error without a code. */
  record ThrowsNamed(String call, String name) implements Consequence {}
}
