package dev.trustring.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two halves of a key that no PIN makes. */
class EphemeralTest {

  @Test
  void givesBothEndsOneSecretAndNobodyElse() {
    Ephemeral source = new Ephemeral(1);
    Ephemeral sink = new Ephemeral(2);

    byte[] ofSource = source.agreedWith(sink.publicKey()).orElseThrow();

    assertThat(sink.agreedWith(source.publicKey()).orElseThrow()).isEqualTo(ofSource);
    assertThat(new Ephemeral(3).agreedWith(sink.publicKey()).orElseThrow()).isNotEqualTo(ofSource);
  }

  @Test
  void followsFromItsDraw() {
    assertThat(new Ephemeral(1).publicKey()).isEqualTo(new Ephemeral(1).publicKey());
    assertThat(new Ephemeral(1).publicKey()).isNotEqualTo(new Ephemeral(2).publicKey());
  }

  @Test
  void agreesWithNothingThatIsNoKey() {
    assertThat(new Ephemeral(1).agreedWith("")).isEmpty();
    assertThat(new Ephemeral(1).agreedWith("not hex")).isEmpty();
    assertThat(new Ephemeral(1).agreedWith("00ff")).isEmpty();
  }
}
