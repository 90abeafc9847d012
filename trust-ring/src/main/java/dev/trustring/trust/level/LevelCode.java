package dev.trustring.trust.level;

/** How a question for a device's level ended, in the numbers of trust-and-softbus §4.4. */
public enum LevelCode {
  SUCCESS(0, "the level is known"),
  INVALID_PARAMETER(1, "a parameter is wrong, or the kind of the credential is not taken"),
  NO_CHALLENGE(5, "the answer names no challenge"),
  NO_CREDENTIAL(6, "the answer brings no credential"),
  BUSY(7, "too many wait for the level of this device"),
  TIMEOUT(8, "no level came in time"),
  WRONG_CHALLENGE(13, "the answer is to another question, or too old"),
  NOT_ONLINE(14, "the device is not online"),
  NO_SESSION(36, "no session to the device could be opened"),
  NO_SUCH_DEVICE(38, "the device was never online"),
  BAD_SIGNATURE(40, "a signature in the credential does not hold"),
  WRONG_NONCE(43, "the attestation was made for another question or another device"),
  WRONG_ROOT(44, "the credential does not come from the known root key"),
  BAD_CREDENTIAL(45, "the credential cannot be read"),
  BAD_KEY_CHAIN(46, "a key of the attestation, or its signature, cannot be read"),
  BAD_CLAIM(47, "the credential claims more than its kind of device may"),
  DEFAULT(0xFFFF, "nothing has come yet");

  private final int number;
  private final String meaning;

  LevelCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** What it says, in one clause. */
  public String meaning() {
    return meaning;
  }
}
