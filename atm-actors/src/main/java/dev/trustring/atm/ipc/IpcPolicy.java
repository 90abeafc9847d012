package dev.trustring.atm.ipc;

import java.util.List;

/** Lets some processes call a feature (access-token §6.3). */
public sealed interface IpcPolicy {
  /** The processes with a uid from {@code uidMin} to {@code uidMax}, both included. */
  record Range(int uidMin, int uidMax) implements IpcPolicy {}

  /** The processes with one of these uids. */
  record Fixed(List<Integer> uids) implements IpcPolicy {
    /** Slots for uids; one that is not filled holds 0. */
    public static final int SLOTS = 8;

    public Fixed {
      uids = List.copyOf(uids);
      if (uids.size() > SLOTS) {
        throw new IllegalArgumentException("at most " + SLOTS + " uids, not " + uids.size());
      }
    }

    /** Such a policy. */
    public static Fixed of(Integer... uids) {
      return new Fixed(List.of(uids));
    }

    boolean hasEmptySlots() {
      return uids.size() < SLOTS;
    }
  }

  /** The process of this app. */
  record BundleName(String bundleName) implements IpcPolicy {}
}
