package dev.trustring.trust;

import static dev.trustring.trust.TrustWorld.ALICE;
import static dev.trustring.trust.TrustWorld.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.AuthType;
import dev.trustring.trust.access.AuthenticationType;
import dev.trustring.trust.access.BindLevel;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.access.RowTokens;
import dev.trustring.trust.access.SessionQuery;
import dev.trustring.trust.bind.AuthCode;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.credential.CredentialCall;
import dev.trustring.trust.effect.BindTimer;
import dev.trustring.trust.effect.TimerKey;
import dev.trustring.trust.group.GroupCall;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.wire.AccountMessage;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindMessage;
import dev.trustring.trust.wire.BindNeed;
import dev.trustring.trust.wire.BindReason;
import dev.trustring.trust.wire.BindVersion;
import dev.trustring.trust.wire.FirstRound;
import dev.trustring.trust.wire.OldBindMessage;
import dev.trustring.trust.wire.RelationMessage;
import dev.trustring.trust.wire.SecondRound;
import dev.trustring.trust.wire.TrustMessage;
import dev.trustring.trust.wire.UltrasonicSide;
import dev.trustring.trust.wire.V1Message;
import dev.trustring.trust.wire.ZeroKnowledge;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No command, message or timer is forgotten where they are handed out. */
class TrustCommandTest {
  private static final DeviceIdentity PEER = DeviceIdentity.of("tablet");
  private static final OsAccountId ANN = OsAccountId.FIRST;
  private static final BindId BIND = new BindId("some");

  private static final AppToken TOKEN = new AppToken(7);
  private static final SessionQuery.End END = new SessionQuery.End(ANN, TOKEN, Optional.empty());

  private static final List<Trust.Command> COMMANDS =
      List.of(
          new Trust.Login(ANN, ALICE),
          new Trust.Logout(ANN),
          new Trust.Logoff(ANN),
          new Trust.ExpireToken(ANN),
          new Trust.PeerSeen(PEER, Optional.empty()),
          new Trust.CreateUser(),
          new Trust.ActivateUser(ANN),
          new Trust.DeactivateUser(ANN),
          new Trust.RemoveUser(ANN),
          new Trust.SecureUser(ANN),
          new Trust.UnlockUser(ANN),
          new Trust.ConstrainUser(ANN, true),
          new Trust.HoldUserBack(ANN, true),
          new Trust.StartBind(PEER, NOTES, BindLevel.APP),
          new Trust.ImportAuthCode(new AuthCode(NOTES, AppToken.UNKNOWN, "123456")),
          new Trust.RegisterService(NOTES, false),
          new Trust.SetBusinessEvent("cast", true),
          new Trust.AnswerConfirm(BIND, ConfirmChoice.REJECT),
          new Trust.TypePin(BIND, 123_456),
          new Trust.HearPin(123_456),
          new Trust.CancelPin(BIND),
          new Trust.DescribeBind(),
          new Trust.LockScreen(true),
          new Trust.Unbind(PEER, NOTES),
          new Trust.Establish(List.of()),
          new Trust.CheckAccess(ANN, ANN, PEER.udid(), NOTES, AuthType.DEFAULT, true),
          new Trust.CheckAccessControl(
              new Trust.CheckAccess(ANN, ANN, PEER.udid(), NOTES, AuthType.DEFAULT, true),
              RowTokens.NONE),
          new Trust.CheckSource(new SessionQuery(PEER.udid(), END, END)),
          new Trust.CheckSink(new SessionQuery(PEER.udid(), END, END)),
          new Trust.UnregisterService(NOTES),
          new Trust.AppUninstalled(ANN, NOTES, TOKEN),
          new Trust.PeerOnline(PEER),
          new Trust.AskGroups(ANN, new GroupCall.Joined("app")),
          new Trust.AskCredentials(ANN, "car", new CredentialCall.Tell("0A")),
          new Trust.Describe(),
          new Trust.NameDevice("Kitchen"),
          new Trust.Receive(PEER, new BindMessage.ConfirmRequest(BIND)),
          new Trust.TimerFired(new TimerKey.OfAccountHello(PEER.udid())),
          new Trust.PeerGone(PEER));

  private static final ZeroKnowledge PROOF = new ZeroKnowledge("", "");
  private static final FirstRound FIRST = new FirstRound("", "", PROOF, PROOF);
  private static final SecondRound SECOND = new SecondRound("", PROOF);

  private static final BindMessage.Offer OFFER =
      new BindMessage.Offer(
          BIND, BindVersion.OWN, List.of(1), NOTES, BindLevel.APP, ANN, Optional.empty());

