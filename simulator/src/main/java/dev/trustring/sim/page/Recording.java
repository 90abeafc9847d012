package dev.trustring.sim.page;

import dev.trustring.device.net.Frame;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that happens in a world, as columns: a million events fit into some dozens of
 * megabytes. Attend a run with it, then make pages and pictures of it.
 */
public final class Recording implements Attendant {

  private static final int LONGEST_LABEL = 60;
  private static final int LONGEST_TEXT = 600;
  private static final Set<String> OF_OTHERS = Set.of("sent", "held", "frame", "lost", "judged");

  private final Map<DeviceName, Integer> lanes = new HashMap<>();
  private final Words kinds = new Words(LONGEST_LABEL);
  private final Words labels = new Words(LONGEST_LABEL);
  private final Words texts = new Words(LONGEST_TEXT);
  private final Map<AttemptId, Integer> attempts = new HashMap<>();
  private final Map<AttemptId, Integer> decisionOf = new HashMap<>();
  private final Map<Integer, AttemptId> attemptOf = new HashMap<>();
  private final Flights flights = new Flights();
  private final Holdings holdings = new Holdings();
  private int decisions;

  private final Column nanos = new Column();
  private final Column kind = new Column();
  private final Column lane = new Column();
  private final Column peer = new Column();
  private final Column flight = new Column();
  private final Column tone = new Column();
  private final Column label = new Column();
  private final Column text = new Column();
  private final Column attempt = new Column();

  @Override
  public void begins(World world) {
    beginsWith(world.scenario().deviceNames());
    world.watchedBy(happening -> add(happening, world.agenda().nowNanos()));
  }

  /** Gives these devices the first lanes, in this order. */
  public void beginsWith(List<DeviceName> devices) {
    devices.forEach(this::laneOf);
  }

  /** Takes in what happens next, at that time from the start of the run. */
  public void add(Happening happening, long runNanos) {
    int row = size();
    nanos.add(runNanos);
    kind.add(kinds.of(happening.kind()));
    lane.add(laneOf(happening.device()));
    peer.add(Label.peer(happening).map(name -> 1 + laneOf(new DeviceName(name))).orElse(0));
    tone.add(Label.tone(happening).number());
    label.add(labels.of(Label.of(happening)));
    text.add(texts.of(happening.detail()));
    Optional<Frame> frame =
        happening instanceof Happening.Noted noted ? noted.frame() : Optional.empty();
    flight.add(
        frame.flatMap(one -> sentIn(happening.kind(), one, row)).map(at -> row - at).orElse(0));
    attempt.add(attemptOf(happening, frame).map(id -> 1 + number(id)).orElse(0));
    holdings.after(happening, row, laneOf(happening.device()));
  }

  private int laneOf(DeviceName device) {
    return lanes.computeIfAbsent(device, absent -> lanes.size());
  }

  private Optional<Integer> sentIn(String what, Frame frame, int row) {
    return switch (what) {
      case "sent" -> {
        flights.sent(frame, nanos.get(row), row);
        yield Optional.empty();
      }
      case "frame" -> flights.arrived(frame, nanos.get(row));
      case "lost" -> flights.lost(frame, nanos.get(row));
      default -> Optional.empty();
    };
  }

  private Optional<AttemptId> attemptOf(Happening happening, Optional<Frame> frame) {
    if (happening instanceof Happening.Decided decided) {
      AttemptId id = decided.decision().id();
      decisionOf.put(id, decisions++);
      return Optional.of(id);
    }
    return frame.flatMap(one -> one.payload().attempt());
  }

  private int number(AttemptId id) {
    return attempts.computeIfAbsent(
        id,
        absent -> {
          attemptOf.put(attempts.size(), id);
          return attempts.size();
        });
  }

  /** How many events there are. */
  public int size() {
    return nanos.size();
  }

  /** The words of all kinds, in the order in which they first came. */
  List<String> kinds() {
    return kinds.all();
  }

  Holdings holdings() {
    return holdings;
  }

  /** The last row of that time or before; below 0 when there is none. */
  int lastUpTo(long runNanos) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (nanos.get(middle) <= runNanos) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - 1;
  }

  /**
   * The event of that moment that a rule judged: the last that tells of more than a frame or a
   * request, as rules judge what was stored, granted or decided. Frames may go out after it at the
   * same moment.
   */
  int judgedAt(long runNanos) {
    int last = lastUpTo(runNanos);
    int row = last;
    while (row >= 0 && nanos.get(row) == runNanos && OF_OTHERS.contains(event(row).kind())) {
      row--;
    }
    return row >= 0 && nanos.get(row) == runNanos ? row : last;
  }

  boolean isOfKind(int row, String word) {
    return kinds.get((int) kind.get(row)).equals(word);
  }

  /** One event of it. */
  Event event(int row) {
    return new Event(
        row,
        nanos.get(row),
        kinds.get((int) kind.get(row)),
        (int) lane.get(row),
        (int) peer.get(row) - 1,
        row - (int) flight.get(row),
        Tone.of((int) tone.get(row)),
        labels.get((int) label.get(row)),
        texts.get((int) text.get(row)));
  }

  /**
   * One event.
   *
   * @param lane the number of its device
   * @param peer the number of the other device; below 0 where there is none
   * @param sentIn the row in which the frame was sent that now arrives; its own row otherwise
   */
  record Event(
      int row,
      long nanos,
      String kind,
      int lane,
      int peer,
      int sentIn,
      Tone tone,
      String label,
      String text) {}

  /** How many events there are, then their columns. */
  void writeEvents(OutputStream out) throws IOException {
    Column.number(out, size());
    nanos.writeSteps(out);
    for (Column column : List.of(kind, lane, peer, flight, tone, label, text)) {
      column.write(out);
    }
    for (int row = 0; row < size(); row++) {
      Column.number(out, decision(row));
    }
  }

  /** Which record tells of the attempt that an event belongs to, from 1; 0 where none does. */
  private long decision(int row) {
    int number = (int) attempt.get(row);
    if (number == 0) {
      return 0;
    }
    Integer decision = decisionOf.get(attemptOf.get(number - 1));
    return decision == null ? 0 : 1 + decision;
  }

  void writeLabels(OutputStream out) throws IOException {
    labels.write(out);
  }

  void writeTexts(OutputStream out) throws IOException {
    texts.write(out);
  }

  @Override
  public void close() {
    // It outlives the world.
  }
}
