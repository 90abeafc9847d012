package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The calls about nodes (trust-and-softbus §5.2, §5.3): first the permission is asked, then the
 * arguments are looked at, then the guard against floods (that order is our choice, unverified).
 * Processes of the system, for which the settings app stands, hold every permission.
 *
 * <p>JoinLNN is answered when the join has ended, as its listener is told on the platform.
 */
final class LnnCall implements PlatformCall {

  private static final Param NODE = Param.required("networkId", ParamType.DEVICE, "the node");

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
            Lnn.CENTER,
            (pkg, node) -> new LnnAsk.Join(pkg, node.orElseThrow())),
        new LnnCall(
            spec(
                "LeaveLNN",
                "Leaves a node, or takes back a join that is under way.",
                List.of(JoinCode.UNKNOWN_NODE, JoinCode.ALREADY_LEAVING)),
            Lnn.CENTER,
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
    return spec(name, meaning, List.of(NODE, Lnn.PACKAGE), codes);
  }

  private static CallSpec specOfAll(String name, String meaning) {
    return spec(name, meaning, List.of(Lnn.PACKAGE), List.of());
  }

  private static CallSpec spec(
      String name, String meaning, List<Param> params, List<JoinCode> codes) {
    return Lnn.spec(
        name,
        params,
        "nothing, or networkIds",
        codes.stream().map(code -> Lnn.failure(code.number(), code.text())),
        meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Lnn.whenHolds(call, permission, () -> whenPermitted(call));
  }

  private void whenPermitted(RunningCall call) {
    Optional<String> pkg = Lnn.pkg(call);
    Optional<DeviceName> node =
        Legal.device(call.arguments(), NODE.name())
            .filter(named -> !named.equals(call.device().name()) || !isAboutPeers());
    boolean missing = spec.params().contains(NODE) && node.isEmpty();
    if (missing || pkg.isEmpty()) {
      call.answer(Lnn.invalid());
      return;
    }
    call.lnn(asking.apply(pkg.get(), node), reply -> call.answer(outcome(reply)));
  }

  /** A device neither joins nor leaves itself. */
  private boolean isAboutPeers() {
    return permission.equals(Lnn.CENTER);
  }

  private static CallOutcome outcome(LnnReply reply) {
    if (reply instanceof LnnReply.Refused refused) {
      return Lnn.refused(refused);
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
