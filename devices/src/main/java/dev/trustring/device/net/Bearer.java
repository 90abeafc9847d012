package dev.trustring.device.net;

import dev.trustring.device.profile.Radio;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What carries frames between two devices, with the platform's number of such lanes
 * (trust-and-softbus §5.7); {@link LinkType} are the names by which apps ask for them.
 *
 * <p>Plain Wi-Fi and Bluetooth keep the names that frames have always had for them.
 */
public enum Bearer {
  /** Wi-Fi on 5 GHz, through an access point. A reachability probe takes 3 s to fail (§5.7). */
  WIFI("Wi-Fi", Medium.LAN, 4),
  /**
   * Bluetooth classic. Either Bluetooth takes up to 10 s or more to fail (§5.5); 10 s are taken.
   */
  BLUETOOTH("Bluetooth", Medium.BLUETOOTH, 0),
  /** No app can ask for it. */
  ETHERNET("Ethernet", Medium.LAN, 5),
  WIFI_2G("Wi-Fi 2.4 GHz", Medium.LAN, 3),
  /** The lane of HML takes 4.5 s to fail, as that of P2P does (§5.3). */
  HML("HML", Medium.DIRECT, 11),
  P2P("P2P", Medium.DIRECT, 2),
  BLE("BLE", Medium.BLUETOOTH, 1);

  /** What frames pass through. Bearers of one medium get through, or do not, together. */
  public enum Medium {
    /** The home's network: access points, and cables to them. */
    LAN(Duration.ofSeconds(3)),
    BLUETOOTH(Duration.ofSeconds(10)),
    /** From device to device; it is arranged over one of the others, which must get through. */
    DIRECT(Duration.ofMillis(4_500));

    private final Duration patience;

    Medium(Duration patience) {
      this.patience = patience;
    }
  }

  private final String label;
  private final Medium medium;
  private final int lane;

  Bearer(String label, Medium medium, int lane) {
    this.label = label;
    this.medium = medium;
    this.lane = lane;
  }

  /** The bearers of these radios, in the order in which membership looks at them. */
  public static List<Bearer> over(Collection<Radio> radios) {
    return Arrays.stream(values()).filter(bearer -> bearer.isOver(radios)).toList();
  }

  /**
   * The bearers that two devices with these radios have in common: of the network one, since a
   * device is in it in one way, over a cable rather than on 5 GHz rather than on 2.4 (our choice).
   */
  public static List<Bearer> between(Collection<Radio> ours, Collection<Radio> theirs) {
    return common(over(ours), over(theirs));
  }

  /** The same for two devices with these bearers. */
  public static List<Bearer> common(List<Bearer> ours, List<Bearer> theirs) {
    EnumSet<Bearer> common = EnumSet.noneOf(Bearer.class);
    common.addAll(ours);
    common.retainAll(theirs);
    boolean wired = isWired(ours, theirs);
    if (wired) {
      common.add(ETHERNET);
      common.remove(WIFI);
    }
    if (wired || common.contains(WIFI)) {
      common.remove(WIFI_2G);
    }
    return List.copyOf(common);
  }

  /** A cable at one end is enough: the other may come in over the access point. */
  private static boolean isWired(List<Bearer> ours, List<Bearer> theirs) {
    return (ours.contains(ETHERNET) && isInLan(theirs))
        || (theirs.contains(ETHERNET) && isInLan(ours));
  }

  private static boolean isInLan(List<Bearer> bearers) {
    return bearers.stream().anyMatch(bearer -> bearer.medium == Medium.LAN);
  }

  /** Whether a device with these radios has it. */
  public boolean isOver(Collection<Radio> has) {
    return has.stream().anyMatch(this::isOver);
  }

  /** A usual chip can do all of its kind but what goes from device to device. */
  private boolean isOver(Radio radio) {
    return radio == ability() || (medium != Medium.DIRECT && radio == ability().chip());
  }

  private Radio ability() {
    return switch (this) {
      case WIFI -> Radio.WIFI_5G;
      case WIFI_2G -> Radio.WIFI_2G;
      case ETHERNET -> Radio.ETHERNET;
      case BLUETOOTH -> Radio.BR;
      case BLE -> Radio.BLE;
      case P2P -> Radio.P2P;
      case HML -> Radio.HML;
    };
  }

  /** Whether what a device has on carries frames that came over the bearer. */
  boolean isCarriedBy(Collection<Bearer> on) {
    return medium == Medium.DIRECT
        ? on.contains(this)
        : on.stream().anyMatch(other -> other.medium == medium);
  }

  /** The name that reports print. */
  public String label() {
    return label;
  }

  public Medium medium() {
    return medium;
  }

  /** Its number among lanes. */
  public int lane() {
    return lane;
  }

  /** How long the building of a link over it waits for the peer. */
  public Duration patience() {
    return medium.patience;
  }
}
