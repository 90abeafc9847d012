package dev.trustring.kv.query;

/** A value that a predicate compares with; a plain number of an app counts as DOUBLE. */
public record Operand(Kind kind, String text) {

  /** What kind of value an app wrote. */
  public enum Kind {
    TEXT("STRING"),
    NUMBER("DOUBLE"),
    TRUTH("BOOL");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Its word in the text of a query. */
    String word() {
      return word;
    }
  }

  public Operand {
    if (kind == Kind.NUMBER) {
      Double.parseDouble(text);
    }
  }

  /** A text. */
  public static Operand of(String text) {
    return new Operand(Kind.TEXT, text);
  }

  /** A number, written as short as it can be. */
  public static Operand of(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return new Operand(Kind.NUMBER, whole ? Long.toString((long) number) : Double.toString(number));
  }

  /** True or false. */
  public static Operand of(boolean truth) {
    return new Operand(Kind.TRUTH, Boolean.toString(truth));
  }
}
