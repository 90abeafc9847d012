package dev.trustring.device.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.atm.Atm;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.DeviceId;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The calls that make a DeviceManager, give it back, and ask it about this device or another one
 * (trust-and-softbus §2.1). Each checks in the order of the platform: a name first and then the
 * permission, or the permission alone.
 */
final class DeviceManagerCall implements PlatformCall {

  private static final String MODULE = "distributedDeviceManager.";
  private static final int LONGEST_NAME = 255;
  private static final String SERVICE_DEAD = "the service behind the DeviceManager has died";
  private static final String BUNDLE = "bundleName";
  private static final String NETWORK_ID = "networkId";

  private final CallSpec spec;
  private final Consumer<RunningCall> work;

  private DeviceManagerCall(CallSpec spec, Consumer<RunningCall> work) {
    this.spec = spec;
    this.work = work;
  }

  static List<PlatformCall> all() {
    return Stream.concat(ofTheObject(), questions()).toList();
  }

  private static Stream<PlatformCall> ofTheObject() {
    return Stream.of(
        new DeviceManagerCall(
            spec(
                "createDeviceManager",
                List.of(Param.required(BUNDLE, ParamType.TEXT, "the caller's bundle name")),
                "nothing, in place of the object",
                List.of(
                    Answer.BAD_ARGUMENT,
                    new Failure("11600102", SERVICE_DEAD),
                    Answer.NOT_INSTALLED),
                "Makes a DeviceManager for the calling app."),
            DeviceManagerCall::create),
        new DeviceManagerCall(
            spec(
                "releaseDeviceManager",
                List.of(),
                "nothing",
                List.of(Managers.RELEASED, Answer.NOT_INSTALLED),
                "Gives the app's DeviceManager back; it hears and finds nothing any more."),
            DeviceManagerCall::release),
        new DeviceManagerCall(
            spec(
                "stopDiscovering",
                List.of(),
                "nothing",
                List.of(Answer.NO_PERMISSION, Managers.RELEASED, Answer.NOT_INSTALLED),
                "Ends the discovery of the calling app, if one runs."),
            call ->
                Managers.whenPermitted(
                    call, () -> tell(call, new DeviceManager.Stop(Managers.client(call))))));
  }

  private static Stream<PlatformCall> questions() {
    return Stream.of(
        ofThisDevice(
            "getLocalDeviceNetworkId",
            "the networkId of this device",
            (call, then) -> then.accept(TextNode.valueOf(own(call).info().networkId().value()))),
        ofThisDevice(
            "getLocalDeviceName",
            "the name of this device",
            (call, then) ->
                then.accept(TextNode.valueOf(call.desk().nameOf(call.device().name())))),
        ofThisDevice(
            "getLocalDeviceType",
            "the number of this kind of device",
            (call, then) -> then.accept(IntNode.valueOf(own(call).deviceType()))),
        ofThisDevice(
            "getLocalDeviceId", "the id of this device for this app", DeviceManagerCall::deviceId),
        ofAnother(
            "getDeviceName",
            "the name of a device",
            (call, device) -> TextNode.valueOf(call.desk().nameOf(device))),
        ofAnother(
            "getDeviceType",
            "the number of a kind of device",
            (call, device) -> IntNode.valueOf(call.node(device).orElseThrow().deviceType())));
  }

  private interface OwnQuestion {
    void ask(RunningCall call, Consumer<JsonNode> then);
  }

  private interface Question {
    JsonNode ask(RunningCall call, DeviceName device);
  }

  private static DeviceManagerCall ofThisDevice(String name, String returns, OwnQuestion asked) {
    return new DeviceManagerCall(
        spec(
            name,
            List.of(),
            returns,
            List.of(Answer.NO_PERMISSION, Managers.RELEASED, Answer.NOT_INSTALLED),
            "Asks for " + returns + "."),
        call ->
            Managers.whenPermitted(
                call, () -> asked.ask(call, value -> call.answer(CallOutcome.of(value)))));
  }

  private static DeviceManagerCall ofAnother(String name, String returns, Question asked) {
    return new DeviceManagerCall(
        spec(
            name,
            List.of(Param.required(NETWORK_ID, ParamType.DEVICE, "the device")),
            returns,
            List.of(
                Answer.BAD_ARGUMENT,
                Answer.NO_PERMISSION,
                new Failure("11600101", "released, or the device is not online"),
                Answer.NOT_INSTALLED),
            "Asks for " + returns + " that is online."),
        call -> Managers.whenHeld(call, () -> another(call, asked)));
  }

  private static void another(RunningCall call, Question asked) {
    Optional<String> id = call.arguments().text(NETWORK_ID);
    if (id.filter(DeviceManagerCall::isShort).isEmpty()) {
      call.answer(Answer.badArgument(NETWORK_ID + " is missing, empty or above 255 characters"));
      return;
    }
    Apps.whenPermitted(
        call,
        () ->
            call.answer(
                Legal.id(id.get(), DeviceName::new)
                    .filter(device -> call.node(device).isPresent())
                    .map(device -> asked.ask(call, device))
                    .map(CallOutcome::of)
                    .orElseGet(() -> Managers.failed("no device of that networkId is online"))));
  }

  private static void create(RunningCall call) {
    if (call.arguments().text(BUNDLE).filter(DeviceManagerCall::isShort).isEmpty()) {
      call.answer(Answer.badArgument(BUNDLE + " is missing, empty or above 255 bytes"));
      return;
    }
    whenThere(
        call,
        () -> {
          if (call.desk().serving()) {
            tell(call, new DeviceManager.Create(Managers.client(call)));
          } else {
            call.answer(CallOutcome.failed(11600102, "OBTAIN_SERVICE_FAILED", SERVICE_DEAD));
          }
        });
  }

  private static void release(RunningCall call) {
    Runnable give = () -> tell(call, new DeviceManager.Release(Managers.client(call)));
    Managers.whenHeld(call, () -> whenThere(call, give));
  }

  private static void whenThere(RunningCall call, Runnable then) {
    if (call.caller() instanceof Caller.Settings) {
      then.run();
    } else {
      Apps.whenInstalled(call, app -> then.run());
    }
  }

  /** The id differs from app to app, and after each install (trust-and-softbus §1.1). */
  private static void deviceId(RunningCall call, Consumer<JsonNode> then) {
    if (call.caller() instanceof Caller.App app) {
      call.atm(
          new Atm.Command.TokenOf(app.identity()),
          reply -> {
            String salt = ((Atm.Reply.TokenFound) reply).token().tokenId().toString();
            then.accept(id(call, app.shortForm() + app.contents().signing(), salt));
          });
    } else {
      then.accept(id(call, call.caller().shortForm(), ""));
    }
  }

  private static JsonNode id(RunningCall call, String app, String salt) {
    return TextNode.valueOf(DeviceId.of(call.device().udid(), app, salt).value());
  }

  private static Payload.NodeAttributes own(RunningCall call) {
    return call.node(call.device().name()).orElseThrow();
  }

  private static boolean isShort(String text) {
    return !text.isEmpty() && text.getBytes(UTF_8).length <= LONGEST_NAME;
  }

  private static void tell(RunningCall call, DeviceManager.Command command) {
    call.devices(command, refusal -> call.answer(CallOutcome.done()));
  }

  private static CallSpec spec(
      String name, List<Param> params, String returns, List<Failure> failures, String meaning) {
    return new CallSpec(new CallName(MODULE + name), params, returns, failures, meaning);
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
