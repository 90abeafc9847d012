package dev.trustring.trust.effect;

/** An end of a bind: the source asks for it, the sink shows the PIN. */
public enum BindRole {
  SOURCE,
  SINK
}
