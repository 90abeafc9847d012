package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.RefusalRule;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.request.RequestId;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.AppActivity;
import dev.trustring.atm.uptime.ServiceHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The AccessTokenManager of one device: what it can be asked, and what it decides. */
public final class Atm {
  private Atm() {}

  /** Asked of the AccessTokenManager. Who may ask is not decided here. */
  public sealed interface Command
      permits Command.Install,
          Command.Uninstall,
          Command.RequestPermissions,
          Command.AnswerDialog,
          Command.Grant,
          Command.Revoke,
          Command.Query,
          AtmApi,
          AtmFact,
          TokenCommand {
    /** Installs an app; one that is installed already gets a new token (access-token §1.3). */
    record Install(HapInstall install) implements Command {}

    /** Removes an app (access-token §1.9). */
    record Uninstall(TokenIdentity identity) implements Command {}

    /** An app asks its user for permissions (access-token §3.6). */
    record RequestPermissions(TokenIdentity identity, List<PermissionName> names)
        implements Command {
      public RequestPermissions {
        names = List.copyOf(names);
      }
    }

    /** The user presses Allow, or the other button, of a dialog. */
    record AnswerDialog(DialogId dialog, boolean allow) implements Command {}

    /** The platform's grantUserGrantedPermission (access-token §4.3). */
    record Grant(TokenIdentity identity, PermissionName name, int flag) implements Command {}

    /** The platform's revokeUserGrantedPermission (access-token §4.3). */
    record Revoke(TokenIdentity identity, PermissionName name, int flag) implements Command {}

    /** A question that changes nothing. */
    sealed interface Query extends Command permits Verify, TokenOf, TokenById, TokenQuery {}

    /** Whether an app holds a permission, and why (access-token §3.3). */
    record Verify(TokenIdentity identity, PermissionName name) implements Query {}

    /** The token of an app. */
    record TokenOf(TokenIdentity identity) implements Query {}

    /** The token with this id, of an app of this device. */
    record TokenById(TokenId id) implements Query {}
  }

  /** Has happened, and is stored. */
  public sealed interface Event
      permits Event.TokenCreated,
          Event.TokenDeleted,
          Event.PermissionChanged,
          PolicyEvent,
          TokenEvent {
    /** The state that follows. */
    AtmState appliedTo(AtmState before);

    /** An app got a token. */
    record TokenCreated(HapToken token) implements Event {
      @Override
      public AtmState appliedTo(AtmState before) {
        return before.with(token);
      }
    }

    /**
     * An app's token is gone.
     *
     * @param revoked the permissions that the app effectively lost with it
     */
    record TokenDeleted(TokenIdentity identity, TokenId tokenId, List<PermissionName> revoked)
        implements Event {
      public TokenDeleted {
        revoked = List.copyOf(revoked);
      }

      @Override
      public AtmState appliedTo(AtmState before) {
        return before.without(identity);
      }
    }

    /** What an app holds of one permission has changed; {@code before} and {@code after} differ. */
    record PermissionChanged(
        TokenIdentity identity, PermissionName name, GrantState before, GrantState after)
        implements Event {
      /** Whether a verification answers otherwise than before. */
      public boolean changesVerification() {
        return before.effectivelyGranted() != after.effectivelyGranted();
      }

      @Override
      public AtmState appliedTo(AtmState state) {
        HapToken token =
            state
                .token(identity)
                .orElseThrow(() -> new IllegalStateException(identity + " has no token to change"));
        return state.with(token.with(name, after));
      }
    }
  }

  /** Work for the actor, to be done once the events are stored. */
  public sealed interface Effect
      permits Effect.ShowDialog, Effect.AwaitDialogs, Effect.AnswerRequest, GrantEffect {
    /** Puts a dialog on the screen that asks for these permissions of one group. */
    record ShowDialog(DialogId dialog, TokenIdentity identity, List<PermissionName> group)
        implements Effect {
      public ShowDialog {
        group = List.copyOf(group);
      }
    }

    /** Remembers who sent this command: its reply comes later, under this id. */
    record AwaitDialogs(RequestId request) implements Effect {}

    /** Replies to the one who waits under this id. */
    record AnswerRequest(RequestId request, Reply reply) implements Effect {}
  }

  /** What the asker is told. */
  public sealed interface Reply
      permits Reply.Installed,
          Reply.InstallRefused,
          Reply.Uninstalled,
          Reply.NoToken,
          Reply.TokenFound,
          Reply.Verified,
          Reply.RequestAnswered,
          Reply.DialogAnswered,
          Reply.UnknownDialog,
          Reply.Changed,
          Reply.Refused,
          ApiReply,
          TokenReply {
    /** The app is installed under this id. */
    record Installed(TokenId tokenId) implements Reply {}

    /** The app is not installed; an earlier installation stays as it was. */
    record InstallRefused(PermissionName name, RefusalRule rule) implements Reply {
      /** What an installer shows for a failed installation (access-token §1.6). */
      public static final int INSTALLER_CODE = 9568289;

      /** What the AccessTokenManager tells the installer. */
      public int code() {
        return AtmError.PERM_REQUEST_CFG_FAILED.innerCode();
      }
    }

    /** The app is gone. */
    record Uninstalled() implements Reply {}

    /** The app is not installed. */
    record NoToken(TokenIdentity identity) implements Reply {}

    /** The app's token, and what the app does. */
    record TokenFound(HapToken token, AppActivity activity) implements Reply {
      /** Of an app of which nobody has said anything. */
      public TokenFound(HapToken token) {
        this(token, AppActivity.UNTOLD);
      }
    }

    /** How a permission of an app stands, and whether it is an app of the system. */
    record Verified(PermissionView permission, boolean systemApp) implements Reply {}

    /** The three lists an app gets back, one entry for each name it asked for (§3.6). */
    record RequestAnswered(
        List<Integer> authResults, List<Boolean> dialogShownResults, List<Integer> errorReasons)
        implements Reply {
      public RequestAnswered {
        authResults = List.copyOf(authResults);
        dialogShownResults = List.copyOf(dialogShownResults);
        errorReasons = List.copyOf(errorReasons);
      }
    }

    /** The user's answer is taken. */
    record DialogAnswered(DialogId dialog) implements Reply {}

    /** No such dialog is on the screen; nothing happens. */
    record UnknownDialog(DialogId dialog) implements Reply {}

    /** The grant or revocation is made. */
    record Changed() implements Reply {}

    /** Nothing is done. */
    record Refused(AtmRefusal why) implements Reply {
      /** The number that the calling app sees. */
      public int code() {
        return why.error().jsCode();
      }

      /** The reason in one plain clause. */
      public String reason() {
        return why.reason();
      }
    }
  }

