/** One device: the actor tree that puts permissions, trust and stores together. */
@NullMarked
package dev.trustring.device;

import org.jspecify.annotations.NullMarked;
