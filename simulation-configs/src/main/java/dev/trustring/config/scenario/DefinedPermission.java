package dev.trustring.config.scenario;

import dev.trustring.atm.permission.PermissionDefinition;
import java.time.Duration;

/**
 * A permission that the platform of this story defines otherwise than the real one, or in addition.
 *
 * @param from since when in the story; a device has it from the next time on that it is switched on
 */
public record DefinedPermission(PermissionDefinition definition, Duration from) {}
