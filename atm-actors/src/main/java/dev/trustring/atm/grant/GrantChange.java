package dev.trustring.atm.grant;

/**
 * A grant or a revocation that somebody asks for.
 *
 * @param grant true to grant, false to revoke
 * @param flag who decides, as a bit of {@link PermissionFlag}
 */
public record GrantChange(boolean grant, int flag) {
  /** A grant with this flag. */
  public static GrantChange grant(int flag) {
    return new GrantChange(true, flag);
  }

  /** A revocation with this flag. */
  public static GrantChange revoke(int flag) {
    return new GrantChange(false, flag);
  }
}
