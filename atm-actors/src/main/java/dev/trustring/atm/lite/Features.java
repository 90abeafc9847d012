package dev.trustring.atm.lite;

import dev.trustring.atm.ipc.IpcAuth;
import dev.trustring.atm.ipc.Samgr;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which process may offer and call which feature, by the policies of the system (access-token
 * §6.3). A BUNDLENAME stands for the uid under which the app runs now.
 */
final class Features {
  private Features() {}

  static Lite.Decision decide(LiteTasks tasks, Lite.Command.OfFeature question) {
    IpcAuth auth =
        IpcAuth.ofSystem(IpcAuth.EmptySlots.MATCH_UID_ZERO, bundle -> uidOf(tasks, bundle));
    if (question instanceof Lite.Command.GetCommunicationStrategy asked) {
      return reply(tasks, new Lite.Reply.Policies(auth.strategy(asked.endpoint(), asked.uid())));
    }
    if (question instanceof Lite.Command.IsCommunicationAllowed asked) {
      return reply(
          tasks, new Lite.Reply.Answered(auth.isAllowed(asked.endpoint(), asked.consumerUid())));
    }
    if (question instanceof Lite.Command.RegisterFeature asked) {
      Samgr.Registration made = tasks.features().register(auth, asked.endpoint(), asked.uid());
      return reply(tasks.with(made.samgr()), new Lite.Reply.Answered(made.code()));
    }
    if (question instanceof Lite.Command.GetFeatureApi asked) {
      return reply(
          tasks,
          tasks
              .features()
              .call(auth, asked.endpoint(), asked.consumerUid())
              .<Lite.Reply>map(Lite.Reply.Answered::new)
              .orElseGet(Lite.Reply.NoFeature::new));
    }
    throw new AssertionError(question);
  }

  private static OptionalInt uidOf(LiteTasks tasks, String bundle) {
    Optional<LiteTasks.Task> running = tasks.of(bundle);
    return running.isPresent() ? OptionalInt.of(running.get().uid()) : OptionalInt.empty();
  }

  private static Lite.Decision reply(LiteTasks tasks, Lite.Reply reply) {
    return new Lite.Decision(List.of(), tasks, reply);
  }
}
