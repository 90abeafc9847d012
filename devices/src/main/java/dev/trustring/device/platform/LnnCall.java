package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.lnn.FloodCode;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.device.net.SessionCode;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The calls about nodes (trust-and-softbus §5.2, §5.3): first the permission is asked, then the
 * arguments are looked at, then the guard against floods (that order is our choice, unverified).
 * Processes of the system, for which the settings app stands, hold every permission.
 *
 * <p>JoinLNN is answered when the join has ended, as its listener is told on the platform.
 */
final class LnnCall implements PlatformCall {

  private static final PermissionName CENTER = PermissionName.of("DISTRIBUTED_SOFTBUS_CENTER");
  private static final Param PACKAGE =
      Param.optional("pkgName", ParamType.TEXT, "the package; an app's bundle if not given");
  private static final Param NODE = Param.required("networkId", ParamType.DEVICE, "the node");
  private static final int PACKAGE_MAX = 64;

  private final CallSpec spec;
  private final PermissionName permission;
  private final BiFunction<String, Optional<DeviceName>, LnnAsk> asking;

  private LnnCall(
      CallSpec spec,
      PermissionName permission,
      BiFunction<String, Optional<DeviceName>, LnnAsk> asking) {
    this.spec = spec;
    this.permission = permission;
    this.asking = asking;
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return List.of(
        new LnnCall(
            spec("JoinLNN", "Joins a node; ends when it is online or why it is not.", joining()),
            CENTER,
            (pkg, node) -> new LnnAsk.Join(pkg, node.orElseThrow())),
        new LnnCall(
            spec(
                "LeaveLNN",
                "Leaves a node, or takes back a join that is under way.",
                List.of(JoinCode.UNKNOWN_NODE, JoinCode.ALREADY_LEAVING)),
            CENTER,
            (pkg, node) -> new LnnAsk.Leave(pkg, node.orElseThrow())),
        new LnnCall(
            spec(
                "GetNodeKeyInfo",
                "Tells what a node has told of itself.",
                List.of(JoinCode.UNKNOWN_NODE)),
            PermissionName.DISTRIBUTED_DATASYNC,
            (pkg, node) -> new LnnAsk.GetNodeKeyInfo(pkg, node.orElseThrow())),
        new LnnCall(
            specOfAll("GetAllNodeDeviceInfo", "Tells what all nodes online told of themselves."),
            PermissionName.DISTRIBUTED_DATASYNC,
            (pkg, node) -> new LnnAsk.GetAllNodeInfo(pkg)),
        new LnnCall(
            specOfAll("GetLocalNodeDeviceInfo", "Tells what this device tells of itself."),
            PermissionName.DISTRIBUTED_DATASYNC,
            (pkg, node) -> new LnnAsk.GetLocalNodeInfo(pkg)));
  }

  /** All that a join can end with. */
  private static List<JoinCode> joining() {
    return Arrays.stream(JoinCode.values()).filter(code -> code != JoinCode.UNKNOWN_NODE).toList();
  }

  private static CallSpec spec(String name, String meaning, List<JoinCode> codes) {
    return spec(name, meaning, List.of(NODE, PACKAGE), codes);
  }

  private static CallSpec specOfAll(String name, String meaning) {
    return spec(name, meaning, List.of(PACKAGE), List.of());
  }

  private static CallSpec spec(
      String name, String meaning, List<Param> params, List<JoinCode> codes) {
    List<Failure> failures = new ArrayList<>();
    Stream.of(SessionCode.ACCESS_TOKEN_DENIED, SessionCode.INVALID_PARAM)
        .forEach(code -> failures.add(failure(code.number(), code.text())));
    Stream.of(FloodCode.values())
        .forEach(code -> failures.add(failure(code.number(), code.text())));
    codes.forEach(code -> failures.add(failure(code.number(), code.text())));
    failures.add(Answer.NOT_INSTALLED);
    return new CallSpec(
        new CallName("LNN." + name), params, "nothing, or networkIds", failures, meaning);
  }

  private static Failure failure(int number, String text) {
    return new Failure(Integer.toString(number), text);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Apps.whenHolds(
        call,
        permission,
        () -> whenPermitted(call),
        () ->
            call.answer(
                failed(
                    SessionCode.ACCESS_TOKEN_DENIED,
                    "the app does not hold " + permission.shortName())));
  }

  private void whenPermitted(RunningCall call) {
    Optional<String> pkg =
        call.arguments().find(PACKAGE.name()).isEmpty()
            ? Optional.of(call.caller().shortForm())
            : call.arguments().text(PACKAGE.name());
    Optional<DeviceName> node =
        Legal.device(call.arguments(), NODE.name())
            .filter(named -> !named.equals(call.device().name()) || !isAboutPeers());
    boolean missing = spec.params().contains(NODE) && node.isEmpty();
    if (missing || pkg.filter(LnnCall::isPackage).isEmpty()) {
      call.answer(failed(SessionCode.INVALID_PARAM, SessionCode.INVALID_PARAM.text()));
      return;
    }
    call.lnn(asking.apply(pkg.get(), node), reply -> call.answer(outcome(reply)));
  }

  private static boolean isPackage(String name) {
    return !name.isEmpty() && name.length() <= PACKAGE_MAX;
  }

  /** A device neither joins nor leaves itself. */
  private boolean isAboutPeers() {
    return permission.equals(CENTER);
  }

  private static CallOutcome failed(SessionCode code, String text) {
    return CallOutcome.failed(code.number(), code.name(), text);
  }

  private static CallOutcome outcome(LnnReply reply) {
    if (reply instanceof LnnReply.Refused refused) {
      return CallOutcome.failed(refused.number(), refused.name(), refused.text());
    }
    return reply instanceof LnnReply.Nodes nodes
        ? CallOutcome.of(words(nodes))
        : CallOutcome.done();
  }

  /** By the names of the devices, in place of their networkIds; those change with every boot. */
  private static JsonNode words(LnnReply.Nodes nodes) {
    ObjectNode words = Answer.object();
    nodes.told().forEach((node, told) -> words.set(node.value(), words(told)));
    return words;
  }

  private static JsonNode words(Payload.NodeAttributes told) {
    return Answer.object()
        .put("networkId", told.info().networkId().value())
        .put("deviceTypeId", told.deviceType());
  }
}
