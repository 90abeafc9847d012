package dev.trustring.config.project;

import dev.trustring.atm.token.BundleName;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files of a HarmonyOS project say about its app.
 *
 * @param requested the permissions of all modules, each name once, sorted
 * @param requestPermissionsAt the entry module's list of permissions, or the place where it belongs
 * @param dataGroup the dataGroupId of app.json5, for rule set article
 * @param dataGroupAt where it is written, or belongs
 * @param profile the provisioning profile; empty when the project is not signed
 */
public record HarmonyProject(
    BundleName bundle,
    List<RequestedPermission> requested,
    Origin requestPermissionsAt,
    Optional<String> dataGroup,
    Origin dataGroupAt,
    Optional<SigningProfile> profile) {

  public HarmonyProject {
    requested = List.copyOf(requested);
  }

  /** The app under that profile. */
  public AppPackage packagedWith(SigningProfile signedBy) {
    return new AppPackage(
        bundle,
        signedBy.signing(),
        signedBy.apl(),
        requested.stream().map(RequestedPermission::name).toList(),
        signedBy.allowedAcls(),
        signedBy.distributionType(),
        signedBy.debug(),
        signedBy.systemApp(),
        Stream.concat(dataGroup.stream(), signedBy.dataGroupIds().stream()).distinct().toList());
  }

  /** Where the facts about the app under that profile are written. */
  public Map<FactKey, Origin> originsWith(SigningProfile signedBy) {
    TreeMap<FactKey, Origin> origins = new TreeMap<>();
    requested.forEach(one -> origins.put(FactKey.declared(bundle, one.name()), one.origin()));
    origins.put(FactKey.requestPermissions(bundle), requestPermissionsAt);
    origins.put(FactKey.apl(bundle), signedBy.aplAt());
    origins.put(FactKey.dataGroups(bundle), dataGroupAt);
    origins.put(FactKey.signing(bundle), signedBy.signingAt());
    return origins;
  }
}
