package dev.trustring.kv.schema;

import static dev.trustring.kv.schema.Schemas.field;
import static dev.trustring.kv.schema.Schemas.needed;
import static dev.trustring.kv.schema.Schemas.object;
import static dev.trustring.kv.schema.Schemas.standard;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

  @Test
  void readsWhatAnAppDescribes() {
    SchemaText text =
        SchemaWriter.write(
            SchemaMode.STRICT,
            List.of(
                needed("title", FieldType.STRING),
                standard("count", FieldType.INTEGER, "1"),
                standard("unit", FieldType.STRING, "it's, NOT NULL"),
                object("place", field("city", FieldType.STRING), object("extra"))),
            List.of("$.title", "$.place.city"),
            3);

    Schema schema = Schema.parse(text).orElseThrow();

    assertThat(schema.mode()).isEqualTo(SchemaMode.STRICT);
    assertThat(schema.skip()).isEqualTo(3);
    assertThat(schema.fields().keySet())
        .extracting(FieldPath::toString)
        .containsExactly(
            "$.count", "$.place", "$.title", "$.unit", "$.place.city", "$.place.extra");
    assertThat(schema.fields())
        .containsEntry(
            path("$.title"), new Field(Optional.of(FieldType.STRING), true, Optional.empty()))
        .containsEntry(
            path("$.unit"),
            new Field(
                Optional.of(FieldType.STRING),
                false,
                Optional.of(TextNode.valueOf("it's, NOT NULL"))));
    assertThat(schema.indexes()).containsExactly(path("$.title"), path("$.place.city"));
    assertThat(schema.typeOf(path("$.place.city"))).contains(FieldType.STRING);
    assertThat(schema.typeOf(path("$.place"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "A1_b", "_9"})
  void takesNamesOfLettersDigitsAndUnderscores(String name) {
    assertThat(withField(name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9a", "a-b", "a b", "a.b", "ä", "$"})
  void refusesOtherNames(String name) {
    assertThat(withField(name)).isEmpty();
  }

  @Test
  void takesNamesOf64Characters() {
    assertThat(withField("n".repeat(64))).isPresent();
    assertThat(withField("n".repeat(65))).isEmpty();
  }

  @Test
  void takesFourNamesOnTopOfEachOther() {
    FieldNode four = object("a", object("b", object("c", field("d", FieldType.LONG))));

    assertThat(Schema.parse(Schemas.text(SchemaMode.STRICT, four))).isPresent();
    assertThat(Schema.parse(Schemas.text(SchemaMode.STRICT, object("top", four)))).isEmpty();
  }

  @Test
  void takes256FieldsInAll() {
    assertThat(withFields(256)).isPresent();
    assertThat(withFields(257)).isEmpty();
  }

  @Test
  void takes32Indexes() {
    assertThat(withIndexes(32)).isPresent();
    assertThat(withIndexes(33)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.other", "$.place", "place city", "$.", ""})
  void refusesAnIndexThatIsNoFieldWithAValue(String index) {
    assertThat(indexed(index)).isEmpty();
  }

  @Test
  void refusesTwoIndexesOfOneField() {
    assertThat(indexed("$.title", "$.count")).isPresent();
    assertThat(indexed("$.title", "title")).isEmpty();
  }

  @Test
  void takesADefaultOf4096Bytes() {
    assertThat(withStandard(FieldType.STRING, "d".repeat(4096))).isPresent();
    assertThat(withStandard(FieldType.STRING, "d".repeat(4097))).isEmpty();
  }

  @ParameterizedTest(name = "{1} as the default of {0}: {2}")
  @CsvSource({
    "INTEGER, 7, true",
    "INTEGER, 2147483648, false",
    "INTEGER, 1.5, false",
    "LONG, 2147483648, true",
    "LONG, 9223372036854775808, false",
    "DOUBLE, 1.5, true",
    "DOUBLE, milk, false",
    "BOOLEAN, true, true",
    "BOOLEAN, 1, false"
  })
  void takesADefaultOfTheFieldsOwnType(FieldType type, String text, boolean fits) {
    assertThat(withStandard(type, text).isPresent()).isEqualTo(fits);
  }

  @ParameterizedTest(name = "skipping {0} bytes: {1}")
  @CsvSource({"-1, false", "0, true", "4194302, true", "4194303, false"})
  void skipsAsManyBytesAsAValueHasRoomFor(long skip, boolean fits) {
    SchemaText text =
        SchemaWriter.write(
            SchemaMode.COMPATIBLE, List.of(field("a", FieldType.LONG)), List.of(), skip);

    assertThat(Schema.parse(text).isPresent()).isEqualTo(fits);
  }

  @Test
  void takes512KibOfText() {
    String known = Schemas.shopping(SchemaMode.STRICT).value();
    String longest = known + " ".repeat(SchemaText.MAX_BYTES - known.length());

    assertThat(Schema.parse(new SchemaText(longest))).isPresent();
    assertThat(Schema.parse(new SchemaText(longest + " "))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "{'SCHEMA_VERSION':'2.0','SCHEMA_MODE':'STRICT','SCHEMA_DEFINE':{'a':'LONG'}}",
        "{'SCHEMA_VERSION':'1.0','SCHEMA_MODE':'LOOSE','SCHEMA_DEFINE':{'a':'LONG'}}",
        "{'SCHEMA_VERSION':'1.0','SCHEMA_MODE':'STRICT','SCHEMA_DEFINE':{}}",
        "{'SCHEMA_VERSION':'1.0','SCHEMA_MODE':'STRICT','SCHEMA_DEFINE':{'a':'BLOB'}}",
        "{'SCHEMA_VERSION':'1.0','SCHEMA_MODE':'STRICT','SCHEMA_DEFINE':{'a':7}}",
        "{'SCHEMA_VERSION':'1.0','SCHEMA_MODE':'STRICT','SCHEMA_DEFINE':{'a':'LONG'}} x"
      })
  void refusesATextThatIsNoSchema(String text) {
    assertThat(Schema.parse(new SchemaText(text.replace('\'', '"')))).isEmpty();
  }

  private static FieldPath path(String text) {
    return FieldPath.parse(text).orElseThrow();
  }

  private static Optional<Schema> withField(String name) {
    return Schema.parse(Schemas.text(SchemaMode.STRICT, field(name, FieldType.STRING)));
  }

  private static Optional<Schema> withFields(int count) {
    return Schema.parse(Schemas.text(SchemaMode.STRICT, numbered(count)));
  }

  private static Optional<Schema> withIndexes(int count) {
    List<String> all = IntStream.range(0, count).mapToObj(n -> "$.f" + n).toList();
    return Schema.parse(SchemaWriter.write(SchemaMode.STRICT, List.of(numbered(40)), all, 0));
  }

  private static FieldNode[] numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> field("f" + n, FieldType.LONG))
        .toArray(FieldNode[]::new);
  }

  private static Optional<Schema> indexed(String... indexes) {
    return Schema.parse(
        SchemaWriter.write(
            SchemaMode.STRICT,
            List.of(
                field("title", FieldType.STRING),
                field("count", FieldType.LONG),
                object("place", field("city", FieldType.STRING))),
            List.of(indexes),
            0));
  }

  private static Optional<Schema> withStandard(FieldType type, String text) {
    return Schema.parse(Schemas.text(SchemaMode.STRICT, standard("a", type, text)));
  }
}
