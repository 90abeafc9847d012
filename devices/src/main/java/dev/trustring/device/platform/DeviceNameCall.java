package dev.trustring.device.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.AccountState;
import dev.trustring.trust.ledger.LocalAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The calls of DeviceManager whose failures the others do not have (trust-and-softbus §2.2): a name
 * is given to this device with the help of the cloud, the native form asks for the bundle of its
 * caller, and a newer question minds a networkId that is unknown.
 */
final class DeviceNameCall implements PlatformCall {

  private static final String NAME = "deviceName";
  private static final String NETWORK_ID = "networkId";
  private static final int LONGEST = 255;
  private static final int OPEN_HARMONY = 10;

  private final CallSpec spec;
  private final Consumer<RunningCall> work;

  private DeviceNameCall(CallSpec spec, Consumer<RunningCall> work) {
    this.spec = spec;
    this.work = work;
  }

  static List<PlatformCall> all() {
    return List.of(setLocal(), nativeLocal(), osType());
  }

  private static PlatformCall setLocal() {
    return new DeviceNameCall(
        new CallSpec(
            new CallName("distributedDeviceManager.setLocalDeviceName"),
            List.of(Param.required(NAME, ParamType.TEXT, "what the device is to be called")),
            "0",
            List.of(
                Answer.BAD_ARGUMENT,
                Install.NO_SYSTEM_APP,
                ActivityCall.NOT_PERMITTED,
                Managers.RELEASED,
                new Failure("11600106", "the token of the account has expired"),
                new Failure("11600107", "the user is logged in to no account"),
                new Failure("11600108", "the name has characters that nobody can read"),
                Answer.NOT_INSTALLED),
            "Gives this device another name, which the others are told."),
        call -> Managers.whenHeld(call, () -> setLocal(call)));
  }

  private static PlatformCall nativeLocal() {
    return new DeviceNameCall(
        new CallSpec(
            new CallName("OHDeviceManager.GetLocalDeviceName"),
            List.of(),
            "the name of this device",
            List.of(
                Answer.NO_PERMISSION,
                new Failure("11600109", "a process of the system has no bundle"),
                Answer.NOT_INSTALLED),
            "Asks for the name of this device in the native way."),
        DeviceNameCall::nativeLocal);
  }

  private static PlatformCall osType() {
    return new DeviceNameCall(
        new CallSpec(
            new CallName("distributedDeviceManager.getOsTypeByNetworkId"),
            List.of(Param.required(NETWORK_ID, ParamType.DEVICE, "the device")),
            "10, for OpenHarmony",
            List.of(
                Install.NO_SYSTEM_APP,
                ActivityCall.NOT_PERMITTED,
                Managers.RELEASED,
                new Failure("11600110", "no device of that networkId is online"),
                Answer.NOT_INSTALLED),
            "Asks which system a device that is online has."),
        call ->
            Managers.whenHeld(
                call,
                () ->
                    Apps.whenSystemAppHolds(
                        call,
                        ReplyUiAction.NEEDED,
                        () -> Apps.whenPermitted(call, () -> osType(call)))));
  }

  private static void setLocal(RunningCall call) {
    Optional<String> name = call.arguments().text(NAME).filter(DeviceNameCall::isSized);
    if (name.isEmpty()) {
      call.answer(Answer.badArgument(NAME + " is missing, empty or above 255 bytes"));
      return;
    }
    Apps.whenSystemAppHolds(
        call,
        ReplyUiAction.NEEDED,
        () ->
            call.trust(
                new Trust.Describe(),
                reply -> {
                  OsAccountId user = new OsAccountId(call.caller().user().value());
                  rename(call, name.get(), ((Trust.Described) reply).state().accountOf(user));
                }));
  }

  private static boolean isSized(String text) {
    return !text.isEmpty() && text.getBytes(UTF_8).length <= LONGEST;
  }

  /**
   * The cloud judges the name, for whom is logged in; it takes no token that has expired, and no
   * name with control characters or of nothing but blanks (our choice).
   */
  private static void rename(RunningCall call, String name, LocalAccount account) {
    boolean readable = !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
    if (account.state() == AccountState.TOKEN_EXPIRED) {
      call.answer(
          CallOutcome.failed(11600106, "GET_DATA_FROM_CLOUD_FAILED", "the token has expired"));
    } else if (account.state() != AccountState.LOGIN) {
      call.answer(CallOutcome.failed(11600107, "NEED_LOGIN", "the user is not logged in"));
    } else if (!readable) {
      call.answer(CallOutcome.failed(11600108, "NAME_NOT_COMPLIANT", "the name cannot be read"));
    } else {
      call.trust(new Trust.NameDevice(name), stored -> tell(call, name));
    }
  }

  private static void tell(RunningCall call, String name) {
    call.devices(
        new DeviceManager.Rename(name), refusal -> call.answer(CallOutcome.of(IntNode.valueOf(0))));
  }

  private static void nativeLocal(RunningCall call) {
    if (call.caller() instanceof Caller.Settings) {
      call.answer(
          CallOutcome.failed(11600109, "OBTAIN_BUNDLE_NAME_FAILED", "the caller has no bundle"));
      return;
    }
    Apps.whenPermitted(
        call,
        () ->
            call.answer(
                CallOutcome.of(TextNode.valueOf(call.desk().nameOf(call.device().name())))));
  }

  private static void osType(RunningCall call) {
    boolean known = Legal.device(call.arguments(), NETWORK_ID).flatMap(call::node).isPresent();
    call.answer(
        known
            ? CallOutcome.of(IntNode.valueOf(OPEN_HARMONY))
            : CallOutcome.failed(
                11600110, "NETWORK_ID_INVALID", "no device of that networkId is online"));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    work.accept(call);
  }
}
