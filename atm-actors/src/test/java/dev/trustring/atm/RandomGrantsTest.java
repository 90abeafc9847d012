package dev.trustring.atm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.AtmApi.ChangeFace;
import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.atm.AtmApi.SetUserPolicy.PolicyWish;
import dev.trustring.atm.GrantEffect.CallBack;
import dev.trustring.atm.GrantEffect.GrantTimer;
import dev.trustring.atm.GrantEffect.PermissionStateChange;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy.UserRestriction;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.PendingRequests;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.atm.uptime.AppActivity.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any list of calls and facts keeps what access-token §9 promises about grants. */
class RandomGrantsTest {
  private static final int COMMANDS = 400;

  private static final List<TokenIdentity> APPS =
      Stream.of(0, 1, 2)
          .map(inst -> new TokenIdentity(new BundleName("com.example.app"), UserId.FIRST, inst))
          .toList();

  private static final List<PermissionName> NAMES =
      Phone.names(
          "CAMERA",
          "APPROXIMATELY_LOCATION",
          "LOCATION",
          "LOCATION_IN_BACKGROUND",
          "DISTRIBUTED_DATASYNC",
          "READ_CONTACTS",
          "INTERNET",
          "NONSENSE");

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepThePromisesOfThePlatform(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Phone phone = new Phone(seed);
    phone.ask(
        new AtmApi.Listen(AtmCaller.SETTINGS, ListenFace.SYSTEM, "all", List.of(), List.of()));
    for (int count = 0; count < COMMANDS; count++) {
      phone.at(Duration.ofSeconds(count * 3L));
      AtmState before = phone.state();
      PendingRequests known = phone.pending();
      Atm.Command command = anyCommand(random, phone);

      Atm.Decision decision = phone.obey(command);

      holdsForEvents(before, decision, command);
      holdsForCallBacks(before, known, phone, decision);
      holdsForGrants(phone);
    }
    assertThat(Atm.evolve(AtmState.EMPTY, phone.happened())).isEqualTo(phone.state());
    assertThat(AtmSnapshot.of(phone.state()).state()).isEqualTo(phone.state());
  }

  private static void holdsForEvents(AtmState before, Atm.Decision decision, Atm.Command command) {
    AtmState state = before;
    for (Atm.Event event : decision.events()) {
      AtmState after = event.appliedTo(state);
      assertThat(after).as("an event changes something: %s", event).isNotEqualTo(state);
      if (event instanceof Atm.Event.PermissionChanged changed) {
        holdsForChange(changed, mayRestrict(command));
      }
      state = after;
    }
  }

  private static void holdsForChange(Atm.Event.PermissionChanged changed, boolean mayRestrict) {
    GrantState before = changed.before();
    GrantState after = changed.after();
    if (before.has(PermissionFlag.SYSTEM_FIXED)) {
      assertThat(after.granted()).isEqualTo(before.granted());
      assertThat(after.flags() | 512).as("only the policy moves").isEqualTo(before.flags() | 512);
    }
    assertThat(after.has(8) || !before.has(8)).as("bit 8 stays: %s", changed).isTrue();
    assertThat(after.has(512) == before.has(512) || mayRestrict).isTrue();
  }

  private static boolean mayRestrict(Atm.Command command) {
    return command instanceof AtmApi.SetUserPolicy
        || command instanceof AtmApi.ClearUserPolicy
        || command instanceof AtmApi.ChangeWhiteList
        || command instanceof AtmFact.Started
        || command instanceof Atm.Command.Install;
  }

  /** Each call of the listener is about something that changed, once, and nothing is missed. */
  private static void holdsForCallBacks(
      AtmState before, PendingRequests known, Phone phone, Atm.Decision decision) {
    List<PermissionStateChange> told =
        decision.effects().stream()
            .filter(CallBack.class::isInstance)
            .map(effect -> ((CallBack) effect).change())
            .toList();
    assertThat(told).doesNotHaveDuplicates();
    List<PermissionStateChange> moved = new ArrayList<>();
    for (HapToken old : before.tokens().values()) {
      Optional<HapToken> now = phone.state().token(old.tokenId());
      for (PermissionName name : NAMES) {
        boolean was = isGranted(Optional.of(old), name, known);
        boolean is = now.isPresent() && isGranted(now, name, phone.pending());
        if (was != is) {
          moved.add(new PermissionStateChange(is, old.tokenId(), name));
        }
      }
    }
    assertThat(moved).containsAll(told);
    boolean gone = decision.events().stream().anyMatch(Atm.Event.TokenDeleted.class::isInstance);
    if (!gone && !phone.pending().uptime().listeners().isEmpty()) {
      assertThat(told).containsExactlyInAnyOrderElementsOf(moved);
    }
  }

