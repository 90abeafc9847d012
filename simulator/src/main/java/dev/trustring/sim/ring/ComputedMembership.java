package dev.trustring.sim.ring;

import dev.trustring.device.net.Bearer;
import dev.trustring.sim.loop.Agenda;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.Ring;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Ring membership worked out from what every device lists and from who can reach whom. A device
 * hears at once what a peer in reach lists; of one out of reach it knows what it heard last.
 */
public final class ComputedMembership implements Membership {

  /** From reach to online: discovery, authentication and joining (trust-and-softbus §6). */
  public static final Duration JOIN = Duration.ofSeconds(1);

  private final Topology topology;
  private final Presence presence;
  private final Map<Pair, Boolean> heard = new TreeMap<>();

  /**
   * Nobody has rings yet.
   *
   * @param heard told of each device that hears a peer which it trusts and which does not trust it
   */
  public ComputedMembership(
      Agenda agenda,
      Topology topology,
      BiConsumer<DeviceName, MembershipEvent> tell,
      BiConsumer<DeviceName, DeviceName> heard) {
    this.topology = topology;
    this.presence = new Presence(agenda, topology, new Computed(), tell, heard);
  }

  @Override
  public void ringsChanged(DeviceIdentity self, List<Ring> rings) {
    presence.ringsChanged(self, rings);
  }

  @Override
  public void poweredOff(DeviceName device) {
    heard.keySet().removeIf(pair -> pair.self().equals(device));
    presence.poweredOff(device);
  }

  @Override
  public void topologyChanged() {
    presence.reviewAll();
  }

  @Override
  public boolean isComplete() {
    return presence.isComplete();
  }

  @Override
  public boolean isMutual(DeviceName one, DeviceName other) {
    return presence.isMutual(one, other);
  }

  /** What follows from the lists of all devices and from the topology. */
  private final class Computed implements Evidence {

    @Override
    public boolean isListedBy(Pair pair) {
      if (!open(pair).isEmpty()) {
        heard.put(pair, presence.lists(pair.fromTheOtherEnd()));
      }
      return heard.getOrDefault(pair, true);
    }

    @Override
    public EnumSet<Bearer> open(Pair pair) {
      EnumSet<Bearer> open = EnumSet.noneOf(Bearer.class);
      if (presence.isOn(pair.self()) && presence.isOn(pair.peer())) {
        open.addAll(topology.mayMeetOver(pair.self(), pair.peer()));
        open.removeIf(bearer -> !topology.conversation(pair.self(), pair.peer(), bearer).isOpen());
      }
      return open;
    }

    @Override
    public Duration joining() {
      return JOIN;
    }
  }
}
