package dev.trustring.sim.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.trustring.sim.loop.LoopConfig;
import dev.trustring.sim.run.DecisionLog;
import dev.trustring.sim.run.Simulation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "trustring",
    description = {
      "Plays distributed stories on simulated HarmonyOS devices and says why data moves or not.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Trustring {

  static final String NAME = "trustring";

  /** Help is not laid out any narrower; a terminal breaks its lines then. */
  private static final int LEAST_HELP = 55;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "on a fault of the tool print its stack trace")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Trustring() {}

  @Option(
      names = "--log",
      scope = ScopeType.INHERIT,
      paramLabel = "LEVEL",
      description = "debug: tell on stderr of every decision as it is made")
  void log(String level) {
    if (!level.equals("debug")) {
      throw new ParameterException(
          spec.commandLine(), "--log: unknown level '" + level + "'; expected debug");
    }
    ((Logger) LoggerFactory.getLogger(DecisionLog.NAME)).setLevel(Level.DEBUG);
  }

  /** Runs a command and leaves with its exit code. */
  public static void main(String[] args) {
    Console console =
        new Console(
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            System.getenv(),
            System::nanoTime);
    Desk desk = new Desk(console, Simulation::new);
    AtomicBoolean ended = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!ended.get()) {
                    console.tell(NAME + ": interrupted");
                  }
                }));
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, fault) -> {
              ended.set(true);
              new Faulty(desk).tell(fault, List.of(args).contains("--debug"));
              System.exit(Exit.FAULT.code());
            });
    prepare(args);
    int code = run(List.of(args), desk);
    ended.set(true);
    System.exit(code);
  }

  /** While this thread reads a scenario, another one reads what a world will need. */
  private static void prepare(String[] args) {
    if (args.length > 0 && List.of("run", "why").contains(args[0])) {
      Thread ahead = new Thread(LoopConfig::prepare, "prepare");
      ahead.setDaemon(true);
      ahead.start();
    }
  }

  private static PrintWriter writer(FileDescriptor file) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8));
  }

  /** Runs a command and gives its exit code. */
  static int run(List<String> args, Desk desk) {
    Trustring root = new Trustring();
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new RunCommand(desk))
            .addSubcommand(new WhyCommand(desk))
            .addSubcommand(new HonestyCommand(desk))
            .addSubcommand(new ChaosCommand(desk))
            .addSubcommand(new ReplayCommand(desk))
            .addSubcommand(new ShrinkCommand(desk))
            .addSubcommand(new DeviceCommand(desk))
            .addSubcommand(new StatusCommand(desk))
            .addSubcommand(new CertificatesCommand(desk))
            .addSubcommand(new ExplainCommand(desk))
            .addSubcommand(new PermissionsCommand(desk))
            .addSubcommand(new SchemaCommand(desk))
            .addSubcommand(new BenchCommand(desk))
            .addSubcommand(new CompletionCommand(desk))
            .addSubcommand(new DrivenCommand())
            .addSubcommand(new DrivenWorkerCommand());
    line.getSubcommands().values().forEach(Trustring::withHelp);
    withExitCodes(line);
    line.getSubcommands().values().forEach(Trustring::withExitCodes);
    Console console = desk.console();
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    int width = Math.min(console.width(), dev.trustring.sim.report.Page.WIDTH);
    line.setUsageHelpWidth(Math.max(width, LEAST_HELP));
    Faulty faulty = new Faulty(desk);
    line.setParameterExceptionHandler(faulty::onWrongUsage);
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> faulty.onException(fault, command, root.debug));
    int code = line.execute(numbersLast(args).toArray(String[]::new));
    console.out().flush();
    console.err().flush();
    return code;
  }

  private static void withHelp(CommandLine line) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
  }

  private static void withExitCodes(CommandLine line) {
    line.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(Exit.list());
  }

  /** A number below zero is a word to explain and no option, so it goes behind {@code --}. */
  private static List<String> numbersLast(List<String> args) {
    List<String> numbers = args.stream().filter(arg -> arg.matches("-[0-9]+")).toList();
    if (numbers.isEmpty() || !args.get(0).equals("explain") || args.contains("--")) {
      return args;
    }
    List<String> moved = new ArrayList<>(args);
    moved.removeAll(numbers);
    moved.add("--");
    moved.addAll(numbers);
    return moved;
  }
}
