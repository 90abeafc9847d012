package dev.trustring.kv.decision;

import dev.trustring.trust.identity.DeviceName;

/**
 * The name of one attempt to bring a store's rows from one device to another.
 *
 * <p>It travels in every frame of the attempt, so that losses on the way can be laid at its door.
 *
 * @param boot how often the device had been switched on
 * @param number counts the attempts of that boot, from 1
 */
public record AttemptId(DeviceName device, int boot, int number) {

  @Override
  public String toString() {
    return device + "#" + boot + "." + number;
  }
}
