package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.DecisionRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories of a phone and a tablet between which one direction is not as it should be. */
class LinkFaultTaleTest {

  @ParameterizedTest
  @CsvSource({
    "DENSE, phone, tablet",
    "DENSE, tablet, phone",
    "VIRTUAL, phone, tablet",
    "VIRTUAL, tablet, phone"
  })
  void stopsASyncForWantOfALinkWhenEitherDirectionIsLost(HostKind host, String from, String to) {
    Ran ran = run(host, aSync().fault("3500ms", "blackhole, from: " + from + ", to: " + to));

    DecisionRecord decision = ran.onlyDecision();
    assertThat(decision.stopWord()).isEqualTo("reach");
    assertThat(decision.firstStop().orElseThrow().verdict().evidence().toString())
        .contains("frames from " + from + " to " + to + " are lost", "blackhole");
    assertThat(Foretold.contradiction(decision)).isEmpty();
    assertThat(ran.result().counts().rowsReplicated()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void syncsAsBeforeOnceABlackholeHeals(HostKind host) {
    Ran ran = run(host, aSync().fault("2500ms", "blackhole, from: phone, to: tablet, for: 1s"));

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.notes("peer", "phone")).doesNotContain("tablet offline");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void makesBothSidesNoticeALongBlackhole(HostKind host) {
    Ran ran =
        run(
            host,
            Tale.ofPhoneAndTablet().fault("1s", "blackhole, from: phone, to: tablet, for: 700s"));

    assertThat(ran.notes("peer", "phone")).endsWith("tablet offline", "tablet online");
    assertThat(ran.notes("peer", "tablet")).endsWith("phone offline", "phone online");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void delaysASyncAndLosesNothing(HostKind host) {
    Ran ran = run(host, aSync().fault("3500ms", "delay, from: phone, to: tablet, by: 700ms"));

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.nanosOf("frame", "sync DataRequest") - ran.nanosOf("sent", "sync DataRequest"))
        .isBetween(700_000_000L, 800_000_000L);
    assertThat(ran.nanosOf("frame", "sync DataAnswer") - ran.nanosOf("sent", "sync DataAnswer"))
        .isLessThan(100_000_000L);
    assertThat(ran.result().counts().framesLost()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void losesTheSameFramesInEveryRunOfASeed(HostKind host) {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .fault("3500ms", "loss, from: phone, to: tablet, rate: 0.5");
    Stream.of("4s", "5s", "6s", "7s").forEach(at -> tale.sync(at, "phone", "tablet"));

    Ran one = run(host, tale);
    Ran again = run(host, tale);

    assertThat(one.result().counts().framesLost()).isPositive();
    assertThat(one.decisions()).map(Foretold::contradiction).allMatch(java.util.Optional::isEmpty);
    assertThat(one.decisions().toString())
        .contains("frames from phone to tablet are lost at a rate of 0.5");
    assertThat(again.hash()).isEqualTo(one.hash());
  }

  /** What the two first say to each other is lost when the tablet comes back; it asks again. */
  @Test
  void makesAPeerKnownLateWhoseFirstWordIsLost() {
    Ran ran =
        run(
            HostKind.DENSE,
            Tale.ofPhoneAndTablet()
                .ready("phone, tablet")
                .fault("3s", "crash, device: tablet, for: 2s")
                .fault("4s", "loss, from: tablet, to: phone, rate: 0.999, for: 16s")
                .put("30s", "phone", "n1", "milk")
                .sync("30s", "phone", "tablet"));

    assertThat(ran.lastNanosOf("peer", "phone online"))
        .isBetween(ran.nanosOf("fault", "loss") + 15_000_000_000L, Long.MAX_VALUE);
    assertThat(ran.stops()).containsExactly("none 0");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENSE", "VIRTUAL"})
  void losesNothingOnADirectionWithoutFault(HostKind host) {
    Ran ran = run(host, aSync().fault("3500ms", "loss, from: phone, to: tablet, rate: 0"));

    assertThat(ran.stops()).containsExactly("none 0");
    assertThat(ran.result().counts().framesLost()).isZero();
  }

  private static Tale aSync() {
    return Tale.ofPhoneAndTablet()
        .ready("phone, tablet")
        .put("3s", "phone", "n1", "milk")
        .sync("4s", "phone", "tablet");
  }

  private static Ran run(HostKind host, Tale tale) {
    return Ran.on(host, tale.read());
  }
}
