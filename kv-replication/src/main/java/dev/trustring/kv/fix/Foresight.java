package dev.trustring.kv.fix;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.ExchangeFacts.PullAnswer;
import dev.trustring.kv.decision.ExchangeFacts.Step;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Stage;

/** Facts as they would be if an attempt got further than it did. */
public final class Foresight {

  private Foresight() {}

  /** Whether the truth about the link adds something to a denial for that reason. */
  public static boolean isAboutLink(DenyReason reason) {
    return reason.stage() == Stage.REACH
        || reason == DenyReason.PEER_OFFLINE
        || reason == DenyReason.NO_PULL_ANSWER
        || reason == DenyReason.FRAME_LOST;
  }

  /** As if the two had told each other their records, whether or not they could. */
  public static AttemptFacts asIfExchanged(AttemptFacts facts) {
    if (facts.receiver().isEmpty()) {
      return facts;
    }
    ReceiverFacts receiver = facts.receiver().get();
    return facts
        .withPeer(facts.peer().toldBy(receiver.self(), facts.peer().recordKnown()))
        .withReceiver(
            new ReceiverFacts(
                receiver.self(),
                receiver.sender().toldBy(facts.sender(), true),
                receiver.sameBundle(),
                true,
                true,
                true,
                receiver.writable(),
                receiver.queryRefused()));
  }

  /** As if the attempt were made now, over the link as it is. */
  static AttemptFacts asIfTriedNow(AttemptFacts facts) {
    boolean reaches = facts.link().anyUsable();
    PeerView peer = facts.peer();
    PeerView now =
        new PeerView(
            peer.peer(),
            peer.inRing(),
            peer.inRing() && reaches,
            reaches,
            peer.knowsApp(),
            peer.store(),
            peer.access(),
            peer.level(),
            peer.levelComing(),
            peer.tee());
    ExchangeFacts exchange =
        reaches
            ? ExchangeFacts.ALL_DONE.withAnswer(PullAnswer.NOT_YET)
            : ExchangeFacts.NONE.withMetadata(Step.LINK_FAILED).withSession(Step.LINK_FAILED);
    return facts.withPeer(now).withExchange(exchange);
  }
}
