package dev.trustring.kv.schema;

import static dev.trustring.kv.schema.SchemaMode.COMPATIBLE;
import static dev.trustring.kv.schema.SchemaMode.STRICT;
import static dev.trustring.kv.schema.Schemas.field;
import static dev.trustring.kv.schema.Schemas.needed;
import static dev.trustring.kv.schema.Schemas.object;
import static dev.trustring.kv.schema.Schemas.schema;
import static dev.trustring.kv.schema.Schemas.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "milk", "7", "true", "[]", "null", "{", "{} {}"})
  void aValueIsAnObjectOfJson(String value) {
    assertThat(check(schema(STRICT, field("a", FieldType.LONG)), value))
        .isEqualTo(new ValueCheck.Result.Refused(Status.INVALID_FORMAT));
  }

  @ParameterizedTest(name = "{1} in a field of {0}: {2}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "STRING, '\"milk\"', true",
        "STRING, 7, false",
        "INTEGER, 2147483647, true",
        "INTEGER, 2147483648, false",
        "INTEGER, 1.0, false",
        "INTEGER, '\"7\"', false",
        "LONG, 7, true",
        "LONG, 9223372036854775807, true",
        "LONG, 9223372036854775808, false",
        "LONG, 0.5, false",
        "DOUBLE, 7, true",
        "DOUBLE, 0.5, true",
        "DOUBLE, true, false",
        "BOOLEAN, true, true",
        "BOOLEAN, 1, false",
        "STRING, {}, false",
        "STRING, [], false"
      })
  void aFieldHoldsItsType(FieldType type, String value, boolean fits) {
    ValueCheck.Result result = check(schema(STRICT, field("a", type)), "{\"a\":" + value + "}");

    assertThat(result)
        .isEqualTo(
            fits
                ? new ValueCheck.Result.Fits("{\"a\":" + value + "}")
                : new ValueCheck.Result.Refused(Status.INVALID_FIELD_TYPE));
  }

  @Test
  void aFieldThatHoldsOthersHoldsAnObject() {
    Schema schema = schema(COMPATIBLE, object("place", field("city", FieldType.STRING)));

    assertFits(schema, "{\"place\":{\"city\":\"Oslo\"}}");
    assertRefused(schema, "{\"place\":\"Oslo\"}", Status.INVALID_FIELD_TYPE);
    assertRefused(schema, "{\"place\":{\"city\":7}}", Status.INVALID_FIELD_TYPE);
  }

  @Test
  void aStrictSchemaRefusesOtherFields() {
    FieldNode place = object("place", field("city", FieldType.STRING));

    assertRefused(schema(STRICT, place), "{\"more\":1}", Status.INVALID_VALUE_FIELDS);
    assertRefused(schema(STRICT, place), "{\"place\":{\"more\":1}}", Status.INVALID_VALUE_FIELDS);
    assertFits(schema(COMPATIBLE, place), "{\"more\":1,\"place\":{\"more\":1}}");
  }

  @Test
  void aFieldThatMayNotBeNullIsNeitherNullNorMissing() {
    Schema schema = schema(COMPATIBLE, needed("a", FieldType.LONG), field("b", FieldType.LONG));

    assertRefused(schema, "{}", Status.CONSTRAIN_VIOLATION);
    assertRefused(schema, "{\"a\":null}", Status.CONSTRAIN_VIOLATION);
    assertFits(schema, "{\"a\":1,\"b\":null}");
    assertFits(schema, "{\"a\":1}");
  }

  @Test
  void aMissingFieldGetsItsDefault() {
    Schema schema =
        schema(
            COMPATIBLE,
            standard("unit", FieldType.STRING, "litre"),
            object("place", standard("floor", FieldType.INTEGER, "1")));

    assertThat(check(schema, "{\"a\":1}"))
        .isEqualTo(
            new ValueCheck.Result.Fits("{\"a\":1,\"unit\":\"litre\",\"place\":{\"floor\":1}}"));
    assertFits(schema, "{\"unit\":null,\"place\":null}");
  }

  @Test
  void aValueThatLacksNothingStaysAsItWasWritten() {
    Schema schema = schema(STRICT, standard("unit", FieldType.STRING, "litre"));

    assertFits(schema, " { \"unit\" : \"kg\" } ");
  }

  @Test
  void whatIsSkippedIsKeptAndNotRead() {
    Schema schema =
        Schema.parse(
                SchemaWriter.write(
                    STRICT, List.of(standard("a", FieldType.LONG, "1")), List.of(), 4))
            .orElseThrow();

    assertThat(check(schema, "ABCD{}")).isEqualTo(new ValueCheck.Result.Fits("ABCD{\"a\":1}"));
    assertRefused(schema, "ABC{}", Status.INVALID_FORMAT);
    assertRefused(schema, "ABC", Status.INVALID_FORMAT);
  }

  private static void assertFits(Schema schema, String value) {
    assertThat(check(schema, value)).isEqualTo(new ValueCheck.Result.Fits(value));
  }

  private static void assertRefused(Schema schema, String value, Status status) {
    assertThat(check(schema, value)).isEqualTo(new ValueCheck.Result.Refused(status));
  }

  private static ValueCheck.Result check(Schema schema, String value) {
    return ValueCheck.check(schema, value);
  }
}
