package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.ReceiverFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What could be changed about a query that the peer's store refuses (kv-store §4.2 R11). */
final class QueryChanges {

  private static final Set<DenyReason> FOR_LACK_OF_A_SCHEMA =
      EnumSet.of(DenyReason.QUERY_NOT_SUPPORTED, DenyReason.QUERY_FIELD_UNKNOWN);

  private static final DenyReason FULL = DenyReason.SUBSCRIPTIONS_FULL;

  private static final List<Change> ALL =
      List.of(
          Change.of(
              "schema-for-the-query",
              facts ->
                  refusal(facts).filter(FOR_LACK_OF_A_SCHEMA::contains).isPresent()
                      && SchemaWords.ofSender(facts).isPresent(),
              SchemaWords::howToMeet,
              QueryChanges::withSchemaOfSender),
          Change.of(
              "no-query",
              facts -> refusal(facts).filter(reason -> reason != FULL).isPresent(),
              facts ->
                  "sync without the query, or with one that the store on "
                      + facts.peer().peer()
                      + " can answer",
              QueryChanges::answered),
          Change.of(
              "end-a-subscription",
              facts -> refusal(facts).filter(FULL::equals).isPresent(),
              facts -> "end another subscription to " + facts.peer().peer() + ", then subscribe",
              QueryChanges::answered));

  private QueryChanges() {}

  static List<Change> all() {
    return ALL;
  }

  private static Optional<DenyReason> refusal(AttemptFacts facts) {
    return facts.receiver().flatMap(ReceiverFacts::queryRefused);
  }

  private static AttemptFacts answered(AttemptFacts facts) {
    return answering(facts, facts.receiver().orElseThrow().self());
  }

  private static AttemptFacts withSchemaOfSender(AttemptFacts facts) {
    EndFacts self = facts.receiver().orElseThrow().self();
    return answering(
        facts,
        self.withStore(self.store().map(store -> store.withSchema(SchemaWords.ofSender(facts)))));
  }

  private static AttemptFacts answering(AttemptFacts facts, EndFacts self) {
    ReceiverFacts end = facts.receiver().orElseThrow();
    return Foresight.asIfExchanged(
        facts.withReceiver(
            new ReceiverFacts(
                self,
                end.sender(),
                end.sameBundle(),
                end.clocksExchanged(),
                end.abilityDone(),
                end.marksFit(),
                end.writable(),
                Optional.empty())));
  }
}
