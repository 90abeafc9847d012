package dev.trustring.device.net;

import static dev.trustring.device.net.Bearer.BLE;
import static dev.trustring.device.net.Bearer.BLUETOOTH;
import static dev.trustring.device.net.Bearer.ETHERNET;
import static dev.trustring.device.net.Bearer.HML;
import static dev.trustring.device.net.Bearer.P2P;
import static dev.trustring.device.net.Bearer.WIFI;
import static dev.trustring.device.net.Bearer.WIFI_2G;

import java.util.List;

/**
 * What a lane is wanted for, and so in which order bearers are tried (trust-and-softbus §5.7).
 * Bearers that no device here has (COC, SLE, USB) are left out of the lists; a cable, of which the
 * notes say nothing, stands before 5 GHz (our choice).
 */
public enum Purpose {
  /** What the services of the system ask for: as little as {@link #LOW} (kv-store §7.3). */
  SERVICES("services"),
  /** Up to 384 KiB a second. */
  LOW("low"),
  /** Up to 30 MiB a second. */
  MIDDLE_LOW("middle-low"),
  /** Below 160 MiB a second. */
  MIDDLE_HIGH("middle-high"),
  HIGH("high"),
  MESSAGE("message"),
  BYTES("bytes"),
  FILE("file"),
  STREAM("stream"),
  /** The list of data bases; P2P, which is for legacy peers alone, is not in it. */
  DB("data base"),
  MESH("mesh"),
  LOW_ROUND_TRIP("low round trip"),
  /** To an address, before the peer is in the network; tried as messages are (our choice). */
  AUTH("authentication"),
  /** The authentication inside a join: over what nodes find each other by (§5.3). */
  JOIN("join");

  private static final long DB_BANDWIDTH = 0x5A5A5A5AL;
  private static final long MESH_BANDWIDTH = 0xA5A5A5A5L;
  private static final long KIB = 1024;
  private static final long LOW_MAX = 384 * KIB;
  private static final long MIDDLE_LOW_MAX = 30 * KIB * KIB;
  private static final long HIGH_MIN = 160 * KIB * KIB;

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** The class of a wish for so many bytes a second at least; two numbers are secret words. */
  public static Purpose ofBandwidth(long bytesPerSecond) {
    if (bytesPerSecond == DB_BANDWIDTH) {
      return DB;
    }
    if (bytesPerSecond == MESH_BANDWIDTH) {
      return MESH;
    }
    if (bytesPerSecond <= LOW_MAX) {
      return LOW;
    }
    if (bytesPerSecond <= MIDDLE_LOW_MAX) {
      return MIDDLE_LOW;
    }
    return bytesPerSecond < HIGH_MIN ? MIDDLE_HIGH : HIGH;
  }

  /** The word that traces print. */
  public String word() {
    return word;
  }

  /** The bearers in the order in which they are tried. */
  public List<Bearer> order() {
    return switch (this) {
      case SERVICES, LOW -> List.of(ETHERNET, WIFI, WIFI_2G, HML, BLUETOOTH, P2P, BLE);
      case MIDDLE_LOW -> List.of(ETHERNET, WIFI, HML, WIFI_2G, P2P);
      case MIDDLE_HIGH -> List.of(HML, ETHERNET, WIFI, P2P, WIFI_2G);
      case HIGH, LOW_ROUND_TRIP -> List.of(HML, P2P, ETHERNET, WIFI, WIFI_2G);
      case MESSAGE, BYTES, AUTH -> List.of(ETHERNET, WIFI, WIFI_2G, BLE, BLUETOOTH);
      case FILE -> List.of(ETHERNET, WIFI, HML, P2P, WIFI_2G, BLUETOOTH);
      case STREAM -> List.of(ETHERNET, WIFI, HML, P2P, WIFI_2G);
      case DB, MESH -> List.of(ETHERNET, WIFI, WIFI_2G, BLUETOOTH);
      case JOIN -> List.of(ETHERNET, WIFI, WIFI_2G, BLUETOOTH, BLE);
    };
  }
}
