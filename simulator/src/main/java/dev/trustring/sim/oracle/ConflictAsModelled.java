package dev.trustring.sim.oracle;

import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.ReferenceRule;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreState;
import dev.trustring.sim.world.Happening;
import dev.trustring.trust.identity.DeviceName;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of every row that arrives the store keeps what the conflict rule says (kv-store §2.1, §2.2,
 * §2.4), worked out here by {@link ReferenceRule}. Rows that arrive under the lock wait and are
 * judged when they are merged (§5.4).
 */
final class ConflictAsModelled implements Invariant {

  @Override
  public String name() {
    return "conflict-as-modelled";
  }

  @Override
  public String sentence() {
    return "of every row that arrives a store keeps what the reference model of conflicts keeps";
  }

  @Override
  public Optional<String> breachAfter(Happening happening, Shadow shadow) {
    if (happening instanceof Happening.PacketSaved packet) {
      return firstOther(packet.device(), packet.store(), packet.saved());
    }
    return happening instanceof Happening.StoreChanged changed
            && changed.event() instanceof KvStore.Event.CacheMerged merged
        ? shadow.before().flatMap(before -> otherMerge(changed, before, merged.rows()))
        : Optional.empty();
  }

  private static Optional<String> firstOther(
      DeviceName device, StoreKey store, SavedPacket packet) {
    if (packet.after().cache().size() > packet.before().cache().size()) {
      return Optional.empty();
    }
    Set<RowId> erased =
        packet.packet().batch().part().stream()
            .flatMap(part -> part.erased().stream())
            .map(one -> one.id())
            .collect(Collectors.toSet());
    return packet.packet().batch().rows().stream()
        .filter(row -> !erased.contains(row.id()))
        .filter(row -> !kept(packet, row).equals(ReferenceRule.after(packet, row)))
        .findFirst()
        .map(row -> device + " kept another row of " + row.id().key().text() + in(store));
  }

  private static Optional<Row> kept(SavedPacket packet, Row sent) {
    return Optional.ofNullable(packet.after().rows().get(sent.id()));
  }

  private static Optional<String> otherMerge(
      Happening.StoreChanged changed, StoreState before, List<Row> won) {
    return isAsModelled(before, won.iterator(), changed.device())
        ? Optional.empty()
        : Optional.of(
            changed.device() + " merged other rows of peers after the lock" + in(changed.store()));
  }

  /** Whether these rows, in this order, are what becomes of those that waited. */
  private static boolean isAsModelled(StoreState before, Iterator<Row> won, DeviceName device) {
    KvStoreType type = before.options().orElseThrow().type();
    Map<RowId, Optional<Row>> now = new HashMap<>();
    for (Row cached : before.cache()) {
      Optional<Row> here =
          now.getOrDefault(cached.id(), Optional.ofNullable(before.rows().get(cached.id())));
      boolean vain = cached.isTombstone() && here.filter(row -> !row.isTombstone()).isEmpty();
      if (cached.isLocal() && !vain) {
        now.put(cached.id(), won.hasNext() ? Optional.of(won.next()) : Optional.empty());
      } else if (!cached.isLocal()) {
        Optional<Row> next = ReferenceRule.merged(type, here, cached, device);
        boolean same = next.equals(here) || (won.hasNext() && next.equals(Optional.of(won.next())));
        if (!same) {
          return false;
        }
        now.put(cached.id(), next);
      }
    }
    return !won.hasNext();
  }

  private static String in(StoreKey store) {
    return " of " + store.store() + " than the conflict rule says";
  }
}
