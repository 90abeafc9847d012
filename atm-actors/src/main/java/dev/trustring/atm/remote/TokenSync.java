package dev.trustring.atm.remote;

import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The token sync service of one device (access-token §5.5, §5.6): pulls a token when it is first
 * needed, and pushes what changes in tokens that others have pulled. Knows no clock and no network;
 * what it wants done it answers as wishes. Its state is memory only, so it is kept in place.
 *
 * <p>One worker pushes: deletions first, to one device after another, each asked up to five times
 * and then given up for good. While it works, pulls wait and changes gather.
 */
public final class TokenSync {
  /** How long an answer is waited for, each time. */
  public static final Duration PATIENCE = Duration.ofSeconds(3);

  /** How often a request is sent while there is no answer. */
  public static final int TRIES_MAX = 5;

  /** The id of nobody. */
  private static final long NO_TOKEN = 0;

  private final Set<String> online = new TreeSet<>();
  private final NavigableMap<Integer, Open> open = new TreeMap<>();
  private final List<Pull> waiting = new ArrayList<>();
  private final Set<TokenId> deleted = new LinkedHashSet<>();
  private final Set<TokenId> changed = new LinkedHashSet<>();
  private final Deque<Step> round = new ArrayDeque<>();
  private RemoteTokens tokens = RemoteTokens.NONE;
  private final List<Wish> wishes = new ArrayList<>();
  private boolean pushing;
  private int last;

  /** What is to be done. */
  public sealed interface Wish {
    /** A word is to go to a device. */
    record Send(String peer, TokenSyncMessage message) implements Wish {}

    /** Call {@link #remind} with this number after {@link #PATIENCE}. */
    record Remind(int request) implements Wish {}

    /** The caller of AllocLocalTokenID gets this full id; 0 for none. */
    record Answer(int ask, long fullTokenId) implements Wish {}

    /** Look the own app up and call {@link #exported}. */
    record Export(String peer, int request, TokenId token) implements Wish {}

    /** Look the own app up and call {@link #callerFound}. */
    record FindCaller(String peer, int request, TokenIdentity app) implements Wish {}

    /** Look the own app up and call {@link #fetched}. */
    record Fetch(String peer, TokenId token) implements Wish {}
  }

  /**
   * A call of AllocLocalTokenID.
   *
   * @param remote the id of the app on its device
   * @param app the app, where the id is still to be learnt from a call of it
   */
  public record Pull(int ask, String peer, Optional<TokenId> remote, Optional<TokenIdentity> app) {}

  /** A request without an answer; one without a pull is a push. */
  private record Open(
      String peer, TokenSyncMessage.Request request, int tries, Optional<Pull> pull) {}

  /** One push of a round. */
  private record Step(String peer, TokenId token, boolean isDeletion) {}

  /** What is known of other devices' apps. */
  public RemoteTokens tokens() {
    return tokens;
  }

  /** AllocLocalTokenID: what is known is answered at once, however old it is. */
  public List<Wish> alloc(Pull pull) {
    Optional<TokenId> known = known(pull);
    if (known.isPresent()) {
      answer(pull, tokens.fullId(known.get()));
    } else if (!HapTokenInfoForSync.isName(pull.peer()) || !online.contains(pull.peer())) {
      answer(pull, NO_TOKEN);
    } else if (pushing) {
      waiting.add(pull);
    } else {
      begin(pull);
    }
    return take();
  }

  /**
   * A device comes or goes. Nothing is asked of one that comes; one that goes is forgotten, and
   * whoever waits for it hears so.
   */
  public List<Wish> peer(String peer, boolean isOnline) {
    if (isOnline) {
      online.add(peer);
      return take();
    }
    online.remove(peer);
    tokens = tokens.deleteDevice(peer).after();
    List<Pull> lost = waiting.stream().filter(pull -> pull.peer().equals(peer)).toList();
    waiting.removeAll(lost);
    lost.forEach(pull -> answer(pull, NO_TOKEN));
    List<Integer> failed =
        open.entrySet().stream()
            .filter(entry -> entry.getValue().peer().equals(peer))
            .map(Map.Entry::getKey)
            .toList();
    failed.forEach(this::giveUp);
    return take();
  }

