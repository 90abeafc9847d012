package dev.trustring.sim.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ring without downing: who is away stays a member. */
class RingTest {
  private RingOnLoop ring;

  @BeforeEach
  void open() {
    ring = RingOnLoop.seeded(7);
  }

  @AfterEach
  void nothingCameFromAnotherThread() {
    assertThat(ring.loop.foreignSubmits()).isZero();
    ring.close();
  }

  @Test
  void comesUpWithinThreeSeconds() {
    ring.up("phone", "tablet", "watch");

    for (String host : ring.hosts()) {
      assertThat(ring.seenBy(host)).containsExactly("phone", "tablet", "watch");
    }
  }

  @Test
  void showsAMemberBehindACutAsUnreachableWithinFifteenSeconds() {
    ring.up("phone", "tablet", "watch");

    ring.cut("phone", "watch");
    ring.cut("tablet", "watch");
    ring.run(15);

    assertThat(ring.seenBy("phone")).containsExactly("!watch", "phone", "tablet");
    assertThat(ring.seenBy("tablet")).containsExactly("!watch", "phone", "tablet");
    assertThat(ring.seenBy("watch")).containsExactly("!phone", "!tablet", "watch");
  }

  @Test
  void seesItAgainWithinTenSecondsOfHealing() {
    ring.up("phone", "tablet", "watch");
    ring.cut("phone", "watch");
    ring.cut("tablet", "watch");
    ring.run(60);

    ring.heal();
    ring.run(10);

    for (String host : ring.hosts()) {
      assertThat(ring.seenBy(host)).containsExactly("phone", "tablet", "watch");
    }
  }

  @Test
  void showsAMemberThatIsHeardButCannotHear() {
    ring.up("phone", "watch");

    ring.cutOneWay("phone", "watch");
    ring.run(15);

    assertThat(ring.seenBy("phone")).containsExactly("!watch", "phone");
    assertThat(ring.tracedOn("phone")).contains("UnreachableMember watch");
  }

  @Test
  void removesNobodyHoweverLongACutLasts() {
    ring.up("phone", "tablet", "watch");

    ring.cut("phone", "watch");
    ring.cut("tablet", "watch");
    ring.run(3600);
    ring.heal();
    ring.run(10);

    assertThat(ring.trace.events()).noneMatch(event -> event.kind().equals("MemberRemoved"));
    assertThat(ring.seenBy("watch")).containsExactly("phone", "tablet", "watch");
  }

  @Test
  void takesACrashedMemberBackUnderItsOldAddress() {
    ring.up("phone", "tablet", "watch");

    ring.crash("watch");
    ring.run(30);
    assertThat(ring.seenBy("phone")).containsExactly("!watch", "phone", "tablet");
    ring.start("watch");
    ring.join("watch", "phone");
    ring.run(10);

    for (String host : ring.hosts()) {
      assertThat(ring.seenBy(host)).containsExactly("phone", "tablet", "watch");
    }
  }

  @Test
  void countsACrashedMemberThatReturnsElsewhereAsANewcomer() {
    ring.up("phone", "tablet", "watch");

    ring.crash("watch");
    ring.run(30);
    ring.startAs("watch", "watch-2");
    ring.join("watch-2", "phone");
    ring.run(10);

    assertThat(ring.seenBy("phone"))
        .containsExactly("!watch", "phone", "tablet", "watch-2 WeaklyUp");
  }

  @Test
  void letsANewcomerInWeaklyWhileSomeoneIsAway() {
    ring.up("phone", "tablet", "watch");
    ring.crash("watch");
    ring.run(30);

    ring.start("car");
    ring.join("car", "phone");
    ring.run(5);

    assertThat(ring.seenBy("phone")).contains("car WeaklyUp");
    assertThat(ring.seenBy("car")).contains("!watch", "car WeaklyUp");
  }

  @Test
  void removesAMemberThatLeavesAndEndsItsSystem() {
    ring.up("phone", "tablet", "watch");

    ring.leave("watch");
    ring.run(30);

    assertThat(ring.isTerminated("watch")).isTrue();
    assertThat(ring.seenBy("phone")).containsExactly("phone", "tablet");
    assertThat(ring.tracedOn("tablet")).contains("MemberRemoved watch");
  }

  @Test
  void removesAMemberThatIsExpelledAndEndsItsSystem() {
    ring.up("phone", "tablet", "watch");

    ring.expel("watch", "phone");
    ring.run(30);

    assertThat(ring.isTerminated("watch")).isTrue();
    assertThat(ring.seenBy("tablet")).containsExactly("phone", "tablet");
  }

  @Test
  void findsAServiceOfEveryMemberOnEveryMember() {
    ring.up("phone", "tablet", "watch");
    ring.run(5);

    for (String host : ring.hosts()) {
      assertThat(ring.servicesSeenBy(host)).isEqualTo(3);
    }
  }
}
