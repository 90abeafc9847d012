package dev.trustring.trust.group;

/** Why HiChain does not do what it was asked, with the platform's number (§3.4). */
public enum GroupError {
  INVALID_PARAMS(2, "a value is missing or out of its limits"),
  ACCESS_DENIED(20481, "the app is neither manager nor friend of the group"),
  CROSS_USER(20499, "the user is not in the foreground"),
  BEYOND_LIMIT(24578, "there are too many groups of one owner, or devices in one group"),
  GROUP_DUPLICATE(24582, "the group is there already"),
  GROUP_NOT_EXIST(24583, "there is no such group"),
  DEVICE_NOT_EXIST(24584, "no such device is in the group"),
  NOT_UNLOCKED(24587, "the user has not been unlocked since boot");

  private final int number;
  private final String text;

  GroupError(int number, String text) {
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
