package dev.trustring.device.nearby;

import dev.trustring.device.nearby.DeviceManager.Broadcast;
import dev.trustring.device.nearby.DeviceManager.CallBack;
import dev.trustring.device.nearby.DeviceManager.Decision;
import dev.trustring.device.nearby.DeviceManager.Effect;
import dev.trustring.device.nearby.DeviceManager.NoticeRound;
import dev.trustring.device.nearby.DeviceManager.StartTimer;
import dev.trustring.device.nearby.DeviceManager.StopTimer;
import dev.trustring.device.nearby.DeviceManager.Transmit;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What processes publish of this device at the soft bus and look for there (trust-and-softbus
 * §5.1). What is active goes out over CoAP for the rounds of its frequency and over Bluetooth as
 * long as it is there; how often a beacon goes out is our choice. Whatever is published answers who
 * asks for it. Memory only.
 */
final class BusDiscovery {
  private final int deviceType;
  private final CoapMemory coap;
  private final NoticeBook published = new NoticeBook();
  private final NoticeBook sought = new NoticeBook();
  private final Map<NoticeRound, Integer> rounds = new LinkedHashMap<>();
  private final Map<Notice.Key, Set<String>> told = new LinkedHashMap<>();

  BusDiscovery(int deviceType, CoapMemory coap) {
    this.deviceType = deviceType;
    this.coap = coap;
  }

  /** The packages that have something here. */
  Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    Stream.of(published, sought)
        .flatMap(book -> book.all().stream())
        .forEach(notice -> packages.add(notice.key().pkg()));
    return packages;
  }

  Decision publish(Notice notice, boolean screenOn) {
    return begin(published.add(notice, screenOn), notice, false, screenOn);
  }

  Decision refresh(Notice notice, boolean screenOn) {
    Optional<DiscoveryRefusal> refusal = sought.add(notice, screenOn);
    if (refusal.isEmpty() && notice.media().contains(Medium.COAP)) {
      coap.clear();
    }
    return begin(refusal, notice, true, screenOn);
  }

  private Decision begin(
      Optional<DiscoveryRefusal> refusal, Notice notice, boolean seeks, boolean screenOn) {
    List<Effect> effects = new ArrayList<>();
    if (refusal.isEmpty() && notice.active()) {
      for (Medium medium : notice.media()) {
        effects.addAll(round(new NoticeRound(notice.key(), seeks, medium), screenOn));
      }
    }
    return new Decision(effects, refusal);
  }

  Decision stopPublish(Notice.Key key) {
    return end(published.remove(key), false);
  }

  Decision stopRefresh(Notice.Key key) {
    told.remove(key);
    return end(sought.remove(key), true);
  }

  private Decision end(Optional<Notice> removed, boolean seeks) {
    List<Effect> effects = new ArrayList<>();
    for (Medium medium : removed.map(Notice::media).orElse(List.of())) {
      NoticeRound round = new NoticeRound(removed.orElseThrow().key(), seeks, medium);
      if (rounds.remove(round) != null) {
        effects.add(new StopTimer(round));
      }
    }
    return new Decision(
        effects,
        removed.isPresent() ? Optional.empty() : Optional.of(DiscoveryRefusal.NO_SUCH_NOTICE));
  }

  /** The process of a package has ended, and what it had here with it. */
  List<Effect> gone(String pkg) {
    List<Effect> effects = new ArrayList<>();
    published.all().stream()
        .map(Notice::key)
        .filter(key -> key.pkg().equals(pkg))
        .forEach(key -> effects.addAll(stopPublish(key).effects()));
    sought.all().stream()
        .map(Notice::key)
        .filter(key -> key.pkg().equals(pkg))
        .forEach(key -> effects.addAll(stopRefresh(key).effects()));
    return effects;
  }

  /** The next round of something active; a screen that is off holds back what is bound to it. */
  List<Effect> round(NoticeRound round, boolean screenOn) {
    Optional<Notice> found = (round.seeks() ? sought : published).find(round.key());
    if (found.isEmpty()) {
      return List.of();
    }
    Notice notice = found.get();
    List<Effect> effects = new ArrayList<>();
    if (screenOn || !notice.capability().isBound()) {
      effects.add(new Broadcast(round.medium(), round.seeks() ? probe(notice) : news(notice)));
    }
    int made = rounds.merge(round, 1, Integer::sum);
    if (round.medium() == Medium.BLE) {
      effects.add(new StartTimer(round, Medium.BLE.pause()));
    } else if (made < notice.frequency().rounds()) {
      effects.add(new StartTimer(round, notice.frequency().pause()));
    }
    return effects;
  }

  private static Payload probe(Notice notice) {
    return new Payload.DiscoverCapability(notice.capability().word());
  }

  private Payload news(Notice notice) {
    return news(notice.capability(), notice.data());
  }

  private Payload.DiscoverNotice news(Capability capability, String data) {
    return new Payload.DiscoverNotice(capability.word(), data, deviceType);
  }

  /**
   * Another device looks for a capability. The DeviceManager of each device publishes its own by
   * itself.
   */
  List<Effect> asked(DeviceName from, Medium medium, String word, boolean screenOn) {
    Optional<Capability> capability =
        Capability.parse(word).filter(one -> screenOn || !one.isBound());
    Stream<Payload> answers =
        capability.stream()
            .flatMap(one -> published.about(one, medium))
            .map(notice -> news(notice));
    List<Payload> known = answers.toList();
    if (known.isEmpty() && capability.equals(Optional.of(Capability.OSD))) {
      known = List.of(news(Capability.OSD, ""));
    }
    return known.stream().<Effect>map(answer -> new Transmit(from, medium, answer)).toList();
  }

  /** Another device says what it is; each process that looks for it is told once. */
  List<Effect> heard(DeviceName from, Medium medium, Payload.DiscoverNotice news) {
    String says = news.data().isEmpty() ? from.value() : from + " with " + news.data();
    return Capability.parse(news.capability()).stream()
        .flatMap(capability -> sought.about(capability, medium))
        .map(Notice::key)
        .filter(key -> told.computeIfAbsent(key, absent -> new TreeSet<>()).add(says))
        .<Effect>map(
            key ->
                new CallBack(
                    new AppCallback(new PkgName(key.pkg()), DeviceEvent.DEVICE_FOUND, says)))
        .toList();
  }
}
