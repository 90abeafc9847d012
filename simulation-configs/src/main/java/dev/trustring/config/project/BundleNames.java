package dev.trustring.config.project;

import dev.trustring.atm.token.BundleName;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import java.util.regex.Pattern;

/** The form of a bundle name in a manifest (access-token §7.5), narrower than a token accepts. */
public final class BundleNames {

  /** For the schema too. */
  public static final String PATTERN = "^[A-Za-z][A-Za-z0-9_.]{6,127}$";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private BundleNames() {}

  /** The bundle name that is written there. */
  public static BundleName parse(Node node) {
    return Values.made(
        node,
        BundleNames::checked,
        "7 to 128 letters, digits, '_' or '.' that begin with a letter");
  }

  private static BundleName checked(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(name);
    }
    return new BundleName(name);
  }
}
