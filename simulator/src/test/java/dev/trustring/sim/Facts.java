package dev.trustring.sim;

import dev.trustring.atm.PermissionView;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.CallFacts;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.judge.AttemptReport;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.store.AppId;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.level.DeviceLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a phone and a tablet know when the phone pushes the notes of the app notes. */
public final class Facts {

  public static final DeviceName PHONE = new DeviceName("phone");
  public static final DeviceName TABLET = new DeviceName("tablet");
  public static final BundleName NOTES = new BundleName("com.example.notes");
  public static final AppId APP = AppId.of(NOTES, "acme");
  public static final StoreId STORE = new StoreId("notes");
  public static final AttemptId ATTEMPT = new AttemptId(PHONE, 1, 1);

  private static final StoreRecord RECORD =
      new StoreRecord(
          APP,
          STORE,
          KvStoreType.SINGLE_VERSION,
          SecurityLabel.S1,
          SyncRange.UNSET,
          Optional.empty());

  private Facts() {}

  /** The report of a push that timed out. */
  public static AttemptReport timedOut() {
    AttemptFacts facts =
        new AttemptFacts(
            RuleSet.OPENHARMONY,
            new CallFacts(
                NOTES,
                APP,
                OsAccountId.FIRST,
                STORE,
                Optional.empty(),
                true,
                Optional.empty(),
                DataGroup.NONE,
                Duration.ZERO,
                TaskMode.PUSH,
                0,
                Trigger.CALL),
            end(PHONE),
            view(TABLET),
            ExchangeFacts.NONE,
            Optional.empty(),
            LinkFacts.UNSEEN);
    return new AttemptReport(
        ATTEMPT,
        TABLET,
        facts,
        List.of(),
        Optional.of(DbStatus.TIME_OUT),
        new Visible.Completed(27459599),
        0);
  }

  /** What the tablet says of the phone's push. */
  public static ReceiverReport received(GateResult... asked) {
    return new ReceiverReport(
        ATTEMPT,
        new ReceiverFacts(
            end(TABLET), view(PHONE), Optional.empty(), true, true, true, true, Optional.empty()),
        List.of(asked));
  }

  private static EndFacts end(DeviceName device) {
    return new EndFacts(
        device,
        Optional.of(APP),
        0,
        Optional.of(RECORD),
        new PermissionView(
            PermissionName.DISTRIBUTED_DATASYNC,
            true,
            true,
            true,
            Optional.of(GrantMode.USER_GRANT),
            true,
            0,
            PermissionView.Hindrance.NONE),
        true,
        Optional.of(DeviceLevel.SL4),
        Optional.empty(),
        true,
        true,
        false);
  }

  private static PeerView view(DeviceName peer) {
    return new PeerView(
        peer,
        true,
        true,
        true,
        true,
        Optional.of(RECORD),
        new Access(true, true, AccessReason.SAME_ACCOUNT, Optional.empty()),
        Optional.of(DeviceLevel.SL4),
        false,
        Optional.empty());
  }
}
