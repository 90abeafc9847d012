package dev.trustring.sim.bench;

import dev.trustring.config.scenario.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * All benchmarks.
 *
 * @param words what the stories that they make of themselves may say
 * @param progress takes a line now and then
 */
public record Benchmarks(Vocabulary words, Consumer<String> progress) {

  /** The machine, in one line. */
  public static String machine() {
    return Machine.said();
  }

  /** See {@link Replicate}. */
  public Table replicate(Replicate.Size size) {
    return Replicate.run(size, words, progress);
  }

  /** See {@link RingSizes}. */
  public Table rings(List<Integer> sizes, int idleSeconds) {
    return new RingSizes(words, progress).run(sizes, idleSeconds);
  }

  /** See {@link LoopSpeed}. */
  public Table loop(int fleet) {
    return new LoopSpeed(words, progress).run(fleet);
  }

  /** See {@link ComingOnline}. */
  public Table online(int devices) {
    return new ComingOnline(words, progress).run(devices);
  }

  /** See {@link StoreCost}. */
  public Table store(int homes) {
    return new StoreCost(words, progress).run(homes);
  }

  /** See {@link PageCost}. */
  public Table page(int events, Path folder) {
    return new PageCost(words, progress).run(events, folder);
  }

  /** See {@link TokenCost}. */
  public Table tokens() {
    return new TokenCost(progress, TokenCost.Effort.FULL).run();
  }
}
