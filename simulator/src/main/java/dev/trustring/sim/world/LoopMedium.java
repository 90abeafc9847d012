package dev.trustring.sim.world;

import dev.trustring.device.net.Frame;
import dev.trustring.device.wire.FrameCodec;
import dev.trustring.device.wire.WireException;
import dev.trustring.sim.net.Air;
import java.util.function.Consumer;

/** The medium between devices of one run loop: frames cross it as the bytes that a wire carries. */
final class LoopMedium {

  private LoopMedium() {}

  static Air.Carrier bringing(Consumer<Frame> arrived) {
    return frame -> arrived.accept(acrossAsBytes(frame));
  }

  private static Frame acrossAsBytes(Frame frame) {
    try {
      return FrameCodec.decode(FrameCodec.encode(frame));
    } catch (WireException e) {
      throw new IllegalStateException("a frame that cannot travel: " + frame.payload().word(), e);
    }
  }
}
