package dev.trustring.device.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Discovery and the callbacks of the DeviceManager (trust-and-softbus §2.1, §2.4, §5.1). */
class DeviceManagerTest {
  private static final Client NOTES =
      new Client(new PkgName("com.example.notes"), OsAccountId.FIRST, false);
  private static final Client DIARY =
      new Client(new PkgName("com.example.diary"), OsAccountId.FIRST, false);
  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final int TYPE = 0x11;

  private final DeviceManager manager = new DeviceManager(PHONE, 0x0E, List.of());
  private TrustState trust = TrustState.factoryNew();
  private List<DeviceManager.Effect> effects = List.of();

  @Test
  void asksOverBothMediaAtOnceAndEndsAfterTwoMinutes() {
    starts(NOTES, Filter.NONE);

    assertThat(effects)
        .contains(
            new DeviceManager.Broadcast(Medium.COAP, new Payload.DiscoverProbe()),
            new DeviceManager.Broadcast(Medium.BLE, new Payload.DiscoverProbe()),
            new DeviceManager.StartTimer(new DeviceManager.End(NOTES), Duration.ofMinutes(2)));
  }

  @Test
  void asksTwelveTimesOverCoap() {
    starts(NOTES, Filter.NONE);
    int asked = 1;

    while (effects.stream().anyMatch(DeviceManagerTest::isNextOverCoap)) {
      happens(new DeviceManager.TimerFired(new DeviceManager.Round(NOTES, Medium.COAP)));
      asked++;
    }

    assertThat(asked).isEqualTo(12);
  }

  @Test
  void asksNobodyWhileItsScreenIsOff() {
    starts(NOTES, Filter.NONE);
    happens(new DeviceManager.Screen(ScreenChange.OFF));

    happens(new DeviceManager.TimerFired(new DeviceManager.Round(NOTES, Medium.COAP)));

    assertThat(effects).noneMatch(DeviceManager.Broadcast.class::isInstance);
    assertThat(effects).hasSize(1);
  }

  @Test
  void runsOneDiscoveryForEachPackage() {
    assertThat(starts(NOTES, Filter.NONE)).isEmpty();

    assertThat(starts(NOTES, Filter.NONE)).contains(DiscoveryRefusal.REPEATED);
    assertThat(starts(DIARY, Filter.NONE)).isEmpty();
  }

  @Test
  void startsAgainOnceTheOldDiscoveryHasEnded() {
    starts(NOTES, Filter.NONE);
    happens(new DeviceManager.TimerFired(new DeviceManager.End(NOTES)));
    assertThat(effects).isEmpty();

    assertThat(starts(NOTES, Filter.NONE)).isEmpty();
    happens(new DeviceManager.Stop(NOTES));
    assertThat(starts(NOTES, Filter.NONE)).isEmpty();
  }

  @Test
  void tellsEachDeviceOnceToTheAppThatDiscovers() {
    listens(NOTES, DeviceEvent.DISCOVER_SUCCESS);
    listens(DIARY, DeviceEvent.DISCOVER_SUCCESS);
    starts(NOTES, Filter.NONE);

    answers(TABLET);

    assertThat(calls())
        .containsExactly(new AppCallback(NOTES.pkg(), DeviceEvent.DISCOVER_SUCCESS, "tablet"));
    answers(TABLET);
    assertThat(calls()).isEmpty();
  }

  @Test
  void tellsOfNinetyNineDevicesAndRemembersAHundred() {
    listens(NOTES, DeviceEvent.DISCOVER_SUCCESS);
    starts(NOTES, Filter.NONE);
    int told = 0;

    for (int device = 0; device < 120; device++) {
      answers(new DeviceName("d" + device));
      told += calls().size();
    }

    assertThat(told).isEqualTo(99);
    assertThat(manager.desk().found()).hasSize(100).doesNotContain(new DeviceName("d19"));
  }

  @Test
  void hearsNothingAnyMoreAfterTheEnd() {
    listens(NOTES, DeviceEvent.DISCOVER_SUCCESS);
    starts(NOTES, Filter.NONE);
    happens(new DeviceManager.Stop(NOTES));

    answers(TABLET);

    assertThat(effects).isEmpty();
    assertThat(manager.desk().found()).isEmpty();
  }

