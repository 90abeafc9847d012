/** Scenarios and campaigns as tests of other people's suites: JUnit Jupiter's side of the tool. */
@NullMarked
package dev.trustring.sim.junit;

import org.jspecify.annotations.NullMarked;
