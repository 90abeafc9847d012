package dev.trustring.trust.effect;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.TrustMessage;
import java.time.Duration;
import java.util.List;

/** Something to be done outside the rules, after the facts of the same decision are stored. */
public sealed interface TrustEffect {

  record Send(DeviceIdentity to, TrustMessage message) implements TrustEffect {}

  /** On the sink: ask the person whether this peer's app may bind. */
  record ShowConfirm(BindId bind, DeviceIdentity from, PkgName pkg, OsAccountId user)
      implements TrustEffect {}

  /** On the sink: show the PIN. */
  record ShowPin(BindId bind, int pin, DeviceIdentity source) implements TrustEffect {}

  /** Say the PIN once as sound, for whoever is near enough to hear it. */
  record PlayPin(BindId bind, int pin) implements TrustEffect {}

  /** On the source: ask for the PIN; comes again after a wrong one. */
  record AskPin(BindId bind, DeviceIdentity sink) implements TrustEffect {}

  /** A bind is over on this side: any box of it closes. */
  record BindEnded(BindId bind, DeviceIdentity peer, BindRole role, BindReason reason)
      implements TrustEffect {}

  /** On the source: the sink refuses binds for so long; the end of this one follows. */
  record FreezeTold(BindId bind, Duration remaining) implements TrustEffect {}

  record StartTimer(TimerKey key, Duration after) implements TrustEffect {}

  record StopTimer(TimerKey key) implements TrustEffect {}

  /** The rings that follow from the stored trust are others than before: here are all of them. */
  record RingsChanged(List<Ring> rings) implements TrustEffect {
    public RingsChanged {
      rings = List.copyOf(rings);
    }
  }

  /** What the device is called, which its disk kept over a restart. */
  record NameKept(String name) implements TrustEffect {}

  /** The account service tells whoever listens what happened to the account of a user. */
  record CommonEvent(String event, OsAccountId user) implements TrustEffect {}

  /** HiChain tells its listeners of a device: bound to a group, unbound from it, not trusted. */
  record GroupNews(String event, String group, Udid device) implements TrustEffect {}
}
