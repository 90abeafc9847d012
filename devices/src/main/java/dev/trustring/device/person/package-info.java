/** The person in front of a device, who answers its dialogs and types its PINs. */
@NullMarked
package dev.trustring.device.person;

import org.jspecify.annotations.NullMarked;
