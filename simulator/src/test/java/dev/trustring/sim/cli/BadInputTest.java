package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  private static final Path MANIFEST = Path.of("projects/NotesApp/entry/src/main/module.json5");

  @TempDir private Path folder = Path.of("");

  @Test
  void aMisspeltKeyIsToldWithPlaceAndNearestWord() throws IOException {
    ScenarioCopy copy = new ScenarioCopy(folder).replacing("\ndevices:", "\ndevcies:");

    Shell.Result result = new Shell().run("run", copy.file());

    assertOneLineEach(result);
    assertThat(result.err()).contains("home.yaml:").contains("did you mean devices?");
  }

  @Test
  void aLevelThatDoesNotExistIsToldWithTheLevelsThatDo() throws IOException {
    ScenarioCopy copy = new ScenarioCopy(folder).replacing("level: SL1", "level: SL9");

    Shell.Result result =
        new Shell().run("why", copy.file(), "--from=phone", "--to=tv", "--store=notes");

    assertOneLineEach(result);
    assertThat(result.err()).contains("SL9").contains("SL1, SL2, SL3, SL4, SL5");
  }

  @Test
  void aProjectThatIsNotThereIsTold() throws IOException {
    ScenarioCopy copy = new ScenarioCopy(folder).replacing("projects/NotesApp", "projects/Missing");

    Shell.Result result = new Shell().run("run", copy.file());

    assertOneLineEach(result);
    assertThat(result.err()).contains("Missing");
  }

  @Test
  void aBrokenManifestIsToldWithItsOwnPlace() throws IOException {
    ScenarioCopy copy = new ScenarioCopy(folder).replacing(MANIFEST, "\"module\"", "\"module");

    Shell.Result result = new Shell().run("run", copy.file());

    assertOneLineEach(result);
    assertThat(result.err()).contains("module.json5:");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    Shell.Result result = new Shell().run("run", "nowhere.yaml");

    assertOneLineEach(result);
    assertThat(result.err()).isEqualTo("nowhere.yaml:1:1: no such file\n");
  }

  @Test
  void anUnknownRuleSetIsToldWithTheNearest() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--rules", "artcle");

    assertOneLineEach(result);
    assertThat(result.err()).contains("did you mean article?");
  }

  @Test
  void anUnknownCommandIsToldWithTheNearest() {
    Shell.Result result = new Shell().run("rnu", Shell.HOME);

    assertOneLineEach(result);
    assertThat(result.err()).contains("unknown command 'rnu' (did you mean run?)");
  }

  @Test
  void anUnknownOptionIsToldWithTheNearest() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--sede", "3");

    assertOneLineEach(result);
    assertThat(result.err()).contains("did you mean --seed?");
  }

  @Test
  void aSeedThatIsNoNumberIsTold() {
    Shell.Result result = new Shell().run("run", Shell.HOME, "--seed", "many");

    assertOneLineEach(result);
    assertThat(result.err()).contains("--seed").contains("many");
  }

  @Test
  void noCommandAtAllIsWrongUsage() {
    Shell.Result result = new Shell().run();

    assertOneLineEach(result);
  }

  private static void assertOneLineEach(Shell.Result result) {
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).isNotEmpty().noneMatch(line -> line.contains("\tat "));
    assertThat(result.errLines()).noneMatch(line -> line.contains("Exception"));
  }
}
