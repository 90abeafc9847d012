package dev.trustring.atm.caller;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import java.util.List;

/** Who calls the AccessTokenManager (access-token §4.2). */
public sealed interface AtmCaller {
  /** The process that calls, as far as limits per process go. */
  String process();

  /** An app; what it is and holds is read from its own token. */
  record App(TokenIdentity identity) implements AtmCaller {
    @Override
    public String process() {
      return identity.toString();
    }
  }

  /**
   * A process of the system, which no API asks whether it is a system app.
   *
   * @param held the permissions in its list
   * @param root whether it runs as root on a build that is not for users
   */
  record Service(String name, List<PermissionName> held, boolean root) implements AtmCaller {
    public Service {
      held = List.copyOf(held);
    }

    @Override
    public String process() {
      return name;
    }
  }

  /** A preset app such as Settings or the permission dialog: a system app that holds everything. */
  record Preset(String name) implements AtmCaller {
    @Override
    public String process() {
      return name;
    }
  }

  /** The preset app that people change permissions with. */
  AtmCaller SETTINGS = new Preset("settings");
}
