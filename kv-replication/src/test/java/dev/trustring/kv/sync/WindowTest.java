package dev.trustring.kv.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many packets are on their way, and which acks count (kv-store §3.5). */
class WindowTest {
  private static final Optional<Long> MORE = Optional.of(99L);

  @Test
  void givesNoNumberToAPacketThatHoldsEverything() {
    Window window = Window.EMPTY.sends(Optional.empty());

    assertThat(window.newest()).isEqualTo(Part.WHOLE);
    assertThat(window.acked(0).isDone()).isTrue();
  }

  @Test
  void numbersPacketsFromOneOn() {
    Window first = Window.EMPTY.sends(MORE);
    Window second = first.sends(Optional.empty());

    assertThat(first.newest()).isEqualTo(new Part(1, false, MORE));
    assertThat(second.newest()).isEqualTo(new Part(2, true, Optional.empty()));
  }

  @Test
  void waitsOnceThreePacketsAreUnacked() {
    Window full = Window.EMPTY.sends(MORE).sends(MORE).sends(MORE);

    assertThat(full.newest()).isEqualTo(new Part(3, false, Optional.empty()));
    assertThat(full.acked(2).sends(MORE).newest().number()).isEqualTo(4);
  }

  @Test
  void isDoneOnlyWhenNothingIsUnackedOrLeft() {
    Window two = Window.EMPTY.sends(MORE).sends(Optional.empty());

    assertThat(two.acked(2).isDone()).isFalse();
    assertThat(two.acked(2).acked(1).isDone()).isTrue();
    assertThat(Window.EMPTY.sends(MORE).acked(1).isDone()).isFalse();
  }

  @Test
  void takesAnAckForStaleOnceEverythingIsSentAgain() {
    Window again = Window.EMPTY.sends(MORE).sends(MORE).restarted().sends(MORE);

    assertThat(again.awaits(1)).isFalse();
    assertThat(again.awaits(2)).isFalse();
    assertThat(again.awaits(3)).isTrue();
  }
}
