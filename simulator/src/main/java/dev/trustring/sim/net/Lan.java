package dev.trustring.sim.net;

import dev.trustring.config.scenario.Network;
import dev.trustring.kv.decision.FactKey;
import java.util.List;
import java.util.stream.Stream;

/** Which access points are one LAN: those of one subnet; a guest network is one of its own. */
final class Lan {

  private Lan() {}

  static boolean isOne(Network here, Network there) {
    boolean apart = here.guest() || there.guest();
    return here.subnet().equals(there.subnet()) && (!apart || here.name().equals(there.name()));
  }

  /** Why two devices have no LAN in common that are in these networks. */
  static Path apart(List<Network> here, List<Network> there) {
    return Stream.concat(here.stream(), there.stream())
        .filter(Network::guest)
        .findFirst()
        .map(
            network ->
                Path.blocked(
                    "Wi-Fi: who is in the guest network " + network.name() + " reaches nobody else",
                    FactKey.network(network.name())))
        .orElseGet(
            () ->
                Path.blocked(
                    "Wi-Fi: the two are in different subnets",
                    FactKey.network(there.get(0).name())));
  }
}
