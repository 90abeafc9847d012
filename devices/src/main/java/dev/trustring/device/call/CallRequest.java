package dev.trustring.device.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.person.Person;
import java.util.Optional;

/**
 * One call to be made on a device.
 *
 * @param person who answers dialogs from now on instead of the device's usual person, if given
 */
public record CallRequest(
    Caller caller, CallName name, ObjectNode arguments, Optional<Person> person) {}
