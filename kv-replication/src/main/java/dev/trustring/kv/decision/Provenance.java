package dev.trustring.kv.decision;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where each input fact of a run was written: from fact to file, line and column. */
public final class Provenance {

  /** Knows of no file; used by worlds that are built in code. */
  public static final Provenance NONE = new Provenance(Map.of());

  private final TreeMap<FactKey, Origin> origins;

  public Provenance(Map<FactKey, Origin> origins) {
    this.origins = new TreeMap<>(origins);
  }

  /** The same knowledge and more. */
  public Provenance with(Map<FactKey, Origin> more) {
    Map<FactKey, Origin> all = new TreeMap<>(origins);
    all.putAll(more);
    return new Provenance(all);
  }

  /** The place that states the fact, if it was stated in a file. */
  public Optional<Origin> of(FactKey fact) {
    return Optional.ofNullable(origins.get(fact));
  }
}
