package dev.trustring.kv.store;

import java.util.List;

/** The labels of {@code setSyncRange} (kv-store §4.5). Empty lists mean that it was not called. */
public record SyncRange(List<String> local, List<String> remoteSupport) {

  /** No labels set. */
  public static final SyncRange UNSET = new SyncRange(List.of(), List.of());

  public SyncRange {
    local = List.copyOf(local);
    remoteSupport = List.copyOf(remoteSupport);
  }

  /** Whether both lists have labels; otherwise the range does not take part in any decision. */
  public boolean isSet() {
    return !local.isEmpty() && !remoteSupport.isEmpty();
  }
}
