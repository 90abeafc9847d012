package dev.trustring.kv.schema;

import static dev.trustring.kv.schema.SchemaMode.COMPATIBLE;
import static dev.trustring.kv.schema.SchemaMode.STRICT;
import static dev.trustring.kv.schema.Schemas.field;
import static dev.trustring.kv.schema.Schemas.needed;
import static dev.trustring.kv.schema.Schemas.object;
import static dev.trustring.kv.schema.Schemas.schema;
import static dev.trustring.kv.schema.Schemas.standard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaFitTest {
  private static final FieldNode TITLE = field("title", FieldType.STRING);
  private static final FieldNode COUNT = field("count", FieldType.INTEGER);

  @Test
  void isAnUpgradeOfItself() {
    assertThat(SchemaFit.isUpgrade(schema(STRICT, TITLE), schema(STRICT, TITLE))).isTrue();
  }

  @Test
  void mayAddFieldsThatOldValuesCanLack() {
    Schema old = schema(COMPATIBLE, TITLE);

    assertThat(SchemaFit.isUpgrade(old, schema(COMPATIBLE, TITLE, COUNT))).isTrue();
    assertThat(
            SchemaFit.isUpgrade(
                old, schema(COMPATIBLE, TITLE, standard("count", FieldType.INTEGER, "1"))))
        .isTrue();
    assertThat(
            SchemaFit.isUpgrade(old, schema(COMPATIBLE, TITLE, needed("count", FieldType.INTEGER))))
        .isFalse();
  }

  @Test
  void mayAddNothingToAStrictOne() {
    assertThat(SchemaFit.isUpgrade(schema(STRICT, TITLE), schema(STRICT, TITLE, COUNT))).isFalse();
  }

  @Test
  void mayTakeNothingAway() {
    assertThat(SchemaFit.isUpgrade(schema(COMPATIBLE, TITLE, COUNT), schema(COMPATIBLE, TITLE)))
        .isFalse();
  }

  @Test
  void mayChangeNoField() {
    Schema old = schema(COMPATIBLE, TITLE);

    assertThat(SchemaFit.isUpgrade(old, schema(COMPATIBLE, field("title", FieldType.LONG))))
        .isFalse();
    assertThat(SchemaFit.isUpgrade(old, schema(COMPATIBLE, needed("title", FieldType.STRING))))
        .isFalse();
    assertThat(
            SchemaFit.isUpgrade(old, schema(COMPATIBLE, standard("title", FieldType.STRING, "x"))))
        .isFalse();
    assertThat(SchemaFit.isUpgrade(old, schema(COMPATIBLE, object("title", COUNT)))).isFalse();
  }

  @Test
  void mayChangeNeitherModeNorSkip() {
    Schema old = schema(COMPATIBLE, TITLE);
    Schema skipping =
        Schema.parse(SchemaWriter.write(COMPATIBLE, List.of(TITLE), List.of(), 4)).orElseThrow();

    assertThat(SchemaFit.isUpgrade(old, schema(STRICT, TITLE))).isFalse();
    assertThat(SchemaFit.isUpgrade(old, skipping)).isFalse();
  }

  @Test
  void mayChangeIndexes() {
    Schema indexed =
        Schema.parse(SchemaWriter.write(COMPATIBLE, List.of(TITLE), List.of("$.title"), 0))
            .orElseThrow();

    assertThat(SchemaFit.isUpgrade(schema(COMPATIBLE, TITLE), indexed)).isTrue();
    assertThat(SchemaFit.isUpgrade(indexed, schema(COMPATIBLE, TITLE))).isTrue();
  }

  @Test
  void syncsWhenEitherIsAnUpgradeOfTheOther() {
    Optional<SchemaText> old = Optional.of(Schemas.text(COMPATIBLE, TITLE));
    Optional<SchemaText> later = Optional.of(Schemas.text(COMPATIBLE, TITLE, COUNT));
    Optional<SchemaText> other = Optional.of(Schemas.text(COMPATIBLE, COUNT));

    assertThat(SchemaFit.syncs(old, later)).isTrue();
    assertThat(SchemaFit.syncs(later, old)).isTrue();
    assertThat(SchemaFit.syncs(old, other)).isFalse();
    assertThat(SchemaFit.syncs(old, Optional.of(new SchemaText("no schema")))).isFalse();
  }

  @Test
  void syncsWithAStoreThatHasNone() {
    Optional<SchemaText> some = Optional.of(Schemas.text(STRICT, TITLE));

    assertThat(SchemaFit.syncs(some, Optional.empty())).isTrue();
    assertThat(SchemaFit.syncs(Optional.empty(), some)).isTrue();
    assertThat(SchemaFit.syncs(Optional.empty(), Optional.empty())).isTrue();
  }
}
