package dev.trustring.config.scenario;

import dev.trustring.trust.identity.DeviceName;
import java.util.Optional;

/**
 * A PIN bond that exists before the story begins; live ones are made by {@code bindTarget}.
 *
 * @param app alias of the app for which the bond was made; empty when a system process made it for
 *     all apps of the user
 */
public record Bond(DeviceName one, DeviceName other, Optional<String> app) {}
