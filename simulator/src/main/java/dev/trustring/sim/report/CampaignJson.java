package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.campaign.Tally;
import dev.trustring.sim.oracle.Verdict;
import java.util.Map;

/** A campaign for scripts; {@code verdict.json} of its folder. */
public final class CampaignJson {

  private CampaignJson() {}

  /** The name of its form: that of {@code simulation-configs/schema/verdict.schema.json}. */
  static final String SCHEMA = "trustring-verdict-" + Json.VERSION;

  /** The whole of it, as far as it does not lie in a folder. */
  public static ObjectNode of(Summary summary) {
    Tally tally = summary.tally();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("schema", SCHEMA);
    node.put("version", Json.VERSION);
    node.put("title", summary.title());
    node.put("file", summary.file());
    node.put("rules", summary.rules().word());
    node.put("seed", summary.seed());
    node.put("host", summary.host());
    node.put("verdict", tally.verdict().word());
    node.put("interrupted", summary.interrupted());
    node.put("runs", tally.runs());
    ObjectNode verdicts = node.putObject("verdicts");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict.word(), tally.of(verdict));
    }
    ArrayNode oracles = node.putArray("oracles");
    summary.oracles().forEach(oracle -> oracles.add(oracle(oracle, summary)));
    ObjectNode sometimes = node.putObject("sometimes");
    summary.sometimes().forEach(what -> sometimes.put(what, tally.happened(what)));
    ObjectNode denials = node.putObject("denials");
    tally.denials().forEach(denials::put);
    ObjectNode compared = node.putObject("compared");
    compared.put("host", summary.otherHost());
    compared.put("runs", tally.compared());
    ArrayNode otherwise = compared.putArray("otherwise");
    tally.otherwise().forEach(run -> otherwise.add(summary.name(run)));
    node.put("events", tally.events());
    node.put("rows", tally.rows());
    node.put("virtualNanos", tally.virtualNanos());
    ArrayNode violated = node.putArray("violated");
    tally.violated().forEach(run -> violated.add(run(run, summary)));
    ArrayNode smallest = node.putArray("smallest");
    summary.shrunk().forEach(one -> smallest.add(smallest(one, summary)));
    ArrayNode rewound = node.putArray("rewound");
    summary.rewound().forEach(one -> rewound.add(rewound(one, summary)));
    return node;
  }

  /** The same with the runs that were kept, each in the folder that it names. */
  static ObjectNode of(Summary summary, Map<Played, String> kept) {
    ObjectNode node = of(summary);
    ArrayNode all = node.putArray("kept");
    kept.forEach(
        (run, folder) ->
            all.addObject()
                .put("run", summary.name(run.number()))
                .put("verdict", run.verdict().word())
                .put("folder", folder));
    return node;
  }

  private static ObjectNode oracle(String oracle, Summary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    int broken = summary.tally().broken(oracle);
    node.put("name", oracle);
    node.put("held", broken == 0);
    node.put("runs", broken);
    // A violated run is never vacuous, so the three make up all runs.
    int vacuous = summary.tally().of(Verdict.VACUOUS);
    node.putObject("counts")
        .put("held", summary.tally().runs() - broken - vacuous)
        .put("broken", broken)
        .put("vacuous", vacuous);
    summary
        .tally()
        .firstOf(oracle)
        .ifPresent(first -> node.put("first", summary.name(first.number())));
    return node;
  }

  private static ObjectNode run(Played run, Summary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("run", summary.name(run.number()));
    node.put("seed", run.seed());
    node.put("host", run.host().word());
    node.put("hash", run.hash());
    ArrayNode broken = node.putArray("broken");
    run.broken()
        .forEach(one -> broken.addObject().put("oracle", one.oracle()).put("says", one.says()));
    return node;
  }

  private static ObjectNode smallest(Shrunk one, Summary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("oracle", one.oracle());
    node.put("run", summary.name(one.run()));
    node.put("file", one.path());
    node.put("hash", one.played().hash());
    node.put("sizes", one.sizes());
    node.put("says", one.says());
    return node;
  }

  private static ObjectNode rewound(Rewound one, Summary summary) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("oracle", one.oracle());
    node.put("run", summary.name(one.run()));
    one.pointOfNoReturn().ifPresent(point -> node.put("pointOfNoReturn", point.after()));
    ArrayNode moments = node.putArray("moments");
    for (Rewound.Moment moment : one.moments()) {
      moments
          .addObject()
          .put("fromNanos", moment.at().toNanos())
          .put("violated", moment.violated())
          .put("times", moment.times());
    }
    return node;
  }
}
