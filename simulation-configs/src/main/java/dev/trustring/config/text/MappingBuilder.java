package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.util.LinkedHashMap;
import java.util.List;

/** Collects the entries of one object and refuses a key that comes twice. */
final class MappingBuilder {

  private final LinkedHashMap<String, Node.Entry> entries = new LinkedHashMap<>();

  void add(Origin origin, String key, Node value) {
    checkNew(origin, key);
    entries.put(key, new Node.Entry(origin, key, value));
  }

  void checkNew(Origin origin, String key) {
    Node.Entry earlier = entries.get(key);
    if (earlier != null) {
      throw InputError.at(
          origin,
          "key "
              + InputError.quoted(key)
              + " comes twice, first in line "
              + earlier.origin().line());
    }
  }

  Node.Mapping build(Origin origin) {
    return new Node.Mapping(origin, List.copyOf(entries.values()));
  }
}
