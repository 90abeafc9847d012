package dev.trustring.device.platform;

import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.kv.service.ResultSetCall;
import dev.trustring.kv.service.ResultSetCall.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods of a result set, each a call of its own (kv-store §1.4). */
final class ResultSetMethod implements PlatformCall {

  static final Param NAME =
      Param.required("resultSet", ParamType.TEXT, "the name under which the app holds it");

  /** An argument of 32 bits, as the platform has them. */
  private static final String OFFSET = "offset";

  private static final String POSITION = "position";

  private final Method method;
  private final CallSpec spec;

  private ResultSetMethod(Method method) {
    this.method = method;
    List<Failure> failures =
        new ArrayList<>(List.of(Answer.BAD_ARGUMENT, Answer.NO_RESULT_SET, Answer.NOT_INSTALLED));
    if (method == Method.GET_ENTRY) {
      failures.add(1, new Failure("15100004", "it stands at no row"));
    }
    this.spec =
        new CallSpec(
            new CallName("KVStoreResultSet." + method.word()),
            params(method),
            returns(method),
            failures,
            meaning(method));
  }

  /** One for each method. */
  static List<PlatformCall> all() {
    return Arrays.stream(Method.values()).<PlatformCall>map(ResultSetMethod::new).toList();
  }

  private static List<Param> params(Method method) {
    return switch (method) {
      case MOVE ->
          List.of(
              NAME, Param.required(OFFSET, ParamType.INTEGER, "by so many rows, back if below 0"));
      case MOVE_TO_POSITION ->
          List.of(NAME, Param.required(POSITION, ParamType.INTEGER, "the row, 0 for the first"));
      default -> List.of(NAME);
    };
  }

  private static String returns(Method method) {
    return switch (method) {
      case GET_COUNT -> "how many rows it has";
      case GET_POSITION -> "the number of the row, -1 before the first";
      case GET_ENTRY -> "the key and the value";
      case IS_FIRST, IS_LAST, IS_BEFORE_FIRST, IS_AFTER_LAST -> "whether it stands there";
      default -> "whether it stands at a row then";
    };
  }

  private static String meaning(Method method) {
    return switch (method) {
      case GET_COUNT -> "Counts the rows of a result set.";
      case GET_POSITION -> "Tells at which row a result set stands.";
      case GET_ENTRY -> "Reads the row at which a result set stands.";
      case IS_FIRST, IS_LAST, IS_BEFORE_FIRST, IS_AFTER_LAST -> "Tells where a result set stands.";
      default -> "Moves a result set; past its ends it stands before the first or after the last.";
    };
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    Optional<String> name = name(call);
    Optional<Integer> number = number(call);
    if (name.isEmpty() || number.isEmpty()) {
      call.answer(Answer.badArgument("resultSet or its number is missing or not allowed"));
      return;
    }
    Apps.whenInstalled(
        call,
        app ->
            call.kv(
                new ResultSetCall.Use(Apps.asStoreUser(app), name.get(), method, number.get()),
                reply -> call.answer(Answer.ofResultSet(reply))));
  }

  static Optional<String> name(RunningCall call) {
    return call.arguments().text(NAME.name()).filter(text -> !text.isEmpty());
  }

  private Optional<Integer> number(RunningCall call) {
    Optional<String> wanted =
        spec.params().stream().map(Param::name).filter(name -> !name.equals(NAME.name())).findAny();
    return wanted
        .map(
            name ->
                call.arguments()
                    .number(name)
                    .filter(given -> given == given.intValue())
                    .map(Long::intValue))
        .orElse(Optional.of(0));
  }
}
