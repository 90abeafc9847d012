package dev.trustring.config.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The words that a field may hold, and what each of them means. */
public final class Words<T> {

  private final String noun;
  private final LinkedHashMap<String, T> meanings;

  private Words(String noun, Map<String, T> meanings) {
    this.noun = noun;
    this.meanings = new LinkedHashMap<>(meanings);
  }

  /**
   * Words in the order in which messages show them.
   *
   * @param noun what the words name, such as {@code level}
   */
  public static <T> Words<T> of(String noun, List<T> values, Function<T, String> word) {
    LinkedHashMap<String, T> meanings = new LinkedHashMap<>();
    values.forEach(value -> meanings.put(word.apply(value), value));
    return new Words<>(noun, meanings);
  }

  /** The constants of an enum, in small letters with hyphens. */
  public static <E extends Enum<E>> Words<E> of(String noun, Class<E> type) {
    return of(
        noun,
        List.of(type.getEnumConstants()),
        value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** What the word in the file means. */
  public T parse(Node node) {
    String word = Values.text(node);
    T meaning = meanings.get(word);
    if (meaning == null) {
      throw InputError.unknown(node.origin(), noun, word, meanings.keySet());
    }
    return meaning;
  }

  /** All words. */
  public List<String> all() {
    return List.copyOf(meanings.keySet());
  }
}
