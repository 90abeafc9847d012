package dev.trustring.atm.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionNameTest {
  @ParameterizedTest
  @CsvSource({
    "CAMERA, ohos.permission.CAMERA",
    "kernel.SUPPORT_PLUGIN, ohos.permission.kernel.SUPPORT_PLUGIN",
    "ohos.permission.CAMERA, ohos.permission.CAMERA",
    "ohos.permision.CAMERA, ohos.permision.CAMERA",
    "com.example.permission.PRIVATE, com.example.permission.PRIVATE"
  })
  void completesAShortFormAndKeepsAQualifiedName(String typed, String full) {
    assertThat(PermissionName.of(typed)).hasToString(full);
  }

  @Test
  void showsItsShortForm() {
    assertThat(PermissionName.DISTRIBUTED_DATASYNC.shortName()).isEqualTo("DISTRIBUTED_DATASYNC");
    assertThat(PermissionName.of("com.example.permission.PRIVATE").shortName())
        .isEqualTo("com.example.permission.PRIVATE");
  }

  @Test
  void hasOneTo256Characters() {
    assertThat(new PermissionName("x".repeat(256)).value()).hasSize(256);
    assertThatIllegalArgumentException().isThrownBy(() -> new PermissionName("x".repeat(257)));
    assertThatIllegalArgumentException().isThrownBy(() -> PermissionName.of(""));
  }
}
