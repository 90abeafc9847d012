package dev.trustring.sim.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTraceTest {
  @Test
  void hashesTheDocumentedBytes() throws Exception {
    EventTrace trace = EventTrace.hashing();
    trace.add(5, "write", "手机", "ok");
    MessageDigest expected = MessageDigest.getInstance("SHA-256");
    expected.update(ByteBuffer.allocate(8).putLong(0, 5));
    for (String text : new String[] {"write", "手机", "ok"}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      expected.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
      expected.update(bytes);
    }

    assertThat(trace.hash())
        .isEqualTo(HexFormat.of().formatHex(expected.digest()).substring(0, 16));
    assertThat(trace.size()).isEqualTo(1);
  }

  @Test
  void goesOnAfterTheHashWasAskedFor() {
    EventTrace asked = EventTrace.hashing();
    EventTrace notAsked = EventTrace.hashing();

    asked.add(1, "a", "b", "c");
    String early = asked.hash();
    asked.add(2, "a", "b", "c");
    notAsked.add(1, "a", "b", "c");
    notAsked.add(2, "a", "b", "c");

    assertThat(asked.hash()).isEqualTo(notAsked.hash()).isNotEqualTo(early);
  }

  @Test
  void keepsWordsApart() {
    assertThat(hashOf("ab", "c")).isNotEqualTo(hashOf("a", "bc"));
  }

  @Test
  void hashesTextsLongerThanItsBuffer() {
    String longText = "x".repeat(100_000);

    assertThat(hashOf(longText, "")).isEqualTo(hashOf(longText, ""));
    assertThat(hashOf(longText, "")).isNotEqualTo(hashOf(longText + "x", ""));
  }

  @Test
  void showsWhereTwoTracesPart() {
    EventTrace left = EventTrace.keeping();
    EventTrace right = EventTrace.keeping();
    left.add(1, "same", "phone", "");
    right.add(1, "same", "phone", "");
    assertThat(left.firstDifference(right)).isEmpty();

    left.add(2, "only left", "phone", "");

    assertThat(left.firstDifference(right))
        .contains(
            new TraceDifference(
                1, Optional.of(new TraceEvent(2, "only left", "phone", "")), Optional.empty()));
  }

  @Test
  void needsKeptEventsToCompare() {
    assertThatThrownBy(() -> EventTrace.hashing().firstDifference(EventTrace.keeping()))
        .hasMessageContaining("keeps no events");
  }

  private static String hashOf(String kind, String subject) {
    EventTrace trace = EventTrace.hashing();
    trace.add(0, kind, subject, "");
    return trace.hash();
  }
}
