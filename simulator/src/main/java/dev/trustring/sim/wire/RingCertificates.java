package dev.trustring.sim.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The certificates of one ring in a folder: the ring's own authority, and a certificate of it for
 * each device. Whoever can read the folder can admit devices.
 *
 * <p>Keys are made by the {@code keytool} of the running JDK; all stores have the same password.
 * One process at a time may write in the folder. That a certificate names the device that shows it
 * is not checked: being of the ring is enough.
 */
public final class RingCertificates {
  private static final String AUTHORITY = "ring";
  private static final String AUTHORITY_STORE = "ring.p12";
  private static final String TRUST_STORE = "trust.p12";
  private static final String PASSWORD_VARIABLE = "TRUSTRING_STORE_PASSWORD";
  private static final long KEYTOOL_SECONDS = 60;

  private final Path folder;
  private final String password;

  private RingCertificates(Path folder, String password) {
    this.folder = folder;
    this.password = password;
  }

  /** The ring whose certificates are in the folder; its authority is made now if there is none. */
  public static RingCertificates in(Path folder, String password) throws IOException {
    RingCertificates certificates = new RingCertificates(folder, password);
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve(TRUST_STORE))) {
      certificates.makeAuthority();
    }
    return certificates;
  }

  /**
   * The certificate of a device, made now if it has none. The name is letters, digits, "-", "_".
   */
  public DeviceCertificate of(String device) throws IOException {
    if (!device.matches("[A-Za-z0-9_-]+") || device.equalsIgnoreCase(AUTHORITY)) {
      throw new IllegalArgumentException("not a name for a certificate: '" + device + "'");
    }
    String alias = device.toLowerCase(Locale.ROOT);
    Path store = folder.resolve(storeOf(alias));
    if (!Files.exists(store)) {
      make(alias, store);
    }
    return new DeviceCertificate(store, folder.resolve(TRUST_STORE), password);
  }

  /**
   * The certificate of a device in a folder that somebody else has filled; nothing is made. Besides
   * it, only the file that says which authority is trusted need be there.
   */
  public static DeviceCertificate kept(Path folder, String device, String password) {
    return new DeviceCertificate(
        folder.resolve(storeOf(device.toLowerCase(Locale.ROOT))),
        folder.resolve(TRUST_STORE),
        password);
  }

  private static String storeOf(String alias) {
    return "device-" + alias + ".p12";
  }

  private void makeAuthority() throws IOException {
    if (!Files.exists(folder.resolve(AUTHORITY_STORE))) {
      keytool(
          AUTHORITY,
          List.of("-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign,cRLSign"));
    }
    write(
        folder.resolve(TRUST_STORE),
        trusted -> trusted.setCertificateEntry(AUTHORITY, workshop().getCertificate(AUTHORITY)));
  }

  private void make(String alias, Path store) throws IOException {
    write(
        store,
        own -> {
          if (!workshop().containsAlias(alias)) {
            keytool(alias, List.of("-signer", AUTHORITY, "-ext", "ku:critical=digitalSignature"));
          }
          char[] secret = password.toCharArray();
          Certificate[] chain = workshop().getCertificateChain(alias);
          own.setKeyEntry(alias, workshop().getKey(alias, secret), secret, chain);
        });
  }

  /** Where the authority signs; it keeps the keys of all devices. */
  private KeyStore workshop() throws IOException, GeneralSecurityException {
    return DeviceCertificate.load(folder.resolve(AUTHORITY_STORE), password);
  }

  private interface Filling {
    void into(KeyStore store) throws IOException, GeneralSecurityException;
  }

  private void write(Path file, Filling filling) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      filling.into(store);
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      try (OutputStream out = Files.newOutputStream(draft)) {
        store.store(out, password.toCharArray());
      }
      onlyForTheOwner(draft);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot make " + file + ": " + e.getMessage(), e);
    }
  }

  private static void onlyForTheOwner(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private void keytool(String alias, List<String> more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass:env",
                PASSWORD_VARIABLE,
                "-keystore",
                folder.resolve(AUTHORITY_STORE).toString(),
                "-alias",
                alias,
                "-dname",
                "CN=" + alias + ", O=TrustRing"));
    command.addAll(more);
    ProcessBuilder keytool = new ProcessBuilder(command).redirectErrorStream(true);
    keytool.environment().put(PASSWORD_VARIABLE, password);
    Process running = keytool.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitOf(running) != 0) {
      throw new IOException(
          "keytool did not make a certificate for " + alias + ": " + said.strip());
    }
    onlyForTheOwner(folder.resolve(AUTHORITY_STORE));
  }

  private static int exitOf(Process running) throws IOException {
    try {
      if (running.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS)) {
        return running.exitValue();
      }
      running.destroyForcibly();
      throw new IOException("keytool does not end");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool made a certificate", e);
    }
  }
}
