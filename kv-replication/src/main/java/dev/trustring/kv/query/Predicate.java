package dev.trustring.kv.query;

import dev.trustring.kv.query.Operand.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One call on a query, by the platform's name of it (kv-store §1.4). */
public enum Predicate {
  EQUAL_TO("equalTo", "^EQUAL", Form.FIELD_VALUE),
  NOT_EQUAL_TO("notEqualTo", "^NOT_EQUAL", Form.FIELD_VALUE),
  GREATER_THAN("greaterThan", "^GREATER", Form.FIELD_VALUE),
  LESS_THAN("lessThan", "^LESS", Form.FIELD_VALUE),
  GREATER_THAN_OR_EQUAL_TO("greaterThanOrEqualTo", "^GREATER_EQUAL", Form.FIELD_VALUE),
  LESS_THAN_OR_EQUAL_TO("lessThanOrEqualTo", "^LESS_EQUAL", Form.FIELD_VALUE),
  IS_NULL("isNull", "^IS_NULL", Form.FIELD),
  IS_NOT_NULL("isNotNull", "^IS_NOT_NULL", Form.FIELD),
  IN_NUMBER("inNumber", "^IN", Form.FIELD_NUMBERS),
  IN_STRING("inString", "^IN", Form.FIELD_TEXTS),
  NOT_IN_NUMBER("notInNumber", "^NOT_IN", Form.FIELD_NUMBERS),
  NOT_IN_STRING("notInString", "^NOT_IN", Form.FIELD_TEXTS),
  LIKE("like", "^LIKE", Form.FIELD_TEXT),
  UNLIKE("unlike", "^NOT_LIKE", Form.FIELD_TEXT),
  AND("and", "^AND", Form.NOTHING),
  OR("or", "^OR", Form.NOTHING),
  ORDER_BY_ASC("orderByAsc", "^ASC", Form.FIELD),
  ORDER_BY_DESC("orderByDesc", "^DESC", Form.FIELD),
  /** Native only; JavaScript has no such call. */
  ORDER_BY_WRITE_TIME("orderByWriteTime", "^OrderByWriteTime", Form.FLAG),
  LIMIT("limit", "^LIMIT", Form.TWO_NUMBERS),
  BEGIN_GROUP("beginGroup", "^BEGIN_GROUP", Form.NOTHING),
  END_GROUP("endGroup", "^END_GROUP", Form.NOTHING),
  PREFIX_KEY("prefixKey", "^KEY_PREFIX", Form.TEXT),
  /** Native only; JavaScript has no such call. */
  IN_KEYS("inKeys", "^IN_KEYS", Form.TEXTS),
  SET_SUGGEST_INDEX("setSuggestIndex", "^SUGGEST_INDEX", Form.TEXT),
  DEVICE_ID("deviceId", "^DEVICE_ID", Form.DEVICE),
  RESET("reset", "", Form.NOTHING);

  private static final int ANY_NUMBER = -1;

  /** What a predicate is given. */
  public enum Form {
    NOTHING("nothing", 0),
    FIELD("a field", 0),
    FIELD_VALUE("[field, value]", 1, Kind.values()),
    FIELD_TEXT("[field, text]", 1, Kind.TEXT),
    FIELD_NUMBERS("[field, [numbers]]", ANY_NUMBER, Kind.NUMBER),
    FIELD_TEXTS("[field, [texts]]", ANY_NUMBER, Kind.TEXT),
    TWO_NUMBERS("[total, offset]", 2, Kind.NUMBER),
    FLAG("true or false", 1, Kind.TRUTH),
    TEXT("a text", 1, Kind.TEXT),
    TEXTS("a list of texts", ANY_NUMBER, Kind.TEXT),
    DEVICE("a device", 1, Kind.TEXT);

    private final String expectation;
    private final int count;

    // A list that nobody can change; the checker does not know it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Kind> kinds;

    Form(String expectation, int count, Kind... kinds) {
      this.expectation = expectation;
      this.count = count;
      this.kinds = List.of(kinds);
    }

    /** How a message says what was expected. */
    public String expectation() {
      return expectation;
    }

    /** Whether the first thing given is the path of a field. */
    public boolean hasField() {
      return name().startsWith("FIELD");
    }

    /** Whether the text of a query says of which type its values are. */
    boolean namesType() {
      return this == FIELD_VALUE || (hasField() && isList());
    }

    boolean isList() {
      return count == ANY_NUMBER;
    }

    boolean takes(List<Operand> operands) {
      return (isList() || operands.size() == count)
          && operands.stream().allMatch(one -> kinds.contains(one.kind()));
    }

    Kind kind(List<Operand> operands) {
      return kinds.size() == 1 ? kinds.get(0) : operands.get(0).kind();
    }
  }

  /** What a predicate does in a query. */
  enum Role {
    COMPARES,
    LINKS,
    OPENS,
    CLOSES,
    ORDERS,
    LIMITS,
    HINTS,
    /** Narrows the whole query by keys, wherever it stands. */
    NARROWS
  }

  private final String word;
  private final String token;
  private final Form form;

  Predicate(String word, String token, Form form) {
    this.word = word;
    this.token = token;
    this.form = form;
  }

  /** The platform's name of the call. */
  public String word() {
    return word;
  }

  public Form form() {
    return form;
  }

  String token() {
    return token;
  }

  /** The predicate of that name. */
  public static Optional<Predicate> parse(String word) {
    return Arrays.stream(values()).filter(predicate -> predicate.word.equals(word)).findFirst();
  }

  /** The names of all. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Predicate::word).toList();
  }

  Role role() {
    return switch (this) {
      case EQUAL_TO,
          NOT_EQUAL_TO,
          GREATER_THAN,
          LESS_THAN,
          GREATER_THAN_OR_EQUAL_TO,
          LESS_THAN_OR_EQUAL_TO,
          IS_NULL,
          IS_NOT_NULL,
          IN_NUMBER,
          IN_STRING,
          NOT_IN_NUMBER,
          NOT_IN_STRING,
          LIKE,
          UNLIKE ->
          Role.COMPARES;
      case AND, OR -> Role.LINKS;
      case BEGIN_GROUP -> Role.OPENS;
      case END_GROUP -> Role.CLOSES;
      case ORDER_BY_ASC, ORDER_BY_DESC, ORDER_BY_WRITE_TIME -> Role.ORDERS;
      case LIMIT -> Role.LIMITS;
      case SET_SUGGEST_INDEX -> Role.HINTS;
      case PREFIX_KEY, IN_KEYS, DEVICE_ID, RESET -> Role.NARROWS;
    };
  }

  /** Whether it compares by size, which makes no sense for true and false. */
  boolean comparesSize() {
    return this == GREATER_THAN
        || this == LESS_THAN
        || this == GREATER_THAN_OR_EQUAL_TO
        || this == LESS_THAN_OR_EQUAL_TO;
  }
}
