package dev.trustring.sim.campaign;

import java.util.Locale;

/**
 * Realistic mistakes, each with the rule that a campaign must find broken by it. A static method of
 * {@link Mistakes}, named after the bug, is given what a method of the product returns, then what
 * it was called with and on, and says what it returns from now on.
 */
public enum PlantedBug {
  LAST_ARRIVAL_WINS(
      "the row that arrives last wins, whenever it was written",
      "no-older-write",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  OLDER_WRITE_REVIVES(
      "a deletion loses against any row that arrives",
      "no-older-write",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  TIE_BY_DEVICE_NAME(
      "a tie of two writes is broken by the names of their devices",
      "conflict-as-modelled",
      "dev.trustring.kv.store.ConflictRule.onReceive",
      Stories.TIE),
  KEYS_COME_ONCE(
      "a row is taken for a duplicate because its sender sent its key before",
      "conflict-as-modelled",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  CACHE_WINS(
      "a row that waited for the unlock wins over whatever was written",
      "conflict-as-modelled",
      "dev.trustring.kv.store.ConflictRule.onMerge",
      Stories.LOCKED),
  TOMBSTONES_KEEP_THEIR_CLOCK(
      "a deletion that arrives keeps the time of its sender's clock",
      "conflict-as-modelled",
      "dev.trustring.kv.store.StoreRules.onOwnClock"),
  NOTHING_IS_SAVED(
      "rows that arrive are acknowledged and thrown away",
      "non-delivery-explained",
      "dev.trustring.kv.store.ConflictRule.onReceive"),
  ONE_ROW_A_PACKET(
      "of every packet only the first row is saved",
      "non-delivery-explained",
      "dev.trustring.kv.store.StoreRules.save"),
  DELETIONS_STAY_HOME("tombstones are not sent", "delivered", "dev.trustring.kv.store.Outbox.due"),
  NEWEST_STAYS_HOME(
      "the newest row waits for the next packet, each time",
      "delivered",
      "dev.trustring.kv.store.Outbox.due"),
  MARK_TOO_EARLY(
      "the send mark is set a minute ahead of what was sent",
      "delivered",
      "dev.trustring.kv.store.StoreState.sendMark"),
  RECEIVE_MARK_AHEAD(
      "the receive mark is taken to be a minute ahead of what came",
      "non-delivery-explained",
      "dev.trustring.kv.store.StoreState.receiveMark"),
  REMOVED_DATA_KEEPS_MARKS(
      "the data of a device is removed, and the mark for it stays",
      "non-delivery-explained",
      "dev.trustring.kv.store.StoreState.withoutDataOf",
      Stories.UPKEEP),
  RESTORE_TURNS_BACK_TIME(
      "a restore takes the counter of own rows back to the backup",
      "time-goes-forward",
      "dev.trustring.kv.store.StoreState.restored",
      Stories.RESTORE),
  TIME_IS_THE_CLOCK(
      "a write takes its time from the clock, though later ones were used",
      "time-goes-forward",
      "dev.trustring.kv.store.StoreRules.engineNow"),
  OTHERS_ROWS_ARE_RELAYED(
      "rows of other devices are sent on", "own-partition", "dev.trustring.kv.store.Row.isLocal"),
  ACK_BEFORE_DISK(
      "an app hears that its write is done before it is on disk",
      "no-lost-write",
      "dev.trustring.kv.store.KvStoreActor.onAsk"),
  LAST_EVENT_IS_NOT_READ(
      "a journal is read without its last event",
      "no-lost-write",
      "dev.trustring.sim.journal.EventLog.between"),
  BATCH_IS_CUT(
      "putBatch leaves out the last of its entries",
      "no-lost-write",
      "dev.trustring.device.call.Arguments.objects"),
  LEVEL_IS_NOT_ASKED(
      "neither side compares the label with the level",
      "no-leak-above-level",
      "dev.trustring.kv.gate.Levels.check"),
  LEVEL_ON_ONE_SIDE_ONLY(
      "the sender leaves the comparison of label and level to the receiver",
      "no-leak-above-level",
      "dev.trustring.kv.gate.SendLevelGate.check"),
  PERMISSION_AFTER_SAVING(
      "the receiver asks whether it can save before it asks for the permission",
      "first-cause",
      "dev.trustring.kv.gate.Gates.of",
      Stories.BUSY),
  RECEIVER_ASKS_NO_PERMISSION(
      "the receiver's permission gate says yes to everything",
      "no-sync-without-grant",
      "dev.trustring.kv.gate.ReceivePermissionGate.check"),
  PERMISSION_GATE_IS_FORGOTTEN(
      "the receiver's list of gates lacks the permission",
      "nothing-after-revocation",
      "dev.trustring.kv.sync.Response.gates"),
  REVOKED_STAYS_IN_CACHE(
      "a grant that was verified once is answered from a cache for good",
      "no-sync-without-grant",
      "dev.trustring.kv.sync.Gathered.of"),
  MORE_THAN_REQUESTED(
      "an install grants a permission that the manifest does not request",
      "granted-is-declared",
      "dev.trustring.atm.install.InstallRule.admit"),
  RECEIVER_TRUSTS_THE_SENDER(
      "the receiver takes it that a peer which sends is trusted",
      "no-sync-outside-ring",
      "dev.trustring.kv.gate.SessionCheckGate.check",
      Stories.HALF),
  LOGOUT_KEEPS_ROWS(
      "a logout forgets the account and keeps the rows that rest on it",
      "logout-ends-trust",
      "dev.trustring.trust.account.Accounts.logout"),
  BINDS_SIDE_BY_SIDE(
      "a device that is binding begins another bind when its app asks",
      "one-bind-at-a-time",
      "dev.trustring.trust.bind.Binding.start",
      Stories.BINDS),
  BUSY_SINK_OPENS(
      "a device that is binding lets a peer open another bind",
      "one-bind-at-a-time",
      "dev.trustring.trust.bind.Binding.received",
      Stories.BINDS),
  ROLLBACK_IS_FORGOTTEN(
      "a bind that fails half way takes back nothing",
      "failed-bind-leaves-nothing",
      "dev.trustring.trust.bind.BindStep.end",
      Stories.BINDS);

  /** Stories for mistakes that the usual one has no parts for. */
  private static final class Stories {
    static final String OWN = "src/test/resources/campaign/";
    static final String SHIPPED = "../simulation-configs/scenarios/";
    static final String THREE = OWN + "three.yaml";
    static final String UPKEEP = OWN + "upkeep.yaml";
    static final String BINDS = OWN + "binds.yaml";
    static final String HALF = OWN + "half.yaml";
    static final String TIE = SHIPPED + "tie.yaml";
    static final String BUSY = OWN + "busy.yaml";
    static final String RESTORE = SHIPPED + "store-made-again.yaml";
    static final String LOCKED = OWN + "locked.yaml";

    private Stories() {}
  }

  private final String says;
  private final String oracle;
  private final String method;
  private final String story;

  PlantedBug(String says, String oracle, String method) {
    this(says, oracle, method, Stories.THREE);
  }

  PlantedBug(String says, String oracle, String method, String story) {
    this.says = says;
    this.oracle = oracle;
    this.method = method;
    this.story = story;
  }

  String says() {
    return says;
  }

  /** The rule that it breaks. */
  String oracle() {
    return oracle;
  }

  /** The file of the story out of which the campaign is drawn. */
  String story() {
    return story;
  }

  /** The class in which it is planted. */
  String type() {
    return method.substring(0, method.lastIndexOf('.'));
  }

  /** The method, every form of it, in which it is planted. */
  String method() {
    return method.substring(method.lastIndexOf('.') + 1);
  }

  /** The bug's own method, called by what it is planted in. */
  String hook() {
    return name().toLowerCase(Locale.ROOT);
  }
}
