package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.decision.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawRangeTest {

  private static final Origin HERE = new Origin("f", 1, 1);

  private static Node.Scalar text(String text) {
    return new Node.Scalar(HERE, Node.Kind.TEXT, text);
  }

  private static DrawRange range(String text) {
    return DrawRange.of(text(text)).orElseThrow();
  }

  @Test
  void drawsEveryWholeNumberAndBothEnds() {
    SplittableRandom random = new SplittableRandom(1);
    TreeSet<String> drawn = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      drawn.add(range("3..6").draw(random).text());
    }

    assertThat(drawn).containsExactly("3", "4", "5", "6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5..4.0", "-1.5..1.5", "log:0.01..0.1"})
  void drawsDecimalsBetweenTheEnds(String text) {
    DrawRange range = range(text);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500; i++) {
      Node.Scalar drawn = range.draw(random);
      assertThat(drawn.kind()).isEqualTo(Node.Kind.DECIMAL);
      assertThat(new BigDecimal(drawn.text()))
          .isBetween(new BigDecimal(range.low().text()), new BigDecimal(range.high().text()));
    }
  }

  @Test
  void drawsTimesToTheMillisecond() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      Node.Scalar drawn = range("-5m..5m").draw(random);
      assertThat(drawn.text()).matches("-?[0-9]+(ms|s)");
      assertThat(Times.millis(drawn.text()).orElseThrow())
          .isBetween(BigDecimal.valueOf(-300_000), BigDecimal.valueOf(300_000));
    }
  }

  @Test
  void drawsMagnitudesEvenlyAfterLog() {
    SplittableRandom random = new SplittableRandom(4);
    long small =
        java.util.stream.IntStream.range(0, 1000)
            .filter(
                i -> new BigDecimal(range("log:1.0..10000.0").draw(random).text()).intValue() < 100)
            .count();

    assertThat(small).isBetween(430L, 570L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"milk", "1..", "..2", "1...2", "v1..v2", "1ms-5ms", "1..2..3"})
  void leavesOtherTextAlone(String text) {
    assertThat(DrawRange.of(text(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1s..20 | two times or two numbers",
        "20s..1s | a range from the lesser to the greater",
        "log:0..1 | a range above 0 after 'log:'"
      })
  void refusesARangeThatIsNone(String text, String expected) {
    assertThatThrownBy(() -> DrawRange.of(text(text)))
        .isInstanceOf(InputError.class)
        .hasMessageContaining(expected);
  }

  @Test
  void replacesRangesWhereverTheyStandButNotInFreeText() {
    Node tree =
        YamlReader.read(
            TextFile.of(
                "f",
                "{a: [1..1], title: 1..2, networks: {home: {latency: 1ms..5ms}}, value: 3..4}"));

    assertThat(YamlText.of(DrawRange.drawnIn(tree, new SplittableRandom(5))))
        .isEqualTo("{a: [1], title: 1..2, networks: {home: {latency: 1ms..5ms}}, value: 3..4}\n");
    assertThat(List.of(YamlText.of(DrawRange.leastIn(tree)))).hasSize(1);
  }
}
