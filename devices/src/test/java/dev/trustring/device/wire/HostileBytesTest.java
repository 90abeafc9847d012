package dev.trustring.device.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.wire.TrustMessage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, what comes out is a frame or a {@code WireException}, soon. */
@Timeout(30)
class HostileBytesTest {

  private static final int MUTATIONS = 2_000;
  private static final long SEED = 20_261_121;
  private static final int MUCH = 4 * 1024 * 1024;

  @TestFactory
  Stream<DynamicTest> refusesAFrameThatEndsTooEarly() {
    return frames().stream()
        .map(frame -> dynamicTest(frame.payload().word(), () -> refusesEveryBeginningOf(frame)));
  }

  @Test
  void takesNoHarmFromMutations() throws WireException {
    RandomGenerator random = new SplittableRandom(SEED);
    List<Frame> frames = frames();
    int refused = 0;

    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      byte[] bytes = mutated(FrameCodec.encode(frames.get(mutation % frames.size())), random);
      refused += isRefused(bytes) ? 1 : 0;
    }

    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS - 1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "9A7FFFFFFF", // a list of 2^31-1
        "9B7FFFFFFFFFFFFFFF", // a list of 2^63-1
        "BA7FFFFFFF", // a map
        "7A7FFFFFFF61", // a text
        "7B7FFFFFFFFFFFFFFF61",
        "5A7FFFFFFF61", // a blob
        "5B7FFFFFFFFFFFFFFF61",
        "C25A7FFFFFFF61" // a big number
      })
  void allocatesForWhatIsThereAndNotForWhatIsDeclared(String hex) throws WireException {
    byte[] body = Arrays.copyOf(HexFormat.of().parseHex(hex), 100);
    byte[] frame = withBody(body);
    isRefused(frame);
    assertThatThrownBy(() -> Cbor.read(JsonNode.class, body)).isInstanceOf(WireException.class);
    long before = allocated();

    boolean frameIsRefused = isRefused(frame);
    boolean treeIsRefused = isRefusedAsTree(body);

    assertThat(allocated() - before).isLessThan(MUCH);
    assertThat(frameIsRefused && treeIsRefused).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {Cbor.DEEPEST + 1, 1_000_000})
  void refusesWhatIsNestedTooDeep(int levels) throws WireException {
    byte[] lists = new byte[levels + 1];
    Arrays.fill(lists, (byte) 0x81);
    lists[levels] = 0;

    assertThat(isRefused(withBody(lists))).isTrue();
    assertThat(isRefusedAsTree(lists)).isTrue();
  }

  @Test
  void takesWhatIsNestedNotTooDeep() throws WireException {
    byte[] lists = new byte[Cbor.DEEPEST + 1];
    Arrays.fill(lists, (byte) 0x81);
    lists[Cbor.DEEPEST] = 0;

    assertThat(Cbor.read(JsonNode.class, lists).isArray()).isTrue();
  }

  @Test
  void takesNoHarmFromVeryManyNamesThatNobodyKnows() throws WireException {
    byte[] body = new byte[4_000_002];
    body[0] = (byte) 0xBF;
    for (int entry = 0; entry < 500_000; entry++) {
      int at = 1 + entry * 8;
      body[at] = 0x66;
      byte[] name = HexFormat.of().toHexDigits(entry, 6).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, body, at + 1, name.length);
    }
    body[body.length - 1] = (byte) 0xFF;

    assertThat(isRefused(withBody(body))).isTrue();
    assertThat(isRefusedAsTree(body)).isFalse();
  }

  private static void refusesEveryBeginningOf(Frame frame) throws WireException {
    byte[] whole = FrameCodec.encode(frame);

    assertThat(IntStream.range(0, whole.length))
        .allSatisfy(length -> assertThat(isRefused(Arrays.copyOf(whole, length))).isTrue());
  }

  private static boolean isRefused(byte[] bytes) {
    FrameCodec.refusalOf(bytes);
    try {
      assertThat(FrameCodec.decode(bytes)).isNotNull();
      return false;
    } catch (WireException e) {
      assertThat(e.getMessage()).startsWith("expected ").hasSizeLessThan(400).doesNotContain("\n");
      return true;
    }
  }

  private static boolean isRefusedAsTree(byte[] bytes) {
    try {
      Cbor.read(JsonNode.class, bytes);
      return false;
    } catch (WireException e) {
      return true;
    }
  }

  private static byte[] mutated(byte[] bytes, RandomGenerator random) {
    byte[] after = bytes;
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(after.length);
      switch (random.nextInt(5)) {
        case 0 -> after[at] = (byte) random.nextInt(256);
        case 1 -> after[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> after = Arrays.copyOf(after, Math.max(1, at));
        case 3 -> after = Arrays.copyOf(after, after.length + 1 + random.nextInt(8));
        default -> {
          int from = random.nextInt(after.length);
          int length = Math.min(random.nextInt(16), after.length - Math.max(from, at));
          System.arraycopy(after, from, after, at, length);
        }
      }
    }
    return after;
  }

  private static byte[] withBody(byte[] body) throws WireException {
    Payload refusal = new Payload.VersionRefused(1, FrameCodec.VERSION);
    byte[] header = FrameCodec.encode(frame(refusal));
    header[3] = 0;
    byte[] frame = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, frame, header.length, body.length);
    return frame;
  }

  private static List<Frame> frames() {
    List<Payload> payloads = new ArrayList<>();
    for (Class<?> kind : WireTypes.kindsOf(Payload.class)) {
      payloads.add((Payload) Samples.full(kind));
    }
    for (Class<?> kind : WireTypes.kindsOf(TrustMessage.class)) {
      payloads.add(new Payload.OfTrust((TrustMessage) Samples.full(kind)));
    }
    for (Class<?> kind : WireTypes.kindsOf(SyncMessage.class)) {
      payloads.add(new Payload.OfSync((SyncMessage) Samples.full(kind)));
    }
    return payloads.stream().map(HostileBytesTest::frame).toList();
  }

  private static Frame frame(Payload payload) {
    return new Frame(new DeviceName("phone"), new DeviceName("watch"), Bearer.WIFI, payload);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
