package dev.trustring.device.lnn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refuses calls about nodes that come too often within the last ten seconds (trust-and-softbus
 * §5.2). A call that is refused is not counted (our choice, unverified).
 */
public final class FloodGuard {

  static final Duration WITHIN = Duration.ofSeconds(10);
  static final int MOST_OF_CALL = 800;
  static final int MOST_OF_PACKAGE = 1000;
  static final int MOST = 2000;

  private record Made(String pkg, LnnAsk.Kind kind, Instant at) {}

  private final Deque<Made> made = new ArrayDeque<>();

  /** Lets a call through and counts it, or says why not. */
  public Optional<FloodCode> refuses(LnnAsk call, Instant now) {
    while (!made.isEmpty() && !now.isBefore(made.getFirst().at().plus(WITHIN))) {
      made.removeFirst();
    }
    Optional<FloodCode> why = why(call);
    if (why.isEmpty()) {
      made.addLast(new Made(call.pkg(), call.kind(), now));
    }
    return why;
  }

  private Optional<FloodCode> why(LnnAsk call) {
    Predicate<Made> samePackage = one -> one.pkg().equals(call.pkg());
    Predicate<Made> sameCall = one -> one.kind() == call.kind();
    if (count(samePackage.and(sameCall)) >= call.kind().most()) {
      return Optional.of(FloodCode.SAME_PACKAGE_AND_CALL);
    }
    if (count(sameCall) >= MOST_OF_CALL) {
      return Optional.of(FloodCode.SAME_CALL);
    }
    if (count(samePackage) >= MOST_OF_PACKAGE) {
      return Optional.of(FloodCode.SAME_PACKAGE);
    }
    return made.size() >= MOST ? Optional.of(FloodCode.ALL) : Optional.empty();
  }

  private long count(Predicate<Made> which) {
    return made.stream().filter(which).count();
  }
}
