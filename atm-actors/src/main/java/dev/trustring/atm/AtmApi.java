package dev.trustring.atm;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.policy.UserPolicy.UserRestriction;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;
import java.util.Optional;

/**
 * A call of the permission API with who makes it; its parameters are as the caller gave them and
 * may be nonsense (access-token §4.3, §4.5).
 */
public sealed interface AtmApi extends Atm.Command {
  /** Who calls. */
  AtmCaller caller();

  /** The three faces of granting and revoking, which differ in what they check. */
  enum ChangeFace {
    /** grantUserGrantedPermission and revokeUserGrantedPermission. */
    USER_GRANTED,
    /** grantPermission and revokePermission, since API 21. */
    ANY_USERS,
    /** GrantPermission and RevokePermission of the inner kit. */
    INNER
  }

  /** The faces of listening. */
  enum ListenFace {
    /** on and off of permissionStateChange. */
    SYSTEM,
    /** on and off of selfPermissionStateChange. */
    SELF,
    /** The inner kit. */
    INNER
  }

  /** Grants or revokes (access-token §3.3). */
  record ChangePermission(
      AtmCaller caller,
      ChangeFace face,
      TokenRef token,
      String name,
      boolean grant,
      int flag,
      boolean killProcess)
      implements AtmApi {
    static ChangePermission of(Atm.Command.Grant asked) {
      return new ChangePermission(
          AtmCaller.SETTINGS,
          ChangeFace.USER_GRANTED,
          TokenRef.of(asked.identity()),
          asked.name().value(),
          true,
          asked.flag(),
          true);
    }

    static ChangePermission of(Atm.Command.Revoke asked) {
      return new ChangePermission(
          AtmCaller.SETTINGS,
          ChangeFace.USER_GRANTED,
          TokenRef.of(asked.identity()),
          asked.name().value(),
          false,
          asked.flag(),
          true);
    }
  }

  /** ClearUserGrantedPermissionState (access-token §3.3). */
  record ClearUserGranted(AtmCaller caller, TokenRef token) implements AtmApi {}

  /** The administrator's SetPermissionStatusWithPolicy; status 0 grants, -1 denies (§3.2). */
  record SetStatusWithPolicy(
      AtmCaller caller, TokenRef token, List<String> names, int status, int flag)
      implements AtmApi {
    public SetStatusWithPolicy {
      names = List.copyOf(names);
    }
  }

  /** GrantPermissionForSpecifiedTime (access-token §3.4). */
  record GrantForSeconds(AtmCaller caller, TokenRef token, String name, int seconds)
      implements AtmApi {}

  /** SetPermDialogCap; bans the dialogs of an app, or allows them again (access-token §3.5). */
  record SetDialogCap(AtmCaller caller, TokenIdentity app, boolean banned) implements AtmApi {}

  /** setPermissionRequestToggleStatus; 0 closes, 1 opens (access-token §3.7). */
  record SetToggle(AtmCaller caller, String name, int user, int status) implements AtmApi {}

  /** getPermissionRequestToggleStatus (access-token §3.7). */
  record GetToggle(AtmCaller caller, String name, int user) implements AtmApi {}

  /** getPermissionFlags (access-token §4.3). */
  record GetFlags(AtmCaller caller, TokenRef token, String name) implements AtmApi {}

  /** getVersion (access-token §4.3). */
  record GetVersion(AtmCaller caller) implements AtmApi {}

  /**
   * Verifies a permission (access-token §4.3).
   *
   * @param strict whether bad parameters are refused, and not just denied
   */
  record VerifyToken(AtmCaller caller, TokenRef token, String name, boolean strict)
      implements AtmApi {}

  /** Verifies a caller and the first of its chain of calls, if there is one (§4.5). */
  record VerifyBoth(AtmCaller caller, TokenRef direct, TokenRef first, String name)
      implements AtmApi {}

  /** Verifies several permissions of one token (access-token §4.5). */
  record VerifyList(AtmCaller caller, TokenRef token, List<String> names) implements AtmApi {
    public VerifyList {
      names = List.copyOf(names);
    }
  }

  /** GetReqPermissions: the system_grant ones, or all others (access-token §4.5). */
  record GetRequested(AtmCaller caller, TokenRef token, boolean systemGrant) implements AtmApi {}

  /** GetPermissionsStatus (access-token §4.5). */
  record GetStatuses(AtmCaller caller, TokenRef token, List<String> names) implements AtmApi {
    public GetStatuses {
      names = List.copyOf(names);
    }
  }

  /** getSelfPermissionStatus of the calling app (access-token §3.7). */
  record GetSelfStatus(AtmCaller.App caller, String name) implements AtmApi {}

  /** GetDefPermission (access-token §2.2). */
  record GetDefinition(AtmCaller caller, String name) implements AtmApi {}

  /**
   * DumpTokenInfo of one token, of one bundle, or of all (access-token §4.5).
   *
   * @param developerMode whether the device is in developer mode
   */
  record DumpTokens(
      AtmCaller caller, Optional<TokenRef> token, Optional<String> bundle, boolean developerMode)
      implements AtmApi {}

  /** Registers a listener (access-token §4.4). */
  record Listen(
      AtmCaller caller, ListenFace face, String callback, List<Integer> tokens, List<String> names)
      implements AtmApi {
    public Listen {
      tokens = List.copyOf(tokens);
      names = List.copyOf(names);
    }
  }

  /** Takes a listener, or all of a scope, back (access-token §4.4). */
  record StopListening(
      AtmCaller caller,
      ListenFace face,
      Optional<String> callback,
      List<Integer> tokens,
      List<String> names)
      implements AtmApi {
    public StopListening {
      tokens = List.copyOf(tokens);
      names = List.copyOf(names);
    }
  }

  /** SetUserPolicy (access-token §3.8). */
  record SetUserPolicy(AtmCaller caller, List<PolicyWish> wishes) implements AtmApi {
    /** One policy that is wished for. */
    public record PolicyWish(PermissionName name, boolean persistent, List<UserRestriction> users) {
      public PolicyWish {
        users = List.copyOf(users);
      }
    }

    public SetUserPolicy {
      wishes = List.copyOf(wishes);
    }
  }

  /** ClearUserPolicy (access-token §3.8). */
  record ClearUserPolicy(AtmCaller caller, List<PermissionName> names) implements AtmApi {
    public ClearUserPolicy {
      names = List.copyOf(names);
    }
  }

  /** Puts an app on the white list of a user policy, or takes it off (access-token §3.8). */
  record ChangeWhiteList(AtmCaller caller, PermissionName name, TokenRef token, boolean listed)
      implements AtmApi {}

  /**
   * requestPermissionOnSetting (access-token §3.7).
   *
   * @param context the app whose context was passed
   */
  record RequestOnSetting(AtmCaller.App caller, TokenIdentity context, List<PermissionName> names)
      implements AtmApi {
    public RequestOnSetting {
      names = List.copyOf(names);
    }
  }

  /** requestGlobalSwitch, with the platform's number of the switch (access-token §3.7). */
  record RequestSwitch(AtmCaller.App caller, int device) implements AtmApi {}

  /** The user, or Settings for them, moves a global switch (access-token §3.7). */
  record SetSwitch(AtmCaller caller, int device, boolean open) implements AtmApi {}
}
