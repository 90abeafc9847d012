package dev.trustring.sim.world;

import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.uptime.ServiceHealth;
import dev.trustring.device.DeviceActor;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.service.ServiceEvent;
import dev.trustring.kv.store.StoreId;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.net.Causes;
import dev.trustring.sim.net.Topology;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Devices that stand still or state another level, disks that take no writes, and services that
 * serve nobody; each for causes that end one by one.
 */
public final class Ailments {

  /** Of several faults of one disk the first of these is the one that it shows. */
  private static final List<DiskFault> WORST_FIRST =
      List.of(
          DiskFault.WRITES_FAIL,
          DiskFault.READ_ONLY,
          DiskFault.FULL,
          DiskFault.LOSING,
          DiskFault.TEARING);

  /** Of several faults of one permission service the first of these is the one that it shows. */
  private static final List<ServiceHealth> ILLNESSES =
      List.of(ServiceHealth.GONE, ServiceHealth.OUT_OF_MEMORY);

  private final World world;
  private final Host host;
  private final Map<ServiceHealth, Causes<DeviceName>> services = new TreeMap<>();
  private final Causes<DeviceName> managers = new Causes<>();
  private final Causes<DeviceName> dataServices = new Causes<>();
  private final Map<DiskFault, Causes<DeviceName>> disks = new TreeMap<>();
  private final Map<DeviceName, List<DeviceActor.DataServiceMeets>> hits = new TreeMap<>();
  private final Map<DeviceName, Map<FactKey, DeviceLevel>> levels = new TreeMap<>();

  Ailments(World world, Host host) {
    this.world = world;
    this.host = host;
    WORST_FIRST.forEach(fault -> disks.put(fault, new Causes<>()));
    ILLNESSES.forEach(health -> services.put(health, new Causes<>()));
  }

  private Topology topology() {
    return world.topology();
  }

  /** A device that is on stands still for a cause. */
  public void pause(DeviceName device, FactKey cause) {
    if (!world.isOn(device)) {
      return;
    }
    boolean ran = !topology().isPaused(device);
    topology().pause(device, cause);
    if (ran) {
      host.pause(device);
      world.note("power", device, "paused");
      world.topologyChanged();
      world.cannotAnswer(device);
    }
  }

  /** Ends one cause for which a device stands still; it goes on when that was the last. */
  public void endPause(DeviceName device, FactKey cause) {
    if (topology().endPause(device, cause)) {
      goesOn(device);
    }
  }

  /** Whatever the causes were. */
  void endPauses(DeviceName device) {
    if (topology().isPaused(device)) {
      topology().endPauses(device);
      goesOn(device);
    }
  }

  private void goesOn(DeviceName device) {
    host.resume(device);
    world.note("power", device, "goes on");
    world.topologyChanged();
  }

  /** A disk has a fault for a cause, whether its device is on or off. */
  public void disk(DeviceName device, DiskFault fault, FactKey cause) {
    causes(fault).add(device, cause);
    show(device);
  }

  /** Ends one cause of a fault of a disk. */
  public void endDisk(DeviceName device, DiskFault fault, FactKey cause) {
    causes(fault).end(device, cause);
    show(device);
  }

  /** What is wrong with a disk now. */
  public DiskFault diskOf(DeviceName device) {
    return WORST_FIRST.stream()
        .filter(fault -> causes(fault).of(device).isPresent())
        .findFirst()
        .orElse(DiskFault.NONE);
  }

  private void show(DeviceName device) {
    host.disk(device, diskOf(device));
    world.note("disk", device, diskOf(device).word());
  }

  private Causes<DeviceName> causes(DiskFault fault) {
    return disks.computeIfAbsent(fault, absent -> new Causes<>());
  }

  /** A device's permission service serves nobody for a cause, whether the device is on or off. */
  public void permissionService(DeviceName device, ServiceHealth illness, FactKey cause) {
    Objects.requireNonNull(services.get(illness)).add(device, cause);
    showService(device);
  }

  /** Ends one cause for which a permission service serves nobody. */
  public void endPermissionService(DeviceName device, ServiceHealth illness, FactKey cause) {
    Objects.requireNonNull(services.get(illness)).end(device, cause);
    showService(device);
  }

