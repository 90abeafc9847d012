package dev.trustring.trust.ledger;

import dev.trustring.trust.access.AccessRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When those rows end that were given days to live; it goes with its row. */
public record LifeBook(List<Life> lives) {
  static final LifeBook EMPTY = new LifeBook(List.of());

  /** The end of one row. */
  public record Life(AccessRow.Key row, Instant end) {}

  public LifeBook {
    lives = List.copyOf(lives);
  }

  public Optional<Instant> endOf(AccessRow.Key row) {
    return lives.stream().filter(life -> life.row().equals(row)).map(Life::end).findFirst();
  }

  LifeBook with(AccessRow.Key row, Optional<Instant> end) {
    List<Life> changed = new ArrayList<>(without(row).lives);
    end.ifPresent(known -> changed.add(new Life(row, known)));
    return new LifeBook(changed);
  }

  LifeBook without(AccessRow.Key row) {
    return new LifeBook(lives.stream().filter(life -> !life.row().equals(row)).toList());
  }
}
