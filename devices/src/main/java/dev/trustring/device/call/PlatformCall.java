package dev.trustring.device.call;

/**
 * One call of the simulated platform's API.
 *
 * <p>A new call is one class, one line in the list of standard calls and one test.
 */
public interface PlatformCall {

  /** The call's published face. */
  CallSpec spec();

  /** Starts the call; {@link RunningCall#answer} is called exactly once, now or later. */
  void start(RunningCall call);
}
