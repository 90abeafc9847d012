package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Rewound;
import dev.trustring.sim.campaign.Shrunk;
import dev.trustring.sim.campaign.Summary;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.page.CampaignPage;
import dev.trustring.sim.page.Recording;
import dev.trustring.sim.page.RunPage;
import dev.trustring.sim.run.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a campaign leaves. Equal campaigns leave equal bytes: no clock, host or path of
 * the machine stands in it.
 */
public final class CampaignFolder implements AutoCloseable {

  /** So many violated runs are kept with all that happened in them. */
  private static final int KEPT = 10;

  private static final String PAGE = "index.html";
  private static final String SEEDS = "seeds.csv";

  private final Path folder;
  private final Map<Verdict, Played> first = new EnumMap<>(Verdict.class);
  private final Writer seeds;

  /** Makes the folder, and begins the list of runs in it. */
  public CampaignFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    this.seeds = Files.newBufferedWriter(folder.resolve(SEEDS));
    seeds.write("run,seed,verdict,broken,events,rows,virtual_seconds,hash\n");
  }

  /** Adds what a run came to to the list. */
  public void add(Played run) throws IOException {
    first.putIfAbsent(run.verdict(), run);
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
    Map<Played, String> kept = kept(summary);
    String verdict = Json.text(CampaignJson.of(summary, kept));
    put("verdict.json", verdict);
    put("summary.txt", screen(summary));
    put("junit.xml", CampaignJunit.of(summary));
    put("REPLAY.txt", command + "\n");
    put("env.txt", String.join("\n", environment) + "\n");
    for (Shrunk one : summary.shrunk()) {
      writeSmallest(one, campaign, summary);
    }
    for (Rewound one : summary.rewound()) {
      Files.createDirectories(folder.resolve("min"));
      put("min/" + one.oracle() + ".csv", RewoundText.csv(one));
    }
    for (Map.Entry<Played, String> run : kept.entrySet()) {
      keep(run.getKey(), run.getValue(), campaign, summary);
    }
    writePage(verdict, kept, summary);
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

  /**
   * The runs that are kept, each with its folder: what was violated, and one of each other kind.
   */
  private Map<Played, String> kept(Summary summary) {
    Map<Played, String> kept = new LinkedHashMap<>();
    Stream.concat(
            summary.tally().violated().stream().limit(KEPT),
            Stream.of(Verdict.VACUOUS, Verdict.INCONCLUSIVE, Verdict.HELD)
                .flatMap(verdict -> Stream.ofNullable(first.get(verdict))))
        .forEach(run -> kept.put(run, "runs/" + summary.seed() + "-" + run.number()));
    return kept;
  }

  private void keep(Played run, String place, Campaign campaign, Summary summary)
      throws IOException {
    Path kept = folder.resolve(place);
    Files.createDirectories(kept);
    Files.writeString(kept.resolve("scenario.yaml"), campaign.file(run, kept));
    EventTrace trace = EventTrace.keeping();
    Recording recording = new Recording();
    RunResult result = campaign.again(run, trace, recording);
    new RunFiles(result, recording)
        .writeFolder(
            kept,
            trace.events(),
            new RunPage.About(
                summary.name(run.number()), replay(summary, place), Optional.of("../../" + PAGE)));
  }

  private void writeSmallest(Shrunk one, Campaign campaign, Summary summary) throws IOException {
    Path file = folder.resolve(one.path());
    Path min = Files.createDirectories(folder.resolve("min"));
    Files.writeString(file, campaign.file(one, min));
    put("min/" + CaseTest.className(one) + ".java", CaseTest.of(one));
    Recording recording = new Recording();
    RunResult result = campaign.again(one, EventTrace.hashing(), recording);
    new RunFiles(result, recording)
        .writePage(
            min.resolve(one.oracle() + ".html"),
            min.resolve(one.oracle() + ".svg"),
            new RunPage.About(
                one.oracle(), replay(summary, one.path()), Optional.of("../" + PAGE)));
  }

  private static String replay(Summary summary, String place) {
    String where = summary.folder().map(folder -> folder + "/").orElse("");
    return "trustring replay " + CommandWord.of(where + place);
  }

  private void writePage(String verdict, Map<Played, String> kept, Summary summary)
      throws IOException {
    ObjectNode commands = JsonNodeFactory.instance.objectNode();
    kept.values().forEach(place -> commands.put(place, replay(summary, place)));
    summary.shrunk().forEach(one -> commands.put(one.path(), replay(summary, one.path())));
    CampaignPage.write(
        folder.resolve(PAGE), summary.title(), verdict, folder.resolve(SEEDS), commands.toString());
  }

  @Override
  public void close() throws IOException {
    seeds.close();
  }
}
