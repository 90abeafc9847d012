package dev.trustring.device.platform;

import dev.trustring.device.lnn.LnnAsk;
import dev.trustring.device.lnn.LnnReply;
import dev.trustring.device.nearby.DeviceManager;
import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;

/** What any device around a fake one tells of itself. */
final class FakeNode {

  private FakeNode() {}

  static Payload.NodeAttributes attributesOf(DeviceName device) {
    NetworkId network = NetworkId.of(Udid.of(device), 1);
    return new Payload.NodeAttributes(
        new NodeInfo(network, Optional.empty(), Optional.empty(), List.of()), true, 0x0E);
  }

  /** The soft bus answers about notices by its rules, about nodes as it was told to. */
  static LnnReply answer(LnnAsk call, FakeDevice device, LnnReply ofNodes) {
    if (!(call instanceof LnnAsk.OfNotices asked) || ofNodes instanceof LnnReply.Refused) {
      return ofNodes;
    }
    return device
        .devices(new DeviceManager.OfNotices(asked.command()))
        .<LnnReply>map(LnnReply.Refused::of)
        .orElse(ofNodes);
  }
}
