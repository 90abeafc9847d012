package dev.trustring.trust.level;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.PeerLevel.Nonce;
import dev.trustring.trust.level.PeerLevel.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The service of a device that knows the security levels of others (trust-and-softbus §4.3): it
 * takes them from the attributes of nodes, or asks for a credential. All of it is memory.
 */
public final class LevelService {
  /** How long a challenge may be answered. */
  static final Duration NONCE_AGE = Duration.ofSeconds(60);

  /** How long one question is waited for. */
  static final Duration RESEND = Duration.ofSeconds(40);

  /** How often a device is asked in all. */
  static final int MOST_SENDS = 6;

  /** How many may wait for one device. */
  static final int MOST_WAITERS = 64;

  /** How many devices are remembered; more are not looked at. */
  static final int MOST_DEVICES = 128;

  private static final int SHORTEST_WAIT = 1;
  private static final int LONGEST_WAIT = 60;
  private static final int USUAL_WAIT = 45;
  private static final List<Integer> SUPPORT =
      List.of(
          CredentialKind.MINI.number(),
          CredentialKind.SMALL.number(),
          CredentialKind.STANDARD.number());

  /** The device on which the service runs, with the level that it claims. */
  public record Self(DeviceIdentity identity, CredentialKind kind, int level, LevelProof proof) {}

  /** Something that happened. */
  public sealed interface Command {}

  /**
   * A device has come online, or told its attributes anew.
   *
   * @param stated the level in its attributes; 0 is what an OpenHarmony device says to which nobody
   *     gave a level
   */
  public record Online(DeviceIdentity peer, Optional<Integer> stated) implements Command {}

  public record Offline(DeviceIdentity peer) implements Command {}

  /**
   * Somebody asks for a level.
   *
   * @param asker tells the answers apart
   * @param seconds how long they wait; 45 in place of what is not 1 to 60
   */
  public record Ask(DeviceIdentity peer, long asker, int seconds) implements Command {}

  public record Receive(DeviceIdentity peer, LevelMessage message) implements Command {}

  /** No session to a device could be opened for what was sent. */
  public record NotSent(DeviceIdentity peer) implements Command {}

  public record TimerFired(Timer timer) implements Command {}

  /** A timer that runs; one of an equal name replaces it. */
  public sealed interface Timer {}

  /** A question to that device was not answered. */
  public record Resend(DeviceIdentity peer) implements Timer {}

  /** Somebody has waited long enough. */
  public record GiveUp(DeviceIdentity peer, long asker) implements Timer {}

  /** What is to be done. */
  public sealed interface Effect {}

  /** Say something, once that time is over. */
  public record Send(DeviceIdentity to, LevelMessage message, Duration after) implements Effect {}

  public record Answer(long asker, LevelAnswer answer) implements Effect {}

  public record StartTimer(Timer timer, Duration after) implements Effect {}

  public record StopTimer(Timer timer) implements Effect {}

  /**
   * What a decision needs from outside.
   *
   * @param draw a fresh random number
   */
  public record Inputs(Instant now, long draw) {}

  /** The service afterwards, and what is to be done in that order. */
  public record Decision(LevelService service, List<Effect> effects) {
    public Decision {
      effects = List.copyOf(effects);
    }
  }

  private final Self self;
  private final Map<DeviceName, PeerLevel> peers;

  private LevelService(Self self, Map<DeviceName, PeerLevel> peers) {
    this.self = self;
    this.peers = new TreeMap<>(peers);
  }

  /** The service as it starts. */
  public static LevelService of(Self self) {
    return new LevelService(self, Map.of());
  }

  public Decision decide(Command command, Inputs inputs) {
    if (command instanceof Online online) {
      return online(online, inputs);
    } else if (command instanceof Offline offline) {
      return offline(offline.peer());
    } else if (command instanceof Ask ask) {
      return ask(ask);
    } else if (command instanceof Receive receive) {
      return received(receive.peer(), receive.message(), inputs);
    } else if (command instanceof NotSent lost) {
      return notSent(lost.peer());
    } else if (command instanceof TimerFired fired) {
      return fired(fired.timer(), inputs);
    }
    throw new AssertionError(command);
  }

