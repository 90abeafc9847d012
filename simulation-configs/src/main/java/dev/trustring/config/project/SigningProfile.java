package dev.trustring.config.project;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.kv.decision.Origin;
import java.util.List;

/**
 * What the provisioning profile of an app says, or a scenario in its place.
 *
 * @param signing the SHA-256 of the certificate's text, or a scenario's word for it
 * @param distributionType the app-distribution-type, {@code none} where there is none
 * @param signingAt where the certificate is written
 * @param aplAt where the level is written
 */
public record SigningProfile(
    String signing,
    Apl apl,
    List<PermissionName> allowedAcls,
    String distributionType,
    boolean debug,
    boolean systemApp,
    List<String> dataGroupIds,
    Origin signingAt,
    Origin aplAt) {

  public SigningProfile {
    allowedAcls = List.copyOf(allowedAcls);
    dataGroupIds = List.copyOf(dataGroupIds);
  }
}
