package dev.trustring.atm;

import dev.trustring.atm.AtmApi.ChangePermission;

/** Takes each call of the permission API to the rules that decide it. */
final class ApiCalls {
  private ApiCalls() {}

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof ChangePermission change) {
      return PermissionChanges.decide(ground, change);
    }
    if (call instanceof AtmApi.ClearUserGranted clear) {
      return UserChoices.clear(ground, clear);
    }
    if (call instanceof AtmApi.SetStatusWithPolicy admin) {
      return AdminPolicy.decide(ground, admin);
    }
    if (call instanceof AtmApi.GrantForSeconds grant) {
      return ShortGrants.decide(ground, grant);
    }
    if (call instanceof AtmApi.Listen || call instanceof AtmApi.StopListening) {
      return Listening.decide(ground, call);
    }
    return beyondGrants(ground, call);
  }

  private static Atm.Decision beyondGrants(Ground ground, AtmApi call) {
    if (call instanceof AtmApi.SetDialogCap
        || call instanceof AtmApi.SetToggle
        || call instanceof AtmApi.GetToggle
        || call instanceof AtmApi.SetSwitch) {
      return DeviceSettings.decide(ground, call);
    }
    if (call instanceof AtmApi.SetUserPolicy
        || call instanceof AtmApi.ClearUserPolicy
        || call instanceof AtmApi.ChangeWhiteList) {
      return UserPolicies.decide(ground, call);
    }
    if (call instanceof AtmApi.RequestOnSetting request) {
      return Sheets.permissions(ground, request);
    }
    if (call instanceof AtmApi.RequestSwitch request) {
      return Sheets.device(ground, request);
    }
    return Questions.decide(ground, call);
  }
}
