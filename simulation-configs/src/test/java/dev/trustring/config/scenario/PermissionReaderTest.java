package dev.trustring.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.AvailableType;
import dev.trustring.atm.permission.GrantMode;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermissionReaderTest {

  private static final PermissionDefinition CAMERA =
      PermissionCatalogue.standard().find(PermissionName.of("CAMERA")).orElseThrow();

  @Test
  void aPlatformThatNobodySpeaksOfIsTheRealOne() {
    assertThat(read("").definedAt(Duration.ZERO)).isEmpty();
  }

  @Test
  void changesOnlyWhatIsSaid() {
    Scenario scenario = read("permissions: { CAMERA: { availableLevel: system_core } }");

    assertThat(scenario.definedAt(Duration.ZERO))
        .containsExactly(
            new PermissionDefinition(
                CAMERA.name(),
                CAMERA.grantMode(),
                Apl.SYSTEM_CORE,
                CAMERA.availableType(),
                CAMERA.provisionEnable(),
                CAMERA.distributedSceneEnable(),
                CAMERA.hasValue(),
                CAMERA.since()));
  }

  @Test
  void readsEveryFieldOfANewOne() {
    Scenario scenario =
        read(
            """
            permissions:
              com.example.permission.SHARE:
                grantMode: manual_settings
                availableLevel: system_basic
                availableType: ENTERPRISE_NORMAL
                provisionEnable: true
                distributedSceneEnable: true
                hasValue: true
                since: 26.1.0
            """);

    assertThat(scenario.definedAt(Duration.ZERO))
        .containsExactly(
            new PermissionDefinition(
                new PermissionName("com.example.permission.SHARE"),
                GrantMode.MANUAL_SETTINGS,
                Apl.SYSTEM_BASIC,
                AvailableType.ENTERPRISE_NORMAL,
                true,
                true,
                true,
                "26.1.0"));
  }

  @Test
  void aNewOneIsForEveryAppUnlessItSaysOtherwise() {
    PermissionDefinition made =
        read("permissions: { SHARE: { grantMode: user_grant, since: 20 } }")
            .definedAt(Duration.ZERO)
            .get(0);

    assertThat(made.name()).isEqualTo(PermissionName.of("SHARE"));
    assertThat(made.availableLevel()).isEqualTo(Apl.NORMAL);
    assertThat(made.availableType()).isEqualTo(AvailableType.NORMAL);
    assertThat(made.since()).isEqualTo("20");
  }

  @Test
  void whatComesLaterIsNotThereBefore() {
    Scenario scenario = read("permissions: { SHARE: { grantMode: user_grant, from: 30s } }");

    assertThat(scenario.definedAt(Duration.ofSeconds(29))).isEmpty();
    assertThat(scenario.definedAt(Duration.ofSeconds(30))).hasSize(1);
  }

  private static Scenario read(String permissions) {
    String text = "trustring: 1\ntitle: T\ndevices: { phone: { kind: phone } }\n" + permissions;
    return ScenarioReader.read("s.yaml", text, Path.of(""), TestVocabulary.SMALL);
  }
}
