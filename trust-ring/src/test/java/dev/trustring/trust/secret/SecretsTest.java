package dev.trustring.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The box under a session key, long-term keys, and the chance that both draw from. */
class SecretsTest {
  private static final SecretBox BOX = new SecretBox("0123456789abcdef".repeat(4));

  @Test
  void aBoxGivesBackWhatWasPutIn() {
    assertThat(BOX.open("140", BOX.close("140", "väl|ue", 1))).contains("väl|ue");
    assertThat(BOX.open("171", BOX.close("171", "", 1))).contains("");
  }

  @Test
  void aBoxOpensOnlyWithItsKeyAndItsLabel() {
    String box = BOX.close("140", "value", 1);

    assertThat(new SecretBox("ab".repeat(32)).open("140", box)).isEmpty();
    assertThat(BOX.open("150", box)).isEmpty();
  }

  @Test
  void aBoxThatWasTouchedAnywhereStaysClosed() {
    String box = BOX.close("140", "value", 1);

    for (int place = 0; place < box.length(); place++) {
      char other = box.charAt(place) == '0' ? '1' : '0';
      String touched = box.substring(0, place) + other + box.substring(place + 1);
      assertThat(BOX.open("140", touched)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "zz", "000000000000000000000000"})
  void whatIsNoBoxStaysClosed(String text) {
    assertThat(BOX.open("140", text)).isEmpty();
  }

  @Test
  void twoBoxesOfOneTextDiffer() {
    assertThat(BOX.close("140", "value", 1)).isNotEqualTo(BOX.close("140", "value", 2));
  }

  @Test
  void aKeyPairFollowsFromItsDraw() {
    assertThat(LongTermKey.drawn(7)).isEqualTo(LongTermKey.drawn(7));
    assertThat(LongTermKey.drawn(7).publicKey()).isNotEqualTo(LongTermKey.drawn(8).publicKey());
  }

  @Test
  void onlyTheHolderOfAKeySigns() {
    LongTermKey key = LongTermKey.drawn(7);
    String signature = key.sign("text");

    assertThat(LongTermKey.signed(key.publicKey(), "text", signature)).isTrue();
    assertThat(LongTermKey.signed(key.publicKey(), "test", signature)).isFalse();
    assertThat(LongTermKey.signed(LongTermKey.drawn(8).publicKey(), "text", signature)).isFalse();
    assertThat(LongTermKey.signed(key.publicKey(), "text", "")).isFalse();
    assertThat(LongTermKey.signed("", "text", signature)).isFalse();
  }

  @Test
  void chanceFollowsFromPurposeAndDrawAndNeverRepeats() {
    byte[] once = new DrawnRandom("a", 1).generateSeed(100);

    assertThat(new DrawnRandom("a", 1).generateSeed(100)).isEqualTo(once);
    assertThat(new DrawnRandom("b", 1).generateSeed(100)).isNotEqualTo(once);
    assertThat(new DrawnRandom("a", 2).generateSeed(100)).isNotEqualTo(once);
    DrawnRandom going = new DrawnRandom("a", 1);
    assertThat(going.nextLong()).isNotEqualTo(going.nextLong());
  }
}
