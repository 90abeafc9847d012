package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.BOB;
import static dev.trustring.trust.TrustWorld.CHESS;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three devices of a household over a long time: people bind, unbind, log in and out, share a
 * device, uninstall and switch devices off, and letters are lost and doubled meanwhile.
 */
class HouseholdScheduleTest {
  private static final int STEPS = 150;
  private static final List<PkgName> APPS = List.of(NOTES, CHESS);
  private static final List<AccountId> ACCOUNTS = List.of(ALICE, BOB);

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void trustsNobodyWithoutAReason(long seed) {
    Story story = new Story(seed);

    for (int step = 0; step < STEPS; step++) {
      story.somethingHappens();
      for (TrustWorld.Device device : story.world.devices()) {
        everyRowHasItsReason(story, device);
        noSessionWithoutARowOfItsOwn(story, device);
        onlyTheUserInFrontIsServed(story, device);
      }
    }
  }

  @Test
  void agreesOnBothSidesOfABondWhereNothingIsLost() {
    int agreed = 0;
    for (long seed : seeds().filter(Story::isCalm).toArray()) {
      Story story = new Story(seed);
      for (int step = 0; step < STEPS; step++) {
        story.somethingHappens();
      }
      story.world.deliverAll();

      for (TrustWorld.Device one : story.world.devices()) {
        for (TrustWorld.Device other : story.world.devices()) {
          assertThat(bonds(one, other)).as("seed " + seed).isEqualTo(bonds(other, one));
          agreed += bonds(one, other).size();
        }
      }
    }
    assertThat(agreed).as("bonds that were compared").isGreaterThan(25);
  }

  /** The users and apps of the bonds of a device with another, from the first one's place. */
  private static Set<String> bonds(TrustWorld.Device one, TrustWorld.Device other) {
    boolean first = one.identity.name().compareTo(other.identity.name()) < 0;
    Set<String> bonds = new TreeSet<>();
    for (AccessRow row : one.state.rows()) {
      if (row.peer().equals(other.identity.udid())
          && row.bindType() == BindType.POINT_TO_POINT
          && !row.isLinkOnly()) {
        String users =
            first ? row.localUser() + " " + row.peerUser() : row.peerUser() + " " + row.localUser();
        bonds.add(users + " " + row.bundle().orElseThrow());
      }
    }
    return bonds;
  }

  /** Rows are never composed: a bond is of two devices of which one typed the PIN of the other. */
  private static void everyRowHasItsReason(Story story, TrustWorld.Device device) {
    for (AccessRow row : device.state.rows()) {
      TrustWorld.Device peer = story.world.device(row.parties().peer());
      if (row.bindType() == BindType.IDENTICAL_ACCOUNT) {
        assertThat(story.wereOfOneAccount(device, peer)).isTrue();
      } else {
        assertThat(story.provenBetween(device, peer)).isTrue();
      }
    }
  }

  private static void noSessionWithoutARowOfItsOwn(Story story, TrustWorld.Device device) {
    for (TrustWorld.Device peer : story.world.devices()) {
      for (OsAccountId user : device.state.users().created()) {
        SessionQuery query =
            new SessionQuery(
                peer.identity.udid(),
                new SessionQuery.End(user, AppToken.UNKNOWN, account(device, user)),
                new SessionQuery.End(OsAccountId.FIRST, AppToken.UNKNOWN, account(peer, user)));
        boolean opens = permits(device, new Trust.CheckSource(query));
        boolean answers = permits(device, new Trust.CheckSink(query));
        if (opens || answers) {
          assertThat(device.state.rows())
              .anyMatch(
                  row ->
                      row.peer().equals(peer.identity.udid())
                          && row.localUser().equals(user)
                          && !row.isLinkOnly());
          assertThat(user).isEqualTo(device.state.foregroundUser());
        }
      }
    }
  }

  private static Optional<AccountHash> account(TrustWorld.Device device, OsAccountId user) {
    return device.state.loggedIn(user).map(AccountId::hash);
  }

  private static boolean permits(TrustWorld.Device device, Trust.Command check) {
    return device.asked(check) instanceof Trust.AccessAnswer answer && answer.access().permitted();
  }

  private static void onlyTheUserInFrontIsServed(Story story, TrustWorld.Device device) {
    for (TrustWorld.Device peer : story.world.devices()) {
      for (PkgName app : APPS) {
        if (device.mayTalkTo(peer, app)) {
          assertThat(device.state.isActive(OsAccountId.FIRST)).isTrue();
        }
      }
    }
  }

