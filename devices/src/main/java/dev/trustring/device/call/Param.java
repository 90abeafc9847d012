package dev.trustring.device.call;

import java.util.List;

/**
 * One parameter of a platform call.
 *
 * @param words the words allowed for {@link ParamType#WORD}, else empty
 * @param fields the fields of {@link ParamType#OBJECT} or {@link ParamType#OBJECTS}, else empty
 * @param meaning one plain clause for help texts and the schema
 */
public record Param(
    String name,
    ParamType type,
    boolean required,
    List<String> words,
    List<Param> fields,
    String meaning) {

  public Param {
    words = List.copyOf(words);
    fields = List.copyOf(fields);
  }

  /** A parameter that must be given. */
  public static Param required(String name, ParamType type, String meaning) {
    return new Param(name, type, true, List.of(), List.of(), meaning);
  }

  /** A parameter that may be left out. */
  public static Param optional(String name, ParamType type, String meaning) {
    return new Param(name, type, false, List.of(), List.of(), meaning);
  }

  /** A parameter with a closed set of words. */
  public static Param word(String name, boolean required, List<String> words, String meaning) {
    return new Param(name, ParamType.WORD, required, words, List.of(), meaning);
  }

  /** A parameter that is an object of its own fields. */
  public static Param object(String name, boolean required, List<Param> fields, String meaning) {
    return new Param(name, ParamType.OBJECT, required, List.of(), fields, meaning);
  }

  /** A parameter that must be given and is a list of objects of its own fields. */
  public static Param objects(String name, List<Param> fields, String meaning) {
    return new Param(name, ParamType.OBJECTS, true, List.of(), fields, meaning);
  }
}
