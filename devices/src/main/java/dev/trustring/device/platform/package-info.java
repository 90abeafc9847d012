/** The simulated platform's calls, one class each. */
@NullMarked
package dev.trustring.device.platform;

import org.jspecify.annotations.NullMarked;
