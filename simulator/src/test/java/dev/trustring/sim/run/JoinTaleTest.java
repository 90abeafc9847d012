package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of nodes that are joined and left; the codes of trust-and-softbus §5.3 and §6. */
class JoinTaleTest {

  private static final String JOIN = "LNN.JoinLNN";
  private static final String ASKS = "distributedDeviceManager.getLocalDeviceNetworkId";
  private static final String LOGIN = "distributedAccount.setOsAccountDistributedInfo";
  private static final String ALICE = "event: Ohos.account.event.LOGIN, accountId: acct-1";

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void leavesANodeAndJoinsItAgain(HostKind host) {
    Ran ran = Ran.on(host, joining(left("5s"), "10s").read());

    assertThat(ran.answer("phone", JOIN)).isEqualTo("ok");
    assertThat(ran.notes("peer", "phone"))
        .containsExactly("tablet online", "tablet offline", "tablet online");
    assertThat(ran.notes("peer", "tablet"))
        .containsExactly("phone online", "phone offline", "phone online");
  }

  @ParameterizedTest
  @CsvSource({
    "10.5s, -425983958 DEVICE_ID",
    "12.5s, -425983957 HICHAIN",
    "14.5s, -425983956 SESSION_KEY",
    "16.5s, -425983955 DEVICE_INFO"
  })
  void tellsTheStageInWhichACutStuckIt(String cut, String code) {
    Tale slow = slowed(left("5s"), "8s", "1s");

    Ran ran = joining(slow, "10s").fault(cut, "partition, groups: [[phone], [tablet]]").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo(code);
    assertThat(secondsFrom(ran, "sent", "join DeviceId")).isEqualTo(10);
  }

  @Test
  void cannotConnectToWhomItNeverReaches() {
    Tale tale = two().fault("1s", "blackhole, from: phone, to: tablet");

    Ran ran = joining(tale, "2s").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo("-425983874 CONNECT_WIFI");
    assertThat(secondsFrom(ran, "lost", "lane-open join")).isEqualTo(11);
  }

  @Test
  void takesNoLongerThanFifteenSecondsWhenEveryStageIsSlow() {
    Tale room =
        Tale.nobody()
            .device("phone", "kind: phone, level: SL4")
            .device("tablet", "kind: tablet, level: SL4")
            .network("room: { type: bluetooth, members: [phone, tablet] }")
            .bond("{ between: [phone, tablet], by: pin, for: notes }");
    Tale slow = slowed(leaving(room, "5s"), "299s", "3500ms");

    Ran ran = joining(slow, "300s").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo("-426049531 JOIN_TIMEOUT");
  }

  @Test
  void isDisconnectedByItsOwnRadio() {
    Tale slow = slowed(left("5s"), "8s", "1s");

    Ran ran = joining(slow, "10s").fault("11s", "wifi-off, device: phone").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo("-426049528 DISCONNECTED");
    assertThat(ran.notes("join-failed", "phone")).singleElement().asString().contains("-425983989");
  }

  @Test
  void isToldByTheOtherSideThatItIsNotTrusted() {
    Ran ran = joining(two(), "2s").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo("-425919748 NO_CANDIDATE_GROUP");
  }

