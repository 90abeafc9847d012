package dev.trustring.kv.sync;

import java.util.Optional;

/**
 * Which packet of an attempt something is.
 *
 * @param number from 1; 0 where all goes in one packet, which needs no number
 * @param last whether none comes after it
 * @param goOn up to where to collect the next one at once; empty when there is no next one or the
 *     window is full
 */
record Part(int number, boolean last, Optional<Long> goOn) {

  /** All there is. */
  static final Part WHOLE = new Part(0, true, Optional.empty());
}
