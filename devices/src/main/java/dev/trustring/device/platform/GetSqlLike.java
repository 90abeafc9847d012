package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import java.util.List;

/** Tells a query as the text that goes to the engine (kv-store §1.4); asks no service. */
final class GetSqlLike implements PlatformCall {

  private static final CallSpec SPEC =
      new CallSpec(
          new CallName("Query.getSqlLike"),
          List.of(Sought.NEEDED_QUERY),
          "the text; empty where the query finds everything",
          List.of(Answer.BAD_ARGUMENT, Answer.NOT_INSTALLED),
          "Tells what the client makes of the predicates: some drop out, too long a text is lost.");

  @Override
  public CallSpec spec() {
    return SPEC;
  }

  @Override
  public void start(RunningCall call) {
    Sought.query(call)
        .ifPresentOrElse(
            query ->
                Apps.whenInstalled(
                    call, app -> call.answer(CallOutcome.of(TextNode.valueOf(query.text())))),
            () -> call.answer(Answer.badArgument("a predicate was given a wrong thing")));
  }
}
