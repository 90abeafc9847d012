package dev.trustring.sim.process;

import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.device.AppMarket;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallRequest;
import dev.trustring.device.net.Frame;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.sync.Link;
import dev.trustring.sim.cluster.RingEndpointActor;
import dev.trustring.sim.journal.DiskFault;
import dev.trustring.sim.wire.LinkState;
import dev.trustring.sim.world.ClockCourse;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.ring.Ring;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a world says to a device in a process of its own. The first word is {@link Start}. */
sealed interface ToDevice {

  /** The device, which does as it is told. */
  interface Driven {
    void start(Start start);

    void tell(DeviceActor.Message message);

    void setClock(ClockCourse course);

    void invoke(Invoke invoke);

    void inspect(Inspect inspect);

    void carry(Frame frame);

    void deviceAt(DeviceName device, String address);

    void endpointAt(DeviceName device, String address);

    void links(Map<DeviceName, LinkState> towards);

    void disk(DiskFault fault);

    void startEndpoint(int number, Ring ring);

    void tellEndpoint(int number, RingEndpointActor.Word word);

    void endEndpoint(int number);

    void shutDown();
  }

  /** Does what is said. */
  void doneBy(Driven device);

  /**
   * Switch the device on.
   *
   * @param permissions what its platform defines otherwise than the real one does
   * @param seed of the world; the device draws from streams of its own
   */
  record Start(
      DeviceProfile profile,
      int boot,
      RuleSet rules,
      List<PermissionDefinition> permissions,
      AppMarket market,
      ClockCourse clock,
      long seed,
      DeviceSettings settings)
      implements ToDevice {
    public Start {
      permissions = List.copyOf(permissions);
    }

    @Override
    public void doneBy(Driven device) {
      device.start(this);
    }
  }

  /** A message that wants no answer. */
  record Tell(DeviceActor.Message message) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.tell(message);
    }
  }

  /** The clock goes like this from now on. */
  record SetClock(ClockCourse course) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.setClock(course);
    }
  }

  /** A platform call; what it gives back goes under that number. */
  record Invoke(long question, CallRequest request) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.invoke(this);
    }
  }

  /** What does the device know as the receiver of an attempt? The answer goes under that number. */
  record Inspect(long question, AttemptId attempt, DeviceName sender, Link link)
      implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.inspect(this);
    }
  }

  /** Send a frame to the process of the device it is for. */
  record Carry(Frame frame) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.carry(frame);
    }
  }

  /** A device takes frames there. */
  record DeviceAt(DeviceName owner, String address) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.deviceAt(owner, address);
    }
  }

  /** A device has an endpoint there. */
  record EndpointAt(DeviceName owner, String address) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.endpointAt(owner, address);
    }
  }

  /** What stands between this device and the others. */
  record Links(Map<DeviceName, LinkState> towards) implements ToDevice {
    public Links {
      towards = Collections.unmodifiableMap(new TreeMap<>(towards));
    }

    @Override
    public void doneBy(Driven device) {
      device.links(towards);
    }
  }

  /** What is wrong with the device's disk. */
  record Disk(DiskFault fault) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.disk(fault);
    }
  }

  /** Start an end of a ring. */
  record StartEndpoint(int number, Ring ring) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.startEndpoint(number, ring);
    }
  }

  /** Something for an end of a ring. */
  record TellEndpoint(int number, RingEndpointActor.Word word) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.tellEndpoint(number, word);
    }
  }

  /** End an end of a ring. */
  record EndEndpoint(int number) implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.endEndpoint(number);
    }
  }

  /** End in order. Nothing is said after this. */
  record ShutDown() implements ToDevice {
    @Override
    public void doneBy(Driven device) {
      device.shutDown();
    }
  }
}
