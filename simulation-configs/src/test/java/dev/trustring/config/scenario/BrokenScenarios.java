package dev.trustring.config.scenario;

import dev.trustring.config.text.BrokenText;
import java.util.List;

/** The story {@code small.yaml}, and the ways to break it that {@code broken.txt} lists. */
final class BrokenScenarios {

  static final String STORY = BrokenText.resource("scenarios/small.yaml");

  private BrokenScenarios() {}

  static List<BrokenText> all() {
    return BrokenText.in("scenarios/broken.txt");
  }

  /** Whether an editor with the schema sees it too. */
  static boolean isSeenBySchema(BrokenText way) {
    return way.head().equals("schema");
  }
}