  private Decision online(Online online, Inputs inputs) {
    DeviceIdentity who = online.peer();
    if (!peers.containsKey(who.name()) && peers.size() >= MOST_DEVICES) {
      return nothing();
    }
    PeerLevel peer = find(who).orElse(PeerLevel.NEW).online(true);
    if (online.stated().isPresent()) {
      return succeeded(who, peer, Math.max(1, online.stated().get()));
    }
    if (peer.known() > 0) {
      return succeeded(who, peer, peer.known());
    }
    if (peer.state() == State.WAITING) {
      return with(who, peer, List.of());
    }
    return send(who, peer.is(State.WAITING), 1, inputs);
  }

  private Decision offline(DeviceIdentity who) {
    Optional<PeerLevel> known = find(who);
    if (known.isEmpty()) {
      return nothing();
    }
    PeerLevel peer = known.get();
    List<Effect> effects = settled(who, peer, peer.result());
    PeerLevel gone = peer.is(State.INIT).online(false).withoutNonce().waitedForBy(List.of());
    return with(who, gone, effects);
  }

  private Decision ask(Ask ask) {
    if (ask.peer().equals(self.identity())) {
      return only(new Answer(ask.asker(), LevelAnswer.known(self.level())));
    }
    Optional<PeerLevel> known = find(ask.peer());
    if (known.isEmpty()) {
      return only(new Answer(ask.asker(), LevelAnswer.failed(LevelCode.NO_SUCH_DEVICE)));
    }
    PeerLevel peer = known.get();
    Optional<LevelAnswer> atOnce = answerAtOnce(peer);
    if (atOnce.isPresent()) {
      return only(new Answer(ask.asker(), atOnce.get()));
    }
    boolean usual = ask.seconds() < SHORTEST_WAIT || ask.seconds() > LONGEST_WAIT;
    Duration wait = Duration.ofSeconds(usual ? USUAL_WAIT : ask.seconds());
    List<Long> waiters = new ArrayList<>(peer.waiters());
    waiters.add(ask.asker());
    return with(
        ask.peer(),
        peer.waitedForBy(waiters),
        List.of(new StartTimer(new GiveUp(ask.peer(), ask.asker()), wait)));
  }

  private static Optional<LevelAnswer> answerAtOnce(PeerLevel peer) {
    if (!peer.online()) {
      return Optional.of(LevelAnswer.failed(LevelCode.NOT_ONLINE));
    }
    if (peer.waiters().size() >= MOST_WAITERS) {
      return Optional.of(LevelAnswer.failed(LevelCode.BUSY));
    }
    boolean settled = peer.known() > 0 || peer.state() == State.FAILED;
    return settled ? Optional.of(peer.result()) : Optional.empty();
  }

  private Decision received(DeviceIdentity from, LevelMessage message, Inputs inputs) {
    if (message instanceof LevelMessage.CredentialWanted wanted) {
      return wanted.challenge().map(challenge -> answer(from, challenge)).orElse(nothing());
    } else if (message instanceof LevelMessage.CredentialTold told) {
      return find(from).map(peer -> told(from, peer, told, inputs)).orElse(nothing());
    }
    throw new AssertionError(message);
  }

  private Decision answer(DeviceIdentity asker, String challenge) {
    LevelMessage told =
        new LevelMessage.CredentialTold(
            LevelMessage.VERSION,
            self.kind().number(),
            Optional.of(challenge),
            LevelCredential.made(self, challenge));
    return only(new Send(asker, told, self.proof().after()));
  }

  /** An answer counts while one is wanted; afterwards it changes nothing. */
  private Decision told(
      DeviceIdentity from, PeerLevel peer, LevelMessage.CredentialTold told, Inputs inputs) {
    if (peer.state() != State.WAITING && peer.state() != State.FAILED) {
      return nothing();
    }
    LevelAnswer answer = judged(from, peer, told, inputs.now());
    if (answer.code() == LevelCode.SUCCESS) {
      return succeeded(from, peer, answer.number());
    }
    List<Effect> effects = settled(from, peer, answer);
    PeerLevel failed = peer.failed(answer.code()).waitedForBy(List.of());
    if (peer.sends() >= MOST_SENDS) {
      return with(from, failed, effects);
    }
    Decision again = send(from, failed, peer.sends() + 1, inputs);
    effects.addAll(again.effects().stream().filter(Send.class::isInstance).toList());
    return new Decision(again.service(), effects);
  }

