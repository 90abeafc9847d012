package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.profile.AppPackage;
import java.util.Map;
import java.util.TreeMap;

/**
 * An app of the story.
 *
 * @param alias the short name by which the scenario speaks of it
 * @param stores the options with which the app's code opens each of its stores, by store id
 */
public record App(String alias, AppPackage contents, Map<String, ObjectNode> stores) {

  public App {
    stores = new TreeMap<>(stores);
  }
}
