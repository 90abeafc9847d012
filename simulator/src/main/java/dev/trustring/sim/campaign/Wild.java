package dev.trustring.sim.campaign;

import dev.trustring.config.text.Node;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.Radio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a whole story: which devices there are, whose they are, how they reach and trust each
 * other, and which apps with which stores they have. Faults and operations are drawn as for any
 * other story.
 */
final class Wild {

  private static final String DATASYNC = "ohos.permission.DISTRIBUTED_DATASYNC";
  private static final String BINDING = "ohos.permission.ACCESS_SERVICE_DM";
  private static final List<String> ACCOUNTS =
      List.of("acct-1", "acct-1", "acct-1", "acct-1", "acct-1", "acct-1", "acct-2", "");

  /** Levels and labels such that most pairs meet, and some do not. */
  private static final List<String> LEVELS =
      List.of("SL1", "SL2", "SL3", "SL3", "SL4", "SL4", "SL5");

  private static final List<String> LABELS = List.of("S1", "S1", "S1", "S2", "S2", "S3", "S4");
  private static final int DEVICES_MOST = 5;
  private static final Duration OPENED = Duration.ofSeconds(3);

  private final Dice dice;

  private record Member(String name, DeviceKind kind, List<String> apps) {}

  private final List<Member> devices = new ArrayList<>();
  private final List<Cast.Store> stores = new ArrayList<>();

  private Wild(Dice dice) {
    this.dice = dice;
  }

  /** One story; equal dice, equal stories. */
  static Node.Mapping story(Dice dice) {
    return new Wild(dice).draw();
  }

  private Node.Mapping draw() {
    int count = dice.between(2, DEVICES_MOST);
    for (int number = 1; number <= count; number++) {
      DeviceKind kind = dice.one(List.of(DeviceKind.values()));
      devices.add(new Member(kind.word() + "-" + number, kind, new ArrayList<>()));
    }
    Node apps = apps();
    return Nodes.object(
        "trustring",
        Nodes.whole(1),
        "title",
        Nodes.text("Wild"),
        "apps",
        apps,
        "devices",
        devices(),
        "networks",
        networks(),
        "trust",
        Nodes.list(bonds()),
        "timeline",
        Nodes.list(steps()));
  }

  private List<String> names() {
    return devices.stream().map(Member::name).toList();
  }

  /** One app or two, each on two devices at least. */
  private Node apps() {
    Node.Mapping apps = Nodes.object();
    for (String app : dice.half() ? List.of("notes") : List.of("notes", "diary")) {
      dice.some(devices, 2).forEach(device -> device.apps().add(app));
      List<String> permissions = new ArrayList<>(dice.oneIn(8) ? List.of() : List.of(DATASYNC));
      boolean binds = dice.half();
      if (binds) {
        permissions.add(BINDING);
      }
      apps =
          Nodes.with(
              apps,
              app,
              Nodes.object(
                  "bundle",
                  Nodes.text("com.example." + app),
                  "apl",
                  Nodes.text(binds ? "system_basic" : "normal"),
                  "permissions",
                  Nodes.texts(permissions),
                  "stores",
                  stores(app)));
    }
    return apps;
  }

  private Node stores(String app) {
    Node.Mapping all = Nodes.object();
    List<String> ids = dice.half() ? List.of("one") : List.of("one", "two");
    for (String id : ids) {
      stores.add(new Cast.Store(app, id));
      all =
          Nodes.with(
              all,
              id,
              Nodes.object(
                  "securityLevel",
                  Nodes.text(dice.one(LABELS)),
                  "kvStoreType",
                  Nodes.text(dice.one(List.of("SINGLE_VERSION", "DEVICE_COLLABORATION"))),
                  "autoSync",
                  Nodes.flag(dice.oneIn(4))));
    }
    return all;
  }

