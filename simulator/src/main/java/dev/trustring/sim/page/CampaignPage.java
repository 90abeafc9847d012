package dev.trustring.sim.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A campaign as a page: its verdict, its rules, its runs, and the way to those that were kept. */
public final class CampaignPage {

  private CampaignPage() {}

  /**
   * Writes the page.
   *
   * @param verdict the campaign as JSON, as in {@code verdict.json}
   * @param seeds the list of its runs
   * @param commands the command line that replays each thing of the folder, as JSON
   */
  public static void write(Path file, String title, String verdict, Path seeds, String commands)
      throws IOException {
    new PageFile("campaign.html", List.of("unpack.js", "campaign.js"))
        .with("verdict", verdict)
        .with("commands", commands)
        .with("seeds", out -> Files.copy(seeds, out))
        .write(file, title);
  }
}
