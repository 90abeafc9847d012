package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import java.time.Duration;

/**
 * A run of which everything from some moment on is drawn anew.
 *
 * @param from that moment of the story
 * @param seed of the network's chance from then on
 */
record Anew(Node.Mapping tree, Duration from, long seed) {}
