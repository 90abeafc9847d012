package dev.trustring.sim.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmActor;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** Asks an AtmActor one thing after the other; the next when the last is answered. */
final class TokenRoundTripActor extends AbstractBehavior<Object> {

  /**
   * Ask so often.
   *
   * @param changed what to grant and revoke in turn; only questions are asked if there is none
   * @param done counted down when all is answered
   */
  record Run(int times, TokenIdentity app, Optional<PermissionName> changed, CountDownLatch done) {}

  private final ActorRef<AtmActor.Message> atm;
  private Run run = new Run(0, TokenIdentity.of("nobody"), Optional.empty(), new CountDownLatch(0));
  private int left;

  private TokenRoundTripActor(ActorContext<Object> context, TokenIdentity app) {
    super(context);
    atm =
        context.spawn(
            AtmActor.create(
                "bench",
                new AtmActor.Ports(
                    PermissionCatalogue.standard(),
                    new SplittableRandom(1),
                    dialog -> {},
                    event -> {})),
            "atm",
            DispatcherSelector.sameAsParent());
    ask(new Atm.Command.Install(HapInstall.ordinary(app, PermissionName.DISTRIBUTED_DATASYNC)));
  }

  static Behavior<Object> create(TokenIdentity app) {
    return Behaviors.setup(context -> new TokenRoundTripActor(context, app));
  }

  @Override
  public Receive<Object> createReceive() {
    return newReceiveBuilder()
        .onMessage(Run.class, this::onRun)
        .onMessage(Atm.Reply.Refused.class, this::onRefusal)
        .onMessage(Atm.Reply.class, reply -> next())
        .build();
  }

  private Behavior<Object> onRun(Run other) {
    run = other;
    left = other.times();
    return next();
  }

  private Behavior<Object> onRefusal(Atm.Reply.Refused refused) {
    throw new BenchException(refused.reason());
  }

  private Behavior<Object> next() {
    if (left == 0) {
      run.done().countDown();
      return this;
    }
    left--;
    int round = left;
    ask(
        run.changed()
            .<Atm.Command>map(name -> change(name, round % 2 == 0))
            .orElseGet(
                () -> new Atm.Command.Verify(run.app(), PermissionName.DISTRIBUTED_DATASYNC)));
    return this;
  }

  private Atm.Command change(PermissionName name, boolean grant) {
    return grant
        ? new Atm.Command.Grant(run.app(), name, 2)
        : new Atm.Command.Revoke(run.app(), name, 2);
  }

  private void ask(Atm.Command command) {
    atm.tell(new AtmActor.Ask(command, getContext().getSelf().narrow()));
  }
}
