package dev.trustring.config.text;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Writes a piece of a file as YAML that {@link YamlReader} reads as the same piece: lists and
 * objects that fit into a line in one line, all else line by line.
 */
public final class YamlText {

  private static final int LINE = 150;

  private YamlText() {}

  /** The document. */
  public static String of(Node node) {
    DumperOptions options = new DumperOptions();
    options.setWidth(10 * LINE);
    options.setSplitLines(false);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    StringWriter text = new StringWriter();
    new Yaml(
            new SafeConstructor(new LoaderOptions()),
            new Representer(options),
            options,
            new Plain())
        .serialize(yaml(node), text);
    return text.toString();
  }

  /** Which plain words are no text: those of YAML 1.2, as the reader has it, so no {@code on}. */
  private static final class Plain extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, YamlReader.BOOLEAN, "tTfF");
      addImplicitResolver(Tag.INT, YamlReader.INTEGER, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, YamlReader.DECIMAL, "-+.0123456789");
      addImplicitResolver(Tag.NULL, YamlReader.NOTHING, "~nN\0");
    }
  }

  private static org.yaml.snakeyaml.nodes.Node yaml(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar);
    }
    FlowStyle style = length(node) <= LINE ? FlowStyle.FLOW : FlowStyle.BLOCK;
    if (node instanceof Node.Sequence sequence) {
      return new SequenceNode(Tag.SEQ, each(sequence.items(), YamlText::yaml), style);
    }
    if (node instanceof Node.Mapping mapping) {
      return new MappingNode(Tag.MAP, each(mapping.entries(), YamlText::tuple), style);
    }
    throw new AssertionError(node);
  }

  private static NodeTuple tuple(Node.Entry entry) {
    return new NodeTuple(
        scalar(new Node.Scalar(entry.origin(), Node.Kind.TEXT, entry.key())), yaml(entry.value()));
  }

  /** Text that YAML would read as something else is quoted. */
  private static ScalarNode scalar(Node.Scalar scalar) {
    boolean plain = YamlReader.kindOf(scalar.text()) == scalar.kind();
    Tag tag =
        switch (scalar.kind()) {
          case TEXT -> Tag.STR;
          case INTEGER -> Tag.INT;
          case DECIMAL -> Tag.FLOAT;
          case BOOLEAN -> Tag.BOOL;
          case NOTHING -> Tag.NULL;
        };
    return new ScalarNode(
        tag, scalar.text(), null, null, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private static <T, R> List<R> each(List<T> all, Function<T, R> one) {
    return new ArrayList<>(all.stream().map(one).toList());
  }

  /** About as many characters as it takes in one line. */
  private static int length(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().mapToInt(item -> length(item) + 2).sum() + 2;
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().stream()
              .mapToInt(entry -> entry.key().length() + length(entry.value()) + 4)
              .sum()
          + 2;
    }
    return ((Node.Scalar) node).text().length() + 2;
  }
}
