package dev.trustring.atm;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.request.RequestRule;
import dev.trustring.atm.request.RequestState;
import dev.trustring.atm.token.HapToken;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Answers questions about grants; nothing that is stored changes (access-token §4.3, §4.5). */
final class Questions {
  private static final int VERSION = 1;

  private Questions() {}

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof AtmApi.GetFlags question) {
      return flags(ground, question);
    }
    if (call instanceof AtmApi.GetVersion question) {
      return answer(
          ground,
          List.of(() -> ground.refusal(question.caller(), CallerRule.VERSION)),
          () -> new ApiReply.Value(VERSION));
    }
    if (call instanceof AtmApi.GetRequested question) {
      return requested(ground, question);
    }
    if (call instanceof AtmApi.GetStatuses question) {
      return statuses(ground, question);
    }
    if (call instanceof AtmApi.GetSelfStatus question) {
      return selfStatus(ground, question);
    }
    if (call instanceof AtmApi.GetDefinition question) {
      return definition(ground, question);
    }
    if (call instanceof AtmApi.DumpTokens question) {
      return ground.reply(new ApiReply.Dumped(Dump.text(ground, question)));
    }
    return Verification.decide(ground, call);
  }

  private static Atm.Decision answer(
      Ground ground, List<Supplier<Optional<AtmRefusal>>> checks, Supplier<Atm.Reply> answer) {
    return Checks.first(checks).map(ground::refuse).orElseGet(() -> ground.reply(answer.get()));
  }

  private static Atm.Decision flags(Ground ground, AtmApi.GetFlags call) {
    List<Supplier<Optional<AtmRefusal>>> checks = new ArrayList<>();
    checks.add(() -> Checks.notZero(call.token()));
    checks.add(() -> Checks.name(call.name()));
    checks.add(() -> ground.refusal(call.caller(), CallerRule.FLAGS));
    checks.add(
        () -> Checks.unless(ground.definition(call.name()).isPresent(), AtmRefusal.UNDEFINED));
    checks.add(() -> byReference(ground, call));
    checks.add(() -> Checks.notOfRender(call.token()));
    checks.add(
        () -> Checks.unless(ground.seen(call.token()).isPresent(), AtmRefusal.TOKEN_UNKNOWN));
    checks.add(() -> Checks.unless(held(ground, call).isPresent(), AtmRefusal.FLAGS_OF_UNDECLARED));
    return answer(ground, checks, () -> new ApiReply.Value(visible(ground, call)));
  }

  /** The reference tells that sandboxes and remote apps are refused; no code does so (§4.3). */
  private static Optional<AtmRefusal> byReference(Ground ground, AtmApi.GetFlags call) {
    if (ground.inputs().followed() == Documentation.SOURCES) {
      return Optional.empty();
    }
    Optional<AtmRefusal> remote =
        Checks.ownAndKnown(ground, call.token()).filter(AtmRefusal.TOKEN_REMOTE::equals);
    return remote.or(
        () ->
            Checks.unless(
                ground
                    .token(call.token())
                    .map(token -> ground.isAvailable(token, new PermissionName(call.name())))
                    .orElse(true),
                AtmRefusal.TOKEN_SANDBOXED));
  }

  private static Optional<GrantState> held(Ground ground, AtmApi.GetFlags call) {
    return ground
        .seen(call.token())
        .flatMap(token -> token.stateOf(new PermissionName(call.name())));
  }

  private static int visible(Ground ground, AtmApi.GetFlags call) {
    HapToken token = ground.seen(call.token()).orElseThrow();
    boolean component = ground.isComponentGranted(token, new PermissionName(call.name()));
    return held(ground, call).orElseThrow().visibleFlags()
        | (component ? PermissionFlag.COMPONENT_SET : PermissionFlag.DEFAULT);
  }

  private static Atm.Decision requested(Ground ground, AtmApi.GetRequested call) {
    return answer(
        ground,
        List.of(
            () -> Checks.notZero(call.token()),
            () -> ground.refusal(call.caller(), CallerRule.GET),
            () -> Checks.unless(ground.seen(call.token()).isPresent(), AtmRefusal.TOKEN_UNKNOWN)),
        () -> {
          NavigableMap<PermissionName, GrantState> found = new TreeMap<>();
          ground
              .seen(call.token())
              .orElseThrow()
              .permissions()
              .forEach(
                  (name, state) -> {
                    if (isSystemGrant(ground, name) == call.systemGrant()) {
                      found.put(name, state);
                    }
                  });
          return new ApiReply.Requested(found);
        });
  }

  private static boolean isSystemGrant(Ground ground, PermissionName name) {
    return ground
        .definition(name.value())
        .map(PermissionDefinition::grantMode)
        .filter(GrantMode.SYSTEM_GRANT::equals)
        .isPresent();
  }

  private static Atm.Decision statuses(Ground ground, AtmApi.GetStatuses call) {
    return answer(
        ground,
        List.of(
            () -> Checks.notZero(call.token()),
            () ->
                Checks.unless(
                    !call.names().isEmpty() && call.names().size() <= RequestRule.NAMES_MAX,
                    AtmRefusal.BAD_LIST),
            () ->
                Checks.unless(
                    call.names().stream().allMatch(PermissionName::isLegal), AtmRefusal.BAD_NAME),
            () -> ground.refusal(call.caller(), CallerRule.GET),
            () -> Checks.unless(ground.seen(call.token()).isPresent(), AtmRefusal.TOKEN_UNKNOWN)),
        () -> {
          List<PermissionName> names = call.names().stream().map(PermissionName::new).toList();
          return codes(RequestStates.of(ground, ground.seen(call.token()), names));
        });
  }

  private static Atm.Reply codes(List<RequestState> states) {
    return new ApiReply.Values(states.stream().map(state -> state.oper().code()).toList());
  }

  private static Atm.Decision selfStatus(Ground ground, AtmApi.GetSelfStatus call) {
    AtmCaller.App self = call.caller();
    return answer(
        ground,
        List.of(() -> Checks.name(call.name())),
        () -> {
          List<PermissionName> one = List.of(new PermissionName(call.name()));
          List<RequestState> states =
              RequestStates.of(ground, ground.state().token(self.identity()), one);
          return new ApiReply.Value(states.get(0).oper().code());
        });
  }

  private static Atm.Decision definition(Ground ground, AtmApi.GetDefinition call) {
    return answer(
        ground,
        List.of(
            () -> Checks.name(call.name()),
            () -> Checks.unless(ground.definition(call.name()).isPresent(), AtmRefusal.UNDEFINED)),
        () -> new ApiReply.Defined(ground.definition(call.name()).orElseThrow()));
  }
}
