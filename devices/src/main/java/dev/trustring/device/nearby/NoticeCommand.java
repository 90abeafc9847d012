package dev.trustring.device.nearby;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/** Something asked about what is published and looked for at the soft bus, or heard of it. */
public sealed interface NoticeCommand {

  /** By what name the DeviceManager is a package of the soft bus. */
  String MANAGER = "ohos.distributedhardware.devicemanager";

  /** PublishLNN. */
  record Publish(Notice notice) implements NoticeCommand {}

  record StopPublish(Notice.Key key) implements NoticeCommand {}

  /** RefreshLNN: looks for devices. */
  record Refresh(Notice notice) implements NoticeCommand {}

  record StopRefresh(Notice.Key key) implements NoticeCommand {}

  /** An app has the DeviceManager publish this device, for two minutes at most. */
  record PublishFor(Client client, Notice notice) implements NoticeCommand {}

  /** An app has the DeviceManager take back what has that number. */
  record UnpublishFor(Notice.Key key) implements NoticeCommand {}

  /** The process of a package has ended. */
  record Gone(String pkg) implements NoticeCommand {}

  /** Another device asks or tells. */
  record Heard(DeviceName from, Medium medium, Payload.OfNotices word) implements NoticeCommand {

    /** What kind of device it is, if it tells of that capability. */
    Optional<Integer> typeOf(Capability capability) {
      return word instanceof Payload.DiscoverNotice news
              && news.capability().equals(capability.word())
          ? Optional.of(news.deviceType())
          : Optional.empty();
    }
  }
}
