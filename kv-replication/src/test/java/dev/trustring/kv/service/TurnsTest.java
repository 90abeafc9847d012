package dev.trustring.kv.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.query.Queries;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Answers to pulls among the attempts towards one peer. */
class TurnsTest {
  private static final Optional<Query> ALL = Optional.empty();
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final Link LINK = AttemptFixture.LINK;
  private static final AttemptId FIRST = id(1);
  private static final AttemptId SECOND = id(2);
  private static final AttemptId ANSWER = id(3);
  private static final AttemptId SECOND_ANSWER = id(4);

  private final Turns turns = new Turns();

  @Test
  void anAnswerWaitsWhileRowsGoOut() {
    turns.join(FIRST, TABLET, LINK);

    assertThat(turns.joinToAnswer(ANSWER, TABLET, LINK)).isEmpty();
    assertThat(turns.leave(FIRST, TABLET, LINK)).contains(ANSWER);
  }

  @Test
  void anAnswerGoesOutWhileRowsAreAwaited() {
    turns.join(FIRST, TABLET, LINK);
    turns.joinToAnswer(ANSWER, TABLET, LINK);

    assertThat(turns.awaitsRows(FIRST, TABLET, LINK)).contains(ANSWER);
    assertThat(turns.joinToAnswer(SECOND_ANSWER, TABLET, LINK)).isEmpty();
    assertThat(turns.leave(ANSWER, TABLET, LINK)).contains(SECOND_ANSWER);
  }

  @Test
  void ownAttemptsWaitForTheAnswerAndForTheOneThatAwaitsRows() {
    turns.join(FIRST, TABLET, LINK);
    turns.joinToAnswer(ANSWER, TABLET, LINK);
    turns.awaitsRows(FIRST, TABLET, LINK);
    turns.join(SECOND, TABLET, LINK);

    assertThat(turns.leave(FIRST, TABLET, LINK)).isEmpty();
    assertThat(turns.leave(ANSWER, TABLET, LINK)).contains(SECOND);
  }

  @Test
  void anAnswerComesBeforeWhatWaitsAlready() {
    turns.join(FIRST, TABLET, LINK);
    turns.join(SECOND, TABLET, LINK);
    turns.joinToAnswer(ANSWER, TABLET, LINK);

    assertThat(turns.leave(FIRST, TABLET, LINK)).contains(ANSWER);
    assertThat(turns.leave(ANSWER, TABLET, LINK)).contains(SECOND);
  }

  @Test
  void knowsAllAttemptsTowardsAPeer() {
    turns.join(FIRST, TABLET, LINK);
    turns.joinToAnswer(ANSWER, TABLET, LINK);
    turns.join(SECOND, WATCH, LINK);

    assertThat(turns.towards(TABLET)).containsExactly(FIRST, ANSWER);
  }

  @Test
  void remembersHowTheLastPushOfALineEnded() {
    turns.join(FIRST, TABLET, LINK);
    turns.join(SECOND, TABLET, LINK);
    assertThat(turns.pushed(TABLET, LINK, ALL)).isFalse();

    turns.sentRows(TABLET, LINK, ALL, true);
    assertThat(turns.leave(FIRST, TABLET, LINK)).contains(SECOND);

    assertThat(turns.pushed(TABLET, LINK, ALL)).isTrue();
    turns.sentRows(TABLET, LINK, ALL, false);
    assertThat(turns.pushed(TABLET, LINK, ALL)).isFalse();
  }

  @Test
  void forgetsThePushOfALineThatRanEmpty() {
    turns.join(FIRST, TABLET, LINK);
    turns.sentRows(TABLET, LINK, ALL, true);
    turns.leave(FIRST, TABLET, LINK);

    turns.join(SECOND, TABLET, LINK);

    assertThat(turns.pushed(TABLET, LINK, ALL)).isFalse();
  }

  @Test
  void remembersEachQueryByItselfAndFallsBackOnAllRows() {
    Optional<Query> ofA = Optional.of(Queries.query(Queries.prefixKey("a")));
    turns.join(FIRST, TABLET, LINK);
    turns.sentRows(TABLET, LINK, ALL, true);
    assertThat(turns.pushed(TABLET, LINK, ofA)).isTrue();

    turns.sentRows(TABLET, LINK, ofA, false);

    assertThat(turns.pushed(TABLET, LINK, ofA)).isFalse();
    assertThat(turns.pushed(TABLET, LINK, ALL)).isTrue();
  }

  private static AttemptId id(int number) {
    return new AttemptId(new DeviceName("phone"), 1, number);
  }
}
