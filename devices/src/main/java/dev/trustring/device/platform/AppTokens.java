package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.util.function.Consumer;

/** The token ids of the AccessTokenManager as access rows keep them. */
public final class AppTokens {

  private AppTokens() {}

  /** How to look up the token of the app that a bind is for. */
  public static Atm.Command.TokenOf ask(PkgName app, OsAccountId user) {
    return new Atm.Command.TokenOf(
        new TokenIdentity(new BundleName(app.value()), new UserId(user.value()), 0));
  }

  /** The token that was looked up, or none if no such app is installed. */
  public static AppToken of(Atm.Reply lookedUp) {
    return lookedUp instanceof Atm.Reply.TokenFound found
        ? of(found.token().tokenId())
        : AppToken.UNKNOWN;
  }

  /** Goes on with the token of whoever calls; a process of the system has none of an app. */
  static void ofCaller(RunningCall call, Consumer<AppToken> then) {
    if (call.caller() instanceof Caller.App app) {
      call.atm(new Atm.Command.TokenOf(app.identity()), reply -> then.accept(of(reply)));
    } else {
      then.accept(AppToken.UNKNOWN);
    }
  }

  static AppToken of(TokenId token) {
    return new AppToken(Integer.toUnsignedLong(token.value()));
  }
}
