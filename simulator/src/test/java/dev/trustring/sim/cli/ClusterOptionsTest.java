package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.sim.disk.DataFolder;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterOptionsTest {

  private static final String[] CLUSTER = {"run", Shell.HOME, "--host", "cluster"};

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--data, here",
    "--postgres, jdbc:postgresql:x",
    "--bind, localhost",
    "--port, 7000",
    "--certificates, here",
    "--metrics, 0"
  })
  void anotherHostHasNoUseForThem(String option, String value) {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--host=dense", option, value);

    assertOneLine(result, option + " is for --host cluster and not for --host dense");
  }

  @Test
  void whatIsNoDatabaseIsTold() {
    assertOneLine(cluster("--postgres", "mysql:x"), "begins with jdbc:postgresql:");
  }

  @Test
  void othersAreLetInWithCertificatesOnly() {
    assertOneLine(cluster("--bind", "192.0.2.1"), "needs --certificates DIR");
  }

  @Test
  void anAddressThatStandsForAllIsNone() {
    assertOneLine(cluster("--bind", "0.0.0.0"), "is no single address");
  }

  @Test
  void aDeviceWithoutCertificateIsTold() {
    assertOneLine(
        cluster("--certificates", folder.toString()),
        "make it with 'trustring certificates " + folder + " phone'");
  }

  @Test
  void portsThatWouldBeTooHighAreTold() {
    assertOneLine(cluster("--port", "65535"), "a port is at most 65535");
  }

  @Test
  void aFolderThatIsAFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertOneLine(cluster("--data", file.toString()), "cannot be used");
  }

  @Test
  void aFolderOfAnEarlierRunIsRefusedAndLeftAlone() throws Exception {
    DataFolder.open(folder, new DeviceName("tv")).close();

    assertOneLine(cluster("--data", folder.toString()), "holds what tv kept in an earlier run");

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("tv"));
    }
  }

  @Test
  void realTimeIsNotRunTwiceToCompare() {
    assertOneLine(cluster("--check"), "--check: in real time no two runs are alike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual", "dense"})
  void processesAreForTheClusterHost(String host) {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--host", host, "--processes");

    assertOneLine(result, "--processes: only with --host cluster, not " + host);
  }

  @Test
  void anUnknownHostIsToldWithTheNearest() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--host", "clustr", "--processes");

    assertOneLine(result, "did you mean cluster?");
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = Math.min(taken.getLocalPort(), 65_000);

      assertOneLine(cluster("--port", Integer.toString(port)), "is in use by another program");
    }
  }

  @Test
  void aDenseHostCannotPutMembersOut() throws IOException {
    String file =
        new ScenarioCopy(folder).replacing("\nseed:", "\ndowning: keep-majority\nseed:").file();

    assertOneLine(new Shell().run("run", file, "--host=dense"), "'downing: keep-majority'");
  }

  @Test
  void certificatesAreMadeAndCanBeUsed() {
    String ring = folder.resolve("ring").toString();

    Shell.Result made = new Shell().run("certificates", ring, "phone", "tv");

    assertThat(made.code()).isZero();
    assertThat(made.out()).contains("phone: ").contains("device-tv.p12").contains("ring.p12");
    assertThat(
            CertificatesCommand.kept(
                    Path.of(ring), new DeviceName("tv"), CertificatesCommand.password(Map.of()))
                .problems())
        .isEmpty();
  }

  @Test
  void devicesListenOnePortAfterTheOther() {
    Scenario home = home();

    assertThat(ClusterChoice.addresses(home, BindHost.LOOPBACK, OptionalInt.of(7000)).values())
        .extracting(Object::toString)
        .contains("127.0.0.1:7000", "127.0.0.1:7001", "127.0.0.1:7002");
    assertThat(ClusterChoice.schemaOf(home)).isEqualTo("trustring_home");
  }

  @Test
  void aPeerWithoutPortIsTold() {
    Shell.Result result =
        new Shell().run("device", "--name=phone", "--world", Shell.HOME, "--peer", "tv=192.0.2.1");

    assertOneLine(result, "--peer tv: '192.0.2.1' is no HOST:PORT");
  }

  @Test
  void aTimeThatIsNoneIsTold() {
    Shell.Result result =
        new Shell().run("device", "--name=phone", "--world", Shell.HOME, "--for", "soon");

    assertOneLine(result, "'soon' is no time such as");
  }

  @Test
  void aDeviceThatIsNotInTheWorldIsToldWithTheNearest() {
    Shell.Result result = new Shell().run("device", "--name=phne", "--world", Shell.HOME);

    assertOneLine(result, "did you mean phone?");
  }

  private static Scenario home() {
    return new Desk(
            new Console(
                new java.io.PrintWriter(java.io.Writer.nullWriter()),
                new java.io.PrintWriter(java.io.Writer.nullWriter()),
                Map.of(),
                () -> 0),
            dev.trustring.sim.run.Simulation::new)
        .read(Shell.HOME, null, null);
  }

  private static Shell.Result cluster(String... options) {
    String[] all = java.util.Arrays.copyOf(CLUSTER, CLUSTER.length + options.length);
    System.arraycopy(options, 0, all, CLUSTER.length, options.length);
    return new Shell().run(all);
  }

  private static void assertOneLine(Shell.Result result, String says) {
    assertThat(result.err()).contains(says);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isEqualTo(2);
  }
}
