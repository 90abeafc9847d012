package dev.trustring.device.nearby;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is published on a device, or what is looked for, within its limits (§5.1). */
final class NoticeBook {
  static final int MOST_OF_PACKAGE = 1024;
  static final int MOST_OF_CAPABILITY = 32;

  private final Map<Notice.Key, Notice> notices = new LinkedHashMap<>();

  /** Enters it, or says why not. */
  Optional<DiscoveryRefusal> add(Notice notice, boolean screenOn) {
    Optional<DiscoveryRefusal> why = refuses(notice, screenOn);
    if (why.isEmpty()) {
      notices.put(notice.key(), notice);
    }
    return why;
  }

  /** What is passive and bound to the screen waits for it without a word. */
  private Optional<DiscoveryRefusal> refuses(Notice notice, boolean screenOn) {
    Capability capability = notice.capability();
    if (notices.containsKey(notice.key())) {
      return Optional.of(DiscoveryRefusal.DUPLICATE);
    } else if (count(one -> one.key().pkg().equals(notice.key().pkg())) >= MOST_OF_PACKAGE) {
      return Optional.of(DiscoveryRefusal.TOO_MANY_OF_PACKAGE);
    } else if (capability.isBound()
        && count(one -> one.capability() == capability) >= MOST_OF_CAPABILITY) {
      return Optional.of(DiscoveryRefusal.TOO_MANY_OF_CAPABILITY);
    }
    return notice.active() && capability.isBound() && !screenOn
        ? Optional.of(DiscoveryRefusal.SCREEN_OFF)
        : Optional.empty();
  }

  private long count(Predicate<Notice> which) {
    return notices.values().stream().filter(which).count();
  }

  Optional<Notice> find(Notice.Key key) {
    return Optional.ofNullable(notices.get(key));
  }

  Optional<Notice> remove(Notice.Key key) {
    return Optional.ofNullable(notices.remove(key));
  }

  Stream<Notice> about(Capability capability, Medium medium) {
    return notices.values().stream().filter(one -> one.concerns(capability, medium));
  }

  List<Notice> all() {
    return List.copyOf(notices.values());
  }
}
