package dev.trustring.sim.report;

import dev.trustring.sim.status.DeviceStatus;
import dev.trustring.sim.status.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How devices stand, for people. */
public final class StatusText {

  private StatusText() {}

  /** Writes a table of all devices, and below it the rings and queues of those that run. */
  public static void write(List<Standing> standings, Page page) {
    if (standings.isEmpty()) {
      page.line("no devices");
      return;
    }
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("device", "process", "address", "state"));
    standings.forEach(standing -> rows.add(row(standing)));
    page.table(0, rows);
    standings.stream().filter(StatusText::hasSpoken).forEach(one -> details(one, page));
  }

  private static boolean hasSpoken(Standing standing) {
    return switch (standing.state()) {
      case RUNNING, SILENT -> true;
      case STARTING, STOPPED, DEAD, UNKNOWN -> false;
    };
  }

  private static List<Cell> row(Standing standing) {
    boolean runs = standing.holder().isPresent();
    return row(
        standing.device(),
        runs ? Long.toString(standing.holder().getAsLong()) : "-",
        hasSpoken(standing) ? standing.said().orElseThrow().address() : "-",
        standing.state().words() + age(standing));
  }

  private static String age(Standing standing) {
    return switch (standing.state()) {
      case SILENT -> " for " + standing.silent().toSeconds() + " s";
      case DEAD -> "; last heard of " + standing.silent().toSeconds() + " s ago";
      case RUNNING, STARTING, STOPPED, UNKNOWN -> "";
    };
  }

  private static List<Cell> row(String... cells) {
    return Stream.of(cells).map(Cell::of).toList();
  }

  private static void details(Standing standing, Page page) {
    DeviceStatus said = standing.said().orElseThrow();
    page.blank();
    page.heading(standing.device());
    if (said.rings().isEmpty()) {
      page.line(2, Cell.of("in no ring"));
    }
    for (Map.Entry<String, Map<String, String>> ring : said.rings().entrySet()) {
      page.line(2, Cell.of("ring " + ring.getKey()));
      List<List<Cell>> members =
          ring.getValue().entrySet().stream()
              .map(member -> row(member.getKey(), member.getValue()))
              .toList();
      page.table(4, members);
    }
    DeviceStatus.Queues queues = said.queues();
    page.line(
        2,
        Cell.of(
            "frames: %d sent, %d arrived, %d lost; calls open: %d; writes under way: %s"
                .formatted(
                    queues.framesSent(),
                    queues.framesArrived(),
                    queues.framesLost(),
                    queues.callsOpen(),
                    queues.writesUnderWay() == DeviceStatus.UNKNOWN
                        ? "unknown"
                        : queues.writesUnderWay())));
  }
}
