package dev.trustring.sim.world;

import static dev.trustring.sim.Facts.ATTEMPT;
import static dev.trustring.sim.Facts.TABLET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.judge.Judge;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.sim.Facts;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecorderTest {

  private final Around around = new Around();
  private final List<DecisionRecord> made = new ArrayList<>();
  private final Recorder recorder = new Recorder(new Judge(Provenance.NONE), around, made::add);

  @Test
  void recordsAtOnceWhenTheReceiverHasSpoken() {
    recorder.received(Facts.received());

    recorder.ended(Facts.timedOut());

    assertThat(made).singleElement().extracting(DecisionRecord::id).isEqualTo(ATTEMPT);
    assertThat(around.questions).isEmpty();
  }

  @Test
  void asksAReceiverThatHasNotSpokenWhatItKnows() {
    recorder.ended(Facts.timedOut());
    assertThat(made).isEmpty();

    around.questions.get(0).accept(Facts.received());

    assertThat(made).hasSize(1);
    assertThat(verdictOf(made.get(0), "R8")).isNotEqualTo("skipped");
  }

  @Test
  void recordsWithoutAReceiverThatIsOff() {
    around.tabletIsOn = false;

    recorder.ended(Facts.timedOut());

    assertThat(made).hasSize(1);
    assertThat(verdictOf(made.get(0), "R8")).isEqualTo("skipped");
  }

  @Test
  void recordsWithoutAReceiverThatCrashesBeforeItAnswers() {
    recorder.ended(Facts.timedOut());

    around.tabletIsOn = false;
    recorder.cannotAnswer(TABLET);

    assertThat(made).hasSize(1);
    assertThat(verdictOf(made.get(0), "R8")).isEqualTo("skipped");
  }

  @Test
  void makesOneRecordWhenTheAnswerComesAfterTheCrash() {
    recorder.ended(Facts.timedOut());
    recorder.cannotAnswer(TABLET);

    around.questions.get(0).accept(Facts.received());

    assertThat(made).hasSize(1);
  }

  @Test
  void waitsOnWhenAnotherDeviceCrashes() {
    recorder.ended(Facts.timedOut());

    recorder.cannotAnswer(new DeviceName("tv"));

    assertThat(made).isEmpty();
  }

  private static String verdictOf(DecisionRecord record, String gate) {
    return record.gates().stream()
        .filter(result -> result.gate().id().equals(gate))
        .findFirst()
        .map(result -> result.verdict())
        .map(Verdict::word)
        .orElseThrow();
  }

  private static final class Around implements Recorder.Surroundings {
    private final List<Consumer<ReceiverReport>> questions = new ArrayList<>();
    private boolean tabletIsOn = true;

    @Override
    public boolean canAnswer(DeviceName device) {
      return tabletIsOn;
    }

    @Override
    public void inspect(
        DeviceName device, Recorder.Question question, Consumer<ReceiverReport> then) {
      questions.add(then);
    }

    @Override
    public LinkFacts link(AttemptId attempt, DeviceName from, DeviceName to) {
      return LinkFacts.UNSEEN;
    }

    @Override
    public long storyNanos() {
      return 0;
    }
  }
}
