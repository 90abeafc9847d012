package dev.trustring.kv.metadata;

import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.SyncRange;

/** What a device publishes of one of its stores in the replicated metadata (kv-store §0, G5). */
public record StoreRecord(
    AppId app, StoreId store, KvStoreType type, SecurityLabel label, SyncRange range) {}