  private static LevelAnswer judged(
      DeviceIdentity from, PeerLevel peer, LevelMessage.CredentialTold told, Instant now) {
    if (told.challenge().isEmpty()) {
      return LevelAnswer.failed(LevelCode.NO_CHALLENGE);
    }
    String challenge = told.challenge().get();
    boolean asked =
        peer.nonce()
            .filter(nonce -> nonce.challenge().equals(challenge))
            .filter(nonce -> !nonce.asked().plus(NONCE_AGE).isBefore(now))
            .isPresent();
    if (!asked) {
      return LevelAnswer.failed(LevelCode.WRONG_CHALLENGE);
    }
    return told.info()
        .map(
            info ->
                LevelCredential.verified(
                    told.type(), info, new LevelCredential.Bound(from.udid(), challenge)))
        .orElse(LevelAnswer.failed(LevelCode.NO_CREDENTIAL));
  }

  private Decision notSent(DeviceIdentity to) {
    Optional<PeerLevel> peer = find(to).filter(known -> known.state() == State.WAITING);
    if (peer.isEmpty()) {
      return nothing();
    }
    List<Effect> effects = settled(to, peer.get(), LevelAnswer.failed(LevelCode.NO_SESSION));
    return with(to, peer.get().failed(LevelCode.NO_SESSION).waitedForBy(List.of()), effects);
  }

  private Decision fired(Timer timer, Inputs inputs) {
    if (timer instanceof Resend due) {
      return find(due.peer())
          .filter(peer -> peer.state() == State.WAITING)
          .map(peer -> resend(due.peer(), peer, inputs))
          .orElse(nothing());
    } else if (timer instanceof GiveUp due) {
      return find(due.peer())
          .filter(peer -> peer.waiters().contains(due.asker()))
          .map(peer -> givenUp(due, peer))
          .orElse(nothing());
    }
    throw new AssertionError(timer);
  }

  /** Those who wait are not told when the last question stays without answer (§4.3). */
  private Decision resend(DeviceIdentity to, PeerLevel peer, Inputs inputs) {
    return peer.sends() < MOST_SENDS
        ? send(to, peer, peer.sends() + 1, inputs)
        : with(to, peer.failed(LevelCode.TIMEOUT), List.of());
  }

  private Decision givenUp(GiveUp due, PeerLevel peer) {
    List<Long> left = peer.waiters().stream().filter(asker -> asker != due.asker()).toList();
    return with(
        due.peer(),
        peer.waitedForBy(left),
        List.of(new Answer(due.asker(), LevelAnswer.failed(LevelCode.TIMEOUT))));
  }

  private Decision send(DeviceIdentity to, PeerLevel peer, int times, Inputs inputs) {
    String challenge = "%016x".formatted(inputs.draw());
    LevelMessage wanted =
        new LevelMessage.CredentialWanted(LevelMessage.VERSION, Optional.of(challenge), SUPPORT);
    return with(
        to,
        peer.asking(new Nonce(challenge, inputs.now()), times),
        List.of(new Send(to, wanted, Duration.ZERO), new StartTimer(new Resend(to), RESEND)));
  }

  private Decision succeeded(DeviceIdentity who, PeerLevel peer, int level) {
    PeerLevel known = peer.succeeded(level);
    List<Effect> effects = settled(who, peer, known.result());
    return with(who, known.waitedForBy(List.of()), effects);
  }

  /** All who wait are answered, and nothing is asked again. */
  private static List<Effect> settled(DeviceIdentity who, PeerLevel peer, LevelAnswer answer) {
    List<Effect> effects = new ArrayList<>();
    for (Long asker : peer.waiters()) {
      effects.add(new StopTimer(new GiveUp(who, asker)));
      effects.add(new Answer(asker, answer));
    }
    effects.add(new StopTimer(new Resend(who)));
    return effects;
  }

  private Optional<PeerLevel> find(DeviceIdentity who) {
    return Optional.ofNullable(peers.get(who.name()));
  }

  private Decision nothing() {
    return new Decision(this, List.of());
  }

  private Decision only(Effect effect) {
    return new Decision(this, List.of(effect));
  }

  private Decision with(DeviceIdentity who, PeerLevel peer, List<? extends Effect> effects) {
    Map<DeviceName, PeerLevel> after = new TreeMap<>(peers);
    after.put(who.name(), peer);
    return new Decision(new LevelService(self, after), List.copyOf(effects));
  }
}
