package dev.trustring.kv.gate;

import dev.trustring.atm.PermissionView;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Verdict;
import java.util.List;

/** What both ends ask of their own app token. */
final class Permissions {

  private Permissions() {}

  static Verdict check(BundleName bundle, EndFacts end) {
    PermissionView datasync = end.datasync();
    if (datasync.granted()) {
      return new Verdict.Pass(evidence(bundle, end));
    }
    return Verdict.deny(
        datasync.declared()
            ? DenyReason.PERMISSION_NOT_GRANTED
            : DenyReason.PERMISSION_NOT_DECLARED,
        evidence(bundle, end));
  }

  /** The state of the permission, and the line of the manifest that states it or should. */
  static List<Evidence> evidence(BundleName bundle, EndFacts end) {
    PermissionView datasync = end.datasync();
    FactKey where =
        datasync.declared()
            ? FactKey.declared(bundle, datasync.name())
            : FactKey.requestPermissions(bundle);
    return List.of(Evidence.that(end.device() + ": " + datasync.explanation(), where));
  }
}
