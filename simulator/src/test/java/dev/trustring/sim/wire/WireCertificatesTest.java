package dev.trustring.sim.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestProbe;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in over TLS; on real connections. */
class WireCertificatesTest {
  private static final String PASSWORD = "a-password";

  @TempDir static Path folder;
  private static RingCertificates ring;
  private static DeviceCertificate stranger;

  @BeforeAll
  static void twoRings() throws IOException {
    ring = RingCertificates.in(folder.resolve("home"), PASSWORD);
    stranger = RingCertificates.in(folder.resolve("neighbours"), PASSWORD).of("phone");
  }

  @Test
  void letsDevicesOfTheRingTalkAndNobodyElse() throws Exception {
    try (Node phone = deviceWith(ring.of("phone"));
        Node tv = deviceWith(ring.of("tv"));
        Node unknown = deviceWith(stranger)) {
      TestProbe<WireProblem> alarms = TestProbe.create(unknown.system);
      WireAlarmActor.listen(unknown.system, alarms.ref()::tell);
      TestProbe<String> inbox = TestProbe.create(tv.system);

      unknown.seen(inbox.ref(), tv).tell("from a stranger");
      phone.seen(inbox.ref(), tv).tell("from the phone");

      inbox.expectMessage(Node.PATIENCE, "from the phone");
      WireProblem alarm = alarms.receiveMessage(Node.PATIENCE);
      assertThat(alarm.kind()).isEqualTo(WireProblem.Kind.CERTIFICATE_REFUSED);
      assertThat(alarm.line()).startsWith("tv@127.0.0.1:");

      int port = tv.system.address().getPort().orElseThrow();
      assertThat(knock(port, ring.of("phone"))).isEqualTo("let in");
      assertThat(knock(port, stranger)).isEqualTo("refused");
      assertThat(knock(port, null)).isEqualTo("refused");
    }
  }

  @Test
  void keepsCertificatesThatAreThere() throws IOException {
    DeviceCertificate first = ring.of("Watch");
    byte[] store = Files.readAllBytes(first.keyStore());

    DeviceCertificate again = RingCertificates.in(folder.resolve("home"), PASSWORD).of("watch");

    assertThat(again).isEqualTo(first);
    assertThat(Files.readAllBytes(again.keyStore())).isEqualTo(store);
  }

  @Test
  void saysWhyAStoreCannotBeUsed() throws IOException {
    DeviceCertificate good = ring.of("phone");
    Path missing = folder.resolve("missing.p12");

    assertThat(good.problems()).isEmpty();
    assertThat(new DeviceCertificate(good.keyStore(), good.trustStore(), "guessed").problems())
        .extracting(WireProblem::line)
        .contains("the password does not open " + good.keyStore());
    assertThat(new DeviceCertificate(missing, good.trustStore(), PASSWORD).problems())
        .extracting(WireProblem::line)
        .containsExactly(missing + " cannot be read as a key store (PKCS12)");
  }

  private static Node deviceWith(DeviceCertificate certificate) {
    return Node.device("tv", config -> config.withCertificate(certificate));
  }

  /** Connects with this certificate, or none. Under TLS 1.3 a refusal comes with the first read. */
  private static String knock(int port, @Nullable DeviceCertificate own) throws Exception {
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(keysOf(own), trustOf(ring.of("phone")), null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
      socket.setSoTimeout(1000);
      socket.startHandshake();
      return "heard " + socket.getInputStream().read();
    } catch (SocketTimeoutException nothingIsSaidToAGuest) {
      return "let in";
    } catch (SSLException | SocketException e) {
      // Whoever is refused while it still writes sees the connection break.
      return "refused";
    }
  }

  private static KeyManager @Nullable [] keysOf(@Nullable DeviceCertificate own)
      throws IOException, GeneralSecurityException {
    if (own == null) {
      return null;
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    KeyStore store = DeviceCertificate.load(own.keyStore(), own.password());
    keys.init(store, own.password().toCharArray());
    return keys.getKeyManagers();
  }

  private static TrustManager[] trustOf(DeviceCertificate own)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(DeviceCertificate.load(own.trustStore(), own.password()));
    return trust.getTrustManagers();
  }
}
