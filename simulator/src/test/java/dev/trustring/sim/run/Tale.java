package dev.trustring.sim.run;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.config.scenario.ScenarioReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small story for a test, made sentence by sentence and read like a file. Without a word on it
 * there are a phone and a tablet of one account in one Wi-Fi, and an app with a store of label S1.
 */
public final class Tale {

  private static final String PERMISSION = "ohos.permission.DISTRIBUTED_DATASYNC";

  private final Map<String, String> apps = new TreeMap<>();
  private final Map<String, String> devices = new TreeMap<>();
  private final List<String> networks = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<String> trust = new ArrayList<>();
  private final List<String> timeline = new ArrayList<>();
  private final List<String> expect = new ArrayList<>();
  private String points = "";
  private long seed = 1;

  private Tale() {
    app("notes", "bundle: com.example.notes, signing: acme", "S1");
  }

  /** A phone and a tablet of one account. */
  public static Tale ofPhoneAndTablet() {
    return nobody()
        .device("phone", "kind: phone, level: SL4, account: acct-1")
        .device("tablet", "kind: tablet, level: SL4, account: acct-1")
        .network("home: { type: wifi, members: [phone, tablet] }");
  }

  public static Tale nobody() {
    return new Tale();
  }

  /** An app that asks for the permission and has one store of its own name. */
  public Tale app(String alias, String says, String label) {
    apps.put(
        alias,
        "{ %s, permissions: [%s], stores: { notes: %s } }"
            .formatted(
                says, PERMISSION, "{ securityLevel: " + label + ", kvStoreType: SINGLE_VERSION }"));
    return this;
  }

  /** A device with the app notes. */
  public Tale device(String name, String says) {
    return device(name, says, "notes");
  }

  public Tale device(String name, String says, String app) {
    devices.put(name, "{ %s, apps: [%s] }".formatted(says, app));
    return this;
  }

  public Tale network(String line) {
    networks.add(line);
    return this;
  }

  /** Two devices that hear each other otherwise than their network has it. */
  public Tale link(String line) {
    links.add(line);
    return this;
  }

  public Tale bond(String line) {
    trust.add(line);
    return this;
  }

  public Tale seed(long number) {
    seed = number;
    return this;
  }

  /** The person allows the app to sync. */
  public Tale granted(String devices) {
    return call(
        "0s",
        devices,
        "abilityAccessCtrl.requestPermissionsFromUser",
        "permissionList: [" + PERMISSION + "]");
  }

  public Tale opened(String devices) {
    return call("2s", devices, "distributedKVStore.getKVStore", "storeId: notes");
  }

  /** Granted and opened. */
  public Tale ready(String devices) {
    return granted(devices).opened(devices);
  }

  public Tale put(String at, String device, String key, String value) {
    return call(
        at, device, "SingleKVStore.put", "storeId: notes, key: " + key + ", value: " + value);
  }

  public Tale sync(String at, String device, String targets) {
    return sync(at, device, targets, "");
  }

  /** More can be {@code , delayMs: 500}. */
  public Tale sync(String at, String device, String targets, String more) {
    return call(
        at,
        device,
        "SingleKVStore.sync",
        "storeId: notes, mode: PUSH_ONLY, deviceIds: [" + targets + "]" + more);
  }

  /** A call of the app notes. */
  public Tale call(String at, String devices, String call, String args) {
    return line(
        "{ at: %s, on: [%s], app: notes, call: %s, args: { %s } }"
            .formatted(at, devices, call, args));
  }

  public Tale fault(String at, String says) {
    return line("{ at: %s, fault: %s }".formatted(at, says));
  }

  /** A line of the timeline. */
  public Tale line(String step) {
    timeline.add(step);
    return this;
  }

  /** Lets the code take the rarer way at these fault points. */
  Tale points(String names) {
    points = names;
    return this;
  }

  /** A line under {@code expect}. */
  public Tale expect(String line) {
    expect.add(line);
    return this;
  }

  String text() {
    StringBuilder text = new StringBuilder("trustring: 1\ntitle: a tale\nseed: " + seed + "\n");
    if (!points.isEmpty()) {
      text.append("faultPoints: [" + points + "]\n");
    }
    text.append("apps:\n");
    apps.forEach((alias, app) -> text.append("  " + alias + ": " + app + "\n"));
    text.append("devices:\n");
    devices.forEach((name, device) -> text.append("  " + name + ": " + device + "\n"));
    section(text, "networks", "  ", networks);
    section(text, "links", "  - ", links);
    section(text, "trust", "  - ", trust);
    section(text, "timeline", "  - ", timeline);
    section(text, "expect", "  ", expect);
    return text.toString();
  }

  private static void section(StringBuilder text, String key, String before, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(key + ":\n");
      lines.forEach(line -> text.append(before + line + "\n"));
    }
  }

  public Scenario read() {
    return ScenarioReader.read("tale.yaml", text(), Path.of("."), Shipped.VOCABULARY);
  }

  public Ran run() {
    return Ran.of(read());
  }
}
