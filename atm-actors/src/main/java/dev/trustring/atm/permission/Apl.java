package dev.trustring.atm.permission;

import java.util.Arrays;
import java.util.Optional;

/** The ability privilege level of an app, and the lowest one a permission wants (§2.5). */
public enum Apl {
  NORMAL(1, "normal"),
  SYSTEM_BASIC(2, "system_basic"),
  SYSTEM_CORE(3, "system_core");

  private final int code;
  private final String word;

  Apl(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The level written as {@code normal}, {@code system_basic} or {@code system_core}. */
  public static Optional<Apl> parse(String word) {
    return Arrays.stream(values()).filter(apl -> apl.word.equals(word)).findFirst();
  }

  /** The platform's number. */
  public int code() {
    return code;
  }

  /** The platform's word in profiles and definition files. */
  public String word() {
    return word;
  }

  /**
   * Whether an app of this level is privileged enough for a permission that wants {@code needed}.
   */
  public boolean reaches(Apl needed) {
    return code >= needed.code;
  }
}
