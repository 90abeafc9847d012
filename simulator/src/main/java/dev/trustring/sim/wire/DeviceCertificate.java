package dev.trustring.sim.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.List;

/** What a device shows to its peers and judges theirs by: two key stores (PKCS12), one password. */
public record DeviceCertificate(Path keyStore, Path trustStore, String password) {

  /** Why it cannot be used, if it cannot; better asked before a system is started with it. */
  public List<WireProblem> problems() {
    return List.of(keyStore, trustStore).stream()
        .flatMap(store -> problem(store).stream())
        .toList();
  }

  private List<WireProblem> problem(Path store) {
    try {
      load(store, password);
      return List.of();
    } catch (IOException e) {
      return List.of(
          e.getCause() instanceof UnrecoverableKeyException
              ? WireProblem.wrongPassword(store)
              : WireProblem.unreadable(store));
    } catch (GeneralSecurityException e) {
      return List.of(WireProblem.unreadable(store));
    }
  }

  static KeyStore load(Path store, String password) throws IOException, GeneralSecurityException {
    KeyStore loaded = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      loaded.load(in, password.toCharArray());
    }
    return loaded;
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "DeviceCertificate[" + keyStore + ", " + trustStore + "]";
  }
}