  private Node devices() {
    Node.Mapping all = Nodes.object();
    for (Member device : devices) {
      Node.Mapping one =
          Nodes.object(
              "kind",
              Nodes.text(device.kind().word()),
              "level",
              Nodes.text(dice.one(LEVELS)),
              "apps",
              Nodes.texts(device.apps()));
      String account = dice.one(ACCOUNTS);
      one = account.isEmpty() ? one : Nodes.with(one, "account", Nodes.text(account));
      if (dice.oneIn(4)) {
        one = Nodes.with(one, "clock", Nodes.span(Duration.ofSeconds(dice.between(1, 90))));
      }
      all = Nodes.with(all, device.name(), one);
    }
    return all;
  }

  /** A Wi-Fi with most of what has one, at times a second, and a Bluetooth for the rest. */
  private Node networks() {
    Node.Mapping networks = Nodes.object();
    List<String> wifi = having(Radio.WIFI);
    networks = withNetwork(networks, "home", "wifi", wifi);
    if (dice.oneIn(4)) {
      networks = withNetwork(networks, "office", "wifi", wifi);
    }
    return withNetwork(networks, "room", "bluetooth", having(Radio.BLUETOOTH));
  }

  private List<String> having(Radio radio) {
    return devices.stream()
        .filter(device -> device.kind().radios().contains(radio))
        .map(Member::name)
        .toList();
  }

  private Node.Mapping withNetwork(
      Node.Mapping networks, String name, String type, List<String> able) {
    if (able.size() < 2) {
      return networks;
    }
    Node.Mapping network =
        Nodes.object(
            "type",
            Nodes.text(type),
            "members",
            Nodes.texts(dice.oneIn(3) ? dice.some(able, 2) : able));
    if (type.equals("wifi") && dice.oneIn(8)) {
      network = Nodes.with(network, "apIsolation", Nodes.flag(true));
    }
    return Nodes.with(networks, name, network);
  }

  /** Bonds by PIN from before the story, for one app that both have or for all of a user. */
  private List<Node> bonds() {
    List<Node> bonds = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      Member one = devices.get(i);
      for (Member other : devices.subList(i + 1, devices.size())) {
        if (dice.oneIn(3)) {
          List<String> both = new ArrayList<>(one.apps());
          both.retainAll(other.apps());
          bonds.add(
              Nodes.object(
                  "between",
                  Nodes.texts(List.of(one.name(), other.name())),
                  "by",
                  Nodes.text("pin"),
                  "for",
                  Nodes.text(both.isEmpty() || dice.half() ? "user" : dice.one(both))));
        }
      }
    }
    return bonds;
  }

  /** Apps ask for the permission, open their stores, and at times bind. */
  private List<Node> steps() {
    List<Node> steps = new ArrayList<>();
    for (Member device : devices) {
      for (String app : device.apps()) {
        steps.add(asking(device.name(), app));
        stores.stream()
            .filter(store -> store.app().equals(app))
            .forEach(store -> steps.add(Operations.open(store, List.of(device.name()), OPENED)));
        if (dice.oneIn(4)) {
          List<String> others = new ArrayList<>(names());
          others.remove(device.name());
          steps.add(binding(device.name(), app, dice.one(others)));
        }
      }
    }
    return steps;
  }

  private Node asking(String device, String app) {
    Node.Mapping step =
        Operations.step(
            Duration.ZERO,
            List.of(device),
            app,
            "abilityAccessCtrl.requestPermissionsFromUser",
            Nodes.object("permissionList", Nodes.texts(List.of(DATASYNC))));
    return Nodes.with(
        step, "person", Nodes.object("permission", Nodes.text(dice.oneIn(10) ? "deny" : "allow")));
  }

  private Node binding(String device, String app, String other) {
    return Operations.step(
        Duration.ofSeconds(dice.between(5, 30)),
        List.of(device),
        app,
        "distributedDeviceManager.bindTarget",
        Nodes.object("deviceId", Nodes.text(other), "bindType", Nodes.whole(1)));
  }
}
