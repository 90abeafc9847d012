package dev.trustring.sim.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void aTextStandsOnce() {
    Words words = new Words(9);

    assertThat(words.of("a")).isZero();
    assertThat(words.of("b")).isEqualTo(1);
    assertThat(words.of("a")).isZero();
    assertThat(words.all()).containsExactly("a", "b");
  }

  @Test
  void whatIsTooLongIsCutBetweenCharacters() {
    Words words = new Words(3);

    assertThat(words.get(words.of("abcd"))).isEqualTo("abc…");
    assertThat(words.get(words.of("ab\ud83d\ude00d"))).isEqualTo("ab…");
  }

  @Test
  void numbersTakeSevenBitsAByte() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Column column = new Column();
    for (long number : new long[] {0, 127, 128, 300}) {
      column.add(number);
    }
    column.write(out);
    column.writeSteps(out);

    assertThat(out.toByteArray()).containsExactly(0, 127, 0x80, 1, 0xac, 2, 0, 127, 1, 0xac, 1);
  }
}
