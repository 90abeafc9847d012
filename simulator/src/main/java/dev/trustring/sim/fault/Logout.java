package dev.trustring.sim.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/** The person logs out; healing is logging in to the account that the device began with. */
final class Logout implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "logout",
          List.of(FaultParam.required("device", FaultParam.Type.DEVICE, "the device")),
          true,
          "The person logs out of the HUAWEI ID that the device was logged in to at the start.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    Optional<AccountId> account =
        world.scenario().devices().stream()
            .filter(one -> one.profile().name().equals(device))
            .findFirst()
            .flatMap(one -> one.profile().account());
    if (account.isEmpty()) {
      return () -> {};
    }
    tell(world, device, "LOGOUT", Optional.empty());
    return () -> tell(world, device, "LOGIN", account);
  }

  private static void tell(
      World world, DeviceName device, String event, Optional<AccountId> account) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    values.put("event", "Ohos.account.event." + event);
    account.ifPresent(id -> values.put("accountId", id.value()));
    Settings.call(world, device, "distributedAccount.setOsAccountDistributedInfo", values);
  }
}
