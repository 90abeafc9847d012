package dev.trustring.kv.decision;

import dev.trustring.kv.status.Status;
import java.util.OptionalInt;

/** What the app saw of one attempt, apart from why it went as it did. */
public sealed interface Visible {

  /** The stable word that expectations and JSON use: a number, a name or {@code silent}. */
  String word();

  /** One sentence for people. */
  String sentence();

  /** {@code syncComplete} brought this number for the device. */
  record Completed(int number) implements Visible {
    @Override
    public String word() {
      return Integer.toString(number);
    }

    @Override
    public String sentence() {
      String name = Status.ofNumber(number).map(Enum::name).orElse("a number of no known name");
      return "syncComplete brings " + number + " (" + name + ")";
    }
  }

  /**
   * A call threw.
   *
   * @param call the call's name
   */
  record Thrown(String call, OptionalInt code, String name) implements Visible {
    @Override
    public String word() {
      return code.isPresent() ? Integer.toString(code.getAsInt()) : name;
    }

    @Override
    public String sentence() {
      String shown = code.isPresent() ? "error " + code.getAsInt() : "an error without a code";
      return call + " throws " + shown + " (" + name + ")";
    }
  }

  /**
   * Nothing at all reached the app.
   *
   * @param how in which way
   */
  record Silent(String how) implements Visible {
    @Override
    public String word() {
      return "silent";
    }

    @Override
    public String sentence() {
      return "nothing: " + how;
    }
  }
}
