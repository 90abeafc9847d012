package dev.trustring.sim.explain;

import dev.trustring.kv.decision.DenyReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of docs/, in Markdown, made from the registries. */
final class Tables {

  private Tables() {}

  /** All reasons and what they look like from an app. */
  static String reasons() {
    StringBuilder text = new StringBuilder();
    text.append("# Reasons\n\n")
        .append("Why a gate stops an attempt, and what the app sees of it. ")
        .append("Made from the registry `DenyReason`\n(`make golden`); ")
        .append("`trustring explain REASON` says the same on a terminal.\n\n");
    text.append(row(List.of("reason", "stage", "means", "the app sees", "what changes it")));
    text.append(row(List.of("---", "---", "---", "---", "---")));
    for (DenyReason reason : DenyReason.values()) {
      text.append(
          row(
              List.of(
                  "`" + reason.code() + "`",
                  reason.stage().word(),
                  reason.meaning(),
                  Ways.visible(reason).sentence(),
                  reason.remedy())));
    }
    return text.toString();
  }

  /** All gates in the order in which they are asked. */
  static String gates() {
    StringBuilder text = new StringBuilder();
    text.append("# Gates\n\n")
        .append("Every gate between a write on one device and the same entry on another, in the ")
        .append("order in which the\nplatform asks them: the sender's (G), then the receiver's ")
        .append("(R). Made from the registry `Gates`\n(`make golden`); ")
        .append("`trustring explain GATE` says the same on a terminal.\n\n");
    text.append(row(List.of("gate", "name", "side", "stage", "rule", "rule sets", "source")));
    text.append(row(List.of("---", "---", "---", "---", "---", "---", "---")));
    GateTopics.gates()
        .forEach(
            (info, rules) ->
                text.append(
                    row(
                        List.of(
                            info.id(),
                            "`" + info.name() + "`",
                            info.side().word(),
                            info.stage().number() + " " + info.stage().word(),
                            info.rule(),
                            GateTopics.words(rules),
                            info.source()))));
    return text.toString();
  }

  /** The numbers that the platform has and nothing raises here. */
  static String numbers() {
    StringBuilder text = new StringBuilder();
    text.append("# Numbers without a cause here\n\n")
        .append(
            "Numbers of the platform's trust and soft bus that no call, fault or state of this ")
        .append("simulator raises, and why.\nMade from `unraised.txt` (`make golden`); ")
        .append("`trustring explain NUMBER` says the same on a terminal.\n\n");
    text.append(row(List.of("number", "service", "means", "why nothing raises it")));
    text.append(row(List.of("---", "---", "---", "---")));
    for (Unraised one : Unraised.ALL) {
      List<String> written = new ArrayList<>(List.of(one.number()));
      written.addAll(one.aliases());
      text.append(
          row(List.of(String.join(", ", written), one.service(), one.meaning(), one.reason())));
    }
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
