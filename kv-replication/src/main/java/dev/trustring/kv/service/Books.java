package dev.trustring.kv.service;

/** What the service remembers while it runs, and calls are judged by. */
record Books(
    AppProcesses apps,
    PeerBook peers,
    AttemptTableActor attempts,
    SubscriptionBook subscribed,
    ServiceLife life) {}
