package dev.trustring.trust;

import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.SessionCheck;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.account.AccountAnswer;
import dev.trustring.trust.account.AccountEvent;
import dev.trustring.trust.account.AccountOutcome;
import dev.trustring.trust.account.Accounts;
import dev.trustring.trust.bind.BindAnswer;
import dev.trustring.trust.bind.BindInputs;
import dev.trustring.trust.bind.BindOutcome;
import dev.trustring.trust.bind.BindSession;
import dev.trustring.trust.bind.Binding;
import dev.trustring.trust.bind.RunningBind;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.relation.Absence;
import dev.trustring.trust.relation.RelationOutcome;
import dev.trustring.trust.relation.Relations;
import dev.trustring.trust.relation.RowLife;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.ring.Rings;
import dev.trustring.trust.wire.AccountMessage;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.RelationMessage;
import dev.trustring.trust.wire.TrustMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where commands are handed to the rules that know about them, and outcomes made decisions. */
final class TrustDesk {
  private final TrustState state;
  private final Sessions sessions;
  private final Trust.Inputs inputs;
  private final Accounts accounts;
  private final Binding binding;
  private final Relations relations;
  private final Absence absences;
  private final UserDesk users;

  TrustDesk(TrustState state, Sessions sessions, Trust.Inputs inputs) {
    this.state = state;
    this.sessions = sessions;
    this.inputs = inputs;
    this.accounts = new Accounts(state, sessions.hellos(), inputs.build().hasSpaces());
    this.users = new UserDesk(state, sessions, inputs);
    this.relations = new Relations(state);
    this.absences = new Absence(state, sessions.absences());
    this.binding =
        new Binding(
            sessions.bind(),
            new BindInputs(
                inputs.self(),
                state,
                inputs.now(),
                inputs.draw(),
                sessions.screenLocked(),
                sessions.imported(),
                sessions.policy(),
                inputs.build().boxTestsLock(),
                inputs.version()));
  }

  Trust.Decision decide(Trust.Command command) {
    return withRings(handed(command));
  }

  private Trust.Decision handed(Trust.Command command) {
    if (command instanceof Trust.AccountCommand account) {
      return account(account);
    } else if (command instanceof Trust.BindCommand bind) {
      return bind(bind);
    } else if (command instanceof Trust.UserCommand user) {
      return users.decide(user);
    } else if (command instanceof Trust.CreateUser) {
      return users.create();
    } else if (command instanceof Trust.RowCommand row) {
      return row(row);
    } else if (command instanceof Trust.Receive receive) {
      return received(receive.from(), receive.message());
    } else if (command instanceof Trust.TimerFired fired) {
      return timerFired(fired.key());
    } else if (command instanceof Trust.NameDevice named) {
      return named(named.name());
    }
    return peer(command);
  }

  private Trust.Decision peer(Trust.Command command) {
    if (command instanceof Trust.PeerOnline back) {
      return peerOnline(back.peer());
    } else if (command instanceof Trust.PeerGone gone) {
      return peerGone(gone.peer());
    }
    throw new AssertionError(command);
  }

  private Trust.Decision named(String name) {
    List<TrustEvent> events =
        state.name().equals(Optional.of(name))
            ? List.of()
            : List.of(new TrustEvent.DeviceNamed(name));
    return new Trust.Decision(events, sessions, List.of(), new Trust.Done());
  }

  private Trust.Decision account(Trust.AccountCommand command) {
    if (command instanceof Trust.Login login) {
      return decision(accounts.login(login.user(), login.account()));
    } else if (command instanceof Trust.Logout logout) {
      return decision(accounts.logout(logout.user()));
    } else if (command instanceof Trust.Logoff logoff) {
      return decision(accounts.lost(AccountEvent.LOGOFF, logoff.user()));
    } else if (command instanceof Trust.ExpireToken expire) {
      return decision(accounts.lost(AccountEvent.TOKEN_INVALID, expire.user()));
    } else if (command instanceof Trust.PeerSeen seen) {
      return seen.account()
          .map(account -> decision(accounts.peerSeen(seen.peer(), account)))
          .orElseGet(() -> only(new Trust.Done()));
    }
    throw new AssertionError(command);
  }

  private Trust.Decision bind(Trust.BindCommand command) {
    if (command instanceof Trust.StartBind start) {
      return state.isForegroundConstrained()
          ? only(new Trust.BindFailed(BindReason.CONSTRAINT_ENABLED))
          : decision(binding.start(start.request()));
    } else if (command instanceof Trust.AnswerConfirm answer) {
      return decision(binding.confirmAnswered(answer.bind(), answer.choice(), answer.token()));
    } else if (command instanceof Trust.TypePin typed) {
      return decision(binding.pinTyped(typed.bind(), typed.pin()));
    } else if (command instanceof Trust.HearPin heard) {
      return decision(binding.pinHeard(heard.pin()));
    } else if (command instanceof Trust.CancelPin cancel) {
      return decision(binding.pinCancelled(cancel.bind()));
    } else if (command instanceof Trust.DescribeBind) {
      return only(new Trust.BindDescribed(sessions.bind().map(RunningBind::of)));
    } else if (command instanceof Trust.LockScreen lock) {
      return screenLocked(lock.locked());
    } else if (command instanceof Trust.BindHint hint) {
      return new Trust.Decision(List.of(), remembering(hint), List.of(), new Trust.Done());
    }
    throw new AssertionError(command);
  }

