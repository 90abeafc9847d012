/** What an app asks for when it is installed, and what it is given or refused. */
@NullMarked
package dev.trustring.atm.install;

import org.jspecify.annotations.NullMarked;
