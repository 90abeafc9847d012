package dev.trustring.device.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is published at the soft bus and who finds it (trust-and-softbus §2.2, §5.1). */
class PublishingTest {
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final int TYPE = 0x0E;
  private static final Client NOTES =
      new Client(new PkgName("com.example.notes"), OsAccountId.FIRST, false);

  private final DeviceManager manager = new DeviceManager(new DeviceName("phone"), TYPE, List.of());
  private List<DeviceManager.Effect> effects = List.of();

  @Test
  void whatIsActiveGoesOutOverBothMediaAtOnce() {
    publishes(active(1, Capability.SHARE, "cast me"));

    Payload news = new Payload.DiscoverNotice("share", "cast me", TYPE);
    assertThat(broadcasts())
        .containsExactly(
            new DeviceManager.Broadcast(Medium.COAP, news),
            new DeviceManager.Broadcast(Medium.BLE, news));
  }

  @ParameterizedTest(name = "{0}: {1} rounds within {2} s")
  @CsvSource({
    "LOW, 12, 5",
    "MID, 24, 5",
    "HIGH, 36, 5",
    "SUPER_HIGH, 48, 10",
    "EXTREME_HIGH, 48, 10"
  })
  void goesOutOverCoapAsOftenAsItsFrequencySays(Frequency frequency, int rounds, int seconds) {
    publishes(new Notice(key("p", 1), true, List.of(Medium.COAP), frequency, Capability.SHARE, ""));
    int made = 1;
    Duration spent = Duration.ZERO;

    while (nextRound().isPresent()) {
      spent = spent.plus(nextRound().get().after());
      happens(new DeviceManager.TimerFired(nextRound().get().timer()));
      made++;
    }

    assertThat(made).isEqualTo(rounds);
    assertThat(spent).isLessThan(Duration.ofSeconds(seconds));
    assertThat(spent).isGreaterThan(Duration.ofSeconds(seconds).multipliedBy(9).dividedBy(10));
  }

  @Test
  void goesOutOverBluetoothUntilItIsTakenBack() {
    publishes(over(Medium.BLE, true, Capability.SHARE));
    for (int round = 0; round < 100; round++) {
      happens(new DeviceManager.TimerFired(nextRound().orElseThrow().timer()));
      assertThat(broadcasts()).hasSize(1);
    }
    DeviceManager.Timer last = nextRound().orElseThrow().timer();

    asks(new NoticeCommand.StopPublish(key("p", 1)));
    assertThat(effects).containsExactly(new DeviceManager.StopTimer(last));
    happens(new DeviceManager.TimerFired(last));
    assertThat(effects).isEmpty();
  }

  @Test
  void whatIsPassiveAnswersWhoAsksForIt() {
    publishes(over(Medium.COAP, false, Capability.CAST_PLUS));
    assertThat(effects).isEmpty();

    isAsked(Medium.COAP, "castPlus");

    assertThat(effects)
        .containsExactly(
            new DeviceManager.Transmit(
                TABLET, Medium.COAP, new Payload.DiscoverNotice("castPlus", "", TYPE)));
    isAsked(Medium.COAP, "share");
    assertThat(effects).isEmpty();
    isAsked(Medium.BLE, "castPlus");
    assertThat(effects).isEmpty();
    isAsked(Medium.COAP, "unheardOf");
    assertThat(effects).isEmpty();
  }

  @Test
  void everyDeviceIsThereForTheDeviceManagersOfOthersWhileItsScreenIsOn() {
    isAsked(Medium.BLE, "osdCapability");
    assertThat(effects).hasSize(1);

    happens(new DeviceManager.Screen(ScreenChange.OFF));
    isAsked(Medium.BLE, "osdCapability");
    assertThat(effects).isEmpty();
  }

  @Test
  void aNumberIsUsedOnceInAPackage() {
    assertThat(publishes(active(1, Capability.SHARE, ""))).isEmpty();

    assertThat(publishes(active(1, Capability.AA, ""))).contains(DiscoveryRefusal.DUPLICATE);
    assertThat(effects).isEmpty();
    assertThat(publishes(active(2, Capability.AA, ""))).isEmpty();
    assertThat(refreshes(active(1, Capability.AA, ""))).isEmpty();
    assertThat(refreshes(active(1, Capability.AA, ""))).contains(DiscoveryRefusal.DUPLICATE);
    asks(new NoticeCommand.StopPublish(key("p", 1)));
    assertThat(publishes(active(1, Capability.SHARE, ""))).isEmpty();
  }