  /**
   * What decisions need from outside.
   *
   * @param draw a random number, used for the ids that the command needs
   * @param now the time, which never goes back
   */
  public record Inputs(
      PermissionCatalogue catalogue, long draw, Instant now, Documentation followed) {
    /** At the beginning of time, on a platform as it is. */
    public Inputs(PermissionCatalogue catalogue, long draw) {
      this(catalogue, draw, Instant.EPOCH, Documentation.SOURCES);
    }
  }

  /**
   * What comes of a command.
   *
   * @param reply none if the answer has to wait for the user
   * @param pending the requests that wait for the user from now on
   */
  public record Decision(
      List<Event> events, List<Effect> effects, Optional<Reply> reply, PendingRequests pending) {
    public Decision {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }

    /** Just an answer. */
    static Decision reply(Reply reply, PendingRequests pending) {
      return new Decision(List.of(), List.of(), Optional.of(reply), pending);
    }
  }

  /** Decides about one command; changes nothing. */
  public static Decision decide(
      AtmState state, PendingRequests pending, Command command, Inputs inputs) {
    Ground ground = new Ground(state, pending, inputs);
    Decision decision;
    if (ground.uptime().health() != ServiceHealth.WELL) {
      decision = Outage.decide(ground, command);
    } else if (command instanceof AtmApi call) {
      decision = ApiCalls.decide(ground, call);
    } else if (command instanceof AtmFact fact) {
      decision = Facts.decide(ground, fact);
    } else {
      decision = listed(ground, command);
    }
    return Aftermath.of(state, pending, decision);
  }

  /** Decides about the first command after a start, once what a restart ends is ended. */
  static Decision decideFirst(
      AtmState state, PendingRequests pending, Command command, Inputs inputs) {
    Decision start = decide(state, pending, new AtmFact.Started(), inputs);
    Decision then = decide(evolve(state, start.events()), start.pending(), command, inputs);
    List<Event> events = new ArrayList<>(start.events());
    events.addAll(then.events());
    return new Decision(events, then.effects(), then.reply(), then.pending());
  }

  private static Decision listed(Ground ground, Command command) {
    if (command instanceof Command.Query query) {
      return ground.reply(answer(ground, query));
    }
    if (command instanceof Command.Install install) {
      return Installation.install(ground, install.install());
    }
    if (command instanceof Command.Uninstall uninstall) {
      return Installation.uninstall(ground, uninstall.identity());
    }
    if (command instanceof Command.RequestPermissions request) {
      return DialogFlow.request(ground, request);
    }
    if (command instanceof Command.AnswerDialog answer) {
      return DialogFlow.answer(ground, new AtmFact.PressButton(answer.dialog(), answer.allow()));
    }
    if (command instanceof Command.Grant grant) {
      return ApiCalls.decide(ground, AtmApi.ChangePermission.of(grant));
    }
    if (command instanceof Command.Revoke revoke) {
      return ApiCalls.decide(ground, AtmApi.ChangePermission.of(revoke));
    }
    if (command instanceof TokenCommand token) {
      return TokenLife.decide(ground, token);
    }
    throw new AssertionError(command);
  }

  private static Reply answer(Ground ground, Command.Query query) {
    if (query instanceof Command.Verify verify) {
      Optional<HapToken> token = ground.state().token(verify.identity());
      return new Reply.Verified(
          ground.view(token, verify.name()), token.filter(HapToken::isSystemApp).isPresent());
    }
    if (query instanceof Command.TokenOf question) {
      return ground
          .state()
          .token(question.identity())
          .<Reply>map(
              token -> new Reply.TokenFound(token, ground.uptime().activity(question.identity())))
          .orElseGet(() -> new Reply.NoToken(question.identity()));
    }
    if (query instanceof TokenQuery question) {
      return TokenAnswers.answer(ground, question);
    }
    if (query instanceof Command.TokenById question) {
      return ground
          .state()
          .token(question.id())
          .<Reply>map(Reply.TokenFound::new)
          .orElseGet(() -> new Reply.Refused(AtmRefusal.TOKEN_UNKNOWN));
    }
    throw new AssertionError(query);
  }

  /** The state after these events. */
  static AtmState evolve(AtmState before, List<Event> events) {
    AtmState state = before;
    for (Event event : events) {
      state = event.appliedTo(state);
    }
    return state;
  }
}
