package dev.trustring.atm.token;

import java.util.Arrays;
import java.util.Optional;

/** The channel an app comes through, as its profile names it (access-token §1.4). */
public enum DistributionType {
  UNSPECIFIED(""),
  APP_GALLERY("app_gallery"),
  ENTERPRISE("enterprise"),
  ENTERPRISE_MDM("enterprise_mdm"),
  ENTERPRISE_NORMAL("enterprise_normal"),
  OS_INTEGRATION("os_integration"),
  CROWDTESTING("crowdtesting"),
  INTERNALTESTING("internaltesting"),
  DEVELOPER_ID("developer_id"),
  /** No channel: a debug build. */
  NONE("none");

  private final String word;

  DistributionType(String word) {
    this.word = word;
  }

  /** The channel that a profile calls so. */
  public static Optional<DistributionType> parse(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** The platform's word in a profile. */
  public String word() {
    return word;
  }
}
