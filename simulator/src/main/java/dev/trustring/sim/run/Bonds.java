package dev.trustring.sim.run;

import dev.trustring.config.scenario.Bond;
import dev.trustring.config.scenario.Scenario;
import dev.trustring.trust.Trust;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.PkgName;
import java.util.List;

/** The rows of a bond that was made before the story begins. */
final class Bonds {

  /** The process that makes bonds for a whole user. */
  static final PkgName SYSTEM = new PkgName("settings");

  private Bonds() {}

  /** What either side of it holds: first that of the one, then that of the other. */
  static List<Trust.Establish> of(Bond bond, Scenario scenario) {
    return List.of(
        side(bond, scenario, bond.other(), RowSide.ACCESSER),
        side(bond, scenario, bond.one(), RowSide.ACCESSEE));
  }

  private static Trust.Establish side(Bond bond, Scenario scenario, DeviceName peer, RowSide side) {
    Parties parties = Parties.with(DeviceIdentity.of(peer));
    if (bond.app().isEmpty()) {
      AuthenticationType always = AuthenticationType.ALLOW_ALWAYS;
      return new Trust.Establish(
          List.of(
              AccessRow.pointToPoint(parties, BindLevel.USER, SYSTEM, always, side),
              AccessRow.linkMarker(parties, always, side)));
    }
    String bundle =
        scenario.apps().stream()
            .filter(app -> app.alias().equals(bond.app().get()))
            .findFirst()
            .orElseThrow()
            .contents()
            .bundle()
            .value();
    return new Trust.Establish(AccessRow.bond(parties, new PkgName(bundle), side));
  }
}
