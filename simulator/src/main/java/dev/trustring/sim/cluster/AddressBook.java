package dev.trustring.sim.cluster;

import akka.actor.Address;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whose system is at which address on the wire. Asked by any thread. */
public final class AddressBook {

  private final Map<String, DeviceName> endpoints = new ConcurrentHashMap<>();
  private final Map<DeviceName, Address> devices = new ConcurrentHashMap<>();

  /** An endpoint of that device is there. */
  public void endpointAt(String address, DeviceName device) {
    endpoints.put(address, device);
  }

  /** The device's own system is there. */
  public void deviceAt(Address address, DeviceName device) {
    devices.put(device, address);
  }

  public Optional<Address> addressOf(DeviceName device) {
    return Optional.ofNullable(devices.get(device));
  }

  /** The device whose endpoint is there; empty when nobody said so yet. */
  public Optional<DeviceName> ownerOf(Address address) {
    return Optional.ofNullable(endpoints.get(address.toString()));
  }
}