  private Sessions remembering(Trust.BindHint hint) {
    if (hint instanceof Trust.ImportAuthCode told) {
      return sessions.withImported(Optional.of(told.code()));
    } else if (hint instanceof Trust.RegisterService entry) {
      return sessions.withPolicy(sessions.policy().withEntry(entry.service(), entry.counted()));
    } else if (hint instanceof Trust.SetBusinessEvent event) {
      return sessions.withPolicy(
          sessions.policy().withEvent(event.business(), event.antiDisturb()));
    }
    throw new AssertionError(hint);
  }

  private Trust.Decision screenLocked(boolean locked) {
    BindOutcome bind =
        locked
            ? binding.screenLocked()
            : new BindOutcome(sessions.bind(), List.of(), List.of(), BindAnswer.DONE);
    return new Trust.Decision(
        bind.events(), afterBind(bind).withScreenLocked(locked), bind.effects(), new Trust.Done());
  }

  private Trust.Decision row(Trust.RowCommand command) {
    if (command instanceof Trust.Unbind unbind) {
      return unbind(unbind);
    } else if (command instanceof Trust.Establish establish) {
      return establish(establish.rows());
    } else if (command instanceof Trust.CheckAccess check) {
      return answer(Trust.access(state, check));
    } else if (command instanceof Trust.CheckAccessControl check) {
      return answer(OlderCheck.of(state, check.asked(), check.tokens()));
    } else if (command instanceof Trust.CheckSource check) {
      return sessionCheck(check.query(), SessionCheck::source);
    } else if (command instanceof Trust.CheckSink check) {
      return sessionCheck(check.query(), SessionCheck::sink);
    } else if (command instanceof Trust.UnregisterService gone) {
      return unregister(gone.pkg());
    } else if (command instanceof Trust.AppUninstalled gone) {
      return decision(
          relations.uninstalled(gone.user(), gone.pkg(), gone.token()), new Trust.Done());
    } else if (command instanceof Trust.Describe) {
      return only(new Trust.Described(state));
    }
    throw new AssertionError(command);
  }

  /** The code that came with the entry goes, too, and what the entry said of freezes. */
  private Trust.Decision unregister(PkgName pkg) {
    RelationOutcome outcome = relations.unregistered(pkg);
    return new Trust.Decision(
        outcome.events(),
        sessions
            .withImported(sessions.imported().filter(code -> !code.pkg().equals(pkg)))
            .withPolicy(sessions.policy().withEntry(pkg, true)),
        outcome.effects(),
        new Trust.Done());
  }

  private Trust.Decision received(DeviceIdentity from, TrustMessage message) {
    if (message instanceof BindMessage bind) {
      return decision(binding.received(from, bind));
    } else if (message instanceof AccountMessage.AccountHello hello) {
      return decision(accounts.helloReceived(from, hello));
    } else if (message instanceof AccountMessage.AccountHelloAnswer answer) {
      return decision(accounts.answerReceived(from, answer));
    } else if (message instanceof RelationMessage relation) {
      return changed(from, relation);
    }
    throw new AssertionError(message);
  }

  private Trust.Decision changed(DeviceIdentity from, RelationMessage message) {
    if (message instanceof RelationMessage.AccountLogout logout) {
      return decision(accounts.peerLoggedOut(from, logout));
    } else if (message instanceof RelationMessage.Unbound unbound) {
      return decision(relations.peerUnbound(from, unbound), new Trust.Done());
    } else if (message instanceof RelationMessage.AppUninstalled gone) {
      return decision(relations.peerUninstalled(from, gone), new Trust.Done());
    } else if (message instanceof RelationMessage.ServiceUnregistered) {
      return only(new Trust.Done());
    } else if (message instanceof RelationMessage.ShareUnbound over) {
      return decision(relations.peerUnshared(from, over), new Trust.Done());
    }
    return users.received(from, message);
  }

  private Trust.Decision timerFired(TimerKey key) {
    if (key instanceof TimerKey.OfBind bind) {
      return decision(binding.timerFired(bind));
    } else if (key instanceof TimerKey.OfAccountHello hello) {
      return decision(accounts.helloTimedOut(hello.peer()));
    } else if (key instanceof TimerKey.OfAbsence absence) {
      return decision(absences.expired(absence, sessions.online().contains(absence.peer())));
    } else if (key instanceof TimerKey.OfRowLife life) {
      return decision(new RowLife(state, inputs.now()).due(life.row()), new Trust.Done());
    }
    throw new AssertionError(key);
  }

  private Trust.Decision peerGone(DeviceIdentity peer) {
    BindOutcome bind = binding.sessionClosed(peer);
    AccountOutcome account = accounts.peerGone(peer);
    Absence.Outcome absence = new Absence(left(bind), sessions.absences()).peerGone(peer);
    return new Trust.Decision(
        bind.events(),
        afterBind(bind)
            .withHellos(account.waiting())
            .withOnline(peer.udid(), false)
            .withAbsences(absence.running()),
        Stream.of(bind.effects(), account.effects(), absence.relations().effects())
            .flatMap(List::stream)
            .toList(),
        new Trust.Done());
  }

