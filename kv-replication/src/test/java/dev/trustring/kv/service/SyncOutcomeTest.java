package dev.trustring.kv.service;

import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.AttemptFixture.anAttempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.sync.SyncNews;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is in syncComplete, with what number, and who is missing. */
class SyncOutcomeTest {
  private static final ExchangeFacts NO_METADATA =
      ExchangeFacts.NONE.withMetadata(Step.LINK_FAILED);

  private final List<AttemptReport> reports = new ArrayList<>();
  private final List<SortedMap<DeviceName, Integer>> callbacks = new ArrayList<>();
  private SyncOutcome outcome = new SyncOutcome(false, true, List.of(), List.of());

  @Test
  void callsBackOnceWithTheNumbersOfAllDevices() {
    ended("watch", DbStatus.TIME_OUT, ExchangeFacts.ALL_DONE);
    ended("tablet", DbStatus.OK, ExchangeFacts.ALL_DONE);
    ended("tv", DbStatus.PERMISSION_CHECK_FORBID_SYNC, ExchangeFacts.ALL_DONE);

    tell();

    assertThat(callbacks).containsExactly(numbers("tablet", 0, "tv", 27459584, "watch", 27459599));
    assertThat(reports)
        .extracting(report -> report.visible().word())
        .containsExactly("27459599", "0", "27459584");
  }

  @Test
  void leavesOutADeviceWithoutMetadataWhenOthersGotOn() {
    ended("tablet", DbStatus.OK, ExchangeFacts.ALL_DONE);
    ended("watch", DbStatus.COMM_FAILURE, NO_METADATA);

    tell();

    assertThat(callbacks).containsExactly(numbers("tablet", 0));
    assertThat(reports.get(1).visible()).isEqualTo(Silence.LEFT_OUT.visible());
    assertThat(reports.get(1).engine()).contains(DbStatus.COMM_FAILURE);
  }

  @Test
  void reportsMissingMetadataWhenNobodyGotOn() {
    ended("tablet", DbStatus.COMM_FAILURE, NO_METADATA);
    ended("watch", DbStatus.TIME_OUT, ExchangeFacts.NONE.withMetadata(Step.NO_ANSWER));

    tell();

    assertThat(callbacks).containsExactly(numbers("tablet", 27459584, "watch", 27459599));
  }

  @Test
  void saysNothingOfMissingMetadataAfterADelay() {
    outcome = new SyncOutcome(true, true, List.of(), List.of());
    ended("tablet", DbStatus.COMM_FAILURE, NO_METADATA);

    tell();

    assertThat(callbacks).isEmpty();
    assertThat(reports.get(0).visible()).isInstanceOf(Visible.Silent.class);
  }

  @Test
  void reportsWhatTheEngineFoundAfterADelay() {
    outcome = new SyncOutcome(true, true, List.of(), List.of());
    ended("tablet", DbStatus.SECURITY_OPTION_CHECK_ERROR, ExchangeFacts.ALL_DONE);

    tell();

    assertThat(callbacks).containsExactly(numbers("tablet", 27459616));
  }

  @Test
  void doesNotCallBackAtAllWhenNobodyIsToBeTold() {
    ended("watch", null, ExchangeFacts.ALL_DONE);

    tell();

    assertThat(callbacks).isEmpty();
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).visible().word()).isEqualTo("silent");
  }

  @Test
  void callsNobodyBackWhoseProcessIsGone() {
    outcome = outcome.unheard();
    ended("tablet", DbStatus.OK, ExchangeFacts.ALL_DONE);

    tell();

    assertThat(callbacks).isEmpty();
    assertThat(reports.get(0).engine()).contains(DbStatus.OK);
    assertThat(reports.get(0).visible()).isEqualTo(Silence.PROCESS_ENDED.visible());
  }

  @Test
  void isCompleteWhenEveryAttemptHasEnded() {
    SyncOutcome two = outcome.started(id(1)).started(id(2));

    SyncOutcome one = two.ended(news(1, "tablet", DbStatus.OK, ExchangeFacts.ALL_DONE));

    assertThat(one.isComplete()).isFalse();
    assertThat(one.ended(news(2, "watch", DbStatus.OK, ExchangeFacts.ALL_DONE)).isComplete())
        .isTrue();
  }

  private void ended(
      String device, @org.jspecify.annotations.Nullable DbStatus status, ExchangeFacts exchange) {
    int number = outcome.ended().size() + 1;
    outcome = outcome.started(id(number)).ended(news(number, device, status, exchange));
  }

  private void tell() {
    assertThat(outcome.isComplete()).isTrue();
    outcome.tell(
        new SyncOutcome.Sink() {
          @Override
          public void attemptEnded(AttemptReport report) {
            reports.add(report);
          }

          @Override
          public void syncComplete(SortedMap<DeviceName, Integer> numbers) {
            callbacks.add(numbers);
          }
        });
  }

  private static SyncNews.Ended news(
      int number,
      String device,
      @org.jspecify.annotations.Nullable DbStatus status,
      ExchangeFacts exchange) {
    return new SyncNews.Ended(
        id(number),
        new DeviceName(device),
        LINK,
        anAttempt().with(exchange).sendersHalf(),
        List.of(),
        Optional.ofNullable(status),
        0,
        true);
  }

  private static AttemptId id(int number) {
    return new AttemptId(new DeviceName("phone"), 1, number);
  }

  private static SortedMap<DeviceName, Integer> numbers(Object... pairs) {
    TreeMap<DeviceName, Integer> numbers = new TreeMap<>();
    for (int place = 0; place < pairs.length; place += 2) {
      numbers.put(new DeviceName((String) pairs[place]), (Integer) pairs[place + 1]);
    }
    return numbers;
  }
}
