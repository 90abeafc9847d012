package dev.trustring.sim.process;

import dev.trustring.config.scenario.Downing;
import dev.trustring.sim.disk.Postgres;
import dev.trustring.sim.wire.DeviceCertificate;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.world.ClusterOptions;
import dev.trustring.trust.identity.DeviceName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a device in a process of its own is set up.
 *
 * @param folder where all devices of the world keep their data
 */
record DeviceSettings(
    String folder,
    Optional<Postgres> postgres,
    WireAddress listen,
    Optional<Certificate> certificate,
    Downing downing) {

  /** A certificate, with its files by name. */
  record Certificate(String keyStore, String trustStore, String password) {

    static Certificate of(DeviceCertificate shown) {
      return new Certificate(
          shown.keyStore().toAbsolutePath().toString(),
          shown.trustStore().toAbsolutePath().toString(),
          shown.password());
    }

    DeviceCertificate shown() {
      return new DeviceCertificate(Path.of(keyStore), Path.of(trustStore), password);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "Certificate[" + keyStore + ", " + trustStore + "]";
    }
  }

  static DeviceSettings of(
      DeviceName device, Path folder, ClusterOptions options, Downing downing) {
    return new DeviceSettings(
        folder.toAbsolutePath().toString(),
        options.postgres(),
        options.listen(device),
        options.certificates().map(all -> Certificate.of(all.apply(device))),
        downing);
  }

  /** The same as options of a host that has this device alone. */
  ClusterOptions options(DeviceName device) {
    return new ClusterOptions(
        Optional.of(Path.of(folder)),
        postgres,
        Map.of(device, listen),
        certificate.map(own -> any -> own.shown()));
  }
}
