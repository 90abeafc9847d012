package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.identity.OsAccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The calls about the OS accounts of a device, with the permissions and codes of the platform's
 * reference. They do here what they mean for trust (trust-and-softbus §1.5, §7).
 */
final class OsAccountCall implements PlatformCall {

  private static final String ACROSS = "INTERACT_ACROSS_LOCAL_ACCOUNTS_EXTENSION";
  private static final String MANAGE = "MANAGE_LOCAL_ACCOUNTS";
  private static final String CONSTRAINTS = "constraints";
  private static final String TRANSMISSION = "constraint.distributed.transmission";
  private static final String OUTGOING = TRANSMISSION + ".outgoing";
  private static final List<Long> TYPES = List.of(0L, 1L, 2L, 1024L);
  private static final int NAME_MAX = 1024;

  private static final Param USER = Param.required("localId", ParamType.INTEGER, "the user");
  private static final Failure NOT_PERMITTED =
      new Failure("201", "the system app lacks the permission");
  private static final Failure BAD_VALUE =
      new Failure("12300002", "a value is not one of the platform's");
  private static final Failure NO_SUCH_USER = new Failure("12300003", "there is no such user");
  private static final Failure RESTRICTED =
      new Failure("12300008", "this is not for the system user or the first one");

  /** Makes the command of a call; none if a value is illegal. */
  private interface Maker extends Function<RunningCall, Optional<Trust.Command>> {}

  private final CallSpec spec;
  private final PermissionName needed;
  private final Maker maker;

  private OsAccountCall(CallSpec spec, String needed, Maker maker) {
    this.spec = spec;
    this.needed = PermissionName.of(needed);
    this.maker = maker;
  }

  static List<PlatformCall> all() {
    return Stream.concat(accounts(), Stream.concat(constraints(), unlocking())).toList();
  }

  private static Stream<PlatformCall> accounts() {
    return Stream.of(
        new OsAccountCall(
            spec(
                "osAccount.createOsAccount",
                List.of(
                    Param.required("localName", ParamType.TEXT, "its name"),
                    Param.required(
                        "type", ParamType.INTEGER, "0 admin, 1 normal, 2 guest, 1024 private")),
                List.of(BAD_VALUE),
                "Creates a user, who is not in front yet."),
            MANAGE,
            OsAccountCall::create),
        ofUser(
            "osAccount.activateOsAccount",
            ACROSS,
            List.of(NO_SUCH_USER, RESTRICTED),
            "Brings a user to the front.",
            Trust.ActivateUser::new),
        ofUser(
            "osAccount.deactivateOsAccount",
            ACROSS,
            List.of(NO_SUCH_USER, RESTRICTED),
            "Stops a user; the first one comes to the front if that one was there.",
            Trust.DeactivateUser::new),
        ofUser(
            "osAccount.removeOsAccount",
            MANAGE,
            List.of(NO_SUCH_USER, RESTRICTED),
            "Removes a user with all that user has.",
            Trust.RemoveUser::new));
  }

  private static Stream<PlatformCall> constraints() {
    return Stream.of(
        new OsAccountCall(
            spec(
                "osAccount.setOsAccountConstraints",
                List.of(
                    USER,
                    Param.required(
                        CONSTRAINTS,
                        ParamType.TEXTS,
                        TRANSMISSION + " or " + OUTGOING + "; one of the two"),
                    Param.required("enable", ParamType.BOOLEAN, "whether it holds from now on")),
                List.of(BAD_VALUE, NO_SUCH_USER),
                "Forbids a user something, or allows it again."),
            MANAGE,
            OsAccountCall::constrain));
  }

  /** A user with a lock screen credential cannot be read after boot until it was shown (§1.2). */
  private static Stream<PlatformCall> unlocking() {
    return Stream.of(
        ofUser(
            "UserIdentityManager.addCredential",
            "MANAGE_USER_IDM",
            List.of(NO_SUCH_USER),
            "Gives a user a credential for the lock screen.",
            Trust.SecureUser::new),
        ofUser(
            "UserAuth.authUser",
            "ACCESS_USER_AUTH_INTERNAL",
            List.of(NO_SUCH_USER),
            "A user shows the credential, which unlocks what hangs on it until the next boot.",
            Trust.UnlockUser::new));
  }

  private static OsAccountCall ofUser(
      String name,
      String needed,
      List<Failure> failures,
      String meaning,
      Function<OsAccountId, Trust.Command> maker) {
    return new OsAccountCall(
        spec(name, List.of(USER), failures, meaning), needed, call -> user(call).map(maker));
  }

  private static CallSpec spec(String name, List<Param> params, List<Failure> own, String meaning) {
    List<Failure> failures =
        new ArrayList<>(
            List.of(
                Answer.BAD_ARGUMENT, Install.NO_SYSTEM_APP, NOT_PERMITTED, Answer.NOT_INSTALLED));
    failures.addAll(own);
    String returns = name.endsWith("createOsAccount") ? "{localId}" : "nothing";
    return new CallSpec(new CallName(name), params, returns, failures, meaning);
  }

  private static Optional<Trust.Command> create(RunningCall call) {
    String name = call.arguments().text("localName").orElse("");
    boolean legal =
        !name.isEmpty()
            && name.length() <= NAME_MAX
            && call.arguments().number("type").filter(TYPES::contains).isPresent();
    return legal ? Optional.of(new Trust.CreateUser()) : Optional.empty();
  }

  private static Optional<Trust.Command> constrain(RunningCall call) {
    List<String> named = call.arguments().texts(CONSTRAINTS).orElse(List.of());
    boolean on = call.arguments().flag("enable", false).orElse(false);
    if (named.equals(List.of(TRANSMISSION))) {
      return user(call).map(user -> new Trust.ConstrainUser(user, on));
    }
    return named.equals(List.of(OUTGOING))
        ? user(call).map(user -> new Trust.HoldUserBack(user, on))
        : Optional.empty();
  }

  /** A number that no user can have is that of nobody. */
  private static Optional<OsAccountId> user(RunningCall call) {
    long number = call.arguments().number(USER.name()).orElseThrow();
    boolean possible = number >= 0 && number <= Integer.MAX_VALUE;
    return Optional.of(new OsAccountId(possible ? (int) number : Integer.MAX_VALUE));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Apps.whenSystemAppHolds(
        call,
        needed,
        () ->
            AtmParams.misfit(call, spec.params())
                .ifPresentOrElse(
                    misfit -> call.answer(Answer.badArgument(misfit)), () -> ask(call)));
  }

  private void ask(RunningCall call) {
    maker
        .apply(call)
        .ifPresentOrElse(
            command -> call.trust(command, reply -> call.answer(outcome(reply))),
            () ->
                call.answer(
                    CallOutcome.failed(
                        12300002, "INVALID_PARAMETER", "a value is not one of the platform's")));
  }

  private static CallOutcome outcome(Trust.Reply reply) {
    if (reply instanceof Trust.Refused refused) {
      return CallOutcome.failed(
          refused.reason().number(), refused.reason().name(), refused.reason().text());
    }
    JsonNode value =
        reply instanceof Trust.UserCreated created
            ? Answer.object().put("localId", created.user().value())
            : NullNode.getInstance();
    return CallOutcome.of(value);
  }
}
