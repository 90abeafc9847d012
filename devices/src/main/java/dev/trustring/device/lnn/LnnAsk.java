package dev.trustring.device.lnn;

import dev.trustring.device.nearby.NoticeCommand;
import dev.trustring.trust.identity.DeviceName;

/** What a process asks of the network of nodes. */
public sealed interface LnnAsk {

  /** The package that the caller gives for itself. */
  String pkg();

  /** The call, as the flood guard counts it. */
  Kind kind();

  /** What the flood guard takes for one call. */
  enum Kind {
    JOIN(100),
    LEAVE(100),
    /** Of information about nodes more may be asked (trust-and-softbus §5.2). */
    GET_ALL_NODE_INFO(300),
    GET_LOCAL_NODE_INFO(300),
    GET_NODE_KEY_INFO(300),
    PUBLISH(100),
    STOP_PUBLISH(100),
    REFRESH(100),
    STOP_REFRESH(100);

    private final int most;

    Kind(int most) {
      this.most = most;
    }

    /** How often one package may make it in the time of the guard. */
    int most() {
      return most;
    }
  }

  record Join(String pkg, DeviceName peer) implements LnnAsk {
    @Override
    public Kind kind() {
      return Kind.JOIN;
    }
  }

  record Leave(String pkg, DeviceName peer) implements LnnAsk {
    @Override
    public Kind kind() {
      return Kind.LEAVE;
    }
  }

  /** Information about all nodes that are online. */
  record GetAllNodeInfo(String pkg) implements LnnAsk {
    @Override
    public Kind kind() {
      return Kind.GET_ALL_NODE_INFO;
    }
  }

  /** Information about this device. */
  record GetLocalNodeInfo(String pkg) implements LnnAsk {
    @Override
    public Kind kind() {
      return Kind.GET_LOCAL_NODE_INFO;
    }
  }

  /** Information about this device or one that is online. */
  record GetNodeKeyInfo(String pkg, DeviceName node) implements LnnAsk {
    @Override
    public Kind kind() {
      return Kind.GET_NODE_KEY_INFO;
    }
  }

  /** What is published at the soft bus or looked for there. */
  record OfNotices(String pkg, Kind kind, NoticeCommand command) implements LnnAsk {}
}
