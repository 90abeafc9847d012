package dev.trustring.config.scenario;

import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.kv.point.FaultPoint;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One story: who is there, what happens when, and what must come out.
 *
 * @param file the file as the user named it
 * @param teaches one sentence on what the story shows
 * @param downing what rings do about members that are out of reach
 * @param realTime whether it comes out the same in real time, where two things of one instant may
 *     happen in either order
 * @param permissions what its platform defines otherwise than the real one
 * @param devices in the order of the file, generated fleets last
 * @param links where two devices hear each other otherwise than their network has it
 * @param timeline sorted by time, equal times in the order of the file
 * @param faultPoints where the code may take the rarer way in this run
 * @param chaos what a campaign draws for it
 * @param provenance where each input fact was written
 */
public record Scenario(
    String file,
    String title,
    String teaches,
    RuleSet rules,
    long seed,
    Downing downing,
    boolean realTime,
    List<App> apps,
    List<DefinedPermission> permissions,
    List<Device> devices,
    List<Network> networks,
    List<Link> links,
    List<Bond> trust,
    List<Step> timeline,
    List<FaultPoint> faultPoints,
    Expectations expect,
    Chaos chaos,
    Provenance provenance) {

  public Scenario {
    apps = List.copyOf(apps);
    permissions = List.copyOf(permissions);
    devices = List.copyOf(devices);
    networks = List.copyOf(networks);
    links = List.copyOf(links);
    trust = List.copyOf(trust);
    timeline = List.copyOf(timeline);
    faultPoints = List.copyOf(faultPoints);
  }

  /** Its devices by name, in the order of {@link #devices}. */
  public List<DeviceName> deviceNames() {
    return devices().stream().map(device -> device.profile().name()).toList();
  }

  /** What there is to install, by alias. */
  public Map<String, AppPackage> packages() {
    Map<String, AppPackage> packages = new TreeMap<>();
    apps.forEach(app -> packages.put(app.alias(), app.contents()));
    return packages;
  }

  /** What a device that is switched on then finds defined otherwise than on the real platform. */
  public List<PermissionDefinition> definedAt(Duration time) {
    return permissions.stream()
        .filter(permission -> permission.from().compareTo(time) <= 0)
        .map(DefinedPermission::definition)
        .toList();
  }

  /** The same story under another seed. */
  public Scenario withSeed(long other) {
    return with(rules, other, expect);
  }

  /** The same story under another rule set. */
  public Scenario withRules(RuleSet other) {
    return with(other, seed, expect);
  }

  /** The same story with other expectations. */
  public Scenario expecting(Expectations others) {
    return with(rules, seed, others);
  }

  private Scenario with(RuleSet otherRules, long otherSeed, Expectations others) {
    return new Scenario(
        file,
        title,
        teaches,
        otherRules,
        otherSeed,
        downing,
        realTime,
        apps,
        permissions,
        devices,
        networks,
        links,
        trust,
        timeline,
        faultPoints,
        others,
        chaos,
        provenance);
  }
}