  @Test
  void answersAProbeWhileItsScreenIsOn() {
    DeviceManager.Heard probe =
        new DeviceManager.Heard(TABLET, Medium.COAP, new Payload.DiscoverProbe());

    happens(probe);
    assertThat(effects)
        .containsExactly(
            new DeviceManager.Transmit(TABLET, Medium.COAP, new Payload.DiscoverAnswer(0x0E)));

    happens(new DeviceManager.Screen(ScreenChange.OFF));
    happens(probe);
    assertThat(effects).isEmpty();
  }

  @ParameterizedTest(name = "{0}: trusted {1}, online {2} -> told {3}")
  @CsvSource({
    "AND credible 0, false, true, false", "AND credible 0, false, false, true",
    "AND credible 1, false, true, true", "AND credible 1, false, false, false",
    "AND credible 2, false, false, true", "AND credible 2, false, true, true",
    "AND isTrusted 1, true, false, true", "AND isTrusted 1, false, false, false",
    "AND isTrusted 0, false, false, true", "AND isTrusted 0, true, false, false",
    "AND authForm 0, true, false, true", "AND authForm 1, true, false, false",
    "AND authForm 0, false, false, false", "AND authForm 2, true, false, false",
    "AND deviceType 17, false, false, true", "AND deviceType 14, false, false, false",
    "AND range 100, false, false, false", "AND weather 1, false, false, false",
    "OR deviceType 17, false, false, true", "OR weather 1, false, false, false",
    "XOR deviceType 17, false, false, false"
  })
  void tellsOnlyOfWhatTheFilterLets(String written, boolean trusted, boolean online, boolean told) {
    List<String> words = List.of(written.split(" ", -1));
    Filter.Condition condition = new Filter.Condition(words.get(1), Long.parseLong(words.get(2)));
    if (trusted) {
      trusts(NOTES, TABLET);
    }
    if (online) {
      happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    }
    listens(NOTES, DeviceEvent.DISCOVER_SUCCESS);
    starts(NOTES, new Filter(words.get(0), List.of(condition)));

    answers(TABLET);

    assertThat(!calls().isEmpty()).isEqualTo(told);
  }

  @Test
  void joinsConditionsAsTheOperatorSays() {
    List<Filter.Condition> both =
        List.of(new Filter.Condition("deviceType", 17), new Filter.Condition("credible", 1));
    Filter.Found tablet = new Filter.Found(DeviceIdentity.of("tablet").udid(), TYPE, false);

    assertThat(new Filter("AND", both).lets(tablet, List.of())).isFalse();
    assertThat(new Filter("OR", both).lets(tablet, List.of())).isTrue();
  }

  @Test
  void showsADeviceInTwoStepsToAnAppWithARowAndToNoOther() {
    trusts(NOTES, TABLET);
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    listens(DIARY, DeviceEvent.DEVICE_STATE_CHANGE);
    List<AppCallback> told = new ArrayList<>();

    for (DeviceState state : DeviceState.values()) {
      happens(new DeviceManager.Peer(TABLET, state));
      told.addAll(calls());
    }

    assertThat(told)
        .extracting(AppCallback::says)
        .containsExactly("UNKNOWN tablet", "AVAILABLE tablet", "UNAVAILABLE tablet");
    assertThat(told).extracting(AppCallback::app).containsOnly(NOTES.pkg());
  }

  @Test
  void tellsThatADeviceHasGoneAlsoWhenItsRowsWentFirst() {
    trusts(NOTES, TABLET);
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    trust = TrustState.factoryNew();

    happens(new DeviceManager.Peer(TABLET, DeviceState.UNAVAILABLE));

    assertThat(calls()).extracting(AppCallback::says).containsExactly("UNAVAILABLE tablet");
  }

