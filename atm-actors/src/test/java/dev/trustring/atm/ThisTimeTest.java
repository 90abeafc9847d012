package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.GrantEffect.GrantTimer;
import dev.trustring.atm.GrantEffect.Purpose;
import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.uptime.AppActivity.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grants for this time and for seconds (access-token §3.4). */
class ThisTimeTest {
  private static final GrantState THIS_TIME = new GrantState(true, 64);
  private static final String SHORT = "SHORT_TERM_WRITE_IMAGEVIDEO";

  private final Phone phone =
      aPhone()
          .with(
              HapInstall.of(
                  NOTES,
                  ProvisionProfile.ORDINARY.withApl(Apl.SYSTEM_CORE),
                  Phone.names("LOCATION", "READ_PASTEBOARD", "CAMERA", "MICROPHONE", SHORT)));

  @ParameterizedTest(name = "{0}: form {1}, task {2}, in background: {3}")
  @CsvSource({
    "LOCATION, false, false, 12100006",
    "LOCATION, true, false, 0",
    "LOCATION, false, true, 0",
    "READ_PASTEBOARD, false, true, 12100006",
    "READ_PASTEBOARD, true, false, 0",
    "CAMERA, true, true, 12100006",
    "MICROPHONE, true, true, 12100006"
  })
  void isGrantedToAnAppInUseOnly(String name, boolean form, boolean task, int code) {
    phone.ask(new AtmFact.AppMoved(NOTES, Phase.BACKGROUND));
    phone.ask(new AtmFact.FormMoved(NOTES, form));
    phone.ask(new AtmFact.LocationTaskMoved(NOTES, task));

    assertThat(phone.code(new Atm.Command.Grant(NOTES, PermissionName.of(name), 64)))
        .isEqualTo(code);

    phone.ask(new AtmFact.AppMoved(NOTES, Phase.FOREGROUND));
    assertThat(phone.code(new Atm.Command.Grant(NOTES, PermissionName.of(name), 64))).isZero();
  }

  @Test
  void endsTenSecondsAfterTheAppWentToTheBackground() {
    phone.whereNotesHolds("LOCATION", THIS_TIME).whereNotesHolds("READ_PASTEBOARD", THIS_TIME);

    List<Atm.Effect> started = phone.obey(new AtmFact.AppMoved(NOTES, Phase.BACKGROUND)).effects();

    assertThat(started)
        .containsExactlyInAnyOrder(start(Purpose.LOCATIONS), start(Purpose.PASTEBOARD));
    phone.ask(new AtmFact.TimerEnded(new GrantTimer(NOTES, Purpose.LOCATIONS)));
    assertThat(phone.notesHold("LOCATION")).isEqualTo("DENIED/64");
    assertThat(phone.notesHold("READ_PASTEBOARD")).isEqualTo("GRANTED/64");
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
  }

  @Test
  void goesOnIfTheAppComesBackInTime() {
    phone.whereNotesHolds("LOCATION", THIS_TIME);
    phone.ask(new AtmFact.AppMoved(NOTES, Phase.BACKGROUND));

    assertThat(phone.obey(new AtmFact.AppMoved(NOTES, Phase.FOREGROUND)).effects())
        .contains(cancel(Purpose.LOCATIONS), cancel(Purpose.PASTEBOARD));
  }

  @Test
  void staysInTheBackgroundForAVisibleFormOrALocationTask() {
    phone.whereNotesHolds("LOCATION", THIS_TIME).whereNotesHolds("READ_PASTEBOARD", THIS_TIME);
    phone.ask(new AtmFact.FormMoved(NOTES, true));
    assertThat(phone.obey(new AtmFact.AppMoved(NOTES, Phase.BACKGROUND)).effects())
        .noneMatch(GrantEffect.StartTimer.class::isInstance);

    assertThat(phone.obey(new AtmFact.LocationTaskMoved(NOTES, true)).effects())
        .containsExactly(cancel(Purpose.LOCATIONS));
    assertThat(phone.obey(new AtmFact.FormMoved(NOTES, false)).effects())
        .containsExactly(cancel(Purpose.LOCATIONS), start(Purpose.PASTEBOARD));
    assertThat(phone.obey(new AtmFact.LocationTaskMoved(NOTES, false)).effects())
        .containsExactly(start(Purpose.LOCATIONS));
    assertThat(phone.obey(new AtmFact.FormMoved(NOTES, true)).effects())
        .as("the pasteboard's timer runs on")
        .containsExactly(cancel(Purpose.LOCATIONS));
  }

  @Test
  void keepsCameraAndMicrophoneInTheBackground() {
    phone.whereNotesHolds("CAMERA", THIS_TIME).whereNotesHolds("MICROPHONE", THIS_TIME);

    assertThat(phone.obey(new AtmFact.AppMoved(NOTES, Phase.BACKGROUND)).effects()).isEmpty();
  }

