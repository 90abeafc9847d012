package dev.trustring.sim.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The space-time diagram of a run as a picture without script, for papers and readmes: a lane for
 * each device, time downwards, the whole story if it is short and what led to the first breach if
 * not. The moments of events are in order and not to scale: long silences are drawn short.
 */
final class SpaceTime {

  private static final int MOST = 240;
  private static final int BEFORE_BREACH = 200;
  private static final int LANE = 200;
  private static final int MARGIN = 84;
  private static final int TOP = 46;
  private static final int LEAST_STEP = 14;
  private static final int MOST_STEP = 34;
  private static final double STEP_PER_DECADE = 5;
  private static final int LABEL = 26;
  private static final Set<String> LEFT_OUT = Set.of("held", "data-change");

  private static final String CROSS =
      "M%.1f %.1f m-6 -4 l2 -2 4 4 4 -4 2 2 -4 4 4 4 -2 2 -4 -4 -4 4 -2 -2 4 -4 z";

  private static final String STYLE =
      """
      <style>
      text { font: 11px sans-serif; fill: #1a1a1a }
      .lane { stroke: #999 }
      .off { stroke: #fff; stroke-width: 3 }
      .away { stroke: #999; stroke-dasharray: 1 5 }
      .band { fill: #d9a441; fill-opacity: .16; stroke: #b07d1a; stroke-dasharray: 4 3 }
      .flight { stroke: #5b7fa6; fill: none }
      .lost { stroke: #c0392b; fill: none; stroke-dasharray: 5 3 }
      .cross { stroke: #c0392b; stroke-width: 2 }
      .plain { fill: #5b7fa6 }
      .good { fill: #2e8b57 }
      .denied { fill: #c0392b }
      .doubt { fill: #b07d1a }
      .breach { stroke: #c0392b; stroke-width: 2 }
      .said { fill: #c0392b; font-weight: bold }
      .dim { fill: #666 }
      .head { font-weight: bold }
      </style>
      """;

  private final Recording recording;
  private final Scene scene;
  private final long begin;
  private final List<Recording.Event> events = new ArrayList<>();
  private final Map<Integer, Double> heights = new HashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private int hidden;
  private double bottom;

  private SpaceTime(Recording recording, Scene scene, long begin) {
    this.recording = recording;
    this.scene = scene;
    this.begin = begin;
  }

  /**
   * The picture.
   *
   * @param begin when the story began
   */
  static String of(Recording recording, Scene scene, long begin) {
    SpaceTime picture = new SpaceTime(recording, scene, begin);
    picture.choose();
    picture.place();
    picture.draw();
    return picture.svg.toString();
  }

  private void choose() {
    List<Integer> all = new ArrayList<>();
    int ofBreach = -1;
    int breach = scene.firstBreach().orElse(Integer.MAX_VALUE);
    for (int row = recording.lastUpTo(begin - 1) + 1; row < recording.size(); row++) {
      Recording.Event event = recording.event(row);
      if (!RunPage.BEHIND.contains(event.kind()) && !LEFT_OUT.contains(event.kind())) {
        all.add(row);
        ofBreach = row <= breach ? all.size() - 1 : ofBreach;
      }
    }
    boolean broken = breach != Integer.MAX_VALUE;
    int last = Math.max(0, all.size() - MOST);
    int from = broken ? Math.min(last, Math.max(0, ofBreach - BEFORE_BREACH)) : 0;
    List<Integer> window = all.subList(from, Math.min(all.size(), from + MOST));
    window.forEach(row -> events.add(recording.event(row)));
    hidden = all.size() - window.size();
  }

  private void place() {
    double height = TOP + LEAST_STEP;
    long before = events.isEmpty() ? begin : events.get(0).nanos();
    for (Recording.Event event : events) {
      double decades = Math.log10(1 + (event.nanos() - before) / 1e5);
      height += Math.min(MOST_STEP, LEAST_STEP + STEP_PER_DECADE * decades);
      before = event.nanos();
      heights.put(event.row(), height);
    }
    bottom = height + 2 * LEAST_STEP;
  }

  /** How far down a moment is: between the events around it. */
  private double heightOf(long nanos) {
    double height = TOP;
    for (Recording.Event event : events) {
      if (event.nanos() > nanos) {
        return height + LEAST_STEP / 2.0;
      }
      height = at(event);
    }
    return bottom - LEAST_STEP;
  }

  private double at(Recording.Event event) {
    return heights.getOrDefault(event.row(), (double) TOP);
  }

