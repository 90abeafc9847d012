package dev.trustring.device.call;

import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.profile.AppPackage;
import java.util.Optional;

/** Who makes a platform call: an app of a user, or a process of the system. */
public sealed interface Caller {

  /** The user on whose behalf the call is made. */
  UserId user();

  /** The name that reports print. */
  String shortForm();

  /** The token of a calling app; a process of the system is not asked for one. */
  Optional<TokenIdentity> token();

  /**
   * An app.
   *
   * @param instIndex 0 for the main instance, above 0 for a clone
   */
  record App(AppPackage contents, UserId user, int instIndex) implements Caller {

    /** What its token is known by. */
    public TokenIdentity identity() {
      return new TokenIdentity(contents.bundle(), user, instIndex);
    }

    @Override
    public Optional<TokenIdentity> token() {
      return Optional.of(identity());
    }

    @Override
    public String shortForm() {
      return contents.bundle().value();
    }
  }

  /** The settings app and its like: a system app that holds the sensitive permissions. */
  record Settings(UserId user) implements Caller {
    @Override
    public Optional<TokenIdentity> token() {
      return Optional.empty();
    }

    @Override
    public String shortForm() {
      return "settings";
    }
  }
}
