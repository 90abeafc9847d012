package dev.trustring.sim.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trustring.atm.token.UserId;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallRegistry;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Provenance;
import dev.trustring.sim.loop.RunFailedException;
import dev.trustring.sim.loop.RunLoop;
import dev.trustring.sim.run.Tale;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final FactKey CAUSE = new FactKey("fault.one");
  private static final FactKey OTHER = new FactKey("fault.other");
  private static final CallName ANSWERS = new CallName("test.answers");
  private static final CallName BREAKS = new CallName("test.breaks");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final RunLoop loop = RunLoop.open(1);
  private final List<CallOutcome> outcomes = new ArrayList<>();
  private final World world =
      new World(
          Tale.ofPhoneAndTablet().read(),
          new DenseHost(loop),
          new CallRegistry(
              List.of(
                  call(ANSWERS, call -> call.answer(CallOutcome.done())),
                  call(
                      BREAKS,
                      call -> {
                        throw new IllegalStateException("a mistake in a call");
                      }))),
          Provenance.NONE);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void answersACallOnADeviceThatIsOn() {
    world.powerOn(PHONE);

    make(ANSWERS);

    assertThat(outcomes).containsExactly(CallOutcome.done());
  }

  @Test
  void neverAnswersACallOnADeviceThatIsOff() {
    make(ANSWERS);

    assertThat(outcomes).isEmpty();
  }

  @Test
  void neverAnswersACallThatACrashInterrupts() {
    world.powerOn(PHONE);
    world.call(PHONE, request(ANSWERS), outcomes::add);
    world.powerOff(PHONE, CAUSE);

    loop.runFor(SECOND);

    assertThat(outcomes).isEmpty();
  }

  @Test
  void switchesADeviceOnOnceHoweverOftenItIsAsked() {
    world.powerOn(PHONE);
    world.powerOn(PHONE);

    assertThat(world.boots(PHONE)).isOne();
    assertThat(world.isOn(PHONE)).isTrue();
  }

  @Test
  void keepsADeviceOffWhileAnyCauseLasts() {
    world.powerOn(PHONE);
    world.powerOff(PHONE, CAUSE);
    world.powerOff(PHONE, OTHER);

    world.endPowerOff(PHONE, CAUSE);
    assertThat(world.isOn(PHONE)).isFalse();

    world.endPowerOff(PHONE, OTHER);
    assertThat(world.isOn(PHONE)).isTrue();
  }

  @Test
  void keepsARadioOffWhileAnyCauseLasts() {
    world.powerOn(PHONE);
    world.radioOff(PHONE, Radio.WIFI, CAUSE);
    world.radioOff(PHONE, Radio.WIFI, OTHER);

    world.endRadioOff(PHONE, Radio.WIFI, CAUSE);
    assertThat(world.topology().radiosOn(PHONE)).doesNotContain(Radio.WIFI);

    world.endRadioOff(PHONE, Radio.WIFI, OTHER);
    assertThat(world.topology().radiosOn(PHONE)).contains(Radio.WIFI);
  }

  @Test
  void failsTheRunWhenAWatcherFailsOutsideOfActors() {
    world.watchedBy(
        happening -> {
          throw new AssertionError("an oracle's mistake");
        });

    assertThatThrownBy(
            () -> {
              world.powerOn(PHONE);
              loop.runFor(SECOND);
            })
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("an oracle's mistake");
  }

  @Test
  void failsTheRunWhenAWatcherFailsInsideAnActor() {
    world.powerOn(PHONE);
    world.powerOn(TABLET);
    loop.runFor(SECOND);
    world.watchedBy(
        happening -> {
          throw new AssertionError("an oracle's mistake");
        });
    world.tell(PHONE, new dev.trustring.device.DeviceActor.Bonded(Bonded.withoutAsking(TABLET)));

    assertThatThrownBy(() -> loop.runFor(SECOND))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("an oracle's mistake");
  }

  @Test
  void failsTheRunWhenAnActorOfADeviceFails() {
    world.powerOn(PHONE);

    assertThatThrownBy(() -> make(BREAKS))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("a mistake in a call");
  }

  @Test
  void failsTheRunWhenTheTopmostActorOfADeviceFails() {
    world.powerOn(PHONE);

    assertThatThrownBy(() -> make(new CallName("test.unknown")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("a device failed");
  }

  private void make(CallName name) {
    world.call(PHONE, request(name), outcomes::add);
    loop.runFor(SECOND);
  }

  private static CallRequest request(CallName name) {
    return new CallRequest(
        new Caller.Settings(UserId.FIRST),
        name,
        JsonNodeFactory.instance.objectNode(),
        Optional.empty());
  }

  private static PlatformCall call(CallName name, java.util.function.Consumer<RunningCall> does) {
    return new PlatformCall() {
      @Override
      public CallSpec spec() {
        return new CallSpec(name, List.of(), "nothing", List.of(), "A call of this test.");
      }

      @Override
      public void start(RunningCall call) {
        does.accept(call);
      }
    };
  }
}
