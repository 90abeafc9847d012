/** What crosses devices, and what they keep, as bytes: frames, and our records in CBOR. */
@NullMarked
package dev.trustring.device.wire;

import org.jspecify.annotations.NullMarked;