  /** How a device's permission service is now. */
  public ServiceHealth permissionServiceOf(DeviceName device) {
    return ILLNESSES.stream()
        .filter(illness -> Objects.requireNonNull(services.get(illness)).of(device).isPresent())
        .findFirst()
        .orElse(ServiceHealth.WELL);
  }

  /** The files of an app's stores are damaged on a device, of one store or of all. */
  public void damageFile(DeviceName device, BundleName app, Optional<StoreId> store) {
    DeviceActor.DataServiceMeets hit =
        new DeviceActor.DataServiceMeets(new ServiceEvent.FileHit(app, store));
    world.note("file", device, app + store.map(id -> "/" + id).orElse("") + " damaged");
    if (world.isOn(device)) {
      world.tell(device, hit);
    } else {
      hits.computeIfAbsent(device, absent -> new ArrayList<>()).add(hit);
    }
  }

  /** A device that starts is told what goes on being wrong with it, and what its disk has met. */
  void poweredOn(DeviceName device) {
    Optional.ofNullable(hits.remove(device))
        .ifPresent(met -> met.forEach(hit -> world.tell(device, hit)));
    if (permissionServiceOf(device) != ServiceHealth.WELL) {
      showService(device);
    }
    if (isDeviceManagerDead(device)) {
      showManager(device);
    }
    if (isDataServiceDead(device)) {
      showDataService(device);
    }
    if (levelOf(device).isPresent()) {
      showLevel(device);
    }
  }

  /** A device states another level than it has for a cause; the last one counts. */
  public void level(DeviceName device, DeviceLevel level, FactKey cause) {
    levels.computeIfAbsent(device, absent -> new LinkedHashMap<>()).put(cause, level);
    showLevel(device);
  }

  /** Ends one cause for which a device states another level than it has. */
  public void endLevel(DeviceName device, FactKey cause) {
    levels.getOrDefault(device, new LinkedHashMap<>()).remove(cause);
    showLevel(device);
  }

  /** The level that a device states instead of its own. */
  public Optional<DeviceLevel> levelOf(DeviceName device) {
    return levels.getOrDefault(device, Map.of()).values().stream()
        .reduce((former, latter) -> latter);
  }

  private void showLevel(DeviceName device) {
    Optional<DeviceLevel> stated = levelOf(device);
    world.tell(device, new DeviceActor.LevelIs(stated));
    world.note("level", device, stated.map(Enum::name).orElse("its own"));
  }

  /** A device's DeviceManager service is dead for a cause, whether the device is on or off. */
  public void deviceManager(DeviceName device, FactKey cause) {
    managers.add(device, cause);
    showManager(device);
  }

  /** Ends one cause for which a DeviceManager service is dead. */
  public void endDeviceManager(DeviceName device, FactKey cause) {
    managers.end(device, cause);
    showManager(device);
  }

  public boolean isDeviceManagerDead(DeviceName device) {
    return managers.of(device).isPresent();
  }

  /** A device's distributed data service is dead for a cause, whether the device is on or off. */
  public void dataService(DeviceName device, FactKey cause) {
    dataServices.add(device, cause);
    showDataService(device);
  }

  /** Ends one cause for which a distributed data service is dead. */
  public void endDataService(DeviceName device, FactKey cause) {
    dataServices.end(device, cause);
    showDataService(device);
  }

  public boolean isDataServiceDead(DeviceName device) {
    return dataServices.of(device).isPresent();
  }

  private void showDataService(DeviceName device) {
    boolean dead = isDataServiceDead(device);
    world.tell(device, new DeviceActor.DataServiceMeets(new ServiceEvent.ServiceIs(!dead)));
    world.note("data-service", device, dead ? "dead" : "well");
  }

  private void showManager(DeviceName device) {
    boolean dead = isDeviceManagerDead(device);
    world.tell(device, new DeviceActor.DeviceManagerIs(!dead));
    world.note("device-manager", device, dead ? "dead" : "well");
  }

  private void showService(DeviceName device) {
    ServiceHealth health = permissionServiceOf(device);
    world.tell(device, new DeviceActor.PermissionServiceIs(health));
    world.note("permission-service", device, health.word());
  }
}
