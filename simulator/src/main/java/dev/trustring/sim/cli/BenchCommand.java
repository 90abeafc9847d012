package dev.trustring.sim.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.sim.bench.BenchException;
import dev.trustring.sim.bench.Benchmarks;
import dev.trustring.sim.bench.Replicate;
import dev.trustring.sim.bench.Table;
import dev.trustring.sim.report.Json;
import dev.trustring.sim.run.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures this build on this machine. */
@Command(
    name = "bench",
    description = {
      "Measures this build on this machine, in real time.",
      "replicate: keys written everywhere until everybody has them, compared with others",
      "rings: one account's devices on the wire, in this process, until all see all",
      "loop: devices in virtual time",
      "online: homes of four devices, until everybody in them is online",
      "store: writing and pushing rows in homes of four devices, in virtual time",
      "page: the page of a very long run, left in a folder",
      "tokens: verifying a permission, an AtmActor's round trip, reading events again"
    })
final class BenchCommand implements Callable<Integer> {

  private static final int SMALLEST_RING = 2;

  private final Desk desk;

  @Parameters(
      paramLabel = "NAME",
      description = "replicate, rings, loop, online, store, page or tokens")
  private String name = "";

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "5,10,25,50",
      description = "rings: the sizes of the rings (5,10,25,50)")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--idle",
      paramLabel = "S",
      defaultValue = "20",
      description = "rings: how many seconds to watch an idle ring (20)")
  private int idle;

  @Option(
      names = "--devices",
      paramLabel = "N",
      defaultValue = "5",
      description = "replicate: how many nodes (5)")
  private int devices;

  @Option(
      names = "--keys",
      paramLabel = "N",
      defaultValue = "10000",
      description = "replicate: how many keys (10000)")
  private int keys;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "10",
      description = "replicate: rounds of each kind, of which the best counts (10)")
  private int rounds;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "400",
      description = "replicate: how many single writes to time (400)")
  private int samples;

  @Option(
      names = "--fleet",
      paramLabel = "N",
      defaultValue = "1000",
      description = "loop: the devices of the largest fleet, five a ring (1000)")
  private int fleet;

  @Option(
      names = "--homes",
      paramLabel = "N",
      defaultValue = "2500",
      description = "online: the homes of the largest world (2500)")
  private int homes;

  @Option(
      names = "--writers",
      paramLabel = "N",
      defaultValue = "250",
      description = "store: the homes of the largest world, one writer in each (250)")
  private int writers;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "page: the events of the run (1000000)")
  private int events;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "page",
      description = "page: where it goes; the folder must be new or empty (page)")
  private String out = "";

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  BenchCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    Table table;
    try {
      table = measure();
    } catch (BenchException e) {
      desk.console().tell("trustring: " + e.getMessage());
      return Exit.FAULT.code();
    }
    if (json) {
      ObjectNode node = table.json();
      node.put("machine", Benchmarks.machine());
      desk.console().out().print(Json.text(node));
    } else {
      desk.console().out().print("machine: " + Benchmarks.machine() + "\n");
      table.lines().forEach(line -> desk.console().out().print(line + "\n"));
    }
    return Exit.YES.code();
  }

  private Table measure() {
    Benchmarks benchmarks =
        new Benchmarks(Words.all(), line -> desk.console().tell("trustring: " + line));
    requireAtLeast("--devices", SMALLEST_RING, devices);
    requireAtLeast("--keys", 1, keys);
    requireAtLeast("--rounds", 1, rounds);
    requireAtLeast("--samples", 1, samples);
    requireAtLeast("--idle", 1, idle);
    requireAtLeast("--fleet", SMALLEST_RING, fleet);
    requireAtLeast("--homes", 1, homes);
    requireAtLeast("--writers", 1, writers);
    requireAtLeast("--events", 1, events);
    sizes.forEach(size -> requireAtLeast("--sizes", SMALLEST_RING, size));
    return switch (name) {
      case "replicate" -> benchmarks.replicate(new Replicate.Size(devices, keys, rounds, samples));
      case "rings" -> benchmarks.rings(sizes, idle);
      case "loop" -> benchmarks.loop(fleet);
      case "online" -> benchmarks.online(homes);
      case "store" -> benchmarks.store(writers);
      case "page" -> benchmarks.page(events, ReportFolder.fresh(out));
      case "tokens" -> benchmarks.tokens();
      default ->
          throw UsageException.unknown(
              "NAME",
              "benchmark",
              name,
              List.of("replicate", "rings", "loop", "online", "store", "page", "tokens"));
    };
  }

  private static void requireAtLeast(String option, int least, int given) {
    if (given < least) {
      throw new UsageException(option + ": at least " + least + " is wanted, not " + given);
    }
  }
}
