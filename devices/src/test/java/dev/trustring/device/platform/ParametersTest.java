package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.Caller;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

  private static final Map<String, String> NAMES =
      Map.of(
          "app", "notes",
          "bundleName", "com.example.notes",
          "deviceId", "tablet",
          "permissionName", "ohos.permission.CAMERA");

  /** Older systems have no word for a missing argument; each of their calls has its own answer. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("unlistened")
  void aCallThatListsNoSuchRefusalAnswersAllTheSame(CallSpec spec) {
    for (Param param : spec.params()) {
      ObjectNode without = inOrder(spec);
      without.remove(param.name());

      assertThat(call(spec, without)).isNotNull();
      assertThat(call(spec, inOrder(spec).set(param.name(), notOf(param.type())))).isNotNull();
    }
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("required")
  void refusesACallThatLacksARequiredParameter(CallSpec spec, Param param) {
    ObjectNode arguments = inOrder(spec);
    arguments.remove(param.name());

    assertThat(code(call(spec, arguments))).isEqualTo(refusal(spec));
  }

  @ParameterizedTest(name = "{0} with {1} of another type")
  @MethodSource("all")
  void refusesACallWithAMistypedParameter(CallSpec spec, Param param) {
    ObjectNode arguments = inOrder(spec);
    arguments.set(param.name(), notOf(param.type()));

    assertThat(code(call(spec, arguments))).isEqualTo(refusal(spec));
  }

  private static Stream<Object[]> required() {
    return all().filter(pair -> ((Param) pair[1]).required());
  }

  private static Stream<Object[]> all() {
    return specs()
        .filter(ParametersTest::refuses)
        .flatMap(spec -> spec.params().stream().map(param -> new Object[] {spec, param}));
  }

  private static Stream<CallSpec> unlistened() {
    return specs().filter(spec -> !refuses(spec) && !spec.params().isEmpty());
  }

  private static Stream<CallSpec> specs() {
    return StandardCalls.registry().specs().stream();
  }

  private static boolean refuses(CallSpec spec) {
    String code = Integer.toString(refusal(spec));
    return spec.failures().stream().anyMatch(failure -> failure.codeOrName().equals(code));
  }

  /** A call with every parameter. */
  private static ObjectNode inOrder(CallSpec spec) {
    return filled(spec.params());
  }

  private static ObjectNode filled(List<Param> params) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    params.forEach(param -> all.set(param.name(), sample(param)));
    return all;
  }

  private static JsonNode sample(Param param) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (param.type()) {
      case TEXT, APP, DEVICE -> json.textNode(NAMES.getOrDefault(param.name(), "s"));
      case INTEGER, SCALAR -> json.numberNode(1);
      case BOOLEAN -> json.booleanNode(true);
      case WORD -> json.textNode(param.words().get(0));
      case TEXTS -> json.arrayNode().add("ohos.permission.CAMERA");
      case DEVICES -> json.arrayNode().add("tablet");
      case QUERY -> json.arrayNode();
      case OBJECT -> filled(param.fields());
      case OBJECTS -> json.arrayNode().add(filled(param.fields()));
    };
  }

  private static JsonNode notOf(ParamType type) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return type == ParamType.OBJECT ? json.textNode("text") : json.objectNode();
  }

  private static int refusal(CallSpec spec) {
    return spec.name().value().endsWith("checkAccessTokenSync") ? 12100001 : 401;
  }

  private static CallOutcome call(CallSpec spec, ObjectNode arguments) {
    boolean bySettings =
        spec.failures().stream().anyMatch(failure -> failure.when().contains("no system app"));
    Caller caller = bySettings ? SETTINGS : NOTES;
    return aPhone()
        .withOpenStore()
        .withGrantedNotes()
        .call(caller, spec.name().value(), arguments.toString());
  }
}
