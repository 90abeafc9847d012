package dev.trustring.trust.bind;

import dev.trustring.trust.effect.BindRole;
import java.util.List;

/**
 * Where one end of a bind stands, with the platform's number, the messages that it takes there and
 * the states that may follow (trust-and-softbus §2.6). The end of a bind, 18 and 66, may follow
 * every state and is none here: a bind that has ended is no longer there.
 */
public enum BindState {
  SOURCE_INIT(0, List.of(), List.of(1)),
  /** The session to the sink is being opened. */
  SOURCE_OPEN(1, List.of(), List.of(2)),
  /** Message 80 is out. */
  SOURCE_NEGOTIATE(2, List.of(90), List.of(3)),
  /** Message 100 is out. */
  SOURCE_CONFIRM(3, List.of(110), List.of(4, 17)),
  /** Allowed; here each try of a PIN begins. */
  SOURCE_PIN_START(4, List.of(), List.of(5, 6, 8, 10, 14, 17)),
  /** The box for the PIN is open. */
  SOURCE_PIN_INPUT(5, List.of(), List.of(10)),
  /** This end says a PIN as sound; message 102 is out. */
  SOURCE_REVERSE_START(6, List.of(112), List.of(7, 4)),
  /** The sink has heard it; message 120 is out. */
  SOURCE_REVERSE_DONE(7, List.of(130), List.of(11, 4)),
  /** Message 101 is out. */
  SOURCE_FORWARD_START(8, List.of(111), List.of(9)),
  /**
   * The sink says a PIN as sound and this end listens; once it has heard it, message 120 is out.
   */
  SOURCE_FORWARD_DONE(9, List.of(130), List.of(11, 4)),
  /** A PIN was typed; message 120 is out. */
  SOURCE_PAKE_START(10, List.of(130), List.of(11, 4)),
  /** Message 121 is out. */
  SOURCE_PAKE_PROOF(11, List.of(131), List.of(12, 4)),
  /** The sink has said whether it has the same key. */
  SOURCE_PAKE_DONE(12, List.of(), List.of(13, 4)),
  /** Message 140 is out, or 180 where there are no keys to exchange. */
  SOURCE_KEY_SENT(13, List.of(150, 190), List.of(14, 16, 17)),
  /** Long-term keys are exchanged; message 160 or 141 is out. */
  SOURCE_KEYS_EXCHANGED(14, List.of(170, 151), List.of(15, 19)),
  /** Message 161 is out. */
  SOURCE_CREDENTIAL_HALF(15, List.of(171), List.of(16)),
  /** A credential is proven; message 160 of the next, or 180, is out. */
  SOURCE_CREDENTIAL_PROVEN(16, List.of(170, 190), List.of(17, 15)),
  /** The rows are written; message 200 is out. */
  SOURCE_DATA_SYNC(17, List.of(), List.of()),
  /** The credentials were there before; message 180 is out. */
  SOURCE_SESSION_KEY(19, List.of(190), List.of(17)),
  SINK_INIT(0, List.of(), List.of(51)),
  /** Message 90 is out. */
  SINK_NEGOTIATE(51, List.of(100), List.of(52)),
  /** The confirm box is open. */
  SINK_CONFIRM(52, List.of(), List.of(53, 63)),
  /** Allowed; here each try of a PIN begins, the later ones with the PIN still shown. */
  SINK_PIN_START(53, List.of(101, 102, 120), List.of(54, 55, 57, 59)),
  /** The PIN is shown. */
  SINK_PIN_DISPLAY(54, List.of(120), List.of(59)),
  /** The source says a PIN as sound and this end listens; once it has heard it, 112 is out. */
  SINK_REVERSE_START(55, List.of(120), List.of(56, 53)),
  /** Message 130 is out, over the PIN that was heard. */
  SINK_REVERSE_DONE(56, List.of(121), List.of(60, 53)),
  /** This end says a PIN as sound; message 111 is out. */
  SINK_FORWARD_START(57, List.of(120), List.of(58, 53)),
  /** Message 130 is out, over the PIN that was said. */
  SINK_FORWARD_DONE(58, List.of(121), List.of(60, 53)),
  /** Message 130 is out. */
  SINK_PAKE_START(59, List.of(121), List.of(60, 53)),
  /** The proof of the source is being compared. */
  SINK_PAKE_PROOF(60, List.of(), List.of(61, 53)),
  /** The PIN was right; message 131 is out. */
  SINK_PAKE_DONE(61, List.of(140, 180), List.of(62, 63, 65)),
  /** Long-term keys are exchanged; message 150 is out. */
  SINK_KEYS_EXCHANGED(62, List.of(160, 141), List.of(63, 67)),
  /** Message 170 is out, or 160 is to come without a PIN. */
  SINK_CREDENTIAL_HALF(63, List.of(160, 161), List.of(64)),
  /** A credential is proven; message 171 is out. */
  SINK_CREDENTIAL_PROVEN(64, List.of(160, 180), List.of(65, 63)),
  /** The rows are written; message 190 is out. */
  SINK_DATA_SYNC(65, List.of(), List.of()),
  /** The credentials were there before; message 151 is out. */
  SINK_SESSION_KEY(67, List.of(180), List.of(65)),
  V1_SOURCE_INIT(1, List.of(), List.of(2)),
  /** Message 80 is out. */
  V1_SOURCE_NEGOTIATE(2, List.of(90), List.of(3)),
  V1_SOURCE_NEGOTIATED(3, List.of(), List.of(4)),
  /** Message 100 is out. */
  V1_SOURCE_REPLY(4, List.of(200), List.of(5)),
  /** The box for the PIN is open. */
  V1_SOURCE_JOIN(5, List.of(), List.of(5)),
  /** A PIN was typed; HiChain's dialogue runs. */
  V1_SOURCE_JOINING(5, List.of(501, 503, 700), List.of(5, 6)),
  /** In the group; message 400 is out. */
  V1_SOURCE_NETWORK(6, List.of(201), List.of(7)),
  V1_SOURCE_FINISH(7, List.of(), List.of()),
  V1_SINK_INIT(20, List.of(), List.of(21)),
  /** Message 90 is out. */
  V1_SINK_NEGOTIATE(21, List.of(100), List.of(22)),
  /** The confirm box is open. */
  V1_SINK_CONFIRM(22, List.of(), List.of(23)),
  /** The group is made. */
  V1_SINK_GROUP(23, List.of(), List.of(24)),
  /** The PIN is shown, and HiChain's dialogue may run. */
  V1_SINK_SHOW(24, List.of(500, 502, 600, 400), List.of(25)),
  /** The rows are written; message 201 is out. */
  V1_SINK_FINISH(25, List.of(), List.of());

  private final int number;

  @SuppressWarnings("ImmutableEnumChecker") // every list here is made by List.of
  private final List<Integer> awaited;

  @SuppressWarnings("ImmutableEnumChecker") // as above
  private final List<Integer> next;

  BindState(int number, List<Integer> awaited, List<Integer> next) {
    this.number = number;
    this.awaited = awaited;
    this.next = next;
  }

  public int number() {
    return number;
  }

  public BindRole role() {
    return name().contains("SOURCE") ? BindRole.SOURCE : BindRole.SINK;
  }

  /** Whether it belongs to the dialogue of version 1 (§2.10), whose numbers are its own. */
  public boolean isV1() {
    return name().startsWith("V1");
  }

  /** Whether a message of this number is due; that a bind is over may be said at any time. */
  public boolean awaits(int message) {
    return awaited.contains(message);
  }

  public boolean mayGoTo(BindState other) {
    return role() == other.role() && isV1() == other.isV1() && next.contains(other.number);
  }
}
