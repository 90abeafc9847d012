/** The credentials of HiChain's identity service: who may add, change and read them. */
@NullMarked
package dev.trustring.trust.credential;

import org.jspecify.annotations.NullMarked;
