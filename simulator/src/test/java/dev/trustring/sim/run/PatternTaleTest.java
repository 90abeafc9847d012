package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ready-made faults do to a story, and that they take themselves away again. */
class PatternTaleTest {

  private static final String LIST = "distributedDeviceManager.getAvailableDeviceListSync";
  private static final String BIND = "distributedDeviceManager.bindTarget";

  @ParameterizedTest
  @ValueSource(ints = {80, 90, 100, 110, 120, 130, 121, 131, 140, 150, 160, 170, 180, 190})
  void leavesNothingOfABindThatIsCutBeforeItsEnd(int after) {
    Ran ran = boundWithACut(after).run();

    assertThat(ran.answer("phone", LIST)).isEqualTo("[]");
    assertThat(ran.answer("car", LIST)).isEqualTo("[]");
  }

  @Test
  void leavesTheSinkAloneWithItsRowsWhenOnlyTheLastMessageIsLost() {
    Ran ran = boundWithACut(200).run();

    assertThat(ran.answer("phone", LIST)).isEqualTo("[]");
    assertThat(ran.answer("car", LIST)).isEqualTo("[\"phone\"]");
  }

  @Test
  void cutsOffNobodyAfterTheLastMessageOfABind() {
    Ran ran = boundWithACut(201).run();

    assertThat(ran.answer("phone", LIST)).isEqualTo("[\"car\"]");
    assertThat(ran.answer("car", LIST)).isEqualTo("[\"phone\"]");
  }

  @Test
  void waitsForItsMessageAndHurtsNothingElse() {
    Ran ran =
        home()
            .fault("3s", "cut-handshake, from: phone, to: tablet, after: 80, for: 60s")
            .put("4s", "phone", "a", "1")
            .sync("5s", "phone", "tablet")
            .run();

    assertThat(ran.stops()).containsExactly("none 0");
  }

  @ParameterizedTest
  @CsvSource({
    "'partition-halves, for: 20s', true, false",
    "'partition-halves, devices: [phone, tablet], for: 20s', false, true",
    "'isolate, device: tv, for: 20s', true, false",
    "'isolate, device: tablet, for: 20s', false, true",
    "'bridge, device: tablet, for: 20s', true, false",
    "'bridge, device: tv, for: 20s', false, true",
    "'one-way, from: phone, to: tv, for: 20s', true, false",
    "'one-way, from: [tv, tablet], to: phone, for: 20s', false, false",
    "'walk-away, device: tv, for: 20s', true, false",
    "'sleep, device: tv, for: 20s', true, false",
    "'subnet-split, network: home, devices: [tv], for: 20s', true, false",
  })
  void cutsThoseThatItNamesAndJoinsThemAgain(String fault, boolean tablet, boolean tv) {
    Ran ran =
        home()
            .put("3s", "phone", "a", "1")
            .fault("4s", fault)
            .sync("5s", "phone", "tablet")
            .sync("5s", "phone", "tv")
            .sync("60s", "phone", "tablet")
            .sync("60s", "phone", "tv")
            .run();

    assertThat(arrivals(ran, "tablet")).containsExactly(tablet, true);
    assertThat(arrivals(ran, "tv")).containsExactly(tv, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void bringsWhatAClogHeldWhenItIsOver(HostKind host) {
    Ran ran =
        Ran.on(
            host,
            home()
                .put("3s", "phone", "a", "1")
                .fault("3500ms", "clog, from: phone, to: tablet, for: 3s")
                .sync("4s", "phone", "tablet")
                .read());

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.result().counts().framesLost()).isZero();
    assertThat(ran.nanosOf("decision", "phone")).isGreaterThan(ran.nanosOf("fault", "clog heals"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss: 0.05",
        "tail: { share: 0.2, by: 800ms }",
        "duplicates: 0.5",
        "reorders: 0.5",
        "bandwidth: 2000"
      })
  void comesToTheSameOverALinkOfAnyShape(String shape) {
    Tale tale =
        home()
            .link("{ between: [phone, tablet], latency: 5ms..40ms, " + shape + " }")
            .put("3s", "phone", "a", "1")
            .sync("4s", "phone", "tablet")
            .sync("70s", "phone", "tablet");

    Ran one = tale.run();
    Ran again = tale.run();

    assertThat(one.stops()).hasSize(2).endsWith("none 0");
    assertThat(again.hash()).isEqualTo(one.hash());
  }

  private static Tale home() {
    return Tale.nobody()
        .device("phone", "kind: phone, level: SL4, account: acct-1, radios: [wifi]")
        .device("tablet", "kind: tablet, level: SL4, account: acct-1, radios: [wifi]")
        .device("tv", "kind: tv, level: SL3, account: acct-1, radios: [wifi]")
        .network("home: { type: wifi, members: [phone, tablet, tv] }")
        .ready("phone, tablet, tv");
  }

  /** Two devices that are online through the bond of another app, and a bind that is cut. */
  private static Tale boundWithACut(int after) {
    return Tale.nobody()
        .app("diary", "bundle: com.example.diary, signing: acme", "S1")
        .device("phone", "kind: phone, level: SL4", "notes, diary")
        .device("car", "kind: car, level: SL3", "notes, diary")
        .network("garage: { type: wifi, members: [phone, car] }")
        .bond("{ between: [phone, car], by: pin, for: diary }")
        .granted("phone, car")
        .fault("3s", "cut-handshake, from: car, to: phone, after: " + after + ", for: 20s")
        .call("4s", "phone", BIND, "deviceId: car, bindType: 1")
        .call("200s", "phone, car", LIST, "");
  }

  private static List<Boolean> arrivals(Ran ran, String to) {
    return ran.decisions().stream()
        .filter(made -> made.to().value().equals(to))
        .map(made -> made.stopWord().equals("none"))
        .toList();
  }
}
