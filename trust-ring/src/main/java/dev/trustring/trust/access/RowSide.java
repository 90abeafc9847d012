package dev.trustring.trust.access;

/** Which end of a row this device is: the one that asked for access or the one that gave it. */
public enum RowSide {
  ACCESSER,
  ACCESSEE
}
