package dev.trustring.device.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the DeviceManager publishes for apps (trust-and-softbus §2.2). */
class ManagerPublishingTest {
  private static final Client NOTES =
      new Client(new PkgName("com.example.notes"), OsAccountId.FIRST, false);
  private static final Client DIARY =
      new Client(new PkgName("com.example.diary"), OsAccountId.FIRST, false);

  private final DeviceManager manager = new DeviceManager(new DeviceName("phone"), 0x0E, List.of());
  private List<DeviceManager.Effect> effects = List.of();

  @Test
  void anAppPublishesOnceAndAnotherTakesItsPlace() {
    assertThat(publishesFor(NOTES, 7)).isEmpty();
    assertThat(publishesFor(NOTES, 8)).contains(DiscoveryRefusal.PUBLISH_REPEATED);

    assertThat(publishesFor(DIARY, 8)).isEmpty();

    assertThat(effects).contains(new DeviceManager.StopTimer(new DeviceManager.PublishingEnds()));
    assertThat(asks(new NoticeCommand.StopPublish(key(NoticeCommand.MANAGER, 7))))
        .contains(DiscoveryRefusal.NO_SUCH_NOTICE);
    assertThat(publishesFor(NOTES, 7)).isEmpty();
  }

  @Test
  void whatAnAppPublishesEndsAfterTwoMinutes() {
    publishesFor(NOTES, 7);
    DeviceManager.Timer end = new DeviceManager.PublishingEnds();
    assertThat(effects).contains(new DeviceManager.StartTimer(end, Duration.ofMinutes(2)));

    happens(new DeviceManager.TimerFired(end));

    assertThat(manager.desk().announcers()).isEmpty();
    assertThat(publishesFor(NOTES, 7)).isEmpty();
  }

  @Test
  void aRefusedPublicationLeavesNothing() {
    happens(new DeviceManager.Screen(ScreenChange.OFF));
    assertThat(publishesFor(NOTES, 7)).contains(DiscoveryRefusal.SCREEN_OFF);

    happens(new DeviceManager.Screen(ScreenChange.ON));

    assertThat(publishesFor(NOTES, 7)).isEmpty();
  }

  @Test
  void takingBackAnotherNumberLeavesWhatIsThereAndLetsTheAppPublishAgain() {
    publishesFor(NOTES, 7);

    assertThat(asks(new NoticeCommand.UnpublishFor(key(NoticeCommand.MANAGER, 9))))
        .contains(DiscoveryRefusal.NO_SUCH_NOTICE);

    assertThat(manager.desk().announcers()).containsExactly(NoticeCommand.MANAGER);
    assertThat(publishesFor(NOTES, 7)).contains(DiscoveryRefusal.DUPLICATE);
    assertThat(publishesFor(NOTES, 8)).isEmpty();
  }

  @Test
  void theServiceTakesWhatItPublishedWithItAndLeavesTheRest() {
    publishesFor(NOTES, 7);
    asks(new NoticeCommand.Publish(notice("p", 1, Capability.SHARE)));

    happens(new DeviceManager.ServiceIs(false));

    assertThat(manager.desk().announcers()).containsExactly("p");
    asks(
        new NoticeCommand.Heard(
            new DeviceName("tablet"), Medium.BLE, new Payload.DiscoverCapability("share")));
    assertThat(effects).hasSize(1);
  }

  private static Notice.Key key(String pkg, int id) {
    return new Notice.Key(pkg, id);
  }

  private static Notice notice(String pkg, int id, Capability capability) {
    return new Notice(key(pkg, id), true, List.of(Medium.values()), Frequency.LOW, capability, "");
  }

  private Optional<DiscoveryRefusal> publishesFor(Client client, int id) {
    Notice notice = notice(NoticeCommand.MANAGER, id, Capability.OSD);
    return asks(new NoticeCommand.PublishFor(client, notice));
  }

  private Optional<DiscoveryRefusal> asks(NoticeCommand command) {
    DeviceManager.Decision decision =
        manager.decide(new DeviceManager.OfNotices(command), TrustState.factoryNew());
    effects = decision.effects();
    return decision.refusal();
  }

  private void happens(DeviceManager.Command command) {
    effects = manager.decide(command, TrustState.factoryNew()).effects();
  }
}
