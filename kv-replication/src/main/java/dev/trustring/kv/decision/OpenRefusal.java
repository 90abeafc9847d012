package dev.trustring.kv.decision;

import dev.trustring.kv.metadata.StoreRecord;

/**
 * A {@code getKVStore} that threw, as rule set article has it.
 *
 * @param name the name of the error
 * @param wanted the store that the app would have had
 */
public record OpenRefusal(String name, StoreRecord wanted) {}
