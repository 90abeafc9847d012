package dev.trustring.trust.wire;

import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.identity.AccountHash;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The dialogue of a PIN bond, with the platform's message numbers (trust-and-softbus §2.6). The
 * source asks for the bond, the sink shows the PIN.
 */
public sealed interface BindMessage extends TrustMessage
    permits BindMessage.Spoken, V1Message, OldBindMessage {
  BindId bind();

  /** The platform's number of this message. */
  int number();

  /** A message of the dialogue as it is led now. */
  sealed interface Spoken extends BindMessage {}

  /** A message 80: an offer, and what else the source may say with it. */
  sealed interface Opening extends Spoken {
    Offer offer();

    /** For what business the app binds, if it said so. */
    default Optional<String> about() {
      return Optional.empty();
    }

    /** Which end is to say the PIN, in a bind by sound. */
    default Optional<UltrasonicSide> speaker() {
      return Optional.empty();
    }

    @Override
    default BindId bind() {
      return offer().bind();
    }

    @Override
    default int number() {
      return 80;
    }
  }

  /**
   * Source to sink: the wish to bind, for whom, and how it can be done.
   *
   * @param authTypes the platform's numbers of the ways to prove oneself; 1 is a PIN
   * @param account the HUAWEI ID of the user, if there is one
   */
  record Offer(
      BindId bind,
      BindVersion version,
      List<Integer> authTypes,
      PkgName pkg,
      BindLevel level,
      OsAccountId user,
      Optional<AccountHash> account)
      implements Opening {
    public Offer {
      authTypes = List.copyOf(authTypes);
    }

    @Override
    public Offer offer() {
      return this;
    }
  }

  /**
   * Sink to source: ready, and what it holds already.
   *
   * @param alreadyBound whether it holds everything that this bond would make
   * @param sameAccount whether its user is logged in to the account of the offer
   */
  record OfferAnswer(
      BindId bind, BindVersion version, OsAccountId user, boolean alreadyBound, boolean sameAccount)
      implements Spoken {
    @Override
    public int number() {
      return 90;
    }
  }

  /** An offer whose app said for what business it is. */
  record BusinessOffer(Offer offer, String business) implements Opening {
    @Override
    public Optional<String> about() {
      return Optional.of(business);
    }
  }

  /** An offer to prove oneself by sound first, and which end is to say the PIN. */
  record SoundOffer(Offer offer, UltrasonicSide side, Optional<String> business)
      implements Opening {
    @Override
    public Optional<String> about() {
      return business;
    }

    @Override
    public Optional<UltrasonicSide> speaker() {
      return Optional.of(side);
    }
  }

  /**
   * A word about the PIN that goes as sound. Source to sink: 101, say one; 102, listen to mine.
   * Sink to source: 111, I am saying it; 112, I have heard it.
   */
  record Sound(BindId bind, int number) implements Spoken {}

  /** The answer of a sink that has all rows, active or not, and keys to prove credentials with. */
  record ProvableAnswer(OfferAnswer answer) implements Spoken {
    @Override
    public BindId bind() {
      return answer.bind();
    }

    @Override
    public int number() {
      return answer.number();
    }
  }

  /** Source to sink: please ask your person. */
  record ConfirmRequest(BindId bind) implements Spoken {
    @Override
    public int number() {
      return 100;
    }
  }

  /** Source to sink: nobody has to be asked, since less than everything is left to do. */
  record SkipRequest(BindId bind, BindNeed need) implements Spoken {
    @Override
    public int number() {
      return 100;
    }
  }

  /** Sink to source: the person agreed; a refusal travels as {@link FinishAck}. */
  record ConfirmAnswer(BindId bind, AuthenticationType authenticationType) implements Spoken {
    @Override
    public int number() {
      return 110;
    }
  }

  /** Source to sink: a PIN was typed, the key exchange begins. */
  record PakeStart(BindId bind, FirstRound first) implements Spoken {
    @Override
    public int number() {
      return 120;
    }
  }

  /** Sink to source: its part of the key exchange. */
  record PakeAnswer(BindId bind, FirstRound first, SecondRound second) implements Spoken {
    @Override
    public int number() {
      return 130;
    }
  }

  /** Source to sink: the rest of its part, and the proof that it has the key. */
  record PakeConfirm(BindId bind, SecondRound second, String proof) implements Spoken {
    @Override
    public int number() {
      return 121;
    }
  }

  /** Sink to source: the proof that it has the key too; none if the source has not. */
  record PakeEnd(BindId bind, Optional<String> proof) implements Spoken {
    @Override
    public int number() {
      return 131;
    }
  }

  /**
   * Either way: a message from 140 to 190, closed under the key of the exchange. Only its number
   * can be read without it.
   */
  record Sealed(BindId bind, int number, String box) implements Spoken {}

  /**
   * Message 160, or 170 as its answer, where no PIN has made a key before: half a key, and the
   * signature of the sink.
   */
  record CredentialKey(BindId bind, int number, String publicKey, String signature)
      implements Spoken {}

  /** Sink to source, while a PIN is shown: still here. It has no number of the platform's. */
  record KeepAlive(BindId bind) implements Spoken {
    @Override
    public int number() {
      return 0;
    }
  }

  /** Source to sink: the bind is over, well or not. */
  record Finish(BindId bind, BindReason reason) implements Spoken {
    @Override
    public int number() {
      return 200;
    }
  }

  /** Sink to source: the bind is over here too; unasked, with its reason, when the sink fails. */
  record FinishAck(BindId bind, BindReason reason) implements Spoken {
    @Override
    public int number() {
      return 201;
    }
  }

  /** Sink to source: binds are refused here for so long, after too many wrong PINs. */
  record Frozen(BindId bind, Duration remaining) implements Spoken {
    @Override
    public int number() {
      return 201;
    }
  }
}
