package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.trust.identity.DeviceName;
import org.junit.jupiter.api.Test;

/** In which order the packets of an attempt are served. */
class PacketLinesTest {
  private static final AttemptId ATTEMPT = new AttemptId(new DeviceName("phone"), 1, 1);
  private static final AttemptId OTHER = new AttemptId(new DeviceName("phone"), 1, 2);

  private final PacketLines<String> lines = new PacketLines<>();

  @Test
  void servesOnePacketAtATime() {
    assertThat(lines.comes(ATTEMPT, 1, "one")).contains("one");
    assertThat(lines.comes(ATTEMPT, 2, "two")).isEmpty();
    assertThat(lines.served(ATTEMPT)).contains("two");
    assertThat(lines.served(ATTEMPT)).isEmpty();
  }

  @Test
  void keepsAPacketThatComesEarlyForItsTurn() {
    assertThat(lines.comes(ATTEMPT, 2, "two")).isEmpty();
    assertThat(lines.comes(ATTEMPT, 1, "one")).contains("one");
    assertThat(lines.served(ATTEMPT)).contains("two");
  }

  @Test
  void dropsAPacketThatComesTwice() {
    lines.comes(ATTEMPT, 1, "one");

    assertThat(lines.comes(ATTEMPT, 1, "one again")).isEmpty();
    assertThat(lines.served(ATTEMPT)).isEmpty();
    assertThat(lines.comes(ATTEMPT, 1, "one again")).isEmpty();
    assertThat(lines.comes(ATTEMPT, 2, "two")).contains("two");
  }

  @Test
  void servesAttemptsSideBySide() {
    lines.comes(ATTEMPT, 1, "one");

    assertThat(lines.comes(OTHER, 1, "other")).contains("other");
  }

  @Test
  void knowsNoPacketOfAnAttemptThatSentNone() {
    assertThat(lines.served(OTHER)).isEmpty();
  }

  @Test
  void forgetsTheEldestAttempts() {
    lines.comes(ATTEMPT, 1, "one");
    for (int number = 2; number <= 65; number++) {
      lines.comes(new AttemptId(new DeviceName("phone"), 1, number), 1, "first");
    }

    assertThat(lines.comes(ATTEMPT, 1, "one")).contains("one");
  }
}
