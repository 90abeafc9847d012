package dev.trustring.sim.wire;

import akka.actor.ActorSystem;
import akka.event.DefaultLoggingFilter;
import akka.event.EventStream;

/**
 * Akka's plain filter under another name ({@code akka.logging-filter}). Akka swaps its own for one
 * that asks the log's settings, and then what the log keeps to itself reaches no listener either.
 */
public final class WireLoggingFilter extends DefaultLoggingFilter {
  /** Called by Akka. */
  public WireLoggingFilter(ActorSystem.Settings settings, EventStream events) {
    super(settings, events);
  }
}
