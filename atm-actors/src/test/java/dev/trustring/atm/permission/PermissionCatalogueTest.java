package dev.trustring.atm.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCatalogueTest {
  private final PermissionCatalogue catalogue = PermissionCatalogue.standard();

  @Test
  void holdsEveryPermissionOfThePlatformSortedByName() {
    assertThat(catalogue.all()).hasSize(1134);
    assertThat(catalogue.all()).extracting(PermissionDefinition::name).isSorted();
  }

  @ParameterizedTest
  @CsvSource({"SYSTEM_GRANT, 1071", "USER_GRANT, 59", "MANUAL_SETTINGS, 4"})
  void countsGrantModesAsThePlatformDoes(GrantMode mode, int count) {
    assertThat(counted(definition -> definition.grantMode() == mode)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 87", "SYSTEM_BASIC, 844", "SYSTEM_CORE, 203"})
  void countsLevelsAsThePlatformDoes(Apl level, int count) {
    assertThat(counted(definition -> definition.availableLevel() == level)).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEM, 760",
    "NORMAL, 196",
    "SERVICE, 81",
    "MDM, 55",
    "ENTERPRISE_NORMAL, 42",
    "SYSTEM_AND_MDM, 0"
  })
  void countsTypesAsThePlatformDoes(AvailableType type, int count) {
    assertThat(counted(definition -> definition.availableType() == type)).isEqualTo(count);
  }

  @Test
  void countsMarksAsThePlatformDoes() {
    assertThat(counted(definition -> !definition.provisionEnable())).isEqualTo(95);
    assertThat(counted(PermissionDefinition::distributedSceneEnable)).isEqualTo(30);
    assertThat(counted(PermissionDefinition::hasValue)).isEqualTo(3);
    assertThat(counted(definition -> definition.since().isEmpty())).isZero();
  }

  @Test
  void knowsEveryColumnOfOnePermission() {
    assertThat(catalogue.find(PermissionName.DISTRIBUTED_DATASYNC))
        .contains(
            new PermissionDefinition(
                PermissionName.DISTRIBUTED_DATASYNC,
                GrantMode.USER_GRANT,
                Apl.NORMAL,
                AvailableType.NORMAL,
                true,
                true,
                false,
                "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCELEROMETER, SYSTEM_GRANT NORMAL NORMAL false 7",
    "vehicle.WRITE_HARDWARE_CONFIG, SYSTEM_GRANT SYSTEM_BASIC SERVICE true 26.1.0",
    "HOOK_KEY_EVENT, MANUAL_SETTINGS SYSTEM_BASIC NORMAL true 21"
  })
  void knowsThesePermissions(String name, String expected) {
    PermissionDefinition found = catalogue.find(PermissionName.of(name)).orElseThrow();

    assertThat(
            "%s %s %s %s %s"
                .formatted(
                    found.grantMode(),
                    found.availableLevel(),
                    found.availableType(),
                    found.provisionEnable(),
                    found.since()))
        .isEqualTo(expected);
  }

  @Test
  void doesNotKnowAMisspeltName() {
    assertThat(catalogue.find(PermissionName.of("DISTRIBUTED_DATASINC"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DISTRIBUTED_DATASINC, DISTRIBUTED_DATASYNC",
    "ohos.permission.DISTRIBUTED_DATA_SYNC, DISTRIBUTED_DATASYNC",
    "ohos.permision.CAMERA, CAMERA",
    "camera, CAMERA",
    "INTERNETT, INTERNET"
  })
  void suggestsTheNearestName(String misspelt, String meant) {
    assertThat(catalogue.nearest(misspelt)).contains(PermissionName.of(meant));
  }

  @Test
  void suggestsNothingForGibberish() {
    assertThat(catalogue.nearest("QQQQQQQQQQQQ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAMERA",
        "CAMERA 9 9",
        "= user_grant normal",
        "= nobody_grant normal NORMAL",
        "= user_grant low NORMAL",
        "= user_grant normal ORDINARY",
        "= user_grant normal NORMAL shiny",
        "FIRST 9"
      })
  void namesTheLineThatIsMalformed(String line) {
    List<String> lines = List.of("# head", "= user_grant normal NORMAL acl", "FIRST 9", line);

    assertThatIllegalStateException()
        .isThrownBy(() -> CatalogueReader.read(lines))
        .withMessageContaining("line 4")
        .withMessageContaining(line);
  }

  @Test
  void refusesAPermissionBeforeTheFirstGroup() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CatalogueReader.read(List.of("CAMERA 9")))
        .withMessageContaining("line 1");
  }

  private long counted(Predicate<PermissionDefinition> wanted) {
    return catalogue.all().stream().filter(wanted).count();
  }
}
