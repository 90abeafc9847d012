package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The failures of HiChain's identity service, and of the entries of local services. */
final class CredFailures {

  static final String ADD = "CredManager.addCredential";
  static final String DELETE = "CredManager.deleteCredential";
  static final String DELETE_ALL = "CredManager.deleteCredByParams";
  static final String UPDATE = "CredManager.updateCredInfo";
  static final String EXPORT = "CredManager.exportCredential";
  static final String FIND = "CredManager.queryCredentialByParams";
  static final String TELL = "CredManager.queryCredInfoByCredId";

  /** A credential with a made key. */
  static final String MADE =
      "method: 1, credType: 2, authorizedScope: 2, subject: 1, credOwner: 'car',"
          + " deviceId: 'tablet', credId: '0A'";

  /** The tablet is shared with the phone. */
  static final String SHARED =
      "method: 2, credType: 3, authorizedScope: 2, subject: 1, credOwner: 'share',"
          + " deviceId: 'tablet', userId: 'bob', peerUserSpaceId: '100', credId: '0A'";

  private final List<Failures.Example> examples = new ArrayList<>();

  private CredFailures() {}

  static List<Failures.Example> all() {
    CredFailures failures = new CredFailures();
    failures.everywhere();
    failures.whereSomethingChanges();
    failures.whereOneIsNamed();
    failures.ofAdding();
    failures.ofEntries();
    return failures.examples;
  }

  private static String arguments(String call) {
    return switch (call) {
      case ADD -> MADE;
      case DELETE, EXPORT, TELL -> "credId: '0A'";
      case UPDATE -> "credId: '0A', extendInfo: 'blue'";
      case DELETE_ALL, FIND -> "credOwner: 'car'";
      default -> throw new AssertionError(call);
    };
  }

  private static FakeDevice with(String credential) {
    FakeDevice phone = aPhone();
    phone.call(SETTINGS, ADD, "{" + credential + "}");
    return phone;
  }

  private void everywhere() {
    for (String call : List.of(ADD, DELETE, DELETE_ALL, UPDATE, EXPORT, FIND, TELL)) {
      add(call, "262146", CredFailures::plain, SETTINGS, "osAccountId: -1, " + arguments(call));
      add(call, "12307", CredFailures::plain, NOTES, arguments(call));
      add(call, "24587", CredFailures::locked, SETTINGS, arguments(call));
    }
  }

  private static FakeDevice plain() {
    return aPhone();
  }

  private static FakeDevice locked() {
    return aPhone().told(new Trust.SecureUser(OsAccountId.FIRST)).restarted();
  }

  private static FakeDevice away() {
    return aPhone().told(new Trust.CreateUser()).told(new Trust.ActivateUser(new OsAccountId(101)));
  }

  private void whereSomethingChanges() {
    for (String call : List.of(ADD, DELETE, DELETE_ALL, UPDATE)) {
      add(call, "20499", CredFailures::away, SETTINGS, arguments(call));
    }
  }

  private void whereOneIsNamed() {
    Caller keeper = FakeDevice.app(SampleApps.KEEPER);
    for (String call : List.of(DELETE, UPDATE, EXPORT)) {
      add(call, "65545", CredFailures::plain, SETTINGS, arguments(call));
      add(call, "65556", () -> with(MADE).with("keeper"), keeper, arguments(call));
    }
    add(TELL, "65545", CredFailures::plain, SETTINGS, arguments(TELL));
    add(EXPORT, "65541", () -> with(SHARED), SETTINGS, arguments(EXPORT));
  }

  private void ofAdding() {
    add(ADD, "65553", () -> with(MADE), SETTINGS, MADE);
    add(ADD, "196610", CredFailures::full, SETTINGS, MADE);
  }

  private static FakeDevice full() {
    FakeDevice phone = aPhone();
    for (int i = 0; i < 5000; i++) {
      phone.call(SETTINGS, ADD, "{" + MADE.replace("0A", "id" + i) + "}");
    }
    return phone;
  }

  private void ofEntries() {
    String info = "DeviceManager.ImportAuthInfo";
    String always = "pinCode: '123456', authType: 6";
    String tooLong = always + ", extraInfo: {ACL_LIFE_CYCLE_DAYS: 3651}";
    add(info, "401", () -> aPhone().with("keeper"), NOTES, tooLong);
    add(info, "201", () -> aPhone().with("notes"), NOTES, always);
    add(info, "NOT_INSTALLED", CredFailures::plain, NOTES, always);
    String unregister = "DeviceManager.UnRegisterLocalServiceInfo";
    add(unregister, "201", () -> aPhone().with("notes"), NOTES, "");
    add(unregister, "NOT_INSTALLED", CredFailures::plain, NOTES, "");
  }

  private void add(
      String call, String listed, Supplier<FakeDevice> phone, Caller caller, String arguments) {
    Supplier<CallOutcome> outcome = () -> phone.get().call(caller, call, "{" + arguments + "}");
    examples.add(new Failures.Example(call, listed, outcome));
  }
}
