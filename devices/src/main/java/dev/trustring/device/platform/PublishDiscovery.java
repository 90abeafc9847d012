package dev.trustring.device.platform;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.nearby.Capability;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.nearby.Frequency;
import dev.trustring.device.nearby.Medium;
import dev.trustring.device.nearby.Notice;
import dev.trustring.device.nearby.NoticeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has the DeviceManager publish this device, or take that back (trust-and-softbus §2.2, §5.1): two
 * calls for system apps of the older module distributedHardware.deviceManager; the newer module has
 * their error and no such call. Whether it succeeds is the answer, in place of the events
 * publishSuccess and publishFail.
 */
final class PublishDiscovery implements PlatformCall {

  private static final String INFO = "publishInfo";
  private static final String ID = "publishId";
  private static final int ACTIVE = 0xAA;
  private static final int PASSIVE = 0x55;
  private static final int LARGEST_ID = 65535;

  private final CallSpec spec;
  private final boolean begins;

  private PublishDiscovery(CallSpec spec, boolean begins) {
    this.spec = spec;
    this.begins = begins;
  }

  static List<PlatformCall> all() {
    Param id = Param.required(ID, ParamType.INTEGER, "a number for it, 0 to 65535");
    return List.of(
        new PublishDiscovery(
            spec(
                "publishDeviceDiscovery",
                Param.object(
                    INFO,
                    true,
                    List.of(
                        id,
                        Param.required("mode", ParamType.INTEGER, "170 active, 85 passive"),
                        Param.required("freq", ParamType.INTEGER, "0 low to 4 extremely high"),
                        Param.optional("ranging", ParamType.BOOLEAN, "nothing measures it here")),
                    "how"),
                List.of(
                    new Failure("11600101", "the soft bus refuses, or there is no DeviceManager"),
                    new Failure("11600105", "the app has this device published already")),
                "Publishes this device for two minutes, in place of what another app published."),
            true),
        new PublishDiscovery(
            spec(
                "unPublishDeviceDiscovery",
                id,
                List.of(
                    new Failure(
                        "11600101", "nothing of that number, or there is no DeviceManager")),
                "Takes back what was published."),
            false));
  }

  private static CallSpec spec(String name, Param param, List<Failure> more, String meaning) {
    List<Failure> failures =
        new ArrayList<>(
            List.of(Answer.BAD_ARGUMENT, Install.NO_SYSTEM_APP, ActivityCall.NOT_PERMITTED));
    failures.addAll(more);
    failures.add(Answer.NOT_INSTALLED);
    return new CallSpec(
        new CallName("deviceManager." + name), List.of(param), "nothing", failures, meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Managers.whenHeld(call, () -> whenHeld(call));
  }

  private void whenHeld(RunningCall call) {
    Optional<NoticeCommand> command = command(call);
    if (command.isEmpty()) {
      call.answer(Answer.badArgument("a part is missing or out of its range"));
      return;
    }
    Apps.whenSystemAppHolds(
        call,
        ReplyUiAction.NEEDED,
        () ->
            call.devices(
                new DeviceManager.OfNotices(command.get()),
                refusal ->
                    call.answer(
                        refusal.map(PublishDiscovery::failed).orElseGet(CallOutcome::done))));
  }

  private Optional<NoticeCommand> command(RunningCall call) {
    return begins
        ? notice(call.arguments().object(INFO))
            .map(notice -> new NoticeCommand.PublishFor(Managers.client(call), notice))
        : key(call.arguments()).map(NoticeCommand.UnpublishFor::new);
  }

  private static Optional<Notice.Key> key(Arguments arguments) {
    return arguments
        .number(ID)
        .filter(number -> number >= 0 && number <= LARGEST_ID)
        .map(number -> new Notice.Key(NoticeCommand.MANAGER, number.intValue()));
  }

  private static Optional<Notice> notice(Arguments info) {
    Optional<Long> mode = info.number("mode").filter(one -> one == ACTIVE || one == PASSIVE);
    Optional<Frequency> frequency = info.number("freq").flatMap(Frequency::numbered);
    if (mode.isEmpty() || frequency.isEmpty() || info.flag("ranging", false).isEmpty()) {
      return Optional.empty();
    }
    return key(info)
        .map(
            key ->
                new Notice(
                    key,
                    mode.get() == ACTIVE,
                    List.of(Medium.values()),
                    frequency.get(),
                    Capability.OSD,
                    ""));
  }

  private static CallOutcome failed(DiscoveryRefusal why) {
    return why == DiscoveryRefusal.PUBLISH_REPEATED
        ? CallOutcome.failed(11600105, why.name(), why.meaning())
        : CallOutcome.failed(11600101, why.name(), why.meaning());
  }
}
