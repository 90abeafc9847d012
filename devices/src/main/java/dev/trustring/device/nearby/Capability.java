package dev.trustring.device.nearby;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * As what a device is published or looked for at the soft bus (trust-and-softbus §5.1). The same
 * ones are counted and need a screen that is on; that the two go together is our choice.
 */
public enum Capability {
  HICALL("hicall", false),
  PROFILE("profile", false),
  HOMEVISION_PIC("homevisionPic", false),
  CAST_PLUS("castPlus", true),
  AA("aaCapability", false),
  DV_KIT("dvKit", true),
  DDMP("ddmpCapability", false),
  /** That of the DeviceManager itself. */
  OSD("osdCapability", true),
  SHARE("share", true),
  APPROACH("approach", false),
  TOUCH("touch", false);

  private final String word;
  private final boolean bound;

  Capability(String word, boolean bound) {
    this.word = word;
    this.bound = bound;
  }

  /** The platform's word. */
  public String word() {
    return word;
  }

  /** Whether its uses are counted, and need a screen that is on. */
  boolean isBound() {
    return bound;
  }

  public static Optional<Capability> parse(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Capability::word).toList();
  }
}
