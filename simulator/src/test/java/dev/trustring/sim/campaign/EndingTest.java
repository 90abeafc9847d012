package dev.trustring.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.scenario.Bond;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.YamlText;
import dev.trustring.sim.fault.Faults;
import dev.trustring.sim.run.Shipped;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EndingTest {

  private static final Duration END = Duration.ofSeconds(60);
  private static final String DIALOG = "abilityAccessCtrl.requestPermissionsFromUser";
  private static final String SETTINGS = "abilityAccessCtrl.requestPermissionOnSetting";

  private static Node.Mapping call(String on, String call, Node args) {
    return Nodes.object(
        "at",
        Nodes.text("1s"),
        "on",
        Nodes.text(on),
        "app",
        Nodes.text("notes"),
        "call",
        Nodes.text(call),
        "args",
        args,
        "throws",
        Nodes.text("maybe"));
  }

  private static Node.Mapping asks(String on) {
    return call(on, DIALOG, Nodes.object("permissionList", Nodes.texts(List.of("a.b"))));
  }

  private static Node.Mapping binds(String on, String peer) {
    return call(
        on, "distributedDeviceManager.bindTarget", Nodes.object("deviceId", Nodes.text(peer)));
  }

  private static List<String> shown(List<Node> steps) {
    return steps.stream()
        .map(step -> Nodes.word(step, "at").orElseThrow() + " " + Timeline.shown(step))
        .map(text -> text.substring(0, text.lastIndexOf(" at ")))
        .toList();
  }

  @Test
  void whoeverAskedAsksAgainInADialogAndInTheSettings() {
    Again again =
        new Again(List.of(asks("phone"), asks("tv")), List.of(), List.of("phone", "tablet"));

    assertThat(shown(again.asks(END))).containsExactly("60s " + DIALOG, "65s " + SETTINGS);
  }

  @Test
  void aPersonOfWhomTheStoryTellsAnswersAsThere() {
    Node denies = Nodes.object("permission", Nodes.text("deny"));
    Again again =
        new Again(List.of(Nodes.with(asks("tv"), "person", denies)), List.of(), List.of("tv"));

    List<Node> steps = again.asks(END);

    assertThat(shown(steps)).containsExactly("60s " + DIALOG);
    assertThat(YamlText.of(steps.get(0))).contains("permission: deny");
  }

  @Test
  void eachPairBindsOnceMoreAndOneAfterTheOther() {
    Again again =
        new Again(
            List.of(
                binds("phone", "tv"),
                binds("phone", "tablet"),
                binds("phone", "tv"),
                binds("phone", "car")),
            List.of(),
            List.of("phone", "tv", "tablet"));

    List<Node> steps = again.binds(END, Duration.ofSeconds(20));

    assertThat(steps.stream().map(Timeline::at))
        .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(80));
    assertThat(YamlText.of(steps.get(0))).contains("deviceId: tv");
    assertThat(YamlText.of(steps.get(1))).contains("deviceId: tablet");
  }

  @Test
  void eachDeviceIsToldItsLastCodeOnceMore() {
    Again again =
        new Again(
            List.of(tells("phone", "0815"), tells("tv", "4712"), tells("phone", "4711")),
            List.of(),
            List.of("phone", "tv"));

    List<Node> steps = again.codes(END);

    assertThat(steps).hasSize(2);
    assertThat(YamlText.of(steps.get(0))).contains("phone", "authCode: \"4711\"");
    assertThat(YamlText.of(steps.get(1))).contains("tv", "authCode: \"4712\"");
  }

  private static Node.Mapping tells(String on, String code) {
    return call(on, "DeviceManager.ImportAuthCode", Nodes.object("authCode", Nodes.text(code)));
  }

  @Test
  void whatWasBoundBeforeTheStoryIsBoundOnceMoreByTheAppThatDid() {
    Bond notes = bond("phone", "tv", Optional.of("notes"));
    Bond away = bond("phone", "car", Optional.of("notes"));
    Again again = new Again(List.of(), List.of(notes, away), List.of("phone", "tv"));

    List<Node> steps = again.binds(END, Duration.ofSeconds(20));

    assertThat(shown(steps)).containsExactly("60s distributedDeviceManager.bindTarget");
    assertThat(YamlText.of(steps.get(0))).contains("phone", "app: notes", "deviceId: tv");
  }

  private static Bond bond(String one, String other, Optional<String> app) {
    return new Bond(new DeviceName(one), new DeviceName(other), app);
  }

  @Test
  void aBondThatASystemProcessMadeIsLeftAsItIs() throws IOException {
    String text = Files.readString(Path.of("src/test/resources/campaign/lossy.yaml"));

    assertThat(bondsOf(text)).hasSize(1);
    assertThat(bondsOf(text.replace("for: notes", "for: user"))).isEmpty();
  }

  private static List<Bond> bondsOf(String text) {
    Story story = Story.of(Path.of("bonds.yaml"), text, Shipped.VOCABULARY);
    return new Cast(story.ofPieces(story.fixed())).bonds();
  }

  @Test
  void whoBindsHasAskedForThePermissionsBefore() {
    Path file = Path.of("src/test/resources/campaign/binds.yaml");
    Draw draw = new Draw(Story.read(file, Shipped.VOCABULARY), 9, Optional.empty());

    Map<String, List<Duration>> atTheEnd =
        Nodes.items(draw.run(1).tree(), "timeline").stream()
            .filter(step -> Timeline.at(step).compareTo(Duration.ofSeconds(30)) > 0)
            .collect(
                Collectors.groupingBy(
                    step -> Nodes.word(step, "call").orElse(""),
                    Collectors.mapping(Timeline::at, Collectors.toList())));

    Duration answered = Collections.max(atTheEnd.get(SETTINGS)).plusSeconds(2);
    List<Duration> binds = atTheEnd.get("distributedDeviceManager.bindTarget");
    assertThat(binds).hasSizeGreaterThan(1).allMatch(bind -> bind.compareTo(answered) > 0);
    assertThat(atTheEnd.get("distributedKVStore.getKVStore"))
        .as("stores are opened when all have bound")
        .allMatch(open -> open.compareTo(Collections.max(binds).plusSeconds(20)) >= 0);
  }

  @Test
  void faultsOfTheStoryAreOverWhenAllAre() {
    assertThat(lasting(fault("wifi-off"))).contains("50s");
    assertThat(lasting(Nodes.with(fault("wifi-off"), "for", Nodes.text("5s")))).contains("5s");
    assertThat(lasting(Nodes.with(fault("wifi-off"), "for", Nodes.text("9m")))).contains("50s");
    assertThat(lasting(fault("revoke"))).as("what happens once").isEmpty();
    assertThat(lasting(Nodes.with(fault("crash"), "at", Nodes.text("60s")))).contains("1ms");
  }

  private static Node.Mapping fault(String kind) {
    return Nodes.object(
        "at", Nodes.text("10s"), "fault", Nodes.text(kind), "device", Nodes.text("phone"));
  }

  private static Optional<String> lasting(Node.Mapping step) {
    return Nodes.word(StoryStep.drawn(step, Faults.specs(), END), "for");
  }

  @Test
  void callsOfTheStoryMayComeToAnyEnd() {
    Node.Mapping step =
        Nodes.with(
            Nodes.with(asks("phone"), "returns", Nodes.text("x")), "throws", Nodes.text("201"));

    Node drawn = StoryStep.drawn(step, Faults.specs(), END);

    assertThat(drawn).isEqualTo(asks("phone"));
  }
}
