package dev.trustring.atm.permission;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The permissions a device defines; apps cannot add any (access-token §2.2). */
public final class PermissionCatalogue {
  private final List<PermissionDefinition> sorted;
  private final Map<String, PermissionDefinition> byName = new LinkedHashMap<>();

  /** A catalogue of these definitions; a name that comes twice is a mistake of the caller. */
  public PermissionCatalogue(Collection<PermissionDefinition> definitions) {
    Map<String, PermissionDefinition> inOrder = new TreeMap<>();
    for (PermissionDefinition definition : definitions) {
      if (inOrder.put(definition.name().value(), definition) != null) {
        throw new IllegalArgumentException(definition.name() + " is defined twice");
      }
    }
    sorted = List.copyOf(inOrder.values());
    byName.putAll(inOrder);
  }

  /** The permissions of the platform's own definition file. */
  public static PermissionCatalogue standard() {
    return Standard.CATALOGUE;
  }

  /** The same with these definitions, in place of those that have their names. */
  public PermissionCatalogue with(Collection<PermissionDefinition> definitions) {
    if (definitions.isEmpty()) {
      return this;
    }
    Map<PermissionName, PermissionDefinition> all = new TreeMap<>();
    sorted.forEach(definition -> all.put(definition.name(), definition));
    definitions.forEach(definition -> all.put(definition.name(), definition));
    return new PermissionCatalogue(all.values());
  }

  /** The definition of this name, if the platform has one. */
  public Optional<PermissionDefinition> find(PermissionName name) {
    return Optional.ofNullable(byName.get(name.value()));
  }

  /** Every definition, sorted by name. */
  public List<PermissionDefinition> all() {
    return sorted;
  }

  /**
   * The defined name that a misspelt one most likely stands for; of equally near ones the first in
   * the alphabet, and none if more than a third of the letters would have to change.
   */
  public Optional<PermissionName> nearest(String misspelt) {
    String typed = shortForm(misspelt);
    int changesMax = Math.max(1, typed.length() / 3);
    return sorted.stream()
        .map(PermissionDefinition::name)
        .filter(name -> Math.abs(name.shortName().length() - typed.length()) <= changesMax)
        .map(name -> new Candidate(name, EditDistance.between(typed, shortForm(name.value()))))
        .filter(candidate -> candidate.changes() <= changesMax)
        .min(Comparator.comparingInt(Candidate::changes))
        .map(Candidate::name);
  }

  /** What is left to compare once a prefix, even a misspelt one, is taken off. */
  private static String shortForm(String name) {
    String rest = name;
    if (name.startsWith(PermissionName.PREFIX)) {
      rest = name.substring(PermissionName.PREFIX.length());
    } else if (name.startsWith("ohos.")) {
      rest = name.substring(name.lastIndexOf('.') + 1);
    }
    return rest.toUpperCase(Locale.ROOT);
  }

  private record Candidate(PermissionName name, int changes) {}

  private static final class Standard {
    static final PermissionCatalogue CATALOGUE = CatalogueReader.readStandard();
  }
}
