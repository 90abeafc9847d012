package dev.trustring.sim.report;

import dev.trustring.atm.GrantEffect;
import dev.trustring.config.text.Printable;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.sim.world.Attendant;
import dev.trustring.sim.world.Happening;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One line for every event of note on a device that runs alone, as it happens. Fixes are left out:
 * they would rest on what this device knows, and nobody here knows the other end.
 */
public final class DeviceLines implements Attendant {

  private static final Duration LOOK_AT_RINGS = Duration.ofMillis(250);
  private static final double NANOS_PER_SECOND = 1e9;

  private final DeviceName device;
  private final Consumer<String> print;
  private Optional<World> world = Optional.empty();
  private Map<String, String> members = Map.of();
  private boolean ready;

  public DeviceLines(DeviceName device, Consumer<String> print) {
    this.device = device;
    this.print = print;
  }

  @Override
  public void begins(World attended) {
    world = Optional.of(attended);
    attended.watchedBy(happening -> lines(happening).forEach(this::say));
    lookAtRings(attended);
  }

  /** The device is on, and all is there that was to be installed. */
  public void isReadyAt(String address) {
    ready = true;
    say("ready at " + address + ", process " + ProcessHandle.current().pid());
  }

  @Override
  public void close() {
    if (ready) {
      say("shuts down");
    }
  }

  private void say(String line) {
    double seconds = world.map(attended -> attended.agenda().nowNanos()).orElse(0L);
    print.accept(
        String.format(
            Locale.ROOT,
            "%8.3f s  %s  %s",
            seconds / NANOS_PER_SECOND,
            device,
            Printable.of(line)));
  }

  private void lookAtRings(World attended) {
    Map<String, String> now = new TreeMap<>();
    attended
        .ringStatus(device)
        .forEach(
            (ring, peers) -> peers.forEach((peer, status) -> now.put(ring + ": " + peer, status)));
    TreeSet<String> both = new TreeSet<>(members.keySet());
    both.addAll(now.keySet());
    for (String member : both) {
      if (!now.containsKey(member)) {
        say("ring " + member + " is out");
      } else if (!now.get(member).equals(members.get(member))) {
        say("ring " + member + " is " + now.get(member).toLowerCase(Locale.ROOT));
      }
    }
    members = now;
    attended.agenda().schedule(LOOK_AT_RINGS, () -> lookAtRings(attended));
  }

  private static List<String> lines(Happening happening) {
    if (happening instanceof Happening.SyncCompleted done) {
      return List.of("syncComplete of " + done.store() + ": " + done.numbers());
    } else if (happening instanceof Happening.PermissionStateChanged changed) {
      return List.of(stateChange(changed.call()));
    } else if (happening instanceof Happening.SessionEvent event) {
      return List.of(event.detail());
    } else if (happening instanceof Happening.ServiceDied died) {
      return List.of("distributedDataServiceDie of " + died.detail());
    } else if (happening instanceof Happening.AppEnded ended) {
      return List.of("process of " + ended.detail() + " ended");
    } else if (happening instanceof Happening.DataChanged changed) {
      return List.of("dataChange of " + changed.detail());
    } else if (happening instanceof Happening.Decided decided) {
      return decision(decided.decision());
    } else if (happening instanceof Happening.StoreChanged changed) {
      return arrival(changed);
    } else if (happening instanceof Happening.Noted noted) {
      return noted(noted);
    }
    return ofPeers(happening);
  }

  private static List<String> ofPeers(Happening happening) {
    if (happening instanceof Happening.PeerState peer) {
      return List.of(peer.peer() + (peer.online() ? " is online" : " is offline"));
    }
    if (happening instanceof Happening.JoinFailed failed) {
      return List.of("joining " + failed.detail());
    }
    return happening instanceof Happening.Membership ring && !comes(ring.event())
        ? List.of("ring " + ring.detail())
        : List.of();
  }

  /** Who comes is told of by the endpoints of the ring, who goes with the reason. */
  private static boolean comes(MembershipEvent event) {
    return event instanceof MembershipEvent.Joined || event instanceof MembershipEvent.Online;
  }

  private static String stateChange(GrantEffect.CallBack call) {
    return "permissionStateChange to "
        + call.process()
        + ": token "
        + Integer.toUnsignedString(call.change().token().value())
        + (call.change().granted() ? " got " : " lost ")
        + call.change().name().shortName();
  }

  private static List<String> noted(Happening.Noted noted) {
    return switch (noted.kind()) {
      case "dialog" -> List.of("dialog " + noted.detail());
      case "pin" -> List.of("shows the PIN " + noted.detail());
      case "call" -> List.of("call " + noted.detail());
      case "answer" -> List.of("answer " + noted.detail());
      case "lost" -> List.of("lost a frame to " + noted.detail());
      default -> List.of();
    };
  }

  private static List<String> arrival(Happening.StoreChanged changed) {
    return changed
        .event()
        .arrival()
        .map(
            received ->
                rows(received.rows().size())
                    + " of "
                    + changed.store().store()
                    + " came from "
                    + received.from())
        .stream()
        .toList();
  }

  private static List<String> decision(DecisionRecord record) {
    List<String> lines = new ArrayList<>();
    String attempt = record.store() + " to " + record.to() + ": ";
    String sent = record.rowsSent() > 0 ? rows(record.rowsSent()) + " sent, " : "";
    lines.add(attempt + record.outcome().word() + ", " + sent + record.visible().sentence());
    record
        .firstStop()
        .ifPresent(
            stop ->
                lines.add(
                    attempt
                        + "stopped at "
                        + stop.stage().word()
                        + " by "
                        + stop.gate().id()
                        + " "
                        + stop.gate().name()
                        + stop.verdict()
                            .stop()
                            .map(DenyReason::code)
                            .map(c -> ": " + c)
                            .orElse("")));
    return lines;
  }

  private static String rows(int count) {
    return count == 1 ? "1 row" : count + " rows";
  }
}
