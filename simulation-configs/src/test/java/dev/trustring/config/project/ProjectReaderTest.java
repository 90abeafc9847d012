package dev.trustring.config.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.Apl;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.device.profile.AppPackage;
import dev.trustring.kv.decision.FactKey;
import dev.trustring.kv.decision.Origin;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectReaderTest {

  private static final BundleName NOTES = new BundleName("com.example.notes");

  @TempDir private Path root;

  @Test
  void readsTheSampleProject() {
    HarmonyProject project = ProjectReader.read(ProjectFolder.SAMPLE, "NotesApp");
    SigningProfile profile = project.profile().orElseThrow();
    AppPackage app = project.packagedWith(profile);

    assertThat(app.bundle()).isEqualTo(NOTES);
    assertThat(app.apl()).isEqualTo(Apl.NORMAL);
    assertThat(app.signing()).matches("[0-9a-f]{64}");
    assertThat(app.distributionType()).isEqualTo("app_gallery");
    assertThat(app.debug()).isFalse();
    assertThat(app.systemApp()).isFalse();
    assertThat(app.requested())
        .containsExactly(PermissionName.DISTRIBUTED_DATASYNC, PermissionName.of("INTERNET"));
  }

  @Test
  void readsTheSampleProjectThatForgetsThePermission() {
    HarmonyProject project =
        ProjectReader.read(Path.of("projects/NotesAppNoPermission"), "NotesAppNoPermission");

    assertThat(project.bundle()).isEqualTo(NOTES);
    assertThat(project.requested())
        .extracting(RequestedPermission::name)
        .containsExactly(PermissionName.of("INTERNET"));
    assertThat(project.profile().orElseThrow().signing())
        .isEqualTo(
            ProjectReader.read(ProjectFolder.SAMPLE, "NotesApp").profile().orElseThrow().signing());
  }

  @Test
  void knowsWhereEachFactIsWritten() {
    HarmonyProject project = ProjectReader.read(ProjectFolder.SAMPLE, "NotesApp");

    Map<FactKey, Origin> origins = project.originsWith(project.profile().orElseThrow());

    String module = "NotesApp/" + ProjectFolder.MODULE;
    String profile = "NotesApp/" + ProjectFolder.PROFILE;
    assertThat(origins)
        .containsEntry(
            FactKey.declared(NOTES, PermissionName.DISTRIBUTED_DATASYNC),
            new Origin(module, 14, 17))
        .containsEntry(FactKey.requestPermissions(NOTES), new Origin(module, 11, 27))
        .containsEntry(FactKey.signing(NOTES), new Origin(profile, 14, 33))
        .containsEntry(FactKey.apl(NOTES), new Origin(profile, 16, 12));
  }

  @Test
  void addsTheDataGroupOfTheAppManifestToThoseOfTheProfile() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .change(
                ProjectFolder.APP, "\"vendor\": \"example\"", "\"dataGroupId\": \"group.notes\"")
            .change(
                ProjectFolder.PROFILE, "\"data-group-ids\": []", "\"data-group-ids\": [\"g1\"]");

    HarmonyProject project = folder.read();
    SigningProfile profile = project.profile().orElseThrow();

    assertThat(project.packagedWith(profile).dataGroupIds()).containsExactly("group.notes", "g1");
    assertThat(project.originsWith(profile).get(FactKey.dataGroups(NOTES)))
        .extracting(Origin::line)
        .isEqualTo(4);
  }

  @Test
  void pointsAtTheModuleWhenItAsksForNothing() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .write(
                ProjectFolder.MODULE,
                "{\n  \"module\": { \"name\": \"entry\", \"type\": \"entry\" }\n}");

    HarmonyProject project = folder.read();

    assertThat(project.requested()).isEmpty();
    assertThat(project.requestPermissionsAt())
        .isEqualTo(new Origin("Notes/" + ProjectFolder.MODULE, 2, 13));
  }

  @Test
  void prefersTheEntryWithAReasonThenTheEntryModule() {
    String feature =
        """
        { module: { name: 'more', type: 'feature', requestPermissions: [
          { name: 'ohos.permission.CAMERA', reason: '$string:why' },
          { name: 'ohos.permission.INTERNET' },
          { name: '' },
        ] } }
        """;
    String entry =
        """
        { module: { name: 'entry', type: 'entry', requestPermissions: [
          { name: 'ohos.permission.INTERNET' },
          { name: 'ohos.permission.CAMERA' },
        ] } }
        """;
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .change(
                ProjectFolder.BUILD,
                "\"modules\": [",
                "\"modules\": [{ \"name\": \"more\", \"srcPath\": \"more\" },")
            .write("more/src/main/module.json5", feature)
            .write(ProjectFolder.MODULE, entry);

    HarmonyProject project = folder.read();

    assertThat(project.requested())
        .extracting(one -> one.name().shortName() + " " + one.origin().shortForm())
        .containsExactly(
            "CAMERA Notes/more/src/main/module.json5:2",
            "INTERNET Notes/entry/src/main/module.json5:2");
    assertThat(project.requestPermissionsAt().file()).isEqualTo("Notes/" + ProjectFolder.MODULE);
  }

  @Test
  void takesAProjectWithoutASigningConfigForUnsigned() {
    ProjectFolder folder = ProjectFolder.copiedTo(root);
    String text = ProjectFolder.sample(ProjectFolder.BUILD);
    int from = text.indexOf("\"signingConfigs\": [") + "\"signingConfigs\": [".length();
    int to = text.indexOf("\"products\"");
    folder.write(ProjectFolder.BUILD, text.substring(0, from) + "],\n" + text.substring(to));

    assertThat(folder.read().profile()).isEmpty();
  }

  @Test
  void takesTheSigningConfigOfTheDefaultProduct() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .change(
                ProjectFolder.BUILD,
                "\"signingConfigs\": [",
                "\"signingConfigs\": [{ name: 'x', material: { profile: 'none' } },");

    assertThat(folder.read().profile()).isPresent();
  }

  @Test
  void readsADebugProfile() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .write(
                ProjectFolder.PROFILE,
                ProjectFolder.sample(ProjectFolder.PROFILE)
                    .replace("\"release\"", "\"debug\"")
                    .replace("distribution-certificate", "development-certificate")
                    .replace("  \"app-distribution-type\": \"app_gallery\",\n", "")
                    .replace("\"hos_normal_app\"", "\"hos_system_app\"")
                    .replace("\"apl\": \"normal\"", "\"apl\": \"system_basic\"")
                    .replace("\"data-group-ids\": []", "\"data-group-ids\": [\"g1\"]")
                    .replace(
                        "\"allowed-acls\": []",
                        "\"allowed-acls\": [\"ohos.permission.READ_AUDIO\"]"));

    SigningProfile profile = folder.read().profile().orElseThrow();

    assertThat(profile.debug()).isTrue();
    assertThat(profile.distributionType()).isEqualTo("none");
    assertThat(profile.systemApp()).isTrue();
    assertThat(profile.apl()).isEqualTo(Apl.SYSTEM_BASIC);
    assertThat(profile.dataGroupIds()).containsExactly("g1");
    assertThat(profile.allowedAcls()).containsExactly(PermissionName.of("READ_AUDIO"));
  }

  @Test
  void needsNoLevelInAProfileOfTheFirstFormat() {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .write(
                ProjectFolder.PROFILE,
                ProjectFolder.sample(ProjectFolder.PROFILE)
                    .replace("\"version-code\": 2", "\"version-code\": 1")
                    .replace("    \"apl\": \"normal\",\n", ""));

    assertThat(folder.read().profile().orElseThrow().apl()).isEqualTo(Apl.NORMAL);
  }
}
