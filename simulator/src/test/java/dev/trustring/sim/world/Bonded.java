package dev.trustring.sim.world;

import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;

/** Bonds that stand in a device's trust without a handshake. */
final class Bonded {

  private Bonded() {}

  static Trust.Establish withoutAsking(DeviceName peer) {
    return new Trust.Establish(
        AccessRow.bond(
            Parties.with(DeviceIdentity.of(peer)),
            new PkgName("com.example.notes"),
            RowSide.ACCESSER));
  }
}
