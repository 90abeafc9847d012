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
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.nearby.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for devices around (trust-and-softbus §2.1, §2.4). Nobody there is no failure. */
final class StartDiscovering implements PlatformCall {

  private static final String TARGET = "discoverTargetType";
  private static final String OPERATOR = "filter_op";
  private static final String FILTERS = "filters";

  /** What apps write, and the condition of the service that it becomes. */
  private static final Map<String, String> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("availableStatus", "credible");
    OPTIONS.put("discoverDistance", "range");
    OPTIONS.put("authenticationStatus", "isTrusted");
    OPTIONS.put("authorizationType", "authForm");
  }

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("distributedDeviceManager.startDiscovering"),
          List.of(
              Param.object(
                  "discoverParam",
                  true,
                  List.of(Param.required(TARGET, ParamType.INTEGER, "1, a device")),
                  "what to look for"),
              Param.object("filterOptions", false, filterFields(), "which devices are told of")),
          "nothing; discoverSuccess comes for each device",
          List.of(
              Answer.BAD_ARGUMENT,
              Answer.NO_PERMISSION,
              Managers.RELEASED,
              new Failure("11600104", "the app discovers already, or a filter or the screen"),
              Answer.NOT_INSTALLED),
          "Looks for devices for two minutes, over Wi-Fi in the same subnet and over Bluetooth.");

  private static List<Param> filterFields() {
    List<Param> fields = new ArrayList<>();
    OPTIONS.forEach(
        (option, type) ->
            fields.add(
                Param.optional(
                    option, ParamType.INTEGER, "condition " + type + " of the service")));
    fields.add(Param.optional(OPERATOR, ParamType.TEXT, "AND or OR, as the service writes it"));
    fields.add(
        new Param(
            FILTERS,
            ParamType.OBJECTS,
            false,
            List.of(),
            List.of(
                Param.required("type", ParamType.TEXT, "credible, isTrusted, deviceType..."),
                Param.required("value", ParamType.INTEGER, "what it has to be")),
            "conditions as the service writes them"));
    return fields;
  }

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Managers.whenHeld(call, () -> whenHeld(call));
  }

  private static void whenHeld(RunningCall call) {
    boolean device =
        call.arguments().object("discoverParam").number(TARGET).equals(Optional.of(1L));
    boolean typed =
        call.arguments().find("filterOptions").map(options -> options.isObject()).orElse(true);
    Optional<Filter> filter = filter(call.arguments().object("filterOptions"));
    if (!device || !typed || filter.isEmpty()) {
      call.answer(Answer.badArgument(TARGET + " is not 1, or a filter is mistyped"));
      return;
    }
    Apps.whenPermitted(
        call,
        () ->
            call.devices(
                new DeviceManager.Start(Managers.client(call), filter.get()),
                refusal ->
                    call.answer(
                        refusal
                            .map(why -> CallOutcome.failed(11600104, why.name(), why.meaning()))
                            .orElseGet(CallOutcome::done))));
  }

  private static Optional<Filter> filter(Arguments options) {
    List<Filter.Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
      if (options.find(option.getKey()).isPresent()) {
        Optional<Long> value = options.number(option.getKey());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(new Filter.Condition(option.getValue(), value.get()));
      }
    }
    if (options.find(FILTERS).isPresent()) {
      for (Arguments one :
          options.objects(FILTERS).orElse(List.of(new Arguments(Answer.object())))) {
        Optional<String> type = one.text("type");
        Optional<Long> value = one.number("value");
        if (type.isEmpty() || value.isEmpty()) {
          return Optional.empty();
        }
        conditions.add(new Filter.Condition(type.get(), value.get()));
      }
    }
    boolean stated = options.find(OPERATOR).isPresent();
    Optional<String> operator = stated ? options.text(OPERATOR) : Optional.of("AND");
    return operator.map(word -> new Filter(word, conditions));
  }
}
