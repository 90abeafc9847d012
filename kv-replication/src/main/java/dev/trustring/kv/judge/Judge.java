package dev.trustring.kv.judge;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.fix.Foresight;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.metadata.StoreRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes decision records: answers that the run gave stand as they are, and every gate that it did
 * not reach is asked what it would have said.
 */
public final class Judge {

  /** What is said of a link that was lost between the rows and their ack. */
  public static final String AT_REST = "the rows were at rest before the link was lost";

  /** What is said of a packet that came and whose ack did not. */
  public static final String NO_ACK = "the packet arrived, and its ack did not come back";

  private final Provenance provenance;

  public Judge(Provenance provenance) {
    this.provenance = provenance;
  }

  /**
   * The record of an attempt that has ended.
   *
   * @param receiver what the receiving device saw or knows; empty when it is switched off
   * @param link the truth about the link at that moment
   */
  public DecisionRecord record(
      AttemptReport report, Optional<ReceiverReport> receiver, LinkFacts link, long virtualNanos) {
    AttemptFacts told =
        receiver
            .map(seen -> report.facts().withReceiver(seen.facts()))
            .orElse(report.facts())
            .withLink(link);
    Map<GateInfo, GateResult> asked = new LinkedHashMap<>();
    boolean dropped = receiver.map(Judge::droppedInSilence).orElse(false);
    boolean saved = receiver.map(Judge::saved).orElse(false);
    report
        .asked()
        .forEach(
            result ->
                asked.put(
                    result.gate(), dropped ? excused(result) : late(again(result, told), saved)));
    receiver.ifPresent(seen -> seen.asked().forEach(result -> take(result, seen, asked)));
    report.asked().forEach(result -> sayOfLostAck(result, asked));
    AttemptFacts imagined = Foresight.asIfExchanged(told);
    List<GateResult> gates = new ArrayList<>();
    for (Gate gate : Gates.of(told.rules())) {
      GateResult live = asked.get(gate.info());
      gates.add((live != null ? live : foreseen(gate, imagined)).tracedBy(provenance));
    }
    return new DecisionRecord(
        report.id(),
        virtualNanos,
        told.rules(),
        report.from(),
        report.to(),
        told.call().bundle(),
        told.call().store(),
        told.call().mode(),
        told.sender().store().map(StoreRecord::label),
        gates,
        report.engine(),
        report.visible(),
        report.rowsSent(),
        List.of());
  }

  /** Packets that arrived do not speak for those behind them that did not. */
  private static void take(
      GateResult result, ReceiverReport seen, Map<GateInfo, GateResult> asked) {
    GateResult before = asked.get(result.gate());
    boolean stopped = before != null && before.verdict().stop().isPresent();
    if (seen.last() || !stopped) {
      asked.put(result.gate(), result);
    }
  }

  /** The sender missed an answer and took its packet for lost; the receiver knows better. */
  private static void sayOfLostAck(GateResult live, Map<GateInfo, GateResult> asked) {
    GateResult now = asked.get(live.gate());
    boolean missed = live.verdict().stop().filter(DenyReason.FRAME_LOST::equals).isPresent();
    if (missed && now != null && now.verdict() instanceof Verdict.Pass) {
      asked.put(live.gate(), new GateResult(live.gate(), Verdict.pass(NO_ACK), true));
    }
  }

  /** Facts on which smallest fixes are searched: all that both ends and the link know. */
  public AttemptFacts factsForFixes(
      AttemptReport report, Optional<ReceiverReport> receiver, LinkFacts link) {
    return Foresight.asIfExchanged(
        receiver
            .map(seen -> report.facts().withReceiver(seen.facts()))
            .orElse(report.facts())
            .withLink(link));
  }

  /** Whether all rows passed the last gate of the receiver. */
  private static boolean saved(ReceiverReport report) {
    return report.last()
        && report.asked().stream()
            .anyMatch(
                result ->
                    result.gate().name().equals("save")
                        && result.verdict() instanceof Verdict.Pass);
  }

  /** A link that was lost after the rows had come to rest did not stop them. */
  private static GateResult late(GateResult live, boolean saved) {
    return saved
            && !isAnswer(live)
            && live.verdict().stop().filter(Foresight::isAboutLink).isPresent()
        ? new GateResult(live.gate(), Verdict.skipped(AT_REST), true)
        : live;
  }

  /** Whether the request arrived and the receiver did not answer it, for a reason of its own. */
  private static boolean droppedInSilence(ReceiverReport report) {
    return report.asked().stream()
        .flatMap(result -> result.verdict().stop().stream())
        .anyMatch(
            reason ->
                reason == DenyReason.SENDER_UNKNOWN || reason == DenyReason.RECEIVER_REFUSES_USER);
  }

  /** The answer that did not come is no reason when the receiver had one for its silence. */
  private static GateResult excused(GateResult live) {
    boolean missedAnswer =
        live.verdict()
            .stop()
            .filter(
                reason ->
                    reason == DenyReason.NO_TIME_ANSWER || reason == DenyReason.NO_ABILITY_ANSWER)
            .isPresent();
    return missedAnswer
        ? new GateResult(
            live.gate(), Verdict.skipped("the request arrived and was dropped there"), true)
        : live;
  }

  /**
   * A live answer about the link is worded again with the truth about the link, which the sender
   * lacked.
   */
  private static GateResult again(GateResult live, AttemptFacts told) {
    boolean aboutLink =
        live.verdict().stop().map(reason -> Foresight.isAboutLink(reason)).orElse(false);
    if (!aboutLink && !isAnswer(live) && !live.gate().name().equals("session")) {
      return live;
    }
    Gate gate =
        Gates.of(told.rules()).stream()
            .filter(candidate -> candidate.info().equals(live.gate()))
            .findFirst()
            .orElseThrow();
    Verdict reworded = gate.check(told);
    boolean better = isAnswer(live) && reworded.stop().isPresent();
    return better || reworded.stop().equals(live.verdict().stop())
        ? new GateResult(live.gate(), reworded, true)
        : live;
  }

  /** Of the answer to a pull only both ends together can say what stopped it. */
  private static boolean isAnswer(GateResult live) {
    return live.gate().name().equals("pull-response");
  }

  private static GateResult foreseen(Gate gate, AttemptFacts imagined) {
    boolean receiversGate = gate.info().side() == Side.RECEIVER;
    if (receiversGate && imagined.receiver().isEmpty()) {
      return new GateResult(
          gate.info(), Verdict.skipped(imagined.peer().peer() + " is switched off"), false);
    }
    if (receiversGate && isTransient(gate, imagined.exchange())) {
      return new GateResult(gate.info(), Verdict.skipped("no packet was sent"), false);
    }
    return new GateResult(gate.info(), gate.check(imagined), false);
  }

  private static boolean isTransient(Gate gate, ExchangeFacts exchange) {
    return gate.info().stage() == dev.trustring.kv.decision.Stage.TRANSFER
        && exchange.data() == ExchangeFacts.Step.NOT_TRIED;
  }
}