  /** What a bind that ends leaves behind, which may be less than there was. */
  private TrustState left(BindOutcome bind) {
    return new Trust.Decision(bind.events(), sessions, List.of(), new Trust.Done())
        .appliedTo(state);
  }

  private Trust.Decision peerOnline(DeviceIdentity peer) {
    Trust.Decision decision = decision(absences.peerOnline(peer));
    return new Trust.Decision(
        decision.events(),
        decision.sessions().withOnline(peer.udid(), true),
        decision.effects(),
        decision.reply());
  }

  private Trust.Decision decision(Absence.Outcome outcome) {
    return new Trust.Decision(
        outcome.relations().events(),
        sessions.withAbsences(outcome.running()),
        outcome.relations().effects(),
        new Trust.Done());
  }

  private Trust.Decision decision(RelationOutcome outcome, Trust.Reply reply) {
    return new Trust.Decision(outcome.events(), sessions, outcome.effects(), reply);
  }

  private Trust.Decision unbind(Trust.Unbind command) {
    RelationOutcome outcome = relations.unbind(command.peer(), command.pkg());
    return outcome.rows() == 0
        ? only(new Trust.Refused(TrustRefusal.NOT_BOUND))
        : decision(outcome, new Trust.Unbound(outcome.rows()));
  }

  private Trust.Decision establish(List<AccessRow> rows) {
    return rows.stream().anyMatch(row -> row.peer().equals(inputs.self().udid()))
        ? only(new Trust.Refused(TrustRefusal.PEER_IS_SELF))
        : decision(relations.establish(rows), new Trust.Done());
  }

  /** Only a user in the foreground has sessions (trust-and-softbus §1.4). */
  private Trust.Decision sessionCheck(SessionQuery query, Function<SessionCheck, Access> check) {
    Access answer =
        state.isActive(query.local().user())
            ? check.apply(
                new SessionCheck(query, state.rows(), row -> state.tokens().of(row.key())))
            : Access.userInactive();
    return answer(answer);
  }

  private Trust.Decision answer(Access access) {
    return only(
        new Trust.AccessAnswer(access, state.isForegroundHeldBack(), state.foregroundUser()));
  }

  private Trust.Decision decision(BindOutcome outcome) {
    return new Trust.Decision(
        outcome.events(),
        afterBind(outcome),
        outcome.effects(),
        reply(outcome.answer(), outcome.session()));
  }

  /** A bind that ends has used up the code that it went by (our choice, unverified). */
  private Sessions afterBind(BindOutcome outcome) {
    Sessions after = sessions.withBind(outcome.session());
    boolean used =
        outcome.session().isEmpty() && sessions.bind().filter(BindSession::isByCode).isPresent();
    return used ? after.withImported(Optional.empty()) : after;
  }

  private static Trust.Reply reply(BindAnswer answer, Optional<BindSession> session) {
    return switch (answer) {
      case DONE -> new Trust.Done();
      case STARTED -> new Trust.BindStarted(session.orElseThrow().id());
      case BUSY -> new Trust.BindFailed(BindReason.SOURCE_BUSY);
      case TARGET_IS_SELF, NO_CODE -> new Trust.BindFailed(BindReason.INPUT_INVALID);
      case NO_SUCH_BIND -> new Trust.Refused(TrustRefusal.NO_SUCH_BIND);
      case NOT_ASKED_NOW -> new Trust.Refused(TrustRefusal.NOT_ASKED_NOW);
    };
  }

  private Trust.Decision decision(AccountOutcome outcome) {
    return new Trust.Decision(
        outcome.events(),
        sessions.withHellos(outcome.waiting()),
        outcome.effects(),
        reply(outcome.answer()));
  }

  private static Trust.Reply reply(AccountAnswer answer) {
    return switch (answer) {
      case DONE -> new Trust.Done();
      case ALREADY_LOGGED_IN -> new Trust.Refused(TrustRefusal.ALREADY_LOGGED_IN);
      case NOT_LOGGED_IN -> new Trust.Refused(TrustRefusal.NOT_LOGGED_IN);
      case SYSTEM_USER -> new Trust.Refused(TrustRefusal.SYSTEM_USER);
    };
  }

  private Trust.Decision only(Trust.Reply reply) {
    return new Trust.Decision(List.of(), sessions, List.of(), reply);
  }

  private Trust.Decision withRings(Trust.Decision decision) {
    if (decision.events().isEmpty()) {
      return decision;
    }
    List<Ring> before = Rings.of(state, inputs.self());
    List<Ring> after = Rings.of(decision.appliedTo(state), inputs.self());
    if (after.equals(before)) {
      return decision;
    }
    return new Trust.Decision(
        decision.events(),
        decision.sessions(),
        Stream.concat(decision.effects().stream(), Stream.of(new TrustEffect.RingsChanged(after)))
            .toList(),
        decision.reply());
  }
}
