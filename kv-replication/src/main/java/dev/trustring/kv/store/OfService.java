package dev.trustring.kv.store;

/**
 * Marks a command of the data service, which it gives on the side: it sees and changes what is
 * committed alone, whatever transaction the app has open.
 */
interface OfService {}
