package dev.trustring.sim.campaign;

import dev.trustring.config.text.TextFile;
import java.util.Locale;

/** What was drawn is longer than a scenario file may be; the wishes for it are to blame. */
public final class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int characters;

  TooLarge(int characters) {
    super(
        String.format(
            Locale.ROOT,
            "a drawn run has %,d characters, and a scenario %,d at most; expected fewer operations,"
                + " rarer faults or a shorter time",
            characters,
            TextFile.CHARACTERS_MAX));
    this.characters = characters;
  }

  int characters() {
    return characters;
  }
}
