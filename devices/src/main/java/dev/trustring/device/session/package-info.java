/** Sessions of apps over the soft bus: who may open them, what goes over them, how they end. */
@NullMarked
package dev.trustring.device.session;

import org.jspecify.annotations.NullMarked;
