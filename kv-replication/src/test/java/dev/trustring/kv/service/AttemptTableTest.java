package dev.trustring.kv.service;

import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.AttemptFixture.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.PacketLimits;
import dev.trustring.kv.sync.Self;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which attempts the service knows of after it has died. */
class AttemptTableTest {

  private final AttemptTableActor table =
      new AttemptTableActor(
          new Self(
              new DeviceName("phone"),
              1,
              RuleSet.OPENHARMONY,
              Optional.empty(),
              Optional.empty(),
              PacketLimits.PLATFORM),
          new ServiceLife());

  @Test
  void hearsNothingOfAnAttemptThatEndedBeforeTheServiceDied() {
    AttemptId before = table.numbered();
    table.died();

    assertThat(table.ended(news(before))).isEmpty();
  }

  @Test
  void refusesToHearOfAnAttemptThatNeverBegan() {
    table.died();
    SyncNews.Ended after = news(table.numbered());

    assertThatThrownBy(() -> table.ended(after)).isInstanceOf(IllegalStateException.class);
  }

  private static SyncNews.Ended news(AttemptId id) {
    return new SyncNews.Ended(
        id,
        new DeviceName("tablet"),
        LINK,
        anAttempt().with(ExchangeFacts.ALL_DONE).sendersHalf(),
        List.of(),
        Optional.of(DbStatus.OK),
        0,
        true);
  }
}
