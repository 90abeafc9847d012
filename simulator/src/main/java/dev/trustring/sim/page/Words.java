package dev.trustring.sim.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every text once, in the order in which they came first; columns hold its place. */
final class Words {

  private final int longest;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> all = new ArrayList<>();

  /**
   * No words yet.
   *
   * @param longest what is longer is cut, in characters
   */
  Words(int longest) {
    this.longest = longest;
  }

  /** The place of a text, from 0. */
  int of(String text) {
    String cut = cut(text);
    Integer known = places.putIfAbsent(cut, all.size());
    if (known == null) {
      all.add(cut);
      return all.size() - 1;
    }
    return known;
  }

  private String cut(String text) {
    if (text.length() <= longest) {
      return text;
    }
    // Half of a pair is no character.
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }

  String get(int place) {
    return all.get(place);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  /** How many there are, the length of each in bytes, then all of them in UTF-8. */
  void write(OutputStream out) throws IOException {
    Column.number(out, all.size());
    for (String word : all) {
      Column.number(out, word.getBytes(StandardCharsets.UTF_8).length);
    }
    for (String word : all) {
      out.write(word.getBytes(StandardCharsets.UTF_8));
    }
  }
}
