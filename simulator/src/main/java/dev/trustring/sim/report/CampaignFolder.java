package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.run.RunResult;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * The folder that a campaign leaves. Equal campaigns leave equal bytes: no clock, host or path of
 * the machine stands in it.
 */
public final class CampaignFolder implements AutoCloseable {

  /** So many violated runs are kept with all that happened in them. */
  private static final int KEPT = 10;

  private final Path folder;
  private final Writer seeds;

  /** Makes the folder, and begins the list of runs in it. */
  public CampaignFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    this.seeds = Files.newBufferedWriter(folder.resolve("seeds.csv"));
    seeds.write("run,seed,verdict,broken,events,rows,virtual_seconds,hash\n");
  }

  /** Adds what a run came to to the list. */
  public void add(Played run) throws IOException {
    seeds.write(
        String.format(
            Locale.ROOT,
            "%d,%d,%s,%s,%d,%d,%s,%s\n",
            run.number(),
            run.seed(),
            run.verdict().word(),
            String.join(" ", run.oracles()),
            run.counts().events(),
            run.counts().rowsReplicated(),
            Seconds.exact(run.counts().virtualNanos()),
            run.hash()));
  }

  /**
   * Writes all else.
   *
   * @param command the command line that makes the same folder
   */
  public void write(Summary summary, Campaign campaign, String command, List<String> environment)
      throws IOException {
    seeds.flush();
    put("verdict.json", Json.text(CampaignJson.of(summary)));
    put("summary.txt", screen(summary));
    put("junit.xml", CampaignJunit.of(summary));
    put("REPLAY.txt", command + "\n");
    put("env.txt", String.join("\n", environment) + "\n");
    Path min = folder.resolve("min");
    for (Shrunk one : summary.shrunk()) {
      Files.createDirectories(min);
      put(one.path(), campaign.file(one, min));
      put("min/" + CaseTest.className(one) + ".java", CaseTest.of(one));
    }
    for (Rewound one : summary.rewound()) {
      Files.createDirectories(min);
      put("min/" + one.oracle() + ".csv", RewoundText.csv(one));
    }
    for (Played run : summary.tally().violated().stream().limit(KEPT).toList()) {
      keep(run, campaign);
    }
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String screen(Summary summary) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    CampaignText.write(summary, new Page(out, Page.WIDTH, false));
    out.flush();
    return text.toString();
  }

  private void keep(Played run, Campaign campaign) throws IOException {
    Path kept = folder.resolve("runs").resolve(campaign.seed() + "-" + run.number());
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("scenario.yaml"), campaign.file(run, kept));
    EventTrace trace = EventTrace.keeping();
    RunResult result = campaign.again(run, trace);
    try (Writer out = zipped(kept.resolve("events.ndjson.gz"))) {
      for (TraceEvent event : trace.events()) {
        out.write(Json.line(event(event)));
      }
    }
    try (Writer out = zipped(kept.resolve("decisions.ndjson.gz"))) {
      for (var decision : result.decisions()) {
        out.write(Json.line(DecisionJson.of(decision)));
      }
    }
    Files.writeString(kept.resolve("sequence.mmd"), Mermaid.of(result));
  }

  private static ObjectNode event(TraceEvent event) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("t", event.virtualNanos());
    node.put("kind", event.kind());
    node.put("device", event.subject());
    node.put("detail", event.detail());
    return node;
  }

  private static Writer zipped(Path file) throws IOException {
    return new OutputStreamWriter(
        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    seeds.close();
  }
}
