package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.group.GroupCall;
import dev.trustring.trust.group.GroupError;
import dev.trustring.trust.group.GroupPlan;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HiChain's groups (trust-and-softbus §1.2, §3.4). */
class GroupTest {
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final OsAccountId BEN = new OsAccountId(101);

  private final TrustWorld world = new TrustWorld();
  private final TrustWorld.Device phone = world.device("phone");
  private final TrustWorld.Device tablet = world.device("tablet");
  private final Udid ofTablet = tablet.identity.udid();

  private static GroupPlan peerToPeer(String name) {
    return new GroupPlan(256, name, "", "", -1, 0, 90);
  }

  private static GroupPlan ofAccount(String account) {
    return new GroupPlan(1, "", account, "", 0, 0, -1);
  }

  private static GroupPlan across(String account, String other) {
    return new GroupPlan(1282, "", account, other, -1, 0, 90);
  }

  private Trust.Reply asks(GroupCall call) {
    return phone.asked(new Trust.AskGroups(ANN, call));
  }

  private Group creates(GroupPlan plan) {
    return ((Trust.GroupsTold) asks(new GroupCall.Create("app", plan))).groups().get(0);
  }

  private static GroupPlan closed() {
    return new GroupPlan(256, "home", "", "", 0, 0, 90);
  }

  private Group creates(GroupPlan plan, List<String> managers, List<String> friends) {
    GroupCall call = new GroupCall.Create("app", plan, managers, friends);
    return ((Trust.GroupsTold) asks(call)).groups().get(0);
  }

  @Test
  void refusesNamesOfManagersAndFriendsThatAreTooLong() {
    List<String> tooLong = List.of("x".repeat(257));

    assertThat(asks(new GroupCall.Create("app", closed(), tooLong, List.of())))
        .isEqualTo(refused(GroupError.INVALID_PARAMS));
    assertThat(asks(new GroupCall.Create("app", closed(), List.of(), tooLong)))
        .isEqualTo(refused(GroupError.INVALID_PARAMS));
  }

  private Trust.Reply adds(Group group, Udid... devices) {
    return asks(new GroupCall.Add("app", group.id(), List.of(devices)));
  }

  private Trust.Reply removes(Group group, Udid device, boolean forced) {
    return asks(new GroupCall.Remove("app", group.id(), device, forced));
  }

  private static Trust.Reply refused(GroupError error) {
    return new Trust.GroupsRefused(error);
  }

  private List<String> news() {
    return phone.all(TrustEffect.GroupNews.class).stream()
        .map(TrustEffect.GroupNews::event)
        .toList();
  }

  @Test
  void namesGroupsByWhatTheyRestOn() {
    String upper = Sha256.hex("home|app").toUpperCase(Locale.ROOT);

    assertThat(creates(peerToPeer("home")).id()).isEqualTo(upper);
    assertThat(creates(ofAccount("alice")).id()).isEqualTo("alice");
    creates(ofAccount("bob"));
    String one = creates(across("alice", "bob")).id();
    assertThat(asks(new GroupCall.Create("app", across("bob", "alice"))))
        .as("both sides come to one id")
        .isEqualTo(refused(GroupError.GROUP_DUPLICATE));
    assertThat(one).isEqualTo(Sha256.hex("alice|bob").toUpperCase(Locale.ROOT));
  }

