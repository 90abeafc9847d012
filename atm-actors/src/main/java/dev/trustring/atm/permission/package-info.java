/** The permissions the platform defines, and the words their definitions use. */
@NullMarked
package dev.trustring.atm.permission;

import org.jspecify.annotations.NullMarked;
