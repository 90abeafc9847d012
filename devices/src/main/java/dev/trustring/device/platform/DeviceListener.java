package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.DeviceEvent;
import dev.trustring.device.nearby.DeviceManager;
import java.util.List;
import java.util.Optional;

/**
 * The calls on and off of a DeviceManager (trust-and-softbus §2.1): the one asks for the permission
 * first and then for its arguments, the other the other way round. What the boxes of a bind are
 * told is for system apps with a permission of its own.
 */
final class DeviceListener implements PlatformCall {

  private final CallSpec spec;
  private final boolean on;

  private DeviceListener(boolean on, String meaning) {
    this.on = on;
    this.spec =
        new CallSpec(
            new CallName("distributedDeviceManager." + (on ? "on" : "off")),
            List.of(Param.word("type", true, DeviceEvent.words(), "what it is about")),
            "nothing",
            List.of(
                Answer.BAD_ARGUMENT,
                Answer.NO_PERMISSION,
                Install.NO_SYSTEM_APP,
                Managers.RELEASED,
                Answer.NOT_INSTALLED),
            meaning);
  }

  static List<PlatformCall> all() {
    return List.of(
        new DeviceListener(true, "Has the app called when something of that kind happens."),
        new DeviceListener(false, "Has the app not called any more."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<DeviceEvent> event = call.arguments().text("type").flatMap(DeviceEvent::parse);
    if (event.equals(Optional.of(DeviceEvent.REPLY_RESULT))) {
      Managers.whenHeld(
          call, () -> Apps.whenSystemAppHolds(call, ReplyUiAction.NEEDED, () -> tell(call, event)));
    } else if (on) {
      Managers.whenPermitted(call, () -> whenKnown(call, event, () -> tell(call, event)));
    } else {
      Managers.whenHeld(
          call,
          () -> whenKnown(call, event, () -> Apps.whenPermitted(call, () -> tell(call, event))));
    }
  }

  private static void whenKnown(RunningCall call, Optional<DeviceEvent> event, Runnable then) {
    if (event.isPresent()) {
      then.run();
    } else {
      call.answer(Answer.badArgument("type is missing or none of the platform's"));
    }
  }

  private void tell(RunningCall call, Optional<DeviceEvent> event) {
    call.devices(
        new DeviceManager.Listen(Managers.client(call), event.orElseThrow(), on),
        refusal -> call.answer(CallOutcome.done()));
  }
}
