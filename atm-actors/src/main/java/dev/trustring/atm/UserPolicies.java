package dev.trustring.atm;

import dev.trustring.atm.AtmApi.SetUserPolicy.PolicyWish;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Blocks permissions for users of the device (access-token §3.8). Each app that a policy blocks has
 * bit 512. Token sync is not told. A list with one refused entry changes nothing (unverified).
 */
final class UserPolicies {
  private static final int PERMISSIONS_MAX = 200;
  private static final int USERS_MAX = 1024;
  private static final int WHITE_LIST_MAX = 1024;

  private UserPolicies() {}

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof AtmApi.SetUserPolicy set) {
      return answer(ground, () -> refusal(ground, set), () -> set(ground.state(), set));
    }
    if (call instanceof AtmApi.ClearUserPolicy clear) {
      return answer(ground, () -> refusal(ground, clear), () -> cleared(ground.state(), clear));
    }
    if (call instanceof AtmApi.ChangeWhiteList change) {
      return answer(ground, () -> refusal(ground, change), () -> listed(ground, change));
    }
    throw new AssertionError(call);
  }

  private interface Check {
    Optional<AtmRefusal> refusal();
  }

  private interface Work {
    List<Atm.Event> events();
  }

  private static Atm.Decision answer(Ground ground, Check check, Work work) {
    Optional<AtmRefusal> refusal = check.refusal();
    return refusal.isPresent()
        ? ground.refuse(refusal.get())
        : ground.done(work.events(), List.of(), new Atm.Reply.Changed());
  }

  private static Optional<AtmRefusal> refusal(Ground ground, AtmApi.SetUserPolicy call) {
    return Checks.first(
        List.of(
            () -> Checks.unless(isLegal(call.wishes().size()), AtmRefusal.BAD_LIST),
            () ->
                Checks.unless(
                    call.wishes().stream().allMatch(wish -> areLegal(wish.users().size())),
                    AtmRefusal.BAD_LIST),
            () -> ground.refusal(call.caller(), CallerRule.USER_POLICY),
            () ->
                call.wishes().stream()
                    .flatMap(wish -> refusal(ground, call.caller(), wish).stream())
                    .findFirst()));
  }

  private static Optional<AtmRefusal> refusal(Ground ground, AtmCaller caller, PolicyWish wish) {
    if (ground.inputs().catalogue().find(wish.name()).isEmpty()) {
      return Optional.of(AtmRefusal.UNDEFINED);
    }
    Optional<UserPolicy> old = ground.state().policy().userPolicy(wish.name());
    if (old.filter(policy -> !policy.setter().equals(caller.process())).isPresent()) {
      return Optional.of(AtmRefusal.POLICY_OF_ANOTHER);
    }
    return Checks.unless(
        old.filter(policy -> policy.persistent() != wish.persistent()).isEmpty(),
        AtmRefusal.POLICY_KEPT_OTHERWISE);
  }

  private static Optional<AtmRefusal> refusal(Ground ground, AtmApi.ClearUserPolicy call) {
    return Checks.first(
        List.of(
            () -> Checks.unless(isLegal(call.names().size()), AtmRefusal.BAD_LIST),
            () -> ground.refusal(call.caller(), CallerRule.USER_POLICY),
            () ->
                call.names().stream()
                    .flatMap(name -> notOwn(ground, call.caller(), name).stream())
                    .findFirst()));
  }

  private static Optional<AtmRefusal> notOwn(Ground ground, AtmCaller caller, PermissionName name) {
    Optional<UserPolicy> policy = ground.state().policy().userPolicy(name);
    if (policy.isEmpty()) {
      return Optional.of(AtmRefusal.NO_POLICY);
    }
    return Checks.unless(
        policy.get().setter().equals(caller.process()), AtmRefusal.POLICY_OF_ANOTHER);
  }

  private static Optional<AtmRefusal> refusal(Ground ground, AtmApi.ChangeWhiteList call) {
    return Checks.first(
        List.of(
            () -> Checks.notZero(call.token()),
            () -> ground.refusal(call.caller(), CallerRule.USER_POLICY),
            () -> Checks.ownAndKnown(ground, call.token()),
            () -> notOwn(ground, call.caller(), call.name()),
            () -> whiteListRefusal(ground, call)));
  }

  private static Optional<AtmRefusal> whiteListRefusal(Ground ground, AtmApi.ChangeWhiteList call) {
    UserPolicy policy = ground.state().policy().userPolicy(call.name()).orElseThrow();
    HapToken token = ground.token(call.token()).orElseThrow();
    boolean there = policy.whiteList().contains(token.tokenId());
    if (!policy.names(token.identity().user())) {
      return Optional.of(AtmRefusal.USER_NOT_LISTED);
    }
    if (there == call.listed()) {
      return Optional.of(there ? AtmRefusal.WHITE_LISTED : AtmRefusal.NOT_WHITE_LISTED);
    }
    return Checks.unless(
        !call.listed() || policy.whiteList().size() < WHITE_LIST_MAX, AtmRefusal.BAD_LIST);
  }

  private static boolean isLegal(int permissions) {
    return permissions >= 1 && permissions <= PERMISSIONS_MAX;
  }

  private static boolean areLegal(int users) {
    return users >= 1 && users <= USERS_MAX;
  }

  private static List<Atm.Event> set(AtmState before, AtmApi.SetUserPolicy call) {
    List<Atm.Event> events = new ArrayList<>();
    for (PolicyWish wish : call.wishes()) {
      AtmState now = Atm.evolve(before, events);
      UserPolicy old =
          now.policy()
              .userPolicy(wish.name())
              .orElseGet(
                  () ->
                      new UserPolicy(
                          wish.name(),
                          call.caller().process(),
                          wish.persistent(),
                          List.of(),
                          List.of()));
      events.addAll(changed(now, old.with(wish.users())));
    }
    return events;
  }

  private static List<Atm.Event> listed(Ground ground, AtmApi.ChangeWhiteList call) {
    UserPolicy old = ground.state().policy().userPolicy(call.name()).orElseThrow();
    HapToken token = ground.token(call.token()).orElseThrow();
    return changed(ground.state(), old.whiteListing(token.tokenId(), call.listed()));
  }

  private static List<Atm.Event> changed(AtmState before, UserPolicy policy) {
    if (before.policy().userPolicy(policy.name()).filter(policy::equals).isPresent()) {
      return List.of();
    }
    List<Atm.Event> events = new ArrayList<>();
    events.add(new PolicyEvent.UserPolicySet(policy));
    AtmState now = Atm.evolve(before, events);
    events.addAll(marks(now, policy.name()));
    return events;
  }

  private static List<Atm.Event> cleared(AtmState before, AtmApi.ClearUserPolicy call) {
    List<Atm.Event> events = new ArrayList<>();
    for (PermissionName name : call.names().stream().distinct().toList()) {
      events.addAll(cleared(Atm.evolve(before, events), name));
    }
    return events;
  }

  /** The events by which the policy for a permission goes. */
  static List<Atm.Event> cleared(AtmState before, PermissionName name) {
    List<Atm.Event> events = new ArrayList<>();
    events.add(new PolicyEvent.UserPolicyCleared(name));
    AtmState now = Atm.evolve(before, events);
    events.addAll(marks(now, name));
    return events;
  }

  /** What makes bit 512 of each app as the policy for this permission says. */
  private static List<Atm.Event> marks(AtmState state, PermissionName name) {
    return state.tokens().values().stream()
        .flatMap(token -> mark(state, token, name).stream())
        .toList();
  }

  /** What makes bit 512 of one permission of one app as the policies say; empty if it is so. */
  static Optional<Atm.Event> mark(AtmState state, HapToken token, PermissionName name) {
    boolean wanted = state.policy().restricts(token.identity(), token.tokenId(), name);
    return token
        .stateOf(name)
        .filter(held -> held.has(PermissionFlag.RESTRICTED_BY_ADMIN) != wanted)
        .map(
            held ->
                new Atm.Event.PermissionChanged(
                    token.identity(),
                    name,
                    held,
                    new GrantState(
                        held.granted(), held.flags() ^ PermissionFlag.RESTRICTED_BY_ADMIN)));
  }
}
