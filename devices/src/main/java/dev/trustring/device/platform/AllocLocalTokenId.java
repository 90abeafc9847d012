package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;

/**
 * Makes an app of another device known here (access-token §5.2). On the platform its token id comes
 * along with a call of the app; a scenario names the app, and such a call is made up for it.
 */
final class AllocLocalTokenId implements PlatformCall {

  static final Param DEVICE =
      Param.optional("deviceId", ParamType.DEVICE, "the device on which the app is");
  static final Param APP =
      Param.optional("app", ParamType.APP, "the app, instead of the number of its token");

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("AccessTokenKit.AllocLocalTokenID"),
          List.of(
              DEVICE,
              Param.optional("remoteTokenID", ParamType.INTEGER, "the app's token id there"),
              APP),
          "the full token id here, or 0 for none; it never throws",
          List.of(),
          "Pulls the token of an app of another device, unless it is known already.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<DeviceName> peer = device(call);
    Optional<TokenId> remote = tokenId(call, "remoteTokenID");
    Optional<TokenIdentity> app = app(call);
    boolean known = peer.isPresent() && (remote.isPresent() || app.isPresent());
    if (call.caller() instanceof Caller.App || !known) {
      call.answer(CallOutcome.of(LongNode.valueOf(0)));
      return;
    }
    call.remote(
        new RemoteCall.Alloc(peer.get(), remote, app),
        id -> call.answer(CallOutcome.of(LongNode.valueOf(id))));
  }

  static Optional<DeviceName> device(RunningCall call) {
    return Legal.device(call.arguments(), "deviceId");
  }

  /** The main instance of the app, of the calling user. */
  static Optional<TokenIdentity> app(RunningCall call) {
    return call.arguments()
        .text("app")
        .flatMap(call::market)
        .map(found -> new TokenIdentity(found.bundle(), call.caller().user(), 0));
  }

  /** The lower half of a full id is the id. */
  static Optional<TokenId> tokenId(RunningCall call, String param) {
    return call.arguments().number(param).map(number -> new TokenId(number.intValue()));
  }
}
