package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Bond;
import dev.trustring.config.text.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What apps do once more before a run ends, as apps do that are started anew: they ask for the
 * permissions that they lost on the way, tell the codes by which devices are to be bound, and bind
 * the devices that they could not bind, or whose bond from before the story they lost, as with a
 * reinstallation. Otherwise a revocation, a reinstallation or a bind that broke off would keep
 * everything from everybody to the end, and nothing could be said of what must arrive.
 */
final class Again {

  private static final String DIALOG = "abilityAccessCtrl.requestPermissionsFromUser";
  private static final String SETTINGS = "abilityAccessCtrl.requestPermissionOnSetting";
  private static final String BIND = "distributedDeviceManager.bindTarget";
  private static final String CODE = "DeviceManager.ImportAuthCode";
  private static final int BY_PIN = 1;
  private static final String ON = "on";

  /** After the dialog, if there was one. */
  private static final Duration LATER = Duration.ofSeconds(5);

  private final List<Node> story;
  private final List<Bond> bonds;
  private final List<String> well;

  /**
   * Nothing has been done again yet.
   *
   * @param story its own steps, of which each may come to any end
   * @param bonds what apps bound before it
   * @param well the devices that do it
   */
  Again(List<Node> story, List<Bond> bonds, List<String> well) {
    this.story = story;
    this.bonds = bonds;
    this.well = well;
  }

  /**
   * Whoever asked in the story asks again; the person answers as then. What was taken away in the
   * settings is asked for there, unless the story has something to say of the person.
   */
  List<Node> asks(Duration at) {
    List<Node> steps = new ArrayList<>();
    for (Node.Mapping step : calls(story, DIALOG)) {
      steps.add(moved(step, at));
      if (step.find("person").isEmpty()) {
        Node allows = Nodes.object("permission", Nodes.text("allow"));
        Node.Mapping settings = Nodes.with(step, "call", Nodes.text(SETTINGS));
        steps.add(moved(Nodes.with(settings, "person", allows), at.plus(LATER)));
      }
    }
    return steps;
  }

  /** The code that each device was told last, which a bind uses up. */
  List<Node> codes(Duration at) {
    Map<String, Node.Mapping> last = new LinkedHashMap<>();
    for (Node.Mapping step : calls(story, CODE)) {
      devices(step).stream()
          .filter(well::contains)
          .forEach(name -> last.put(name, Nodes.with(step, ON, Nodes.text(name))));
    }
    return last.values().stream().map(step -> moved(step, at)).toList();
  }

  /** The last bind of each pair, one after the other. */
  List<Node> binds(Duration at, Duration each) {
    Map<String, Node.Mapping> last = new LinkedHashMap<>();
    List<Node> all = new ArrayList<>(bonds.stream().map(Again::made).toList());
    all.addAll(story);
    for (Node.Mapping step : calls(all, BIND)) {
      Optional<String> peer =
          step.find("args").flatMap(entry -> Nodes.word(entry.value(), "deviceId"));
      peer.filter(well::contains).ifPresent(name -> last.put(devices(step) + " " + name, step));
    }
    List<Node> steps = new ArrayList<>();
    for (Node.Mapping step : last.values()) {
      steps.add(moved(step, at.plus(each.multipliedBy(steps.size()))));
    }
    return steps;
  }

  /** The step in which the app made a bond. */
  private static Node made(Bond bond) {
    Node.Mapping peer =
        Nodes.object("deviceId", Nodes.text(bond.other().value()), "bindType", Nodes.whole(BY_PIN));
    List<String> on = List.of(bond.one().value());
    return Operations.step(Duration.ZERO, on, bond.app().orElseThrow(), BIND, peer);
  }

  private List<Node.Mapping> calls(List<Node> steps, String name) {
    return steps.stream()
        .filter(step -> Nodes.word(step, "call").filter(name::equals).isPresent())
        .map(Node.Mapping.class::cast)
        .filter(step -> devices(step).stream().anyMatch(well::contains))
        .toList();
  }

  private Node moved(Node.Mapping step, Duration at) {
    List<String> on = devices(step).stream().filter(well::contains).toList();
    Node.Mapping moved = Nodes.object("at", Nodes.span(at), ON, Nodes.texts(on));
    for (Node.Entry entry : Nodes.without(step, Set.of("at", ON)).entries()) {
      moved = Nodes.with(moved, entry.key(), entry.value());
    }
    return moved;
  }

  private static List<String> devices(Node.Mapping step) {
    return Nodes.word(step, ON)
        .map(List::of)
        .orElseGet(
            () -> Nodes.items(step, ON).stream().map(item -> ((Node.Scalar) item).text()).toList());
  }
}
