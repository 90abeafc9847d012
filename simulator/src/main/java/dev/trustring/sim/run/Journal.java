package dev.trustring.sim.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.token.BundleName;
import dev.trustring.config.scenario.CallExpectation;
import dev.trustring.config.scenario.Step;
import dev.trustring.config.scenario.Vocabulary;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.sim.oracle.Finding;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps what apps were told during a run, and compares it with what the story says they must be.
 */
final class Journal {

  /**
   * A call and what came of it.
   *
   * @param process which process of its app made it
   */
  private record Entry(Step.Call step, DeviceName device, Processes.Id process, StepResult result) {

    /** Whether it is a sync for whose callback somebody waits, or one that surely brings one. */
    boolean awaitsCallback() {
      boolean delayed = step.arguments().path("delayMs").asLong() != 0;
      return step.call().isSync()
          && !(result.outcome().orElse(null) instanceof CallOutcome.Threw)
          && (!delayed || !step.expect().syncComplete().isEmpty());
    }
  }

  /** What is noted of calls, and of devices that go on or off. */
  private static final Set<String> QUIET_HANGS_ON = Set.of("call", "answer", "power");

  private final World world;
  private final List<Entry> entries = new ArrayList<>();
  private final Callbacks callbacks = new Callbacks();
  private final Processes processes = new Processes();
  private final List<StateChange> stateChanges = new ArrayList<>();
  private final List<DeviceCallback> deviceCallbacks = new ArrayList<>();
  private final List<SessionNews> sessionNews = new ArrayList<>();
  private final List<StoreNews> storeNews = new ArrayList<>();
  private final List<ServiceNews> serviceNews = new ArrayList<>();

  /** By device and token id. */
  private final Map<String, String> bundles = new TreeMap<>();

  private final List<Finding> setUp = new ArrayList<>();

  /** Whether all was quiet when it was last looked at; empty when that may have changed. */
  private Optional<Boolean> quiet = Optional.empty();

  Journal(World world) {
    this.world = world;
  }

  /** A call is made; the answer comes under the number that this gives. */
  int called(int number, Step.Call call, DeviceName device, Caller caller) {
    world.note("call", device, number + " " + call.call() + " " + call.arguments());
    world.happened(new Happening.Called(device, caller, call));
    entries.add(
        new Entry(
            call,
            device,
            processes.of(device, world.boots(device), bundle(call), user(caller)),
            new StepResult(
                number,
                world.storyNanos(),
                device,
                caller.shortForm(),
                call.call().value(),
                Optional.empty(),
                call.origin())));
    return entries.size() - 1;
  }

  void answered(int entry, Caller caller, CallOutcome outcome) {
    Entry open = entries.get(entry);
    StepResult result = open.result();
    world.note("answer", open.device(), result.step() + " " + outcome.shortForm());
    world.happened(new Happening.Answered(open.device(), caller, open.step(), outcome));
    entries.set(
        entry,
        new Entry(
            open.step(),
            open.device(),
            open.process(),
            new StepResult(
                result.step(),
                result.storyNanos(),
                result.device(),
                result.caller(),
                result.call(),
                Optional.of(outcome),
                result.origin())));
  }

  void setUpFailed(DeviceName device, String what, CallOutcome.Threw threw) {
    setUp.add(
        new Finding(
            "set-up",
            what + " on " + device,
            false,
            threw.shortForm() + ": " + threw.message(),
            Optional.empty()));
  }

  void watch(Happening happening) {
    if (happening instanceof Happening.SyncCompleted done) {
      callbacks.add(
          done,
          processes.of(done.device(), boot(done), done.app(), done.user()),
          world.storyNanos());
      quiet = Optional.empty();
    } else if (happening instanceof Happening.PermissionStored stored
        && stored.event() instanceof Atm.Event.TokenCreated created) {
      String bundle = created.token().identity().bundle().value();
      bundles.put(stored.device() + " " + created.token().tokenId(), bundle);
    } else if (happening instanceof Happening.PermissionStateChanged changed) {
      stateChanges.add(
          new StateChange(
              world.storyNanos(),
              changed.device(),
              changed.call(),
              Optional.ofNullable(
                  bundles.get(changed.device() + " " + changed.call().change().token()))));
    } else if (happening instanceof Happening.DeviceCallback told) {
      deviceCallbacks.add(new DeviceCallback(world.storyNanos(), told.device(), told.call()));
    } else if (happening instanceof Happening.SessionEvent event) {
      sessionNews.add(new SessionNews(world.storyNanos(), event.device(), event.callback()));
    } else if (happening instanceof Happening.Noted noted
        && QUIET_HANGS_ON.contains(noted.kind())) {
      quiet = Optional.empty();
    } else {
      watchStores(happening);
    }
  }

  private void watchStores(Happening happening) {
    if (happening instanceof Happening.ServiceDied died) {
      serviceNews.add(new ServiceNews(world.storyNanos(), died.device(), died.notice()));
    } else if (happening instanceof Happening.AppEnded end) {
      processes.ended(end, world.storyNanos());
      quiet = Optional.empty();
    } else if (happening instanceof Happening.DataChanged changed) {
      storeNews.add(
          new StoreNews(world.storyNanos(), changed.device(), changed.store(), changed.told()));
    }
  }

  /** Whether every call has its answer and every sync its callback, as far as one can come. */
  boolean isQuiet() {
    boolean now = quiet.orElseGet(this::looksQuiet);
    quiet = Optional.of(now);
    return now;
  }

