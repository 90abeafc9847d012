package dev.trustring.trust;

import dev.trustring.trust.credential.CredentialOutcome;
import dev.trustring.trust.credential.Credentials;
import dev.trustring.trust.group.GroupOutcome;
import dev.trustring.trust.group.Groups;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.user.UserAnswer;
import dev.trustring.trust.user.UserOutcome;
import dev.trustring.trust.user.UserRules;
import dev.trustring.trust.wire.RelationMessage;

/** Where commands about users are handed to their rules, and outcomes made decisions. */
record UserDesk(TrustState state, Sessions sessions, Trust.Inputs inputs) {

  Trust.Decision create() {
    UserOutcome outcome = rules().create();
    Trust.Decision done = decision(outcome, sessions);
    OsAccountId created = done.appliedTo(state).users().created().last();
    return new Trust.Decision(
        done.events(), sessions, done.effects(), new Trust.UserCreated(created));
  }

  Trust.Decision decide(Trust.UserCommand command) {
    if (command instanceof Trust.ActivateUser activate) {
      return decision(rules().activate(activate.user()), sessions);
    } else if (command instanceof Trust.DeactivateUser stop) {
      return decision(rules().stop(stop.user()), sessions);
    } else if (command instanceof Trust.RemoveUser remove) {
      return decision(rules().remove(remove.user()), sessions);
    } else if (command instanceof Trust.SecureUser secure) {
      return decision(rules().secure(secure.user()), sessions.withUnlocked(secure.user()));
    } else if (command instanceof Trust.UnlockUser unlock) {
      return decision(
          rules().unlock(unlock.user(), isLocked(unlock.user())),
          sessions.withUnlocked(unlock.user()));
    } else if (command instanceof Trust.AskGroups asked) {
      return groups(asked);
    } else if (command instanceof Trust.AskCredentials asked) {
      return credentials(asked);
    } else if (command instanceof Trust.ConstrainUser constrain) {
      return decision(rules().constrain(constrain.user(), constrain.on()), sessions);
    } else if (command instanceof Trust.HoldUserBack hold) {
      return decision(rules().holdBack(hold.user(), hold.on()), sessions);
    }
    throw new AssertionError(command);
  }

  Trust.Decision received(DeviceIdentity from, RelationMessage message) {
    if (message instanceof RelationMessage.SyncUserIds users) {
      return decision(rules().peerTold(from, users.foreground()), sessions);
    } else if (message instanceof RelationMessage.AccountEvent event) {
      return decision(rules().peerTold(from, event.foreground()), sessions);
    } else if (message instanceof RelationMessage.StopUser stopped) {
      return decision(rules().peerStopped(from, stopped), sessions);
    } else if (message instanceof RelationMessage.UserRemoved removed) {
      return decision(rules().peerRemoved(from, removed), sessions);
    }
    throw new AssertionError(message);
  }

  /** HiChain keeps its groups by user, readable once that user has been unlocked. */
  private Trust.Decision groups(Trust.AskGroups asked) {
    GroupOutcome outcome =
        new Groups(state, asked.user(), inputs.self().udid())
            .decide(asked.call(), isLocked(asked.user()));
    return new Trust.Decision(
        outcome.events(),
        sessions,
        outcome.effects(),
        outcome
            .error()
            .<Trust.Reply>map(Trust.GroupsRefused::new)
            .orElseGet(() -> new Trust.GroupsTold(outcome.groups())));
  }

  /** So does its identity service with credentials. */
  private Trust.Decision credentials(Trust.AskCredentials asked) {
    CredentialOutcome outcome =
        new Credentials(state, asked.user(), inputs.self().udid(), asked.caller())
            .decide(asked.call(), isLocked(asked.user()), inputs.draw());
    return new Trust.Decision(
        outcome.events(),
        sessions,
        outcome.effects(),
        outcome
            .error()
            .<Trust.Reply>map(Trust.CredentialsRefused::new)
            .orElseGet(() -> new Trust.CredentialsTold(outcome.told())));
  }

  /** What a user has stored with its credential cannot be read before its first unlock. */
  boolean isLocked(OsAccountId user) {
    return state.users().secured().contains(user) && !sessions.unlocked().contains(user);
  }

  private UserRules rules() {
    return new UserRules(state, inputs.build());
  }

  private Trust.Decision decision(UserOutcome outcome, Sessions after) {
    boolean done = outcome.answer() == UserAnswer.DONE;
    return new Trust.Decision(
        outcome.events(), done ? after : sessions, outcome.effects(), reply(outcome.answer()));
  }

  private static Trust.Reply reply(UserAnswer answer) {
    return switch (answer) {
      case DONE -> new Trust.Done();
      case NO_SUCH_USER -> new Trust.Refused(TrustRefusal.NO_SUCH_USER);
      case RESTRICTED -> new Trust.Refused(TrustRefusal.RESTRICTED_USER);
    };
  }
}
