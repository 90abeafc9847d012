package dev.trustring.sim.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.trust.credential.CredentialError;
import dev.trustring.trust.group.GroupError;
import dev.trustring.trust.level.LevelCode;
import dev.trustring.trust.wire.BindReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of the store and of its sync engine (kv-store §1.6, §3.9), and of the trust ring and
 * the soft bus (trust-and-softbus), can be asked for.
 */
class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.standard();

  @ParameterizedTest
  @EnumSource(Status.class)
  void explainsEveryStatusByNumberAndName(Status status) {
    assertThat(explained(Integer.toString(status.number())))
        .contains(status.name())
        .contains(status.meaning());
    assertThat(explained(status.name())).contains(status.meaning());
  }

  @ParameterizedTest
  @EnumSource(DbStatus.class)
  void explainsEveryEndingOfTheSyncEngineByNumberAndName(DbStatus ending) {
    String seen = Integer.toString(ending.seenByApps().number());

    assertThat(explained(Integer.toString(ending.number()))).contains(seen);
    assertThat(explained(ending.name())).contains(seen);
  }

  /** All codes that the chapter on trust and the soft bus names, in its order. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void explainsEveryNumberOfTheTrustRingAndTheSoftBus(String number) {
    assertThat(GLOSSARY.find(number)).isPresent();
  }

  @Test
  void saysOfANumberWithoutACauseThatNothingRaisesIt() {
    for (Unraised row : Unraised.ALL) {
      assertThat(explained(row.number())).contains(row.meaning()).contains(row.reason());
      row.aliases().forEach(alias -> assertThat(explained(alias)).contains(row.meaning()));
    }
    assertThat(explained("24585")).contains("Nothing raises it here");
  }

  /** What is raised by a registry of the rules is not in the list of what nothing raises. */
  @Test
  void callsNoNumberUnraisedThatItsServiceRaises() {
    Map<String, Set<String>> raised = new TreeMap<>();
    raised.put("soft bus", new TreeSet<>(BusCodes.numbers()));
    raised.put("DeviceManager", numbers(BindReason.values(), BindReason::number));
    raised.put("HiChain", numbers(GroupError.values(), GroupError::number));
    raised.put("identity service", numbers(CredentialError.values(), CredentialError::number));
    raised.put("service of levels", numbers(LevelCode.values(), LevelCode::number));

    assertThat(Unraised.ALL)
        .noneMatch(row -> raised.getOrDefault(row.service(), Set.of()).contains(row.number()));
  }

  private static <T> Set<String> numbers(T[] all, ToIntFunction<T> number) {
    return Arrays.stream(all)
        .map(one -> Integer.toString(number.applyAsInt(one)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static List<String> numbers() throws IOException {
    try (InputStream file = GlossaryTest.class.getResourceAsStream("trust-ring-numbers.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return List.of(text.strip().split("\\s+"));
    }
  }

  private static String explained(String word) {
    return GLOSSARY.find(word).orElseThrow().json().toString();
  }
}