  @Test
  void isToldByTheOtherSideThatItIsOfAnotherAccount() {
    Tale tale =
        Tale.nobody()
            .device("phone", "kind: phone, level: SL4, account: acct-1")
            .device("tablet", "kind: tablet, level: SL4, account: acct-2")
            .network("home: { type: wifi, members: [phone, tablet] }");

    Ran ran = joining(tale, "2s").run();

    assertThat(ran.answer("phone", JOIN)).isEqualTo("-425920007 GROUP_NOT_EXIST");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void triesToJoinByItselfWhomOnlyItTrusts(HostKind host) {
    Tale halfway =
        two()
            .granted("phone, tablet")
            .fault("5s", "cut-handshake, from: phone, to: tablet, after: 200, for: 20s")
            .call(
                "6s",
                "phone",
                "distributedDeviceManager.bindTarget",
                "deviceId: tablet, bindType: 1")
            .call("200s", "tablet", "distributedDeviceManager.getAvailableDeviceListSync", "");

    Ran ran = Ran.on(host, halfway.read());

    assertThat(ran.notes("join-failed", "tablet"))
        .isNotEmpty()
        .allSatisfy(failed -> assertThat(failed).contains("phone NO_CANDIDATE_GROUP -425919748"));
    assertThat(ran.notes("join-failed", "phone")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void startsAJoinTowardsWhomItHearsAndIsStuckAtTheDeviceId(HostKind host) {
    Tale oneWay = logsIn(two().fault("1s", "blackhole, from: phone, to: tablet"), "3s", "5s");

    Ran ran = Ran.on(host, oneWay.granted("phone").call("30s", "phone", ASKS, "").read());

    assertThat(ran.notes("join-failed", "phone").get(0)).contains("tablet DEVICE_ID -425983958");
    assertThat(ran.notes("join-failed", "tablet")).isEmpty();
  }

  @Test
  void doesNotFinishAJoinWhoseKeyItCannotSave() {
    Tale full = logsIn(two().fault("4s", "disk-full, device: phone"), "3s", "6s");

    Ran ran = full.granted("phone").call("30s", "phone", ASKS, "").run();

    assertThat(ran.notes("join-failed", "phone").get(0)).contains("tablet SESSION_KEY -425983956");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void ignoresStrangersInSilence(HostKind host) {
    Ran ran = Ran.on(host, two().granted("phone").call("20m", "phone", ASKS, "").read());

    assertThat(ran.notes("join-failed", "phone")).isEmpty();
    assertThat(ran.notes("frame", "phone")).isEmpty();
  }

  @Test
  void hasThirtyOnlineAndTheNextOneWhenOneOfThemHasLeft() {
    List<String> others = IntStream.rangeClosed(1, 31).mapToObj(number -> "d" + number).toList();
    Tale tale = Tale.nobody().device("phone", "kind: phone, level: SL4");
    for (String other : others) {
      tale =
          tale.device(other, "kind: tablet, level: SL4")
              .bond("{ between: [phone, " + other + "], by: pin, for: notes }");
    }
    tale.network("home: { type: wifi, members: [phone, " + String.join(", ", others) + "] }");

    Ran ran =
        tale.line(settings("30s", "phone", "LNN.LeaveLNN", "networkId: d1"))
            .line(settings("60s", "phone", "LNN.GetAllNodeDeviceInfo", ""))
            .run();

    List<String> peers = ran.notes("peer", "phone");
    assertThat(peers.subList(0, 30)).allMatch(note -> note.endsWith(" online"));
    assertThat(peers).hasSize(32).element(30).isEqualTo("d1 offline");
    assertThat(peers.get(31)).endsWith(" online");
    assertThat(ran.notes("join-failed", "phone"))
        .singleElement()
        .asString()
        .contains("TOO_MANY_RECORDS -426049510")
        .startsWith(peers.get(31).replace(" online", " "));
  }

  /** How long after a frame the join failed. */
  private static long secondsFrom(Ran ran, String kind, String frame) {
    return Math.round((ran.nanosOf("join-failed", "tablet") - ran.nanosOf(kind, frame)) / 1e9);
  }

  /** A phone and a tablet in one Wi-Fi that know nothing of each other. */
  private static Tale two() {
    return Tale.nobody()
        .device("phone", "kind: phone, level: SL4")
        .device("tablet", "kind: tablet, level: SL4")
        .network("home: { type: wifi, members: [phone, tablet] }");
  }

  /** The two are bonded, and the phone leaves the tablet. */
  private static Tale left(String at) {
    return leaving(two().bond("{ between: [phone, tablet], by: pin, for: notes }"), at);
  }

  private static Tale leaving(Tale tale, String at) {
    return tale.line(settings(at, "phone", "LNN.LeaveLNN", "networkId: tablet"));
  }

  private static Tale joining(Tale tale, String at) {
    return tale.line(settings(at, "phone", JOIN, "networkId: tablet"));
  }

  private static Tale slowed(Tale tale, String at, String by) {
    return tale.fault(at, "delay, from: phone, to: tablet, by: " + by)
        .fault(at, "delay, from: tablet, to: phone, by: " + by);
  }

  private static Tale logsIn(Tale tale, String phoneAt, String tabletAt) {
    return tale.line(settings(phoneAt, "phone", LOGIN, ALICE))
        .line(settings(tabletAt, "tablet", LOGIN, ALICE));
  }

  private static String settings(String at, String device, String call, String args) {
    return "{ at: %s, on: [%s], app: settings, call: %s, args: { %s } }"
        .formatted(at, device, call, args);
  }
}
