package dev.trustring.kv.query;

import static dev.trustring.kv.query.Queries.and;
import static dev.trustring.kv.query.Queries.begin;
import static dev.trustring.kv.query.Queries.end;
import static dev.trustring.kv.query.Queries.equalTo;
import static dev.trustring.kv.query.Queries.inKeys;
import static dev.trustring.kv.query.Queries.limit;
import static dev.trustring.kv.query.Queries.on;
import static dev.trustring.kv.query.Queries.or;
import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.schema.SchemaMode;
import dev.trustring.kv.schema.Schemas;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final Optional<Schema> SCHEMA =
      Schema.parse(Schemas.shopping(SchemaMode.COMPATIBLE));

  private static final List<Row> LIST =
      List.of(
          new Row("a1", "{\"title\":\"Milk\",\"count\":2,\"price\":1.5,\"done\":true}", 40),
          new Row("a2", "{\"title\":\"bread\",\"count\":1,\"done\":false}", 30),
          new Row("b1", "{\"title\":\"milk shake\",\"count\":10,\"price\":4}", 20),
          new Row("b2", "{\"title\":null,\"place\":{\"city\":\"Oslo\"}}", 10),
          new Row("c1", "not json", 5));

  private record Row(String keyText, String valueText, long writeTime) implements Selection.Entry {}

  @Test
  void findsEverythingWithoutPredicates() {
    assertThat(found()).containsExactly("a1", "a2", "b1", "b2", "c1");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "EQUAL_TO, 2, a1",
    "NOT_EQUAL_TO, 2, a2 b1",
    "GREATER_THAN, 2, b1",
    "LESS_THAN, 2, a2",
    "GREATER_THAN_OR_EQUAL_TO, 2, a1 b1",
    "LESS_THAN_OR_EQUAL_TO, 2, a1 a2",
    "GREATER_THAN, 1.5, a1 b1"
  })
  void comparesNumbersAsNumbers(Predicate predicate, double number, String keys) {
    assertThat(found(on(predicate, "$.count", Operand.of(number))))
        .containsExactly(keys.split(" "));
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "EQUAL_TO, bread, a2",
    "NOT_EQUAL_TO, bread, a1 b1",
    "GREATER_THAN, bread, b1",
    "LESS_THAN, bread, a1",
    "LIKE, m%, a1 b1",
    "LIKE, %MILK%, a1 b1",
    "LIKE, mil_, a1",
    "LIKE, milk, a1",
    "UNLIKE, m%, a2"
  })
  void comparesTextsByTheirCharacters(Predicate predicate, String text, String keys) {
    assertThat(found(on(predicate, "$.title", Operand.of(text)))).containsExactly(keys.split(" "));
  }

  @Test
  void comparesTruth() {
    assertThat(found(on(Predicate.EQUAL_TO, "$.done", Operand.of(true)))).containsExactly("a1");
    assertThat(found(on(Predicate.NOT_EQUAL_TO, "$.done", Operand.of(true)))).containsExactly("a2");
  }

  @Test
  void everyNumberComesBeforeEveryText() {
    assertThat(found(on(Predicate.GREATER_THAN, "$.title", Operand.of(1_000_000))))
        .containsExactly("a1", "a2", "b1");
    assertThat(found(on(Predicate.EQUAL_TO, "$.count", Operand.of("2")))).isEmpty();
  }

  @Test
  void nullAndMissingFitIsNullAlone() {
    assertThat(found(on(Predicate.IS_NULL, "$.title"))).containsExactly("b2", "c1");
    assertThat(found(on(Predicate.IS_NOT_NULL, "$.title"))).containsExactly("a1", "a2", "b1");
    assertThat(found(on(Predicate.NOT_EQUAL_TO, "$.title", Operand.of("x"))))
        .containsExactly("a1", "a2", "b1");
  }

  @Test
  void seeksOneOfSeveral() {
    assertThat(found(on(Predicate.IN_NUMBER, "$.count", Operand.of(1), Operand.of(10))))
        .containsExactly("a2", "b1");
    assertThat(found(on(Predicate.NOT_IN_NUMBER, "$.count", Operand.of(1), Operand.of(10))))
        .containsExactly("a1");
    assertThat(found(on(Predicate.IN_STRING, "$.title", Operand.of("bread"))))
        .containsExactly("a2");
    assertThat(found(on(Predicate.NOT_IN_STRING, "$.title", Operand.of("bread"))))
        .containsExactly("a1", "b1");
    assertThat(found(on(Predicate.IN_NUMBER, "$.count"))).isEmpty();
  }

  @Test
  void looksIntoFieldsThatHoldOthers() {
    assertThat(found(equalTo("$.place.city", "Oslo"))).containsExactly("b2");
  }

  @Test
  void andBindsCloserThanOr() {
    Clause bread = equalTo("$.title", "bread");
    Clause many = on(Predicate.GREATER_THAN, "$.count", Operand.of(1));
    Clause done = on(Predicate.EQUAL_TO, "$.done", Operand.of(true));

    assertThat(found(bread, or(), many, and(), done)).containsExactly("a1", "a2");
    assertThat(found(begin(), bread, or(), many, end(), and(), done)).containsExactly("a1");
  }

  @Test
  void keysNarrowTheWholeQuery() {
    Clause bread = equalTo("$.title", "bread");
    Clause many = on(Predicate.GREATER_THAN, "$.count", Operand.of(1));

    assertThat(found(prefixKey("a"))).containsExactly("a1", "a2");
    assertThat(found(bread, or(), many, prefixKey("b"))).containsExactly("b1");
    assertThat(found(inKeys("c1", "a2", "z"))).containsExactly("a2", "c1");
    assertThat(found(inKeys("c1", "a2"), prefixKey("c"))).containsExactly("c1");
  }

  @Test
  void ordersWithNullFirst() {
    assertThat(found(on(Predicate.ORDER_BY_ASC, "$.count")))
        .containsExactly("b2", "c1", "a2", "a1", "b1");
    assertThat(found(on(Predicate.ORDER_BY_DESC, "$.count")))
        .containsExactly("b1", "a1", "a2", "b2", "c1");
  }

  @Test
  void ordersByOneFieldAfterAnother() {
    assertThat(
            found(
                on(Predicate.ORDER_BY_DESC, "$.place.city"), on(Predicate.ORDER_BY_ASC, "$.title")))
        .containsExactly("b2", "c1", "a1", "a2", "b1");
  }

  @Test
  void ordersByTheTimeOfWriting() {
    assertThat(found(on(Predicate.ORDER_BY_WRITE_TIME, Operand.of(true))))
        .containsExactly("c1", "b2", "b1", "a2", "a1");
    assertThat(found(on(Predicate.ORDER_BY_WRITE_TIME, Operand.of(false)), limit(2, 0)))
        .containsExactly("a1", "a2");
  }

  @Test
  void givesAPartOfWhatItFinds() {
    assertThat(found(limit(2, 0))).containsExactly("a1", "a2");
    assertThat(found(limit(2, 4))).containsExactly("c1");
    assertThat(found(limit(0, 0))).isEmpty();
    assertThat(found(on(Predicate.ORDER_BY_DESC, "$.count"), limit(1, 1))).containsExactly("a1");
  }

  @Test
  void seesNoFieldsInAStoreWithoutSchema() {
    Selection selection = new Selection(query(prefixKey("b")), Optional.empty());

    assertThat(selection.of(LIST)).extracting(Row::keyText).containsExactly("b1", "b2");
    assertThat(selection.fits(LIST.get(0))).isFalse();
    assertThat(selection.fits(LIST.get(2))).isTrue();
  }

  @Test
  void isNotSlowedByItsPattern() {
    String pattern = "%a".repeat(2000) + "b";

    assertThat(Wildcard.fits(pattern, "a".repeat(20_000))).isFalse();
    assertThat(Wildcard.fits("%", "")).isTrue();
    assertThat(Wildcard.fits("", "")).isTrue();
    assertThat(Wildcard.fits("_", "")).isFalse();
    assertThat(Wildcard.fits("a%c%", "abcd")).isTrue();
  }

  private static List<String> found(Clause... clauses) {
    Query query = query(clauses);
    assertThat(QueryCheck.problem(query, SCHEMA)).isEmpty();
    return new Selection(query, SCHEMA).of(LIST).stream().map(Row::keyText).toList();
  }
}
