package dev.trustring.kv.store;

/**
 * Which row of a store: in SINGLE_VERSION the key alone, in DEVICE_COLLABORATION the key in its
 * owner's partition (kv-store §2.2).
 *
 * @param owner the name of the owning device; empty text in SINGLE_VERSION
 */
public record RowId(String owner, Key key) implements Comparable<RowId> {

  @Override
  public int compareTo(RowId other) {
    int byOwner = owner.compareTo(other.owner);
    return byOwner != 0 ? byOwner : key.compareTo(other.key);
  }
}