  /** A grant of an own app, or the app itself, has changed; matters if some device has asked. */
  public List<Wish> localChanged(TokenId token) {
    if (tokens.observed().contains(token)) {
      changed.add(token);
      push();
    }
    return take();
  }

  /** An own app is gone. */
  public List<Wish> localDeleted(TokenId token) {
    if (tokens.observed().contains(token)) {
      tokens = tokens.unobserved(token);
      changed.remove(token);
      deleted.add(token);
      push();
    }
    return take();
  }

  /**
   * A word has come.
   *
   * @param draw from which a local id is drawn if one is needed
   */
  public List<Wish> received(String peer, TokenSyncMessage message, long draw) {
    if (message instanceof TokenSyncMessage.Request request) {
      if (online.contains(peer)) {
        serve(peer, request, draw);
      } else {
        respond(peer, request.id(), SyncStatus.FAILURE_BUT_CAN_RETRY, Optional.empty());
      }
      return take();
    }
    Open asked = open.get(message.id());
    if (asked != null && asked.peer().equals(peer)) {
      open.remove(message.id());
      asked.pull().ifPresentOrElse(pull -> finish(pull, message, draw), this::nextStep);
    }
    return take();
  }

  /** The patience with an answer is over. */
  public List<Wish> remind(int request) {
    Open asked = open.get(request);
    if (asked != null && asked.tries() < TRIES_MAX) {
      open.put(request, new Open(asked.peer(), asked.request(), asked.tries() + 1, asked.pull()));
      wishes.add(new Wish.Send(asked.peer(), asked.request()));
      wishes.add(new Wish.Remind(request));
    } else if (asked != null) {
      giveUp(request);
    }
    return take();
  }

  /** The own app that a device has asked for, if there is one. */
  public List<Wish> exported(Wish.Export wish, Optional<HapTokenInfoForSync> local) {
    RemoteTokens.Export export = tokens.export(wish.token(), local);
    tokens = export.after();
    respond(
        wish.peer(),
        wish.request(),
        export.error().isEmpty() ? SyncStatus.SUCCESS : SyncStatus.FAILURE,
        export.info());
    return take();
  }

  /** The own app that calls over the soft bus, if there is one. */
  public List<Wish> callerFound(Wish.FindCaller wish, Optional<HapToken> local) {
    TokenId id = local.map(HapToken::tokenId).orElse(TokenId.INVALID);
    wishes.add(new Wish.Send(wish.peer(), new TokenSyncMessage.CallerIs(wish.request(), id)));
    return take();
  }

  /** The own app as it stands now that its turn in the round has come. */
  public List<Wish> fetched(Wish.Fetch wish, Optional<HapTokenInfoForSync> local) {
    if (local.isPresent() && online.contains(wish.peer())) {
      request(
          wish.peer(),
          new TokenSyncMessage.UpdateRemoteHapToken(++last, local.get()),
          Optional.empty());
    } else {
      nextStep();
    }
    return take();
  }

  private void serve(String peer, TokenSyncMessage.Request request, long draw) {
    if (request instanceof TokenSyncMessage.SyncRemoteHapToken pull) {
      wishes.add(new Wish.Export(peer, pull.id(), pull.requestTokenId()));
    } else if (request instanceof TokenSyncMessage.CallerWanted wanted) {
      wishes.add(new Wish.FindCaller(peer, wanted.id(), wanted.app()));
    } else if (request instanceof TokenSyncMessage.UpdateRemoteHapToken update) {
      apply(peer, update.id(), tokens.set(peer, update.info(), draw, id -> false));
    } else if (request instanceof TokenSyncMessage.DeleteRemoteToken delete) {
      apply(peer, delete.id(), tokens.delete(peer, delete.tokenId()));
    } else {
      throw new AssertionError(request);
    }
  }

