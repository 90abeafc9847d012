package dev.trustring.atm.lite;

import static dev.trustring.atm.lite.LiteDevice.BUNDLES;
import static dev.trustring.atm.lite.LiteDevice.CAMERA;
import static dev.trustring.atm.lite.LiteDevice.NOTES;
import static dev.trustring.atm.lite.LiteDevice.SYNC;
import static dev.trustring.atm.lite.LiteDevice.UID;
import static dev.trustring.atm.lite.LiteDevice.nothing;
import static dev.trustring.atm.lite.LiteDevice.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.GrantMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiteTest {
  private final LiteDevice device = LiteDevice.empty();

  @Test
  void numbersItsCodesAsThePlatformDoes() {
    List<Integer> numbers = Arrays.stream(LiteCode.values()).map(LiteCode::number).toList();

    assertThat(numbers)
        .isEqualTo(
            IntStream.concat(IntStream.of(0), IntStream.rangeClosed(10, 29)).boxed().toList());
  }

  @Test
  void knowsSeventeenPermissionsOfWhichFourAreTheSystemsToGrant() {
    assertThat(KnownPermissions.all()).hasSize(17);
    assertThat(KnownPermissions.all().values())
        .filteredOn(GrantMode.SYSTEM_GRANT::equals)
        .hasSize(4);
  }

  @Test
  void grantsTheSystemsPermissionsAtInstallAndNoOthers() {
    device.withNotes(BUNDLES, CAMERA, "com.example.OWN");

    assertThat(device.stored())
        .containsExactly(
            new PermissionSaved(BUNDLES, "why", true, 0),
            new PermissionSaved(CAMERA, "why", false, 0),
            new PermissionSaved("com.example.OWN", "why", false, 0));
  }

  @Test
  void checksWhatARunningAppHolds() {
    device.withNotes(BUNDLES, CAMERA).runningNotes();

    assertThat(device.check(BUNDLES)).isEqualTo(1);
    assertThat(device.check(CAMERA)).isZero();
    assertThat(device.check(SYNC)).isEqualTo(-1);
  }

  @Test
  void knowsNothingOfAnAppThatDoesNotRun() {
    device.withNotes(BUNDLES);

    assertThat(device.check(BUNDLES)).isEqualTo(-1);
    assertThat(device.runningNotes().check(BUNDLES)).isEqualTo(1);
    assertThat(device.restarted().check(BUNDLES)).isEqualTo(-1);
  }

  @Test
  void answersACheckWithoutANameOrWithANegativeUidWithACode() {
    assertThat(device.ask(new Lite.Command.CheckPermission(UID, nothing())))
        .isEqualTo(new Lite.Reply.Checked(10));
    assertThat(device.ask(new Lite.Command.CheckPermission(-1, some(CAMERA))))
        .isEqualTo(new Lite.Reply.Checked(10));
  }

  @Test
  void letsProcessesOfTheSystemPassWithoutAskingTheService() {
    assertThat(LiteClient.checkAlone(999, true)).hasValue(1);
    assertThat(LiteClient.checkAlone(999, false)).hasValue(1);
    assertThat(LiteClient.checkAlone(1000, true)).isEmpty();
    assertThat(LiteClient.checkAlone(1000, false)).hasValue(-1);
  }

  @Test
  void refusesToSaveWithoutWhatItNeeds() {
    Optional<List<PermissionTrans>> one = Optional.of(List.of(new PermissionTrans(CAMERA, "")));

    assertThat(device.code(save(nothing(), one, 1, 0))).isEqualTo(10);
    assertThat(device.code(save(some(NOTES), Optional.empty(), 1, 0))).isEqualTo(10);
    assertThat(device.code(save(some(NOTES), one, -1, 0))).isEqualTo(10);
    assertThat(device.code(save(some(NOTES), one, 1, 2))).isEqualTo(10);
    assertThat(device.code(save(some(NOTES), one, 2, 0))).isEqualTo(10);
    assertThat(device.hasFile()).isFalse();
  }

  @Test
  void savesAtMost1024Permissions() {
    String[] names = IntStream.range(0, 1025).mapToObj(n -> "p" + n).toArray(String[]::new);

    assertThat(device.save(1025, 0, names)).isEqualTo(25);
    assertThat(device.save(1024, 0, names)).isZero();
  }

  @Test
  void storesListsThatNoCallerCanReceive() {
    String[] names = IntStream.range(0, 1001).mapToObj(n -> "p" + n).toArray(String[]::new);
    device.withNotes(names);

    assertThat(device.code(new Lite.Command.QueryPermission(some(NOTES)))).isEqualTo(16);

    device.save(1000, 0, names);
    assertThat(device.ask(new Lite.Command.QueryPermission(some(NOTES))))
        .isInstanceOf(Lite.Reply.Listed.class);
  }

  @Test
  void deletesTheFileOfAnAppThatDeclaresNothing() {
    device.withNotes(CAMERA);

    assertThat(device.save(0, 1)).isZero();
    assertThat(device.hasFile()).isFalse();
  }

  @Test
  void savesAPermissionThatIsListedTwiceOnce() {
    device.withNotes(CAMERA, SYNC, CAMERA);

    assertThat(device.stored()).extracting(PermissionSaved::name).containsExactly(CAMERA, SYNC);
  }

  @Test
  void refusesNamesOf64AndDescriptionsOf128Characters() {
    assertThat(device.save(1, 0, "n".repeat(64))).isEqualTo(18);
    assertThat(device.save(1, 0, "n".repeat(63))).isZero();
    assertThat(device.code(saveOne(new PermissionTrans(CAMERA, "d".repeat(128))))).isEqualTo(18);
    assertThat(device.code(saveOne(new PermissionTrans(CAMERA, "d".repeat(127))))).isZero();
  }

  @Test
  void keepsGrantsOverAnUpdateButNotFlags() {
    device.withNotes(CAMERA, BUNDLES);
    device.grant(CAMERA);
    device.code(new Lite.Command.RevokePermission(some(NOTES), some(BUNDLES)));
    device.code(new Lite.Command.UpdatePermissionFlags(some(NOTES), some(CAMERA), 2));

    device.save(3, 1, CAMERA, BUNDLES, SYNC);

    assertThat(device.stored(CAMERA)).isEqualTo(new PermissionSaved(CAMERA, "why", true, 0));
    assertThat(device.stored(BUNDLES).granted()).isFalse();
    assertThat(device.stored(SYNC).granted()).isFalse();
  }

  @Test
  void forgetsGrantsWithAFirstInstall() {
    device.withNotes(CAMERA);
    device.grant(CAMERA);

    device.save(1, 0, CAMERA);

    assertThat(device.stored(CAMERA).granted()).isFalse();
  }

  @Test
  void updatesAnAppThatHasNoFileLikeANewOne() {
    assertThat(device.save(1, 1, CAMERA)).isZero();

    assertThat(device.stored()).hasSize(1);
  }

  @Test
  void listsNothingOfAnAppWithoutAFile() {
    assertThat(device.code(new Lite.Command.QueryPermission(some(NOTES)))).isEqualTo(21);
    assertThat(device.code(new Lite.Command.QueryPermission(nothing()))).isEqualTo(10);
  }

  @Test
  void grantsInTheFileAndToTheRunningApp() {
    device.withNotes(CAMERA).runningNotes();

    assertThat(device.grant(CAMERA)).isZero();

    assertThat(device.check(CAMERA)).isEqualTo(1);
    assertThat(device.stored(CAMERA).granted()).isTrue();
    assertThat(device.code(new Lite.Command.RevokePermission(some(NOTES), some(CAMERA)))).isZero();
    assertThat(device.check(CAMERA)).isZero();
    assertThat(device.stored(CAMERA).granted()).isFalse();
  }

  @Test
  void saysThatARunningAppLacksAPermissionAndIsSilentAboutOneThatDoesNotRun() {
    device.withNotes(CAMERA);

    assertThat(device.grant(SYNC)).isZero();
    assertThat(device.runningNotes().grant(SYNC)).isEqualTo(19);
  }

  @Test
  void refusesToGrantWithoutAFileOrAName() {
    assertThat(device.grant(CAMERA)).isEqualTo(21);
    assertThat(device.code(new Lite.Command.GrantPermission(some(NOTES), nothing()))).isEqualTo(10);
    assertThat(device.code(new Lite.Command.RevokePermission(nothing(), some(CAMERA))))
        .isEqualTo(10);
  }

  @Test
  void grantsARuntimePermissionToWhoeverRunsUnderTheUid() {
    device.withNotes(CAMERA);

    assertThat(device.code(runtimeGrant(CAMERA))).isEqualTo(26);
    device.runningNotes();
    assertThat(device.code(runtimeGrant(SYNC))).isEqualTo(19);
    assertThat(device.code(new Lite.Command.GrantRuntimePermission(UID, nothing()))).isEqualTo(10);
    assertThat(device.code(runtimeGrant(CAMERA))).isZero();
    assertThat(device.check(CAMERA)).isEqualTo(1);
    assertThat(device.stored(CAMERA).granted()).isTrue();
  }

  @Test
  void letsNobodyAbove99RevokeARuntimePermissionOfAnother() {
    device.withNotes(CAMERA).runningNotes();
    device.grant(CAMERA);

    assertThat(device.code(runtimeRevoke(100))).isEqualTo(10);
    assertThat(device.check(CAMERA)).isEqualTo(1);
    assertThat(device.code(runtimeRevoke(99))).isZero();
    assertThat(device.check(CAMERA)).isZero();
    assertThat(device.code(runtimeRevoke(UID))).isZero();
  }

  @Test
  void takesOnlyFlags0And2() {
    device.withNotes(CAMERA);

    for (int flags : new int[] {1, 3, 4, -1, -2}) {
      assertThat(device.code(flags(CAMERA, flags))).as("%d", flags).isEqualTo(10);
    }
    assertThat(device.code(flags(CAMERA, 2))).isZero();
    assertThat(device.stored(CAMERA).flags()).isEqualTo(2);
    assertThat(device.code(flags(CAMERA, 0))).isZero();
    assertThat(device.stored(CAMERA).flags()).isZero();
    assertThat(device.code(flags(SYNC, 2))).isZero();
  }

  @Test
  void loadsAnAppOnceAndOneWithoutAFileNotAtAll() {
    Lite.Command.LoadPermissions load = new Lite.Command.LoadPermissions(some(NOTES), UID);

    assertThat(device.code(load)).isZero();
    assertThat(device.withNotes(BUNDLES).check(BUNDLES)).isEqualTo(-1);
    assertThat(device.code(load)).isZero();
    assertThat(device.check(BUNDLES)).isEqualTo(1);
    device.save(1, 0, CAMERA);
    assertThat(device.code(load)).isZero();
    assertThat(device.check(BUNDLES)).isEqualTo(1);
    assertThat(device.code(new Lite.Command.LoadPermissions(some(NOTES), -1))).isEqualTo(10);
    assertThat(device.code(new Lite.Command.LoadPermissions(some(NOTES), 0))).isZero();
    assertThat(device.code(new Lite.Command.LoadPermissions(nothing(), UID))).isEqualTo(10);
  }

  @Test
  void forgetsAnAppThatStops() {
    device.withNotes(BUNDLES).runningNotes();

    assertThat(device.code(new Lite.Command.UnLoadPermissions(UID))).isZero();

    assertThat(device.check(BUNDLES)).isEqualTo(-1);
    assertThat(device.code(new Lite.Command.UnLoadPermissions(UID))).isZero();
  }

  @Test
  void deletesAnAppThatIsNotThereWithoutComplaint() {
    device.withNotes(CAMERA);

    assertThat(device.code(new Lite.Command.DeletePermissions(nothing()))).isEqualTo(10);
    assertThat(device.code(new Lite.Command.DeletePermissions(some(NOTES)))).isZero();
    assertThat(device.hasFile()).isFalse();
    assertThat(device.code(new Lite.Command.DeletePermissions(some(NOTES)))).isZero();
  }

  @Test
  void installsOnlyWithAllArgumentsAndThePermission() {
    InstallCheck.Arguments all = new InstallCheck.Arguments(some("/data/notes.hap"), true, true);

    assertThat(InstallCheck.question())
        .isEqualTo(new Lite.Command.CheckPermission(0, some("ohos.permission.INSTALL_BUNDLE")));
    assertThat(InstallCheck.installs(all, 1)).isTrue();
    assertThat(InstallCheck.installs(all, 0)).isFalse();
    assertThat(InstallCheck.installs(all, -1)).isFalse();
    assertThat(InstallCheck.installs(new InstallCheck.Arguments(nothing(), true, true), 1))
        .isFalse();
    assertThat(InstallCheck.installs(new InstallCheck.Arguments(some("a"), false, true), 1))
        .isFalse();
    assertThat(InstallCheck.installs(new InstallCheck.Arguments(some("a"), true, false), 1))
        .isFalse();
  }

  private static Lite.Command save(
      Optional<String> id, Optional<List<PermissionTrans>> list, int number, int isUpdate) {
    return new Lite.Command.SaveOrUpdatePermissions(id, list, number, isUpdate);
  }

  private static Lite.Command saveOne(PermissionTrans wanted) {
    return save(some(NOTES), Optional.of(List.of(wanted)), 1, 0);
  }

  private static Lite.Command runtimeGrant(String name) {
    return new Lite.Command.GrantRuntimePermission(UID, some(name));
  }

  private static Lite.Command runtimeRevoke(int callingUid) {
    return new Lite.Command.RevokeRuntimePermission(callingUid, UID, some(CAMERA));
  }

  private static Lite.Command flags(String name, int flags) {
    return new Lite.Command.UpdatePermissionFlags(some(NOTES), some(name), flags);
  }

  @Test
  void numbersItsAnswersAsThePlatformDoes() {
    assertThat(Lite.GRANTED).isEqualTo(1);
    assertThat(Lite.NOT_GRANTED).isZero();
    assertThat(Lite.UNKNOWN).isEqualTo(-1);
    assertThat(Lite.PERMISSIONS_MAX).isEqualTo(1024);
  }

  @Test
  void knowsAnAppThatRunsUnderUidZero() {
    device.withNotes(BUNDLES);

    assertThat(device.code(new Lite.Command.LoadPermissions(some(NOTES), 0))).isZero();

    assertThat(device.ask(new Lite.Command.CheckPermission(0, some(BUNDLES))))
        .isEqualTo(new Lite.Reply.Checked(1));
  }

  @Test
  void tellsApartTheAppsUnderTwoUids() {
    device.withNotes(BUNDLES).runningNotes();
    save("com.example.other", CAMERA);
    device.ask(new Lite.Command.LoadPermissions(some("com.example.other"), UID + 1));

    assertThat(device.ask(new Lite.Command.CheckPermission(UID + 1, some(CAMERA))))
        .isEqualTo(new Lite.Reply.Checked(0));
    assertThat(device.ask(new Lite.Command.CheckPermission(UID + 1, some(BUNDLES))))
        .isEqualTo(new Lite.Reply.Checked(-1));
    assertThat(device.check(BUNDLES)).isEqualTo(1);
  }

  @Test
  void refusesAListOfWhichOneNameIsTooLong() {
    assertThat(device.save(2, 0, CAMERA, "p".repeat(64))).isEqualTo(18);
    assertThat(device.save(2, 0, CAMERA, "p".repeat(63))).isZero();
  }

  @Test
  void refusesFlagsForNobodyOrForNothing() {
    device.withNotes(CAMERA);

    assertThat(device.code(new Lite.Command.UpdatePermissionFlags(nothing(), some(CAMERA), 2)))
        .isEqualTo(10);
    assertThat(device.code(new Lite.Command.UpdatePermissionFlags(some(NOTES), nothing(), 2)))
        .isEqualTo(10);
  }

  @Test
  void startsAnAppWhoseNameIsJustShortEnough() {
    String longest = "n".repeat(63);
    save(longest, BUNDLES);

    device.ask(new Lite.Command.LoadPermissions(some(longest), UID));

    assertThat(device.check(BUNDLES)).isEqualTo(1);
  }

  private void save(String identifier, String name) {
    device.ask(
        save(some(identifier), Optional.of(List.of(new PermissionTrans(name, "why"))), 1, 0));
  }
}
