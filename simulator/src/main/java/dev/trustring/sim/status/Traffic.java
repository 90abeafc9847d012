package dev.trustring.sim.status;

import dev.trustring.sim.world.Happening;

/** Counts what a device sends, hears and is asked. */
final class Traffic {

  private long sent;
  private long arrived;
  private long lost;
  private long callsOpen;

  void watch(Happening.Noted noted) {
    switch (noted.kind()) {
      case "sent" -> sent++;
      case "lost" -> lost++;
      case "call" -> callsOpen++;
      case "answer" -> callsOpen--;
      case "power" -> callsOpen = 0;
      default -> {}
    }
  }

  /** A frame has come in for the device. */
  void arrival() {
    arrived++;
  }

  DeviceStatus.Queues with(int writesUnderWay) {
    return new DeviceStatus.Queues(sent, arrived, lost, callsOpen, writesUnderWay);
  }
}
