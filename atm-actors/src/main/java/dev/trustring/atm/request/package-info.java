/** What an app that asks its user for permissions gets: an answer at once, or dialogs. */
@NullMarked
package dev.trustring.atm.request;

import org.jspecify.annotations.NullMarked;