  /** Three devices and a die. */
  private static final class Story {
    final TrustWorld world;
    private final SplittableRandom die;
    private final int lossesInHundred;
    private final Set<String> proven = new TreeSet<>();
    private final Set<String> accounts = new TreeSet<>();

    Story(long seed) {
      world = new TrustWorld(seed);
      die = new SplittableRandom(seed);
      lossesInHundred = isCalm(seed) ? 0 : (int) (seed % 5) * 4;
      List.of("phone", "tablet", "watch").forEach(world::device);
    }

    static boolean isCalm(long seed) {
      return seed % 5 == 0;
    }

    boolean provenBetween(TrustWorld.Device one, TrustWorld.Device other) {
      return proven.contains(one.identity + " " + other.identity)
          || proven.contains(other.identity + " " + one.identity);
    }

    boolean wereOfOneAccount(TrustWorld.Device one, TrustWorld.Device other) {
      return ACCOUNTS.stream()
          .anyMatch(
              account ->
                  accounts.contains(one.identity + " " + account)
                      && accounts.contains(other.identity + " " + account));
    }

    void somethingHappens() {
      TrustWorld.Device device = oneOf(world.devices());
      int roll = die.nextInt(100);
      if (roll < 45) {
        lettersArrive();
      } else if (roll < 70) {
        device.sessions.bind().ifPresent(bind -> aBindGoesOn(device));
      } else if (roll < 85) {
        begins(device, oneOf(world.devices()));
      } else if (roll < 98) {
        aPersonActs(device, oneOf(world.devices()));
      } else if (lossesInHundred > 0) {
        device.crashes();
      }
    }

    private void lettersArrive() {
      for (int letter = die.nextInt(8); letter >= 0 && !world.table.isEmpty(); letter--) {
        if (die.nextInt(100) < lossesInHundred) {
          world.table.remove(0);
        } else if (die.nextInt(200) < lossesInHundred) {
          world.table.add(0, world.table.get(0));
        } else {
          world.deliver(0);
        }
      }
    }

    private void begins(TrustWorld.Device source, TrustWorld.Device sink) {
      boolean busy = source.sessions.bind().isPresent();
      Trust.Reply reply = source.bindsWith(sink);
      if (busy) {
        assertThat(reply).isEqualTo(new Trust.BindFailed(BindReason.SOURCE_BUSY));
      }
    }

    /** People are patient here and read well: what they cannot do is read another screen's PIN. */
    private void aBindGoesOn(TrustWorld.Device device) {
      var bind = device.sessions.bind().orElseThrow();
      device.confirms(oneOf(List.of(ConfirmChoice.ALLOW_ONCE, ConfirmChoice.ALLOW_ALWAYS)));
      TrustWorld.Device sink = world.device(bind.request().peer());
      int shown =
          sink.sessions.bind().filter(b -> b.id().equals(bind.id())).map(b -> b.pin()).orElse(0);
      boolean typed = device.asked(new Trust.TypePin(bind.id(), shown)).equals(new Trust.Done());
      if (typed && shown != 0) {
        proven.add(device.identity + " " + sink.identity);
      }
    }

    private void aPersonActs(TrustWorld.Device device, TrustWorld.Device peer) {
      OsAccountId user = oneOf(List.copyOf(device.state.users().created()));
      if (die.nextInt(4) == 0 && peer != device) {
        device.sees(peer);
      } else if (die.nextInt(4) == 0) {
        logsIn(device, user, oneOf(ACCOUNTS));
      } else {
        device.asked(deed(user, peer));
      }
    }

    private Trust.Command deed(OsAccountId user, TrustWorld.Device peer) {
      return oneOf(
          List.of(
              new Trust.Logout(user),
              new Trust.ExpireToken(user),
              new Trust.Unbind(peer.identity, NOTES),
              new Trust.CreateUser(),
              new Trust.ActivateUser(user),
              new Trust.RemoveUser(user),
              new Trust.DeactivateUser(user),
              new Trust.AppUninstalled(user, NOTES, AppToken.UNKNOWN)));
    }

    private void logsIn(TrustWorld.Device device, OsAccountId user, AccountId account) {
      device.asked(new Trust.Login(user, account));
      device.state.loggedIn(user).ifPresent(now -> accounts.add(device.identity + " " + now));
    }

    private <T> T oneOf(List<T> all) {
      return all.get(die.nextInt(all.size()));
    }
  }
}
