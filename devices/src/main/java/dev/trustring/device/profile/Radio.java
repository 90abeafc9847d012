package dev.trustring.device.profile;

/** A radio that a device may have and switch on. */
public enum Radio {
  WIFI,
  BLUETOOTH
}
