package dev.trustring.trust;

import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.BindAuth;
import dev.trustring.trust.bind.BindRequest;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.bind.RunningBind;
import dev.trustring.trust.credential.CredentialCall;
import dev.trustring.trust.credential.CredentialError;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.group.GroupCall;
import dev.trustring.trust.group.GroupError;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.StoredCredential;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.relation.Absence;
import dev.trustring.trust.relation.RowLife;
import dev.trustring.trust.user.Build;
import dev.trustring.trust.user.UserRules;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.TrustMessage;
import dev.trustring.trust.wire.UltrasonicSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The trust of one device: what may be asked of it, what it answers, and the decision. */
public final class Trust {
  private Trust() {}

  /** Something asked of a device's trust, or something that happened to it. */
  public sealed interface Command {}

  /** A command about the HUAWEI IDs of the device. */
  public sealed interface AccountCommand extends Command {}

  /** A command about the bind that runs, or shall begin. */
  public sealed interface BindCommand extends Command {}

  /** What this device is told for binds to come. */
  public sealed interface BindHint extends BindCommand {}

  /** A command about the stored rows. */
  public sealed interface RowCommand extends Command {}

  /** A command about the OS accounts of the device. */
  public sealed interface UserCommand extends Command {
    OsAccountId user();
  }

  /** A user is created; {@link UserCreated} tells which. */
  public record CreateUser() implements Command {}

  public record ActivateUser(OsAccountId user) implements UserCommand {}

  public record DeactivateUser(OsAccountId user) implements UserCommand {}

  public record RemoveUser(OsAccountId user) implements UserCommand {}

  /** A user sets a credential for the lock screen. */
  public record SecureUser(OsAccountId user) implements UserCommand {}

  /** A user has shown that credential. */
  public record UnlockUser(OsAccountId user) implements UserCommand {}

  /** An administrator forbids a user distributed transmission, or allows it again. */
  public record ConstrainUser(OsAccountId user, boolean on) implements UserCommand {}

  /** An administrator forbids a user to send data to other devices, or allows it again. */
  public record HoldUserBack(OsAccountId user, boolean on) implements UserCommand {}

  public record Login(OsAccountId user, AccountId account) implements AccountCommand {}

  public record Logout(OsAccountId user) implements AccountCommand {}

  /** The token of the account has expired. */
  public record ExpireToken(OsAccountId user) implements AccountCommand {}

  /** The account itself is given up, in the cloud. */
  public record Logoff(OsAccountId user) implements AccountCommand {}

  /** A device is in reach and announces the account of its user, if it has one. */
  public record PeerSeen(DeviceIdentity peer, Optional<AccountHash> account)
      implements AccountCommand {

    /** A device that announces an account. */
    public static PeerSeen of(DeviceIdentity peer, AccountHash account) {
      return new PeerSeen(peer, Optional.of(account));
    }
  }

  /** An app of the foreground user asks for a bond. */
  public record StartBind(
      DeviceIdentity peer,
      PkgName pkg,
      BindLevel level,
      AppToken token,
      BindAuth auth,
      Optional<String> business,
      Optional<UltrasonicSide> side)
      implements BindCommand {

    /** A bond that is for no business in particular. */
    public StartBind(
        DeviceIdentity peer, PkgName pkg, BindLevel level, AppToken token, BindAuth auth) {
      this(peer, pkg, level, token, auth, Optional.empty(), Optional.empty());
    }

    BindRequest request() {
      return new BindRequest(peer, pkg, level, token, auth, business, side);
    }

    /** A bond by PIN for a process of the system, which has no token of an app. */
    public StartBind(DeviceIdentity peer, PkgName pkg, BindLevel level) {
      this(peer, pkg, level, AppToken.UNKNOWN, BindAuth.PIN);
    }
  }

  /** A service registers its entry here: whether its binds that fail count towards a freeze. */
  public record RegisterService(PkgName service, boolean counted) implements BindHint {}

  /** A service sets the event of a business: whether its binds are a disturbance now. */
  public record SetBusinessEvent(String business, boolean antiDisturb) implements BindHint {}

  /** This device is told the code of an app's next bind; it replaces any earlier one. */
  public record ImportAuthCode(AuthCode code) implements BindHint {}

