package dev.trustring.kv.store;

import java.util.List;

/**
 * How much of what is due goes into one packet (kv-store §3.5).
 *
 * @param mtu what the soft bus says to carry at a time, in bytes; rows fill nine tenths of it
 * @param rows how many rows go into a packet at the most
 */
public record PacketLimits(int mtu, int rows) {

  /** The smallest and the greatest of what the engine takes for the soft bus's word. */
  public static final int LEAST_MTU = 1024;

  public static final int GREATEST_MTU = 5 * 1024 * 1024;

  /** What the platform has. */
  public static final PacketLimits PLATFORM = new PacketLimits(4 * 1024 * 1024, 2000);

  /**
   * What a row takes besides its key and value: times, flags, names of devices. The number is ours.
   */
  static final int ROW_OVERHEAD = 64;

  public PacketLimits {
    if (mtu < LEAST_MTU || mtu > GREATEST_MTU || rows < 1) {
      throw new IllegalArgumentException("no limits of a packet: " + mtu + " bytes, " + rows);
    }
  }

  /** The platform's, over a soft bus that carries so many bytes at a time. */
  public static PacketLimits ofMtu(int mtu) {
    return new PacketLimits(mtu, PLATFORM.rows);
  }

  /** The same, or of one row. */
  public PacketLimits orOneRow(boolean one) {
    return one ? new PacketLimits(mtu, 1) : this;
  }

  /** How many of these rows go into a packet; a row that is too large for any goes alone. */
  int fitting(List<Row> due) {
    long room = mtu * 9L / 10;
    int count = 0;
    for (Row row : due) {
      room -= bytes(row);
      if (count == rows || (room < 0 && count > 0)) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static long bytes(Row row) {
    return ROW_OVERHEAD + (long) row.id().key().bytes() + row.value().map(Value::bytes).orElse(0);
  }
}
