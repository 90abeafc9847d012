package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.config.scenario.Expectations.DecisionExpectation;
import dev.trustring.config.scenario.Expectations.Same;
import dev.trustring.config.scenario.Expectations.Sometimes;
import dev.trustring.device.person.Person;
import dev.trustring.device.person.Person.PermissionAnswer;
import dev.trustring.device.person.Person.PinTyping;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.Radio;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.wire.BindVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final DeviceName WATCH = new DeviceName("watch");
  private static final BundleName NOTES = new BundleName("com.example.notes");
  private static final BundleName DIARY = new BundleName("com.example.diary");
  private static final String MANIFEST =
      "../../../../projects/NotesApp/entry/src/main/module.json5";

  private final Scenario home =
      ScenarioReader.read(Path.of("src/test/resources/scenarios/home.yaml"), TestVocabulary.SMALL);

  @Test
  void readsTheHead() {
    assertThat(home.file()).isEqualTo("src/test/resources/scenarios/home.yaml");
    assertThat(home.title()).isEqualTo("Notes on phone, tablet and watch");
    assertThat(home.teaches()).isEqualTo("A watch of a low level gets nothing.");
    assertThat(home.rules()).isEqualTo(RuleSet.OPENHARMONY);
    assertThat(home.seed()).isEqualTo(42);
  }

  @Test
  void readsAnAppFromItsProject() {
    App notes = app("notes");

    assertThat(notes.contents().bundle()).isEqualTo(NOTES);
    assertThat(notes.contents().signing()).matches("[0-9a-f]{64}");
    assertThat(notes.contents().distributionType()).isEqualTo("app_gallery");
    assertThat(notes.contents().requested())
        .containsExactly(PermissionName.DISTRIBUTED_DATASYNC, PermissionName.of("INTERNET"));
    assertThat(notes.stores().get("notes"))
        .hasToString(
            "{\"securityLevel\":\"S1\",\"kvStoreType\":\"SINGLE_VERSION\","
                + "\"encrypt\":false,\"autoSync\":false}");
  }

  @Test
  void readsAnAppFromItsKeys() {
    App diary = app("diary");

    assertThat(diary.contents().bundle()).isEqualTo(DIARY);
    assertThat(diary.contents().signing()).isEqualTo("acme");
    assertThat(diary.contents().debug()).isTrue();
    assertThat(diary.contents().distributionType()).isEqualTo("none");
    assertThat(diary.contents().requested())
        .containsExactly(PermissionName.of("CAMERA"), PermissionName.DISTRIBUTED_DATASYNC);
  }

  @Test
  void readsADevice() {
    Device phone = device(PHONE);

    assertThat(phone.profile().kind()).isEqualTo(DeviceKind.PHONE);
    assertThat(phone.profile().level()).contains(DeviceLevel.SL4);
    assertThat(phone.profile().tee()).contains(true);
    assertThat(phone.profile().account()).contains(new AccountId("acct-1"));
    assertThat(phone.profile().clockOffset()).isEqualTo(Duration.ofSeconds(90));
    assertThat(phone.profile().person()).isEqualTo(Person.AGREEABLE);
    assertThat(phone.apps()).containsExactly("notes", "diary");
  }

  @Test
  void leavesOpenWhatADeviceDoesNotSay() {
    Device watch = device(WATCH);

    assertThat(watch.profile().tee()).isEmpty();
    assertThat(watch.profile().dmVersion()).isEqualTo(BindVersion.OWN);
    assertThat(watch.profile().account()).isEmpty();
    assertThat(watch.profile().radios()).containsExactly(Radio.BLUETOOTH);
    assertThat(watch.profile().person().pin()).isEqualTo(PinTyping.WRONG_ONCE);
  }

  @Test
  void readsAVersionThatLooksLikeANumber() {
    assertThat(device(TABLET).profile().dmVersion()).isEqualTo(new BindVersion("5.0"));
    assertThat(device(TABLET).profile().mtu()).isEqualTo(1024);
  }

  @Test
  void makesTheGroupsOfAFleet() {
    List<String> fleet =
        home.devices().stream()
            .map(device -> device.profile().name().value())
            .filter(name -> name.startsWith("homes"))
            .toList();

    assertThat(fleet).hasSize(12).startsWith("homes-1-1", "homes-1-2").endsWith("homes-3-2");
    assertThat(device(new DeviceName("homes-2-3")).profile())
        .satisfies(
            profile -> {
              assertThat(profile.kind()).isEqualTo(DeviceKind.WATCH);
              assertThat(profile.radios()).contains(Radio.WIFI);
              assertThat(profile.account()).contains(new AccountId("homes-2"));
            });
    assertThat(network("homes-3").members())
        .containsExactly(new DeviceName("homes-3-1"), new DeviceName("homes-3-2"));
    assertThat(network("homes-1").subnet()).isNotEqualTo(network("homes-2").subnet());
  }

  @Test
  void readsNetworksAndBonds() {
    assertThat(network("home").subnet()).isEqualTo("192.168.1.0/24");
    assertThat(network("home").latencyMax()).isEqualTo(Duration.ofMillis(5));
    assertThat(network("room").type()).isEqualTo(Network.Type.BLUETOOTH);
    assertThat(network("room").latencyMin()).isEqualTo(Duration.ofMillis(30));
    assertThat(home.trust())
        .containsExactly(
            new Bond(PHONE, WATCH, Optional.of("notes")),
            new Bond(PHONE, TABLET, Optional.empty()));
  }

  @Test
  void sortsTheTimelineByTimeAndKeepsTheOrderOfEqualTimes() {
    assertThat(home.timeline()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(home.timeline().stream().filter(step -> step.at().equals(Duration.ofSeconds(5))))
        .extracting(step -> ((Step.Fault) step).kind())
        .containsExactly("partition", "ap-isolation");
  }

  @Test
  void fillsStoreOptionsInFromTheApp() {
    Step.Call open = calls("distributedKVStore.getKVStore").get(0);

    assertThat(open.arguments().at("/options/securityLevel").asText()).isEqualTo("S1");
    assertThat(open.app()).contains("notes");
  }

  @Test
  void takesTheArgumentsOfACallThatIsMeantToFailAsTheyAre() {
    Step.Call wrong = calls("distributedKVStore.getKVStore").get(2);

    assertThat(wrong.expect().failure()).contains("401");
    assertThat(wrong.arguments()).hasToString("{\"storeId\":\"not legal!\"}");
  }

  @Test
  void lendsAStepAPersonThatIsLikeTheUsualOne() {
    Step.Call asked = calls("abilityAccessCtrl.requestPermissionsFromUser").get(0);

    assertThat(asked.devices()).containsExactly(PHONE, TABLET);
    assertThat(asked.person().orElseThrow().permission()).isEqualTo(PermissionAnswer.DENY);
    assertThat(asked.person().orElseThrow().after()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void makesOneStepForEachHabitWhenAPersonIsLentToSeveralDevices() {
    Scenario scenario =
        ScenarioReader.read(
            "s.yaml",
            """
            trustring: 1
            title: t
            apps: { a: { bundle: com.example.a } }
            devices:
              one: { kind: phone, apps: [a], person: { after: 2s } }
              two: { kind: phone, apps: [a] }
            timeline:
              - at: 0s
                on: [one, two]
                app: a
                call: distributedDeviceManager.bindTarget
                args: { deviceId: two }
                person: { bind: reject }
            """,
            Path.of(""),
            TestVocabulary.SMALL);

    assertThat(scenario.timeline())
        .extracting(step -> ((Step.Call) step).person().orElseThrow().after())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  @Test
  void namesTheFirstOfEachGroupOfAFleet() {
    Step.Call put = calls("SingleKVStore.put").get(1);

    assertThat(put.devices())
        .extracting(DeviceName::value)
        .containsExactly("homes-1-1", "homes-2-1", "homes-3-1", "watch");
    assertThat(put.expect().failure()).contains("PERMISSION_DENIED");
  }

  @Test
  void letsTheSettingsAppCall() {
    Step.Call revoke = calls("abilityAccessCtrl.revokeUserGrantedPermission").get(0);

    assertThat(revoke.app()).isEmpty();
    assertThat(revoke.arguments().path("permissionFlags").asInt()).isEqualTo(2);
  }

  @Test
  void callsForTheFirstUserUnlessToldOtherwise() {
    String text =
        """
        trustring: 1
        title: t
        devices: { phone: { kind: phone } }
        timeline:
          - { at: 0s, on: phone, app: settings, CALL }
          - { at: 1s, on: phone, app: settings, user: 101, CALL }
        apps: { notes: { bundle: com.example.notes } }
        """
            .replace("CALL", "call: abilityAccessCtrl.revokeUserGrantedPermission, args: ARGS")
            .replace("ARGS", "{ app: notes, permissionName: p, permissionFlags: 2 }");

    Scenario scenario = ScenarioReader.read("s.yaml", text, Path.of(""), TestVocabulary.SMALL);

    assertThat(scenario.timeline())
        .extracting(step -> ((Step.Call) step).user().value())
        .containsExactly(100, 101);
  }

  @Test
  void readsFaults() {
    Step.Fault partition = faults("partition").get(0);
    Step.Fault skew = faults("clock-skew").get(0);

    assertThat(partition.arguments())
        .hasToString("{\"groups\":[[\"phone\"],[\"tablet\",\"watch\"]]}");
    assertThat(partition.lasts()).contains(Duration.ofSeconds(10));
    assertThat(skew.arguments().path("devices")).hasSize(12);
    assertThat(Duration.parse(skew.arguments().path("by").asText()))
        .isEqualTo(Duration.ofMinutes(-5));
    assertThat(skew.lasts()).isEmpty();
  }

  @Test
  void readsWhatMustComeOut() {
    Expectations expect = home.expect();

    assertThat(expect.always())
        .extracting(Expectations.Always::invariant)
        .containsExactly("no-leak-above-level", "no-sync-outside-ring");
    assertThat(expect.sometimes()).hasSize(2);
    assertThat(expect.sometimes().get(1)).isInstanceOf(Sometimes.Denied.class);
    assertThat(expect.decisions())
        .extracting(DecisionExpectation::stop, DecisionExpectation::visible)
        .containsExactly(
            tuple("level", Optional.of("27459616")), tuple("none", Optional.of("silent")));
    assertThat(expect.nothingReplicates()).isFalse();
  }

  @Test
  void countsAStateFromTheEndOfTheLastFaultUnlessToldOtherwise() {
    assertThat(home.expect().eventually().get(0).after()).isEqualTo(Duration.ofSeconds(35));
    assertThat(home.expect().eventually().get(1).after()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void asksEachGroupOfAFleetForItself() {
    assertThat(home.expect().eventually().subList(1, 4))
        .extracting(Same::on)
        .extracting(List::size)
        .containsExactly(5, 5, 2);
  }

  @Test
  void knowsWhereFactsAreWritten() {
    assertThat(
            List.of(
                entry(FactKey.level(PHONE), place(18)),
                entry(FactKey.tee(PHONE), place(18)),
                entry(FactKey.level(WATCH), place(22)),
                entry(FactKey.radios(WATCH), place(21)),
                entry(FactKey.account(WATCH), place(20)),
                entry(FactKey.level(new DeviceName("homes-3-2")), place(26)),
                entry(FactKey.network("homes-3"), place(26)),
                entry(FactKey.apIsolation("home"), place(28)),
                entry(FactKey.apIsolation("room"), place(29)),
                entry(FactKey.storeLabel(NOTES, "notes"), place(11)),
                entry(FactKey.storeLabel(DIARY, "diary"), place(36)),
                entry(FactKey.signing(DIARY), place(14)),
                entry(FactKey.apl(DIARY), place(12))))
        .allSatisfy(
            fact ->
                assertThat(home.provenance().of(fact.getKey()).map(Origin::shortForm))
                    .as(fact.getKey().path())
                    .contains(fact.getValue()));
    assertThat(home.provenance().of(FactKey.tee(WATCH))).isEmpty();
  }

  @Test
  void knowsWhereAProjectAsksForAPermission() {
    assertThat(home.provenance().of(FactKey.declared(NOTES, PermissionName.DISTRIBUTED_DATASYNC)))
        .contains(new Origin(MANIFEST, 14, 17));
    assertThat(home.provenance().of(FactKey.requestPermissions(NOTES)))
        .contains(new Origin(MANIFEST, 11, 27));
  }

  @Test
  void readsTheSameStoryWithTheCallsOfADevice() {
    Vocabulary real =
        new Vocabulary(
            StandardCalls.registry(),
            TestVocabulary.SMALL.faults(),
            TestVocabulary.SMALL.invariants(),
            TestVocabulary.SMALL.stages());

    Scenario scenario =
        ScenarioReader.read(Path.of("src/test/resources/scenarios/home.yaml"), real);

    assertThat(scenario.timeline()).isEqualTo(home.timeline());
  }

  @Test
  void readsJsonToo() {
    String json =
        """
        {
        \t"$schema": "x", "trustring": 1, "title": "t",
        \t"devices": { "phone": { "kind": "phone", "level": "SL4" } }
        }
        """;

    Scenario scenario = ScenarioReader.read("s.json", json, Path.of(""), TestVocabulary.SMALL);

    assertThat(scenario.devices()).hasSize(1);
    assertThat(scenario.provenance().of(FactKey.level(PHONE)))
        .contains(new Origin("s.json", 3, 52));
  }

  private static String place(int line) {
    return "home.yaml:" + line;
  }

  private App app(String alias) {
    return home.apps().stream().filter(app -> app.alias().equals(alias)).findFirst().orElseThrow();
  }

  private Device device(DeviceName name) {
    return home.devices().stream()
        .filter(device -> device.profile().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Network network(String name) {
    return home.networks().stream()
        .filter(network -> network.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Step.Call> calls(String name) {
    return home.timeline().stream()
        .filter(Step.Call.class::isInstance)
        .map(Step.Call.class::cast)
        .filter(call -> call.call().value().equals(name))
        .toList();
  }

  private List<Step.Fault> faults(String kind) {
    return home.timeline().stream()
        .filter(Step.Fault.class::isInstance)
        .map(Step.Fault.class::cast)
        .filter(fault -> fault.kind().equals(kind))
        .toList();
  }
}
