package dev.trustring.device.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.request.DialogId;
import dev.trustring.atm.request.RequestId;
import dev.trustring.atm.request.SettingsSheet;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.device.person.Person.BindAnswer;
import dev.trustring.device.person.Person.PermissionAnswer;
import dev.trustring.device.person.Person.PinTyping;
import dev.trustring.trust.Trust;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.BindRole;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.identity.PkgName;
import dev.trustring.trust.wire.BindId;
import dev.trustring.trust.wire.BindReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialogsTest {
  private static final TokenIdentity NOTES = TokenIdentity.of("com.example.notes");
  private static final TokenIdentity CHAT = TokenIdentity.of("com.example.chat");
  private static final DeviceIdentity TABLET = DeviceIdentity.of("tablet");
  private static final BindId BIND = BindId.of(DeviceIdentity.of("phone").udid(), 1);
  private static final int PIN = 123_456;

  @ParameterizedTest
  @EnumSource(PermissionAnswer.class)
  void answersAPermissionDialogAsThePersonDoes(PermissionAnswer habit) {
    Dialogs dialogs = new Dialogs(person(habit));

    Optional<Atm.Command> answer = dialogs.answer(asks(NOTES));

    assertThat(answer)
        .isEqualTo(
            switch (habit) {
              case IGNORE -> Optional.empty();
              case ALLOW, DENY, THIS_TIME, CANCEL, ALLOW_FUZZY, THIS_TIME_FUZZY ->
                  Optional.of(pressed(DialogButton.valueOf(habit.name())));
            });
  }

  @ParameterizedTest
  @EnumSource(PermissionAnswer.class)
  void switchesOnOrClosesASheetAsThePersonDoes(PermissionAnswer habit) {
    Dialogs dialogs = new Dialogs(person(habit));
    SettingsSheet sheet = new SettingsSheet(new RequestId(1), NOTES, List.of(), Optional.empty());

    Optional<Atm.Command> answer =
        dialogs.answer(new GrantEffect.ShowSheet(new DialogId(5), sheet));

    assertThat(answer)
        .isEqualTo(
            switch (habit) {
              case IGNORE -> Optional.empty();
              case DENY, CANCEL -> Optional.of(new AtmFact.AnswerSheet(new DialogId(5), false));
              case ALLOW, THIS_TIME, ALLOW_FUZZY, THIS_TIME_FUZZY ->
                  Optional.of(new AtmFact.AnswerSheet(new DialogId(5), true));
            });
  }

  private static Atm.Command pressed(DialogButton button) {
    return new AtmFact.PressButton(new DialogId(5), button);
  }

  @ParameterizedTest
  @EnumSource(BindAnswer.class)
  void answersTheBoxOfABondAsThePersonDoes(BindAnswer habit) {
    Dialogs dialogs =
        new Dialogs(new Person(PermissionAnswer.ALLOW, habit, PinTyping.RIGHT, Duration.ZERO));

    Optional<Trust.Command> answer = dialogs.answer(asksToBond());

    assertThat(answer)
        .isEqualTo(
            switch (habit) {
              case ALLOW_ONCE ->
                  Optional.of(new Trust.AnswerConfirm(BIND, ConfirmChoice.ALLOW_ONCE));
              case ALLOW_ALWAYS ->
                  Optional.of(new Trust.AnswerConfirm(BIND, ConfirmChoice.ALLOW_ALWAYS));
              case REJECT -> Optional.of(new Trust.AnswerConfirm(BIND, ConfirmChoice.REJECT));
              case IGNORE -> Optional.empty();
            });
  }

  @ParameterizedTest
  @EnumSource(PinTyping.class)
  void typesThePinAsThePersonDoes(PinTyping habit) {
    Dialogs dialogs = new Dialogs(person(habit));
    dialogs.reads(TABLET.name(), PIN);

    Optional<Trust.Command> typed = dialogs.answer(asksForPin());

    assertThat(typed)
        .isEqualTo(
            switch (habit) {
              case RIGHT -> Optional.of(new Trust.TypePin(BIND, PIN));
              case WRONG_ONCE, WRONG -> Optional.of(new Trust.TypePin(BIND, PIN + 1));
              case CANCEL -> Optional.of(new Trust.CancelPin(BIND));
              case IGNORE -> Optional.empty();
            });
  }

  @Test
  void typesAPinThatIsReadAfterItWasAskedFor() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    assertThat(dialogs.answer(asksForPin())).isEmpty();

    Optional<Trust.Command> typed = dialogs.reads(TABLET.name(), PIN);

    assertThat(typed).contains(new Trust.TypePin(BIND, PIN));
  }

  @Test
  void waitsWithAPinUntilItIsAskedFor() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);

    assertThat(dialogs.reads(TABLET.name(), PIN)).isEmpty();
  }

  @Test
  void doesNotTypeThePinOfAnotherDevice() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    dialogs.reads(DeviceIdentity.of("watch").name(), PIN);

    assertThat(dialogs.answer(asksForPin())).isEmpty();
  }

  @Test
  void typesOncePerQuestion() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    dialogs.reads(TABLET.name(), PIN);
    dialogs.answer(asksForPin());

    assertThat(dialogs.reads(TABLET.name(), PIN)).isEmpty();
  }

  @Test
  void typesWrongOnceAndThenRight() {
    Dialogs dialogs = new Dialogs(person(PinTyping.WRONG_ONCE));
    dialogs.reads(TABLET.name(), PIN);

    assertThat(dialogs.answer(asksForPin())).contains(new Trust.TypePin(BIND, PIN + 1));
    assertThat(dialogs.answer(asksForPin())).contains(new Trust.TypePin(BIND, PIN));
  }

  @Test
  void typesWrongAsOftenAsThePlatformAsks() {
    Dialogs dialogs = new Dialogs(person(PinTyping.WRONG));
    dialogs.reads(TABLET.name(), PIN);

    for (int time = 1; time <= 3; time++) {
      assertThat(dialogs.answer(asksForPin())).contains(new Trust.TypePin(BIND, PIN + 1));
    }
  }

  @Test
  void staysWithinSixDigitsWhenTypingWrong() {
    Dialogs dialogs = new Dialogs(person(PinTyping.WRONG));
    dialogs.reads(TABLET.name(), 999_999);

    assertThat(dialogs.answer(asksForPin())).contains(new Trust.TypePin(BIND, 999_998));
  }

  @Test
  void forgetsThePinWithTheEndOfItsBond() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    dialogs.reads(TABLET.name(), PIN);

    Optional<Trust.Command> nothing = dialogs.answer(ended());

    assertThat(nothing).isEmpty();
    assertThat(dialogs.answer(asksForPin())).isEmpty();
  }

  @Test
  void forgetsTheQuestionWithTheEndOfItsBond() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    dialogs.answer(asksForPin());
    dialogs.answer(ended());

    assertThat(dialogs.reads(TABLET.name(), PIN)).isEmpty();
  }

  @Test
  void letsAnotherPersonAnswerForOneApp() {
    Dialogs dialogs = new Dialogs(person(PermissionAnswer.DENY));

    dialogs.personIs(Optional.of(NOTES), person(PermissionAnswer.ALLOW));

    assertThat(dialogs.answer(asks(NOTES))).contains(pressed(DialogButton.ALLOW));
    assertThat(dialogs.answer(asks(CHAT))).contains(pressed(DialogButton.DENY));
  }

  @Test
  void letsTheLastPersonTypeThePin() {
    Dialogs dialogs = new Dialogs(Person.AGREEABLE);
    dialogs.personIs(Optional.empty(), person(PinTyping.CANCEL));
    dialogs.reads(TABLET.name(), PIN);

    assertThat(dialogs.answer(asksForPin())).contains(new Trust.CancelPin(BIND));
  }

  @Test
  void takesTheTimeOfWhoeverAnswers() {
    Dialogs dialogs = new Dialogs(takes(1));

    dialogs.personIs(Optional.of(NOTES), takes(7));

    assertThat(dialogs.pause(asks(NOTES))).isEqualTo(Duration.ofSeconds(7));
    assertThat(dialogs.pause(asks(CHAT))).isEqualTo(Duration.ofSeconds(1));
    assertThat(dialogs.pause()).isEqualTo(Duration.ofSeconds(7));
  }

  private static Person person(PermissionAnswer habit) {
    return new Person(habit, BindAnswer.ALLOW_ALWAYS, PinTyping.RIGHT, Duration.ZERO);
  }

  private static Person person(PinTyping habit) {
    return new Person(PermissionAnswer.ALLOW, BindAnswer.ALLOW_ALWAYS, habit, Duration.ZERO);
  }

  private static Person takes(int seconds) {
    return new Person(
        PermissionAnswer.ALLOW,
        BindAnswer.ALLOW_ALWAYS,
        PinTyping.RIGHT,
        Duration.ofSeconds(seconds));
  }

  private static Atm.Effect.ShowDialog asks(TokenIdentity app) {
    return new Atm.Effect.ShowDialog(
        new DialogId(5), app, List.of(PermissionName.DISTRIBUTED_DATASYNC));
  }

  private static TrustEffect asksToBond() {
    return new TrustEffect.ShowConfirm(
        BIND, TABLET, new PkgName("com.example.notes"), OsAccountId.FIRST);
  }

  private static TrustEffect asksForPin() {
    return new TrustEffect.AskPin(BIND, TABLET);
  }

  private static TrustEffect ended() {
    return new TrustEffect.BindEnded(BIND, TABLET, BindRole.SOURCE, BindReason.TIMEOUT);
  }
}
