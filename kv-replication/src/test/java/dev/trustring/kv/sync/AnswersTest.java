package dev.trustring.kv.sync;

import static dev.trustring.kv.AttemptFixture.ID;
import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.AttemptFixture.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Queries;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.trust.identity.DeviceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
  private static final SyncMessage.Answer CLOCKS = new SyncMessage.TimeAnswer(ID, 1, 2, 2);
  private static final SyncMessage.Answer ABILITY =
      new SyncMessage.AbilityAnswer(ID, AckCode.OK, SecurityLabel.S2, Optional.empty());
  private static final SyncMessage.Answer ACK = new SyncMessage.DataAnswer(ID, AckCode.BUSY, 4);
  private static final SyncMessage.Answer NONE = new SyncMessage.NoCommunicator(ID);

  @Test
  void handsTheTaskWhatItWaitsFor() {
    assertThat(Answers.asInput(CLOCKS, Phase.TIME)).contains(new TaskInput.ClocksCame());
    assertThat(Answers.asInput(ABILITY, Phase.ABILITY))
        .contains(new TaskInput.AbilityCame(AckCode.OK, SecurityLabel.S2, Optional.empty()));
    assertThat(Answers.asInput(ACK, Phase.ACK)).contains(new TaskInput.AckCame(AckCode.BUSY, 4, 0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"TIME", "ABILITY", "ACK"})
  void hearsAtAnyTimeThatTheStoreIsNotThere(Phase phase) {
    assertThat(Answers.asInput(NONE, phase)).contains(new TaskInput.NoCommunicator());
  }

  @Test
  void keepsBelatedAnswersFromTheTask() {
    assertThat(Answers.asInput(CLOCKS, Phase.ABILITY)).isEmpty();
    assertThat(Answers.asInput(CLOCKS, Phase.ACK)).isEmpty();
    assertThat(Answers.asInput(ABILITY, Phase.ACK)).isEmpty();
    assertThat(Answers.asInput(ACK, Phase.TIME)).isEmpty();
    assertThat(Answers.asInput(ACK, Phase.ROWS)).isEmpty();
    assertThat(Answers.asInput(NONE, Phase.METADATA)).isEmpty();
    assertThat(Answers.asInput(NONE, Phase.DONE)).isEmpty();
  }

  @Test
  void wordsAWishForThePeer() {
    SyncActor.Subject subject =
        new SyncActor.Subject(
            ID,
            new DeviceName("tablet"),
            LINK,
            anAttempt().sendersHalf(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Instant now = Instant.EPOCH.plusMillis(1);

    assertThat(Answers.asMessage(new TaskWish.ExchangeClocks(), subject, 7, now))
        .isEqualTo(new SyncMessage.TimeRequest(ID, LINK, 10_000));
    assertThat(Answers.asMessage(new TaskWish.ExchangeAbilities(), subject, 7, now))
        .isEqualTo(new SyncMessage.AbilityRequest(ID, LINK, SecurityLabel.S1, Optional.empty()));
    assertThat(
            Answers.asMessage(
                new TaskWish.SendRows(TaskFixture.TWO_ROWS, Part.WHOLE), subject, 7, now))
        .isEqualTo(new SyncMessage.DataRequest(ID, LINK, TaskFixture.TWO_ROWS, 7));
  }

  @Test
  void asksAndSendsForAQueryInAMessageOfItsOwn() {
    Query query = Queries.query(Queries.prefixKey("a"));
    SyncActor.Subject subject =
        new SyncActor.Subject(
            ID,
            new DeviceName("tablet"),
            LINK,
            anAttempt().sendersHalf(),
            List.of(),
            Optional.empty(),
            Optional.of(query));

    assertThat(
            Answers.asMessage(
                new TaskWish.SendRows(TaskFixture.TWO_ROWS, Part.WHOLE), subject, 7, Instant.EPOCH))
        .isEqualTo(
            new SyncMessage.QuerySync(
                ID, LINK, query, Optional.of(TaskFixture.TWO_ROWS), 7, Optional.empty()));
    assertThat(
            Answers.asMessage(
                new TaskWish.AskForRows(Optional.empty(), 5, Part.WHOLE),
                subject,
                7,
                Instant.EPOCH))
        .isEqualTo(
            new SyncMessage.QuerySync(ID, LINK, query, Optional.empty(), 7, Optional.of(5L)));
  }

  @ParameterizedTest(name = "sent {0}, there {1} and {2}, back {3}: the peer is {4} ahead")
  @CsvSource({
    "1000, 1500, 1500, 1000, 500",
    "1000, 1510, 1510, 1020, 500",
    "1000, 1510, 1590, 1100, 500",
    "1000, 510, 510, 1020, -500",
    "1000, 1010, 1010, 1020, 0",
  })
  void measuresThePeersClockByTheMidpoint(
      long sent, long received, long answered, long now, long offset) {
    assertThat(ClockOffset.between(new SyncMessage.TimeAnswer(ID, sent, received, answered), now))
        .isEqualTo(offset);
  }
}
