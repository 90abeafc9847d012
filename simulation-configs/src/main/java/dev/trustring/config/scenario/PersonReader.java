package dev.trustring.config.scenario;

import dev.trustring.config.text.Fields;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Times;
import dev.trustring.config.text.Words;
import dev.trustring.device.person.Person;
import dev.trustring.device.person.Person.BindAnswer;
import dev.trustring.device.person.Person.PermissionAnswer;
import dev.trustring.device.person.Person.PinTyping;
import java.time.Duration;
import java.util.List;

/** Reads what a person does; what is not written stays as it was. */
final class PersonReader {

  static final Words<PermissionAnswer> PERMISSION =
      Words.of("answer to a permission dialog", PermissionAnswer.class);
  static final Words<BindAnswer> BIND = Words.of("answer to a bind box", BindAnswer.class);
  static final Words<PinTyping> PIN = Words.of("way to type a PIN", PinTyping.class);

  private static final List<String> KEYS = List.of("permission", "bind", "pin", "after");

  private PersonReader() {}

  static Person read(Node node, Person usual) {
    Fields person = Fields.of(node, "a person", KEYS);
    return new Person(
        person.find("permission").map(PERMISSION::parse).orElse(usual.permission()),
        person.find("bind").map(BIND::parse).orElse(usual.bind()),
        person.find("pin").map(PIN::parse).orElse(usual.pin()),
        person
            .find("after")
            .map(after -> Times.span(after, Duration.ZERO, Times.LONGEST))
            .orElse(usual.after()));
  }
}
