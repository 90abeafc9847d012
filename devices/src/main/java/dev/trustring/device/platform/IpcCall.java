package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.ipc.IpcAuth;
import dev.trustring.atm.ipc.IpcCode;
import dev.trustring.atm.ipc.PolicyTrans;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The two questions of IPC authentication, with the policies of the system (access-token §6.3). */
final class IpcCall implements PlatformCall {

  private static final IpcAuth AUTH = IpcAuth.ofSystem(IpcAuth.EmptySlots.MATCH_UID_ZERO);

  private static final Param SERVICE =
      Param.required("service", ParamType.TEXT, "the service, such as bundlems");
  private static final Param FEATURE =
      Param.optional("feature", ParamType.TEXT, "the feature; missing for none");

  private final CallSpec spec;
  private final String uidParam;
  private final BiFunction<IpcAuth.Endpoint, Integer, CallOutcome> answer;

  private IpcCall(
      CallSpec spec, String uidParam, BiFunction<IpcAuth.Endpoint, Integer, CallOutcome> answer) {
    this.spec = spec;
    this.uidParam = uidParam;
    this.answer = answer;
  }

  /** Both of them. */
  static List<PlatformCall> all() {
    return List.of(
        new IpcCall(
            new CallSpec(
                new CallName("IpcAuth.GetCommunicationStrategy"),
                List.of(
                    SERVICE,
                    FEATURE,
                    Param.required("uid", ParamType.INTEGER, "who registers the feature")),
                "the policies",
                List.of(
                    Answer.BAD_ARGUMENT,
                    new Failure("100", "no process of the system"),
                    new Failure("-2", "no policy is set for it")),
                "Tells a service that registers a feature who may call it."),
            "uid",
            (endpoint, uid) -> outcome(AUTH.strategy(endpoint, uid))),
        new IpcCall(
            new CallSpec(
                new CallName("IpcAuth.IsCommunicationAllowed"),
                List.of(
                    SERVICE,
                    FEATURE,
                    Param.required("consumerUid", ParamType.INTEGER, "who wants to call it")),
                "0",
                List.of(Answer.BAD_ARGUMENT, new Failure("-1", "no policy accepts it")),
                "Asks whether a process may call a feature of another."),
            "consumerUid",
            (endpoint, uid) -> outcome(AUTH.isAllowed(endpoint, uid))));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> service = call.arguments().text("service");
    Optional<Integer> uid =
        call.arguments()
            .number(uidParam)
            .filter(number -> number == number.intValue())
            .map(Long::intValue);
    Optional<String> feature = call.arguments().text("feature");
    boolean featureBad = feature.isEmpty() && call.arguments().find("feature").isPresent();
    if (service.isEmpty() || uid.isEmpty() || featureBad) {
      call.answer(Answer.badArgument("service, feature or " + uidParam + " is missing or bad"));
      return;
    }
    call.answer(answer.apply(new IpcAuth.Endpoint(service.get(), feature), uid.get()));
  }

  private static CallOutcome outcome(IpcAuth.Strategy strategy) {
    if (strategy.code() != IpcCode.SUCCESS) {
      return outcome(strategy.code());
    }
    ArrayNode policies = Answer.object().arrayNode();
    strategy.policies().forEach(policy -> policies.add(asJson(policy)));
    return CallOutcome.of(policies);
  }

  private static ObjectNode asJson(PolicyTrans policy) {
    ObjectNode json = Answer.object().put("type", policy.type());
    json.put("uidMin", policy.uidMin()).put("uidMax", policy.uidMax());
    ArrayNode slots = json.putArray("fixedUid");
    policy.fixedUid().forEach(slots::add);
    return json;
  }

  private static CallOutcome outcome(IpcCode code) {
    return code == IpcCode.SUCCESS
        ? CallOutcome.of(IntNode.valueOf(0))
        : CallOutcome.failed(code.number(), code.name(), "the policies of the system say so");
  }
}
