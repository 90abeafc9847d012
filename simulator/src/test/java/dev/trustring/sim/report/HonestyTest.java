package dev.trustring.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.StoreId;
import dev.trustring.trust.identity.DeviceName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HonestyTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final Visible OK = new Visible.Completed(0);
  private static final Visible ERROR = new Visible.Completed(Status.ERROR.number());
  private static final Visible SILENCE = new Visible.Silent("the call returned");

  private static DecisionRecord arrived(Visible told) {
    return record(TaskMode.PUSH, told, List.of());
  }

  private static DecisionRecord stopped(Visible told, DenyReason why) {
    GateInfo gate = new GateInfo("G7", "some-gate", why.stage(), "a rule", "a source");
    return record(
        TaskMode.PUSH, told, List.of(new GateResult(gate, Verdict.deny(why, "so it is"), true)));
  }

  private static DecisionRecord record(TaskMode mode, Visible told, List<GateResult> gates) {
    return new DecisionRecord(
        new AttemptId(PHONE, 1, 1),
        0,
        RuleSet.OPENHARMONY,
        PHONE,
        TABLET,
        new BundleName("com.example.notes"),
        new StoreId("notes"),
        mode,
        Optional.empty(),
        gates,
        Optional.empty(),
        told,
        0,
        List.of());
  }

  private static Honesty of(DecisionRecord... records) {
    return Honesty.of(List.of(records));
  }

  private static String text(Honesty honesty, int width) {
    StringWriter out = new StringWriter();
    HonestyText.write(
        RuleSet.OPENHARMONY, 1, honesty, new Page(new PrintWriter(out, true), width, false));
    return out.toString();
  }

  @Test
  void aSubscriptionBringsNoRowsAndDoesNotCount() {
    Honesty honesty = of(arrived(OK), record(TaskMode.SUBSCRIBE_QUERY, OK, List.of()));

    assertThat(honesty.attempts()).isEqualTo(1);
  }

  @Test
  void oneNumberForOneCauseIsNotAmbiguous() {
    Honesty honesty =
        of(arrived(OK), stopped(ERROR, DenyReason.LINK_DOWN), stopped(ERROR, DenyReason.LINK_DOWN));

    assertThat(honesty.attempts()).isEqualTo(3);
    assertThat(honesty.ambiguous()).isZero();
  }

  @Test
  void everyoneWhoWasToldANumberOfTwoCausesWasToldSomethingAmbiguous() {
    Honesty honesty =
        of(
            arrived(OK),
            stopped(ERROR, DenyReason.LINK_DOWN),
            stopped(ERROR, DenyReason.LINK_DOWN),
            stopped(ERROR, DenyReason.PERMISSION_NOT_GRANTED));

    assertThat(honesty.ambiguous()).isEqualTo(3);
    assertThat(text(honesty, 200))
        .contains("Ambiguous: 3 of 4 (75.0 %) were told what had several causes here;")
        .contains("of those who were not told of success 3 of 3 (100.0 %).");
  }

  @Test
  void successThatIsNoneIsCountedApart() {
    Honesty honesty = of(arrived(OK), stopped(OK, DenyReason.LINK_DOWN));

    assertThat(honesty.toldTooMuch()).isEqualTo(1);
    assertThat(honesty.toldTooLittle()).isZero();
  }

  @Test
  void failureOrSilenceOverRowsThatArrivedIsCountedApart() {
    Honesty honesty = of(arrived(ERROR), arrived(SILENCE), stopped(SILENCE, DenyReason.LINK_DOWN));

    assertThat(honesty.toldTooLittle()).isEqualTo(2);
    assertThat(honesty.toldTooMuch()).isZero();
  }

  @Test
  void ordersCausesAsPeopleAskForThem() {
    String text =
        text(
            of(
                stopped(ERROR, DenyReason.PERMISSION_NOT_GRANTED),
                stopped(ERROR, DenyReason.LINK_DOWN),
                stopped(ERROR, DenyReason.NOT_IN_RING)),
            80);

    assertThat(text.indexOf("reach: link-down")).isLessThan(text.indexOf("trust: not-in-ring"));
    assertThat(text.indexOf("trust: not-in-ring"))
        .isLessThan(text.indexOf("permission: permission-not-granted"));
    assertThat(Stage.REACH.number()).isLessThan(Stage.TRUST.number());
  }

  @Test
  void aStoryWithoutAnAttemptHasAnEmptyTable() {
    assertThat(text(of(), 80)).contains("Ambiguous: 0 of 0 (0 %)");
  }

  @Test
  void fitsANarrowTerminal() {
    Honesty honesty =
        of(arrived(OK), stopped(ERROR, DenyReason.PERMISSION_NOT_GRANTED), arrived(SILENCE));

    assertThat(text(honesty, 40).lines()).allMatch(line -> line.length() <= 40);
  }
}
