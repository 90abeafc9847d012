package dev.trustring.kv.decision;

import java.util.List;
import java.util.Optional;

/** What one gate says of one attempt. */
public sealed interface Verdict {

  /** The word that reports print: pass, deny, unknown or skipped. */
  String word();

  /** The facts it rests on. */
  List<Evidence> evidence();

  /** The reason for which the run does not go past this gate; empty when it does. */
  default Optional<DenyReason> stop() {
    return Optional.empty();
  }

  /** The same verdict with every fact traced to its file. */
  Verdict tracedBy(Provenance provenance);

  /** The gate lets the attempt through. */
  record Pass(List<Evidence> evidence) implements Verdict {
    public Pass {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String word() {
      return "pass";
    }

    @Override
    public Verdict tracedBy(Provenance provenance) {
      return new Pass(traced(evidence, provenance));
    }
  }

  /** The gate stops the attempt. */
  record Deny(DenyReason reason, List<Evidence> evidence) implements Verdict {
    public Deny {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String word() {
      return "deny";
    }

    @Override
    public Optional<DenyReason> stop() {
      return Optional.of(reason);
    }

    @Override
    public Verdict tracedBy(Provenance provenance) {
      return new Deny(reason, traced(evidence, provenance));
    }
  }

  /**
   * An input is missing, and the answer turns on it.
   *
   * @param missing the input that would decide
   * @param assumed what the run assumed in its place
   * @param stop why the run stopped under that assumption; empty when it went on
   */
  record Unknown(
      FactKey missing, String assumed, Optional<DenyReason> stop, List<Evidence> evidence)
      implements Verdict {
    public Unknown {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String word() {
      return "unknown";
    }

    @Override
    public Verdict tracedBy(Provenance provenance) {
      return new Unknown(missing, assumed, stop, traced(evidence, provenance));
    }
  }

  /** The gate was not asked, or its subject is not simulated yet. */
  record Skipped(String why) implements Verdict {
    @Override
    public String word() {
      return "skipped";
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }

    @Override
    public Verdict tracedBy(Provenance provenance) {
      return this;
    }
  }

  /** A pass that rests on one fact. */
  static Verdict pass(String says) {
    return new Pass(List.of(Evidence.that(says)));
  }

  /** A pass that rests on one input fact. */
  static Verdict pass(String says, FactKey about) {
    return new Pass(List.of(Evidence.that(says, about)));
  }

  /** A denial that rests on one fact. */
  static Verdict deny(DenyReason reason, String says) {
    return new Deny(reason, List.of(Evidence.that(says)));
  }

  /** A denial that rests on these facts. */
  static Verdict deny(DenyReason reason, List<Evidence> evidence) {
    return new Deny(reason, evidence);
  }

  /** A gate that was not asked. */
  static Verdict skipped(String why) {
    return new Skipped(why);
  }

  private static List<Evidence> traced(List<Evidence> evidence, Provenance provenance) {
    return evidence.stream().map(fact -> fact.tracedBy(provenance)).toList();
  }
}