  /**
   * The person on the sink pressed a button of the confirm box.
   *
   * @param token that of the app here that the bond will be for, if it is installed
   */
  public record AnswerConfirm(BindId bind, ConfirmChoice choice, AppToken token)
      implements BindCommand {

    /** An answer where the app is not installed. */
    public AnswerConfirm(BindId bind, ConfirmChoice choice) {
      this(bind, choice, AppToken.UNKNOWN);
    }

    public AnswerConfirm with(AppToken known) {
      return new AnswerConfirm(bind, choice, known);
    }
  }

  /** Whoever draws the boxes of a bind asks which one runs. */
  public record DescribeBind() implements BindCommand {}

  /** The person on the source typed a PIN. */
  public record TypePin(BindId bind, int pin) implements BindCommand {}

  /** This device heard a PIN that another says. */
  public record HearPin(int pin) implements BindCommand {}

  /** The person closed the box that asks for the PIN, or the one that shows it. */
  public record CancelPin(BindId bind) implements BindCommand {}

  /** The screen of this device is locked, or open again. */
  public record LockScreen(boolean locked) implements BindCommand {}

  /** An app takes back its bonds with a device. */
  public record Unbind(DeviceIdentity peer, PkgName pkg) implements RowCommand {}

  /** Bonds that were made before the story starts; each device is told its own side. */
  public record Establish(List<AccessRow> rows) implements RowCommand {
    public Establish {
      rows = List.copyOf(rows);
    }
  }

  /** The data service asks; whether the local user is active this device knows itself. */
  public record CheckAccess(
      OsAccountId local,
      OsAccountId remote,
      Udid peer,
      PkgName bundle,
      AuthType authType,
      boolean remoteActive)
      implements RowCommand {

    /** The question of an app about a peer where the same user is taken to be active. */
    public static CheckAccess ofApp(PkgName app, OsAccountId user, DeviceName peer) {
      return new CheckAccess(user, user, Udid.of(peer), app, AuthType.DEFAULT, true);
    }
  }

  /**
   * A service that passes tokens asks the same (trust-and-softbus §1.4).
   *
   * @param tokens of the local app and of the peer's; 0 where one is not known
   */
  public record CheckAccessControl(CheckAccess asked, RowTokens tokens) implements RowCommand {}

  /** A service opens a session from here. */
  public record CheckSource(SessionQuery query) implements RowCommand {}

  /** A session is opened from a peer. */
  public record CheckSink(SessionQuery query) implements RowCommand {}

  /** The entry of a local service is taken back. */
  public record UnregisterService(PkgName pkg) implements RowCommand {}

  /** An app of a user is gone. */
  public record AppUninstalled(OsAccountId user, PkgName pkg, AppToken token)
      implements RowCommand {}

  public record Describe() implements RowCommand {}

  /** The device is given another name. */
  public record NameDevice(String name) implements Command {}

  /** Somebody asks HiChain about the groups of a user. */
  public record AskGroups(OsAccountId user, GroupCall call) implements UserCommand {}

  /**
   * Somebody asks the identity service about the credentials of a user.
   *
   * @param caller the process or app that asks
   */
  public record AskCredentials(OsAccountId user, String caller, CredentialCall call)
      implements UserCommand {}

  /** The trust of another device says something. */
  public record Receive(DeviceIdentity from, TrustMessage message) implements Command {}

  public record TimerFired(TimerKey key) implements Command {}

  /** A peer is online. */
  public record PeerOnline(DeviceIdentity peer) implements Command {}

  /** The connection to a device is gone: dialogues with it end. */
  public record PeerGone(DeviceIdentity peer) implements Command {}

  /** The answer to a command. */
  public sealed interface Reply {}

  public record Done() implements Reply {}

  public record Refused(TrustRefusal reason) implements Reply {}

  /** A bind has begun; {@link BindSucceeded} or {@link BindFailed} follows when it has ended. */
  public record BindStarted(BindId bind) implements Reply {}

  public record BindSucceeded(BindReason reason) implements Reply {}

