package dev.trustring.trust.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.level.LevelProof.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The credential and its check (trust-and-softbus §4.2). */
class LevelCredentialTest {
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final LevelCredential.Bound BOUND = new LevelCredential.Bound(TABLET.udid(), "c1");

  @ParameterizedTest
  @CsvSource({
    "MINI, 1, 1, SUCCESS", "MINI, 2, 2, SUCCESS", "MINI, 3, 0, BAD_CLAIM",
    "SMALL, 1, 1, SUCCESS", "SMALL, 2, 2, SUCCESS", "SMALL, 3, 0, BAD_CLAIM",
    "STANDARD, 1, 1, SUCCESS", "STANDARD, 5, 5, SUCCESS", "LARGE, 3, 0, INVALID_PARAMETER"
  })
  void provesNoMoreThanTheKindOfDeviceMayClaim(
      CredentialKind kind, int claimed, int proven, LevelCode code) {
    String info = LevelCredential.made(self(kind, claimed, Flaw.NONE), "c1").orElseThrow();

    assertThat(LevelCredential.verified(kind.number(), info, BOUND))
        .isEqualTo(new LevelAnswer(proven, code));
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, SUCCESS, 0", "MALFORMED, BAD_CREDENTIAL, 45",
    "WRONG_ROOT, WRONG_ROOT, 44", "FORGED, BAD_SIGNATURE, 40",
    "BROKEN_CHAIN, BAD_KEY_CHAIN, 46"
  })
  void namesWhatIsWrongWithACredential(Flaw flaw, LevelCode code, int number) {
    String info = LevelCredential.made(self(CredentialKind.STANDARD, 3, flaw), "c1").orElseThrow();

    assertThat(LevelCredential.verified(3000, info, BOUND).code()).isEqualTo(code);
    assertThat(code.number()).isEqualTo(number);
  }

  @Test
  void doesNotExistForADeviceThatHasNone() {
    assertThat(LevelCredential.made(self(CredentialKind.STANDARD, 3, Flaw.MISSING), "c1"))
        .isEmpty();
  }

  @Test
  void isWorthNothingInAnswerToAnotherQuestion() {
    String info = good();

    LevelAnswer answer =
        LevelCredential.verified(3000, info, new LevelCredential.Bound(TABLET.udid(), "c2"));

    assertThat(answer).isEqualTo(new LevelAnswer(0, LevelCode.WRONG_NONCE));
  }

  @Test
  void isWorthNothingForAnotherDevice() {
    LevelCredential.Bound watch =
        new LevelCredential.Bound(DeviceIdentity.of("watch").udid(), "c1");

    assertThat(LevelCredential.verified(3000, good(), watch).code())
        .isEqualTo(LevelCode.WRONG_NONCE);
  }

  @Test
  void doesNotSurviveThatItsClaimIsRaised() {
    String[] parts = text(good()).split("\\.", -1);
    parts[1] = base64(text(parts[1]).replace("SL3", "SL5"));

    LevelAnswer answer = LevelCredential.verified(3000, base64(String.join(".", parts)), BOUND);

    assertThat(answer).isEqualTo(new LevelAnswer(0, LevelCode.BAD_SIGNATURE));
  }

  @Test
  void doesNotSurviveThatAKeyOfItsChainIsExchanged() {
    String[] parts = text(good()).split("\\.", -1);
    String[] lines = text(parts[3]).split("\n", -1);
    String other =
        LevelCredential.made(
                new LevelService.Self(
                    DeviceIdentity.of("watch"), CredentialKind.STANDARD, 3, LevelProof.STATED),
                "c1")
            .orElseThrow();
    lines[0] = text(text(other).split("\\.", -1)[3]).split("\n", -1)[0];
    parts[3] = base64(String.join("\n", lines));

    LevelAnswer answer = LevelCredential.verified(3000, base64(String.join(".", parts)), BOUND);

    assertThat(answer.code()).isEqualTo(LevelCode.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({"'!'", "YQ==", "YS5iLmMuZA==", "Li4u", "''"})
  void cannotBeReadFromAnythingElse(String info) {
    assertThat(LevelCredential.verified(3000, info, BOUND).code())
        .isEqualTo(LevelCode.BAD_CREDENTIAL);
  }

  @ParameterizedTest
  @CsvSource({"0", "999", "3001", "4000"})
  void ofAnotherKindIsRefusedAsAParameter(int type) {
    assertThat(LevelCredential.verified(type, good(), BOUND).code())
        .isEqualTo(LevelCode.INVALID_PARAMETER);
  }

  private static String good() {
    return LevelCredential.made(self(CredentialKind.STANDARD, 3, Flaw.NONE), "c1").orElseThrow();
  }

  private static LevelService.Self self(CredentialKind kind, int level, Flaw flaw) {
    return new LevelService.Self(TABLET, kind, level, new LevelProof(false, flaw, Duration.ZERO));
  }

  private static String text(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
