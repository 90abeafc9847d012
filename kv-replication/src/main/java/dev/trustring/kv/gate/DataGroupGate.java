package dev.trustring.kv.gate;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The app declares the data group that its KVManager expects, and shares the certificate of those
 * in it. From the article on PERMISSION_DENIED; the platform has no such gate.
 */
final class DataGroupGate implements Gate {

  private static final GateInfo INFO =
      new GateInfo(
          "G0-group",
          "data-group",
          Stage.IDENTITY,
          "the app declares the dataGroupId that its KVManager expects, and is signed as the others"
              + " of that group are",
          "the article on PERMISSION_DENIED");

  @Override
  public GateInfo info() {
    return INFO;
  }

  @Override
  public Verdict check(AttemptFacts facts) {
    BundleName bundle = facts.call().bundle();
    DataGroup group = facts.call().group();
    Optional<DenyReason> refusal = group.refusal();
    if (group.expected().isEmpty()) {
      return Verdict.pass("createKVManager was given no dataGroupId");
    }
    return refusal
        .map(reason -> Verdict.deny(reason, evidence(bundle, group, reason)))
        .orElseGet(
            () ->
                Verdict.pass(
                    bundle + " declares " + group.expected().orElseThrow(),
                    FactKey.dataGroups(bundle)));
  }

  private static List<Evidence> evidence(BundleName bundle, DataGroup group, DenyReason reason) {
    String expected = group.expected().orElseThrow();
    if (reason == DenyReason.DATA_GROUP_MISMATCH) {
      String declared = group.declared().isEmpty() ? "none" : String.join(", ", group.declared());
      return List.of(
          Evidence.that("the KVManager expects " + expected),
          Evidence.that(bundle + " declares " + declared, FactKey.dataGroups(bundle)));
    }
    return List.of(
        Evidence.that("the apps of " + expected + " are signed by " + group.owner().orElseThrow()),
        Evidence.that(bundle + " is signed by " + group.signing(), FactKey.signing(bundle)));
  }
}
