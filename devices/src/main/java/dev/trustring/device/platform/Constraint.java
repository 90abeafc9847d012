package dev.trustring.device.platform;

import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;

/**
 * The constraint by which an administrator forbids a user distributed transmission. It counts for
 * the user in front, whoever calls (our choice, unverified).
 */
final class Constraint {

  private Constraint() {}

  /** Goes on in one way or the other (trust-and-softbus §2.1, §5.2). */
  static void ask(RunningCall call, Runnable constrained, Runnable free) {
    call.trust(
        new Trust.Describe(),
        reply -> {
          if (((Trust.Described) reply).state().isForegroundConstrained()) {
            constrained.run();
          } else {
            free.run();
          }
        });
  }
}
