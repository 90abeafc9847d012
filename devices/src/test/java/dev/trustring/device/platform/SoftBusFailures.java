package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.call.Caller;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.session.SessionReply;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The situations in which the calls for sessions fail. */
final class SoftBusFailures {

  private static final String NAME = "notes-com.example.notes-dev";

  private SoftBusFailures() {}

  static List<Failures.Example> all() {
    return Failures.ofEach("softbus.", SoftBusFailures::example);
  }

  private static Failures.Example example(String call, String listed) {
    Supplier<FakeDevice> phone =
        switch (listed) {
          case "NOT_INSTALLED" -> FakeDevice::aPhone;
          case "-426442634" -> () -> constrained(aPhone().withGrantedNotes());
          case "-426442742" -> () -> aPhone().with("notes");
          case "-426442749", "-426115055" -> () -> aPhone().withGrantedNotes();
          default -> () -> SoftBusCallsTest.withRow().whoseSoftBusSays(refused(listed));
        };
    String arguments = listed.equals("-426442749") ? "{}" : good(call);
    Caller caller = isOfTheSystem(call, listed) ? SETTINGS : NOTES;
    return new Failures.Example(call, listed, () -> phone.get().call(caller, call, arguments));
  }

  /** What only comes to a caller that the call does not refuse at once. */
  private static boolean isOfTheSystem(String call, String listed) {
    return call.equals("softbus.OpenAuthSession")
        && List.of("-426114965", "-426115007", "-426114925").contains(listed);
  }

  /** The user in front may not transmit. */
  static FakeDevice constrained(FakeDevice phone) {
    return phone.told(new Trust.ConstrainUser(OsAccountId.FIRST, true));
  }

  private static SessionReply refused(String listed) {
    return Arrays.stream(SessionCode.values())
        .filter(code -> Integer.toString(code.number()).equals(listed))
        .map(SessionReply.Refused::of)
        .findFirst()
        .orElseThrow();
  }

  /** Arguments with which nothing is wrong. */
  static String good(String call) {
    return switch (call) {
      case "softbus.CreateSessionServer", "softbus.RemoveSessionServer" ->
          "{sessionName: '" + NAME + "'}";
      case "softbus.OpenSession" -> open("");
      case "softbus.OpenAuthSession" -> "{sessionName: '" + NAME + "', addrInfo: 'tablet'}";
      case "softbus.CloseSession" -> "{sessionId: 1}";
      case "softbus.SendFile" -> "{sessionId: 1, files: ['a', 'b']}";
      default -> "{sessionId: 1, data: 'hello'}";
    };
  }

  static String open(String more) {
    return "{mySessionName: '"
        + NAME
        + "', peerSessionName: '"
        + NAME
        + "', peerNetworkId: 'tablet', dataType: 'bytes'"
        + more
        + "}";
  }
}
