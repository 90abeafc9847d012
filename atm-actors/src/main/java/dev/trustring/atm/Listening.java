package dev.trustring.atm;

import dev.trustring.atm.AtmApi.Listen;
import dev.trustring.atm.AtmApi.ListenFace;
import dev.trustring.atm.AtmApi.StopListening;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.caller.CallerRule;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.uptime.Registration;
import dev.trustring.atm.uptime.Registration.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Registers listeners for changes of permissions and takes them back (access-token §4.4). */
final class Listening {
  private static final int SCOPE_MAX = 1024;
  private static final int PER_PROCESS_MAX = 200;
  private static final int IN_ALL_MAX = 1024;

  private final Ground ground;
  private final AtmCaller caller;
  private final ListenFace face;
  private final List<Integer> tokens;
  private final List<String> names;

  private Listening(
      Ground ground, AtmCaller caller, ListenFace face, List<Integer> tokens, List<String> names) {
    this.ground = ground;
    this.caller = caller;
    this.face = face;
    this.tokens = tokens;
    this.names = names;
  }

  static Atm.Decision decide(Ground ground, AtmApi call) {
    if (call instanceof Listen on) {
      return new Listening(ground, on.caller(), on.face(), on.tokens(), on.names())
          .start(on.callback());
    }
    if (call instanceof StopListening off) {
      return new Listening(ground, off.caller(), off.face(), off.tokens(), off.names())
          .stop(off.callback());
    }
    throw new AssertionError(call);
  }

  private Atm.Decision start(String callback) {
    Optional<AtmRefusal> refusal =
        Checks.first(
            List.of(
                this::isReadable,
                () -> isNew(callback),
                this::mayListen,
                this::isKnown,
                this::hasRoom));
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    List<Registration> more = new ArrayList<>(ground.uptime().listeners());
    more.add(
        new Registration(caller.process(), callback, face == ListenFace.SELF, given(), heard()));
    return ground.done(ground.uptime().with(more), new Atm.Reply.Changed());
  }

  /** The scope has to be the very one of the registration; what the process knows comes first. */
  private Atm.Decision stop(Optional<String> callback) {
    Optional<AtmRefusal> unreadable = isReadable();
    if (unreadable.isPresent()) {
      return ground.refuse(unreadable.get());
    }
    List<Registration> found =
        own().stream()
            .filter(listener -> listener.given().equals(given()))
            .filter(listener -> callback.map(listener.callback()::equals).orElse(true))
            .toList();
    if (found.isEmpty()) {
      return ground.refuse(notListening());
    }
    Optional<AtmRefusal> refusal = mayListen();
    if (refusal.isPresent()) {
      return ground.refuse(refusal.get());
    }
    List<Registration> rest = new ArrayList<>(ground.uptime().listeners());
    rest.removeAll(found);
    return ground.done(ground.uptime().with(rest), new Atm.Reply.Changed());
  }

  private Optional<AtmRefusal> isReadable() {
    boolean self = face == ListenFace.SELF;
    List<Supplier<Optional<AtmRefusal>>> checks =
        List.of(
            () ->
                Checks.unless(
                    tokens.size() <= SCOPE_MAX && names.size() <= SCOPE_MAX,
                    AtmRefusal.SCOPE_TOO_LONG),
            () -> Checks.unless(!self || isOwnToken(), AtmRefusal.SCOPE_UNKNOWN),
            () ->
                Checks.unless(
                    names.isEmpty() || names.stream().anyMatch(PermissionName::isLegal),
                    AtmRefusal.SCOPE_UNKNOWN));
    return Checks.first(checks);
  }

  /** A listener for oneself names oneself and nobody else. */
  private boolean isOwnToken() {
    return caller instanceof AtmCaller.App app
        && ground
            .state()
            .token(app.identity())
            .filter(token -> tokens.equals(List.of(token.tokenId().value())))
            .isPresent();
  }

  /**
   * One callback may not listen twice to the same change. The reference of the system API tells
   * another number for it than the platform gives.
   */
  private Optional<AtmRefusal> isNew(String callback) {
    boolean inner = face == ListenFace.INNER;
    boolean twice =
        own().stream()
            .filter(listener -> listener.callback().equals(callback))
            .anyMatch(listener -> inner || listener.given().overlaps(given()));
    if (!twice) {
      return Optional.empty();
    }
    boolean byReference = ground.inputs().followed() == Documentation.REFERENCE;
    return Optional.of(
        face == ListenFace.SYSTEM && !byReference
            ? AtmRefusal.SCOPE_OVERLAPS
            : AtmRefusal.CALLBACK_EXISTS);
  }

  private AtmRefusal notListening() {
    boolean byReference = ground.inputs().followed() == Documentation.REFERENCE;
    return face == ListenFace.SYSTEM && !byReference
        ? AtmRefusal.NOT_LISTENING
        : AtmRefusal.NOT_USED_TOGETHER;
  }

  private Optional<AtmRefusal> mayListen() {
    return face == ListenFace.SELF ? Optional.empty() : ground.refusal(caller, CallerRule.LISTEN);
  }

  /** A list that named something and is empty once the unknown is left out means nobody. */
  private Optional<AtmRefusal> isKnown() {
    boolean nobody = !tokens.isEmpty() && heard().tokens().isEmpty();
    boolean nothing = !names.isEmpty() && heard().names().isEmpty();
    return Checks.unless(!nobody && !nothing, AtmRefusal.SCOPE_UNKNOWN);
  }

  private Optional<AtmRefusal> hasRoom() {
    List<Registration> all = ground.uptime().listeners();
    long mine =
        all.stream().filter(listener -> listener.process().equals(caller.process())).count();
    return Checks.unless(
        mine < PER_PROCESS_MAX && all.size() < IN_ALL_MAX, AtmRefusal.TOO_MANY_CALLBACKS);
  }

  private List<Registration> own() {
    return ground.uptime().listeners().stream()
        .filter(listener -> listener.process().equals(caller.process()))
        .filter(listener -> listener.self() == (face == ListenFace.SELF))
        .toList();
  }

  private Scope given() {
    return new Scope(tokens.stream().map(TokenId::new).toList(), legalNames());
  }

  private Scope heard() {
    return new Scope(
        tokens.stream()
            .map(TokenId::new)
            .flatMap(id -> ground.state().token(id).stream())
            .map(HapToken::tokenId)
            .toList(),
        legalNames().stream()
            .filter(name -> ground.inputs().catalogue().find(name).isPresent())
            .toList());
  }

  private List<PermissionName> legalNames() {
    return names.stream().filter(PermissionName::isLegal).map(PermissionName::new).toList();
  }
}
