package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.function.Consumer;

/**
 * One device ends its trust in another, which is told nothing and keeps its half. It is done as on
 * the platform: a device leaves the last of its HiChain groups by force, and the DeviceManager
 * drops its rows (trust-and-softbus §1.2, §1.5). A device that is in groups of others stays
 * trusted.
 */
final class OneSidedUnbind implements FaultKind {

  private static final int PEER_TO_PEER = 256;

  private static final FaultSpec SPEC =
      new FaultSpec(
          "one-sided-unbind",
          List.of(
              FaultParam.required("from", FaultParam.Type.DEVICE, "who ends its trust"),
              FaultParam.required("to", FaultParam.Type.DEVICE, "in whom; it hears nothing of it")),
          false,
          "A device ends its trust in another one, which keeps its half of the bond.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    new Script(world, arguments).run();
    return () -> {};
  }

  /** A group is made for the other device alone, which is then taken out of it. */
  private static final class Script {
    private final World world;
    private final DeviceName device;
    private final DeviceName peer;
    private final String name;

    Script(World world, FaultArguments arguments) {
      this.world = world;
      this.device = arguments.direction().from();
      this.peer = arguments.direction().to();
      this.name = arguments.cause().toString();
    }

    void run() {
      call(
          "createGroup",
          arguments().put("groupType", PEER_TO_PEER).put("groupName", name),
          groups -> fill(groups.path(0).path("groupId").asText()));
    }

    private void fill(String group) {
      call(
          "addMemberToGroup",
          arguments().put("groupId", group).put("deviceId", peer.value()),
          groups -> empty(group));
    }

    private void empty(String group) {
      call(
          "deleteMemberFromGroup",
          arguments()
              .put("groupId", group)
              .put("deviceId", peer.value())
              .put("isForceDelete", true)
              .put("isIgnoreChannel", true),
          groups -> call("deleteGroup", arguments().put("groupId", group), gone -> {}));
    }

    private static ObjectNode arguments() {
      return JsonNodeFactory.instance.objectNode().put("appId", "one-sided-unbind");
    }

    private void call(String method, ObjectNode values, Consumer<JsonNode> then) {
      Settings.call(world, device, "DeviceGroupManager." + method, values, then);
    }
  }
}
