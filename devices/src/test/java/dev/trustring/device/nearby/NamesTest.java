package dev.trustring.device.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.device.net.Payload;
import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.Parties;
import dev.trustring.trust.access.RowSide;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.ledger.TrustEvent;
import dev.trustring.trust.ledger.TrustState;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices are called, and what the boxes of a bind hear (trust-and-softbus §2.1). */
class NamesTest {
  private static final Client NOTES =
      new Client(new PkgName("com.example.notes"), OsAccountId.FIRST, false);
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");

  private final DeviceManager phone =
      new DeviceManager(new DeviceName("phone"), 0x0E, List.of(TABLET.name()));
  private TrustState trust = TrustState.factoryNew();
  private List<DeviceManager.Effect> effects = List.of();

  @Test
  void tellsItsNewNameToThoseWhoAreOnline() {
    happens(new DeviceManager.Rename("Kitchen"));

    assertThat(effects).containsExactly(tells(TABLET.name(), "Kitchen"));
    assertThat(phone.desk().nameOf(new DeviceName("phone"))).isEqualTo("Kitchen");
  }

  @Test
  void tellsItsNewNameToWhoeverComesLater() {
    happens(new DeviceManager.Rename("Kitchen"));

    happens(new DeviceManager.Peer(WATCH, DeviceState.UNKNOWN));
    assertThat(effects).isEmpty();
    happens(new DeviceManager.Peer(WATCH, DeviceState.AVAILABLE));
    assertThat(effects).containsExactly(tells(WATCH, "Kitchen"));
  }

  @Test
  void tellsNobodyTheNameThatItAlwaysHad() {
    happens(new DeviceManager.Peer(WATCH, DeviceState.AVAILABLE));

    assertThat(effects).isEmpty();
  }

  @Test
  void tellsAListenerOnceWhatADeviceItMaySeeIsCalled() {
    listens(DeviceEvent.DEVICE_NAME_CHANGE);
    happens(new DeviceManager.Called(TABLET.name(), "Attic"));
    assertThat(effects).isEmpty();

    bonds();
    happens(new DeviceManager.Called(TABLET.name(), "Cellar"));
    assertThat(effects)
        .containsExactly(says(DeviceEvent.DEVICE_NAME_CHANGE, "tablet is called Cellar"));

    happens(new DeviceManager.Called(TABLET.name(), "Cellar"));
    assertThat(effects).isEmpty();
  }

  @Test
  void forgetsWhatADeviceThatHasGoneWasCalled() {
    happens(new DeviceManager.Called(TABLET.name(), "Attic"));
    assertThat(phone.desk().nameOf(TABLET.name())).isEqualTo("Attic");

    happens(new DeviceManager.Peer(TABLET.name(), DeviceState.UNAVAILABLE));

    assertThat(phone.desk().nameOf(TABLET.name())).isEqualTo("tablet");
  }

  @Test
  void tellsTheBoxesThatAPinWasWrongWhenItIsAskedForAgain() {
    listens(DeviceEvent.REPLY_RESULT);

    asksForPin(1);
    assertThat(effects).isEmpty();
    asksForPin(1);
    assertThat(effects).containsExactly(says(DeviceEvent.REPLY_RESULT, "the PIN was wrong"));
    asksForPin(2);
    assertThat(effects).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE, OK, the PIN was right",
    "SOURCE, PIN_WRONG_TOO_OFTEN, close the PIN input",
    "SINK, PIN_WRONG_TOO_OFTEN, close the PIN display"
  })
  void tellsTheBoxesHowABindEnded(BindRole role, BindReason reason, String says) {
    listens(DeviceEvent.REPLY_RESULT);

    happens(new DeviceManager.Bond(new TrustEffect.BindEnded(bind(1), TABLET, role, reason)));

    assertThat(effects).containsExactly(says(DeviceEvent.REPLY_RESULT, says));
  }

  @Test
  void tellsTheBoxesNothingOfWhatTheyDoNotShow() {
    listens(DeviceEvent.REPLY_RESULT);

    happens(new DeviceManager.Bond(new TrustEffect.RingsChanged(List.of())));

    assertThat(effects).isEmpty();
  }

  private void asksForPin(int bind) {
    happens(new DeviceManager.Bond(new TrustEffect.AskPin(bind(bind), TABLET)));
  }

  private void listens(DeviceEvent event) {
    happens(new DeviceManager.Listen(NOTES, event, true));
  }

  private void bonds() {
    Parties parties = Parties.of(TABLET, OsAccountId.FIRST, OsAccountId.FIRST);
    for (AccessRow row : AccessRow.bond(parties, NOTES.pkg(), RowSide.ACCESSER)) {
      trust = new TrustEvent.RowWritten(row).appliedTo(trust);
    }
  }

  private void happens(DeviceManager.Command command) {
    effects = phone.decide(command, trust).effects();
  }

  private static DeviceManager.Effect tells(DeviceName to, String name) {
    return new DeviceManager.Tell(to, new Payload.NodeName(name));
  }

  private static DeviceManager.Effect says(DeviceEvent event, String words) {
    return new DeviceManager.CallBack(new AppCallback(NOTES.pkg(), event, words));
  }

  private static BindId bind(long number) {
    return new BindId("bind-" + number);
  }
}
