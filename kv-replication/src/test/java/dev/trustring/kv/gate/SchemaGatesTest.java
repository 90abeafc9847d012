package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static dev.trustring.kv.DeviceFixture.aTablet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.schema.FieldType;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.schema.Schemas;
import dev.trustring.kv.store.SecurityLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that fit, at G12 for the exchange of abilities and at R11 for the data. */
class SchemaGatesTest {
  private static final SchemaText TITLED =
      Schemas.text(SchemaMode.COMPATIBLE, Schemas.field("title", FieldType.STRING));
  private static final SchemaText COUNTED =
      Schemas.text(
          SchemaMode.COMPATIBLE,
          Schemas.field("title", FieldType.STRING),
          Schemas.field("count", FieldType.INTEGER));
  private static final SchemaText OTHER =
      Schemas.text(SchemaMode.COMPATIBLE, Schemas.field("title", FieldType.LONG));

  @ParameterizedTest
  @ValueSource(strings = {"G12", "R11"})
  void refusesSchemasOfWhichNeitherIsAnUpgrade(String gate) {
    Verdict verdict = between(TITLED, OTHER).asks(gate);

    assertThat(verdict.stop()).contains(DenyReason.SCHEMAS_DIFFER);
    assertThat(verdict.evidence().get(0).says())
        .isEqualTo("on phone and tablet, and neither is an upgrade of the other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G12", "R11"})
  void takesAnUpgradeOnEitherSide(String gate) {
    assertThat(between(TITLED, TITLED).asks(gate).stop()).isEmpty();
    assertThat(between(TITLED, COUNTED).asks(gate).stop()).isEmpty();
    assertThat(between(COUNTED, TITLED).asks(gate).stop()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"G12", "R11"})
  void takesAStoreWithoutSchema(String gate) {
    assertThat(anAttempt().from(aPhone().withSchema(TITLED)).asks(gate).stop()).isEmpty();
    assertThat(anAttempt().towards(aTablet().withSchema(TITLED)).asks(gate).stop()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = DenyReason.class,
      names = {"QUERY_NOT_SUPPORTED", "QUERY_FIELD_UNKNOWN", "QUERY_MALFORMED"})
  void refusesAQueryThatTheStoreHereCannotAnswer(DenyReason reason) {
    AttemptFixture attempt = anAttempt().whoseQueryIsRefused(reason);

    assertThat(attempt.asks("R11").stop()).contains(reason);
    assertThat(attempt.withoutAbilities().asks("R11").stop()).contains(DenyReason.ABILITY_MISSING);
  }

  @Test
  void looksAtSchemasBeforeLabels() {
    AttemptFixture attempt =
        anAttempt()
            .from(aPhone().withSchema(TITLED).withLabel(SecurityLabel.S2))
            .towards(aTablet().withSchema(OTHER).withLabel(SecurityLabel.S3));

    assertThat(attempt.asks("G12").stop()).contains(DenyReason.SCHEMAS_DIFFER);
  }

  private static AttemptFixture between(SchemaText phone, SchemaText tablet) {
    return anAttempt().from(aPhone().withSchema(phone)).towards(aTablet().withSchema(tablet));
  }
}
