package dev.trustring.device.person;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmFact;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.request.DialogButton;
import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.trust.Trust;
import dev.trustring.trust.bind.ConfirmChoice;
import dev.trustring.trust.effect.TrustEffect;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.wire.BindId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dialogs of a device and the person who answers them. Memory only, gone with a restart. */
public final class Dialogs {

  /** A PIN that is surely not the one shown: it differs in the last digit. */
  private static final int WRONG_BY = 1;

  private final Person usual;
  private final Map<TokenIdentity, Person> withApp = new TreeMap<>();
  private final Map<DeviceName, BindId> asked = new TreeMap<>();
  private final Map<DeviceName, Integer> read = new TreeMap<>();
  private final Map<BindId, Integer> typed = new TreeMap<>();
  private Person binding;

  public Dialogs(Person usual) {
    this.usual = usual;
    this.binding = usual;
  }

  /** From now on this person answers dialogs that calls of the app open. */
  public void personIs(Optional<TokenIdentity> app, Person person) {
    app.ifPresent(token -> withApp.put(token, person));
    binding = person;
  }

  /** What the person does about a permission dialog; nothing when they walk away. */
  public Optional<Atm.Command> answer(Atm.Effect.ShowDialog dialog) {
    return button(dialog.identity())
        .map(button -> new AtmFact.PressButton(dialog.dialog(), button));
  }

  /** What the person does about a sheet of Settings; nothing when they walk away. */
  public Optional<Atm.Command> answer(GrantEffect.ShowSheet shown) {
    return button(shown.sheet().identity())
        .map(
            button ->
                new AtmFact.AnswerSheet(
                    shown.dialog(), button != DialogButton.DENY && button != DialogButton.CANCEL));
  }

  /** How long they take for that. */
  public Duration pause(GrantEffect.ShowSheet shown) {
    return personFor(shown.sheet().identity()).after();
  }

  private Optional<DialogButton> button(TokenIdentity app) {
    return switch (personFor(app).permission()) {
      case ALLOW -> Optional.of(DialogButton.ALLOW);
      case DENY -> Optional.of(DialogButton.DENY);
      case THIS_TIME -> Optional.of(DialogButton.THIS_TIME);
      case CANCEL -> Optional.of(DialogButton.CANCEL);
      case ALLOW_FUZZY -> Optional.of(DialogButton.ALLOW_FUZZY);
      case THIS_TIME_FUZZY -> Optional.of(DialogButton.THIS_TIME_FUZZY);
      case IGNORE -> Optional.empty();
    };
  }

  /** How long they take for it. */
  public Duration pause(Atm.Effect.ShowDialog dialog) {
    return personFor(dialog.identity()).after();
  }

  /** How long the person takes in a bond. */
  public Duration pause() {
    return binding.after();
  }

  /** What the person does about a box of a bond; nothing when they wait or walk away. */
  public Optional<Trust.Command> answer(TrustEffect effect) {
    if (effect instanceof TrustEffect.ShowConfirm confirm) {
      return choice().map(choice -> new Trust.AnswerConfirm(confirm.bind(), choice));
    }
    if (effect instanceof TrustEffect.AskPin ask) {
      asked.put(ask.sink().name(), ask.bind());
      return type(ask.sink().name());
    }
    if (effect instanceof TrustEffect.BindEnded ended) {
      asked.remove(ended.peer().name());
      read.remove(ended.peer().name());
      typed.remove(ended.bind());
    }
    return Optional.empty();
  }

  /** The person reads a PIN on another device's screen. */
  public Optional<Trust.Command> reads(DeviceName shownOn, int pin) {
    read.put(shownOn, pin);
    return type(shownOn);
  }

  private Optional<Trust.Command> type(DeviceName sink) {
    BindId bind = asked.get(sink);
    Integer pin = read.get(sink);
    if (bind == null || pin == null) {
      return Optional.empty();
    }
    asked.remove(sink);
    int times = typed.merge(bind, 1, Integer::sum);
    int wrong = pin == 999_999 ? pin - WRONG_BY : pin + WRONG_BY;
    return switch (binding.pin()) {
      case RIGHT -> Optional.of(new Trust.TypePin(bind, pin));
      case WRONG_ONCE -> Optional.of(new Trust.TypePin(bind, times == 1 ? wrong : pin));
      case WRONG -> Optional.of(new Trust.TypePin(bind, wrong));
      case CANCEL -> Optional.of(new Trust.CancelPin(bind));
      case IGNORE -> Optional.empty();
    };
  }

  private Optional<ConfirmChoice> choice() {
    return switch (binding.bind()) {
      case ALLOW_ONCE -> Optional.of(ConfirmChoice.ALLOW_ONCE);
      case ALLOW_ALWAYS -> Optional.of(ConfirmChoice.ALLOW_ALWAYS);
      case REJECT -> Optional.of(ConfirmChoice.REJECT);
      case IGNORE -> Optional.empty();
    };
  }

  private Person personFor(TokenIdentity app) {
    return withApp.getOrDefault(app, usual);
  }
}
