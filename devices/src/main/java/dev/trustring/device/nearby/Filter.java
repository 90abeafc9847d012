package dev.trustring.device.nearby;

import dev.trustring.trust.access.AccessRow;
import dev.trustring.trust.access.BindType;
import dev.trustring.trust.identity.Udid;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which devices an app wants to discover (trust-and-softbus §2.4).
 *
 * @param operator how the conditions are joined; a word other than AND and OR matches nothing
 */
public record Filter(String operator, List<Condition> conditions) {

  private static final int EVERY = 2;
  private static final int FARTHEST = 100;

  /** Every device will do. */
  public static final Filter NONE = new Filter("AND", List.of());

  /** One condition, as the service writes it: a type that it does not know matches nothing. */
  public record Condition(String type, long value) {}

  /** What is known of a device that was found. */
  record Found(Udid udid, int deviceType, boolean online) {}

  public Filter {
    conditions = List.copyOf(conditions);
  }

  /** Whether every value is one that its condition may have. */
  boolean isValid() {
    return conditions.stream().allMatch(Filter::isValid);
  }

  private static boolean isValid(Condition condition) {
    return switch (condition.type()) {
      case "range" -> condition.value() >= 0 && condition.value() <= FARTHEST;
      case "credible", "authForm" -> condition.value() >= 0 && condition.value() <= EVERY;
      case "isTrusted" -> condition.value() == 0 || condition.value() == 1;
      default -> true;
    };
  }

  boolean lets(Found device, List<AccessRow> rows) {
    Predicate<Condition> holds = condition -> holds(condition, device, rows);
    return switch (operator) {
      case "AND" -> conditions.stream().allMatch(holds);
      case "OR" -> conditions.isEmpty() || conditions.stream().anyMatch(holds);
      default -> false;
    };
  }

  /** Nothing here measures how far a device is, so no range holds any. */
  private static boolean holds(Condition condition, Found device, List<AccessRow> rows) {
    long value = condition.value();
    return switch (condition.type()) {
      case "credible" -> value == EVERY || (value == 1) == device.online();
      case "isTrusted" -> (value == 1) == form(device, rows).isPresent();
      case "authForm" -> form(device, rows).equals(Optional.of(value));
      case "deviceType" -> value == device.deviceType();
      default -> false;
    };
  }

  /** By what the two trust each other: 0 a PIN, 1 the account, 2 an account shared across. */
  private static Optional<Long> form(Found device, List<AccessRow> rows) {
    List<BindType> types =
        rows.stream()
            .filter(row -> row.peer().equals(device.udid()) && row.isActive())
            .map(AccessRow::bindType)
            .toList();
    if (types.contains(BindType.IDENTICAL_ACCOUNT)) {
      return Optional.of(1L);
    }
    if (types.contains(BindType.ACROSS_ACCOUNT)) {
      return Optional.of(2L);
    }
    return types.contains(BindType.POINT_TO_POINT) ? Optional.of(0L) : Optional.empty();
  }
}
