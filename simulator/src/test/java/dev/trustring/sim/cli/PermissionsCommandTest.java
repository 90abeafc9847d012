package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PermissionsCommandTest {

  @Test
  void listsEveryPermissionWithinTheWidthOfAPage() {
    Shell.Result result = new Shell().run("permissions");

    assertThat(result.code()).isZero();
    assertThat(result.outLines()).hasSizeGreaterThanOrEqualTo(1135).allMatch(l -> l.length() <= 80);
  }

  @Test
  void listsThoseOfALevelAndAGrantMode() {
    Shell.Result result = new Shell().run("permissions", "--level", "normal", "--grant", "user");

    assertThat(result.out()).contains("CAMERA", "DISTRIBUTED_DATASYNC").doesNotContain("system");
    assertThat(new Shell().run("permissions", "--grant", "manual").outLines()).hasSize(5);
  }

  @Test
  void explainsOneByItsShortName() {
    Shell.Result result = new Shell().run("permissions", "READ_CONTACTS");

    assertThat(result.out())
        .contains("ohos.permission.READ_CONTACTS", "user_grant", "system_basic", "allowed-acls")
        .contains("one for READ_CONTACTS, WRITE_CONTACTS", "requestPermissionsFromUser");
  }

  @Test
  void saysOfAServicesPermissionThatNoAppGetsIt() {
    assertThat(new Shell().run("permissions", "ATTACH_APP_DEBUG").out()).contains("no app");
  }

  @Test
  void knowsTheNearestNameOfAMisspeltOne() {
    Shell.Result result = new Shell().run("permissions", "CAMRA");

    assertThat(result.code()).isEqualTo(Exit.USAGE.code());
    assertThat(result.err()).contains("no permission 'CAMRA'").contains("did you mean CAMERA?");
  }

  @Test
  void refusesWordsThatAreNone() {
    assertThat(new Shell().run("permissions", "--level", "high").err())
        .contains("--level: unknown level 'high'");
    assertThat(new Shell().run("permissions", "--grant", "usr").err())
        .contains("--grant: unknown grant mode 'usr'")
        .contains("did you mean user?");
    assertThat(new Shell().run("permissions", "CAMERA", "--grant", "user").code())
        .isEqualTo(Exit.USAGE.code());
  }

  @Test
  void printsJson() throws IOException {
    JsonNode one =
        new ObjectMapper().readTree(new Shell().run("permissions", "CAMERA", "--json").out());
    JsonNode all = new ObjectMapper().readTree(new Shell().run("permissions", "--json").out());

    assertThat(one.get("grantMode").asText()).isEqualTo("user_grant");
    assertThat(all.get("permissions")).hasSize(1134);
  }
}
