package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.RowTokens;
import java.util.ArrayList;
import java.util.List;

/** The tokens of those rows of which they are known; they go with their row. */
public record TokenBook(List<Entry> entries) {
  static final TokenBook EMPTY = new TokenBook(List.of());

  /** The tokens of one row. */
  public record Entry(AccessRow.Key row, RowTokens tokens) {}

  public TokenBook {
    entries = List.copyOf(entries);
  }

  public RowTokens of(AccessRow.Key row) {
    return entries.stream()
        .filter(entry -> entry.row().equals(row))
        .map(Entry::tokens)
        .findFirst()
        .orElse(RowTokens.NONE);
  }

  TokenBook with(AccessRow.Key row, RowTokens tokens) {
    TokenBook others = without(row);
    if (tokens.equals(RowTokens.NONE)) {
      return others;
    }
    List<Entry> changed = new ArrayList<>(others.entries);
    changed.add(new Entry(row, tokens));
    return new TokenBook(changed);
  }

  TokenBook without(AccessRow.Key row) {
    return new TokenBook(entries.stream().filter(entry -> !entry.row().equals(row)).toList());
  }
}
