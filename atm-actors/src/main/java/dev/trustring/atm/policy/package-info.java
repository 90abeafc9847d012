/** What is set for a device and not for one app: user policies, toggles, switches, dialog bans. */
@NullMarked
package dev.trustring.atm.policy;

import org.jspecify.annotations.NullMarked;