  private void apply(String peer, int request, RemoteTokens.Outcome outcome) {
    tokens = outcome.after();
    respond(
        peer,
        request,
        outcome.error().isEmpty() ? SyncStatus.SUCCESS : SyncStatus.FAILURE_BUT_CAN_RETRY,
        Optional.empty());
  }

  private void respond(
      String peer, int request, SyncStatus status, Optional<HapTokenInfoForSync> info) {
    wishes.add(new Wish.Send(peer, new TokenSyncMessage.Response(request, status.number(), info)));
  }

  private void finish(Pull pull, TokenSyncMessage answer, long draw) {
    if (answer instanceof TokenSyncMessage.CallerIs caller) {
      Pull known =
          new Pull(pull.ask(), pull.peer(), Optional.of(caller.tokenId()), Optional.empty());
      if (caller.tokenId().value() == 0) {
        answer(pull, NO_TOKEN);
      } else if (pushing) {
        waiting.add(known);
      } else {
        begin(known);
      }
    } else if (answer instanceof TokenSyncMessage.Response response) {
      finish(pull, response, draw);
    } else {
      throw new AssertionError(answer);
    }
  }

  /** What was told is taken, whatever comes of that; then the mapping is looked at. */
  private void finish(Pull pull, TokenSyncMessage.Response response, long draw) {
    response
        .info()
        .ifPresent(info -> tokens = tokens.set(pull.peer(), info, draw, id -> false).after());
    answer(pull, known(pull).map(tokens::fullId).orElse(NO_TOKEN));
  }

  private Optional<TokenId> known(Pull pull) {
    return pull.remote()
        .flatMap(id -> tokens.find(pull.peer(), id))
        .or(() -> pull.app().flatMap(app -> tokens.find(pull.peer(), app)));
  }

  private void begin(Pull pull) {
    int id = ++last;
    TokenSyncMessage.Request wanted =
        pull.remote()
            .<TokenSyncMessage.Request>map(
                remote -> new TokenSyncMessage.SyncRemoteHapToken(id, remote))
            .or(() -> pull.app().map(app -> new TokenSyncMessage.CallerWanted(id, app)))
            .orElseThrow();
    request(pull.peer(), wanted, Optional.of(pull));
  }

  private void request(String peer, TokenSyncMessage.Request request, Optional<Pull> pull) {
    open.put(request.id(), new Open(peer, request, 1, pull));
    wishes.add(new Wish.Send(peer, request));
    wishes.add(new Wish.Remind(request.id()));
  }

  /** A push that nobody answered is not made again. */
  private void giveUp(int request) {
    Optional.ofNullable(open.remove(request))
        .ifPresent(
            asked -> asked.pull().ifPresentOrElse(pull -> answer(pull, NO_TOKEN), this::nextStep));
  }

  /** Begins a round with all that has gathered, unless one runs. */
  private void push() {
    if (pushing || (deleted.isEmpty() && changed.isEmpty())) {
      return;
    }
    pushing = true;
    deleted.forEach(token -> online.forEach(peer -> round.add(new Step(peer, token, true))));
    changed.forEach(token -> online.forEach(peer -> round.add(new Step(peer, token, false))));
    deleted.clear();
    changed.clear();
    nextStep();
  }

  private void nextStep() {
    Step step = round.poll();
    if (step == null) {
      endRound();
    } else if (!online.contains(step.peer())) {
      nextStep();
    } else if (step.isDeletion()) {
      request(
          step.peer(),
          new TokenSyncMessage.DeleteRemoteToken(++last, step.token()),
          Optional.empty());
    } else {
      wishes.add(new Wish.Fetch(step.peer(), step.token()));
    }
  }

  private void endRound() {
    pushing = false;
    List<Pull> pulls = List.copyOf(waiting);
    waiting.clear();
    pulls.forEach(this::begin);
    push();
  }

  private void answer(Pull pull, long fullTokenId) {
    wishes.add(new Wish.Answer(pull.ask(), fullTokenId));
  }

  private List<Wish> take() {
    List<Wish> taken = List.copyOf(wishes);
    wishes.clear();
    return taken;
  }
}
