package dev.trustring.device.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.trustring.atm.token.UserId;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CborTest {

  private static final ObjectMapper PLAIN = new CBORMapper();

  enum Colour {
    RED
  }

  record Coat(String text, int number, Colour colour, List<String> buttons, Optional<String> tag) {}

  record Times(Instant at, Duration since, OptionalInt count) {}

  record Sets(SortedSet<DeviceName> devices, Map<UserId, DeviceName> owners) {}

  record Tree(ObjectNode json, double weight) {}

  sealed interface Clash {
    record One() implements Clash {}

    sealed interface Deeper extends Clash {
      record One() implements Deeper {}
    }
  }

  sealed interface Formless {
    final class NoRecord implements Formless {}
  }

  @Test
  void takesACoatAsItShouldBe() throws Exception {
    Coat coat = Cbor.read(Coat.class, coatWith("tag", "wool"));

    assertThat(coat).isEqualTo(new Coat("c", 1, Colour.RED, List.of("b"), Optional.of("wool")));
  }

  @Test
  void takesAnOptionalThatIsMissingOrNullAsEmpty() throws Exception {
    assertThat(Cbor.read(Coat.class, coatWithout("tag")).tag()).isEmpty();
    assertThat(Cbor.read(Coat.class, coatWith("tag", null)).tag()).isEmpty();
  }

  @Test
  void leavesAnEmptyOptionalOut() throws Exception {
    Coat coat = new Coat("c", 1, Colour.RED, List.of(), Optional.empty());

    assertThat(PLAIN.readTree(Cbor.write(Coat.class, coat)).fieldNames())
        .toIterable()
        .containsExactly("text", "number", "colour", "buttons");
  }

  static List<Object[]> wrongs() {
    return List.of(
        new Object[] {"text", 5, "at text: a text is wanted, not VALUE_NUMBER_INT"},
        new Object[] {"text", new byte[] {1}, "a text is wanted, not VALUE_EMBEDDED_OBJECT"},
        new Object[] {"text", true, "a text is wanted"},
        new Object[] {"text", null, "Invalid `null` value"},
        new Object[] {"number", "5", "Cannot coerce String value"},
        new Object[] {"number", 5.5, "at number"},
        new Object[] {"number", 1L << 40, "at number"},
        new Object[] {"number", null, "at number"},
        new Object[] {"number", true, "at number"},
        new Object[] {"colour", "BLUE", "at colour"},
        new Object[] {"colour", 0, "at colour"},
        new Object[] {"colour", "", "at colour"},
        new Object[] {"buttons", "b", "at buttons"},
        new Object[] {"buttons", Arrays.asList("b", null), "at buttons"},
        new Object[] {"buttons", Arrays.asList("b", 7), "at buttons.[1]: a text is wanted"},
        new Object[] {"tag", List.of(), "at tag: a text is wanted"},
        new Object[] {"lining", "silk", "lining"});
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("wrongs")
  void refusesWhatTheRecordDoesNotDeclare(String property, @Nullable Object value, String message)
      throws Exception {
    refuses(Coat.class, coatWith(property, value), "expected a Coat", message);
  }

  @ParameterizedTest
  @MethodSource("required")
  void refusesARecordThatLacksAComponent(String component) throws Exception {
    refuses(Coat.class, coatWithout(component), component);
  }

  static List<String> required() {
    return List.of("text", "number", "colour", "buttons");
  }

  @Test
  void refusesNullInPlaceOfARecord() throws Exception {
    refuses(Coat.class, PLAIN.writeValueAsBytes(null), "expected a Coat");
  }

  @Test
  void refusesWhatIsLeftOver() throws Exception {
    byte[] coat = coatWithout("tag");

    refuses(Coat.class, Arrays.copyOf(coat, coat.length + 1), "expected a Coat");
  }

  @Test
  void refusesAComponentThatIsThereTwice() {
    String number = "666E756D62657201"; // the text "number" and 1
    byte[] bytes =
        HexFormat.of().parseHex("BF66646576696365617064626F6F7401" + number + number + "FF");

    refuses(AttemptId.class, bytes, "Duplicate field 'number'");
  }

  @Test
  void refusesWhatTheConstructorRefuses() throws Exception {
    byte[] bytes = PLAIN.writeValueAsBytes(Map.of("device", "two words", "boot", 1, "number", 1));

    refuses(AttemptId.class, bytes, "at device", "letters, digits");
  }

  @Test
  void writesAnIdAsItsText() throws Exception {
    byte[] bytes = Cbor.write(AttemptId.class, new AttemptId(new DeviceName("phone"), 1, 2));

    assertThat(PLAIN.readTree(bytes)).hasToString("{\"device\":\"phone\",\"boot\":1,\"number\":2}");
  }

  @Test
  void writesMapsInTheOrderOfTheirKeysAndIdsAsKeys() throws Exception {
    Map<UserId, DeviceName> owners = new LinkedHashMap<>();
    owners.put(new UserId(101), new DeviceName("watch"));
    owners.put(new UserId(9), new DeviceName("phone"));
    SortedSet<DeviceName> devices = new TreeSet<>(owners.values());
    Sets sets = new Sets(devices, owners);

    byte[] bytes = Cbor.write(Sets.class, sets);

    assertThat(PLAIN.readTree(bytes))
        .hasToString(
            "{\"devices\":[\"phone\",\"watch\"],\"owners\":{\"9\":\"phone\",\"101\":\"watch\"}}");
    assertThat(Cbor.read(Sets.class, bytes)).isEqualTo(sets);
  }

  @Test
  void refusesAKeyThatIsNotAnId() throws Exception {
    refuses(Sets.class, setsWithOwner("nine"), "a whole number is wanted");
    refuses(Sets.class, setsWithOwner("-9"), "0 or more");
  }

  @Test
  void bringsTimesBlobsAndTreesBack() throws Exception {
    Times times = new Times(Instant.ofEpochSecond(-1, 5), Duration.ofNanos(-3), OptionalInt.of(3));
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("b", 1).put("a", "x");

    assertThat(Cbor.read(Times.class, Cbor.write(Times.class, times))).isEqualTo(times);
    assertThat(Cbor.read(byte[].class, Cbor.write(byte[].class, new byte[300]))).hasSize(300);
    assertThat(Cbor.read(Tree.class, Cbor.write(Tree.class, new Tree(json, 0.5))))
        .isEqualTo(new Tree(json, 0.5));
  }

  @Test
  void refusesTimesThatAreNone() throws Exception {
    byte[] bytes = PLAIN.writeValueAsBytes(Map.of("at", "noon", "since", "PT1S"));

    refuses(Times.class, bytes, "at at");
  }

  @Test
  void saysWhichKindAMessageIs() throws Exception {
    SyncMessage message = new SyncMessage.NoCommunicator(Samples.full(AttemptId.class));

    byte[] bytes = Cbor.write(SyncMessage.class, message);

    assertThat(PLAIN.readTree(bytes).get("@type").textValue()).isEqualTo("NoCommunicator");
  }

  @Test
  void refusesAKindThatIsUnknownOrNotSaid() throws Exception {
    refuses(SyncMessage.class, PLAIN.writeValueAsBytes(Map.of("@type", "Gossip")), "Gossip");
    refuses(SyncMessage.class, PLAIN.writeValueAsBytes(Map.of("attempt", 1)), "@type");
    refuses(SyncMessage.class, PLAIN.writeValueAsBytes(Map.of("@type", "OfSync")), "OfSync");
  }

  @Test
  void willNotHaveTwoKindsOfOneName() {
    assertThatThrownBy(() -> Cbor.write(Clash.class, new Clash.One()))
        .hasStackTraceContaining("would have one name in bytes");
    assertThatThrownBy(() -> Cbor.read(Clash.class, new byte[] {1}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void willNotHaveAKindThatIsNoRecord() {
    assertThatThrownBy(() -> Cbor.write(Formless.class, new Formless.NoRecord()))
        .hasStackTraceContaining("it is no record");
  }

  @Test
  void replacesHalfOfASurrogatePair() throws Exception {
    for (int before : new int[] {0, 20, 40, 3_990, 4_000, 20_000}) {
      String text = "x".repeat(before) + "\uD83D" + "y".repeat(before) + "\uD83D\uDE00";
      Coat coat = new Coat(text, 1, Colour.RED, List.of(), Optional.empty());

      Coat back = Cbor.read(Coat.class, Cbor.write(Coat.class, coat));

      assertThat(back.text()).isEqualTo(text.replaceFirst("\uD83D(?!\uDE00)", "\uFFFD"));
    }
  }

  @Test
  void bringsLongTextsBack() throws Exception {
    String text = "a\u00e9\u4e2d\uD83D\uDE00".repeat(900_000);
    Coat coat = new Coat(text, 1, Colour.RED, List.of(), Optional.empty());

    assertThat(Cbor.read(Coat.class, Cbor.write(Coat.class, coat)).text()).isEqualTo(text);
  }

  private static <T> void refuses(Class<T> root, byte[] bytes, String... said) {
    assertThatThrownBy(() -> Cbor.read(root, bytes))
        .isInstanceOfSatisfying(
            WireException.class,
            e -> assertThat(e.reason()).isEqualTo(WireException.Reason.MALFORMED))
        .hasMessageContainingAll(said)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static byte[] coatWith(String property, @Nullable Object value)
      throws JsonProcessingException {
    Map<String, @Nullable Object> coat = coat();
    coat.put(property, value);
    return PLAIN.writeValueAsBytes(coat);
  }

  private static byte[] coatWithout(String property) throws JsonProcessingException {
    Map<String, @Nullable Object> coat = coat();
    coat.remove(property);
    return PLAIN.writeValueAsBytes(coat);
  }

  private static Map<String, @Nullable Object> coat() {
    return new LinkedHashMap<>(
        Map.of("text", "c", "number", 1, "colour", "RED", "buttons", List.of("b")));
  }

  private static byte[] setsWithOwner(String user) throws JsonProcessingException {
    return PLAIN.writeValueAsBytes(Map.of("devices", List.of(), "owners", Map.of(user, "phone")));
  }
}
