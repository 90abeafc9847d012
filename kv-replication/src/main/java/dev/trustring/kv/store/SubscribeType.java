package dev.trustring.kv.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which changes a callback is to be told of (kv-store §1.3). */
public enum SubscribeType {
  SUBSCRIBE_TYPE_LOCAL,
  SUBSCRIBE_TYPE_REMOTE,
  SUBSCRIBE_TYPE_ALL;

  /** Whether it covers a change that came from a peer, or else one of this device. */
  boolean covers(boolean remote) {
    return switch (this) {
      case SUBSCRIBE_TYPE_LOCAL -> !remote;
      case SUBSCRIBE_TYPE_REMOTE -> remote;
      case SUBSCRIBE_TYPE_ALL -> true;
    };
  }

  public static Optional<SubscribeType> parse(String word) {
    return Arrays.stream(values()).filter(type -> type.name().equals(word)).findFirst();
  }

  /** All words, as the platform has them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SubscribeType::name).toList();
  }
}
