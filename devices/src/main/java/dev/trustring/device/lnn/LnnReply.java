package dev.trustring.device.lnn;

import dev.trustring.device.nearby.DiscoveryRefusal;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.TreeMap;

/** What a question about the network of nodes comes to. */
public sealed interface LnnReply {

  record Done() implements LnnReply {}

  /** What is known of each node that was asked for. */
  record Nodes(Map<DeviceName, Payload.NodeAttributes> told) implements LnnReply {
    public Nodes {
      told = new TreeMap<>(told);
    }
  }

  /**
   * It failed.
   *
   * @param name a stable name of the failure
   */
  record Refused(int number, String name, String text) implements LnnReply {

    public static Refused of(JoinCode why) {
      return new Refused(why.number(), why.name(), why.text());
    }

    public static Refused of(DiscoveryRefusal why) {
      return new Refused(why.number(), why.name(), why.meaning());
    }

    public static Refused of(FloodCode why) {
      return new Refused(why.number(), why.name(), why.text());
    }
  }
}
