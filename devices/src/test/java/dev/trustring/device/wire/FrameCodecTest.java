package dev.trustring.device.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.device.wire.WireException.Reason;
import dev.trustring.kv.store.Value;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class FrameCodecTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final Frame OPEN =
      new Frame(PHONE, WATCH, Bearer.BLUETOOTH, new Payload.SessionOpen(3));

  @Test
  void beginsWithTheHeaderThatAllVersionsShare() throws Exception {
    byte[] bytes = FrameCodec.encode(OPEN);

    String header = "TR\u0001\u0000\u0005phone\u0005watch\u0009BLUETOOTH";
    assertThat(bytes).startsWith(header.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void refusesWhatDoesNotBeginLikeAFrame() {
    refuses("HTTP/1.1".getBytes(StandardCharsets.US_ASCII), Reason.NOT_OURS, "begins with TR");
    refuses(new byte[0], Reason.NOT_OURS, "begins with TR");
    refuses(new byte[] {'T'}, Reason.NOT_OURS, "begins with TR");
  }

  @Test
  void refusesAnotherVersionWhateverFollows() {
    refuses(new byte[] {'T', 'R', 9}, Reason.UNKNOWN_VERSION, "version 1, not 9");
    refuses(new byte[] {'T', 'R', 0, 1}, Reason.UNKNOWN_VERSION, "version 1, not 0");
    assertThatThrownBy(() -> FrameCodec.decode(inVersion(200)))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.version()).hasValue(200));
  }

  @Test
  void looksAtTheSizeBeforeAnythingElse() {
    refuses(new byte[FrameCodec.MAX_BYTES + 1], Reason.TOO_BIG, "at most 8388608 bytes");
    refuses(new byte[FrameCodec.MAX_BYTES], Reason.NOT_OURS, "begins with TR");
  }

  @Test
  void doesNotSendWhatNobodyWouldTake() {
    Frame twoLargestValues = rowsOf(2);

    assertThatThrownBy(() -> FrameCodec.encode(twoLargestValues))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_BIG));
  }

  @Test
  void carriesTheLargestValueThatThePlatformAllows() throws Exception {
    Frame largest = rowsOf(1);

    assertThat(FrameCodec.decode(FrameCodec.encode(largest))).isEqualTo(largest);
  }

  @Test
  void refusesAHeaderThatEndsTooEarlyOrNamesNoDevice() {
    refuses(new byte[] {'T', 'R', 1}, Reason.MALFORMED, "two devices and a bearer");
    refuses(new byte[] {'T', 'R', 1, 0, 5, 'p'}, Reason.MALFORMED, "ends too early");
    refuses(new byte[] {'T', 'R', 1, 0, 1, '!', 0, 0}, Reason.MALFORMED, "a device name has");
  }

  @Test
  void refusesAnUnknownVersionInItsOwn() {
    assertThat(FrameCodec.refusalOf(inVersion(2)))
        .contains(new Frame(WATCH, PHONE, Bearer.BLUETOOTH, new Payload.VersionRefused(2, 1)));
  }

  @Test
  void refusesNothingItCanReadAndNobodyItCannotName() throws Exception {
    assertThat(FrameCodec.refusalOf(FrameCodec.encode(OPEN))).isEmpty();
    assertThat(FrameCodec.refusalOf(inVersion(0))).isEmpty();
    assertThat(FrameCodec.refusalOf(new byte[] {'T', 'R', 2})).isEmpty();
    assertThat(FrameCodec.refusalOf(new byte[] {'H', 'T', 'T', 'P'})).isEmpty();
    assertThat(FrameCodec.refusalOf(new byte[FrameCodec.MAX_BYTES + 1])).isEmpty();
  }

  @Test
  void understandsTheRefusalOfAnyVersionAndDoesNotRefuseIt() throws Exception {
    Frame refusal = new Frame(WATCH, PHONE, Bearer.WIFI, new Payload.VersionRefused(1, 7));

    byte[] bytes = FrameCodec.encode(refusal);

    assertThat(bytes[2]).isEqualTo((byte) 7);
    assertThat(FrameCodec.decode(bytes)).isEqualTo(refusal);
    assertThat(FrameCodec.refusalOf(bytes)).isEmpty();
  }

  @Test
  void refusesARefusalThatGoesOn() throws Exception {
    byte[] refusal =
        FrameCodec.encode(new Frame(WATCH, PHONE, Bearer.WIFI, new Payload.VersionRefused(1, 7)));

    refuses(Arrays.copyOf(refusal, refusal.length + 1), Reason.MALFORMED, "end with its header");
  }

  private static void refuses(byte[] bytes, Reason reason, String said) {
    assertThatThrownBy(() -> FrameCodec.decode(bytes))
        .isInstanceOfSatisfying(WireException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(said);
  }

  private static byte[] inVersion(int version) {
    try {
      byte[] bytes = FrameCodec.encode(OPEN);
      bytes[2] = (byte) version;
      return bytes;
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  private static Frame rowsOf(int largestValues) {
    Value largest = new Value(Value.Type.STRING, "v".repeat(Value.MAX_BYTES));
    SyncMessage.DataRequest rows = Requests.ofRows(Collections.nCopies(largestValues, largest));
    return new Frame(PHONE, WATCH, Bearer.WIFI, new Payload.OfSync(rows));
  }
}
