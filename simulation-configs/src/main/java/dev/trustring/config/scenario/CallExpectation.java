package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trustring.trust.identity.DeviceName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a call of the timeline must bring.
 *
 * @param returns the value it must return; an object is compared key by key with what is named here
 * @param failure the code ({@code 401}) or the stable name ({@code PERMISSION_DENIED}) that it must
 *     raise; {@link #MAYBE} when it may fail or not
 * @param syncComplete the number that the sync's callback must bring for each device
 */
public record CallExpectation(
    Optional<JsonNode> returns, Optional<String> failure, Map<DeviceName, Long> syncComplete) {

  /** The word for a call that may fail or not; without it a call that throws is a violation. */
  public static final String MAYBE = "maybe";

  /** Expects nothing in particular. */
  public static final CallExpectation NONE =
      new CallExpectation(Optional.empty(), Optional.empty(), Map.of());

  public CallExpectation {
    syncComplete = new TreeMap<>(syncComplete);
  }

  /** Whether any end of the call is right. */
  public boolean mayThrow() {
    return failure.filter(MAYBE::equals).isPresent();
  }
}
