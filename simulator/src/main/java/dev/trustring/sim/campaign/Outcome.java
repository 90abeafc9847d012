package dev.trustring.sim.campaign;

import java.util.concurrent.FutureTask;

/** How playing one run ended, in a form that another process can be told. */
public sealed interface Outcome {

  /** The run's. */
  int number();

  /**
   * What the run came to, as if it had been played here.
   *
   * @throws TooLarge if too much was wished for
   * @throws RunFault if it failed for a reason that is the tool's
   */
  Played played();

  /** It was played to its end. */
  record Came(Played played) implements Outcome {
    @Override
    public int number() {
      return played.number();
    }
  }

  /** It was drawn, and is longer than a scenario may be. */
  record TooLong(int number, int characters) implements Outcome {
    @Override
    public Played played() {
      throw new TooLarge(characters);
    }
  }

  /**
   * It failed, and not because of what it played.
   *
   * @param says the failure
   */
  record Failed(int number, String says) implements Outcome {
    @Override
    public Played played() {
      throw new RunFault(number, says);
    }
  }

  /** Plays a run. */
  static Outcome of(Campaign campaign, int number) {
    FutureTask<Played> run = new FutureTask<>(() -> campaign.play(number));
    run.run();
    try {
      return new Came(Cores.result(number, run));
    } catch (TooLarge e) {
      return new TooLong(number, e.characters());
    } catch (RunFault e) {
      return new Failed(number, String.valueOf(e.getCause()));
    }
  }
}
