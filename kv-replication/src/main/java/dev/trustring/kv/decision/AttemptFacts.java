package dev.trustring.kv.decision;

import dev.trustring.kv.rules.RuleSet;
import java.util.Optional;

/**
 * Everything that gates may look at, as far as whoever asks them knows it.
 *
 * <p>The sender fills in its own half while the attempt runs, the receiver its own when a packet
 * comes; only the record that is made afterwards has both, and the truth about the link.
 */
public record AttemptFacts(
    RuleSet rules,
    CallFacts call,
    EndFacts sender,
    PeerView peer,
    ExchangeFacts exchange,
    Optional<ReceiverFacts> receiver,
    LinkFacts link) {

  /**
   * The attempt in which the peer sends its rows in return, as far as this one shows it; empty
   * where nobody knows the other end.
   */
  public Optional<AttemptFacts> inReturn() {
    return receiver.map(
        end ->
            new AttemptFacts(
                rules,
                call.in(TaskMode.RESPONSE_PULL),
                end.self(),
                end.sender(),
                ExchangeFacts.ALL_DONE,
                Optional.of(
                    new ReceiverFacts(
                        sender, peer, Optional.empty(), true, true, true, true, Optional.empty())),
                link));
  }

  public AttemptFacts withSender(EndFacts other) {
    return new AttemptFacts(rules, call, other, peer, exchange, receiver, link);
  }

  public AttemptFacts withCall(CallFacts other) {
    return new AttemptFacts(rules, other, sender, peer, exchange, receiver, link);
  }

  public AttemptFacts withPeer(PeerView other) {
    return new AttemptFacts(rules, call, sender, other, exchange, receiver, link);
  }

  public AttemptFacts withExchange(ExchangeFacts other) {
    return new AttemptFacts(rules, call, sender, peer, other, receiver, link);
  }

  public AttemptFacts withReceiver(ReceiverFacts other) {
    return new AttemptFacts(rules, call, sender, peer, exchange, Optional.of(other), link);
  }

  public AttemptFacts withLink(LinkFacts other) {
    return new AttemptFacts(rules, call, sender, peer, exchange, receiver, other);
  }
}