  @Test
  void tellsNothingToWhoHasStoppedListeningOrReleasedItsManager() {
    trusts(NOTES, TABLET);
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    happens(new DeviceManager.Listen(NOTES, DeviceEvent.DEVICE_STATE_CHANGE, false));
    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    assertThat(calls()).isEmpty();

    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    happens(new DeviceManager.Release(NOTES));
    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));

    assertThat(calls()).isEmpty();
  }

  @Test
  void forgetsWhomItHasShownToAnAppThatReleasedItsManager() {
    trusts(NOTES, TABLET);
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    happens(new DeviceManager.Release(NOTES));
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);

    happens(new DeviceManager.Peer(TABLET, DeviceState.UNAVAILABLE));

    assertThat(calls()).isEmpty();
  }

  @Test
  void looksOnlyAtRowsOfTheUserWhoDiscovers() {
    Client other = new Client(NOTES.pkg(), new OsAccountId(101), false);
    trusts(NOTES, TABLET);
    listens(other, DeviceEvent.DISCOVER_SUCCESS);
    starts(other, new Filter("AND", List.of(new Filter.Condition("isTrusted", 1))));

    answers(TABLET);

    assertThat(calls()).isEmpty();
  }

  @Test
  void tellsListenersThatTheServiceDiedAndNothingUntilItLivesAgain() {
    trusts(NOTES, TABLET);
    listens(NOTES, DeviceEvent.SERVICE_DIE);
    listens(NOTES, DeviceEvent.DEVICE_STATE_CHANGE);
    starts(NOTES, Filter.NONE);

    happens(new DeviceManager.ServiceIs(false));
    assertThat(calls()).extracting(AppCallback::event).containsExactly(DeviceEvent.SERVICE_DIE);
    assertThat(effects).contains(new DeviceManager.StopTimer(new DeviceManager.End(NOTES)));

    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    assertThat(effects).isEmpty();
    happens(new DeviceManager.Screen(ScreenChange.OFF));
    assertThat(effects).containsExactly(new DeviceManager.ScreenIs(ScreenChange.OFF));

    happens(new DeviceManager.ServiceIs(true));
    happens(new DeviceManager.Peer(TABLET, DeviceState.UNAVAILABLE));
    assertThat(calls()).hasSize(1);
  }

  @Test
  void countsADeviceAsOnlineOnceItIsAvailable() {
    listens(NOTES, DeviceEvent.DISCOVER_SUCCESS);
    starts(NOTES, new Filter("AND", List.of(new Filter.Condition("credible", 1))));

    happens(new DeviceManager.Peer(TABLET, DeviceState.UNKNOWN));
    answers(TABLET);
    assertThat(calls()).isEmpty();

    happens(new DeviceManager.Peer(TABLET, DeviceState.AVAILABLE));
    answers(TABLET);
    assertThat(calls()).hasSize(1);
  }

  private static boolean isNextOverCoap(DeviceManager.Effect effect) {
    return effect instanceof DeviceManager.StartTimer start
        && start.timer().equals(new DeviceManager.Round(NOTES, Medium.COAP));
  }

  private Optional<DiscoveryRefusal> starts(Client client, Filter filter) {
    DeviceManager.Decision decision =
        manager.decide(new DeviceManager.Start(client, filter), trust);
    effects = decision.effects();
    return decision.refusal();
  }

  private void listens(Client client, DeviceEvent event) {
    happens(new DeviceManager.Listen(client, event, true));
  }

  private void answers(DeviceName device) {
    happens(new DeviceManager.Heard(device, Medium.BLE, new Payload.DiscoverAnswer(TYPE)));
  }

  private void trusts(Client client, DeviceName device) {
    for (AccessRow row :
        AccessRow.bond(Parties.with(DeviceIdentity.of(device)), client.pkg(), RowSide.ACCESSER)) {
      trust = new TrustEvent.RowWritten(row).appliedTo(trust);
    }
  }

  private void happens(DeviceManager.Command command) {
    effects = manager.decide(command, trust).effects();
  }

  private List<AppCallback> calls() {
    return effects.stream()
        .filter(DeviceManager.CallBack.class::isInstance)
        .map(effect -> ((DeviceManager.CallBack) effect).call())
        .toList();
  }
}
