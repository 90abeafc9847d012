package dev.trustring.device.lnn;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.JoinCode;
import dev.trustring.device.net.JoinMessage;
import dev.trustring.device.net.NodeInfo;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Credential;
import dev.trustring.trust.access.CredentialScope;
import dev.trustring.trust.access.CredentialType;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The network builder of a phone, and what it wanted last. */
class Builders {

  static final DeviceIdentity PHONE = DeviceIdentity.of("phone");
  static final DeviceName TABLET = new DeviceName("tablet");
  static final DeviceName WATCH = new DeviceName("watch");
  static final TrustState STRANGER = TrustState.factoryNew();

  final NetBuilder phone = new NetBuilder(List.of(Bearer.WIFI, Bearer.BLUETOOTH));
  final List<LnnWish> wanted = new ArrayList<>();

  /** Does something and notes what is wanted then. */
  void does(Runnable change) {
    wanted.clear();
    change.run();
    wanted.addAll(phone.wishes());
  }

  void joins(DeviceName peer) {
    does(() -> phone.join(1, peer));
  }

  void hears(JoinMessage message) {
    does(() -> phone.heard(TABLET, message, attributes(PHONE)));
  }

  void late(LnnWish.What what) {
    does(() -> phone.late(new LnnWish.Timer(TABLET, 1, what)));
  }

  /** HiChain looks up what a state of trust has towards the tablet. */
  void finds(TrustState trust) {
    does(() -> phone.candidates(new LnnWish.FindCandidates(TABLET, 1), trust, PHONE));
  }

  /** A join that has come so far, and no farther. */
  void comesTo(JoinStage stage) {
    joins(TABLET);
    if (stage.compareTo(JoinStage.CONNECTING) > 0) {
      does(() -> phone.connected(TABLET));
    }
    if (stage.compareTo(JoinStage.DEVICE_ID) > 0) {
      hears(new JoinMessage.DeviceIdAnswer(1));
      finds(bonded(PHONE, DeviceIdentity.of(TABLET)));
    }
    if (stage.compareTo(JoinStage.HICHAIN) > 0) {
      hears(new JoinMessage.ProofAnswer(1, Optional.empty()));
    }
    if (stage.compareTo(JoinStage.SESSION_KEY) > 0) {
      hears(new JoinMessage.KeySavedAnswer(1));
    }
  }

  List<JoinMessage> said() {
    return of(LnnWish.Say.class).map(LnnWish.Say::message).toList();
  }

  List<LnnReply> answers() {
    return of(LnnWish.Answer.class).map(LnnWish.Answer::reply).toList();
  }

  List<JoinCode> failures() {
    return of(LnnWish.TellFailure.class).map(LnnWish.TellFailure::why).toList();
  }

  List<LnnWish.What> waitsFor() {
    return of(LnnWish.Remind.class).map(remind -> remind.timer().what()).toList();
  }

  <W extends LnnWish> Stream<W> of(Class<W> kind) {
    return wanted.stream().filter(kind::isInstance).map(kind::cast);
  }

  static LnnReply refused(JoinCode why) {
    return LnnReply.Refused.of(why);
  }

  static Payload.NodeAttributes attributes(DeviceIdentity device) {
    NodeInfo info =
        new NodeInfo(
            NetworkId.of(device.udid(), 1, 0), Optional.empty(), Optional.empty(), List.of());
    return new Payload.NodeAttributes(info, false, 14);
  }

  /** The trust of a device that is bound to another by PIN. */
  static TrustState bonded(DeviceIdentity self, DeviceIdentity peer) {
    return withRows(withCredential(STRANGER, peer), peer);
  }

  static TrustState withCredential(TrustState state, DeviceIdentity peer) {
    return new TrustEvent.CredentialCreated(credential(peer)).appliedTo(state);
  }

  static Credential credential(DeviceIdentity peer) {
    return new Credential(
        peer.udid(), OsAccountId.FIRST, CredentialScope.DEVICE, CredentialType.ACCOUNT_UNRELATED);
  }

  static TrustState withRows(TrustState state, DeviceIdentity peer) {
    TrustState with = state;
    for (AccessRow row :
        AccessRow.bond(Parties.with(peer), new PkgName("com.example.notes"), RowSide.ACCESSER)) {
      with = new TrustEvent.RowWritten(row).appliedTo(with);
    }
    return with;
  }
}