  private boolean looksQuiet() {
    List<Entry> open = entries.stream().filter(this::canStillAnswer).toList();
    boolean answered = open.stream().allMatch(entry -> entry.result().outcome().isPresent());
    List<Optional<Completion>> callbacks =
        this.callbacks.answersTo(
            entries.stream().filter(Entry::awaitsCallback).map(this::asSync).toList());
    long missing = callbacks.stream().filter(Optional::isEmpty).count();
    long lost =
        entries.stream().filter(Entry::awaitsCallback).filter(e -> !canStillAnswer(e)).count();
    return answered && missing <= lost;
  }

  /** A device that went off since owes nothing, and nobody hears what a dead process is told. */
  private boolean canStillAnswer(Entry entry) {
    return world.isOn(entry.device())
        && world.boots(entry.device()) == entry.process().boot()
        && processes.lives(entry.process());
  }

  List<StepResult> steps() {
    return entries.stream().map(Entry::result).toList();
  }

  List<Completion> completions() {
    return callbacks.inOrder();
  }

  List<DeviceCallback> deviceCallbacks() {
    return deviceCallbacks;
  }

  List<StateChange> stateChanges() {
    return stateChanges;
  }

  List<SessionNews> sessionNews() {
    return sessionNews;
  }

  List<ProcessEnd> processEnds() {
    return processes.ends();
  }

  List<ServiceNews> serviceNews() {
    return serviceNews;
  }

  List<StoreNews> storeNews() {
    return storeNews;
  }

  /** What became of the expectations of every call. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(setUp);
    Iterator<Optional<Completion>> answers =
        callbacks
            .answersTo(entries.stream().filter(Entry::awaitsCallback).map(this::asSync).toList())
            .iterator();
    for (Entry entry : entries) {
      Optional<Completion> answer = entry.awaitsCallback() ? answers.next() : Optional.empty();
      judge(entry, answer).ifPresent(findings::add);
    }
    return findings;
  }

  private Callbacks.Sync asSync(Entry entry) {
    return new Callbacks.Sync(entry.step(), entry.process(), entry.result().storyNanos());
  }

  private BundleName bundle(Step.Call step) {
    return step.app()
        .map(alias -> world.app(alias).contents().bundle())
        .orElseGet(() -> new BundleName(Vocabulary.SETTINGS));
  }

  /** Since when the device was on that says so; in real time it may have died meanwhile. */
  private int boot(Happening.SyncCompleted done) {
    return done.first().map(AttemptId::boot).orElseGet(() -> world.boots(done.device()));
  }

  private static OsAccountId user(Caller caller) {
    return new OsAccountId(caller.user().value());
  }

  private Optional<Finding> judge(Entry entry, Optional<Completion> callback) {
    CallExpectation expect = entry.step().expect();
    Optional<String> breach = breachOf(expect, entry.result());
    if (breach.isEmpty() && !expect.syncComplete().isEmpty()) {
      breach = breachOfCallback(entry, callback);
    }
    boolean expectsSomething =
        expect.returns().isPresent()
            || (expect.failure().isPresent() && !expect.mayThrow())
            || !expect.syncComplete().isEmpty();
    if (breach.isEmpty() && !expectsSomething) {
      return Optional.empty();
    }
    String name = entry.device() + " " + entry.step().call();
    return Optional.of(
        new Finding(
            "step", name, breach.isEmpty(), breach.orElse(""), Optional.of(entry.step().origin())));
  }

  private static Optional<String> breachOf(CallExpectation expect, StepResult result) {
    if (expect.mayThrow()) {
      return Optional.empty();
    }
    if (result.outcome().isEmpty()) {
      boolean mustAnswer = expect.returns().isPresent() || expect.failure().isPresent();
      return mustAnswer ? Optional.of("it never answered") : Optional.empty();
    }
    CallOutcome outcome = result.outcome().get();
    if (outcome instanceof CallOutcome.Threw threw) {
      boolean wanted = expect.failure().map(word -> isNamed(threw, word)).orElse(false);
      return wanted
          ? Optional.empty()
          : Optional.of("it threw " + threw.shortForm() + ": " + threw.message());
    }
    if (expect.failure().isPresent()) {
      return Optional.of("it returned, and was to throw " + expect.failure().get());
    }
    JsonNode value = ((CallOutcome.Returned) outcome).value();
    return expect
        .returns()
        .filter(wanted -> !covers(value, wanted))
        .map(wanted -> "it returned " + value + ", and was to return " + wanted);
  }

  private static boolean isNamed(CallOutcome.Threw threw, String word) {
    return threw.name().equals(word)
        || (threw.code().isPresent() && Integer.toString(threw.code().getAsInt()).equals(word));
  }

  /** Whether a value is the wanted one; of an object only the named fields count. */
  private static boolean covers(JsonNode value, JsonNode wanted) {
    if (wanted.isNumber() && value.isNumber()) {
      return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
    }
    if (!wanted.isObject() || !value.isObject()) {
      return sameList(value, wanted);
    }
    for (Map.Entry<String, JsonNode> field : wanted.properties()) {
      JsonNode found = value.get(field.getKey());
      if (found == null || !covers(found, field.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameList(JsonNode value, JsonNode wanted) {
    if (!wanted.isArray() || !value.isArray()) {
      return wanted.equals(value);
    }
    if (wanted.size() != value.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!covers(value.get(i), wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> breachOfCallback(Entry entry, Optional<Completion> came) {
    if (came.isEmpty()) {
      return Optional.of("syncComplete never came");
    }
    Map<DeviceName, Long> numbers = new TreeMap<>();
    came.get().numbers().forEach((device, number) -> numbers.put(device, (long) number));
    return numbers.equals(entry.step().expect().syncComplete())
        ? Optional.empty()
        : Optional.of("syncComplete brought " + numbers);
  }
}
