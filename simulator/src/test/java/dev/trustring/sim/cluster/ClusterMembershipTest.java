package dev.trustring.sim.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.sim.run.Tale;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rings of real clusters in virtual time: who is a member, and what devices hear of it. */
class ClusterMembershipTest {

  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void devicesOfOneAccountBecomeOneCluster() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      assertThat(rings.seenBy("phone")).isEqualTo(Map.of("tablet", "Up", "tv", "Up"));
      assertThat(rings.news())
          .containsExactlyInAnyOrder(
              "phone: tablet online",
              "phone: tv online",
              "tablet: phone online",
              "tablet: tv online",
              "tv: phone online",
              "tv: tablet online");
    }
  }

  @Test
  void aCutMakesMembersUnreachableAndUnbondsNobody() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      rings.news();

      rings.cut(List.of("phone", "tablet"), List.of("tv")).after(MINUTE);

      assertThat(rings.seenBy("phone")).containsEntry("tv", "Up, unreachable");
      assertThat(rings.news()).as("silence takes minutes to notice").isEmpty();
      rings.after(Duration.ofMinutes(10));
      assertThat(rings.news())
          .contains("phone: tv offline", "tv: phone offline")
          .doesNotContain("phone: tablet offline");
      rings.heal().after(Duration.ofSeconds(20));
      assertThat(rings.seenBy("phone")).isEqualTo(Map.of("tablet", "Up", "tv", "Up"));
      assertThat(rings.news()).contains("phone: tv online", "tv: phone online");
    }
  }

  @Test
  void whoeverReachesBothEndsOfACutSeesBoth() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      rings.cut(List.of("phone"), List.of("tv")).after(MINUTE);

      assertThat(rings.seenBy("phone")).isEqualTo(Map.of("tablet", "Up", "tv", "Up, unreachable"));
      assertThat(rings.seenBy("tablet")).isEqualTo(Map.of("phone", "Up", "tv", "Up"));
    }
  }

  @Test
  void whoLogsOutLeavesTheRingAndTheOthersStay() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      rings.news();

      rings.logout("tv").after(MINUTE);

      assertThat(rings.seenBy("phone")).isEqualTo(Map.of("tablet", "Up"));
      assertThat(rings.seenBy("tv")).isEmpty();
      assertThat(rings.news())
          .contains("phone: tv offline", "tablet: tv offline", "tv: phone offline");
    }
  }

  @Test
  void aDeviceThatCrashedComesBackIntoTheRing() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      rings.crash("tv").after(MINUTE).news();

      rings.returns("tv").after(MOMENT);

      assertThat(rings.seenBy("phone")).isEqualTo(Map.of("tablet", "Up", "tv", "Up"));
      assertThat(rings.news())
          .contains("phone: tv offline", "phone: tv online", "tv: phone online");
    }
  }

  @Test
  void aDeviceComesBackAlsoWhileAnotherIsAway() {
    try (Rings rings = ofThree().on().after(MOMENT)) {
      rings.crash("tablet").crash("tv").after(MINUTE).news();

      rings.returns("tv").after(Duration.ofSeconds(20));

      assertThat(rings.seenBy("phone"))
          .containsEntry("tv", "WeaklyUp")
          .containsEntry("tablet", "Up, unreachable");
      assertThat(rings.news()).contains("phone: tv online", "tv: phone online");
    }
  }

  @Test
  void twoPartsThatFoundedARingEachBecomeOneWhenTheyMeet() {
    Tale four =
        Tale.nobody()
            .device("a", "kind: phone, account: acct-1")
            .device("b", "kind: tablet, account: acct-1")
            .device("c", "kind: phone, account: acct-1")
            .device("d", "kind: tablet, account: acct-1")
            .network("home: { type: wifi, members: [a, b, c, d] }");
    try (Rings rings = new Rings(four.read()).cut(List.of("a", "b"), List.of("c", "d"))) {
      rings.on().after(MINUTE);
      assertThat(rings.seenBy("a")).isEqualTo(Map.of("b", "Up"));
      assertThat(rings.seenBy("c")).isEqualTo(Map.of("d", "Up"));

      rings.heal().after(Duration.ofMinutes(2));

      assertThat(rings.seenBy("a")).isEqualTo(Map.of("b", "Up", "c", "Up", "d", "Up"));
      assertThat(rings.seenBy("d")).isEqualTo(Map.of("a", "Up", "b", "Up", "c", "Up"));
    }
  }

  private static Rings ofThree() {
    return new Rings(
        Tale.nobody()
            .device("phone", "kind: phone, account: acct-1")
            .device("tablet", "kind: tablet, account: acct-1")
            .device("tv", "kind: tv, account: acct-1")
            .network("home: { type: wifi, members: [phone, tablet, tv] }")
            .read());
  }
}
