package dev.trustring.atm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.install.HapInfoParams;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.install.HapPolicyParams;
import dev.trustring.atm.install.NativeTokenInfoParams;
import dev.trustring.atm.install.PreAuthorization;
import dev.trustring.atm.install.UpdateHapInfoParams;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.DistributionType;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any list of commands keeps what access-token §9 promises. */
class RandomCommandsTest {
  private static final int COMMANDS = 300;
  private static final int STICKY =
      PermissionFlag.PRE_AUTHORIZED_CANCELABLE | PermissionFlag.RESTRICTED_BY_ADMIN;

  private static final String CAMERA = "ohos.permission.CAMERA";

  private static final List<TokenIdentity> APPS =
      Stream.of(0, 1, 2)
          .map(inst -> new TokenIdentity(new BundleName("com.example.app"), UserId.FIRST, inst))
          .toList();

  private static final List<PermissionName> NAMES =
      Phone.names(
          "DISTRIBUTED_DATASYNC",
          "CAMERA",
          "APPROXIMATELY_LOCATION",
          "READ_PASTEBOARD",
          "READ_IMAGEVIDEO",
          "WRITE_IMAGEVIDEO",
          "READ_CONTACTS",
          "HOOK_KEY_EVENT",
          "INTERNET",
          "MANAGE_LOCAL_ACCOUNTS",
          "ENTERPRISE_ADMIN_MANAGE",
          "ATTACH_APP_DEBUG",
          "NONSENSE");

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepThePromisesOfThePlatform(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Phone phone = new Phone(seed);
    for (int count = 0; count < COMMANDS; count++) {
      AtmState before = phone.state();
      Atm.Command command = anyCommand(random, phone);

      Atm.Decision decision = phone.obey(command);

      holdsForEvents(before, decision);
      phone.state().tokens().values().forEach(RandomCommandsTest::holdsForToken);
      holdsForIds(phone.state());
      assertThat(decision.reply().isEmpty())
          .isEqualTo(
              decision.effects().stream().anyMatch(Atm.Effect.AwaitDialogs.class::isInstance));
    }
    assertThat(phone.happened()).hasSizeGreaterThan(COMMANDS / 10);
    assertThat(Atm.evolve(AtmState.EMPTY, phone.happened())).isEqualTo(phone.state());
    assertThat(AtmSnapshot.of(phone.state()).state()).isEqualTo(phone.state());
  }

  @Test
  void everyKindOfCommandIsTried() {
    SplittableRandom random = new SplittableRandom(1);
    Phone phone = Phone.aPhone();
    TreeSet<String> tried = new TreeSet<>();
    for (int count = 0; count < 5 * COMMANDS; count++) {
      tried.add(anyCommand(random, phone).getClass().getSimpleName());
    }

    assertThat(tried).containsAll(leaves(Atm.Command.class, AtmApi.class, AtmFact.class));
  }

  private static void holdsForEvents(AtmState before, Atm.Decision decision) {
    AtmState state = before;
    for (Atm.Event event : decision.events()) {
      AtmState after = event.appliedTo(state);
      assertThat(after).as("an event changes something").isNotEqualTo(state);
      if (event instanceof Atm.Event.PermissionChanged changed) {
        assertThat(changed.before().has(PermissionFlag.SYSTEM_FIXED)).isFalse();
        assertThat(changed.after().flags() & STICKY).isEqualTo(changed.before().flags() & STICKY);
        assertThat(state.token(changed.identity()).orElseThrow().stateOf(changed.name()))
            .contains(changed.before());
      }
      state = after;
    }
  }

  private static void holdsForToken(HapToken token) {
    token
        .permissions()
        .forEach(
            (name, held) -> {
              PermissionDefinition definition =
                  PermissionCatalogue.standard().find(name).orElseThrow();
              assertThat(definition.isForApps()).isTrue();
              assertThat(allowedFor(token, definition)).as("%s of %s", name, token).isTrue();
            });
    for (PermissionName name : NAMES) {
      PermissionView view =
          PermissionView.of(Optional.of(token), name, PermissionCatalogue.standard());
      assertThat(view.granted()).isEqualTo(view.declared() && isHeld(token, name));
    }
  }

  private static boolean isHeld(HapToken token, PermissionName name) {
    return token.stateOf(name).map(GrantState::effectivelyGranted).orElse(false);
  }

  private static boolean allowedFor(HapToken token, PermissionDefinition definition) {
    return token.apl().reaches(definition.availableLevel())
        || (definition.provisionEnable()
            && token.profile().allowedAcls().contains(definition.name()));
  }

  private static void holdsForIds(AtmState state) {
    assertThat(state.index().size()).isEqualTo(state.tokens().size() + state.processes().size());
    assertThat(state.reserved()).noneMatch(id -> state.holder(id).isPresent());
    state.tokens().values().forEach(app -> assertThat(state.token(app.tokenId())).contains(app));
  }

