package dev.trustring.device.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.trust.wire.BindReason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListedFailuresTest {

  /** Only their names are read here; each of them is tried once. */
  private static final List<Failures.Example> NAMES = Failures.all();

  @ParameterizedTest(name = "{0}")
  @MethodSource("specs")
  void everyListedFailureHasASituationInWhichItComes(CallSpec spec) {
    List<String> listed = spec.failures().stream().map(Failure::codeOrName).toList();

    assertThat(situations(spec)).containsExactlyInAnyOrderElementsOf(listed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.trustring.device.platform.Failures#all")
  void failsAsListed(Failures.Example example) {
    CallOutcome outcome = example.outcome().get();

    assertThat(outcome).isInstanceOf(CallOutcome.Threw.class);
    assertThat(asListed(example.call(), (CallOutcome.Threw) outcome)).isEqualTo(example.listed());
  }

  static List<CallSpec> specs() {
    return StandardCalls.registry().specs();
  }

  private static List<String> situations(CallSpec spec) {
    return NAMES.stream()
        .filter(example -> example.call().equals(spec.name().value()))
        .map(Failures.Example::listed)
        .toList();
  }

  /** The code, or the name where there is none; native numbers of binds are listed as one. */
  private static String asListed(String call, CallOutcome.Threw threw) {
    if (threw.code().isEmpty()) {
      return threw.name();
    }
    int code = threw.code().getAsInt();
    boolean isNative =
        call.endsWith(".bindTarget")
            && Arrays.stream(BindReason.values()).anyMatch(one -> one.number() == code);
    return isNative ? "a native reason" : Integer.toString(code);
  }
}
