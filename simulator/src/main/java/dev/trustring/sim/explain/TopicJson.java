package dev.trustring.sim.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.report.Json;
import java.util.List;

/** Topics as JSON. */
final class TopicJson {

  private TopicJson() {}

  static ObjectNode of(String asked, List<Topic> topics) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("version", Json.VERSION);
    node.put("asked", asked);
    ArrayNode list = node.putArray("topics");
    topics.forEach(topic -> list.add(of(topic)));
    return node;
  }

  private static ObjectNode of(Topic topic) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", topic.kind().word());
    node.put("word", topic.word());
    node.put("says", topic.says());
    ArrayNode sections = node.putArray("sections");
    for (Topic.Section section : topic.sections()) {
      ObjectNode part = sections.addObject();
      part.put("heading", section.heading());
      ArrayNode entries = part.putArray("entries");
      for (Topic.Entry entry : section.entries()) {
        ObjectNode line = entries.addObject();
        line.put("term", entry.term());
        line.put("text", entry.text());
      }
    }
    return node;
  }
}
