package dev.trustring.kv.store;

/** How rows of several devices live together in a store (kv-store §2); fixed at creation. */
public enum KvStoreType {
  /** One row per key for all devices; the last writer wins. */
  SINGLE_VERSION,
  /** Each device has its own rows. The platform's default. */
  DEVICE_COLLABORATION
}
