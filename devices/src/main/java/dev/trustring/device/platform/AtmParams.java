package dev.trustring.device.platform;

import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.identity.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of the AccessTokenManager's calls, and whether arguments are of their types. */
final class AtmParams {

  static final Param NAME =
      Param.required("permissionName", ParamType.TEXT, "the permission, by full name");
  static final Param NAMES =
      Param.required("permissionList", ParamType.TEXTS, "permissions by full name");
  static final Param FLAGS =
      Param.required(
          "permissionFlags", ParamType.INTEGER, "1 user set, 2 user fixed, 64 this time only");
  static final Param KILL =
      Param.optional(
          "killProcess", ParamType.BOOLEAN, "whether the app's process ends; true if not given");

  /** The platform takes a number; a scenario may name the app whose token is meant instead. */
  private static final Param TOKEN_ID =
      Param.optional("tokenID", ParamType.INTEGER, "the token id, unless app is given");

  private static final Param APP =
      Param.optional("app", ParamType.APP, "the app whose token is meant, of the caller's user");
  private static final Param INSTANCE =
      Param.optional("instIndex", ParamType.INTEGER, "which instance of app; 0 is the main one");

  /** A token, by its number or by its app. */
  static final List<Param> TOKEN = List.of(TOKEN_ID, APP, INSTANCE);

  private AtmParams() {}

  /** A token, then these. */
  static List<Param> ofToken(Param... others) {
    List<Param> all = new ArrayList<>(TOKEN);
    all.addAll(List.of(others));
    return all;
  }

  /** What is wrong with the arguments, if their types are, or the choice between two. */
  static Optional<String> misfit(RunningCall call, List<Param> params) {
    return misfit(call, call.arguments(), params);
  }

  private static Optional<String> misfit(
      RunningCall call, Arguments arguments, List<Param> params) {
    Optional<String> mistyped =
        params.stream()
            .filter(param -> !fits(call, arguments, param))
            .map(param -> param.name() + " is missing or not " + param.type().expectation())
            .findFirst();
    return mistyped.isPresent() || !params.contains(TOKEN_ID) || hasOneToken(arguments)
        ? mistyped
        : Optional.of("one of tokenID and app is needed");
  }

  private static boolean hasOneToken(Arguments arguments) {
    return arguments.find(TOKEN_ID.name()).isPresent() != arguments.find(APP.name()).isPresent();
  }

  private static boolean fits(RunningCall call, Arguments arguments, Param param) {
    String name = param.name();
    if (arguments.find(name).isEmpty()) {
      return !param.required();
    }
    return switch (param.type()) {
      case TEXT, DEVICE -> isText(arguments, param);
      case WORD -> arguments.text(name).filter(param.words()::contains).isPresent();
      case APP -> arguments.text(name).flatMap(call::market).isPresent();
      case INTEGER -> arguments.number(name).isPresent();
      case BOOLEAN -> arguments.flag(name, true).isPresent();
      case TEXTS, DEVICES -> arguments.texts(name).isPresent();
      case OBJECTS -> areObjects(call, arguments, param);
      case SCALAR, OBJECT, QUERY -> throw new AssertionError(param);
    };
  }

  private static boolean isText(Arguments arguments, Param param) {
    return arguments
        .text(param.name())
        .filter(
            text -> param.type() == ParamType.TEXT || Legal.id(text, DeviceName::new).isPresent())
        .isPresent();
  }

  private static boolean areObjects(RunningCall call, Arguments arguments, Param param) {
    return arguments
        .objects(param.name())
        .filter(all -> all.stream().allMatch(one -> misfit(call, one, param.fields()).isEmpty()))
        .isPresent();
  }
}
