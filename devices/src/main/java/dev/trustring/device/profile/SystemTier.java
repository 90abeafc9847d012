package dev.trustring.device.profile;

import dev.trustring.trust.level.CredentialKind;
import java.util.Arrays;
import java.util.List;

/** How large a device's system is, and so which permission calls it offers (access-token §6). */
public enum SystemTier {
  MINI("mini", CredentialKind.MINI, "128 KiB of memory and a microcontroller"),
  SMALL("small", CredentialKind.SMALL, "1 MiB of memory and an application processor"),
  STANDARD(
      "standard", CredentialKind.STANDARD, "128 MiB of memory and the whole application framework");

  private final String word;
  private final CredentialKind credential;
  private final String meaning;

  SystemTier(String word, CredentialKind credential, String meaning) {
    this.word = word;
    this.credential = credential;
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

  /** By what kind of credential such a device proves its level. */
  public CredentialKind credential() {
    return credential;
  }

  /** All words, smallest first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(SystemTier::word).toList();
  }
}
