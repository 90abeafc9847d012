/** Who may call which service between processes of a mini or small system (access-token §6.3). */
@NullMarked
package dev.trustring.atm.ipc;

import org.jspecify.annotations.NullMarked;
