package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.group.GroupCall;
import dev.trustring.trust.group.GroupError;
import dev.trustring.trust.group.GroupPlan;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ledger.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What processes of the system ask HiChain's group manager (trust-and-softbus §1.2). That the
 * queries are closed to apps too is our choice (unverified). The platform keeps further managers
 * and friends of a group and has no call for them; here they come with the group.
 */
final class GroupManagerCall implements PlatformCall {

  private static final Param USER =
      Param.optional("osAccountId", ParamType.INTEGER, "whose groups; the caller's if not given");
  private static final Param APP_ID =
      Param.required("appId", ParamType.TEXT, "the app or process for which it asks");
  private static final Param GROUP = Param.required("groupId", ParamType.TEXT, "the group");
  private static final Param DEVICE =
      Param.required("deviceId", ParamType.DEVICE, "the device that is meant");

  /** Who may make a call, and what may keep it from being carried out. */
  private record Terms(HiChainDoor door, List<GroupError> errors) {

    static Terms reading(GroupError... own) {
      List<GroupError> all = new ArrayList<>(List.of(own));
      all.add(GroupError.INVALID_PARAMS);
      all.add(GroupError.NOT_UNLOCKED);
      return new Terms(HiChainDoor.TO_ANY_PROCESS, all);
    }

    static Terms changing(GroupError... own) {
      List<GroupError> all = new ArrayList<>(reading(own).errors());
      all.add(GroupError.CROSS_USER);
      return new Terms(HiChainDoor.TO_GROUPS, all);
    }

    Terms behind(HiChainDoor other) {
      return new Terms(other, errors);
    }
  }

  private final CallSpec spec;
  private final HiChainDoor door;
  private final Function<Asked, GroupCall> maker;

  private GroupManagerCall(
      String name,
      String meaning,
      List<Param> params,
      Terms terms,
      Function<Asked, GroupCall> maker) {
    List<Failure> failures = new ArrayList<>(List.of(terms.door().closed()));
    terms
        .errors()
        .forEach(
            error -> failures.add(new Failure(Integer.toString(error.number()), error.text())));
    this.spec =
        new CallSpec(
            new CallName("DeviceGroupManager." + name),
            Stream.concat(Stream.of(USER, HiChainDoor.PROCESS, APP_ID), params.stream()).toList(),
            "the groups that it made, changed, gave up or found",
            failures,
            meaning);
    this.door = terms.door();
    this.maker = maker;
  }

  /** The arguments, whose types are right. */
  private record Asked(Arguments arguments) {

    String text(String name) {
      return arguments.text(name).orElse("");
    }

    long number(String name, long otherwise) {
      return arguments.number(name).orElse(otherwise);
    }

    String appId() {
      return text(APP_ID.name());
    }

    String group() {
      return text(GROUP.name());
    }

    Udid device() {
      return udid(text(DEVICE.name()));
    }

    List<Udid> devices() {
      return texts("deviceList").stream().map(Asked::udid).toList();
    }

    List<String> texts(String name) {
      return arguments.texts(name).orElse(List.of());
    }

    boolean flag(String name) {
      return arguments.flag(name, false).orElse(false);
    }

    private static Udid udid(String device) {
      return DeviceIdentity.of(new DeviceName(device)).udid();
    }
  }

  static List<PlatformCall> all() {
    return Stream.of(made(), members(), queries()).flatMap(List::stream).toList();
  }

  private static List<PlatformCall> made() {
    return List.of(
        new GroupManagerCall(
            "createGroup",
            "Makes a group of devices.",
            List.of(
                Param.required("groupType", ParamType.INTEGER, "1, 256 or 1282"),
                Param.optional("groupName", ParamType.TEXT, "of a group of type 256"),
                Param.optional("userId", ParamType.TEXT, "the account, for types 1 and 1282"),
                Param.optional("sharedUserId", ParamType.TEXT, "the other account, for 1282"),
                Param.optional("groupVisibility", ParamType.INTEGER, "-1 public, 0 private"),
                Param.optional("userType", ParamType.INTEGER, "0 accessory, 1 controller, 2 proxy"),
                Param.optional("expireTime", ParamType.INTEGER, "in days: -1, or 1 to 1095"),
                Param.optional("managers", ParamType.TEXTS, "app ids that may change it, too"),
                Param.optional("friends", ParamType.TEXTS, "app ids that may read it")),
            Terms.changing(
                GroupError.BEYOND_LIMIT, GroupError.GROUP_DUPLICATE, GroupError.GROUP_NOT_EXIST),
            asked ->
                new GroupCall.Create(
                    asked.appId(), plan(asked), asked.texts("managers"), asked.texts("friends"))),
        new GroupManagerCall(
            "deleteGroup",
            "Gives a group up, which only its owner may.",
            List.of(GROUP),
            Terms.changing(GroupError.ACCESS_DENIED, GroupError.GROUP_NOT_EXIST),
            asked -> new GroupCall.Disband(asked.appId(), asked.group())));
  }

