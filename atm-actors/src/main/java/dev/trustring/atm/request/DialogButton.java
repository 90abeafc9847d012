package dev.trustring.atm.request;

/**
 * What a person presses in a permission dialog (access-token §3.6).
 *
 * <p>Of a location dialog that asks for both, the fuzzy ones are pressed after its switch was moved
 * from precise to fuzzy. A button that a dialog does not have is not pressed but the nearest to it:
 * Allow for this time, Deny and Cancel for each other (our choice).
 */
public enum DialogButton {
  ALLOW,
  THIS_TIME,
  DENY,
  CANCEL,
  ALLOW_FUZZY,
  THIS_TIME_FUZZY;

  boolean isYes() {
    return this != DENY && this != CANCEL;
  }

  boolean isFuzzy() {
    return this == ALLOW_FUZZY || this == THIS_TIME_FUZZY;
  }

  boolean isForThisTime() {
    return this == THIS_TIME || this == THIS_TIME_FUZZY;
  }
}
