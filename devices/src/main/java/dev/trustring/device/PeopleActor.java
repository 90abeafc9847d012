package dev.trustring.device;

import akka.actor.typed.javadsl.TimerScheduler;
import dev.trustring.atm.Atm;
import dev.trustring.atm.GrantEffect;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.host.DeviceObserver;
import dev.trustring.device.person.Dialogs;
import dev.trustring.device.person.Person;
import dev.trustring.trust.Trust;
import dev.trustring.trust.effect.TrustEffect;
import java.time.Duration;
import java.util.Optional;

/** The person in front of a device: what they do about a box, once they have taken their time. */
final class PeopleActor {

  private final TimerScheduler<DeviceActor.Message> timers;
  private final DeviceObserver observer;
  private final Dialogs dialogs;
  private int lastDeed;

  PeopleActor(TimerScheduler<DeviceActor.Message> timers, DeviceObserver observer, Person usual) {
    this.timers = timers;
    this.observer = observer;
    this.dialogs = new Dialogs(usual);
  }

  /** From now on another person answers what the calls of this app open, if one is given. */
  void actFor(CallRequest request) {
    request.person().ifPresent(person -> dialogs.personIs(request.caller().token(), person));
  }

  void see(TrustEffect box) {
    observer.dialog(box.toString());
    bondLater(dialogs.answer(box));
  }

  void read(DeviceActor.PinRead read) {
    bondLater(dialogs.reads(read.shownOn(), read.pin()));
  }

  void see(Atm.Effect.ShowDialog dialog) {
    observer.dialog(dialog.toString());
    dialogs
        .answer(dialog)
        .ifPresent(deed -> later(new DeviceActor.PersonAnswers(deed), dialogs.pause(dialog)));
  }

  void see(GrantEffect.ShowSheet shown) {
    observer.dialog(shown.toString());
    dialogs
        .answer(shown)
        .ifPresent(deed -> later(new DeviceActor.PersonAnswers(deed), dialogs.pause(shown)));
  }

  private void bondLater(Optional<Trust.Command> deed) {
    deed.ifPresent(command -> later(new DeviceActor.PersonBonds(command), dialogs.pause()));
  }

  private void later(DeviceActor.Message deed, Duration pause) {
    timers.startSingleTimer("deed-" + ++lastDeed, deed, pause);
  }
}
