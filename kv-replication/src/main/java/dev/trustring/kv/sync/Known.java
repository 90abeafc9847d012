package dev.trustring.kv.sync;

/**
 * What earlier attempts have left in the service, and what this one has added.
 *
 * @param clocks whether the clocks of the two were exchanged
 * @param ability whether abilities were negotiated for this store
 * @param pushed whether this task waited behind another, and the last that sent rows succeeded
 * @param resynced whether this task has begun anew since the peer was closing its store
 */
record Known(boolean metadata, boolean clocks, boolean ability, boolean pushed, boolean resynced) {

  static final Known NOTHING = new Known(false, false, false, false, false);

  Known withClocks(boolean measured) {
    return new Known(metadata, measured, ability, pushed, resynced);
  }

  Known withAbility(boolean agreed) {
    return new Known(metadata, clocks, agreed, pushed, resynced);
  }

  Known afterResync() {
    return new Known(metadata, clocks, ability, pushed, true);
  }
}
