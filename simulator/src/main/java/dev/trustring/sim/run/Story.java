package dev.trustring.sim.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.UserId;
import dev.trustring.config.scenario.Bond;
import dev.trustring.config.scenario.Device;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.Caller;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.world.World;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tells the story to a world: switches devices on, installs, logs in, then goes down the lines. */
final class Story {

  /** How long the devices stand together before the story begins. */
  static final Duration SETTLE_IN = Duration.ofSeconds(10);

  /** How much longer a story waits for devices that should have found each other. */
  private static final Duration SETTLE_IN_AT_MOST = Duration.ofSeconds(30);

  private static final Duration SET_UP_AT_MOST = Duration.ofMinutes(10);

  private static final String ALREADY_LOGGED_IN = "ALREADY_LOGGED_IN";

  private static final String NOT_INSTALLED = "NOT_INSTALLED";

  private final World world;
  private final Scenario scenario;
  private final Journal journal;
  private final List<Device> here;
  private int unanswered;

  /** The part of the story that is played on the devices of this process. */
  Story(World world, Journal journal) {
    this.world = world;
    this.scenario = world.scenario();
    this.journal = journal;
    this.here =
        scenario.devices().stream()
            .filter(device -> world.host().isHere(device.profile().name()))
            .toList();
  }

  /** The name under which evidence speaks of the fault of a step. */
  static FactKey causeOf(Step.Fault fault) {
    Origin origin = fault.origin();
    return new FactKey(
        "timeline.line" + origin.line() + ".column" + origin.column() + "." + fault.kind());
  }

  /** Brings the world to where the story begins. */
  void setUp() {
    getReady(() -> true);
    world.agenda().runFor(SETTLE_IN);
    // Real machines may be busy; virtual ones never are.
    world.agenda().runWhile(() -> !world.isComplete(), SETTLE_IN_AT_MOST);
    world.storyBegins();
  }

  /**
   * Switches devices on, installs, logs in and bonds, as far as their disks do not hold it already.
   *
   * @param goesOn whether there is still somebody who waits for it
   */
  void getReady(BooleanSupplier goesOn) {
    for (Device device : here) {
      world.powerOn(device.profile().name());
    }
    for (Device device : here) {
      device.apps().forEach(app -> installOnce(device.profile().name(), app));
    }
    world.agenda().runWhile(() -> unanswered > 0 && goesOn.getAsBoolean(), SET_UP_AT_MOST);
    for (Device device : here) {
      device.profile().account().ifPresent(id -> login(device.profile().name(), id.value()));
    }
    scenario.trust().forEach(this::bond);
  }

  /** Puts every line of the timeline on the loop. */
  void schedule() {
    for (int line = 0; line < scenario.timeline().size(); line++) {
      Step step = scenario.timeline().get(line);
      int number = line;
      world.agenda().schedule(step.at(), () -> tell(number, step));
    }
  }

  /** Whether all devices of the scenario run in this process. */
  private boolean isWhole() {
    return here.size() == scenario.devices().size();
  }

  private void tell(int number, Step step) {
    if (step instanceof Step.Call call) {
      call.devices().stream()
          .filter(world.host()::isHere)
          .forEach(device -> make(number, call, device));
    } else if (step instanceof Step.Fault fault) {
      if (isWhole()) {
        strike(fault);
      }
    } else {
      throw new AssertionError(step);
    }
  }

  private void make(int number, Step.Call call, DeviceName device) {
    Caller caller = caller(call);
    int entry = journal.called(number, call, device, caller);
    world.call(
        device,
        new CallRequest(caller, call.call(), call.arguments(), call.person()),
        outcome -> journal.answered(entry, caller, outcome));
  }

  private void strike(Step.Fault fault) {
    world.note("fault", scenario.devices().get(0).profile().name(), fault.kind() + " strikes");
    Runnable heal = Faults.strike(world, fault, causeOf(fault));
    fault
        .lasts()
        .ifPresent(
            lasts ->
                world
                    .agenda()
                    .schedule(
                        lasts,
                        () -> {
                          world.note(
                              "fault",
                              scenario.devices().get(0).profile().name(),
                              fault.kind() + " heals");
                          heal.run();
                        }));
  }

  private Caller caller(Step.Call call) {
    return call.app()
        .<Caller>map(alias -> new Caller.App(world.app(alias).contents(), call.user(), 0))
        .orElseGet(() -> new Caller.Settings(call.user()));
  }

  /** A disk that is kept may hold the app, and to install it again would take its grants away. */
  private void installOnce(DeviceName device, String app) {
    if (!world.agenda().isRealTime()) {
      install(device, app);
      return;
    }
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.put("permissionName", PermissionName.DISTRIBUTED_DATASYNC.value());
    unanswered++;
    world.call(
        device,
        new CallRequest(
            new Caller.App(world.app(app).contents(), UserId.FIRST, 0),
            new CallName("abilityAccessCtrl.checkAccessTokenSync"),
            question,
            Optional.empty()),
        outcome -> {
          unanswered--;
          if (outcome instanceof CallOutcome.Threw threw && threw.name().equals(NOT_INSTALLED)) {
            install(device, app);
          }
        });
  }

  private void install(DeviceName device, String app) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("app", app);
    setUp(device, "installer.install", arguments);
  }

  private void login(DeviceName device, String account) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    arguments.put("event", "Ohos.account.event.LOGIN");
    arguments.put("accountId", account);
    setUp(device, "distributedAccount.setOsAccountDistributedInfo", arguments);
  }

  private void setUp(DeviceName device, String call, ObjectNode arguments) {
    unanswered++;
    world.call(
        device,
        new CallRequest(
            new Caller.Settings(UserId.FIRST), new CallName(call), arguments, Optional.empty()),
        outcome -> {
          unanswered--;
          if (outcome instanceof CallOutcome.Threw threw && !isThereAlready(threw)) {
            journal.setUpFailed(device, call + " " + arguments, threw);
          }
        });
  }

  /** A disk that is kept may hold the login. */
  private boolean isThereAlready(CallOutcome.Threw threw) {
    return world.agenda().isRealTime() && threw.name().equals(ALREADY_LOGGED_IN);
  }

  private void bond(Bond bond) {
    List<Trust.Establish> sides = Bonds.of(bond, scenario);
    world.tell(bond.one(), new DeviceActor.Bonded(sides.get(0)));
    world.tell(bond.other(), new DeviceActor.Bonded(sides.get(1)));
  }
}
