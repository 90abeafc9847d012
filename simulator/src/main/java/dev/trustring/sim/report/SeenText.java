package dev.trustring.sim.report;

import dev.trustring.atm.GrantEffect;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.sim.run.Completion;
import dev.trustring.sim.run.DeviceCallback;
import dev.trustring.sim.run.ProcessEnd;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.ServiceNews;
import dev.trustring.sim.run.SessionNews;
import dev.trustring.sim.run.StateChange;
import dev.trustring.sim.run.StepResult;
import dev.trustring.sim.run.StoreNews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What reached the apps: callbacks, thrown errors, and calls that never answered. */
final class SeenText {

  private static final int LINES_MAX = 10;

  private final Page page;
  private final RunResult result;
  private final Places places;

  SeenText(Page page, RunResult result, Places places) {
    this.page = page;
    this.result = result;
    this.places = places;
  }

  private record Line(long nanos, List<Cell> cells) {}

  void write() {
    List<StepResult> failures = result.steps().stream().filter(SeenText::isNews).toList();
    page.blank();
    page.heading("What the app saw");
    List<Line> lines = lines(failures);
    if (lines.isEmpty()) {
      page.line(2, Cell.of("no callback and no error"));
      return;
    }
    page.table(2, lines.stream().map(Line::cells).toList());
    if (result.completions().size() > LINES_MAX) {
      page.line(2, Cell.of(Ink.DIM, "... and " + moreCallbacks()));
    }
    more(result.stateChanges(), "permission changes");
    more(result.deviceCallbacks(), "calls of the DeviceManager");
    more(result.sessionNews(), "calls of session listeners");
    more(result.storeNews(), "calls for changed data");
    more(result.serviceNews(), "calls for the death of the data service");
    more(result.processEnds(), "processes that ended");
    more(failures, "calls that failed");
  }

  /** The first of each kind, all in the order in which they happened. */
  private List<Line> lines(List<StepResult> failures) {
    List<Line> lines = new ArrayList<>();
    for (Completion done : first(result.completions())) {
      lines.add(new Line(done.storyNanos(), callback(done)));
    }
    for (StateChange told : first(result.stateChanges())) {
      lines.add(new Line(told.storyNanos(), stateChange(told)));
    }
    for (DeviceCallback told : first(result.deviceCallbacks())) {
      lines.add(new Line(told.storyNanos(), deviceCallback(told)));
    }
    for (SessionNews news : first(result.sessionNews())) {
      lines.add(new Line(news.storyNanos(), sessionNews(news)));
    }
    for (StoreNews news : first(result.storeNews())) {
      lines.add(new Line(news.storyNanos(), storeNews(news)));
    }
    for (ServiceNews news : first(result.serviceNews())) {
      lines.add(new Line(news.storyNanos(), serviceNews(news)));
    }
    for (ProcessEnd end : first(result.processEnds())) {
      lines.add(new Line(end.storyNanos(), processEnd(end)));
    }
    for (StepResult step : first(failures)) {
      lines.add(new Line(step.storyNanos(), failure(step)));
    }
    lines.sort(Comparator.comparingLong(Line::nanos));
    return lines;
  }

  private void more(List<?> all, String what) {
    if (all.size() > LINES_MAX) {
      String hidden = RunText.count(all.size() - LINES_MAX) + " more " + what;
      page.line(2, Cell.of(Ink.DIM, "... and " + hidden));
    }
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(LINES_MAX, all.size()));
  }

  private static List<Cell> callback(Completion done) {
    String numbers =
        done.numbers().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return List.of(
        Cell.of(Seconds.text(done.storyNanos())),
        Cell.of(done.device().value()),
        Cell.of("syncComplete of " + done.store()),
        Cell.of(numbers.isEmpty() ? "no device" : numbers));
  }

  private static List<Cell> stateChange(StateChange told) {
    GrantEffect.PermissionStateChange change = told.call().change();
    String whose =
        told.bundle().orElseGet(() -> "token " + Integer.toUnsignedString(change.token().value()));
    return List.of(
        Cell.of(Seconds.text(told.storyNanos())),
        Cell.of(told.device().value()),
        Cell.of("permissionStateChange to " + told.call().process()),
        Cell.of(whose + (change.granted() ? " got " : " lost ") + change.name().shortName()));
  }

  private static List<Cell> deviceCallback(DeviceCallback told) {
    return List.of(
        Cell.of(Seconds.text(told.storyNanos())),
        Cell.of(told.device().value()),
        Cell.of(told.call().event().word() + " to " + told.call().app().value()),
        Cell.of(told.call().says()));
  }

  private static List<Cell> sessionNews(SessionNews news) {
    return List.of(
        Cell.of(Seconds.text(news.storyNanos())),
        Cell.of(news.device().value()),
        Cell.of(news.callback().function() + " of " + news.callback().to()),
        Cell.of(news.callback().words()));
  }

  private static List<Cell> storeNews(StoreNews news) {
    return List.of(
        Cell.of(Seconds.text(news.storyNanos())),
        Cell.of(news.device().value()),
        Cell.of("dataChange of " + news.store().store() + " to " + news.told().callback()),
        Cell.of(news.told().change().words()));
  }

  private static List<Cell> serviceNews(ServiceNews news) {
    return List.of(
        Cell.of(Seconds.text(news.storyNanos())),
        Cell.of(news.device().value()),
        Cell.of("distributedDataServiceDie"),
        Cell.of("to " + news.notice().callback() + " of " + news.notice().app()));
  }

  private static List<Cell> processEnd(ProcessEnd end) {
    return List.of(
        Cell.of(Seconds.text(end.storyNanos())),
        Cell.of(end.device().value()),
        Cell.of("process of " + end.app()),
        Cell.of("ended, with its stores and callbacks"));
  }

  private String moreCallbacks() {
    List<Completion> hidden = result.completions().stream().skip(LINES_MAX).toList();
    Map<Integer, Integer> numbers = new TreeMap<>();
    hidden.forEach(
        done -> done.numbers().values().forEach(number -> numbers.merge(number, 1, Integer::sum)));
    String split =
        numbers.entrySet().stream()
            .map(entry -> RunText.count(entry.getValue()) + " times " + entry.getKey())
            .collect(Collectors.joining(", "));
    return RunText.count(hidden.size()) + " more callbacks: " + split;
  }

  private static boolean isNews(StepResult step) {
    return step.outcome().map(outcome -> outcome instanceof CallOutcome.Threw).orElse(true);
  }

  private static String thrown(CallOutcome outcome) {
    String why = outcome instanceof CallOutcome.Threw threw ? ": " + threw.message() : "";
    return "throws " + outcome.shortForm() + why;
  }

  private List<Cell> failure(StepResult step) {
    String what = step.outcome().map(SeenText::thrown).orElse("never answers");
    return List.of(
        Cell.of(Seconds.text(step.storyNanos())),
        Cell.of(step.device().value()),
        Cell.of(step.call()),
        Cell.of(Ink.BAD, what + " (" + places.of(step.origin()) + ")"));
  }
}
