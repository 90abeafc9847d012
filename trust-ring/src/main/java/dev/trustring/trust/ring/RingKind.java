package dev.trustring.trust.ring;

/** What holds a ring together: one HUAWEI ID, or the PIN bond of two devices. */
public enum RingKind {
  ACCOUNT,
  BOND
}