  private static Atm.Command anyCommand(SplittableRandom random, Phone phone) {
    TokenIdentity app = pick(random, APPS);
    PermissionName name = pick(random, NAMES);
    int flag = pick(random, List.of(1, 2, 2, 64, 4));
    return switch (random.nextInt(15)) {
      case 0, 1 -> new Atm.Command.Install(anyInstall(random, app));
      case 2 -> aboutAToken(random, app, phone);
      case 3 -> new Atm.Command.Verify(app, name);
      case 4, 5 -> new Atm.Command.Grant(app, name, flag);
      case 6, 7 -> new Atm.Command.Revoke(app, name, flag);
      case 8, 9 -> new Atm.Command.RequestPermissions(app, some(random, NAMES));
      case 10, 11 -> anyTokenCommand(random, phone);
      case 12 -> anyTokenQuery(random, anyId(random, phone), name.value());
      default -> new Atm.Command.AnswerDialog(anyDialog(random, phone), random.nextBoolean());
    };
  }

  private static Atm.Command aboutAToken(SplittableRandom random, TokenIdentity app, Phone phone) {
    return switch (random.nextInt(3)) {
      case 0 -> new Atm.Command.Uninstall(app);
      case 1 -> new Atm.Command.TokenOf(app);
      default -> new Atm.Command.TokenById(anyId(random, phone));
    };
  }

  private static TokenCommand anyTokenCommand(SplittableRandom random, Phone phone) {
    TokenCaller caller = TokenCaller.PACKAGE_MANAGER;
    TokenId id = anyId(random, phone);
    HapInfoParams info =
        HapInfoParams.of("com.example.app").asInstance(random.nextInt(3), random.nextInt(6));
    HapPolicyParams policy =
        HapPolicyParams.requesting(
                some(random, NAMES).stream().map(PermissionName::value).toArray(String[]::new))
            .withApl(1 + random.nextInt(3))
            .withDebugGrant(random.nextBoolean());
    UpdateHapInfoParams update =
        random.nextBoolean()
            ? UpdateHapInfoParams.RELEASE.refreshing()
            : UpdateHapInfoParams.RELEASE.asDebug();
    NativeTokenInfoParams process = NativeTokenInfoParams.of("p" + random.nextInt(3), "x.y");
    return switch (random.nextInt(9)) {
      case 0 -> new TokenCommand.AllocHapToken(caller, info, HapPolicyParams.requesting(CAMERA));
      case 1, 2 -> new TokenCommand.InitHapToken(caller, info, policy);
      case 3 -> new TokenCommand.InitHapToken(caller, info.restoring(id.value()), policy);
      case 4, 5 -> new TokenCommand.UpdateHapToken(caller, id, update, policy);
      case 6 -> new TokenCommand.DeleteToken(caller, id, random.nextBoolean());
      case 7 ->
          random.nextBoolean()
              ? new TokenCommand.AddNativeToken(process)
              : new TokenCommand.AddShellToken(process);
      default -> new TokenCommand.ReviewUndefined();
    };
  }

  private static TokenQuery anyTokenQuery(SplittableRandom random, TokenId id, String name) {
    return switch (random.nextInt(8)) {
      case 0 -> new TokenQuery.VerifyAccessToken(id, name);
      case 1 -> new TokenQuery.GetTokenType(id);
      case 2 -> new TokenQuery.GetHapTokenInfo(id);
      case 3 -> new TokenQuery.GetHapTokenId(100, "com.example.app", random.nextInt(3) - 1);
      case 4 -> new TokenQuery.GetNativeTokenId("p1");
      case 5 -> new TokenQuery.GetReqPermissionByName(id, name);
      case 6 -> new TokenQuery.GetNativeTokenInfo("p1");
      default -> new TokenQuery.GetDefPermission(name);
    };
  }

  private static TokenId anyId(SplittableRandom random, Phone phone) {
    List<TokenId> ids = new ArrayList<>(phone.state().reserved());
    phone.state().tokens().values().forEach(token -> ids.add(token.tokenId()));
    phone.state().processes().values().forEach(process -> ids.add(process.tokenId()));
    ids.add(new TokenId(0x20000000 | random.nextInt(4)));
    return pick(random, ids);
  }

  private static DialogId anyDialog(SplittableRandom random, Phone phone) {
    List<DialogId> open = new ArrayList<>(phone.pending().open().keySet());
    open.add(new DialogId(-1));
    return pick(random, open);
  }

  private static HapInstall anyInstall(SplittableRandom random, TokenIdentity app) {
    ProvisionProfile profile =
        new ProvisionProfile(
            pick(random, List.of(Apl.values())),
            random.nextBoolean(),
            pick(random, List.of(DistributionType.values())),
            random.nextBoolean(),
            some(random, NAMES),
            new TreeMap<>());
    List<PreAuthorization> given =
        some(random, NAMES).stream()
            .limit(3)
            .map(name -> new PreAuthorization(name, random.nextBoolean()))
            .toList();
    return new HapInstall(app, profile, some(random, NAMES), given, random.nextBoolean());
  }

  private static List<PermissionName> some(SplittableRandom random, List<PermissionName> names) {
    return names.stream().filter(name -> random.nextBoolean()).toList();
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static SortedSet<String> leaves(Class<?> type, Class<?>... without) {
    SortedSet<String> names = new TreeSet<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (List.of(without).contains(permitted)) {
        continue;
      }
      if (permitted.isSealed()) {
        names.addAll(leaves(permitted));
      } else {
        names.add(permitted.getSimpleName());
      }
    }
    return names;
  }
}
