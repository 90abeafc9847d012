/** Permissions on mini and small systems: one file per app, asked by uid (access-token §6.2). */
@NullMarked
package dev.trustring.atm.lite;

import org.jspecify.annotations.NullMarked;
