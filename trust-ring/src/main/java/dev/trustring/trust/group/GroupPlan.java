package dev.trustring.trust.group;

import dev.trustring.trust.identity.Sha256;
import dev.trustring.trust.ledger.Group;
import dev.trustring.trust.ledger.GroupType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a group shall be, as a call says it (trust-and-softbus §1.2).
 *
 * @param name of a peer-to-peer group; empty for others
 * @param account the local account of the other types; empty for a peer-to-peer group
 * @param otherAccount the account of the other side of an across-account group, else empty
 */
public record GroupPlan(
    long type,
    String name,
    String account,
    String otherAccount,
    long visibility,
    long userType,
    long expireDays) {
  public static final long DEFAULT_EXPIRE_DAYS = 90;

  private static final int TEXT_MAX = 256;
  private static final long EXPIRE_MAX = 1095;
  private static final long LAST_USER_TYPE = 2;

  Optional<GroupType> kind() {
    return GroupType.of(type);
  }

  /** Whether every value is within its limits. */
  boolean isLegal(String owner) {
    boolean texts = Stream.of(owner, name, account, otherAccount).allMatch(GroupPlan::fits);
    boolean days = expireDays == -1 || (expireDays >= 1 && expireDays <= EXPIRE_MAX);
    boolean seen = visibility == Group.PUBLIC || visibility == 0;
    return texts
        && !owner.isEmpty()
        && seen
        && days
        && userType >= 0
        && userType <= LAST_USER_TYPE
        && kind().filter(this::namesAll).isPresent();
  }

  static boolean fits(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= TEXT_MAX;
  }

  private boolean namesAll(GroupType kind) {
    return switch (kind) {
      case PEER_TO_PEER -> !name.isEmpty();
      case IDENTICAL_ACCOUNT -> !account.isEmpty();
      case ACROSS_ACCOUNT ->
          !account.isEmpty() && !otherAccount.isEmpty() && !account.equals(otherAccount);
    };
  }

  /** The id; both sides of an across-account group come to the same one. */
  String id(String owner) {
    return switch (kind().orElseThrow()) {
      case PEER_TO_PEER -> digest(name, owner);
      case IDENTICAL_ACCOUNT -> account;
      case ACROSS_ACCOUNT ->
          account.compareTo(otherAccount) < 0
              ? digest(account, otherAccount)
              : digest(otherAccount, account);
    };
  }

  List<String> accounts() {
    return Stream.of(account, otherAccount).filter(text -> !text.isEmpty()).toList();
  }

  /** That the digest of two accounts is written in capitals too is our choice (unverified). */
  private static String digest(String first, String second) {
    return Sha256.hex(first + "|" + second).toUpperCase(Locale.ROOT);
  }
}
