package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.sim.net.Direction;
import dev.trustring.sim.world.World;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.wire.BindMessage;
import java.util.List;

/**
 * Cuts two devices apart in the middle of a bind: the first message of that number is delivered,
 * whoever sends it, and everything that either says after it is lost (trust-and-softbus §2.9). A
 * bind that never gets that far is not disturbed.
 */
final class CutHandshake implements FaultKind {

  private static final FaultSpec SPEC =
      FaultSpec.healing(
          "cut-handshake",
          "After a chosen message of a bind between two devices everything between them is lost.",
          List.of(
              FaultParam.required("from", FaultParam.Type.DEVICE, "one of the two"),
              FaultParam.required("to", FaultParam.Type.DEVICE, "the other"),
              FaultParam.required(
                  "after",
                  FaultParam.Type.COUNT,
                  "the platform's number of the last message that is delivered, 80 to 700")));

  @Override
  public FaultSpec spec() {
    return SPEC;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    Scissors scissors = new Scissors(world, arguments);
    Runnable unhook = world.air().whenArrived(scissors::see);
    return () -> {
      unhook.run();
      scissors.end();
    };
  }

  /** Open until the message comes, and then closed until the end. */
  private static final class Scissors {
    private final World world;
    private final FaultArguments arguments;
    private final List<DeviceName> ends;
    private boolean closed;
    private Runnable join = () -> {};

    Scissors(World world, FaultArguments arguments) {
      this.world = world;
      this.arguments = arguments;
      this.ends = List.of(arguments.direction().from(), arguments.direction().to());
    }

    void see(Frame frame) {
      boolean between = ends.contains(frame.from()) && ends.contains(frame.to());
      if (!closed && between && isTheOne(frame.payload())) {
        closed = true;
        Direction there = arguments.direction();
        join = Blackhole.in(List.of(there, there.back()), world, arguments.cause());
      }
    }

    private boolean isTheOne(Payload payload) {
      return payload instanceof Payload.OfTrust trust
          && trust.message() instanceof BindMessage message
          && message.number() == arguments.count("after");
    }

    void end() {
      join.run();
    }
  }
}
