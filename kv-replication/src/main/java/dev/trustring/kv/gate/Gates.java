package dev.trustring.kv.gate;

import dev.trustring.kv.decision.Gate;
import dev.trustring.kv.decision.GateInfo.Side;
import dev.trustring.kv.rules.RuleSet;
import java.util.List;
import java.util.stream.Stream;

/** The gates of each rule set, in the order in which the platform asks them (kv-store §4). */
public final class Gates {

  private static final List<Gate> OPENHARMONY =
      List.of(
          new OpenGate(),
          new CallerIdentityGate(),
          new AppCloneGate(),
          new DelayGate(),
          new TargetOnlineGate(),
          new MetadataGate(),
          new ActivationGate(),
          new QueueGate(),
          new SendRangeGate(),
          new SendPermissionGate(),
          new DataFlowGate(),
          new RouteHeaderGate(),
          new SessionGate(),
          new TimeSyncGate(),
          new AbilityGate(),
          new SendLevelGate(),
          new LockedStoreGate(),
          new PushInterceptorGate(),
          new FrameGate(),
          new SessionCheckGate(),
          new CommunicatorGate(),
          new TargetUserGate(),
          new ClockGate(),
          new VersionKnownGate(),
          new VersionSupportedGate(),
          new ReceiveRangeGate(),
          new ReceivePermissionGate(),
          new ReceiveLevelGate(),
          new AnswerDataFlowGate(),
          new AbilityDoneGate(),
          new WatermarkGate(),
          new SaveGate(),
          new PullReadGate(),
          new PullResponseGate());

  private static final List<Gate> ARTICLE = under(RuleSet.ARTICLE, OPENHARMONY);

  private Gates() {}

  /** The whole chain: the sender's gates, then the receiver's. */
  public static List<Gate> of(RuleSet rules) {
    return switch (rules) {
      case OPENHARMONY -> OPENHARMONY;
      case ARTICLE -> ARTICLE;
    };
  }

  /** The gates of one end, in order. */
  public static List<Gate> of(RuleSet rules, Side side) {
    return of(rules).stream().filter(gate -> gate.info().side() == side).toList();
  }

  /** These gates of the platform as a rule set has them. */
  static List<Gate> under(RuleSet rules, List<Gate> gates) {
    return switch (rules) {
      case OPENHARMONY -> gates;
      case ARTICLE -> gates.stream().flatMap(Gates::asTheArticleHasIt).toList();
    };
  }

  private static Stream<Gate> asTheArticleHasIt(Gate gate) {
    if (gate instanceof OpenGate) {
      return Stream.of(gate, new DataGroupGate());
    }
    if (gate instanceof SendLevelGate) {
      return Stream.of(new SendTeeGate());
    }
    if (gate instanceof ReceiveLevelGate) {
      return Stream.of(new ReceiveTeeGate());
    }
    return Stream.of(gate);
  }
}
