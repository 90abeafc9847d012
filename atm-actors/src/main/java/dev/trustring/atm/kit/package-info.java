/** The permission kit of the first standard systems, OpenHarmony 3.0 (access-token §6.1). */
@NullMarked
package dev.trustring.atm.kit;

import org.jspecify.annotations.NullMarked;
