package dev.trustring.sim.world;

import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.token.BundleName;
import dev.trustring.config.scenario.Step;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.Caller;
import dev.trustring.device.nearby.AppCallback;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.session.SessionCallback;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.DecisionRecord;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.service.DeathNotice;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SavedPacket;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.trust.BindTurn;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ring.MembershipEvent;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something of note that happened in a world; the log and the oracles see every one, in order. */
public sealed interface Happening {

  /** One word for the log. */
  String kind();

  /** Where it happened. */
  DeviceName device();

  /** The rest, in a form that is the same in every run of one seed. */
  String detail();

  /** The AccessTokenManager has stored something. */
  record PermissionStored(DeviceName device, Atm.Event event) implements Happening {
    @Override
    public String kind() {
      return "permission";
    }

    @Override
    public String detail() {
      return event.toString();
    }
  }

  /** The device's trust has stored something. */
  record TrustStored(DeviceName device, TrustEvent event) implements Happening {
    @Override
    public String kind() {
      return "trust";
    }

    @Override
    public String detail() {
      return event.toString();
    }
  }

  /** A device hears of a member of one of its rings. */
  record Membership(DeviceName device, MembershipEvent event) implements Happening {
    @Override
    public String kind() {
      return "ring";
    }

    @Override
    public String detail() {
      return event.ring() + " " + event.peer().name() + " " + event.word() + ": " + event.reason();
    }
  }

  /** A store has stored something. */
  record StoreChanged(DeviceName device, StoreKey store, KvStore.Event event, StoreState after)
      implements Happening {
    @Override
    public String kind() {
      return "store";
    }

    @Override
    public String detail() {
      return store + " " + event;
    }
  }

  /** A request of a peer was judged. */
  record Judged(DeviceName device, ReceiverReport report) implements Happening {
    @Override
    public String kind() {
      return "judged";
    }

    @Override
    public String detail() {
      StringBuilder said = new StringBuilder(report.id().toString());
      report
          .asked()
          .forEach(
              result ->
                  said.append(' ')
                      .append(result.gate().id())
                      .append('=')
                      .append(result.verdict().word()));
      return said.toString();
    }
  }

  /** The record of an attempt is made. */
  record Decided(DecisionRecord decision) implements Happening {
    @Override
    public String kind() {
      return "decision";
    }

    @Override
    public DeviceName device() {
      return decision.from();
    }

    @Override
    public String detail() {
      return decision.id()
          + " to "
          + decision.to()
          + " "
          + decision.outcome().word()
          + " stop "
          + decision.stopWord()
          + " visible "
          + decision.visible().word();
    }
  }

  /**
   * An app's callback was called.
   *
   * @param first the first of the attempts that it speaks of
   */
  record SyncCompleted(
      DeviceName device,
      BundleName app,
      OsAccountId user,
      StoreId store,
      SortedMap<DeviceName, Integer> numbers,
      Optional<AttemptId> first)
      implements Happening {

    public SyncCompleted {
      numbers = new TreeMap<>(numbers);
    }

    @Override
    public String kind() {
      return "sync-complete";
    }

    @Override
    public String detail() {
      return app + " " + store + " " + numbers;
    }
  }

  /** An app's callback for changes of its store was called. */
  record DataChanged(DeviceName device, StoreKey store, StoreSession.Told told)
      implements Happening {
    @Override
    public String kind() {
      return "data-change";
    }

    @Override
    public String detail() {
      return store + " to " + told.callback() + ": " + told.change().words();
    }
  }

  /** An app's listener for changed permissions was called. */
  record PermissionStateChanged(DeviceName device, GrantEffect.CallBack call) implements Happening {
    @Override
    public String kind() {
      return "permission-state-change";
    }

    @Override
    public String detail() {
      return call.toString();
    }
  }

  /** An app's listener at the DeviceManager was called. */
  record DeviceCallback(DeviceName device, AppCallback call) implements Happening {
    @Override
    public String kind() {
      return "device-callback";
    }

    @Override
    public String detail() {
      return call.toString();
    }
  }

  /** An app's callback for the death of the data service was called. */
  record ServiceDied(DeviceName device, DeathNotice notice) implements Happening {
    @Override
    public String kind() {
      return "data-service-die";
    }

    @Override
    public String detail() {
      return notice.app() + "/" + notice.user() + " to " + notice.callback();
    }
  }

  /** The process of an app has ended, and its callbacks and store objects with it. */
  record AppEnded(DeviceName device, BundleName app, OsAccountId user) implements Happening {
    @Override
    public String kind() {
      return "app-ended";
    }

    @Override
    public String detail() {
      return app + "/" + user;
    }
  }

  /** A process's session listener was called. */
  record SessionEvent(DeviceName device, SessionCallback callback) implements Happening {
    @Override
    public String kind() {
      return "session-event";
    }

    @Override
    public String detail() {
      return callback.function() + " of " + callback.to() + ", " + callback.words();
    }
  }

  /** The device manager says of a peer: online or not. */
  record PeerState(DeviceName device, DeviceName peer, boolean online) implements Happening {
    @Override
    public String kind() {
      return "peer";
    }

    @Override
    public String detail() {
      return peer + (online ? " online" : " offline");
    }
  }

  /** A device could not join a node. */
  record JoinFailed(DeviceName device, DeviceName peer, JoinCode why) implements Happening {
    @Override
    public String kind() {
      return "join-failed";
    }

    @Override
    public String detail() {
      return peer + " " + why.words();
    }
  }

  /**
   * A look behind the scenes for oracles. The log does not have it: whatever it comes to is told
   * there as well, and a run is the same whoever looks.
   */
  sealed interface Insight extends Happening {
    @Override
    default String kind() {
      return "insight";
    }

    @Override
    default String detail() {
      return toString();
    }
  }

  /** A call of the story is made. */
  record Called(DeviceName device, Caller caller, Step.Call call) implements Insight {}

  /**
   * A call of the story has its answer.
   *
   * @param caller who called
   */
  record Answered(DeviceName device, Caller caller, Step.Call call, CallOutcome outcome)
      implements Insight {}

  /** A store was read from the disk. */
  record StoreRead(DeviceName device, StoreKey store, StoreState state) implements Insight {}

  /** A store has taken a packet of a peer. */
  record PacketSaved(DeviceName device, StoreKey store, SavedPacket saved) implements Insight {}

  /** A bind has begun or ended on a device. */
  record BindTurned(DeviceName device, BindTurn turn) implements Insight {}

  /**
   * Anything else: frames, dialogs, power, faults.
   *
   * @param frame the frame, if it is about one
   */
  record Noted(String kind, DeviceName device, String detail, Optional<Frame> frame)
      implements Happening {

    /** Something that is about no frame. */
    public Noted(String kind, DeviceName device, String detail) {
      this(kind, device, detail, Optional.empty());
    }
  }
}
