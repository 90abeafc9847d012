package dev.trustring.device.call;

/** What an argument of a platform call may look like in a scenario file. */
public enum ParamType {
  /** Any text. */
  TEXT("text"),
  /** A whole number. */
  INTEGER("a whole number"),
  /** {@code true} or {@code false}. */
  BOOLEAN("true or false"),
  /** One of the parameter's words. */
  WORD("one of its words"),
  /** A value to store: text, number or boolean. */
  SCALAR("text, a number, true or false"),
  /** A list of texts. */
  TEXTS("a list of texts"),
  /** The name of an app of the scenario. */
  APP("an app of the scenario"),
  /** The name of a device of the scenario; the app is given its networkId. */
  DEVICE("a device of the scenario"),
  /** A list of names of devices of the scenario; the app is given their networkIds. */
  DEVICES("a list of devices of the scenario"),
  /** The predicates of a query, in the order in which the app calls them. */
  QUERY("a list of predicates"),
  /** An object with the parameter's fields. */
  OBJECT("an object"),
  /** A list of objects, each with the parameter's fields. */
  OBJECTS("a list of objects");

  private final String expectation;

  ParamType(String expectation) {
    this.expectation = expectation;
  }

  /** How an error message says what was expected. */
  public String expectation() {
    return expectation;
  }
}
