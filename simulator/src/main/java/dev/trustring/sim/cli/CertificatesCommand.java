package dev.trustring.sim.cli;

import dev.trustring.sim.wire.DeviceCertificate;
import dev.trustring.sim.wire.RingCertificates;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the certificates by which devices on different machines know each other. */
@Command(
    name = "certificates",
    description = "Makes certificates for devices that are not all on one machine.",
    footer = {
      "",
      "The stores open with the password in TRUSTRING_STORE_PASSWORD, 6 characters or more;",
      "without one they are guarded by the rights of the folder alone."
    })
final class CertificatesCommand implements Callable<Integer> {

  private static final String PASSWORD = "TRUSTRING_STORE_PASSWORD";
  private static final String NO_SECRET = "trustring";
  private static final int PASSWORD_MIN = 6;

  private final Desk desk;

  @Parameters(index = "0", paramLabel = "DIR", description = "the folder, made if it is missing")
  private Path folder = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME", description = "the devices")
  private List<String> names = new ArrayList<>();

  CertificatesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = desk.console().out();
    try {
      RingCertificates ring = RingCertificates.in(folder, password(desk.console().env()));
      for (String name : names) {
        DeviceCertificate made = ring.of(name);
        out.print(name + ": " + made.keyStore() + " and " + made.trustStore() + "\n");
      }
    } catch (IOException e) {
      throw new UsageException("no certificates in " + folder + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    out.print("Give each machine the two files of its device. ring.p12 admits devices; keep it.\n");
    return Exit.YES.code();
  }

  /** What opens the stores. */
  static String password(Map<String, String> env) {
    String given = env.getOrDefault(PASSWORD, NO_SECRET);
    if (given.length() < PASSWORD_MIN) {
      throw new UsageException(PASSWORD + " has fewer than " + PASSWORD_MIN + " characters");
    }
    return given;
  }

  /** A certificate that this command has made. */
  static DeviceCertificate kept(Path folder, DeviceName device, String password) {
    DeviceCertificate kept = RingCertificates.kept(folder, device.value(), password);
    if (!Files.exists(kept.keyStore()) || !Files.exists(kept.trustStore())) {
      throw new UsageException(
          "--certificates: %s has none for %s; make it with 'trustring certificates %s %s'"
              .formatted(folder, device, folder, device));
    }
    return kept;
  }
}
