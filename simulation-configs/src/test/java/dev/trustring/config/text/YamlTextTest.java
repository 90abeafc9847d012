package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Node read(String text) {
    return YamlReader.read(TextFile.of("f", text));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void writesWhatReadsAsTheSame(Path file) throws IOException {
    Node node = read(Files.readString(file));

    assertThat(Values.json(read(YamlText.of(node)))).isEqualTo(Values.json(node));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['1', '1.5', 'true', '~', 'null', '', 'off', 'yes', '1:30', '0x1F', '1e3', '- a', 'a: b']",
        "{a: 1, b: -2.5, c: true, d: ~, e: \"two\\nlines\", f: 'äö€', g: {}, h: []}",
        "{'on': [phone], \"y\": n, '#': '# no comment', '&': '*', '!': '%'}"
      })
  void keepsTheKindOfEveryValue(String text) {
    Node node = read(text);

    assertThat(Values.json(read(YamlText.of(node)))).isEqualTo(Values.json(node));
  }

  @Test
  void putsWhatFitsIntoOneLine() {
    Node node = read("steps:\n  - at: 1s\n    call: put\n");

    assertThat(YamlText.of(node)).isEqualTo("{steps: [{at: 1s, call: put}]}\n");
  }
}
