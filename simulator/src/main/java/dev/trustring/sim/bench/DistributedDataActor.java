package dev.trustring.sim.bench;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.cluster.ClusterEvent;
import akka.cluster.ddata.LWWMap;
import akka.cluster.ddata.LWWMapKey;
import akka.cluster.ddata.SelfUniqueAddress;
import akka.cluster.ddata.typed.javadsl.DistributedData;
import akka.cluster.ddata.typed.javadsl.Replicator;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.cluster.typed.Subscribe;
import java.util.concurrent.CountDownLatch;

/** One node that keeps a last-writer-wins map in Akka Distributed Data. */
final class DistributedDataActor extends AbstractBehavior<DistributedDataActor.Message> {

  /** What the actor takes. */
  sealed interface Message {}

  /** Join the cluster; counted down for each member that this node sees up. */
  record JoinCluster(Address seed, CountDownLatch up) implements Message {}

  /** Write every so-many-th key of a map from that place on, until there are so many in all. */
  record Write(String map, int place, int step, int keys, CountDownLatch done) implements Message {}

  private record Changed(LWWMap<String, String> map) implements Message {}

  private record MemberUp(ClusterEvent.MemberUp event) implements Message {}

  private final SelfUniqueAddress self;
  private final ActorRef<Replicator.Command> replicator;
  private CountDownLatch up = new CountDownLatch(0);
  private CountDownLatch done = new CountDownLatch(0);
  private int wanted;

  private DistributedDataActor(ActorContext<Message> context) {
    super(context);
    DistributedData data = DistributedData.get(context.getSystem());
    this.self = data.selfUniqueAddress();
    this.replicator = data.replicator();
  }

  static Behavior<Message> create() {
    return Behaviors.setup(DistributedDataActor::new);
  }

  @Override
  public Receive<Message> createReceive() {
    return newReceiveBuilder()
        .onMessage(JoinCluster.class, this::onJoin)
        .onMessage(MemberUp.class, this::onUp)
        .onMessage(Write.class, this::onWrite)
        .onMessage(Changed.class, this::onChanged)
        .build();
  }

  private Behavior<Message> onJoin(JoinCluster join) {
    up = join.up();
    Cluster cluster = Cluster.get(getContext().getSystem());
    cluster
        .subscriptions()
        .tell(
            Subscribe.create(
                getContext().messageAdapter(ClusterEvent.MemberUp.class, MemberUp::new),
                ClusterEvent.MemberUp.class));
    cluster.manager().tell(new Join(join.seed()));
    return this;
  }

  private Behavior<Message> onUp(MemberUp news) {
    up.countDown();
    return this;
  }

  private Behavior<Message> onWrite(Write write) {
    wanted = write.keys();
    done = write.done();
    LWWMapKey<String, String> map = new LWWMapKey<>(write.map());
    replicator.tell(new Replicator.Subscribe<>(map, changes(map)));
    for (int i = write.place(); i < write.keys(); i += write.step()) {
      String key = "key-" + i;
      String value = "value-" + i;
      replicator.tell(
          new Replicator.Update<>(
              map,
              LWWMap.empty(),
              Replicator.writeLocal(),
              getContext().getSystem().ignoreRef(),
              here -> here.put(self, key, value)));
    }
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an adapter is for a class, which knows no type
  private ActorRef<Replicator.SubscribeResponse<LWWMap<String, String>>> changes(
      LWWMapKey<String, String> map) {
    ActorRef adapter =
        getContext()
            .messageAdapter(
                Replicator.SubscribeResponse.class,
                said -> new Changed(((Replicator.Changed<LWWMap<String, String>>) said).get(map)));
    return adapter;
  }

  private Behavior<Message> onChanged(Changed changed) {
    if (changed.map().size() == wanted) {
      wanted = 0;
      done.countDown();
    }
    return this;
  }
}
