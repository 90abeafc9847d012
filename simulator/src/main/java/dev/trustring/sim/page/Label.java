package dev.trustring.sim.page;

import dev.trustring.device.net.Frame;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.sim.world.Happening;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands beside an event in a drawing, and how it is marked. */
final class Label {

  /** The answer of a call that threw: its step, a code if it has one, a name. */
  private static final Pattern THREW =
      Pattern.compile("[0-9]+ (-?[0-9]+ [A-Za-z]\\w*|[A-Za-z]\\w* \\(no code\\)).*");

  private Label() {}

  /** A few words. */
  static String of(Happening happening) {
    if (happening instanceof Happening.Noted noted) {
      return noted.frame().map(frame -> frame.payload().word()).orElseGet(() -> of(noted));
    } else if (happening instanceof Happening.Decided decided) {
      return of(decided.decision());
    } else if (happening instanceof Happening.StoreChanged changed) {
      return changed.store().store() + " " + of(changed.event());
    } else if (happening instanceof Happening.SyncCompleted done) {
      return done.store() + " " + done.numbers();
    } else if (happening instanceof Happening.Membership ring) {
      return ring.event().peer().name() + " " + ring.event().word();
    } else if (happening instanceof Happening.PeerState
        || happening instanceof Happening.AppEnded
        || happening instanceof Happening.JoinFailed) {
      return happening.detail();
    }
    return happening.kind();
  }

  private static String of(Happening.Noted noted) {
    String[] words = noted.detail().split(" ", 3);
    if (noted.kind().equals("call") && words.length > 1) {
      return words[1].substring(words[1].lastIndexOf('.') + 1);
    }
    if (noted.kind().equals("answer") && words.length > 1) {
      return noted.detail().substring(words[0].length() + 1);
    }
    return noted.kind().equals("power")
        ? noted.detail()
        : noted.kind() + " " + noted.detail().split("\\[", 2)[0];
  }

  private static String of(DecisionRecord record) {
    String about = record.store() + " to " + record.to() + ": ";
    return record
        .firstStop()
        .map(stop -> about + stop.gate().id() + " " + stop.gate().name())
        .orElseGet(() -> about + record.outcome().word());
  }

  private static String of(KvStore.Event event) {
    if (event instanceof KvStore.Event.Wrote wrote) {
      return keys(List.of(wrote.row()));
    }
    return event
        .arrival()
        .filter(received -> !received.rows().isEmpty())
        .map(received -> "got " + keys(received.rows()))
        .orElseGet(() -> event.getClass().getSimpleName());
  }

  private static String keys(List<Row> rows) {
    Row first = rows.get(0);
    String one = first.id().key().text() + (first.isTombstone() ? " deleted" : "");
    return rows.size() == 1 ? one : one + " and " + (rows.size() - 1) + " more";
  }

  /** How it is marked. */
  static Tone tone(Happening happening) {
    if (happening instanceof Happening.Decided decided) {
      return tone(decided.decision().outcome());
    } else if (happening instanceof Happening.StoreChanged changed) {
      boolean came = changed.event().arrival().filter(one -> !one.rows().isEmpty()).isPresent();
      return came ? Tone.GOOD : Tone.PLAIN;
    }
    return switch (happening.kind()) {
      case "lost" -> Tone.LOST;
      case "join-failed" -> Tone.DENIED;
      case "answer" -> THREW.matcher(happening.detail()).matches() ? Tone.DENIED : Tone.PLAIN;
      default -> Tone.PLAIN;
    };
  }

  private static Tone tone(DecisionRecord.Outcome outcome) {
    return switch (outcome) {
      case YES -> Tone.GOOD;
      case NO -> Tone.DENIED;
      case UNKNOWN -> Tone.DOUBT;
    };
  }

  /** The other device that it is about, if there is one. */
  static Optional<String> peer(Happening happening) {
    if (happening instanceof Happening.Noted noted) {
      return noted.frame().map(Frame::to).map(to -> to.value());
    } else if (happening instanceof Happening.Decided decided) {
      return Optional.of(decided.decision().to().value());
    } else if (happening instanceof Happening.PeerState peer) {
      return Optional.of(peer.peer().value());
    } else if (happening instanceof Happening.JoinFailed failed) {
      return Optional.of(failed.peer().value());
    } else if (happening instanceof Happening.Membership ring) {
      return Optional.of(ring.event().peer().name().value());
    }
    return Optional.empty();
  }
}
