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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void saysItselfAsText() {
    Query query =
        query(
            begin(),
            equalTo("$.title", "fresh milk"),
            or(),
            on(Predicate.GREATER_THAN, "$.count", Operand.of(2)),
            end(),
            and(),
            on(Predicate.IS_NULL, "$.done"),
            and(),
            on(Predicate.IN_NUMBER, "$.price", Operand.of(1), Operand.of(2.5)),
            and(),
            on(Predicate.NOT_IN_STRING, "$.unit", Operand.of("kg"), Operand.of("")),
            and(),
            on(Predicate.UNLIKE, "$.title", Operand.of("%x%")),
            on(Predicate.ORDER_BY_DESC, "$.count"),
            limit(10, 2),
            on(Predicate.SET_SUGGEST_INDEX, Operand.of("$.title")));

    assertThat(query.text())
        .isEqualTo(
            " ^BEGIN_GROUP ^EQUAL STRING $.title fresh^^milk ^OR ^GREATER DOUBLE $.count 2"
                + " ^END_GROUP ^AND ^IS_NULL $.done"
                + " ^AND ^IN DOUBLE $.price ^START 1 2.5 ^END"
                + " ^AND ^NOT_IN STRING $.unit ^START kg ^EMPTY_STRING ^END"
                + " ^AND ^NOT_LIKE $.title %x% ^DESC $.count ^LIMIT 10 2 ^SUGGEST_INDEX $.title");
  }

  @Test
  void putsTheDeviceInFront() {
    Query query = query(prefixKey("a"), on(Predicate.DEVICE_ID, Operand.of("tablet")));

    assertThat(query.text()).isEqualTo(" ^DEVICE_ID tablet ^KEY_PREFIX a");
    assertThat(query.device()).contains("tablet");
  }

  @Test
  void aPredicateWithTheSpecialCharacterIsAsIfItHadNotBeenCalled() {
    assertThat(query(equalTo("$.ti^tle", "milk"))).isEqualTo(Query.ALL);
    assertThat(query(equalTo("$.title", "mi^lk"))).isEqualTo(Query.ALL);
    assertThat(query(prefixKey("a^"))).isEqualTo(Query.ALL);
    assertThat(query(on(Predicate.IN_STRING, "$.a", Operand.of("x"), Operand.of("^"))))
        .isEqualTo(Query.ALL);
    assertThat(query(on(Predicate.ORDER_BY_ASC, "^"))).isEqualTo(Query.ALL);
  }

  @Test
  void aPredicateWithoutAFieldOrTextIsAsIfItHadNotBeenCalled() {
    assertThat(query(equalTo("", "milk"))).isEqualTo(Query.ALL);
    assertThat(query(prefixKey(""))).isEqualTo(Query.ALL);
    assertThat(query(equalTo("$.title", "")).clauses()).hasSize(1);
  }

  @Test
  void aLimitBelowZeroIsAsIfItHadNotBeenCalled() {
    assertThat(query(limit(-1, 0))).isEqualTo(Query.ALL);
    assertThat(query(limit(1, -1))).isEqualTo(Query.ALL);
  }

  @Test
  void aResetForgetsWhatWasCalledBefore() {
    assertThat(query(prefixKey("a"), on(Predicate.RESET), prefixKey("b")))
        .isEqualTo(query(prefixKey("b")));
  }

  @Test
  void aTextOfMoreThan5120CharactersIsForgotten() {
    int around = " ^KEY_PREFIX ".length();

    assertThat(query(prefixKey("k".repeat(5120 - around))).text()).hasSize(5120);
    assertThat(query(prefixKey("k".repeat(5121 - around)))).isEqualTo(Query.ALL);
  }

  @Test
  void knowsWhatDecidesWhichRowsItFinds() {
    assertThat(query(prefixKey("a"), inKeys("ab"), limit(1, 0)).asksForKeysOnly()).isTrue();
    assertThat(Query.ALL.asksForKeysOnly()).isTrue();
    assertThat(query(equalTo("$.title", "x")).asksForKeysOnly()).isFalse();
    assertThat(query(limit(1, 0)).isLimited()).isTrue();
    assertThat(query(prefixKey("a")).isLimited()).isFalse();
    assertThat(query(on(Predicate.ORDER_BY_WRITE_TIME, Operand.of(true))).isOrderedByWriteTime())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EQUAL_TO", "IS_NULL", "LIMIT", "PREFIX_KEY", "ORDER_BY_ASC"})
  void aPredicateTakesWhatItsFormSays(Predicate predicate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> on(predicate))
        .withMessageContaining(predicate.word());
  }

  @Test
  void everyPredicateHasANameOfItsOwn() {
    assertThat(Predicate.words()).doesNotHaveDuplicates();
    assertThat(Predicate.words()).allMatch(word -> Predicate.parse(word).isPresent());
    assertThat(Predicate.parse("equals")).isEmpty();
  }
}
