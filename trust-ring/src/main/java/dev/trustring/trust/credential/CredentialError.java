package dev.trustring.trust.credential;

/**
 * Why the identity service does not do what it was asked, with the platform's number (§1.2, §3.4).
 * The numbers of a wrong value, of a foreign maker and of an id that is taken are those of the
 * platform's public headers.
 */
public enum CredentialError {
  CROSS_USER(20499, "the user is not in the foreground"),
  NOT_UNLOCKED(24587, "the user has not been unlocked since boot"),
  KEY_NOT_EXIST(65541, "the credential has no key here"),
  LOCAL_CRED_NOT_EXIST(65545, "there is no such credential"),
  CRED_ID_EXISTED(65553, "there is a credential of that id already"),
  OWNER_UID(65556, "another process or app added the credential"),
  BEYOND_LIMIT(196610, "there are too many credentials of one owner"),
  INVALID_PARAMS(262146, "a value is missing or out of its limits");

  private final int number;
  private final String text;

  CredentialError(int number, String text) {
    this.number = number;
    this.text = text;
  }

  public int number() {
    return number;
  }

  public String text() {
    return text;
  }
}
