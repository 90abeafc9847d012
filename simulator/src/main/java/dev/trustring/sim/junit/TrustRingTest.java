package dev.trustring.sim.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that plays a scenario, or runs drawn out of it, and fails if one of them is violated. A
 * run that shows nothing (vacuous, inconclusive) is aborted, which reports tell apart from held.
 * The method may take the {@link dev.trustring.sim.run.RunResult}, and is called after a run that
 * held.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(TrustRingExtension.class)
public @interface TrustRingTest {

  /** The scenario file: from the working directory, else beside the test class. */
  String scenario();

  /**
   * How many runs are drawn, with faults and writes by chance, as by {@code trustring chaos}; each
   * is a test of its own. 0 plays the file as it stands.
   */
  int seeds() default 0;

  /** One drawn run alone, by the name that its failure told, such as {@code 42:17}. */
  String replay() default "";

  /** The host, dense or virtual; virtual for a story that dense cannot play. */
  String host() default "dense";
}
