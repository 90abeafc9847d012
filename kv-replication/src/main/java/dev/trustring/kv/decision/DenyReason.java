package dev.trustring.kv.decision;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a gate stops an attempt: the registry from which reports, {@code explain} and the table of
 * docs/reasons.md take their words.
 */
public enum DenyReason {
  STORE_NOT_OPENED(
      Stage.OPTIONS,
      new Consequence.ThrowsNamed("SingleKVStore.sync", "TypeError"),
      "the app on the sending device has no open store of this name, or its process ended since",
      "call getKVStore there first, and again whenever the app is started"),
  OPEN_UNDECLARED(
      Stage.PERMISSION,
      new Consequence.ThrowsNamed("distributedKVStore.getKVStore", "PERMISSION_DENIED"),
      "getKVStore refuses an app whose manifest does not ask for DISTRIBUTED_DATASYNC",
      "list it in module.json5 under requestPermissions, and ask the user before opening"),
  OPEN_UNGRANTED(
      Stage.PERMISSION,
      new Consequence.ThrowsNamed("distributedKVStore.getKVStore", "PERMISSION_DENIED"),
      "getKVStore refuses an app whose user has not granted DISTRIBUTED_DATASYNC",
      "ask the user before the store is opened"),
  DATA_GROUP_MISMATCH(
      Stage.IDENTITY,
      new Consequence.ThrowsNamed("distributedKVStore.getKVStore", "PERMISSION_DENIED"),
      "the app does not declare the dataGroupId that its KVManager expects",
      "declare that dataGroupId in app.json5, or give createKVManager one that is declared"),
  DATA_GROUP_SIGNING(
      Stage.IDENTITY,
      new Consequence.ThrowsNamed("distributedKVStore.getKVStore", "PERMISSION_DENIED"),
      "another app of the data group on this device is signed with another certificate",
      "sign all apps of the group with one developer certificate"),
  CALLER_NOT_OWNER(
      Stage.IDENTITY,
      new Consequence.Throws(Status.PERMISSION_DENIED),
      "the bundle name given to createKVManager is not the caller's own",
      "pass the app's own bundle name"),
  APP_CLONE(
      Stage.OPTIONS,
      new Consequence.Throws(Status.NOT_SUPPORT),
      "a clone (twin instance) of an app cannot sync",
      "sync from the main instance"),
  NO_PARTNER(
      Stage.TRIGGER,
      new Consequence.SaysNothing(),
      "autoSync sends only while the app takes part in a call across devices, and only there",
      "call sync, or write while a call made with startAbilityByCall lasts"),
  NOT_IN_RING(
      Stage.TRUST,
      new Consequence.Throws(Status.DEVICE_NOT_ONLINE),
      "the two devices share no trust ring, so the peer never comes online for this device",
      "log both in to the same HUAWEI ID, or bond them by PIN"),
  PEER_OFFLINE(
      Stage.TARGET,
      new Consequence.Throws(Status.DEVICE_NOT_ONLINE),
      "the peer is trusted but not online now",
      "bring both devices within reach of a common bearer"),
  METADATA_MISSING(
      Stage.REACH,
      new Consequence.Reports(DbStatus.COMM_FAILURE),
      "the peer's store records could not be fetched, and without them nothing is sent",
      "mend the link; the next sync tries again"),
  NOT_ACTIVATED(
      Stage.TRUST,
      new Consequence.Throws(Status.ERROR),
      "the store's user is not in the device's own user record",
      "switch to the user that owns the store"),
  QUEUE_FULL(
      Stage.TRIGGER,
      new Consequence.Throws(Status.ERROR),
      "as many manual syncs of the store are unfinished as the engine takes",
      "sync again once earlier calls have called back; name several devices in one call"),
  RANGE_DISJOINT(
      Stage.RANGE,
      new Consequence.Reports(DbStatus.PERMISSION_CHECK_FORBID_SYNC),
      "none of the labels that this side supports is among the other side's own",
      "give setSyncRange labels that meet, or call it on neither side"),
  PERMISSION_NOT_DECLARED(
      Stage.PERMISSION,
      new Consequence.Reports(DbStatus.PERMISSION_CHECK_FORBID_SYNC),
      "the app's manifest does not ask for DISTRIBUTED_DATASYNC",
      "list it in module.json5 under requestPermissions, then ask the user at run time"),
  PERMISSION_NOT_GRANTED(
      Stage.PERMISSION,
      new Consequence.Reports(DbStatus.PERMISSION_CHECK_FORBID_SYNC),
      "DISTRIBUTED_DATASYNC is declared but not granted now",
      "ask with requestPermissionsFromUser; after one denial only the settings help"),
  OUTGOING_FORBIDDEN(
      Stage.PERMISSION,
      new Consequence.Reports(DbStatus.OK),
      "an administrator forbids the user in front to send data, and the app is none of the system",
      "lift constraint.distributed.transmission.outgoing, then sync again"),
  NO_PERMITTED_USER(
      Stage.TRUST,
      new Consequence.Reports(DbStatus.COMM_FAILURE),
      "no user of the peer may receive from this app: no same account, no bond that covers it",
      "bond the devices for this app, or log both in to the same HUAWEI ID"),
  LINK_DOWN(
      Stage.REACH,
      new Consequence.Reports(DbStatus.COMM_FAILURE),
      "no session to the peer could be opened over any bearer",
      "take away what blocks the link, or give both a second bearer"),
  NO_TIME_ANSWER(
      Stage.REACH,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the peer did not answer the exchange of clocks",
      "mend the link; the next sync tries again"),
  NO_ABILITY_ANSWER(
      Stage.REACH,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the peer did not answer the exchange of abilities",
      "mend the link; the next sync tries again"),
  KEY_GONE(
      Stage.UNLOCKED,
      new Consequence.Reports(DbStatus.EKEYREVOKED_ERROR),
      "the screen of the device that is to read the rows is locked, and with it the key of S3",
      "unlock the screen and sync again, or use a store of another label"),
  FILE_DAMAGED(
      Stage.UNLOCKED,
      new Consequence.Reports(DbStatus.INVALID_PASSWD_OR_CORRUPTED_DB),
      "the store's file is damaged, and nothing can be read from it or written to it",
      "restore a backup; or close the store and open it again, which begins an empty file"),
  SCHEMAS_DIFFER(
      Stage.OPTIONS,
      new Consequence.Reports(DbStatus.SCHEMA_MISMATCH),
      "the store has schemas on the two devices of which neither is an upgrade of the other",
      "open the store with one schema everywhere, or with one that only adds fields"),
  LABELS_DIFFER(
      Stage.LEVEL,
      new Consequence.Reports(DbStatus.SECURITY_OPTION_CHECK_ERROR),
      "the store carries different security labels on the two devices",
      "open the store with one label everywhere"),
  LEVEL_TOO_LOW(
      Stage.LEVEL,
      new Consequence.Reports(DbStatus.SECURITY_OPTION_CHECK_ERROR),
      "the receiving device's security level may not hold data of this label",
      "use a lower label for this data, or a device of a higher level"),
  NO_TEE(
      Stage.LEVEL,
      new Consequence.SaysNothing(),
      "data of label S3 or S4 goes only to a device with a trusted execution environment",
      "use a lower label, or a device that has one"),
  NO_PULL_ANSWER(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the peer took the request and its rows did not come",
      "mend the link; the next sync asks again"),
  FRAME_LOST(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the packet did not arrive",
      "mend the link; the next sync sends the rows again"),
  SENDER_UNKNOWN(
      Stage.TRUST,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the receiver holds no record of the sender's stores and drops the packet in silence",
      "let the metadata exchange finish; the next sync tries it again"),
  RECEIVER_REFUSES_USER(
      Stage.TRUST,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "on the receiver's side no trust covers this app and user; the packet is dropped in silence",
      "repair the bond on the receiving device: unbind there and bond again"),
  STORE_ABSENT(
      Stage.IDENTITY,
      new Consequence.Reports(DbStatus.COMM_FAILURE),
      "the receiving device has no such store of this app",
      "install the app there and let it open the store once"),
  STORE_CLOSING(
      Stage.IDENTITY,
      new Consequence.Reports(DbStatus.OK),
      "the store is being closed on the receiving device, which the platform takes for no error",
      "nothing if it is gone for good; else sync again"),
  OTHER_SIGNING(
      Stage.IDENTITY,
      new Consequence.Reports(DbStatus.COMM_FAILURE),
      "the app of that name on the receiving device is signed by somebody else",
      "sign both with the same certificate"),
  CLOCKS_DISAGREE(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the receiver has a fresher view of the two clocks and asks for a new exchange",
      "nothing: the engine exchanges clocks again by itself"),
  ABILITY_MISSING(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the receiver has not negotiated abilities with this sender and asks for it",
      "nothing: the engine negotiates again by itself"),
  QUERY_NOT_SUPPORTED(
      Stage.OPTIONS,
      new Consequence.Reports(DbStatus.NOT_SUPPORT),
      "the query looks into values, and the peer's store has no schema",
      "open the store with the schema on both devices, or seek by keys"),
  QUERY_FIELD_UNKNOWN(
      Stage.OPTIONS,
      new Consequence.Reports(DbStatus.INVALID_QUERY_FIELD),
      "the query names a field that the peer's schema does not have",
      "update the app there, so that its store gets the newer schema"),
  QUERY_MALFORMED(
      Stage.OPTIONS,
      new Consequence.Reports(DbStatus.INVALID_QUERY_FORMAT),
      "the peer's store refuses the predicates of the query",
      "mend the query: getResultSize shows what is wrong with it"),
  SUBSCRIPTIONS_FULL(
      Stage.TRIGGER,
      new Consequence.Reports(DbStatus.OVER_MAX_LIMITS),
      "the peer's store keeps as many subscriptions as the engine takes",
      "end another subscription first: 4 for a device, 8 queries and 32 devices for a store"),
  WATERMARK_AHEAD(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.TIME_OUT),
      "the sender's mark is ahead of what the receiver has, so rows would be missed",
      "nothing: the engine falls back to the receiver's mark and sends again"),
  SAVE_FAILED(
      Stage.TRANSFER,
      new Consequence.Reports(DbStatus.BUSY),
      "the app on the receiving device holds a transaction on the store, so nothing can be saved",
      "let it commit or roll back, then sync again");

  private final Stage stage;

  // A sealed family of records of enums and texts; the checker only trusts annotated types.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Consequence consequence;

  private final String meaning;
  private final String remedy;

  DenyReason(Stage stage, Consequence consequence, String meaning, String remedy) {
    this.stage = stage;
    this.consequence = consequence;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** The stable code of reports, such as {@code level-too-low}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Where people see it. */
  public Stage stage() {
    return stage;
  }

  /** How the platform lets the app know. */
  public Consequence consequence() {
    return consequence;
  }

  public String meaning() {
    return meaning;
  }

  /** What usually changes it. */
  public String remedy() {
    return remedy;
  }

  /** The reason of that code. */
  public static Optional<DenyReason> parse(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
