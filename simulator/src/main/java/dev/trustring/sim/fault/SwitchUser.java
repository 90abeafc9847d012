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
 * Somebody else takes the device: a new OS account comes to the front, through the calls of the
 * settings app, and rows, rings and syncs of the first one rest (trust-and-softbus §1.5, kv-store
 * §3.8). Healing brings the first one back to the front.
 */
final class SwitchUser implements FaultKind {

  private static final int FIRST = 100;
  private static final int NORMAL = 1;

  private static final FaultSpec SPEC =
      new FaultSpec(
          "switch-user",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "Another user, who is new, comes to the front of the device; then the first one again.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    made.put("localName", arguments.cause().toString()).put("type", NORMAL);
    call(
        world,
        device,
        "createOsAccount",
        made,
        created -> activate(world, device, created.path("localId").asInt()));
    return () -> activate(world, device, FIRST);
  }

  private static void activate(World world, DeviceName device, int user) {
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("localId", user);
    call(world, device, "activateOsAccount", values, done -> {});
  }

  private static void call(
      World world, DeviceName device, String method, ObjectNode values, Consumer<JsonNode> then) {
    Settings.call(world, device, "osAccount." + method, values, then);
  }
}
