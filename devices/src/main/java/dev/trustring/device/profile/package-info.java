/** What a device is and what is installed on it when a story begins. */
@NullMarked
package dev.trustring.device.profile;

import org.jspecify.annotations.NullMarked;
