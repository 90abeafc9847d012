package dev.trustring.sim.fault;

import dev.trustring.config.scenario.FaultParam;
import dev.trustring.config.scenario.FaultSpec;
import dev.trustring.config.scenario.LinkShape;
import dev.trustring.sim.net.Impairment;
import dev.trustring.sim.world.World;
import java.util.List;
import java.util.function.Function;

/** Makes one direction worse than its network: slow, lossy, uneven or narrow. */
final class LinkAilment implements FaultKind {

  private static final FaultParam RATE =
      FaultParam.required("rate", FaultParam.Type.SHARE, "the part that it happens to, 0 to 1");

  private final FaultSpec spec;
  private final Function<FaultArguments, Impairment> impairment;

  private LinkAilment(FaultSpec spec, Function<FaultArguments, Impairment> impairment) {
    this.spec = spec;
    this.impairment = impairment;
  }

  static List<FaultKind> all() {
    return List.of(
        new LinkAilment(
            mayHeal(
                "delay",
                "Everything that one device sends to another takes longer, gossip included.",
                FaultParam.required(
                    "by", FaultParam.Type.DELAY, "how much longer everything takes")),
            arguments -> Impairment.delayOf(arguments.span("by"))),
        new LinkAilment(
            mayHeal(
                "loss",
                "A part of what one device sends to another is lost, gossip included.",
                FaultParam.required(
                    "rate", FaultParam.Type.SHARE, "the part that is lost, from 0 to 1")),
            arguments -> Impairment.lossOf(arguments.share("rate"))),
        new LinkAilment(
            healing(
                "slow-tail",
                "A few frames of one direction take much longer, and those behind them as well.",
                RATE,
                FaultParam.required("by", FaultParam.Type.PERIOD, "how much longer at the most")),
            arguments ->
                Impairment.of(LinkShape.tailed(arguments.share("rate"), arguments.span("by")))),
        new LinkAilment(
            healing("duplicate", "A part of the frames of one direction arrives twice.", RATE),
            arguments -> Impairment.of(LinkShape.duplicating(arguments.share("rate")))),
        new LinkAilment(
            healing("reorder", "A part of the frames of one direction may be overtaken.", RATE),
            arguments -> Impairment.of(LinkShape.reordering(arguments.share("rate")))),
        new LinkAilment(
            healing(
                "bandwidth",
                "The frames of one direction share a narrow link and queue for it.",
                FaultParam.required(
                    "bytes", FaultParam.Type.COUNT, "how many of them a second, at least 1")),
            arguments ->
                Impairment.of(LinkShape.ofBandwidth(Math.max(1, arguments.count("bytes"))))));
  }

  private static FaultSpec mayHeal(String kind, String meaning, FaultParam... more) {
    return new FaultSpec(kind, OneWay.params(more), true, meaning);
  }

  private static FaultSpec healing(String kind, String meaning, FaultParam... more) {
    return FaultSpec.healing(kind, meaning, OneWay.params(more));
  }

  @Override
  public FaultSpec spec() {
    return spec;
  }

  @Override
  public Runnable strike(World world, FaultArguments arguments) {
    return OneWay.impair(world, arguments, impairment.apply(arguments));
  }
}
