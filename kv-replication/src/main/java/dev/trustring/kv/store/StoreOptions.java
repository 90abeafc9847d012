package dev.trustring.kv.store;

/**
 * What an app passes when it opens a store (kv-store §1.2).
 *
 * @param createIfMissing default true; false and no file is INVALID_ARGUMENT, not NOT_FOUND
 * @param encrypt default false; fixed at creation
 * @param backup default true
 * @param autoSync default false
 * @param type default DEVICE_COLLABORATION; fixed at creation
 * @param label mandatory; may be raised on reopening, never lowered
 */
public record StoreOptions(
    boolean createIfMissing,
    boolean encrypt,
    boolean backup,
    boolean autoSync,
    KvStoreType type,
    SecurityLabel label) {}
