package dev.trustring.trust.bind;

/** What the person on the sink can press in the confirm box. */
public enum ConfirmChoice {
  ALLOW_ONCE,
  ALLOW_ALWAYS,
  REJECT
}
