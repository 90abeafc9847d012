package dev.trustring.kv.schema;

import java.util.List;
import java.util.Optional;

/**
 * One field as an app describes it before the store is opened (kv-store §1.5).
 *
 * @param type empty for a field that holds others
 * @param nullable whether it may be null or missing
 * @param standard the text of the value that a missing field gets
 * @param children the fields inside it
 */
public record FieldNode(
    String name,
    Optional<FieldType> type,
    boolean nullable,
    Optional<String> standard,
    List<FieldNode> children) {

  public FieldNode {
    children = List.copyOf(children);
  }

  /** How the text of a schema describes it, unless it holds others. */
  String attributes(FieldType itsType) {
    String value =
        standard.map(text -> itsType == FieldType.STRING ? "'" + text + "'" : text).orElse("");
    return itsType.word()
        + (nullable ? "" : ", NOT NULL")
        + (standard.isPresent() ? ", DEFAULT " + value : "");
  }
}
