package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.ipc.IpcAuth;
import dev.trustring.atm.ipc.IpcCode;
import dev.trustring.atm.ipc.PolicyTrans;
import dev.trustring.atm.lite.Lite;
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

/**
 * The questions of IPC authentication, with the policies of the system, and the two calls of the
 * service manager that ask them (access-token §6.3).
 */
final class IpcCall implements PlatformCall {

  private static final Param SERVICE =
      Param.required("service", ParamType.TEXT, "the service, such as bundlems");
  private static final Param FEATURE =
      Param.optional("feature", ParamType.TEXT, "the feature; missing for none");
  private static final Param PROVIDER =
      Param.required("uid", ParamType.INTEGER, "who registers the feature");
  private static final Param CONSUMER =
      Param.required("consumerUid", ParamType.INTEGER, "who wants to call it");

  private static final List<Failure> NO_PROVIDER =
      List.of(
          Answer.BAD_ARGUMENT,
          new Failure("100", "no process of the system"),
          new Failure("-2", "no policy is set for it"));
  private static final List<Failure> NO_CONSUMER =
      List.of(Answer.BAD_ARGUMENT, new Failure("-1", "no policy accepts it"));

  private final CallSpec spec;
  private final Param uid;
  private final BiFunction<IpcAuth.Endpoint, Integer, Lite.Command> command;

  private IpcCall(CallSpec spec, BiFunction<IpcAuth.Endpoint, Integer, Lite.Command> command) {
    this.spec = spec;
    this.uid = spec.params().get(2);
    this.command = command;
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return List.of(
        new IpcCall(
            spec(
                "IpcAuth.GetCommunicationStrategy",
                PROVIDER,
                "the policies",
                NO_PROVIDER,
                "Tells a service that registers a feature who may call it."),
            Lite.Command.GetCommunicationStrategy::new),
        new IpcCall(
            spec(
                "IpcAuth.IsCommunicationAllowed",
                CONSUMER,
                "0",
                NO_CONSUMER,
                "Asks whether a process may call a feature of another."),
            Lite.Command.IsCommunicationAllowed::new),
        new IpcCall(
            spec(
                "SamgrLite.RegisterFeature",
                PROVIDER,
                "0",
                NO_PROVIDER,
                "Registers a feature of a service, if there are policies for it."),
            Lite.Command.RegisterFeature::new),
        new IpcCall(
            spec(
                "SamgrLite.GetFeatureApi",
                CONSUMER,
                "0, or nothing if nobody has registered the feature",
                NO_CONSUMER,
                "Asks for a registered feature of another process."),
            Lite.Command.GetFeatureApi::new));
  }

  private static CallSpec spec(
      String name, Param uid, String returns, List<Failure> failures, String meaning) {
    return new CallSpec(
        new CallName(name), List.of(SERVICE, FEATURE, uid), returns, failures, meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> service = call.arguments().text(SERVICE.name());
    Optional<Integer> asker =
        call.arguments()
            .number(uid.name())
            .filter(number -> number == number.intValue())
            .map(Long::intValue);
    Optional<String> feature = call.arguments().text(FEATURE.name());
    boolean featureBad = feature.isEmpty() && call.arguments().find(FEATURE.name()).isPresent();
    if (service.isEmpty() || asker.isEmpty() || featureBad) {
      call.answer(Answer.badArgument("service, feature or " + uid.name() + " is missing or bad"));
      return;
    }
    IpcAuth.Endpoint endpoint = new IpcAuth.Endpoint(service.get(), feature);
    call.lite(command.apply(endpoint, asker.get()), reply -> call.answer(outcome(reply)));
  }

  private static CallOutcome outcome(Lite.Reply reply) {
    if (reply instanceof Lite.Reply.Policies told) {
      return outcome(told.strategy());
    }
    if (reply instanceof Lite.Reply.Answered answered) {
      return outcome(answered.code());
    }
    if (reply instanceof Lite.Reply.NoFeature) {
      return CallOutcome.of(NullNode.getInstance());
    }
    throw new AssertionError(reply);
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
