package dev.trustring.config.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trustring.kv.decision.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Json5ReaderTest {

  @Test
  void readsWhatJson5Adds() {
    String text =
        """
        // a comment
        {
          bare: 'single', /* another */
          "plus": +5, "point": .5, "list": [1, 2,],
          "long": "one \\
        line",
        }
        """;

    Node.Mapping root = (Node.Mapping) Json5Reader.read(TextFile.of("f", text));

    assertThat(root.find("bare").orElseThrow().value())
        .isEqualTo(new Node.Scalar(new Origin("f", 3, 9), Node.Kind.TEXT, "single"));
    assertThat(root.find("bare").orElseThrow().origin()).isEqualTo(new Origin("f", 3, 3));
    assertThat(Values.json(root).toString())
        .isEqualTo(
            "{\"bare\":\"single\",\"plus\":5,\"point\":0.5,\"list\":[1,2],"
                + "\"long\":\"one \\nline\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{ a: 1, a: 2 }~f:1:9: key 'a' comes twice, first in line 1",
        "{ a: 1 } x~f:1:10: not JSON5: Unrecognized token 'x': was expecting (JSON String, Number,"
            + " Array, Object or token 'null', 'true' or 'false')",
        "{ a: 1 } []~f:1:10: something follows the end; expected one value in the file",
        "// only~f:1:1: the file holds nothing but comments",
        "{ a: 0x1F }~f:1:7: not JSON5: Unexpected character ('x' (code 120)): was expecting"
            + " comma to"
            + " separate Object entries",
      })
  void refusesWhatItCannotRead(String text, String line) {
    assertThat(errorIn(text).getMessage()).isEqualTo(line);
  }

  @Test
  void refusesDeepNesting() {
    assertThat(errorIn("[".repeat(51) + "]".repeat(51)).getMessage())
        .isEqualTo("f:1:51: nested too deeply; expected at most 50 levels");
    assertThat(Json5Reader.read(TextFile.of("f", "[".repeat(50) + "]".repeat(50)))).isNotNull();
  }

  @Test
  void tellsWhereATextThatDoesNotEndBegins() {
    assertThat(errorIn("{\n a: 'x\n}").getMessage()).startsWith("f:2:");
  }

  private static InputError errorIn(String text) {
    return catchThrowableOfType(InputError.class, () -> Json5Reader.read(TextFile.of("f", text)));
  }
}
