package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trustring.kv.decision.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  @Test
  void knowsWhereEachKeyAndValueBegins() {
    Node.Mapping root = mapping("a: 1\nlist:\n  - x\n  - { b: 'y' }\n");

    Node.Entry list = root.find("list").orElseThrow();
    Node.Mapping inner = (Node.Mapping) ((Node.Sequence) list.value()).items().get(1);

    assertThat(list.origin()).isEqualTo(at(2, 1));
    assertThat(list.value().origin()).isEqualTo(at(3, 3));
    assertThat(inner.entries().get(0).origin()).isEqualTo(at(4, 7));
    assertThat(inner.entries().get(0).value().origin()).isEqualTo(at(4, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "true, BOOLEAN", "yes, TEXT", "off, TEXT", "12, INTEGER", "-3, INTEGER", "1.5, DECIMAL",
    "1e3, DECIMAL", "1:30, TEXT", "0x1F, TEXT", "1_000, TEXT", "~, NOTHING", "2026-01-01, TEXT",
    "\"12\", TEXT", "S1, TEXT", "192.168.1.0/24, TEXT", ".5, DECIMAL", "., TEXT"
  })
  void readsPlainWordsAsYaml12Does(String word, Node.Kind kind) {
    Node.Scalar scalar = (Node.Scalar) mapping("k: " + word).entries().get(0).value();

    assertThat(scalar.kind()).isEqualTo(kind);
  }

  @Test
  void keepsOnAsAKey() {
    assertThat(mapping("{ on: phone }").find("on")).isPresent();
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(mapping("\uFEFFa: 1").entries().get(0).origin()).isEqualTo(at(1, 1));
  }

  @Test
  void followsAliases() {
    Node.Mapping root = mapping("a: &x [1, 2]\nb: *x\n");

    assertThat(((Node.Sequence) root.find("b").orElseThrow().value()).items()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a: [1, 2~f:1:9: not YAML: expected ',' or ']', but got <stream end> (while parsing a flow"
            + " sequence)",
        "a: 1#b: 2#a: 3~f:3:1: key 'a' comes twice, first in line 1",
        "a: *x~f:1:4: not YAML: found undefined alias x",
        "a: !!js/function x~f:1:4: not YAML: Global tag is not allowed:"
            + " tag:yaml.org,2002:js/function",
        "a: !ours x~f:1:4: tag '!ours'; expected a value without a tag",
        "? [a]#: b~f:1:3: a key that is a list or an object; expected a word",
        "a: 1#---#b: 2~f:2:1: not YAML: but found another document (expected a single"
            + " document in the"
            + " stream)",
        "&a [*a]~f:1:1: nested too deeply; expected at most 50 levels",
        "# nothing~f:1:1: the file holds nothing but comments",
        "a:#  b: 1# c: 2~f:3:2: not YAML: expected <block end>, but found '<block mapping start>'"
            + " (while parsing a block mapping)",
      })
  void refusesWhatItCannotRead(String text, String line) {
    assertThat(errorIn(text.replace('#', '\n').replace("\n nothing", "# nothing")).getMessage())
        .isEqualTo(line);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(errorIn("[".repeat(60) + "]".repeat(60)).getMessage())
        .startsWith("f:1:")
        .contains("Nesting Depth");
  }

  @Test
  void refusesAliasesThatExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]%n"
              .formatted(i, i, String.join(", ", List.of(alias, alias, alias, alias))));
    }

    assertThat(errorIn(bomb.toString()).problem()).isEqualTo("too many values");
  }

  @Test
  void refusesControlCharacters() {
    assertThat(errorIn("a: 1\nb: x\u0007").getMessage())
        .isEqualTo("f:2:5: a character that YAML does not allow");
  }

  private static InputError errorIn(String text) {
    return catchThrowableOfType(InputError.class, () -> YamlReader.read(TextFile.of("f", text)));
  }

  private static Node.Mapping mapping(String text) {
    return (Node.Mapping) YamlReader.read(TextFile.of("f", text));
  }

  private static Origin at(int line, int column) {
    return new Origin("f", line, column);
  }
}
