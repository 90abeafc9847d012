package dev.trustring.trust.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.effect.BindRole;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of legal transitions (trust-and-softbus §2.6). */
class BindStateTest {
  private static final Map<BindRole, String> TABLE =
      Map.of(
          BindRole.SOURCE,
          """
          0: 1
          1: 2
          2: 3
          3: 4 17
          4: 5 6 8 10 14 17
          5: 10
          6: 4 7
          7: 4 11
          8: 9
          9: 4 11
          10: 4 11
          11: 4 12
          12: 4 13
          13: 14 16 17
          14: 15 19
          15: 16
          16: 15 17
          17:
          19: 17
          """,
          BindRole.SINK,
          """
          0: 51
          51: 52
          52: 53 63
          53: 54 55 57 59
          54: 59
          55: 53 56
          56: 53 60
          57: 53 58
          58: 53 60
          59: 53 60
          60: 53 61
          61: 62 63 65
          62: 63 67
          63: 64
          64: 63 65
          65:
          67: 65
          """);

  @ParameterizedTest
  @EnumSource(BindRole.class)
  void goesOnlyWhereTheTableSays(BindRole role) {
    List<BindState> states =
        Arrays.stream(BindState.values())
            .filter(state -> state.role() == role && !state.isV1())
            .toList();
    Map<Integer, String> table = new TreeMap<>();
    for (BindState from : states) {
      String next =
          states.stream()
              .filter(from::mayGoTo)
              .map(BindState::number)
              .sorted()
              .map(number -> " " + number)
              .collect(Collectors.joining());
      table.put(from.number(), from.number() + ":" + next + "\n");
    }

    assertThat(String.join("", table.values())).isEqualTo(TABLE.get(role));
  }

  @Test
  void goesTheStraightWayOfVersionOne() {
    List<String> ways =
        Arrays.stream(BindState.values())
            .filter(BindState::isV1)
            .flatMap(
                from ->
                    Arrays.stream(BindState.values())
                        .filter(from::mayGoTo)
                        .map(to -> from.number() + " " + to.number()))
            .distinct()
            .toList();

    assertThat(ways)
        .containsExactly(
            "1 2", "2 3", "3 4", "4 5", "5 5", "5 6", "6 7", "20 21", "21 22", "22 23", "23 24",
            "24 25");
  }

  @Test
  void neverGoesOverToTheOtherEnd() {
    for (BindState from : BindState.values()) {
      for (BindState to : BindState.values()) {
        assertThat(from.mayGoTo(to) && from.role() != to.role()).isFalse();
        assertThat(from.mayGoTo(to) && from.isV1() != to.isV1()).isFalse();
      }
    }
  }
}