  @Test
  void aPackageHasAThousandAndTwentyFourEntries() {
    for (int id = 1; id <= 1024; id++) {
      assertThat(publishes(active(id, Capability.DDMP, ""))).isEmpty();
    }

    assertThat(publishes(active(1025, Capability.DDMP, "")))
        .contains(DiscoveryRefusal.TOO_MANY_OF_PACKAGE);
    assertThat(effects).isEmpty();
    Notice ofAnother =
        new Notice(key("q", 1), true, List.of(Medium.BLE), Frequency.LOW, Capability.DDMP, "");
    assertThat(publishes(ofAnother)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void someCapabilitiesAreUsedThirtyTwoTimesAtOnce(Capability capability) {
    boolean counted =
        List.of(Capability.CAST_PLUS, Capability.DV_KIT, Capability.OSD, Capability.SHARE)
            .contains(capability);
    for (int id = 1; id <= 32; id++) {
      assertThat(publishes(active(id, capability, ""))).isEmpty();
    }

    assertThat(publishes(active(33, capability, "")))
        .isEqualTo(
            counted ? Optional.of(DiscoveryRefusal.TOO_MANY_OF_CAPABILITY) : Optional.empty());
  }

  @Test
  void whileTheScreenIsOffOnlyWhatIsActiveAndBoundToItIsRefused() {
    happens(new DeviceManager.Screen(ScreenChange.OFF));

    assertThat(publishes(active(1, Capability.OSD, ""))).contains(DiscoveryRefusal.SCREEN_OFF);
    assertThat(refreshes(active(1, Capability.OSD, ""))).contains(DiscoveryRefusal.SCREEN_OFF);
    assertThat(publishes(active(2, Capability.AA, ""))).isEmpty();
    assertThat(broadcasts()).hasSize(2);
    Notice passive =
        new Notice(key("p", 3), false, List.of(Medium.BLE), Frequency.LOW, Capability.OSD, "");
    assertThat(publishes(passive)).isEmpty();
    isAsked(Medium.BLE, "osdCapability");
    assertThat(effects).isEmpty();

    happens(new DeviceManager.Screen(ScreenChange.ON));
    isAsked(Medium.BLE, "osdCapability");
    assertThat(effects).hasSize(1);
  }

  @Test
  void aScreenThatGoesOffHoldsBackTheRoundsAndDoesNotEndThem() {
    publishes(over(Medium.BLE, true, Capability.SHARE));
    happens(new DeviceManager.Screen(ScreenChange.OFF));

    happens(
        new DeviceManager.TimerFired(
            new DeviceManager.NoticeRound(key("p", 1), false, Medium.BLE)));

    assertThat(broadcasts()).isEmpty();
    happens(new DeviceManager.Screen(ScreenChange.ON));
    happens(
        new DeviceManager.TimerFired(
            new DeviceManager.NoticeRound(key("p", 1), false, Medium.BLE)));
    assertThat(broadcasts()).hasSize(1);
  }

  @Test
  void nothingIsTakenBackThatIsNotThere() {
    assertThat(asks(new NoticeCommand.StopPublish(key("p", 1))))
        .contains(DiscoveryRefusal.NO_SUCH_NOTICE);
    assertThat(asks(new NoticeCommand.StopRefresh(key("p", 1))))
        .contains(DiscoveryRefusal.NO_SUCH_NOTICE);
  }

  @Test
  void whoLooksActivelyAsksAndIsToldOfEachDeviceOnce() {
    refreshes(over(Medium.COAP, true, Capability.SHARE));
    assertThat(broadcasts())
        .containsExactly(
            new DeviceManager.Broadcast(Medium.COAP, new Payload.DiscoverCapability("share")));

    hears(TABLET, Medium.COAP, "share", "");
    assertThat(calls())
        .containsExactly(new AppCallback(new PkgName("p"), DeviceEvent.DEVICE_FOUND, "tablet"));
    hears(TABLET, Medium.COAP, "share", "");
    assertThat(calls()).isEmpty();
    hears(TABLET, Medium.COAP, "share", "cast me");
    assertThat(calls()).extracting(AppCallback::says).containsExactly("tablet with cast me");
  }

  @Test
  void whoLooksPassivelyOnlyHears() {
    refreshes(over(Medium.BLE, false, Capability.SHARE));
    assertThat(effects).isEmpty();

    hears(TABLET, Medium.BLE, "castPlus", "");
    assertThat(calls()).isEmpty();
    hears(TABLET, Medium.COAP, "share", "");
    assertThat(calls()).isEmpty();
    hears(TABLET, Medium.BLE, "share", "");
    assertThat(calls()).hasSize(1);
    asks(new NoticeCommand.StopRefresh(key("p", 1)));
    hears(new DeviceName("tv"), Medium.BLE, "share", "");
    assertThat(calls()).isEmpty();
  }

  @Test
  void theProcessTakesItsEntriesWithIt() {
    publishes(active(1, Capability.SHARE, ""));
    refreshes(active(1, Capability.SHARE, ""));
    assertThat(manager.desk().announcers()).containsExactly("p");

    asks(new NoticeCommand.Gone("p"));

    assertThat(effects).hasSize(4).allMatch(DeviceManager.StopTimer.class::isInstance);
    assertThat(manager.desk().announcers()).isEmpty();
  }

  @Test
  void aDiscoveryOfTheDeviceManagerFindsWhoPublishesItsCapability() {
    happens(new DeviceManager.Listen(NOTES, DeviceEvent.DISCOVER_SUCCESS, true));
    hears(TABLET, Medium.BLE, "osdCapability", "");
    assertThat(calls()).isEmpty();
    happens(new DeviceManager.Start(NOTES, Filter.NONE));

    hears(TABLET, Medium.BLE, "share", "");
    assertThat(calls()).isEmpty();
    hears(TABLET, Medium.BLE, "osdCapability", "");
    assertThat(calls()).extracting(AppCallback::says).containsExactly("tablet");
  }

  @Test
  void coapRemembersTwentyDevicesAndBluetoothIsNotCounted() {
    happens(new DeviceManager.Listen(NOTES, DeviceEvent.DISCOVER_SUCCESS, true));
    happens(new DeviceManager.Start(NOTES, Filter.NONE));
    for (int device = 1; device <= 20; device++) {
      answers(new DeviceName("d" + device), Medium.COAP);
      assertThat(calls()).hasSize(1);
    }

    answers(new DeviceName("d21"), Medium.COAP);
    assertThat(calls()).isEmpty();
    hears(new DeviceName("d21"), Medium.COAP, "osdCapability", "");
    assertThat(calls()).isEmpty();
    answers(new DeviceName("d21"), Medium.BLE);
    assertThat(calls()).hasSize(1);
    happens(new DeviceManager.Stop(NOTES));
    happens(new DeviceManager.Start(NOTES, Filter.NONE));
    answers(new DeviceName("d21"), Medium.COAP);
    assertThat(calls()).hasSize(1);
  }

  private static Notice.Key key(String pkg, int id) {
    return new Notice.Key(pkg, id);
  }

  private static Notice active(int id, Capability capability, String data) {
    return new Notice(
        key("p", id), true, List.of(Medium.values()), Frequency.LOW, capability, data);
  }

  private static Notice over(Medium medium, boolean active, Capability capability) {
    return new Notice(key("p", 1), active, List.of(medium), Frequency.LOW, capability, "");
  }

  private Optional<DiscoveryRefusal> publishes(Notice notice) {
    return asks(new NoticeCommand.Publish(notice));
  }

  private Optional<DiscoveryRefusal> refreshes(Notice notice) {
    return asks(new NoticeCommand.Refresh(notice));
  }

  private void isAsked(Medium medium, String capability) {
    asks(new NoticeCommand.Heard(TABLET, medium, new Payload.DiscoverCapability(capability)));
  }

  private void hears(DeviceName from, Medium medium, String capability, String data) {
    Payload.DiscoverNotice news = new Payload.DiscoverNotice(capability, data, 0x11);
    asks(new NoticeCommand.Heard(from, medium, news));
  }

  private void answers(DeviceName from, Medium medium) {
    happens(new DeviceManager.Heard(from, medium, new Payload.DiscoverAnswer(0x11)));
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

  private Optional<DeviceManager.StartTimer> nextRound() {
    return effects.stream()
        .filter(DeviceManager.StartTimer.class::isInstance)
        .map(DeviceManager.StartTimer.class::cast)
        .findFirst();
  }

  private List<DeviceManager.Effect> broadcasts() {
    return effects.stream().filter(DeviceManager.Broadcast.class::isInstance).toList();
  }

  private List<AppCallback> calls() {
    List<AppCallback> calls = new ArrayList<>();
    effects.stream()
        .filter(DeviceManager.CallBack.class::isInstance)
        .forEach(effect -> calls.add(((DeviceManager.CallBack) effect).call()));
    return calls;
  }
}
