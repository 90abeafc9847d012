package dev.trustring.kv.sync;

import dev.trustring.atm.Atm;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.trust.Trust;
import java.util.Optional;

/**
 * What one end knows of itself and of the other, all from one moment.
 *
 * @param link the stores that it is about, as they are called at this end
 */
public record Gathered(
    RuleSet rules, EndFacts self, PeerView peer, Knowledge knowledge, Link link) {

  /** What the AccessTokenManager and the trust rows answered. */
  record Answers(Atm.Reply.Verified datasync, Trust.AccessAnswer access) {

    /**
     * Whether an OS account constraint keeps the rows of the app here. That it spares apps of the
     * system alone is our choice (unverified).
     */
    boolean heldBack() {
      return access.heldBack() && !datasync.systemApp();
    }
  }

  static Gathered of(Self self, FactsActor.Query query, Knowledge knowledge, Answers answers) {
    Link link = query.link();
    EndFacts own =
        new EndFacts(
                self.name(),
                knowledge.own().map(StoreRecord::app),
                0,
                knowledge.own(),
                answers.datasync().permission(),
                PeerRecord.users(answers.access().front()).contains(link.user()),
                self.level(),
                self.tee(),
                true,
                true,
                answers.heldBack())
            .withScreenLocked(knowledge.locked());
    Optional<StoreRecord> theirs =
        knowledge.peerRecord().flatMap(record -> record.store(link.app(), link.store()));
    PeerView peer =
        new PeerView(
            query.peer(),
            knowledge.peer().inRing(),
            knowledge.peer().online(),
            knowledge.peerRecord().isPresent(),
            knowledge.peerRecord().map(record -> record.knowsApp(link.app())).orElse(false),
            theirs,
            answers.access().access(),
            knowledge.peer().level(),
            knowledge.peer().levelComing(),
            knowledge.peer().tee());
    return new Gathered(self.rules(), own, peer, knowledge, link);
  }

  /** This end as a certain instance of the app. */
  public EndFacts selfAs(int instIndex) {
    return self.asInstance(instIndex);
  }
}
