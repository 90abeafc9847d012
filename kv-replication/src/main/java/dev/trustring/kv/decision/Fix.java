package dev.trustring.kv.decision;

import java.util.List;

/**
 * A smallest set of changes that turns an attempt's answer to yes.
 *
 * @param changes what to change, each in one clause; empty when trying again is enough
 * @param notes side effects that somebody should know before
 */
public record Fix(List<String> changes, List<String> notes) {

  public Fix {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }
}
