package dev.trustring.sim.fault;

import dev.trustring.atm.remote.TokenSyncMessage;
import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;

/**
 * Loses what a device tells others of changes of its apps' permissions. The platform neither
 * repeats nor numbers it, so their copies stay as they were (access-token §5.6).
 */
final class TokenUpdateLost implements FaultKind {

  private static final FaultSpec SPEC =
      new FaultSpec(
          "token-update-lost",
          List.of(
              FaultParam.required(
                  "device", FaultParam.Type.DEVICE, "the device whose apps change")),
          true,
          "What the device tells others of changed grants is lost; their copies stay.");

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    DeviceName device = arguments.device();
    return world
        .air()
        .losing(
            frame -> frame.from().equals(device) && isPush(frame),
            "token updates of " + device + " are lost");
  }

  private static boolean isPush(Frame frame) {
    return frame.payload() instanceof Payload.OfAtm word
        && (word.message() instanceof TokenSyncMessage.UpdateRemoteHapToken
            || word.message() instanceof TokenSyncMessage.DeleteRemoteToken);
  }
}
