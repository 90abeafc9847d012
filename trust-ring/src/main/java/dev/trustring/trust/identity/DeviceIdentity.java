package dev.trustring.trust.identity;

/** A device as trust knows it: the name people read and the udid rows are keyed by. */
public record DeviceIdentity(DeviceName name, Udid udid) {
  public static DeviceIdentity of(DeviceName name) {
    return new DeviceIdentity(name, Udid.of(name));
  }

  public static DeviceIdentity of(String name) {
    return of(new DeviceName(name));
  }

  @Override
  public String toString() {
    return name.value();
  }
}
