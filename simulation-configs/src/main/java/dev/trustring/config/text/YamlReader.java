package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML, and JSON as a part of it: one document of at most {@value TextFile#CHARACTERS_MAX}
 * characters, nested at most {@value Node#DEPTH_MAX} deep, with at most {@value #ALIASES_MAX}
 * aliases of lists and objects and {@value #NODES_MAX} values once these are followed.
 *
 * <p>Plain words mean what YAML 1.2 says: {@code yes}, {@code off} and {@code 1:30} are text.
 */
public final class YamlReader {

  static final int ALIASES_MAX = 50;
  static final int NODES_MAX = 1_000_000;

  private static final String CORE_TAGS = "tag:yaml.org,2002:";
  static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

  private final String name;
  private int nodes;

  private YamlReader(String name) {
    this.name = name;
  }

  /** The document of the file. */
  public static Node read(TextFile file) {
    return new YamlReader(file.name()).document(file.text());
  }

  private Node document(String text) {
    try {
      org.yaml.snakeyaml.nodes.Node root = new Yaml(options()).compose(new StringReader(text));
      if (root == null) {
        throw InputError.at(new Origin(name, 1, 1), "the file holds nothing but comments");
      }
      return node(root, 1);
    } catch (ReaderException e) {
      throw InputError.at(
          TextFile.endOf(text.substring(0, Math.min(text.length(), e.getPosition())), name),
          "a character that YAML does not allow");
    } catch (MarkedYAMLException e) {
      Origin origin = Optional.ofNullable(e.getProblemMark()).map(this::at).orElse(start());
      throw InputError.at(origin, "not YAML: " + flat(e.getProblem(), e.getContext()));
    } catch (YAMLException e) {
      throw InputError.at(start(), "not YAML: " + flat(e.getMessage(), null));
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(TextFile.CHARACTERS_MAX + 1);
    options.setMaxAliasesForCollections(ALIASES_MAX);
    options.setNestingDepthLimit(Node.DEPTH_MAX);
    return options;
  }

  private static String flat(@Nullable String problem, @Nullable String context) {
    String what = problem == null ? "it cannot be read" : problem;
    String where = context == null ? "" : " (" + context + ")";
    return (what + where).replaceAll("\\s+", " ");
  }

  private Node node(org.yaml.snakeyaml.nodes.Node node, int depth) {
    Origin origin = at(node.getStartMark());
    nodes++;
    if (depth > Node.DEPTH_MAX) {
      throw InputError.at(origin, "nested too deeply", "at most " + Node.DEPTH_MAX + " levels");
    }
    if (nodes > NODES_MAX) {
      throw InputError.at(origin, "too many values", "at most " + NODES_MAX);
    }
    if (!node.getTag().getValue().startsWith(CORE_TAGS)) {
      throw InputError.at(
          origin, "tag " + InputError.quoted(node.getTag().getValue()), "a value without a tag");
    }
    if (node instanceof ScalarNode scalar) {
      return new Node.Scalar(origin, kind(scalar), scalar.getValue());
    }
    if (node instanceof SequenceNode sequence) {
      return sequence(origin, sequence, depth);
    }
    if (node instanceof MappingNode mapping) {
      return mapping(origin, mapping, depth);
    }
    throw new AssertionError(node);
  }

  private Node sequence(Origin origin, SequenceNode sequence, int depth) {
    List<Node> items = new ArrayList<>();
    for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
      items.add(node(item, depth + 1));
    }
    return new Node.Sequence(origin, items);
  }

  private Node mapping(Origin origin, MappingNode mapping, int depth) {
    MappingBuilder entries = new MappingBuilder();
    for (NodeTuple tuple : mapping.getValue()) {
      Origin keyOrigin = at(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw InputError.at(keyOrigin, "a key that is a list or an object", "a word");
      }
      entries.checkNew(keyOrigin, key.getValue());
      entries.add(keyOrigin, key.getValue(), node(tuple.getValueNode(), depth + 1));
    }
    return entries.build(origin);
  }

  private static Node.Kind kind(ScalarNode scalar) {
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN || scalar.getTag().equals(Tag.STR)) {
      return Node.Kind.TEXT;
    }
    return kindOf(scalar.getValue());
  }

  /** What a plain word stands for. */
  static Node.Kind kindOf(String text) {
    if (NOTHING.matcher(text).matches()) {
      return Node.Kind.NOTHING;
    }
    if (BOOLEAN.matcher(text).matches()) {
      return Node.Kind.BOOLEAN;
    }
    if (INTEGER.matcher(text).matches()) {
      return Node.Kind.INTEGER;
    }
    return DECIMAL.matcher(text).matches() ? Node.Kind.DECIMAL : Node.Kind.TEXT;
  }

  private Origin start() {
    return new Origin(name, 1, 1);
  }

  private Origin at(Mark mark) {
    return new Origin(name, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
