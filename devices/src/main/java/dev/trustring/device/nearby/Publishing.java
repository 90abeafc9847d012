package dev.trustring.device.nearby;

import dev.trustring.device.nearby.DeviceManager.Decision;
import dev.trustring.device.nearby.DeviceManager.Effect;
import dev.trustring.device.nearby.DeviceManager.NoticeRound;
import dev.trustring.device.nearby.DeviceManager.PublishingEnds;
import dev.trustring.device.nearby.DeviceManager.StartTimer;
import dev.trustring.device.nearby.DeviceManager.StopTimer;
import dev.trustring.device.net.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what concerns publishing to the soft bus, and keeps the one that the DeviceManager has
 * there for an app (trust-and-softbus §2.2). One app publishes at a time: the same one is refused,
 * another takes the place of the first; two minutes later it ends by itself. Taking back a number
 * that is not published lets the app publish again, while what it has there stays, as in the
 * platform's sources.
 */
final class Publishing {

  static final Duration LENGTH = Duration.ofMinutes(2);

  private record Running(Client client, Notice.Key key) {}

  private final BusDiscovery bus;
  private Optional<Running> running = Optional.empty();

  Publishing(BusDiscovery bus) {
    this.bus = bus;
  }

  Set<String> packages() {
    return bus.packages();
  }

  Decision decide(NoticeCommand command, boolean screenOn) {
    if (command instanceof NoticeCommand.Publish publish) {
      return bus.publish(publish.notice(), screenOn);
    } else if (command instanceof NoticeCommand.StopPublish stop) {
      return bus.stopPublish(stop.key());
    } else if (command instanceof NoticeCommand.Refresh refresh) {
      return bus.refresh(refresh.notice(), screenOn);
    } else if (command instanceof NoticeCommand.StopRefresh stop) {
      return bus.stopRefresh(stop.key());
    } else if (command instanceof NoticeCommand.PublishFor publish) {
      return publish(publish, screenOn);
    } else if (command instanceof NoticeCommand.UnpublishFor stop) {
      return unpublish(stop.key());
    } else if (command instanceof NoticeCommand.Gone gone) {
      return went(bus.gone(gone.pkg()));
    } else if (command instanceof NoticeCommand.Heard heard) {
      return went(heard(heard, screenOn));
    }
    throw new AssertionError(command);
  }

  private static Decision went(List<Effect> effects) {
    return new Decision(effects, Optional.empty());
  }

  private Decision publish(NoticeCommand.PublishFor asked, boolean screenOn) {
    if (running.filter(one -> one.client().equals(asked.client())).isPresent()) {
      return new Decision(List.of(), Optional.of(DiscoveryRefusal.PUBLISH_REPEATED));
    }
    List<Effect> effects = new ArrayList<>(end());
    Decision begun = bus.publish(asked.notice(), screenOn);
    effects.addAll(begun.effects());
    if (begun.refusal().isEmpty()) {
      running = Optional.of(new Running(asked.client(), asked.notice().key()));
      effects.add(new StartTimer(new PublishingEnds(), LENGTH));
    }
    return new Decision(effects, begun.refusal());
  }

  private Decision unpublish(Notice.Key key) {
    List<Effect> effects = new ArrayList<>();
    running.ifPresent(one -> effects.add(new StopTimer(new PublishingEnds())));
    running = Optional.empty();
    Decision ended = bus.stopPublish(key);
    effects.addAll(ended.effects());
    return new Decision(effects, ended.refusal());
  }

  /** Takes back what an app has published, if one has. */
  List<Effect> end() {
    return running.map(one -> unpublish(one.key()).effects()).orElse(List.of());
  }

  /** The DeviceManager has died, and all that it had there with it. */
  List<Effect> died() {
    List<Effect> effects = new ArrayList<>(end());
    effects.addAll(bus.gone(NoticeCommand.MANAGER));
    return effects;
  }

  List<Effect> fired(DeviceManager.Timer timer, boolean screenOn) {
    if (timer instanceof NoticeRound round) {
      return bus.round(round, screenOn);
    } else if (timer instanceof PublishingEnds) {
      return end();
    }
    throw new AssertionError(timer);
  }

  private List<Effect> heard(NoticeCommand.Heard heard, boolean screenOn) {
    if (heard.word() instanceof Payload.DiscoverCapability asked) {
      return bus.asked(heard.from(), heard.medium(), asked.capability(), screenOn);
    } else if (heard.word() instanceof Payload.DiscoverNotice news) {
      return bus.heard(heard.from(), heard.medium(), news);
    }
    throw new AssertionError(heard.word());
  }
}
