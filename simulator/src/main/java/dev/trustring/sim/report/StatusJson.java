package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.status.DeviceStatus;
import dev.trustring.sim.status.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How devices stand, as JSON. */
public final class StatusJson {

  private StatusJson() {}

  /** One object for each device. */
  public static ObjectNode of(List<Standing> standings) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    ArrayNode devices = node.putArray("devices");
    standings.forEach(standing -> devices.add(of(standing)));
    return node;
  }

  private static ObjectNode of(Standing standing) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("device", standing.device());
    node.put("state", standing.state().name().toLowerCase(Locale.ROOT));
    if (standing.holder().isPresent()) {
      node.put("process", standing.holder().getAsLong());
    }
    standing.said().ifPresent(said -> put(node, standing, said));
    return node;
  }

  private static void put(ObjectNode node, Standing standing, DeviceStatus said) {
    node.put("address", said.address());
    node.put("boot", said.boot());
    node.put("silentMillis", standing.silent().toMillis());
    ObjectNode rings = node.putObject("rings");
    for (Map.Entry<String, Map<String, String>> ring : said.rings().entrySet()) {
      ObjectNode members = rings.putObject(ring.getKey());
      ring.getValue().forEach(members::put);
    }
    DeviceStatus.Queues queues = said.queues();
    ObjectNode shown = node.putObject("queues");
    shown.put("framesSent", queues.framesSent());
    shown.put("framesArrived", queues.framesArrived());
    shown.put("framesLost", queues.framesLost());
    shown.put("callsOpen", queues.callsOpen());
    if (queues.writesUnderWay() != DeviceStatus.UNKNOWN) {
      shown.put("writesUnderWay", queues.writesUnderWay());
    }
  }
}
