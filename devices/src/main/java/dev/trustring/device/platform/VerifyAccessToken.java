package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.LongNode;
import dev.trustring.atm.Atm;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RemoteCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether the app with a token id holds a permission, be it an app of this device or one of
 * another that is known here (access-token §4.5, §5.7). Whatever is wrong is a denial.
 */
final class VerifyAccessToken implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("AccessTokenKit.VerifyAccessToken"),
          List.of(
              Param.optional("tokenID", ParamType.INTEGER, "the token id, local or mapped"),
              AllocLocalTokenId.DEVICE,
              AllocLocalTokenId.APP,
              Param.required("permissionName", ParamType.TEXT, "the permission, by full name")),
          "0 when granted, -1 when not",
          List.of(),
          "Tells whether an app of this device, or a known one of another, holds a permission.");

  private static final long DENIED = -1;

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Optional<PermissionName> name =
        call.arguments()
            .text("permissionName")
            .flatMap(text -> Legal.id(text, PermissionName::new));
    Optional<TokenId> token =
        AllocLocalTokenId.tokenId(call, "tokenID").filter(id -> id.value() != 0);
    Optional<RemoteCall.RemoteApp> app =
        AllocLocalTokenId.device(call)
            .flatMap(
                peer ->
                    AllocLocalTokenId.app(call)
                        .map(identity -> new RemoteCall.RemoteApp(peer, identity)));
    if (name.isEmpty() || (token.isEmpty() && app.isEmpty())) {
      answer(call, DENIED);
    } else if (token.isEmpty()) {
      remote(call, new RemoteCall.Verify(token, app, name.get()));
    } else {
      call.atm(
          new Atm.Command.TokenById(token.get()),
          reply -> {
            if (reply instanceof Atm.Reply.TokenFound found) {
              local(call, found.token(), name.get());
            } else {
              remote(call, new RemoteCall.Verify(token, Optional.empty(), name.get()));
            }
          });
    }
  }

  private static void local(RunningCall call, HapToken token, PermissionName name) {
    call.atm(
        new Atm.Command.Verify(token.identity(), name),
        reply -> answer(call, ((Atm.Reply.Verified) reply).permission().granted() ? 0 : DENIED));
  }

  private static void remote(RunningCall call, RemoteCall verify) {
    call.remote(verify, result -> answer(call, result));
  }

  private static void answer(RunningCall call, long result) {
    call.answer(CallOutcome.of(LongNode.valueOf(result)));
  }
}
