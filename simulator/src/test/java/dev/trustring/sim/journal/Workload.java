package dev.trustring.sim.journal;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.loop.SharedWorld;
import java.time.Duration;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Devices that write, gossip and lose power; its trace hash stands for a run. */
final class Workload {
  private static final Duration CRASH_EVERY = Duration.ofMillis(700);

  sealed interface Message {}

  record Tick() implements Message {}

  record Gossip(String from, int number) implements Message {}

  record Stored(int number) implements Message {}

  record Note(int number) {}

  record Store(int number, ActorRef<Stored> replyTo) {}

  private final SharedWorld world;
  private final EventTrace trace;
  private final int devices;
  private final TreeMap<String, ActorRef<Message>> present = new TreeMap<>();

  private Workload(SharedWorld world, EventTrace trace, int devices) {
    this.world = world;
    this.trace = trace;
    this.devices = devices;
  }

  /** Runs the workload for this long and leaves its events in the trace. */
  static void run(long seed, int devices, Duration duration, EventTrace trace) {
    try (SharedWorld world = SharedWorld.seeded(seed)) {
      Workload workload = new Workload(world, trace, devices);
      for (int i = 0; i < devices; i++) {
        workload.start("device" + i);
      }
      workload.crashUntil(duration.minus(CRASH_EVERY));
      world.loop.runFor(duration);
    }
  }

  /** Prints the hash for a seed, a number of devices and a number of virtual seconds. */
  public static void main(String[] args) {
    EventTrace trace = EventTrace.hashing();
    Duration duration = Duration.ofSeconds(Long.parseLong(args[2]));
    run(Long.parseLong(args[0]), Integer.parseInt(args[1]), duration, trace);
    System.out.println(trace.hash() + " " + trace.size());
  }

  private void start(String name) {
    note("on", name, "");
    present.put(name, world.start(name, device(name)));
  }

  private void crashUntil(Duration end) {
    RandomGenerator faults = world.loop.random().stream("faults");
    for (Duration at = CRASH_EVERY; at.compareTo(end) < 0; at = at.plus(CRASH_EVERY)) {
      world.loop.schedule(at, () -> crash("device" + faults.nextInt(devices)));
    }
  }

  private void crash(String victim) {
    note("off", victim, "");
    world.loop.power().powerOff(victim);
    start(victim);
  }

  private void note(String kind, String subject, String detail) {
    trace.add(world.loop.nowNanos(), kind, subject, detail);
  }

  private Behavior<Message> device(String name) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  ActorRef<Store> notebook =
                      context.spawn(
                          new Notebook(name), "notebook", DispatcherSelector.sameAsParent());
                  ActorRef<Stored> stored =
                      context.messageAdapter(Stored.class, message -> message);
                  RandomGenerator random = world.loop.random().stream("device", name);
                  tickLater(timers, random);
                  return Behaviors.receive(Message.class)
                      .onMessage(Tick.class, tick -> onTick(name, notebook, stored, timers, random))
                      .onMessage(Stored.class, message -> onStored(name, message, random))
                      .onMessage(Gossip.class, gossip -> onGossip(context, name, gossip))
                      .build();
                }));
  }

  private static void tickLater(TimerScheduler<Message> timers, RandomGenerator random) {
    timers.startSingleTimer(new Tick(), Duration.ofNanos(random.nextLong(1, 40_000_000)));
  }

  private Behavior<Message> onTick(
      String name,
      ActorRef<Store> notebook,
      ActorRef<Stored> stored,
      TimerScheduler<Message> timers,
      RandomGenerator random) {
    int number = random.nextInt(1_000);
    note("tick", name, Integer.toString(number));
    notebook.tell(new Store(number, stored));
    tickLater(timers, random);
    return Behaviors.same();
  }

  private Behavior<Message> onStored(String name, Stored stored, RandomGenerator random) {
    note("stored", name, Integer.toString(stored.number()));
    for (int i = 0; i < 3; i++) {
      String peer = "device" + random.nextInt(devices);
      world.loop.schedule(
          random.nextLong(5_000_000),
          () -> Objects.requireNonNull(present.get(peer)).tell(new Gossip(name, stored.number())));
    }
    return Behaviors.same();
  }

  private Behavior<Message> onGossip(ActorContext<Message> context, String name, Gossip gossip) {
    note("gossip", name, gossip.from() + " " + gossip.number() + " " + context.getSelf().path());
    return Behaviors.same();
  }

  /** The persistent part of a device. */
  private final class Notebook extends EventSourcedBehavior<Store, Note, Integer> {
    private final String device;

    Notebook(String device) {
      super(PersistenceId.ofUniqueId(device + "/notebook"));
      this.device = device;
    }

    @Override
    public Integer emptyState() {
      return 0;
    }

    @Override
    public CommandHandler<Store, Note, Integer> commandHandler() {
      return newCommandHandlerBuilder()
          .forAnyState()
          .onCommand(
              Store.class,
              store ->
                  Effect()
                      .persist(new Note(store.number()))
                      .thenReply(store.replyTo(), sum -> new Stored(store.number())))
          .build();
    }

    @Override
    public EventHandler<Integer, Note> eventHandler() {
      return newEventHandlerBuilder()
          .forAnyState()
          .onEvent(
              Note.class,
              (sum, event) -> {
                note("event", device, Integer.toString(event.number()));
                return (sum + event.number()) % 1_000_003;
              })
          .build();
    }
  }
}
