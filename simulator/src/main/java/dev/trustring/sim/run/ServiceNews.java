package dev.trustring.sim.run;

import dev.trustring.kv.service.DeathNotice;
import dev.trustring.trust.identity.DeviceName;

/** One call of an app's callback for {@code distributedDataServiceDie}. */
public record ServiceNews(long storyNanos, DeviceName device, DeathNotice notice) {}
