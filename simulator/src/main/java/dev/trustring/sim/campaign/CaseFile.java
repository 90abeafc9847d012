package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.config.text.YamlText;
import dev.trustring.sim.run.HostKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario file that a campaign leaves: a comment that says where it comes from, then YAML. */
public final class CaseFile {

  private static final Pattern RECORDED =
      Pattern.compile("# replay: host=([a-z]+) hash=([0-9a-f]{16}) broken=([a-z,-]*)");

  /**
   * What the comment says a run of the file came to.
   *
   * @param broken the names of the oracles that it broke
   */
  public record Recorded(HostKind host, String hash, List<String> broken) {
    public Recorded {
      broken = List.copyOf(broken);
    }
  }

  private final Story story;

  /** Files of cases of that story. */
  CaseFile(Story story) {
    this.story = story;
  }

  /**
   * The text of such a file.
   *
   * @param folder where it will lie
   * @param origin one sentence on where the case comes from
   */
  String text(Node.Mapping tree, Path folder, String origin, Played played) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(origin).append('\n');
    for (Broken broken : played.broken()) {
      text.append("# breaks ")
          .append(broken.oracle())
          .append(": ")
          .append(broken.says())
          .append('\n');
    }
    text.append("# replay: host=")
        .append(played.host().word())
        .append(" hash=")
        .append(played.hash())
        .append(" broken=")
        .append(String.join(",", played.oracles()))
        .append('\n');
    return text.append(YamlText.of(story.movedTo(folder, tree))).toString();
  }

  /** What the comment of a file says, if it has such a comment. */
  public static Optional<Recorded> recorded(String text) {
    return text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(RECORDED::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .flatMap(
            found ->
                HostKind.named(found.group(1))
                    .map(
                        host ->
                            new Recorded(
                                host,
                                found.group(2),
                                List.of(found.group(3).split(",")).stream()
                                    .filter(word -> !word.isEmpty())
                                    .toList())));
  }
}
