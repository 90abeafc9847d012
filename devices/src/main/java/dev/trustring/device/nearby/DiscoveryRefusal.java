package dev.trustring.device.nearby;

/**
 * Why a discovery does not start or nothing is published, in native numbers (trust-and-softbus
 * §2.3, §5.1). The notes have no number for the last two; the general one is our choice.
 */
public enum DiscoveryRefusal {
  REPEATED(96929759, "this package discovers already"),
  FILTER_INVALID(96929749, "a value of the filter is out of its range"),
  SCREEN_OFF(-425799667, "the screen is off"),
  PUBLISH_REPEATED(96929772, "this package publishes already"),
  DUPLICATE(-425799671, "the package uses that number already"),
  TOO_MANY_OF_CAPABILITY(-425799668, "the capability is used as often as it may be"),
  TOO_MANY_OF_PACKAGE(-426442702, "the package has as many entries as it may have"),
  NO_SUCH_NOTICE(-426442702, "the package has nothing of that number");

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
