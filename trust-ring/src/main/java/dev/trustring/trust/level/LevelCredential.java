package dev.trustring.trust.level;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trustring.trust.identity.Udid;
import dev.trustring.trust.secret.EccKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The credential of a device: header, payload, signature and attestation, each in base64, joined by
 * dots (trust-and-softbus §4.2). The attestation is a chain of three keys, each signed by the next
 * one, the last one known to everybody; the device's own key also signs for whom and for which
 * question it was made. Those three lines and the two of that are plain text here.
 */
final class LevelCredential {
  private static final String HEADER = "{\"typ\":\"DSL\"}";
  private static final Pattern CLAIM = Pattern.compile("\"securityLevel\":\"SL([1-5])\"");
  private static final int PARTS = 4;
  private static final int LINES = 8;
  private static final EccKey ROOT = EccKey.named("root");
  private static final String ROOT_KEY = ROOT.publicKey();

  /** The lines of an attestation before what it is bound to. */
  private static final int KEYS_AND_SIGNATURES = 6;

  private LevelCredential() {}

  /** Whom a credential is about, and what the attestation binds it to. */
  record Bound(Udid udid, String challenge) {
    String text() {
      return udid.value() + " " + challenge;
    }
  }

  /** A device's credential, made for one question; none if the device has none. */
  static Optional<String> made(LevelService.Self self, String challenge) {
    return switch (self.proof().flaw()) {
      case MISSING -> Optional.empty();
      case MALFORMED -> Optional.of(encoded("no credential"));
      case NONE, WRONG_ROOT, FORGED, BROKEN_CHAIN ->
          Optional.of(encoded(signed(self, new Bound(self.identity().udid(), challenge))));
    };
  }

  private static String signed(LevelService.Self self, Bound bound) {
    LevelProof.Flaw flaw = self.proof().flaw();
    EccKey root = flaw == LevelProof.Flaw.WRONG_ROOT ? EccKey.named("another root") : ROOT;
    EccKey vendor = EccKey.named("vendor");
    EccKey own = EccKey.named("device " + self.identity().udid());
    String head = encoded(HEADER) + "." + encoded(payload(self));
    EccKey signer = flaw == LevelProof.Flaw.FORGED ? EccKey.named("a stranger") : own;
    List<String> attestation =
        List.of(
            own.publicKey(),
            vendor.sign(own.publicKey()),
            flaw == LevelProof.Flaw.BROKEN_CHAIN ? "" : vendor.publicKey(),
            root.sign(vendor.publicKey()),
            root.publicKey(),
            root.sign(root.publicKey()),
            bound.text(),
            own.sign(bound.text()));
    return head + "." + encoded(signer.sign(head)) + "." + encoded(String.join("\n", attestation));
  }

  private static String payload(LevelService.Self self) {
    return "{\"type\":\"debug\",\"manufacture\":\"TrustRing\",\"brand\":\"simulated\",\"model\":\""
        + self.kind().number()
        + "\",\"softwareVersion\":\"1\",\"securityLevel\":\"SL"
        + self.level()
        + "\",\"signTime\":\"0\",\"version\":\"1.0.0\"}";
  }

  /** What a credential proves of a device in answer to one question. */
  static LevelAnswer verified(int type, String info, Bound bound) {
    Optional<CredentialKind> kind = CredentialKind.taken(type);
    if (kind.isEmpty()) {
      return LevelAnswer.failed(LevelCode.INVALID_PARAMETER);
    }
    String[] parts = decoded(info).map(text -> text.split("\\.", -1)).orElse(new String[0]);
    if (parts.length != PARTS) {
      return LevelAnswer.failed(LevelCode.BAD_CREDENTIAL);
    }
    Optional<String> signature = decoded(parts[2]);
    List<String> chain = decoded(parts[3]).map(text -> List.of(text.split("\n"))).orElse(List.of());
    Optional<Integer> claim = decoded(parts[1]).flatMap(LevelCredential::claim);
    if (signature.isEmpty() || chain.size() != LINES || claim.isEmpty()) {
      return LevelAnswer.failed(LevelCode.BAD_CREDENTIAL);
    }
    LevelCode code = checked(chain, parts[0] + "." + parts[1], signature.get(), bound);
    if (code != LevelCode.SUCCESS) {
      return LevelAnswer.failed(code);
    }
    return kind.get().mayClaim(claim.get())
        ? LevelAnswer.known(claim.get())
        : LevelAnswer.failed(LevelCode.BAD_CLAIM);
  }

  private static LevelCode checked(List<String> chain, String head, String signature, Bound bound) {
    if (chain.subList(0, KEYS_AND_SIGNATURES).stream().anyMatch(String::isBlank)) {
      return LevelCode.BAD_KEY_CHAIN;
    }
    if (!chain.get(4).equals(ROOT_KEY)) {
      return LevelCode.WRONG_ROOT;
    }
    String own = chain.get(0);
    boolean holds =
        EccKey.signed(chain.get(2), own, chain.get(1))
            && EccKey.signed(ROOT_KEY, chain.get(2), chain.get(3))
            && EccKey.signed(ROOT_KEY, ROOT_KEY, chain.get(5))
            && EccKey.signed(own, chain.get(6), chain.get(7))
            && EccKey.signed(own, head, signature);
    if (!holds) {
      return LevelCode.BAD_SIGNATURE;
    }
    return chain.get(6).equals(bound.text()) ? LevelCode.SUCCESS : LevelCode.WRONG_NONCE;
  }

  private static Optional<Integer> claim(String payload) {
    Matcher found = CLAIM.matcher(payload);
    return found.find() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(text), UTF_8));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }
}
