package dev.trustring.sim.junit;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import dev.trustring.sim.campaign.Campaign;
import dev.trustring.sim.campaign.Played;
import dev.trustring.sim.campaign.Story;
import dev.trustring.sim.loop.EventTrace;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.RunResult;
import dev.trustring.sim.run.Words;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run that a test asks for.
 *
 * @param name how reports speak of it
 * @param replay the line that brings it again
 */
record TestRun(String name, String replay, Supplier<RunResult> playing) {

  private static final Pattern RUN = Pattern.compile("(-?[0-9]{1,19}):([1-9][0-9]{0,8})");

  /** The runs of a test, in the order of their numbers. */
  static Stream<TestRun> of(TrustRingTest wanted, Class<?> test) {
    Path file = file(wanted.scenario(), test);
    HostKind host = host(wanted.host());
    if (!wanted.replay().isEmpty()) {
      Matcher run = RUN.matcher(wanted.replay());
      if (!run.matches()) {
        throw new IllegalArgumentException(
            "replay: expected a run such as 42:17, found '" + wanted.replay() + "'");
      }
      OptionalLong seed = OptionalLong.of(Long.parseLong(run.group(1)));
      return Stream.of(drawn(campaign(file, seed, host), Integer.parseInt(run.group(2)), wanted));
    }
    if (wanted.seeds() < 0) {
      throw new IllegalArgumentException("seeds: expected 0 or more, found " + wanted.seeds());
    }
    if (wanted.seeds() == 0) {
      return Stream.of(asItStands(file, host, wanted));
    }
    Campaign campaign = campaign(file, OptionalLong.empty(), host);
    return IntStream.rangeClosed(1, wanted.seeds()).mapToObj(run -> drawn(campaign, run, wanted));
  }

  private static Campaign campaign(Path file, OptionalLong seed, HostKind host) {
    return new Campaign(Story.read(file, Words.all()), seed, Optional.empty(), host, 0);
  }

  private static TestRun drawn(Campaign campaign, int run, TrustRingTest wanted) {
    String name = campaign.seed() + ":" + run;
    return new TestRun(
        name,
        "@TrustRingTest(scenario = \"" + wanted.scenario() + "\", replay = \"" + name + "\")",
        () -> campaign.result(run));
  }

  private static TestRun asItStands(Path file, HostKind host, TrustRingTest wanted) {
    Scenario scenario = ScenarioReader.read(file, Words.all());
    HostKind plays = host.orWhatPlays(scenario);
    return new TestRun(
        scenario.title(),
        "trustring run " + wanted.scenario() + " --host " + plays.word(),
        () -> plays.play(scenario, EventTrace.hashing()));
  }

  private static HostKind host(String word) {
    return HostKind.named(word)
        .filter(kind -> kind != HostKind.CLUSTER)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "host: expected dense or virtual, found '" + word + "'"));
  }

  /** The file as named from the working directory, else as a file beside the test class. */
  private static Path file(String name, Class<?> test) {
    Path here = Path.of(name);
    if (Files.isRegularFile(here)) {
      return here;
    }
    URL beside = test.getResource(name);
    if (beside == null || !beside.getProtocol().equals("file")) {
      throw new IllegalArgumentException(
          "scenario: no file '" + name + "' in the working directory or beside " + test.getName());
    }
    try {
      return Path.of(beside.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("scenario: '" + name + "' is no path", e);
    }
  }

  RunResult play() {
    return playing.get();
  }

  /** What broke, and how to see it again. */
  String failure(RunResult result) {
    Played played = Played.of(0, result);
    return played.broken().stream()
        .map(one -> one.oracle() + ": " + one.says())
        .collect(Collectors.joining("\n  ", name + " is violated\n  ", "\n  again: " + replay));
  }
}
