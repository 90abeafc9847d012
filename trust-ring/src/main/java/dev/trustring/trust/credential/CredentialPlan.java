package dev.trustring.trust.credential;

import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialSubject;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.ledger.StoredCredential;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a credential shall be, as a call says it (trust-and-softbus §1.3). Formats and algorithms of
 * keys are left out: a key that is brought is any text of hexadecimal digits.
 *
 * @param method 1 to make a key, 2 to bring one
 * @param id empty to have one chosen
 * @param key what is brought; empty if none is
 */
public record CredentialPlan(
    long method,
    long type,
    long scope,
    long subject,
    String owner,
    DeviceIdentity device,
    String account,
    String peerUser,
    Optional<List<String>> apps,
    String extendInfo,
    String id,
    String key) {
  private static final long GENERATE = 1;
  private static final long IMPORT = 2;

  Optional<CredentialType> kind() {
    return named(CredentialType.values(), CredentialType::number, type);
  }

  private Optional<CredentialScope> reach() {
    return named(CredentialScope.values(), CredentialScope::number, scope);
  }

  private Optional<CredentialSubject> end() {
    return named(CredentialSubject.values(), CredentialSubject::number, subject);
  }

  private static <E> Optional<E> named(E[] values, ToIntFunction<E> number, long wanted) {
    return Arrays.stream(values).filter(value -> number.applyAsInt(value) == wanted).findFirst();
  }

  /** Whether every value is within its limits and what the type needs is said. */
  boolean isLegal() {
    boolean fits =
        (method == GENERATE || method == IMPORT)
            && reach().isPresent()
            && end().isPresent()
            && !owner.isEmpty();
    return fits && namesApps() && kind().filter(this::saysEnough).isPresent();
  }

  private boolean namesApps() {
    return scope != CredentialScope.APP.number() || apps.isPresent();
  }

  /**
   * A key is brought if and only if the method says so, save that a shared credential needs none.
   * That a shared one names account and user of the other end is our choice, since a row has both.
   */
  private boolean saysEnough(CredentialType kind) {
    return switch (kind) {
      case ACCOUNT_RELATED -> keyFits() && !account.isEmpty();
      case ACCOUNT_UNRELATED -> keyFits() && (method == GENERATE || !peerUser.isEmpty());
      case ACCOUNT_SHARED ->
          (keyFits() || key.isEmpty()) && isAccount() && peerUser.matches("[0-9]{1,9}");
    };
  }

  private boolean isAccount() {
    return AccountId.isLegal(account);
  }

  private boolean keyFits() {
    return method == IMPORT ? key.matches("([0-9a-fA-F]{2})+") : key.isEmpty();
  }

  /** The credential that comes of it. */
  StoredCredential made(String chosen, String maker, Optional<String> publicKey) {
    return new StoredCredential(
        chosen,
        kind().orElseThrow(),
        reach().orElseThrow(),
        end().orElseThrow(),
        owner,
        maker,
        device.udid(),
        account,
        peerUser,
        apps.orElse(List.of()),
        extendInfo,
        publicKey);
  }

  boolean makesKey() {
    return method == GENERATE;
  }
}