  private static void holdsForGrants(Phone phone) {
    for (HapToken token : phone.state().tokens().values()) {
      for (PermissionName name : NAMES) {
        if (isGranted(Optional.of(token), name, phone.pending())) {
          boolean component = phone.pending().uptime().isComponentGranted(token.identity(), name);
          assertThat(token.stateOf(name).isPresent() || component).isTrue();
        }
      }
    }
    Collection<TokenIdentity> withFacts =
        new TreeSet<>(phone.pending().uptime().components().keySet());
    assertThat(phone.state().tokens().keySet()).containsAll(withFacts);
  }

  private static boolean isGranted(
      Optional<HapToken> token, PermissionName name, PendingRequests known) {
    return PermissionView.of(token, name, PermissionCatalogue.standard())
        .withComponent(known.uptime().isComponentGranted(token.orElseThrow().identity(), name))
        .granted();
  }

  private static Atm.Command anyCommand(SplittableRandom random, Phone phone) {
    TokenIdentity app = pick(random, APPS);
    PermissionName name = pick(random, NAMES);
    return switch (random.nextInt(16)) {
      case 0 ->
          new Atm.Command.Install(
              HapInstall.ordinary(
                  app,
                  NAMES.stream()
                      .filter(each -> random.nextInt(4) > 0)
                      .toArray(PermissionName[]::new)));
      case 1 -> oddOne(random, app);
      case 2, 3, 4, 5 -> anyChange(random, app, name);
      case 6 ->
          new AtmApi.SetStatusWithPolicy(
              AtmCaller.SETTINGS,
              TokenRef.of(app),
              List.of(name.value()),
              -random.nextInt(2),
              pick(random, List.of(128, 256, 256)));
      case 7 -> new AtmApi.ClearUserGranted(AtmCaller.SETTINGS, TokenRef.of(app));
      default -> another(random, phone, app, name);
    };
  }

  private static Atm.Command another(
      SplittableRandom random, Phone phone, TokenIdentity app, PermissionName name) {
    return switch (random.nextInt(8)) {
      case 0 -> anyPolicy(random, name);
      case 1 ->
          new AtmApi.ChangeWhiteList(
              AtmCaller.SETTINGS, name, TokenRef.of(app), random.nextBoolean());
      case 2, 3 -> new Atm.Command.RequestPermissions(app, List.of(name));
      case 4 -> anyPress(random, phone);
      case 5 -> new AtmFact.AppMoved(app, pick(random, List.of(Phase.values())));
      case 6 ->
          new AtmFact.TimerEnded(
              new GrantTimer(app, pick(random, List.of(GrantEffect.Purpose.values()))));
      default -> new AtmApi.SetDialogCap(AtmCaller.SETTINGS, app, random.nextInt(3) == 0);
    };
  }

  private static Atm.Command oddOne(SplittableRandom random, TokenIdentity app) {
    return switch (random.nextInt(4)) {
      case 0 -> new Atm.Command.Uninstall(app);
      case 1 -> new AtmFact.AppManagerDied();
      case 2 -> new AtmFact.FormMoved(app, random.nextBoolean());
      default -> new AtmFact.Started();
    };
  }

  private static Atm.Command anyChange(
      SplittableRandom random, TokenIdentity app, PermissionName name) {
    return new AtmApi.ChangePermission(
        AtmCaller.SETTINGS,
        pick(random, List.of(ChangeFace.values())),
        TokenRef.of(app),
        name.value(),
        random.nextBoolean(),
        pick(random, List.of(1, 2, 2, 16, 16, 32, 64, 136, 264, 0)),
        random.nextBoolean());
  }

  private static Atm.Command anyPolicy(SplittableRandom random, PermissionName name) {
    return random.nextBoolean()
        ? new AtmApi.ClearUserPolicy(AtmCaller.SETTINGS, List.of(name))
        : new AtmApi.SetUserPolicy(
            AtmCaller.SETTINGS,
            List.of(
                new PolicyWish(
                    name,
                    random.nextBoolean(),
                    List.of(new UserRestriction(UserId.FIRST, random.nextInt(3) > 0)))));
  }

  private static Atm.Command anyPress(SplittableRandom random, Phone phone) {
    List<DialogId> open = new ArrayList<>(phone.pending().open().keySet());
    open.add(new DialogId(-1));
    return new AtmFact.PressButton(
        pick(random, open), pick(random, List.of(DialogButton.values())));
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
