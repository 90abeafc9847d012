package dev.trustring.device.nearby;

/** Why a discovery does not start, in native numbers (trust-and-softbus §2.3, §5.1). */
public enum DiscoveryRefusal {
  REPEATED(96929759, "this package discovers already"),
  FILTER_INVALID(96929749, "a value of the filter is out of its range"),
  SCREEN_OFF(-425799667, "the screen is off");

  private final int number;
  private final String meaning;

  DiscoveryRefusal(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }
}