  static Stream<Arguments> plans() {
    return Stream.of(
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 0, 90), true),
        Arguments.of(new GroupPlan(256, "home", "", "", 0, 2, -1), true),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 1, 1), true),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 1, 1095), true),
        Arguments.of(new GroupPlan(256, "x".repeat(256), "", "", -1, 0, 90), true),
        Arguments.of(new GroupPlan(256, "x".repeat(257), "", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(1, "", "x".repeat(256), "", -1, 0, 90), true),
        Arguments.of(new GroupPlan(1, "", "x".repeat(257), "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(1, "x".repeat(257), "alice", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(256, "home", "", "", 1, 0, 90), false),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 3, 90), false),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, -1, 90), false),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 0, 0), false),
        Arguments.of(new GroupPlan(256, "home", "", "", -1, 0, 1096), false),
        Arguments.of(new GroupPlan(256, "", "", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(0, "home", "", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(512, "home", "", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(1, "", "", "", -1, 0, 90), false),
        Arguments.of(new GroupPlan(1282, "", "alice", "alice", -1, 0, 90), false),
        Arguments.of(new GroupPlan(1282, "", "alice", "", -1, 0, 90), false));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void refusesValuesOutOfTheirLimits(GroupPlan plan, boolean legal) {
    Trust.Reply reply = asks(new GroupCall.Create("app", plan));

    assertThat(reply instanceof Trust.GroupsTold).isEqualTo(legal);
    assertThat(legal || reply.equals(refused(GroupError.INVALID_PARAMS))).isTrue();
  }

  @Test
  void callsASecondGroupOfOneNameAndOwnerAWrongParameter() {
    creates(peerToPeer("home"));

    assertThat(asks(new GroupCall.Create("app", peerToPeer("home"))))
        .isEqualTo(refused(GroupError.INVALID_PARAMS));
    assertThat(asks(new GroupCall.Create("other", peerToPeer("home"))))
        .isInstanceOf(Trust.GroupsTold.class);
  }

  @Test
  void countsGroupsByOwner() {
    IntStream.range(0, 100).forEach(i -> creates(peerToPeer("g" + i)));

    assertThat(asks(new GroupCall.Create("app", peerToPeer("more"))))
        .isEqualTo(refused(GroupError.BEYOND_LIMIT));
    assertThat(asks(new GroupCall.Create("other", peerToPeer("more"))))
        .isInstanceOf(Trust.GroupsTold.class);
  }

  @Test
  void takesAHundredDevicesBesideThisOne() {
    Group group = creates(ofAccount("alice"));
    Udid[] hundred =
        IntStream.range(0, 100)
            .mapToObj(i -> new Udid(Sha256.hex("device" + i)))
            .toArray(Udid[]::new);

    assertThat(adds(group, hundred)).isInstanceOf(Trust.GroupsTold.class);
    assertThat(adds(group, ofTablet)).isEqualTo(refused(GroupError.BEYOND_LIMIT));
    assertThat(adds(group, hundred[0])).isInstanceOf(Trust.GroupsTold.class);
  }

  @Test
  void needsTheGroupOfTheFirstAccountForOneAcrossAccounts() {
    assertThat(asks(new GroupCall.Create("app", across("alice", "bob"))))
        .isEqualTo(refused(GroupError.GROUP_NOT_EXIST));
  }

  @Test
  void givesUpTheGroupsAcrossAccountsWithThatOfTheAccount() {
    Group alice = creates(ofAccount("alice"));
    creates(across("alice", "bob"));
    Group home = creates(peerToPeer("home"));

    asks(new GroupCall.Disband("app", alice.id()));

    assertThat(phone.state.groups().of(ANN)).containsExactly(home);
  }

  @Test
  void aLogoutGivesUpTheGroupsOfTheAccount() {
    phone.logsIn(ALICE);
    creates(ofAccount("alice"));
    creates(across("alice", "bob"));
    Group bob = creates(ofAccount("bob"));

    phone.logsOut();

    assertThat(phone.state.groups().of(ANN)).containsExactly(bob);
  }

  @Test
  void onlyTheOwnerGivesAGroupUpAndOnlyReadersReadIt() {
    Group open = creates(peerToPeer("home"));
    Group closed = creates(ofAccount("alice"));

    assertThat(asks(new GroupCall.Disband("other", open.id())))
        .isEqualTo(refused(GroupError.ACCESS_DENIED));
    assertThat(asks(new GroupCall.Find("other", open.id())))
        .isEqualTo(new Trust.GroupsTold(List.of(open)));
    assertThat(asks(new GroupCall.Find("other", closed.id())))
        .isEqualTo(refused(GroupError.ACCESS_DENIED));
    assertThat(asks(new GroupCall.Find("app", "none")))
        .isEqualTo(refused(GroupError.GROUP_NOT_EXIST));
    assertThat(asks(new GroupCall.Joined("other"))).isEqualTo(new Trust.GroupsTold(List.of(open)));
  }

  @Test
  void aFriendReadsAndDoesNothingElse() {
    Group group = creates(closed(), List.of(), List.of("friend"));
    adds(group, ofTablet);

    assertThat(asks(new GroupCall.Find("friend", group.id()))).isInstanceOf(Trust.GroupsTold.class);
    assertThat(asks(new GroupCall.Joined("friend"))).isInstanceOf(Trust.GroupsTold.class);
    assertThat(asks(new GroupCall.Find("stranger", group.id())))
        .isEqualTo(refused(GroupError.ACCESS_DENIED));
    for (GroupCall call :
        List.of(
            new GroupCall.Add("friend", group.id(), List.of(ofTablet)),
            new GroupCall.Remove("friend", group.id(), ofTablet, true),
            new GroupCall.Disband("friend", group.id()))) {
      assertThat(asks(call)).isEqualTo(refused(GroupError.ACCESS_DENIED));
    }
  }

  @Test
  void aManagerChangesTheMembersAndOnlyTheOwnerGivesUp() {
    Group group = creates(closed(), List.of("second"), List.of());

    assertThat(group.managers()).containsExactly("app", "second");
    assertThat(asks(new GroupCall.Add("second", group.id(), List.of(ofTablet))))
        .isInstanceOf(Trust.GroupsTold.class);
    assertThat(asks(new GroupCall.Remove("second", group.id(), ofTablet, true)))
        .isInstanceOf(Trust.GroupsTold.class);
    assertThat(asks(new GroupCall.Disband("second", group.id())))
        .isEqualTo(refused(GroupError.ACCESS_DENIED));
    assertThat(asks(new GroupCall.Disband("app", group.id()))).isInstanceOf(Trust.GroupsTold.class);
  }

  @Test
  void aGroupIsOlderThanItsDaysAndStaysAllTheSame() {
    Group group = creates(new GroupPlan(256, "home", "", "", -1, 0, 1));

    world.now = world.now.plus(Duration.ofDays(2));

    assertThat(adds(group, ofTablet)).isInstanceOf(Trust.GroupsTold.class);
    assertThat(phone.state.groups().of(ANN).get(0).expireDays()).isEqualTo(1);
  }

  @Test
  void tellsOfAMemberEachTimeItIsAdded() {
    Group group = creates(peerToPeer("home"));

    adds(group, ofTablet);
    adds(group, ofTablet);

    assertThat(news()).containsExactly("onDeviceBound", "onDeviceBound");
    assertThat(phone.state.groups().of(ANN).get(0).members())
        .containsExactly(phone.identity.udid(), ofTablet);
  }

  @Test
  void removesAMemberHereAloneAndOnlyByForce() {
    Group group = creates(peerToPeer("home"));
    adds(group, ofTablet);

    assertThat(removes(group, ofTablet, false)).isEqualTo(refused(GroupError.INVALID_PARAMS));
    assertThat(removes(group, ofTablet, true)).isInstanceOf(Trust.GroupsTold.class);
    assertThat(removes(group, ofTablet, true)).isEqualTo(refused(GroupError.DEVICE_NOT_EXIST));
    assertThat(world.table).isEmpty();
  }

  @Test
  void takesADeviceOutOfAnAccountButNeverItself() {
    Group group = creates(ofAccount("alice"));
    adds(group, ofTablet);

    assertThat(removes(group, phone.identity.udid(), true))
        .isEqualTo(refused(GroupError.INVALID_PARAMS));
    assertThat(removes(group, ofTablet, false)).isInstanceOf(Trust.GroupsTold.class);
  }

  @Test
  void aDeviceInNoGroupAnyMoreIsNotTrustedAndLosesItsRows() {
    world.bind(phone, tablet);
    Group home = creates(peerToPeer("home"));
    Group work = creates(peerToPeer("work"));
    adds(home, ofTablet);
    adds(work, ofTablet);

    removes(home, ofTablet, true);
    boolean kept = phone.hasBond();
    asks(new GroupCall.Disband("app", work.id()));

    assertThat(kept).isTrue();
    assertThat(phone.hasNothing()).isTrue();
    assertThat(news().subList(2, 5))
        .containsExactly("onDeviceUnBound", "onDeviceUnBound", "onDeviceNotTrusted");
  }

  @Test
  void saysYesAtOnceForDevicesOfOnePeerToPeerGroup() {
    adds(creates(peerToPeer("home")), ofTablet);

    assertThat(phone.access(tablet, NOTES).access().reason()).isEqualTo(AccessReason.COMMON_GROUP);
    assertThat(phone.mayTalkTo(tablet, NOTES)).isTrue();
    assertThat(tablet.mayTalkTo(phone, NOTES)).isFalse();
  }

  @Test
  void keepsTheGroupsOfEachUserApart() {
    creates(peerToPeer("home"));
    phone.asked(new Trust.CreateUser());
    phone.asked(new Trust.ActivateUser(BEN));

    phone.asked(new Trust.AskGroups(BEN, new GroupCall.Create("app", peerToPeer("home"))));
    Trust.Reply ofAnn = asks(new GroupCall.Create("app", peerToPeer("more")));
    Trust.Reply read = asks(new GroupCall.Joined("app"));
    phone.asked(new Trust.RemoveUser(BEN));

    assertThat(ofAnn).isEqualTo(refused(GroupError.CROSS_USER));
    assertThat(read).isInstanceOf(Trust.GroupsTold.class);
    assertThat(phone.state.groups().of(BEN)).isEmpty();
    assertThat(phone.state.groups().of(ANN)).hasSize(1);
  }

  @Test
  void readsNothingBeforeTheFirstUnlock() {
    creates(peerToPeer("home"));
    phone.asked(new Trust.SecureUser(ANN));
    phone.crashes();
    Trust.Reply locked = asks(new GroupCall.Joined("app"));

    phone.asked(new Trust.UnlockUser(ANN));

    assertThat(locked).isEqualTo(refused(GroupError.NOT_UNLOCKED));
    assertThat(asks(new GroupCall.Joined("app"))).isInstanceOf(Trust.GroupsTold.class);
  }
}
