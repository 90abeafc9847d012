package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.kit.Kit;
import dev.trustring.atm.kit.KitChange;
import dev.trustring.atm.kit.KitDefinition;
import dev.trustring.atm.kit.KitState;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** The calls of the permission kit of OpenHarmony 3.0 (access-token §6.1). */
final class KitCall implements PlatformCall {

  private static final Param BUNDLE = Param.required("bundleName", ParamType.TEXT, "the app");
  private static final Param NAME =
      Param.required("permissionName", ParamType.TEXT, "the permission, by full name");
  private static final Param USER = Param.required("userId", ParamType.INTEGER, "the user");
  private static final Param NAMES =
      Param.required("permList", ParamType.TEXTS, "permissions, by full name");
  private static final Param DEFINITIONS =
      Param.objects(
          "permList",
          List.of(
              Param.required("permissionName", ParamType.TEXT, "its full name"),
              Param.required("bundleName", ParamType.TEXT, "the app that defines it"),
              Param.required("grantMode", ParamType.INTEGER, "0 user, 1 system"),
              Param.required(
                  "availableScope", ParamType.INTEGER, "1 all, 2 same signature, 4 restricted")),
          "what is defined");

  private final CallSpec spec;
  private final Function<Asked, Optional<KitChange>> change;
  private final BiFunction<KitState, Asked, JsonNode> answer;

  private KitCall(
      CallSpec spec,
      Function<Asked, Optional<KitChange>> change,
      BiFunction<KitState, Asked, JsonNode> answer) {
    this.spec = spec;
    this.change = change;
    this.answer = answer;
  }

  /** The arguments; what is missing is taken for what no check lets pass. */
  private record Asked(Arguments arguments) {

    String bundle() {
      return arguments.text("bundleName").orElse("");
    }

    String name() {
      return arguments.text("permissionName").orElse("");
    }

    int user() {
      return number("userId");
    }

    int number(String param) {
      return arguments
          .number(param)
          .filter(number -> number == number.intValue())
          .map(Long::intValue)
          .orElse(-1);
    }

    List<String> names() {
      return arguments.texts("permList").orElse(List.of());
    }

    List<KitDefinition> definitions() {
      return arguments.objects("permList").orElse(List.of()).stream()
          .map(Asked::new)
          .map(
              one ->
                  new KitDefinition(
                      one.name(),
                      one.bundle(),
                      one.number("grantMode"),
                      one.number("availableScope")))
          .toList();
    }
  }

  /** All of them. */
  static List<PlatformCall> all() {
    return Stream.of(questions(), grants(), requests()).flatMap(List::stream).toList();
  }

  private static List<PlatformCall> questions() {
    return List.of(
        question(
            "VerifyPermission",
            List.of(BUNDLE, NAME, USER),
            "Tells whether an app of a user holds a permission: 0, or -1.",
            (state, asked) ->
                IntNode.valueOf(Kit.verify(state, asked.bundle(), asked.name(), asked.user()))),
        question(
            "CanRequestPermission",
            List.of(BUNDLE, NAME, USER),
            "Tells whether a dialog may ask for a permission.",
            (state, asked) ->
                BooleanNode.valueOf(
                    Kit.canRequest(state, asked.bundle(), asked.name(), asked.user()))),
        question(
            "GetDefPermission",
            List.of(NAME),
            "Tells whether a permission is defined: 0, or -1.",
            (state, asked) ->
                IntNode.valueOf(Kit.definition(state, asked.name()).isPresent() ? 0 : -1)));
  }

  private static List<PlatformCall> grants() {
    return List.of(
        change(
            "GrantUserGrantedPermission",
            List.of(BUNDLE, NAME, USER),
            asked ->
                new KitChange.GrantUserGrantedPermission(
                    asked.bundle(), asked.name(), asked.user())),
        change(
            "RevokeUserGrantedPermission",
            List.of(BUNDLE, NAME, USER),
            asked ->
                new KitChange.RevokeUserGrantedPermission(
                    asked.bundle(), asked.name(), asked.user())),
        change(
            "GrantSystemGrantedPermission",
            List.of(BUNDLE, NAME),
            asked -> new KitChange.GrantSystemGrantedPermission(asked.bundle(), asked.name())),
        change(
            "RevokeSystemGrantedPermission",
            List.of(BUNDLE, NAME),
            asked -> new KitChange.RevokeSystemGrantedPermission(asked.bundle(), asked.name())));
  }

  private static List<PlatformCall> requests() {
    return List.of(
        change(
            "AddUserGrantedReqPermissions",
            List.of(BUNDLE, NAMES, USER),
            asked ->
                new KitChange.AddUserGrantedReqPermissions(
                    asked.bundle(), asked.names(), asked.user())),
        change(
            "AddSystemGrantedReqPermissions",
            List.of(BUNDLE, NAMES),
            asked -> new KitChange.AddSystemGrantedReqPermissions(asked.bundle(), asked.names())),
        change(
            "RemoveUserGrantedReqPermissions",
            List.of(BUNDLE, USER),
            asked -> new KitChange.RemoveUserGrantedReqPermissions(asked.bundle(), asked.user())),
        change(
            "RemoveSystemGrantedReqPermissions",
            List.of(BUNDLE),
            asked -> new KitChange.RemoveSystemGrantedReqPermissions(asked.bundle())),
        change(
            "AddDefPermissions",
            List.of(DEFINITIONS),
            asked -> new KitChange.AddDefPermissions(asked.definitions())),
        change(
            "RemoveDefPermissions",
            List.of(BUNDLE),
            asked -> new KitChange.RemoveDefPermissions(asked.bundle())));
  }

  private static PlatformCall question(
      String name,
      List<Param> params,
      String meaning,
      BiFunction<KitState, Asked, JsonNode> answer) {
    return new KitCall(spec(name, params, meaning), asked -> Optional.empty(), answer);
  }

  private static PlatformCall change(
      String name, List<Param> params, Function<Asked, KitChange> change) {
    return new KitCall(
        spec(name, params, "Changes what the kit keeps, or does nothing; a success either way."),
        asked -> Optional.of(change.apply(asked)),
        (state, asked) -> IntNode.valueOf(0));
  }

  private static CallSpec spec(String name, List<Param> params, String meaning) {
    return new CallSpec(
        new CallName("PermissionKit." + name), params, "a number or a truth", List.of(), meaning);
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Asked asked = new Asked(call.arguments());
    call.kit(change.apply(asked), state -> call.answer(CallOutcome.of(answer.apply(state, asked))));
  }
}
