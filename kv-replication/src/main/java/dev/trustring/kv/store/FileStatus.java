package dev.trustring.kv.store;

import dev.trustring.kv.status.Status;

/** What {@code deleteBackup} says of one file. */
public record FileStatus(String file, Status status) {}
