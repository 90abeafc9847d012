package dev.trustring.kv.decision;

import java.util.Locale;

/** Why an app hears nothing of an attempt, whatever came of it. */
public enum Silence {
  /** Others got on, or the engine never began with it (kv-store §4.1, metadata outcome). */
  LEFT_OUT(
      "the device is missing from syncComplete",
      "compare the devices there with those that were named, and sync with it alone"),
  /** From kv-store §4.1 G3. */
  DELAYED(
      "the delayed call had returned before, and nothing calls back",
      "sync without a delay while the app is in front: then it is thrown"),
  /** From kv-store §4.1, metadata outcome. */
  METADATA_LATE(
      "the call had returned before metadata came", "sync once more: by then the records are here"),
  /** From kv-store §7.1. */
  AUTOMATIC("autoSync calls nobody back", "call sync to hear what comes of it"),
  /** The service forgets whom to call when a process exits. */
  PROCESS_ENDED(
      "the app's process has ended, and its callback with it",
      "open the store and sync again when the app is started again"),
  /** From kv-store §3.4: the rows that a pull asked for are a task of their own. */
  ANSWERS_A_PULL(
      "no app of this device asked; it answers a pull", "the app that asked is told on its device"),
  /** From kv-store §3.4. */
  SUBSCRIBED_TO(
      "no app of this device asked; the peer has subscribed to the query",
      "nobody is told: look whether the rows are there"),
  /** From kv-store §3.4. */
  SUBSCRIBES_AGAIN(
      "no app of this device asked; the peer was offline and has forgotten the subscription",
      "nobody is told: look whether rows come");

  private final String how;
  private final String remedy;

  Silence(String how, String remedy) {
    this.how = how;
    this.remedy = remedy;
  }

  /** The stable word, such as {@code process-ended}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In which way nothing is heard. */
  public String how() {
    return how;
  }

  /** What one can do to hear of it after all. */
  public String remedy() {
    return remedy;
  }

  /** What the app sees. */
  public Visible visible() {
    return new Visible.Silent(how);
  }
}
