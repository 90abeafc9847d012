package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.sim.loop.TraceEvent;
import dev.trustring.sim.page.Recording;
import dev.trustring.sim.page.RunPage;
import dev.trustring.sim.run.RunResult;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What is left of one run: a page, a picture, tables, and all of it for programs. */
public final class RunFiles {

  private final RunResult result;
  private final RunPage page;

  /**
   * Of a run.
   *
   * @param recording has attended it
   */
  public RunFiles(RunResult result, Recording recording) {
    this.result = result;
    this.page = new RunPage(result, recording);
  }

  /** Writes everything into a folder. */
  public void writeFolder(Path folder, List<TraceEvent> events, RunPage.About about)
      throws IOException {
    writePage(folder.resolve("index.html"), folder.resolve("space-time.svg"), about);
    page.writeState(folder.resolve("state"));
    try (Writer out = zipped(folder.resolve("events.ndjson.gz"))) {
      for (TraceEvent event : events) {
        out.write(Json.line(event(event)));
      }
    }
    try (Writer out = zipped(folder.resolve("decisions.ndjson.gz"))) {
      for (DecisionRecord decision : result.decisions()) {
        out.write(Json.line(DecisionJson.of(decision)));
      }
    }
    Files.writeString(folder.resolve("sequence.mmd"), Mermaid.of(result));
  }

  /** Writes the page and the picture alone. */
  void writePage(Path html, Path svg, RunPage.About about) throws IOException {
    page.write(html, DecisionJson::of, about);
    page.writePicture(svg);
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
}
