/** Users' files as trees that know the line and column of everything, and errors of one line. */
@NullMarked
package dev.trustring.config.text;

import org.jspecify.annotations.NullMarked;