  private static GroupPlan plan(Asked asked) {
    return new GroupPlan(
        asked.number("groupType", 0),
        asked.text("groupName"),
        asked.text("userId"),
        asked.text("sharedUserId"),
        asked.number("groupVisibility", Group.PUBLIC),
        asked.number("userType", 0),
        asked.number("expireTime", GroupPlan.DEFAULT_EXPIRE_DAYS));
  }

  private static List<PlatformCall> members() {
    Terms adding =
        Terms.changing(
            GroupError.ACCESS_DENIED, GroupError.BEYOND_LIMIT, GroupError.GROUP_NOT_EXIST);
    return List.of(
        new GroupManagerCall(
            "addMemberToGroup",
            "Makes an authenticated device a member of a group.",
            List.of(GROUP, DEVICE),
            adding,
            asked -> new GroupCall.Add(asked.appId(), asked.group(), List.of(asked.device()))),
        new GroupManagerCall(
            "addMultiMembersToGroup",
            "Makes all devices of the cloud's list members of an account's group.",
            List.of(GROUP, Param.required("deviceList", ParamType.DEVICES, "the devices")),
            adding.behind(HiChainDoor.TO_MANY),
            asked -> new GroupCall.Add(asked.appId(), asked.group(), asked.devices())),
        new GroupManagerCall(
            "deleteMemberFromGroup",
            "Takes a device out of a group, here alone: the other device is told nothing.",
            List.of(
                GROUP,
                DEVICE,
                Param.optional("isForceDelete", ParamType.BOOLEAN, "must be true for type 256"),
                Param.optional("isIgnoreChannel", ParamType.BOOLEAN, "must be true for type 256")),
            Terms.changing(
                GroupError.ACCESS_DENIED, GroupError.GROUP_NOT_EXIST, GroupError.DEVICE_NOT_EXIST),
            asked ->
                new GroupCall.Remove(
                    asked.appId(),
                    asked.group(),
                    asked.device(),
                    asked.flag("isForceDelete") && asked.flag("isIgnoreChannel"))));
  }

  private static List<PlatformCall> queries() {
    return List.of(
        new GroupManagerCall(
            "getGroupInfoById",
            "Tells of one group.",
            List.of(GROUP),
            Terms.reading(GroupError.ACCESS_DENIED, GroupError.GROUP_NOT_EXIST),
            asked -> new GroupCall.Find(asked.appId(), asked.group())),
        new GroupManagerCall(
            "getJoinedGroups",
            "Lists the groups that the app may read.",
            List.of(),
            Terms.reading(),
            asked -> new GroupCall.Joined(asked.appId())));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    door.pass(call, caller -> ask(call));
  }

  private void ask(RunningCall call) {
    Optional<OsAccountId> user = Legal.user(call, USER.name());
    boolean legal =
        AtmParams.misfit(call, spec.params()).isEmpty()
            && user.isPresent()
            && call.arguments().texts("deviceList").orElse(List.of()).stream()
                .allMatch(text -> Legal.id(text, DeviceName::new).isPresent());
    if (legal) {
      call.trust(
          new Trust.AskGroups(user.get(), maker.apply(new Asked(call.arguments()))),
          reply -> call.answer(outcome(reply)));
    } else {
      call.answer(refused(GroupError.INVALID_PARAMS));
    }
  }

  private static CallOutcome outcome(Trust.Reply reply) {
    if (reply instanceof Trust.GroupsRefused refused) {
      return refused(refused.error());
    }
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    ((Trust.GroupsTold) reply).groups().forEach(group -> groups.add(json(group)));
    return CallOutcome.of(groups);
  }

  private static CallOutcome refused(GroupError error) {
    return CallOutcome.failed(error.number(), error.name(), error.text());
  }

  private static ObjectNode json(Group group) {
    return Answer.object()
        .put("groupId", group.id())
        .put("groupType", group.type().number())
        .put("groupName", group.name())
        .put("groupOwner", group.owner())
        .put("groupVisibility", group.visibility())
        .put("userType", group.userType())
        .put("expireTime", group.expireDays())
        .put("members", group.members().size());
  }
}
