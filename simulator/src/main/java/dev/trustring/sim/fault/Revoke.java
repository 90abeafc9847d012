package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.sim.world.World;
import java.util.List;
import java.util.Optional;

/** Takes a permission away, through the same call as the settings app. */
final class Revoke implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "revoke",
          List.of(
              FaultParam.required("device", FaultParam.Type.DEVICE, "the device"),
              FaultParam.required("app", FaultParam.Type.APP, "the app"),
              FaultParam.optional(
                  "permission",
                  FaultParam.Type.TEXT,
                  "the permission; DISTRIBUTED_DATASYNC if not given")),
          false,
          "The person takes a permission away in the settings.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("app", arguments.text("app"));
    values.put(
        "permissionName",
        PermissionName.of(arguments.text("permission", "DISTRIBUTED_DATASYNC")).value());
    values.put("permissionFlags", PermissionFlag.USER_FIXED);
    world.call(
        arguments.device(),
        new CallRequest(
            new Caller.Settings(UserId.FIRST),
            new CallName("abilityAccessCtrl.revokeUserGrantedPermission"),
            values,
            Optional.empty()),
        outcome -> world.note("revoked", arguments.device(), outcome.shortForm()));
    return () -> {};
  }
}
