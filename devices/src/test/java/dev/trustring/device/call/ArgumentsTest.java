package dev.trustring.device.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private final Arguments given =
      of(
          """
          {"text": "a", "number": 3, "half": 0.5, "flag": true, "nothing": null,
           "texts": ["a", "b"], "mixed": ["a", 1], "none": [], "object": {"inner": "x"}}
          """);

  @Test
  void takesNullForMissing() {
    assertThat(given.find("nothing")).isEmpty();
    assertThat(given.find("absent")).isEmpty();
    assertThat(given.number("nothing", 7)).contains(7L);
  }

  @Test
  void readsATextOnlyFromAText() {
    assertThat(given.text("text")).contains("a");
    assertThat(given.text("number")).isEmpty();
  }

  @Test
  void readsAWholeNumberOnlyFromOne() {
    assertThat(given.number("number")).contains(3L);
    assertThat(given.number("half")).isEmpty();
    assertThat(given.number("text")).isEmpty();
  }

  @Test
  void takesADefaultForANumberThatIsMissingAndForNoOther() {
    assertThat(given.number("absent", 7)).contains(7L);
    assertThat(given.number("number", 7)).contains(3L);
    assertThat(given.number("text", 7)).isEmpty();
  }

  @Test
  void takesADefaultForAFlagThatIsMissingAndForNoOther() {
    assertThat(given.flag("absent", true)).contains(true);
    assertThat(given.flag("flag", false)).contains(true);
    assertThat(given.flag("text", true)).isEmpty();
  }

  @Test
  void readsAListOnlyOfTexts() {
    assertThat(given.texts("texts"))
        .hasValueSatisfying(t -> assertThat(t).containsExactly("a", "b"));
    assertThat(given.texts("none")).hasValueSatisfying(t -> assertThat(t).isEmpty());
    assertThat(given.texts("mixed")).isEmpty();
    assertThat(given.texts("text")).isEmpty();
  }

  @Test
  void readsTheFieldsOfAnObject() {
    assertThat(given.object("object").text("inner")).contains("x");
    assertThat(given.object("text").text("inner")).isEmpty();
    assertThat(given.object("absent").text("inner")).isEmpty();
  }

  @Test
  void doesNotChangeWithTheNodeItWasMadeOf() {
    ObjectNode node = node("{\"text\": \"a\"}");
    Arguments arguments = new Arguments(node);

    node.put("text", "b");

    assertThat(arguments.text("text")).contains("a");
  }

  private static Arguments of(String json) {
    return new Arguments(node(json));
  }

  private static ObjectNode node(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
