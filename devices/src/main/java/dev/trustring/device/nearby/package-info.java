/** What the DeviceManager of a device does for apps: who listens, who discovers, what is found. */
@NullMarked
package dev.trustring.device.nearby;

import org.jspecify.annotations.NullMarked;
