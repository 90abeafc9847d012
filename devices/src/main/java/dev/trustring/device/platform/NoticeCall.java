package dev.trustring.device.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.nearby.Capability;
import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.nearby.Frequency;
import dev.trustring.device.nearby.Medium;
import dev.trustring.device.nearby.Notice;
import dev.trustring.device.nearby.NoticeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls with which processes publish this device at the soft bus and look for others there
 * (trust-and-softbus §5.1, §5.2), checked as those about nodes are. What the platform's listener is
 * told of a publication is the answer of the call.
 */
final class NoticeCall implements PlatformCall {

  private static final String AUTO = "AUTO";
  private static final int DATA_MAX = 512;

  /** What becomes of arguments; nothing if they are none that the call takes. */
  private interface Reading {
    Optional<NoticeCommand> read(Arguments arguments, String pkg);
  }

  private final CallSpec spec;
  private final LnnAsk.Kind kind;
  private final Reading reading;

  private NoticeCall(CallSpec spec, LnnAsk.Kind kind, Reading reading) {
    this.spec = spec;
    this.kind = kind;
    this.reading = reading;
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return List.of(
        new NoticeCall(
            begins(
                "PublishLNN",
                "publishId",
                List.of(
                    Param.optional(
                        "capabilityData", ParamType.TEXT, "told with it; 512 bytes at most")),
                "Publishes this device, so that others find it."),
            LnnAsk.Kind.PUBLISH,
            (arguments, pkg) ->
                notice(arguments, pkg, "publishId").map(NoticeCommand.Publish::new)),
        new NoticeCall(
            ends("StopPublishLNN", "publishId", "Takes back what was published."),
            LnnAsk.Kind.STOP_PUBLISH,
            (arguments, pkg) ->
                key(arguments, pkg, "publishId").map(NoticeCommand.StopPublish::new)),
        new NoticeCall(
            begins(
                "RefreshLNN",
                "subscribeId",
                List.of(),
                "Looks for devices that are published; the caller is told of each."),
            LnnAsk.Kind.REFRESH,
            (arguments, pkg) ->
                notice(arguments, pkg, "subscribeId").map(NoticeCommand.Refresh::new)),
        new NoticeCall(
            ends("StopRefreshLNN", "subscribeId", "Looks no more."),
            LnnAsk.Kind.STOP_REFRESH,
            (arguments, pkg) ->
                key(arguments, pkg, "subscribeId").map(NoticeCommand.StopRefresh::new)));
  }

  private static CallSpec begins(String name, String id, List<Param> more, String meaning) {
    List<Param> params = new ArrayList<>();
    params.add(Param.required(id, ParamType.INTEGER, "a number of the package's own"));
    params.add(
        Param.word(
            "mode", true, List.of("active", "passive"), "whether it goes out, or only answers"));
    params.add(Param.word("capability", true, Capability.words(), "as what"));
    params.add(Param.word("medium", false, List.of(AUTO, "BLE", "COAP"), "over what; AUTO both"));
    params.add(Param.word("freq", false, Frequency.words(), "how often over CoAP; LOW otherwise"));
    params.addAll(more);
    params.add(Lnn.PACKAGE);
    return spec(
        name,
        params,
        List.of(
            DiscoveryRefusal.DUPLICATE,
            DiscoveryRefusal.SCREEN_OFF,
            DiscoveryRefusal.TOO_MANY_OF_CAPABILITY,
            DiscoveryRefusal.TOO_MANY_OF_PACKAGE),
        meaning);
  }

  private static CallSpec ends(String name, String id, String meaning) {
    return spec(
        name,
        List.of(Param.required(id, ParamType.INTEGER, "its number"), Lnn.PACKAGE),
        List.of(DiscoveryRefusal.NO_SUCH_NOTICE),
        meaning);
  }

  private static CallSpec spec(
      String name, List<Param> params, List<DiscoveryRefusal> refusals, String meaning) {
    return Lnn.spec(
        name,
        params,
        "nothing",
        refusals.stream().map(why -> Lnn.failure(why.number(), why.meaning())),
        meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Lnn.whenHolds(call, Lnn.CENTER, () -> whenPermitted(call));
  }

  private void whenPermitted(RunningCall call) {
    boolean misfits = AtmParams.misfit(call, spec.params()).isPresent();
    Optional<LnnAsk> asked =
        Lnn.pkg(call)
            .filter(name -> !misfits && !name.isBlank())
            .flatMap(
                name ->
                    reading
                        .read(call.arguments(), name)
                        .map(command -> new LnnAsk.OfNotices(name, kind, command)));
    asked.ifPresentOrElse(
        ask -> call.lnn(ask, reply -> call.answer(outcome(reply))),
        () -> call.answer(Lnn.invalid()));
  }

  private static Optional<Notice.Key> key(Arguments arguments, String pkg, String id) {
    return arguments
        .number(id)
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(number -> new Notice.Key(pkg, number.intValue()));
  }

  private static Optional<Notice> notice(Arguments arguments, String pkg, String id) {
    String data = arguments.text("capabilityData").orElse("");
    Optional<Capability> capability = arguments.text("capability").flatMap(Capability::parse);
    if (capability.isEmpty() || data.getBytes(UTF_8).length > DATA_MAX) {
      return Optional.empty();
    }
    return key(arguments, pkg, id)
        .map(
            key ->
                new Notice(
                    key,
                    arguments.text("mode").equals(Optional.of("active")),
                    media(arguments.text("medium").orElse(AUTO)),
                    Frequency.valueOf(arguments.text("freq").orElse(Frequency.LOW.name())),
                    capability.get(),
                    data));
  }

  private static List<Medium> media(String word) {
    return word.equals(AUTO) ? List.of(Medium.values()) : List.of(Medium.valueOf(word));
  }

  private static CallOutcome outcome(LnnReply reply) {
    return reply instanceof LnnReply.Refused refused ? Lnn.refused(refused) : CallOutcome.done();
  }
}
