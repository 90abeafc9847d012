package dev.trustring.atm.install;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import java.util.List;

/**
 * What is said of a process of the system that gets a token, unchecked (access-token §1.10).
 *
 * @param dcaps what it may do on other devices; read and not used
 * @param perms its permissions, all granted from the start
 * @param acls names allowed above its level; read and not used, for nothing checks them
 * @param aplStr {@code normal}, {@code system_basic} or {@code system_core}
 */
public record NativeTokenInfoParams(
    String processName, List<String> dcaps, List<String> perms, List<String> acls, String aplStr) {
  private static final int DCAPS_MAX = 32;
  private static final int DCAP_LENGTH_MAX = 1024;
  private static final int PERMS_MAX = 1024;
  private static final int PROCESS_NAME_MAX = 256;

  public NativeTokenInfoParams {
    dcaps = List.copyOf(dcaps);
    perms = List.copyOf(perms);
    acls = List.copyOf(acls);
  }

  /** A core process with these permissions. */
  public static NativeTokenInfoParams of(String processName, String... perms) {
    return new NativeTokenInfoParams(
        processName, List.of(), List.of(perms), List.of(), Apl.SYSTEM_CORE.word());
  }

  /** Whether everything is within its limits. */
  public boolean isRight() {
    return !processName.isEmpty()
        && processName.length() <= PROCESS_NAME_MAX
        && dcaps.size() <= DCAPS_MAX
        && dcaps.stream().allMatch(dcap -> dcap.length() <= DCAP_LENGTH_MAX)
        && perms.size() <= PERMS_MAX
        && perms.stream().allMatch(PermissionName::isLegal)
        && Apl.parse(aplStr).isPresent();
  }
}
