package dev.trustring.kv.query;

import java.util.List;
import java.util.Optional;

/**
 * One predicate with what it was given.
 *
 * @param field the path of a field, where the predicate is about one
 */
public record Clause(Predicate predicate, Optional<String> field, List<Operand> operands) {

  /** The character that ends the use of a predicate; the query's text gives it a meaning. */
  private static final String SPECIAL = "^";

  public Clause {
    operands = List.copyOf(operands);
    Predicate.Form form = predicate.form();
    boolean counts =
        form != Predicate.Form.TWO_NUMBERS || operands.stream().allMatch(Clause::isCount);
    if (field.isPresent() != form.hasField() || !form.takes(operands) || !counts) {
      throw new IllegalArgumentException(predicate.word() + " takes " + form.expectation());
    }
  }

  private static boolean isCount(Operand number) {
    return number.text().matches("-?[0-9]{1,10}");
  }

  /**
   * Whether the client takes it. With {@code ^} in a field or value, without a field, or with a
   * number below zero it is as if it had not been called (kv-store §1.4), so that a query of it
   * alone finds everything.
   */
  boolean counts() {
    boolean named = field.filter(Clause::isUnusable).isEmpty();
    return switch (predicate.form()) {
      case TEXT, DEVICE -> operands.stream().map(Operand::text).noneMatch(Clause::isUnusable);
      case TWO_NUMBERS -> operands.stream().noneMatch(one -> one.text().startsWith("-"));
      case NOTHING, FLAG, TEXTS -> true;
      case FIELD, FIELD_VALUE, FIELD_TEXT, FIELD_NUMBERS, FIELD_TEXTS ->
          named && operands.stream().noneMatch(one -> one.text().contains(SPECIAL));
    };
  }

  private static boolean isUnusable(String text) {
    return text.isEmpty() || text.contains(SPECIAL);
  }

  String firstText() {
    return operands.get(0).text();
  }

  /** Its part of the text of a query. */
  String text() {
    Predicate.Form form = predicate.form();
    if (form == Predicate.Form.FLAG) {
      return " " + predicate.token() + (firstText().equals("true") ? " ^IS_ASC" : " ^IS_DESC");
    }
    return " "
        + predicate.token()
        + (form.namesType() ? " " + form.kind(operands).word() : "")
        + field.map(name -> " " + escaped(name)).orElse("")
        + (form.isList() ? " ^START" + values() + " ^END" : values());
  }

  private String values() {
    StringBuilder all = new StringBuilder();
    operands.forEach(one -> all.append(' ').append(escaped(one.text())));
    return all.toString();
  }

  private static String escaped(String text) {
    return text.isEmpty() ? "^EMPTY_STRING" : text.replace(SPECIAL, "(^)").replace(" ", "^^");
  }
}
