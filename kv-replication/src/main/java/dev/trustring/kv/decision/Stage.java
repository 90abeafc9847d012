package dev.trustring.kv.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The twelve questions in which people see the gates; each platform gate belongs to one. */
public enum Stage {
  UNLOCKED(1, "unlocked", "can the store's file be read on the sending device"),
  OPTIONS(2, "options", "was the store opened, and as a kind that can sync"),
  TARGET(3, "target", "is the listed id an online device"),
  TRIGGER(4, "trigger", "does the sync start now, later or not at all"),
  REACH(5, "reach", "is there a bearer that carries frames between the two"),
  TRUST(6, "trust", "same account or a bond that covers this app, users in the foreground"),
  IDENTITY(7, "identity", "same app by bundle and signing, and the store opened on the far side"),
  PERMISSION(8, "permission", "DISTRIBUTED_DATASYNC declared and granted, on both sides"),
  RANGE(9, "range", "do the sync-range labels of the two stores meet"),
  LEVEL(10, "level", "may the receiving device hold data of this label, and are labels equal"),
  TRANSFER(11, "transfer", "did the rows fit, arrive and win against what was there"),
  SEEN(12, "seen", "are the rows at rest on the far side");

  private final int number;
  private final String word;
  private final String question;

  Stage(int number, String word, String question) {
    this.number = number;
    this.word = word;
    this.question = question;
  }

  /** Its place, 1 to 12. */
  public int number() {
    return number;
  }

  /** The stable word of reports and scenario files. */
  public String word() {
    return word;
  }

  public String question() {
    return question;
  }

  public static Optional<Stage> parse(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word.equals(word)).findFirst();
  }

  /** All words in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Stage::word).toList();
  }
}
