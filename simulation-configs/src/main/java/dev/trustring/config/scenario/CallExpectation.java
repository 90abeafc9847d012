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
 *     raise
 * @param syncComplete the number that the sync's callback must bring for each device
 */
public record CallExpectation(
    Optional<JsonNode> returns, Optional<String> failure, Map<DeviceName, Long> syncComplete) {

  /** Expects nothing in particular. */
  public static final CallExpectation NONE =
      new CallExpectation(Optional.empty(), Optional.empty(), Map.of());

  public CallExpectation {
    syncComplete = new TreeMap<>(syncComplete);
  }
}
