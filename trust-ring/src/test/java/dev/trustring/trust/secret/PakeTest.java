package dev.trustring.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.wire.FirstRound;
import dev.trustring.trust.wire.SecondRound;
import dev.trustring.trust.wire.ZeroKnowledge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PakeTest {
  private static final int PIN = 123_456;

  private final Pake source = new Pake("source", "sink", PIN, 1);
  private final Pake sink = new Pake("sink", "source", PIN, 2);

  /** Both ends after all rounds. */
  private record Ends(Pake.Agreed source, Pake.Agreed sink) {}

  private static Ends meet(Pake source, Pake sink) {
    Pake.Reply reply = sink.reply(source.firstRound()).orElseThrow();
    Pake.Agreed ofSource = source.agreed(reply.first(), reply.second()).orElseThrow();
    return new Ends(ofSource, sink.agreed(source.firstRound(), ofSource.second()).orElseThrow());
  }

  @Test
  void givesBothEndsOneKeyAndTheProofOfIt() {
    Ends ends = meet(source, sink);

    assertThat(ends.source().key()).isEqualTo(ends.sink().key()).hasSize(64);
    assertThat(ends.source().peerProof()).isEqualTo(ends.sink().ownProof());
    assertThat(ends.sink().peerProof()).isEqualTo(ends.source().ownProof());
    assertThat(ends.source().ownProof()).isNotEqualTo(ends.sink().ownProof());
  }

  @Test
  void showsAWrongPinInTheProofsAndGivesDifferentKeys() {
    Ends ends = meet(new Pake("source", "sink", PIN + 1, 1), sink);

    assertThat(ends.source().key()).isNotEqualTo(ends.sink().key());
    assertThat(ends.source().ownProof()).isNotEqualTo(ends.sink().peerProof());
    assertThat(ends.sink().ownProof()).isNotEqualTo(ends.source().peerProof());
  }

  @Test
  void saysTheSameForTheSameDrawAndOtherThingsForAnother() {
    assertThat(new Pake("source", "sink", PIN, 1).firstRound()).isEqualTo(source.firstRound());
    assertThat(new Pake("source", "sink", PIN, 3).firstRound()).isNotEqualTo(source.firstRound());
    assertThat(meet(source, sink)).isEqualTo(meet(source, sink));
    assertThat(meet(new Pake("source", "sink", PIN, 3), sink).sink().key())
        .isNotEqualTo(meet(source, sink).sink().key());
  }

  @Test
  void takesNoWordsThatWereSaidUnderAnotherName() {
    FirstRound elsewhere = new Pake("other", "sink", PIN, 1).firstRound();

    assertThat(sink.reply(elsewhere)).isEmpty();
  }

  @Test
  void takesNoSecondRoundOfAnotherMeeting() {
    Pake.Reply earlier = sink.reply(source.firstRound()).orElseThrow();
    SecondRound replayed = source.agreed(earlier.first(), earlier.second()).orElseThrow().second();
    Pake fresh = new Pake("sink", "source", PIN, 9);

    assertThat(fresh.agreed(source.firstRound(), replayed)).isEmpty();
  }

  @Test
  void takesNoOwnWordsThrownBack() {
    assertThat(source.reply(source.firstRound())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "02", "05ffff", "-1"})
  void takesNoPointThatIsNone(String text) {
    FirstRound right = source.firstRound();

    assertThat(sink.reply(new FirstRound(text, right.gx2(), right.of1(), right.of2()))).isEmpty();
    assertThat(sink.agreed(right, new SecondRound(text, right.of1()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zz", "0", "-1", "1"})
  void takesNoProofThatIsNone(String response) {
    FirstRound right = source.firstRound();
    ZeroKnowledge forged = new ZeroKnowledge(right.of1().commitment(), response);
    ZeroKnowledge endless = new ZeroKnowledge(right.of1().commitment(), "f".repeat(100_000));

    assertThat(sink.reply(new FirstRound(right.gx1(), right.gx2(), forged, right.of2()))).isEmpty();
    assertThat(sink.reply(new FirstRound(right.gx1(), right.gx2(), endless, right.of2())))
        .isEqualTo(Optional.empty());
  }
}
