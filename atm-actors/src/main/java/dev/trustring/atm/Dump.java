package dev.trustring.atm;

import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapToken;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text by which a shell sees tokens (access-token §4.5). The two refusals are the platform's
 * words; the rest is in a form of our own.
 */
final class Dump {
  private Dump() {}

  /** A token id comes before a bundle name. */
  static String text(Ground ground, AtmApi.DumpTokens call) {
    if (!call.developerMode()) {
      return "Developer mode not support.";
    }
    if (call.token().isPresent()) {
      Optional<HapToken> token = ground.seen(call.token().get());
      return token.map(Dump::of).orElse("Error: TokenID does not exist.");
    }
    Stream<HapToken> tokens = ground.state().tokens().values().stream();
    return tokens
        .filter(
            token ->
                call.bundle()
                    .map(bundle -> token.identity().bundle().value().equals(bundle))
                    .orElse(true))
        .map(Dump::of)
        .collect(Collectors.joining("\n"));
  }

  private static String of(HapToken token) {
    String permissions =
        token.permissions().entrySet().stream().map(Dump::line).collect(Collectors.joining());
    return "tokenID: "
        + token.tokenId()
        + "\nbundleName: "
        + token.identity().bundle()
        + "\nuserID: "
        + token.identity().user()
        + "\ninstIndex: "
        + token.identity().instIndex()
        + "\nisSystemApp: "
        + token.isSystemApp()
        + "\n"
        + permissions;
  }

  private static String line(Map.Entry<PermissionName, GrantState> held) {
    return "  "
        + held.getKey()
        + " grantStatus "
        + (held.getValue().granted() ? 0 : -1)
        + " grantFlag "
        + held.getValue().flags()
        + "\n";
  }
}