  private void draw() {
    double width = MARGIN + (double) LANE * scene.devices().size();
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\">\n",
        width, bottom + LEAST_STEP, width);
    svg.append(STYLE);
    add("<rect width=\"%.0f\" height=\"%.0f\" fill=\"#fff\"/>\n", width, bottom + LEAST_STEP);
    scene.bands().forEach(this::band);
    for (int lane = 0; lane < scene.devices().size(); lane++) {
      add("<path class=\"lane\" d=\"M%.0f %d V%.1f\"/>\n", x(lane), TOP, bottom - LEAST_STEP);
      text(x(lane), 24, "head", scene.devices().get(lane));
    }
    scene.gaps().forEach(this::gap);
    events.forEach(this::event);
    scene.breaches().forEach(this::breach);
    if (hidden > 0) {
      text(4, bottom + 4, "dim", hidden + " more events are not drawn");
    }
    svg.append("</svg>\n");
  }

  private static double x(int lane) {
    return MARGIN + LANE * (lane + 0.5) - LANE / 4.0;
  }

  private boolean isSeen(long from, long to) {
    return !events.isEmpty()
        && to >= events.get(0).nanos()
        && from <= events.get(events.size() - 1).nanos();
  }

  private void band(Scene.Band band) {
    if (!isSeen(band.from(), band.to())) {
      return;
    }
    double from = heightOf(band.from());
    double to = Math.max(from + 3, heightOf(band.to()));
    List<Integer> lanes = new ArrayList<>(band.lanes());
    if (lanes.isEmpty()) {
      for (int lane = 0; lane < scene.devices().size(); lane++) {
        lanes.add(lane);
      }
    }
    for (int lane : lanes) {
      add(
          "<g><title>%s</title><rect class=\"band\" x=\"%.0f\" y=\"%.1f\" width=\"%d\""
              + " height=\"%.1f\"/></g>\n",
          xml(band.kind() + " " + band.says()), x(lane) - 40, from, LANE - 16, to - from);
    }
    text(x(lanes.get(0)) - 36, from + 10, "dim", band.kind());
  }

  private void gap(Scene.Gap gap) {
    if (isSeen(gap.from(), gap.to())) {
      double from = heightOf(gap.from());
      double to = heightOf(gap.to());
      add("<path class=\"off\" d=\"M%.0f %.1f V%.1f\"/>\n", x(gap.lane()), from, to);
      add("<path class=\"away\" d=\"M%.0f %.1f V%.1f\"/>\n", x(gap.lane()), from, to);
    }
  }

  private void event(Recording.Event event) {
    double y = at(event);
    if (event.row() % 2 == 0 || event.tone() != Tone.PLAIN) {
      text(4, y + 4, "dim", seconds(event.nanos()));
    }
    switch (event.kind()) {
      case "sent" -> {
        // The arrow is drawn where it ends.
      }
      case "frame", "lost" -> flight(event, y);
      default -> happened(event, y);
    }
  }

  private void flight(Recording.Event event, double y) {
    boolean lost = event.tone() == Tone.LOST;
    double from = heights.getOrDefault(event.sentIn(), event.sentIn() == event.row() ? y : TOP);
    double x = x(event.lane());
    double to = x(event.peer());
    double end = lost ? x + 0.6 * (to - x) : to;
    double side = Math.signum(to - x);
    add(
        "<g><title>%s</title><path class=\"%s\" d=\"M%.0f %.1f L%.1f %.1f\"/>",
        xml(seconds(event.nanos()) + " " + event.text()),
        lost ? "lost" : "flight",
        x,
        from,
        end,
        y);
    if (lost) {
      add("<path class=\"cross\" d=\"M%.1f %.1f l8 8 m0 -8 l-8 8\"/>", end - 4, y - 4);
    } else {
      add("<path class=\"plain\" d=\"M%.1f %.1f l%.1f -3.5 v7 z\"/>", to, y, -8 * side);
    }
    svg.append("</g>\n");
    text((x + to) / 2 - 20, (from + y) / 2 - 3, "dim", event.label());
  }

  private void happened(Recording.Event event, double y) {
    double x = x(event.lane());
    String shape =
        switch (event.tone()) {
          case PLAIN -> "M%.1f %.1f m-3 -3 h6 v6 h-6 z";
          case GOOD -> "M%.1f %.1f m0 -5 l5 5 l-5 5 l-5 -5 z";
          case DENIED, LOST -> CROSS;
          case DOUBT -> "M%.1f %.1f m0 -5 l5 9 h-10 z";
        };
    add(
        "<g><title>%s</title>",
        xml(seconds(event.nanos()) + " " + event.kind() + " " + event.text()));
    add("<path class=\"%s\" d=\"" + shape + "\"/></g>\n", tone(event.tone()), x, y);
    text(x + 9, y + 4, "", event.label());
  }

  private static String tone(Tone tone) {
    return tone == Tone.LOST ? "denied" : tone.name().toLowerCase(Locale.ROOT);
  }

  private void breach(Scene.Breach breach) {
    int row = breach.row().orElse(-1);
    if (heights.containsKey(row)) {
      double y = at(recording.event(row)) + 5;
      add(
          "<g><title>%s</title><path class=\"breach\" d=\"M%d %.1f H%.0f\"/></g>\n",
          xml(breach.says()), MARGIN - 10, y, MARGIN + (double) LANE * scene.devices().size());
      text(MARGIN - 10, y + 10, "said", "broken: " + breach.rule());
    }
  }

  private void text(double x, double y, String style, String words) {
    String shown = words.length() > LABEL + 6 ? words.substring(0, LABEL + 5) + "…" : words;
    add("<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, style.isEmpty() ? "" : " class=\"" + style + "\"");
    svg.append(xml(shown)).append("</text>\n");
  }

  private String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", (nanos - begin) / 1e9);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  /** As XML has it, which has no place for most control characters. */
  private static String xml(String text) {
    return Markup.escaped(text.replaceAll("[\\p{Cntrl}\\x{FFFE}\\x{FFFF}]", " "));
  }
}
