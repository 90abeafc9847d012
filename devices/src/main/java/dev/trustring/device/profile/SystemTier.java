package dev.trustring.device.profile;

import java.util.Arrays;
import java.util.List;

/** How large a device's system is, and so which permission calls it offers (access-token §6). */
public enum SystemTier {
  MINI("mini", "128 KiB of memory and a microcontroller"),
  SMALL("small", "1 MiB of memory and an application processor"),
  STANDARD("standard", "128 MiB of memory and the whole application framework");

  private final String word;
  private final String meaning;

  SystemTier(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The word that scenario files use. */
  public String word() {
    return word;
  }

  /** What such a system has at least. */
  public String meaning() {
    return meaning;
  }

  /** All words, smallest first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SystemTier::word).toList();
  }
}
