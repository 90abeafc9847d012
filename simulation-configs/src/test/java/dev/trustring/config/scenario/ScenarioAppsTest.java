package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trustring.atm.permission.Apl;
import dev.trustring.config.text.InputErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioAppsTest {

  private static final String REST = "\ndevices: { phone: { kind: phone } }\n";

  @TempDir private Path folder;

  @Test
  void signsAnUnsignedProjectAsTheScenarioSays() throws IOException {
    writeUnsignedProject();

    App app = read("{ project: ./Plain/, signing: acme, apl: system_basic }").apps().get(0);

    assertThat(app.contents().signing()).isEqualTo("acme");
    assertThat(app.contents().apl()).isEqualTo(Apl.SYSTEM_BASIC);
    assertThat(app.contents().distributionType()).isEqualTo("app_gallery");
  }

  @Test
  void asksForTheSigningOfAnUnsignedProject() throws IOException {
    writeUnsignedProject();

    assertThat(problemOf("{ project: Plain }"))
        .isEqualTo(
            "s.yaml:3:23: the project names no signing profile; expected one in its"
                + " build-profile.json5, or key 'signing' here");
  }

  @Test
  void refusesKeysThatTheProjectSaysItself() {
    Path sample = Path.of("projects/NotesApp").toAbsolutePath();

    assertThat(problemOf("{ project: " + sample + ", signing: acme }"))
        .endsWith("key 'signing' has no place here: the project's profile says it");
    assertThat(problemOf("{ project: " + sample + ", permissions: [] }"))
        .endsWith("key 'permissions' has no place here: the project says it");
  }

  @Test
  void tellsProblemsOfAProjectWhereTheyAre() throws IOException {
    writeUnsignedProject();
    Files.writeString(folder.resolve("Plain/AppScope/app.json5"), "{ app: {\n} }");

    assertThat(problemOf("{ project: Plain, signing: acme }"))
        .isEqualTo(
            "Plain/AppScope/app.json5:1:8: key 'bundleName' is missing;"
                + " expected it in this object");
  }

  @Test
  void letsAnAppCallThatAStepBeforeInstalls() {
    String install =
        "\ntimeline:"
            + "\n  - { at: 0s, on: phone, app: settings, call: installer.install,"
            + " args: { app: a } }";
    String call =
        "\n  - { at: 1s, on: phone, app: a, call: distributedDeviceManager.bindTarget,"
            + " args: { deviceId: phone } }";
    String head = "trustring: 1\ntitle: t\napps: { a: { bundle: com.example.a } }" + REST;

    assertThat(parse(head + install + call).timeline()).hasSize(2);
    assertThat(problemIn(head + "\ntimeline:" + call))
        .endsWith("app 'a' is not installed on phone; expected it among the apps of phone");
  }

  @Test
  void keepsTheOptionsThatAStepGivesItself() {
    String text =
        """
        trustring: 1
        title: t
        apps: { a: { bundle: com.example.a, stores: { s: { securityLevel: S1 } } } }
        devices: { phone: { kind: phone, apps: [a] } }
        timeline:
          - at: 0s
            on: phone
            app: a
            call: distributedKVStore.getKVStore
            args: { storeId: s, options: { securityLevel: S3, encrypt: true } }
        """;

    Step.Call open = (Step.Call) parse(text).timeline().get(0);

    assertThat(open.arguments().get("options"))
        .hasToString("{\"securityLevel\":\"S3\",\"encrypt\":true}");
  }

  @Test
  void readsEveryKindOfFaultParameter() {
    String text =
        "trustring: 1\ntitle: t\napps: { a: { bundle: com.example.a } }"
            + REST
            + "timeline:\n"
            + "  - { at: 0s, fault: loss, share: 0.5, most: 3, app: a, store: s,"
            + " late: 2s, quiet: true }\n"
            + "  - { at: 1s, fault: crash, device: phone, disk: torn }\n";

    assertThat(parse(text).timeline())
        .extracting(step -> ((Step.Fault) step).arguments().toString())
        .containsExactly(
            "{\"share\":0.5,\"most\":3,\"app\":\"a\",\"store\":\"s\","
                + "\"late\":\"PT2S\",\"quiet\":true}",
            "{\"device\":\"phone\",\"disk\":\"torn\"}");
  }

  private void writeUnsignedProject() throws IOException {
    write(
        "AppScope/app.json5",
        "{ app: { bundleName: 'com.example.plain', versionCode: 1, versionName: '1' } }");
    write("build-profile.json5", "{ app: { signingConfigs: [] }, modules: [{ srcPath: '.' }] }");
    write("src/main/module.json5", "{ module: { name: 'entry', type: 'entry' } }");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("Plain").resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }

  private Scenario read(String app) {
    return parse("trustring: 1\ntitle: t\napps: { a: " + app + " }" + REST);
  }

  private Scenario parse(String text) {
    return ScenarioReader.read("s.yaml", text, folder, TestVocabulary.SMALL);
  }

  private String problemOf(String app) {
    return problemIn("trustring: 1\ntitle: t\napps: { a: " + app + " }" + REST);
  }

  private String problemIn(String text) {
    InputErrors errors = catchThrowableOfType(InputErrors.class, () -> parse(text));
    assertThat(errors.lines()).hasSize(1);
    return errors.lines().get(0);
  }
}
