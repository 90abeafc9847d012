package dev.trustring.device.platform;

import dev.trustring.atm.AtmApi;
import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.token.TokenId;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The calls on and off of permissionStateChange and selfPermissionStateChange (access-token §4.4).
 * What is heard shows in the trace of a run.
 */
final class PermissionListener implements PlatformCall {

  private static final String SYSTEM = "permissionStateChange";
  private static final String SELF = "selfPermissionStateChange";

  private static final Param TYPE =
      Param.word("type", false, List.of(SYSTEM, SELF), SYSTEM + " if not given");
  private static final Param TOKENS =
      new Param(
          "tokenIDList",
          ParamType.OBJECTS,
          false,
          List.of(),
          AtmParams.TOKEN,
          "whose permissions, for " + SYSTEM + "; none means all");
  private static final Param NAMES =
      Param.required("permissionList", ParamType.TEXTS, "permissions by full name; none means all");

  private final boolean on;
  private final CallSpec spec;

  private PermissionListener(boolean on, CallSpec spec) {
    this.on = on;
    this.spec = spec;
  }

  static PermissionListener on() {
    return new PermissionListener(
        true,
        AtmFace.JS.spec(
            "on",
            List.of(TYPE, TOKENS, NAMES, Callbacks.NAMED),
            "nothing",
            AtmFace.failing(
                AtmError.NOT_SYSTEM_APP,
                AtmError.PERMISSION_DENIED,
                AtmError.PARAM_INVALID,
                AtmError.INTERFACE_NOT_USED_TOGETHER,
                AtmError.CALLBACKS_EXCEED_LIMITATION),
            "Listens to changes of permissions, of other apps or of the caller's own."));
  }

  static PermissionListener off() {
    return new PermissionListener(
        false,
        AtmFace.JS.spec(
            "off",
            List.of(TYPE, TOKENS, NAMES, Callbacks.ANY),
            "nothing",
            AtmFace.failing(AtmError.PARAM_INVALID, AtmError.INTERFACE_NOT_USED_TOGETHER),
            "Listens to changes of permissions no longer."));
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> misfit = AtmParams.misfit(call, spec.params());
    if (misfit.isPresent()) {
      call.answer(AtmFace.JS.badArgument(misfit.get()));
    } else if (!new AtmAsked(call).text(TYPE.name()).equals(SELF)) {
      resolve(
          call,
          new ArrayList<>(new AtmAsked(call).objects(TOKENS.name())),
          new ArrayList<>(),
          tokens -> ask(call, ListenFace.SYSTEM, tokens));
    } else if (call.caller() instanceof Caller.App app) {
      new AtmAsked(call).tokenIdOf(app.identity(), own -> ask(call, ListenFace.SELF, List.of(own)));
    } else {
      ask(call, ListenFace.SELF, List.of());
    }
  }

  /** Finds one token after the other. */
  private static void resolve(
      RunningCall call, List<Arguments> left, List<TokenId> found, Consumer<List<TokenId>> then) {
    if (left.isEmpty()) {
      then.accept(found);
      return;
    }
    new AtmAsked(call, left.remove(0))
        .tokenId(
            token -> {
              found.add(token);
              resolve(call, left, found, then);
            });
  }

  private void ask(RunningCall call, ListenFace face, List<TokenId> ids) {
    AtmAsked asked = new AtmAsked(call);
    List<Integer> tokens = ids.stream().map(TokenId::value).toList();
    AtmApi command =
        on
            ? new AtmApi.Listen(asked.caller(), face, asked.text("callback"), tokens, asked.names())
            : new AtmApi.StopListening(
                asked.caller(), face, call.arguments().text("callback"), tokens, asked.names());
    AtmCall.ask(AtmFace.JS, call, command);
  }
}
