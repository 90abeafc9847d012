package dev.trustring.sim.campaign;

import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one run of a campaign came to.
 *
 * @param seed from which all of it was drawn
 * @param broken what it broke, in the order of the oracles; empty unless it is violated
 * @param happened what happened of that which must happen in some run
 * @param denials how many attempts stopped at each stage
 * @param host on which it came to that
 * @param rows what the devices hold in the end, as a digest
 * @param compared whether it was played on another host as well, and came to the same rows
 */
public record Played(
    int number,
    long seed,
    Verdict verdict,
    List<Broken> broken,
    List<String> happened,
    Map<String, Long> denials,
    String hash,
    RunResult.Counts counts,
    HostKind host,
    String rows,
    Compared compared) {

  /** Whether another host came to the same rows. */
  public enum Compared {
    NOT,
    SAME,
    OTHER
  }

  private static final String SOMETIMES = "sometimes";

  public Played {
    broken = List.copyOf(broken);
    happened = List.copyOf(happened);
    denials = new TreeMap<>(denials);
  }

  public static Played of(int number, RunResult result) {
    List<Finding> must =
        result.findings().stream().filter(finding -> !finding.kind().equals(SOMETIMES)).toList();
    boolean unknown =
        result.decisions().stream()
            .anyMatch(record -> record.outcome() == DecisionRecord.Outcome.UNKNOWN);
    return new Played(
        number,
        result.scenario().seed(),
        Verdict.over(must, result.counts().rowsReplicated() > 0, false, unknown),
        must.stream().filter(finding -> !finding.held()).map(Broken::of).toList(),
        result.findings().stream()
            .filter(finding -> finding.kind().equals(SOMETIMES) && finding.held())
            .map(Finding::name)
            .toList(),
        result.decisions().stream()
            .filter(record -> record.firstStop().isPresent())
            .collect(Collectors.groupingBy(DecisionRecord::stopWord, Collectors.counting())),
        result.eventHash(),
        result.counts(),
        HostKind.named(result.host()).orElseThrow(),
        result.digests().toString(),
        Compared.NOT);
  }

  /** The same run on another host as well; what is violated on either is violated. */
  Played beside(Played other) {
    boolean there = verdict != Verdict.VIOLATED && other.verdict == Verdict.VIOLATED;
    Played worse = there ? other : this;
    return new Played(
        worse.number,
        worse.seed,
        worse.verdict,
        worse.broken,
        worse.happened,
        worse.denials,
        worse.hash,
        worse.counts,
        worse.host,
        worse.rows,
        rows.equals(other.rows) ? Compared.SAME : Compared.OTHER);
  }

  /** The names of what it broke, each once. */
  public List<String> oracles() {
    return broken.stream().map(Broken::oracle).distinct().toList();
  }

  /** Whether it broke that oracle. */
  public boolean broke(String oracle) {
    return oracles().contains(oracle);
  }

  /** What happened instead of what that oracle says must; empty if it held. */
  public String says(String oracle) {
    return broke(oracle) ? first(oracle).says() : "";
  }

  /** How it broke that oracle first. */
  Broken first(String oracle) {
    return broken.stream().filter(one -> one.oracle().equals(oracle)).findFirst().orElseThrow();
  }
}
