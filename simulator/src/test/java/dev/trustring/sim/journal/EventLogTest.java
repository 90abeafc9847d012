package dev.trustring.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorRef;
import akka.persistence.PersistentRepr;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final EventLog log = new EventLog();

  @Test
  void remembersTheHighestNumberOfDeletedEvents() {
    log.append(event(1));
    log.append(event(2));

    log.deleteTo(2);

    assertThat(log.all()).isEmpty();
    assertThat(log.highest()).isEqualTo(2);
    assertThatThrownBy(() -> log.append(event(1))).isInstanceOf(IllegalStateException.class);
    log.append(event(3));
    assertThat(log.highest()).isEqualTo(3);
  }

  @Test
  void givesARangeInOrder() {
    for (int number = 1; number <= 9; number++) {
      log.append(event(number));
    }

    assertThat(numbers(log.between(3, 6, Long.MAX_VALUE))).containsExactly(3L, 4L, 5L, 6L);
    assertThat(numbers(log.between(3, 6, 2))).containsExactly(3L, 4L);
    assertThat(log.between(7, 6, Long.MAX_VALUE)).isEmpty();
  }

  private static List<Long> numbers(List<PersistentRepr> events) {
    return events.stream().map(PersistentRepr::sequenceNr).toList();
  }

  private static PersistentRepr event(long number) {
    return PersistentRepr.apply("event", number, "phone/log", "", false, ActorRef.noSender(), "");
  }
}
