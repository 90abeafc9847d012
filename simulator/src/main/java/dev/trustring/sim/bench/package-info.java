/**
 * Benchmarks: how fast data replicate, how large rings can be, how fast the loop runs. They use
 * real time and threads of their own, and nothing else depends on them.
 */
@NullMarked
package dev.trustring.sim.bench;

import org.jspecify.annotations.NullMarked;
