/** The OS accounts of a device: created, in front, stopped, unlocked, removed. */
@NullMarked
package dev.trustring.trust.user;

import org.jspecify.annotations.NullMarked;
