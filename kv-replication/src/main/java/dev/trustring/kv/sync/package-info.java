/**
 * The sync engine: its messages, the initiator's task, the responder, and the service around them.
 */
@NullMarked
package dev.trustring.kv.sync;

import org.jspecify.annotations.NullMarked;
