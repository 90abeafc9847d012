package dev.trustring.sim.cluster;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.RingId;
import dev.trustring.trust.ring.RingKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Shows in a probe that its sender has the key of the ring it asks about. */
final class Proof {

  private final Seal seal;
  private final DeviceName from;
  private final DeviceName to;

  private Proof(Seal seal, DeviceName from, DeviceName to) {
    this.seal = seal;
    this.from = from;
    this.to = to;
  }

  /** For words of one device to another. */
  static Proof of(RingKey key, DeviceName from, DeviceName to) {
    return new Proof(new Seal(key), from, to);
  }

  Payload.RingProbe probe(RingId ring, String address, String founder, boolean answer) {
    String mark = HexFormat.of().formatHex(seal.of(words(ring, address, founder, answer)));
    return new Payload.RingProbe(ring, address, founder, answer, mark);
  }

  boolean isRight(Payload.RingProbe probe) {
    byte[] said = words(probe.ring(), probe.address(), probe.founder(), probe.answer());
    return HexFormat.of().formatHex(seal.of(said)).equals(probe.proof());
  }

  private byte[] words(RingId ring, String address, String founder, boolean answer) {
    return String.join("\n", from.value(), to.value(), ring.value(), address, founder, "" + answer)
        .getBytes(StandardCharsets.UTF_8);
  }
}
