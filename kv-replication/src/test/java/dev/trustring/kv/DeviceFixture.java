package dev.trustring.kv;

import dev.trustring.atm.PermissionView;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.schema.SchemaText;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.Optional;

/** A device of an attempt: by default everything on it is as it should be. */
public final class DeviceFixture {
  public static final BundleName NOTES = new BundleName("com.example.notes");
  public static final AppId NOTES_APP = AppId.of(NOTES, "certificate-a");
  public static final AppId OTHERS_NOTES = AppId.of(NOTES, "certificate-b");
  public static final StoreId STORE = new StoreId("notes");

  private final DeviceName name;
  private Optional<DeviceLevel> level;
  private Optional<Boolean> tee;
  private Optional<SecurityLabel> label = Optional.of(SecurityLabel.S1);
  private SyncRange range = SyncRange.UNSET;
  private Optional<SchemaText> schema = Optional.empty();
  private PermissionView datasync = permission(true, true, true, PermissionFlag.USER_FIXED);
  private Access access = yes();
  private boolean inRing = true;
  private boolean online = true;
  private boolean recordKnown = true;
  private boolean userActive = true;
  private boolean levelComing;
  private boolean othersApp;
  private boolean locked;
  private boolean whole = true;
  private boolean heldBack;
  private int instance;

  private DeviceFixture(String name, DeviceLevel level, boolean tee) {
    this.name = new DeviceName(name);
    this.level = Optional.of(level);
    this.tee = Optional.of(tee);
  }

  public static DeviceFixture aPhone() {
    return new DeviceFixture("phone", DeviceLevel.SL4, true);
  }

  public static DeviceFixture aTablet() {
    return new DeviceFixture("tablet", DeviceLevel.SL3, true);
  }

  public static DeviceFixture aWatch() {
    return new DeviceFixture("watch", DeviceLevel.SL1, false);
  }

  public static PermissionView permission(
      boolean tokenExists, boolean declared, boolean granted, int flags) {
    return new PermissionView(
        PermissionName.DISTRIBUTED_DATASYNC,
        tokenExists,
        true,
        declared,
        Optional.of(GrantMode.USER_GRANT),
        granted,
        flags,
        PermissionView.Hindrance.NONE);
  }

  public static Access yes() {
    return new Access(true, true, AccessReason.SAME_ACCOUNT, Optional.empty());
  }

  public static Access no(AccessReason reason) {
    return new Access(false, false, reason, Optional.empty());
  }

  public DeviceFixture atLevel(DeviceLevel stated) {
    level = Optional.of(stated);
    return this;
  }

  public DeviceFixture ofUnknownLevel() {
    level = Optional.empty();
    return this;
  }

  /** It has a level, has not stated it, and is still being asked. */
  public DeviceFixture provingItsLevel() {
    levelComing = true;
    return this;
  }

  public DeviceFixture withTee(boolean has) {
    tee = Optional.of(has);
    return this;
  }

  public DeviceFixture ofUnknownHardware() {
    tee = Optional.empty();
    return this;
  }

  public DeviceFixture withLabel(SecurityLabel opened) {
    label = Optional.of(opened);
    return this;
  }

  public DeviceFixture withItsScreenLocked() {
    locked = true;
    return this;
  }

  public DeviceFixture withADamagedFile() {
    whole = false;
    return this;
  }

  /** An administrator forbids its user to send, and the app is none of the system. */
  public DeviceFixture withItsUserHeldBack() {
    heldBack = true;
    return this;
  }

  /** The app is here, has its token, and never opened the store. */
  public DeviceFixture withoutTheStore() {
    label = Optional.empty();
    return this;
  }

  public DeviceFixture withoutTheApp() {
    label = Optional.empty();
    datasync = permission(false, false, false, PermissionFlag.DEFAULT);
    return this;
  }

  /** The store of that name belongs to an app of the same bundle that somebody else signed. */
  public DeviceFixture withTheAppOfSomebodyElse() {
    label = Optional.empty();
    othersApp = true;
    return this;
  }

  public DeviceFixture withRange(List<String> local, List<String> remoteSupport) {
    range = new SyncRange(local, remoteSupport);
    return this;
  }

  public DeviceFixture withoutDeclaration() {
    datasync = permission(true, false, false, PermissionFlag.DEFAULT);
    return this;
  }

  public DeviceFixture withoutGrant() {
    datasync = permission(true, true, false, PermissionFlag.DEFAULT);
    return this;
  }

  public DeviceFixture refusedByTheUser() {
    datasync = permission(true, true, false, PermissionFlag.USER_FIXED);
    return this;
  }

  public DeviceFixture withSchema(SchemaText text) {
    schema = Optional.of(text);
    return this;
  }

  /** What the trust rows on this device say of the other one. */
  public DeviceFixture trustingNot(AccessReason reason) {
    access = no(reason);
    return this;
  }

  public DeviceFixture outsideTheRing() {
    inRing = false;
    online = false;
    return this;
  }

  public DeviceFixture offline() {
    online = false;
    return this;
  }

  /** The other device has not received this one's records. */
  public DeviceFixture whoseRecordsAreUnknown() {
    recordKnown = false;
    return this;
  }

  public DeviceFixture withUserInTheBackground() {
    userActive = false;
    return this;
  }

  public DeviceFixture asClone(int index) {
    instance = index;
    return this;
  }

  public DeviceName name() {
    return name;
  }

  public Optional<DeviceLevel> level() {
    return level;
  }

  public Optional<Boolean> tee() {
    return tee;
  }

  public PermissionView datasync() {
    return datasync;
  }

  public Optional<StoreRecord> store() {
    return label.map(
        opened ->
            new StoreRecord(NOTES_APP, STORE, KvStoreType.SINGLE_VERSION, opened, range, schema));
  }

  public Optional<StoreRecord> sameBundle() {
    return othersApp
        ? Optional.of(
            new StoreRecord(
                OTHERS_NOTES,
                STORE,
                KvStoreType.SINGLE_VERSION,
                SecurityLabel.S1,
                range,
                Optional.empty()))
        : Optional.empty();
  }

  public EndFacts asEnd() {
    return new EndFacts(
            name,
            store().map(StoreRecord::app),
            instance,
            store(),
            datasync,
            userActive,
            level,
            tee,
            true,
            whole,
            heldBack)
        .withScreenLocked(locked);
  }

  /** How that other device sees this one. */
  public PeerView seenBy(DeviceFixture other) {
    return new PeerView(
        name,
        inRing,
        online,
        recordKnown,
        recordKnown && label.isPresent(),
        recordKnown ? store() : Optional.empty(),
        other.access,
        levelComing ? Optional.empty() : level,
        levelComing,
        tee);
  }
}
