package dev.trustring.config.scenario;

import java.util.List;

/**
 * One parameter of a fault.
 *
 * @param words the words allowed for {@link Type#WORD}, else empty
 * @param meaning one plain clause for help texts and the schema
 */
public record FaultParam(
    String name, Type type, boolean required, List<String> words, String meaning) {

  /** What a parameter looks like in a scenario file, and in {@link Step.Fault#arguments}. */
  public enum Type {
    /** The name of a network. */
    NETWORK,
    /** The name of one device. */
    DEVICE,
    /** Devices and fleets; the argument is the array of all device names. */
    DEVICES,
    /** At least two lists of devices and fleets without a common one; an array of arrays. */
    GROUPS,
    /** The alias of an app. */
    APP,
    /** A span of time, below zero too; the argument is its ISO text, as in {@code PT-0.25S}. */
    SPAN,
    /** A span of time from 0; the argument is its ISO text. */
    DELAY,
    /** A span of time from a millisecond; the argument is its ISO text. */
    PERIOD,
    /** A whole number from 0. */
    COUNT,
    /** A number from 0 to 1. */
    SHARE,
    /** One of the parameter's words. */
    WORD,
    /** Any text, such as a store id. */
    TEXT,
    /** True or false. */
    FLAG
  }

  public FaultParam {
    words = List.copyOf(words);
  }

  /** Whether it takes a list; where one value is drawn, a list of values stands for any of them. */
  public boolean isList() {
    return type == Type.DEVICES || type == Type.GROUPS;
  }

  /** A parameter that must be given. */
  public static FaultParam required(String name, Type type, String meaning) {
    return new FaultParam(name, type, true, List.of(), meaning);
  }

  /** A parameter that may be left out. */
  public static FaultParam optional(String name, Type type, String meaning) {
    return new FaultParam(name, type, false, List.of(), meaning);
  }

  /** A parameter with a closed set of words. */
  public static FaultParam word(String name, boolean required, List<String> words, String meaning) {
    return new FaultParam(name, Type.WORD, required, words, meaning);
  }
}