  private static final List<TrustMessage> MESSAGES =
      List.of(
          new OldBindMessage.Negotiate(BIND, NOTES, BindLevel.APP, ANN),
          new OldBindMessage.NegotiateAnswer(BIND, ANN, false),
          new BindMessage.ConfirmRequest(BIND),
          new BindMessage.ConfirmAnswer(BIND, AuthenticationType.ALLOW_ONCE),
          new OldBindMessage.PinProof(BIND, ""),
          new OldBindMessage.PinProofAnswer(BIND, true),
          new OldBindMessage.DataSync(BIND, ANN, Optional.empty()),
          new OldBindMessage.DataSyncAnswer(BIND, ANN, Optional.empty()),
          OFFER,
          new BindMessage.OfferAnswer(BIND, BindVersion.OWN, ANN, false, false),
          new BindMessage.PakeStart(BIND, FIRST),
          new BindMessage.PakeAnswer(BIND, FIRST, SECOND),
          new BindMessage.PakeConfirm(BIND, SECOND, ""),
          new BindMessage.PakeEnd(BIND, Optional.empty()),
          new BindMessage.Sealed(BIND, 140, ""),
          new BindMessage.BusinessOffer(OFFER, ""),
          new BindMessage.SoundOffer(OFFER, UltrasonicSide.FORWARD, Optional.empty()),
          new BindMessage.Sound(BIND, 101),
          new BindMessage.ProvableAnswer(
              new BindMessage.OfferAnswer(BIND, BindVersion.OWN, ANN, false, false)),
          new BindMessage.SkipRequest(BIND, BindNeed.NOTHING),
          new BindMessage.CredentialKey(BIND, 160, "", ""),
          new BindMessage.KeepAlive(BIND),
          new V1Message.V1Answer(BIND, BindVersion.OWN),
          new V1Message.V1CodeAnswer(BIND, BindVersion.OWN, true),
          new V1Message.V1Request(BIND),
          new V1Message.V1Terminate(BIND, BindReason.TIMEOUT),
          new V1Message.V1Result(BIND, AuthenticationType.ALLOW_ONCE, ""),
          new V1Message.V1PinStart(BIND, FIRST),
          new V1Message.V1PinAnswer(BIND, FIRST, SECOND),
          new V1Message.V1PinConfirm(BIND, SECOND, ""),
          new V1Message.V1PinEnd(BIND, Optional.empty()),
          new V1Message.V1Sealed(BIND, 600, ""),
          new BindMessage.Frozen(BIND, Duration.ofMinutes(1)),
          new BindMessage.Finish(BIND, BindReason.OK),
          new BindMessage.FinishAck(BIND, BindReason.OK),
          new AccountMessage.AccountHello(ALICE.hash(), ANN),
          new AccountMessage.AccountHelloAnswer(ALICE.hash(), ANN, true),
          new RelationMessage.AccountLogout(ALICE.hash(), ANN),
          new RelationMessage.Unbound(NOTES, ANN, BindLevel.APP),
          new RelationMessage.AppUninstalled(NOTES, ANN, TOKEN),
          new RelationMessage.UserRemoved(ANN),
          new RelationMessage.SyncUserIds(List.of(ANN)),
          new RelationMessage.StopUser(ANN),
          new RelationMessage.ShareUnbound(ANN),
          new RelationMessage.ServiceUnregistered(NOTES, ANN),
          new RelationMessage.AccountEvent(List.of(ANN)));

  private static final List<TimerKey> TIMERS =
      List.of(
          new TimerKey.OfBind(BIND, BindTimer.CONFIRM),
          new TimerKey.OfAccountHello(PEER.udid()),
          new TimerKey.OfRowLife(AccessRow.share(Parties.with(PEER), RowSide.ACCESSER).key()),
          new TimerKey.OfAbsence(PEER.udid(), ANN, ANN));

  @Test
  void answersEveryCommand() {
    assertThat(COMMANDS.stream().map(Object::getClass).toList())
        .hasSameElementsAs(leaves(Trust.Command.class).toList());

    for (Trust.Command command : COMMANDS) {
      assertThat(new TrustWorld().device("phone").asked(command)).isInstanceOf(Trust.Reply.class);
    }
  }

  @Test
  void takesEveryMessageOfAStranger() {
    assertThat(MESSAGES.stream().map(Object::getClass).toList())
        .hasSameElementsAs(leaves(TrustMessage.class).toList());

    for (TrustMessage message : MESSAGES) {
      TrustWorld.Device phone = new TrustWorld().device("phone");
      phone.asked(new Trust.Receive(PEER, message));
      assertThat(phone.hasNothing()).isTrue();
    }
  }

  @Test
  void survivesEveryStaleTimer() {
    assertThat(TIMERS.stream().map(Object::getClass).toList())
        .hasSameElementsAs(leaves(TimerKey.class).toList());

    for (TimerKey key : TIMERS) {
      TrustWorld.Device phone = new TrustWorld().device("phone");
      phone.asked(new Trust.TimerFired(key));
      assertThat(phone.sessions).isEqualTo(Sessions.NONE);
    }
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TrustCommandTest::leaves)
        : Stream.of(type);
  }
}
