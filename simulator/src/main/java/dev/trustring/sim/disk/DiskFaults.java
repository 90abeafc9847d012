package dev.trustring.sim.disk;

import dev.trustring.sim.journal.DiskException;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.trust.identity.DeviceName;

/** What is wrong at present with the disk of one device; may be changed while the device runs. */
public final class DiskFaults {
  private final DeviceName device;
  private volatile DiskFault present = DiskFault.NONE;

  DiskFaults(DeviceName device) {
    this.device = device;
  }

  public void set(DiskFault fault) {
    present = fault;
  }

  public DiskFault present() {
    return present;
  }

  void beforeWrite() throws DiskException {
    present.beforeWrite(device.value());
  }

  void beforeDelete() throws DiskException {
    present.beforeDelete(device.value());
  }
}
