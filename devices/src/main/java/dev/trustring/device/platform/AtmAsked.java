package dev.trustring.device.platform;

import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenRef;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.AppPackage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The arguments of a call, of which the types are right, as the AccessTokenManager takes them. */
record AtmAsked(RunningCall call, Arguments arguments) {

  AtmAsked(RunningCall call) {
    this(call, call.arguments());
  }

  /** A number like an app's; a device never draws 0 (§1.1). */
  private static final TokenId NOBODYS = TokenId.hap(0, false);

  AtmCaller caller() {
    return call.caller() instanceof Caller.App app
        ? new AtmCaller.App(app.identity())
        : AtmCaller.SETTINGS;
  }

  /** The caller, or the process of the system that the settings app stands for. */
  AtmCaller process() {
    return arguments()
        .text("process")
        .filter(name -> caller().equals(AtmCaller.SETTINGS))
        .<AtmCaller>map(AtmCaller.Preset::new)
        .orElse(caller());
  }

  /** The calling app; only for calls that no other caller gets through to. */
  AtmCaller.App self() {
    return new AtmCaller.App(((Caller.App) call.caller()).identity());
  }

  String text(String param) {
    return arguments().text(param).orElse("");
  }

  String text(String param, String otherwise) {
    return arguments().text(param).orElse(otherwise);
  }

  List<String> texts(String param) {
    return arguments().texts(param).orElse(List.of());
  }

  String name() {
    return text(AtmParams.NAME.name());
  }

  List<String> names() {
    return texts(AtmParams.NAMES.name());
  }

  /** The names, unless one of them is no legal name. */
  Optional<List<PermissionName>> legalNames() {
    return names().stream().allMatch(PermissionName::isLegal)
        ? Optional.of(names().stream().map(PermissionName::new).toList())
        : Optional.empty();
  }

  boolean flag(String param, boolean otherwise) {
    return arguments().flag(param, otherwise).orElse(otherwise);
  }

  int number(String param, int otherwise) {
    return (int) clamped(arguments().number(param, otherwise).orElse((long) otherwise));
  }

  /** A number beyond 32 bits is no better than the largest, and illegal as well. */
  private static long clamped(long number) {
    return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
  }

  /** The user on whose behalf the call is made. */
  int user() {
    return call.caller().user().value();
  }

  /** The token that is meant; the lower half of a full id is the id. */
  TokenRef token() {
    return givenTokenId().orElseGet(() -> TokenRef.of(app()));
  }

  /** The token that is meant, where the call gives a number. */
  Optional<TokenRef> givenTokenId() {
    return arguments().number("tokenID").map(number -> TokenRef.of(number.intValue()));
  }

  /** Goes on with the number of the token that is meant. */
  void tokenId(Consumer<TokenId> then) {
    arguments()
        .number("tokenID")
        .ifPresentOrElse(
            number -> then.accept(new TokenId(number.intValue())), () -> tokenIdOf(app(), then));
  }

  /** Goes on with the number of an app's token, or with one that nobody has. */
  void tokenIdOf(TokenIdentity app, Consumer<TokenId> then) {
    call.atm(
        new Atm.Command.TokenOf(app),
        reply ->
            then.accept(
                reply instanceof Atm.Reply.TokenFound found ? found.token().tokenId() : NOBODYS));
  }

  /** The app whose context is passed, which is the calling one unless it says otherwise. */
  TokenIdentity context() {
    return arguments()
        .text("context")
        .flatMap(call::market)
        .map(other -> new TokenIdentity(other.bundle(), call.caller().user(), 0))
        .orElseGet(() -> self().identity());
  }

  /** The instance of the app that is meant. */
  TokenIdentity app() {
    return new TokenIdentity(contents().bundle(), call.caller().user(), instance());
  }

  int instance() {
    return Math.max(0, number("instIndex", 0));
  }

  /** What the app that is meant is made of. */
  AppPackage contents() {
    return arguments().text("app").flatMap(call::market).orElseThrow();
  }

  List<Arguments> objects(String param) {
    return arguments().objects(param).orElse(List.of());
  }
}
