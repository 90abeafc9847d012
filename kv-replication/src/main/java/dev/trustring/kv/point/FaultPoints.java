package dev.trustring.kv.point;

/** The fault points of one device. */
public interface FaultPoints {

  /** Those of a device where none ever fires, as is so outside of campaigns. */
  FaultPoints NONE = point -> false;

  /** Whether the rarer way is taken this time. */
  boolean fires(FaultPoint point);
}
