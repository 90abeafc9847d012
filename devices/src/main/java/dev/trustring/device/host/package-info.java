/** What a device needs of the world around it, and what watchers hear of it. */
@NullMarked
package dev.trustring.device.host;

import org.jspecify.annotations.NullMarked;