  /**
   * A bind that failed.
   *
   * @param remainingFrozenTime for how long the sink still refuses binds, if that is why
   */
  public record BindFailed(BindReason reason, Optional<Duration> remainingFrozenTime)
      implements Reply {

    /** A failure of which nothing more is told. */
    public BindFailed(BindReason reason) {
      this(reason, Optional.empty());
    }

    /** A sink that refuses binds for so long. */
    public static BindFailed frozenFor(Duration remaining) {
      return new BindFailed(BindReason.DEVICE_FROZEN, Optional.of(remaining));
    }
  }

  public record BindDescribed(Optional<RunningBind> bind) implements Reply {}

  public record Unbound(int rows) implements Reply {}

  public record UserCreated(OsAccountId user) implements Reply {}

  /** The groups that a call made, changed or found. */
  public record GroupsTold(List<Group> groups) implements Reply {
    public GroupsTold {
      groups = List.copyOf(groups);
    }
  }

  public record GroupsRefused(GroupError error) implements Reply {}

  /** The credentials that a call added, changed, deleted or found. */
  public record CredentialsTold(List<StoredCredential> credentials) implements Reply {
    public CredentialsTold {
      credentials = List.copyOf(credentials);
    }
  }

  public record CredentialsRefused(CredentialError error) implements Reply {}

  /**
   * Whether an app may.
   *
   * @param heldBack whether the user in front is forbidden to send data at all
   * @param front the user in front
   */
  public record AccessAnswer(Access access, boolean heldBack, OsAccountId front) implements Reply {}

  public record Described(TrustState state) implements Reply {

    /** The account that this device announces: that of the user in the foreground. */
    public Optional<AccountHash> account() {
      return state.loggedIn(state.foregroundUser()).map(AccountId::hash);
    }
  }

  /**
   * What a decision needs from outside.
   *
   * @param draw a fresh random number, drawn for each command
   * @param version the version of its DeviceManager
   */
  public record Inputs(
      DeviceIdentity self, Instant now, long draw, Build build, BindVersion version) {

    /** Those of a device of today. */
    public Inputs(DeviceIdentity self, Instant now, long draw, Build build) {
      this(self, now, draw, build, BindVersion.OWN);
    }

    /** Those of an ordinary device. */
    public Inputs(DeviceIdentity self, Instant now, long draw) {
      this(self, now, draw, Build.ORDINARY);
    }
  }

  /** What follows from a command: facts to store, dialogues to go on with, work, and the answer. */
  public record Decision(
      List<TrustEvent> events, Sessions sessions, List<TrustEffect> effects, Reply reply) {
    public Decision {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }

    /** The state after the facts of this decision. */
    public TrustState appliedTo(TrustState before) {
      TrustState state = before;
      for (TrustEvent event : events) {
        state = event.appliedTo(state);
      }
      return state;
    }
  }

  public static Decision decide(
      TrustState state, Sessions sessions, Command command, Inputs inputs) {
    return new TrustDesk(state, sessions, inputs).decide(command);
  }

  /** The late answer to a bind, for the way it ended. */
  public static Reply ending(BindReason reason) {
    return reason.isSuccess() ? new BindSucceeded(reason) : new BindFailed(reason);
  }

  /**
   * What a device has to do about what it has read from its disk.
   *
   * @param before what it had in memory, if only its disk had failed; peers stay online then
   */
  public static Decision restarted(TrustState state, Sessions before, Build build, Instant now) {
    OsAccountId front = state.foregroundUser();
    boolean locked = state.users().secured().contains(front) && !before.unlocked().contains(front);
    Absence.Outcome absence = new Absence(state, List.of()).restarted();
    return new Decision(
        List.of(),
        before.afterRestart().withAbsences(absence.running()),
        Stream.of(
                absence.relations().effects(),
                new UserRules(state, build).started(locked).effects(),
                new RowLife(state, now).restarted(),
                state.name().<TrustEffect>map(TrustEffect.NameKept::new).stream().toList())
            .flatMap(List::stream)
            .toList(),
        new Done());
  }

  /** The access check alone, for whoever holds the state. */
  public static Access access(TrustState state, CheckAccess asked) {
    return OlderCheck.of(state, asked, RowTokens.NONE);
  }
}
