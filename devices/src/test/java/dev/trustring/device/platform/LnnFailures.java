package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.lnn.FloodCode;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.net.JoinCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The situations in which the calls about nodes fail. */
final class LnnFailures {

  private LnnFailures() {}

  static List<Failures.Example> all() {
    return Failures.ofEach("LNN.", LnnFailures::example);
  }

  private static Failures.Example example(String call, String listed) {
    String node =
        "{networkId: 'tablet', publishId: 1, subscribeId: 1, mode: 'active', capability: 'share'}";
    Supplier<CallOutcome> outcome =
        switch (listed) {
          case "NOT_INSTALLED" -> () -> aPhone().call(NOTES, call, node);
          case "-426442742" -> () -> aPhone().with("notes").call(NOTES, call, node);
          case "-426442749" -> () -> aPhone().call(SETTINGS, call, "{networkId: 1, pkgName: 1}");
          default -> () -> refusing(listed).call(SETTINGS, call, node);
        };
    return new Failures.Example(call, listed, outcome);
  }

  private static FakeDevice refusing(String listed) {
    FakeDevice phone = aPhone();
    phone.ofNodes = refused(listed);
    return phone;
  }

  private static LnnReply refused(String listed) {
    Stream<Optional<LnnReply>> floods =
        Arrays.stream(FloodCode.values())
            .map(code -> found(code.number(), listed, LnnReply.Refused.of(code)));
    Stream<Optional<LnnReply>> joins =
        Arrays.stream(JoinCode.values())
            .map(code -> found(code.number(), listed, LnnReply.Refused.of(code)));
    Stream<Optional<LnnReply>> notices =
        Arrays.stream(DiscoveryRefusal.values())
            .map(why -> found(why.number(), listed, LnnReply.Refused.of(why)));
    return Stream.of(floods, joins, notices)
        .flatMap(replies -> replies)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LnnReply> found(int number, String listed, LnnReply reply) {
    return Integer.toString(number).equals(listed) ? Optional.of(reply) : Optional.empty();
  }
}