  @Test
  void endsAtOnceWithTheProcess() {
    phone.whereNotesHolds("CAMERA", THIS_TIME).whereNotesHolds("LOCATION", new GrantState(true, 2));

    phone.ask(new AtmFact.AppMoved(NOTES, Phase.STOPPED));

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/64");
    assertThat(phone.notesHold("LOCATION")).isEqualTo("GRANTED/2");
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
    assertThat(phone.notesRequests("CAMERA").reply()).as("a dialog asks again").isEmpty();
  }

  @Test
  void endsForAllWhenTheAppManagerDiesAndKillsThen() {
    phone.whereNotesHolds("CAMERA", THIS_TIME).whereNotesHolds("LOCATION", THIS_TIME);

    phone.ask(new AtmFact.AppManagerDied());

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/64");
    assertThat(phone.effects(GrantEffect.KillProcess.class)).hasSize(1);
  }

  @Test
  void endsWithARestart() {
    phone.whereNotesHolds("CAMERA", THIS_TIME);

    phone.restarted();

    assertThat(phone.notesHold("CAMERA")).isEqualTo("DENIED/64");
  }

  @Test
  void grantsForSeconds() {
    assertThat(phone.code(seconds(SHORT, 300))).isZero();
    assertThat(phone.notesHold(SHORT)).isEqualTo("GRANTED/2");
    assertThat(phone.effects(GrantEffect.StartTimer.class))
        .containsExactly(timer(Duration.ofMinutes(5)));

    phone.ask(new AtmFact.TimerEnded(new GrantTimer(NOTES, Purpose.SHORT_GRANT)));

    assertThat(phone.notesHold(SHORT)).isEqualTo("DENIED/2");
    assertThat(phone.pending().uptime().shortGrants()).isEmpty();
    assertThat(phone.effects(GrantEffect.KillProcess.class)).isEmpty();
  }

  @Test
  void armsTheTimerAnewOnlyForALongerTimeAndUpToHalfAnHour() {
    phone.ask(seconds(SHORT, 200));
    phone.at(Duration.ofSeconds(50)).ask(seconds(SHORT, 100));
    assertThat(phone.effects(GrantEffect.StartTimer.class)).hasSize(1);

    phone.at(Duration.ofSeconds(150)).ask(seconds(SHORT, 300));
    for (int at = 400; at <= 1700; at += 250) {
      phone.at(Duration.ofSeconds(at)).ask(seconds(SHORT, 300));
    }

    assertThat(phone.effects(GrantEffect.StartTimer.class))
        .endsWith(timer(Duration.ofSeconds(150)));
    assertThat(phone.code(seconds(SHORT, 300))).isZero();
    assertThat(phone.effects(GrantEffect.StartTimer.class)).hasSize(8);
  }

  @Test
  void endsAShortGrantWithTheProcessAndWithARestart() {
    phone.ask(seconds(SHORT, 300));
    phone.ask(new AtmFact.AppMoved(NOTES, Phase.STOPPED));
    assertThat(phone.notesHold(SHORT)).isEqualTo("DENIED/2");

    phone.ask(seconds(SHORT, 300));
    phone.restarted();
    assertThat(phone.notesHold(SHORT)).isEqualTo("DENIED/2");
  }

  @ParameterizedTest(name = "{0} for {1} s: {2}")
  @CsvSource({
    "SHORT_TERM_WRITE_IMAGEVIDEO, 0, 12100001",
    "SHORT_TERM_WRITE_IMAGEVIDEO, 301, 12100001",
    "CAMERA, 10, 12100001",
    "SHORT_TERM_WRITE_IMAGEVIDEO, 1, 0"
  })
  void grantsForSecondsOnePermissionOnly(String name, int seconds, int code) {
    assertThat(phone.code(seconds(name, seconds))).isEqualTo(code);
    assertThat(
            phone.code(
                new AtmApi.GrantForSeconds(
                    new AtmCaller.App(NOTES),
                    TokenRef.of(NOTES),
                    PermissionName.of(name).value(),
                    10)))
        .isEqualTo(201);
  }

  private static AtmApi seconds(String name, int seconds) {
    return new AtmApi.GrantForSeconds(
        AtmCaller.SETTINGS, TokenRef.of(NOTES), PermissionName.of(name).value(), seconds);
  }

  private static GrantEffect.StartTimer timer(Duration after) {
    return new GrantEffect.StartTimer(new GrantTimer(NOTES, Purpose.SHORT_GRANT), after);
  }

  private static Atm.Effect start(Purpose purpose) {
    return new GrantEffect.StartTimer(new GrantTimer(NOTES, purpose), Duration.ofSeconds(10));
  }

  private static Atm.Effect cancel(Purpose purpose) {
    return new GrantEffect.CancelTimer(new GrantTimer(NOTES, purpose));
  }
}
