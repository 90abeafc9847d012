package dev.trustring.sim.run;

import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.trust.identity.DeviceName;

/** One call of an app's callback for {@code dataChange}. */
public record StoreNews(
    long storyNanos, DeviceName device, StoreKey store, StoreSession.Told told) {}
