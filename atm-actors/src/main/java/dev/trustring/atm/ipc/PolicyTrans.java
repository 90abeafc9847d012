package dev.trustring.atm.ipc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A policy as a service that registers gets it: numbers in fixed places, whichever its type.
 *
 * @param type 1 RANGE, 2 FIXED, 3 BUNDLENAME
 * @param fixedUid eight slots; of BUNDLENAME the first holds the app's uid
 */
public record PolicyTrans(int type, int uidMin, int uidMax, List<Integer> fixedUid) {
  static final int RANGE = 1;
  static final int FIXED = 2;
  static final int BUNDLENAME = 3;

  public PolicyTrans {
    fixedUid = List.copyOf(fixedUid);
  }

  static PolicyTrans range(int uidMin, int uidMax) {
    return new PolicyTrans(RANGE, uidMin, uidMax, slots(List.of()));
  }

  static PolicyTrans fixed(List<Integer> uids) {
    return new PolicyTrans(FIXED, 0, 0, slots(uids));
  }

  static PolicyTrans bundleName(int uid) {
    return new PolicyTrans(BUNDLENAME, 0, 0, slots(List.of(uid)));
  }

  private static List<Integer> slots(List<Integer> uids) {
    List<Integer> slots = new ArrayList<>(uids);
    slots.addAll(Collections.nCopies(IpcPolicy.Fixed.SLOTS - uids.size(), 0));
    return slots;
  }
}
