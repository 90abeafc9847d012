package dev.trustring.atm.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FullTokenIdTest {
  private static final TokenId ID = TokenId.hap(0xFFFFF, false);

  @Test
  void bearsTheIdBelowAndTheAttributesAbove() {
    FullTokenId full = FullTokenId.of(ID, FullTokenId.SYSTEM_APP | FullTokenId.ATOMIC_SERVICE);

    assertThat(full.value()).isEqualTo(0x3_200F_FFFFL);
    assertThat(full.tokenId()).isEqualTo(ID);
    assertThat(full.attributes()).isEqualTo(3);
    assertThat(full.isSystemApp()).isTrue();
  }

  @Test
  void hasABitForEachAttribute() {
    assertThat(FullTokenId.of(ID, FullTokenId.SYSTEM_APP).value() >>> 32).isEqualTo(0x1);
    assertThat(FullTokenId.of(ID, FullTokenId.ATOMIC_SERVICE).value() >>> 32).isEqualTo(0x2);
    assertThat(FullTokenId.of(ID, FullTokenId.RESERVED).value() >>> 32).isEqualTo(0x4);
    assertThat(FullTokenId.of(ID, FullTokenId.DEBUG_APP).value() >>> 32).isEqualTo(0x8);
    assertThat(FullTokenId.of(ID, FullTokenId.CLI_INVOKER).value() >>> 32).isEqualTo(0x10);
  }

  @Test
  void marksADebugBuildOfASystemAppThatIsAnAtomicService() {
    ProvisionProfile profile = ProvisionProfile.ORDINARY.withSystemApp(true).withDebug(true);
    HapToken token = new HapToken(TokenIdentity.of("com.example.a"), ID, profile, new TreeMap<>());
    HapDetails details = new HapDetails(DlpType.COMMON, "a", 12, true, false, java.util.List.of());

    assertThat(FullTokenId.of(token, details).attributes()).isEqualTo(0xB);
    assertThat(FullTokenId.of(token, HapDetails.ORDINARY).attributes()).isEqualTo(0x9);
  }

  @Test
  void keepsAnIdWhoseHighestBitIsSetApartFromTheAttributes() {
    TokenId strange = new TokenId(0xFFFFFFFF);

    assertThat(FullTokenId.of(strange, 0).attributes()).isZero();
    assertThat(FullTokenId.of(strange, 0).tokenId()).isEqualTo(strange);
  }
}
