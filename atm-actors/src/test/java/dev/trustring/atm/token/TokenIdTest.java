package dev.trustring.atm.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenIdTest {
  @ParameterizedTest
  @CsvSource({
    "0, INVALID",
    "0x20000001, HAP",
    "0x200FFFFF, HAP",
    "0x20100000, HAP",
    "0x28100000, NATIVE",
    "0x30000001, SHELL",
    "0x38000001, INVALID"
  })
  void readsItsTypeFromItsBits(String id, TokenType type) {
    assertThat(new TokenId(Integer.decode(id)).type()).isEqualTo(type);
  }

  @Test
  void putsAnAppsNumberUnderVersionOne() {
    TokenId id = TokenId.hap(TokenId.UNIQUE_MAX, false);

    assertThat(id).hasToString("537919487");
    assertThat(id.version()).isEqualTo(1);
    assertThat(id.uniqueId()).isEqualTo(0xFFFFF);
    assertThat(id.isClone()).isFalse();
  }

  @Test
  void marksAClone() {
    TokenId id = TokenId.hap(5, true);

    assertThat(id.value()).isEqualTo(0x21000005);
    assertThat(id.isClone()).isTrue();
    assertThat(id.type()).isEqualTo(TokenType.HAP);
  }

  @Test
  void knowsRenderAndSandboxIds() {
    assertThat(new TokenId(0x22000001).isRender()).isTrue();
    assertThat(new TokenId(0x24000001).isDlp()).isTrue();
  }

  @Test
  void hasAFieldForEverythingThatAnIdCanBe() {
    assertThat(TokenId.dlp(5).value()).isEqualTo(0x24000005);
    assertThat(TokenId.nativeProcess(5).value()).isEqualTo(0x28000005);
    assertThat(TokenId.shell(5).value()).isEqualTo(0x30000005);
    assertThat(new TokenId(0x20100000).isTool()).isTrue();
    assertThat(new TokenId(0x20800000).isBinary()).isTrue();
    assertThat(TokenId.nativeProcess(TokenId.UNIQUE_MAX)).hasToString("672137215");
  }

  @Test
  void derivesTheIdOfARenderProcess() {
    TokenId render = TokenId.hap(5, false).render();

    assertThat(render.value()).isEqualTo(0x22000005);
    assertThat(render.isRender()).isTrue();
    assertThat(render.type()).isEqualTo(TokenType.HAP);
  }

  @Test
  void isWellFormedOnlyInVersionOneAndOfTheTypeExpected() {
    assertThat(TokenId.hap(5, false).isWellFormed(TokenType.HAP)).isTrue();
    assertThat(TokenId.hap(5, false).isWellFormed(TokenType.NATIVE)).isFalse();
    assertThat(new TokenId(0x40000005).isWellFormed(TokenType.HAP)).isFalse();
    assertThat(new TokenId(0x38000005).isWellFormed(TokenType.INVALID)).isTrue();
    assertThat(TokenId.INVALID.isWellFormed(TokenType.HAP)).isFalse();
  }

  @Test
  void isWrittenWithoutASign() {
    assertThat(new TokenId(0xFFFFFFFF)).hasToString("4294967295");
    assertThat(new TokenId(0xFFFFFFFF)).isGreaterThan(new TokenId(1));
  }

  @Test
  void takesTwentyBitsOnly() {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenId.hap(0x100000, false));
    assertThatIllegalArgumentException().isThrownBy(() -> TokenId.hap(-1, false));
  }

  @Test
  void drawsAgainUntilAnIdIsFree() {
    TreeSet<TokenId> taken = new TreeSet<>();
    for (int count = 0; count < 100; count++) {
      taken.add(FreshTokenId.from(42L, false, taken::contains).orElseThrow());
    }

    assertThat(taken).hasSize(100);
  }

  @Test
  void givesUpAfterAThousandDraws() {
    int[] asked = {0};

    Optional<TokenId> id = FreshTokenId.from(42L << 44, false, candidate -> ++asked[0] > 0);

    assertThat(id).isEmpty();
    assertThat(asked[0]).isEqualTo(1000);
  }

  @Test
  void failsWhenTheRandomSourceGivesZero() {
    assertThat(FreshTokenId.from(0L, false, candidate -> false)).isEmpty();
  }

  @Test
  void keepsTheLowestTwentyOfThirtyTwoRandomBits() {
    long draw = Long.rotateRight(0x7ABCDE12L, 20);

    assertThat(FreshTokenId.from(draw, false, candidate -> false))
        .contains(new TokenId(0x200CDE12));
  }

  @Test
  void namesAnAppByBundleUserAndInstance() {
    TokenIdentity clone = new TokenIdentity(new BundleName("com.example.notes"), UserId.FIRST, 1);

    assertThat(clone).hasToString("com.example.notes&100&1");
    assertThat(clone.isClone()).isTrue();
    assertThat(TokenIdentity.of("com.example.notes")).isLessThan(clone);
  }
}
