package dev.trustring.atm.install;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an installer says of an app's permissions, unchecked (access-token §1.5). Definitions of an
 * app's own are left out: the platform takes them and never uses them.
 *
 * @param apl 1, 2 or 3
 * @param permStateList the requested permissions; their order decides which refusal comes first
 * @param aclRequestedList names that the profile allows above the level
 * @param aclExtendedMap values of the permissions that come with one
 */
public record HapPolicyParams(
    int apl,
    String domain,
    List<RequestedState> permStateList,
    List<String> aclRequestedList,
    List<PreAuthorization> preAuthorizationInfo,
    SortedMap<String, String> aclExtendedMap,
    boolean isDebugGrant) {

  public HapPolicyParams {
    permStateList = List.copyOf(permStateList);
    aclRequestedList = List.copyOf(aclRequestedList);
    preAuthorizationInfo = List.copyOf(preAuthorizationInfo);
    aclExtendedMap = Collections.unmodifiableSortedMap(new TreeMap<>(aclExtendedMap));
  }

  /** An ordinary app that requests these names. */
  public static HapPolicyParams requesting(String... names) {
    return new HapPolicyParams(
        1,
        "domain",
        List.of(names).stream().map(RequestedState::of).toList(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        false);
  }

  /** The same at another level. */
  public HapPolicyParams withApl(int level) {
    return new HapPolicyParams(
        level,
        domain,
        permStateList,
        aclRequestedList,
        preAuthorizationInfo,
        aclExtendedMap,
        isDebugGrant);
  }

  /** The same with these states handed over. */
  public HapPolicyParams withStates(List<RequestedState> states) {
    return new HapPolicyParams(
        apl, domain, states, aclRequestedList, preAuthorizationInfo, aclExtendedMap, isDebugGrant);
  }

  /** The same with these given beforehand. */
  public HapPolicyParams withPreAuthorized(List<PreAuthorization> given) {
    return new HapPolicyParams(
        apl, domain, permStateList, aclRequestedList, given, aclExtendedMap, isDebugGrant);
  }

  /** The same with these values. */
  public HapPolicyParams withValues(SortedMap<String, String> values) {
    return new HapPolicyParams(
        apl, domain, permStateList, aclRequestedList, preAuthorizationInfo, values, isDebugGrant);
  }

  /** The same, granting to a debug app or not. */
  public HapPolicyParams withDebugGrant(boolean grant) {
    return new HapPolicyParams(
        apl, domain, permStateList, aclRequestedList, preAuthorizationInfo, aclExtendedMap, grant);
  }
}
