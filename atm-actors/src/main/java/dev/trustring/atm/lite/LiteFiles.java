package dev.trustring.atm.lite;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The permission files on the disk of a mini or small system.
 *
 * @param texts the content of each app's file, by the app's identifier
 */
public record LiteFiles(NavigableMap<String, String> texts) {
  /** A device without apps. */
  public static final LiteFiles NONE = new LiteFiles(new TreeMap<>());

  public LiteFiles {
    texts = Collections.unmodifiableNavigableMap(new TreeMap<>(texts));
  }

  /** The file of this app, if there is one. */
  public Optional<String> of(String identifier) {
    return Optional.ofNullable(texts.get(identifier));
  }

  LiteFiles with(String identifier, String text) {
    NavigableMap<String, String> more = new TreeMap<>(texts);
    more.put(identifier, text);
    return new LiteFiles(more);
  }

  LiteFiles without(String identifier) {
    NavigableMap<String, String> less = new TreeMap<>(texts);
    less.remove(identifier);
    return new LiteFiles(less);
  }
}
