/** Who is who: names and ids of devices, accounts, users and apps, each a type of its own. */
@NullMarked
package dev.trustring.trust.identity;

import org.jspecify.annotations.NullMarked;
