package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.schema.SchemaFit;
import dev.trustring.kv.schema.SchemaText;
import java.util.Optional;

/** What can be done about schemas that keep two stores apart. */
final class SchemaWords {

  private SchemaWords() {}

  static Optional<SchemaText> ofSender(AttemptFacts facts) {
    return facts.sender().store().flatMap(StoreRecord::schema);
  }

  static boolean differ(AttemptFacts facts) {
    Optional<SchemaText> theirs = facts.peer().store().flatMap(StoreRecord::schema);
    return !SchemaFit.syncs(ofSender(facts), theirs);
  }

  static String howToMeet(AttemptFacts facts) {
    return "open the store on "
        + facts.peer().peer()
        + " with the schema of "
        + facts.sender().device()
        + ", or with one that only adds fields to it";
  }
}
