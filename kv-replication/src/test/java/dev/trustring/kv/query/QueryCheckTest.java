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
import dev.trustring.kv.status.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCheckTest {
  private static final Optional<Schema> SCHEMA =
      Schema.parse(Schemas.shopping(SchemaMode.COMPATIBLE));
  private static final Clause MILK = equalTo("$.title", "milk");
  private static final Clause BY_COUNT = on(Predicate.ORDER_BY_ASC, "$.count");
  private static final Clause HINT = on(Predicate.SET_SUGGEST_INDEX, Operand.of("$.title"));

  @Test
  void findsNothingWrongWithKeysInAStoreWithoutSchema() {
    Query query = query(prefixKey("a"), inKeys("ab", "ac"), limit(2, 0));

    assertThat(QueryCheck.problem(query, Optional.empty())).isEmpty();
    assertThat(QueryCheck.problem(Query.ALL, Optional.empty())).isEmpty();
  }

  @Test
  void valuesCannotBeSoughtInAStoreWithoutSchema() {
    assertThat(QueryCheck.problem(query(MILK), Optional.empty())).contains(Status.NOT_SUPPORT);
    assertThat(QueryCheck.problem(query(BY_COUNT), Optional.empty())).contains(Status.NOT_SUPPORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.unknown", "$.place", "$.place.street", "$.a-b", "$..title", "$"})
  void aFieldIsOneOfTheSchemaAndHoldsAValue(String field) {
    assertThat(problem(equalTo(field, "x"))).contains(Status.INVALID_QUERY_FIELD);
    assertThat(problem(on(Predicate.ORDER_BY_ASC, field))).contains(Status.INVALID_QUERY_FIELD);
  }

  @Test
  void aFieldMayLieInsideAnother() {
    assertThat(problem(equalTo("$.place.city", "Oslo"))).isEmpty();
    assertThat(problem(equalTo("place.city", "Oslo"))).isEmpty();
  }

  @Test
  void trueAndFalseHaveNoSize() {
    assertThat(problem(on(Predicate.EQUAL_TO, "$.done", Operand.of(true)))).isEmpty();
    assertThat(problem(on(Predicate.GREATER_THAN, "$.done", Operand.of(true))))
        .contains(Status.INVALID_QUERY_FORMAT);
    assertThat(problem(on(Predicate.ORDER_BY_DESC, "$.done")))
        .contains(Status.INVALID_QUERY_FORMAT);
  }

  @Test
  void takesComparisonsThatAreLinked() {
    assertThat(problem(MILK, and(), begin(), MILK, or(), MILK, end(), BY_COUNT, limit(1, 0), HINT))
        .isEmpty();
    assertThat(problem(prefixKey("a"), MILK, inKeys("a1"), and(), MILK)).isEmpty();
  }

  @Test
  void comparisonsNeedALinkBetweenThem() {
    assertMalformed(MILK, MILK);
    assertMalformed(MILK, begin(), MILK, end());
    assertMalformed(begin(), MILK, end(), MILK);
  }

  @Test
  void aLinkStandsBetweenTwoComparisons() {
    assertMalformed(and(), MILK);
    assertMalformed(MILK, or());
    assertMalformed(MILK, and(), or(), MILK);
    assertMalformed(MILK, and(), BY_COUNT);
    assertMalformed(begin(), and(), MILK, end());
    assertMalformed(prefixKey("a"), and(), MILK);
  }

  @Test
  void groupsAreOpenedAndClosed() {
    assertMalformed(begin(), MILK);
    assertMalformed(MILK, end());
    assertMalformed(begin(), end());
    assertMalformed(end(), MILK, begin());
  }

  @Test
  void orderThenLimitThenIndexComeLast() {
    assertMalformed(BY_COUNT, MILK);
    assertMalformed(limit(1, 0), BY_COUNT);
    assertMalformed(limit(1, 0), limit(2, 0));
    assertMalformed(HINT, limit(1, 0));
    assertThat(problem(BY_COUNT, on(Predicate.ORDER_BY_DESC, "$.title"), limit(1, 0))).isEmpty();
  }

  @Test
  void takesOneTo128Keys() {
    assertThat(keys(1)).isEmpty();
    assertThat(keys(128)).isEmpty();
    assertThat(keys(129)).contains(Status.OVER_MAX_LIMITS);
    assertThat(keys(0)).contains(Status.INVALID_ARGUMENT);
  }

  @Test
  void takesNoEmptyAndNoOverlongKey() {
    assertThat(problem(inKeys("a", ""))).contains(Status.INVALID_ARGUMENT);
    assertThat(problem(inKeys("k".repeat(1024)))).isEmpty();
    assertThat(problem(inKeys("k".repeat(1025)))).contains(Status.INVALID_ARGUMENT);
  }

  @Test
  void takesOnePrefixAndOneListOfKeys() {
    assertMalformed(prefixKey("a"), prefixKey("b"));
    assertMalformed(inKeys("a"), inKeys("b"));
  }

  @Test
  void refusesWhatNoClientMakes() {
    Clause nested = begin();
    List<Clause> deep = new ArrayList<>(Collections.nCopies(100_000, nested));

    for (Query made :
        List.of(
            new Query(List.of(limit(-1, 0))),
            new Query(List.of(equalTo("$.ti^tle", "x"))),
            new Query(List.of(on(Predicate.RESET))),
            new Query(deep))) {
      assertThat(QueryCheck.problem(made, SCHEMA)).contains(Status.INVALID_QUERY_FORMAT);
    }
  }

  @Test
  void countsNeitherOrderedNorLimitedRows() {
    assertThat(QueryCheck.problemOfCounting(query(MILK), SCHEMA)).isEmpty();
    assertThat(QueryCheck.problemOfCounting(query(MILK, limit(1, 0)), SCHEMA))
        .contains(Status.NOT_SUPPORT);
    assertThat(QueryCheck.problemOfCounting(query(BY_COUNT), SCHEMA)).contains(Status.NOT_SUPPORT);
    assertThat(QueryCheck.problemOfCounting(query(and()), SCHEMA))
        .contains(Status.INVALID_QUERY_FORMAT);
  }

  @ParameterizedTest
  @EnumSource(Predicate.class)
  void everyPredicateWithAFieldLooksItUp(Predicate predicate) {
    Operand[] operands =
        switch (predicate.form()) {
          case FIELD_VALUE, FIELD_TEXT, FIELD_TEXTS -> new Operand[] {Operand.of("x")};
          case FIELD_NUMBERS -> new Operand[] {Operand.of(1)};
          default -> new Operand[0];
        };
    if (predicate.form().hasField()) {
      assertThat(problem(on(predicate, "$.unknown", operands)))
          .contains(Status.INVALID_QUERY_FIELD);
    }
  }

  private static Optional<Status> keys(int count) {
    return problem(
        inKeys(IntStream.range(0, count).mapToObj(n -> "key" + n).toArray(String[]::new)));
  }

  private static void assertMalformed(Clause... clauses) {
    assertThat(problem(clauses)).contains(Status.INVALID_QUERY_FORMAT);
  }

  private static Optional<Status> problem(Clause... clauses) {
    return QueryCheck.problem(query(clauses), SCHEMA);
  }
}
