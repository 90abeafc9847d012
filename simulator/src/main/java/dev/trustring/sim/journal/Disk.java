package dev.trustring.sim.journal;

import akka.persistence.PersistentRepr;
import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import dev.trustring.sim.loop.Incarnation;
import dev.trustring.sim.loop.RunLoop;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * The disk of one node. Lives as long as the world; its operations end one after another, each
 * after a virtual latency, unless the node loses power before. Holds the objects themselves, so
 * events and snapshots must be immutable.
 */
public final class Disk {
  private static final DiskLatency WRITING = DiskLatency.micros(200, 2_000);
  private static final DiskLatency LATE_WRITING = DiskLatency.micros(20_000, 22_000);
  private static final DiskLatency READING = DiskLatency.micros(50, 200);

  private final RunLoop loop;
  private final String node;
  private final RandomGenerator random;
  private final NavigableMap<String, EventLog> logs = new TreeMap<>();
  private final NavigableMap<String, NavigableMap<Long, SelectedSnapshot>> snapshots =
      new TreeMap<>();

  private DiskLatency writing = WRITING;
  private DiskFault fault = DiskFault.NONE;
  private BooleanSupplier late = () -> false;
  private BiConsumer<String, Object> untold = (persistenceId, event) -> {};
  private Optional<Incarnation> lastUser = Optional.empty();
  private long busyUntilNanos;
  private long writesDone;
  private long writesLost;

  private Disk(RunLoop loop, String node) {
    this.loop = loop;
    this.node = node;
    this.random = loop.random().stream("disk", node);
  }

  /** The disk of this node, empty at first. */
  public static Disk of(RunLoop loop, String node) {
    Disks disks = loop.part(Disks.class, () -> new Disks(new TreeMap<>()));
    return disks.byNode.computeIfAbsent(node, name -> new Disk(loop, name));
  }

  /** The disk that holds this persistence id, which reads {@code <node>/<what>}. */
  public static Disk holding(RunLoop loop, String persistenceId) {
    int slash = persistenceId.indexOf('/');
    return of(loop, slash < 0 ? persistenceId : persistenceId.substring(0, slash));
  }

  public String node() {
    return node;
  }

  public DiskFault fault() {
    return fault;
  }

  public void setFault(DiskFault newFault) {
    fault = newFault;
  }

  public void setWriteLatency(DiskLatency latency) {
    writing = latency;
  }

  /** From now on this hears of what is on the disk and of which the writer was not told. */
  public void setUntold(BiConsumer<String, Object> listener) {
    untold = listener;
  }

  void untold(PersistentRepr event) {
    untold.accept(event.persistenceId(), event.payload());
  }

  /** From now on a write of which this says so takes longer. */
  public void setLate(BooleanSupplier which) {
    late = which;
  }

  /** Write operations that became durable. */
  public long writesDone() {
    return writesDone;
  }

  /** Write operations that a power cut overtook, or that a silent disk did not do. */
  public long writesLost() {
    return writesLost;
  }

  public List<String> persistenceIds() {
    return List.copyOf(logs.keySet());
  }

  /** The durable, undeleted events of this id in order. */
  public List<Object> events(String persistenceId) {
    return log(persistenceId)
        .map(log -> log.all().stream().map(PersistentRepr::payload).toList())
        .orElse(List.of());
  }

  /** The highest number of a durable event of this id, deleted ones included; 0 if none. */
  public long highestSequenceNr(String persistenceId) {
    return log(persistenceId).map(EventLog::highest).orElse(0L);
  }

  /** Forgets everything, as a factory reset does; counters stay. The node must be off. */
  public void wipe() {
    if (loop.power().isOn(node)) {
      throw new IllegalStateException(node + " is on: its actors still hold what would be wiped");
    }
    logs.clear();
    snapshots.clear();
  }

  /** Performs this once it is durable; never, if the writer's life ends before. */
  void whenWritten(Optional<Incarnation> writer, Runnable operation) {
    inTurn(
        late.getAsBoolean() ? LATE_WRITING : writing,
        writer,
        () -> {
          if (isOver(writer)) {
            writesLost++;
          } else {
            operation.run();
          }
        });
  }

  /** The same for what is told to nobody, and not done, while the disk keeps silent. */
  void whenSettled(Optional<Incarnation> writer, Runnable operation) {
    whenWritten(
        writer,
        () -> {
          if (fault.isSilent()) {
            writesLost++;
          } else {
            operation.run();
          }
        });
  }

  void whenRead(Optional<Incarnation> reader, Runnable operation) {
    inTurn(
        READING,
        reader,
        () -> {
          if (!isOver(reader)) {
            operation.run();
          }
        });
  }

  /** Makes these events durable together. */
  void append(List<PersistentRepr> events) throws DiskException {
    fault.beforeWrite(node);
    for (PersistentRepr event : events) {
      logs.computeIfAbsent(event.persistenceId(), id -> new EventLog()).append(event);
    }
    writesDone++;
  }

  Optional<EventLog> log(String persistenceId) {
    return Optional.ofNullable(logs.get(persistenceId));
  }

  void deleteEvents(String persistenceId, long toSequenceNr) throws DiskException {
    fault.beforeDelete(node);
    log(persistenceId).ifPresent(log -> log.deleteTo(toSequenceNr));
    writesDone++;
  }

  void save(SnapshotMetadata metadata, Object snapshot) throws DiskException {
    fault.beforeWrite(node);
    snapshots
        .computeIfAbsent(metadata.persistenceId(), id -> new TreeMap<>())
        .put(metadata.sequenceNr(), new SelectedSnapshot(metadata, snapshot));
    writesDone++;
  }

  Optional<SelectedSnapshot> latest(String persistenceId, SnapshotSelectionCriteria criteria) {
    return snapshotsOf(persistenceId).descendingMap().values().stream()
        .filter(snapshot -> criteria.matches(snapshot.metadata()))
        .findFirst();
  }

  void deleteSnapshots(String persistenceId, SnapshotSelectionCriteria criteria)
      throws DiskException {
    fault.beforeDelete(node);
    snapshotsOf(persistenceId).values().removeIf(snapshot -> criteria.matches(snapshot.metadata()));
    writesDone++;
  }

  private NavigableMap<Long, SelectedSnapshot> snapshotsOf(String persistenceId) {
    return snapshots.getOrDefault(persistenceId, new TreeMap<>());
  }

  /** What a former life has left in the queue delays nobody: the power cut emptied it. */
  private void inTurn(DiskLatency latency, Optional<Incarnation> user, Runnable operation) {
    long now = loop.nowNanos();
    if (isOver(lastUser)) {
      busyUntilNanos = now;
    }
    lastUser = user;
    busyUntilNanos = Math.max(busyUntilNanos, now + latency.drawNanos(random));
    loop.schedule(busyUntilNanos - now, operation);
  }

  private static boolean isOver(Optional<Incarnation> life) {
    return life.isPresent() && !life.get().isAlive();
  }

  /** The disks of a world. */
  private record Disks(Map<String, Disk> byNode) {}
}
