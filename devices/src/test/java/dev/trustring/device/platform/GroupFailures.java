package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.call.Caller;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The failures of HiChain's group manager. */
final class GroupFailures {

  private static final String CREATE = "createGroup";
  private static final String ADD = "addMemberToGroup";
  private static final String ADD_ALL = "addMultiMembersToGroup";
  private static final String REMOVE = "deleteMemberFromGroup";
  private static final String FIND = "getGroupInfoById";
  private static final String JOINED = "getJoinedGroups";
  private static final String DISBAND = "deleteGroup";
  private static final String ALICE =
      "appId: 'a', groupType: 1, userId: 'alice', groupVisibility: 0";
  private static final String TABLET = ", deviceId: 'tablet'";
  private static final String FORCED = ", isForceDelete: true, isIgnoreChannel: true";

  private final List<Failures.Example> examples = new ArrayList<>();

  private GroupFailures() {}

  static List<Failures.Example> all() {
    GroupFailures failures = new GroupFailures();
    failures.everywhere();
    failures.whereSomethingChanges();
    failures.whereAGroupIsNamed();
    failures.ofLimits();
    return failures.examples;
  }

  /** A phone with a private group of alice that is owned by "a". */
  private static FakeDevice ofAlice() {
    FakeDevice phone = aPhone();
    phone.call(SETTINGS, "DeviceGroupManager." + CREATE, "{" + ALICE + "}");
    return phone;
  }

  private static String arguments(String call, String appId) {
    String group = "appId: '" + appId + "', groupId: 'alice'";
    return switch (call) {
      case CREATE -> ALICE;
      case ADD -> group + TABLET;
      case ADD_ALL -> group + ", deviceList: ['tablet']";
      case REMOVE -> group + TABLET + FORCED;
      case FIND, DISBAND -> group;
      case JOINED -> "appId: 'a'";
      default -> throw new AssertionError(call);
    };
  }

  private void everywhere() {
    for (String call : List.of(CREATE, ADD, ADD_ALL, REMOVE, FIND, JOINED, DISBAND)) {
      FakeDevice locked = aPhone().told(new Trust.SecureUser(OsAccountId.FIRST)).restarted();
      add(call, "2", aPhone(), SETTINGS, "");
      add(call, "12307", aPhone(), NOTES, arguments(call, "a"));
      add(call, "24587", locked, SETTINGS, arguments(call, "a"));
    }
  }

  private void whereSomethingChanges() {
    for (String call : List.of(CREATE, ADD, ADD_ALL, REMOVE, DISBAND)) {
      FakeDevice away =
          aPhone().told(new Trust.CreateUser()).told(new Trust.ActivateUser(new OsAccountId(101)));
      add(call, "20499", away, SETTINGS, arguments(call, "a"));
    }
  }

  private void whereAGroupIsNamed() {
    for (String call : List.of(ADD, ADD_ALL, REMOVE, FIND, DISBAND)) {
      add(call, "20481", ofAlice(), SETTINGS, arguments(call, "b"));
      add(call, "24583", aPhone(), SETTINGS, arguments(call, "a"));
    }
    add(REMOVE, "24584", ofAlice(), SETTINGS, arguments(REMOVE, "a"));
    add(CREATE, "24582", ofAlice(), SETTINGS, ALICE);
    String shared = "appId: 'a', groupType: 1282, userId: 'bob', sharedUserId: 'alice'";
    add(CREATE, "24583", ofAlice(), SETTINGS, shared);
  }

  private void ofLimits() {
    String devices =
        IntStream.rangeClosed(1, 101)
            .mapToObj(i -> "'d" + i + "'")
            .collect(Collectors.joining(","));
    add(
        ADD_ALL,
        "24578",
        ofAlice(),
        SETTINGS,
        arguments(ADD, "a") + ", deviceList: [" + devices + "]");
    FakeDevice full = ofAlice();
    for (int i = 1; i <= 100; i++) {
      String one = "{appId: 'a', groupId: 'alice', deviceId: 'd" + i + "'}";
      full.call(SETTINGS, "DeviceGroupManager." + ADD, one);
    }
    add(ADD, "24578", full, SETTINGS, arguments(ADD, "a"));
    FakeDevice many = aPhone();
    for (int i = 0; i < 100; i++) {
      String one = "{appId: 'a', groupType: 256, groupName: 'g" + i + "'}";
      many.call(SETTINGS, "DeviceGroupManager." + CREATE, one);
    }
    add(CREATE, "24578", many, SETTINGS, "appId: 'a', groupType: 256, groupName: 'one too many'");
  }

  private void add(String call, String listed, FakeDevice phone, Caller caller, String arguments) {
    String name = "DeviceGroupManager." + call;
    examples.add(
        new Failures.Example(name, listed, () -> phone.call(caller, name, "{" + arguments + "}")));
  }
}
