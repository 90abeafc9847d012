package dev.trustring.kv.fix;

import dev.trustring.kv.decision.EndFacts;
import java.util.List;

/** What could be done about a store's file that is damaged (kv-store §1.1, §6). */
final class FileChanges {

  private static final String NOTE =
      "the new file is empty: peers bring what they wrote, and what this device wrote comes back"
          + " from a backup alone";

  private static final List<Change> ALL =
      List.of(
          new Change(
              "mend-file-of-sender",
              facts -> !facts.sender().fileWhole(),
              facts -> howToMend(facts.sender()),
              facts -> NOTE,
              facts -> facts.withSender(facts.sender().withFile(true))),
          new Change(
              "mend-file-of-receiver",
              facts -> facts.receiver().filter(end -> !end.self().fileWhole()).isPresent(),
              facts -> howToMend(facts.receiver().orElseThrow().self()),
              facts -> NOTE,
              facts -> Changes.receiverSelf(facts, end -> end.withFile(true))));

  private FileChanges() {}

  static List<Change> all() {
    return ALL;
  }

  private static String howToMend(EndFacts end) {
    return "restore a backup on " + end.device() + ", or close the store and open it again";
  }
}
