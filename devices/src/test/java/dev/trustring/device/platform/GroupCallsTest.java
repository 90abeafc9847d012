package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.Group;
import org.junit.jupiter.api.Test;

/** What calls of the group manager make of their arguments (trust-and-softbus §1.2). */
class GroupCallsTest {
  private final FakeDevice phone = aPhone();

  private String says(String call, String arguments) {
    return phone.call(SETTINGS, "DeviceGroupManager." + call, "{" + arguments + "}").shortForm();
  }

  private Group only() {
    return phone.trust().groups().of(OsAccountId.FIRST).get(0);
  }

  @Test
  void aGroupIsPublicOfAnAccessoryAndForNinetyDaysIfNobodySaysOtherwise() {
    says("createGroup", "appId: 'a', groupType: 256, groupName: 'home'");

    assertThat(only())
        .extracting(Group::visibility, Group::userType, Group::expireDays)
        .containsExactly(-1, 0, 90);
  }

  @Test
  void aManagerChangesAGroupAndAFriendReadsIt() {
    says(
        "createGroup",
        "appId: 'a', groupType: 256, groupName: 'home', groupVisibility: 0, managers: ['b'],"
            + " friends: ['c']");
    String named = ", groupId: '" + only().id() + "'";
    String tablet = named + ", deviceId: 'tablet'";

    assertThat(says("addMemberToGroup", "appId: 'b'" + tablet)).startsWith("[");
    assertThat(says("getGroupInfoById", "appId: 'c'" + named)).startsWith("[");
    assertThat(says("addMemberToGroup", "appId: 'c'" + tablet)).startsWith("20481");
    assertThat(says("getGroupInfoById", "appId: 'd'" + named)).startsWith("20481");
    assertThat(says("deleteGroup", "appId: 'b'" + named)).startsWith("20481");
  }
}
