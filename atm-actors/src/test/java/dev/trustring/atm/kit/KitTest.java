package dev.trustring.atm.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KitTest {
  private static final String APP = "com.example.notes";
  private static final String BY_USER = "com.example.USER";
  private static final String BY_SYSTEM = "com.example.SYSTEM";

  private KitState state =
      KitState.EMPTY.define(
          defined -> {
            defined.put(BY_USER, new KitDefinition(BY_USER, "com.example.definer", 0, 1));
            defined.put(BY_SYSTEM, new KitDefinition(BY_SYSTEM, "com.example.definer", 1, 1));
            return defined;
          });

  @Test
  void grantsAUsersPermissionToThatUserAlone() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 100));
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 101));
    assertThat(verify(BY_USER, 100)).isEqualTo(-1);

    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 100));

    assertThat(verify(BY_USER, 100)).isZero();
    assertThat(verify(BY_USER, 101)).isEqualTo(-1);
    make(new KitChange.RevokeUserGrantedPermission(APP, BY_USER, 100));
    assertThat(verify(BY_USER, 100)).isEqualTo(-1);
  }

  @Test
  void grantsASystemsPermissionToEveryUser() {
    make(new KitChange.AddSystemGrantedReqPermissions(APP, List.of(BY_SYSTEM)));

    make(new KitChange.GrantSystemGrantedPermission(APP, BY_SYSTEM));

    assertThat(verify(BY_SYSTEM, 0)).isZero();
    assertThat(verify(BY_SYSTEM, 100)).isZero();
    make(new KitChange.RevokeSystemGrantedPermission(APP, BY_SYSTEM));
    assertThat(verify(BY_SYSTEM, 100)).isEqualTo(-1);
  }

  @Test
  void changesNothingForNamesThatAreUndefinedOfTheOtherModeOrNotRequested() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_SYSTEM, "com.example.NO"), 0));
    make(new KitChange.AddSystemGrantedReqPermissions(APP, List.of(BY_USER)));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_SYSTEM, 0));
    make(new KitChange.GrantSystemGrantedPermission(APP, BY_USER));
    make(new KitChange.GrantSystemGrantedPermission(APP, "com.example.NO"));

    assertThat(state.holders()).isEmpty();
  }

  @Test
  void letsADialogAskForAUsersPermissionThatIsNotGranted() {
    assertThat(Kit.canRequest(state, APP, BY_USER, 0)).isTrue();
    assertThat(Kit.canRequest(state, APP, BY_SYSTEM, 0)).isFalse();
    assertThat(Kit.canRequest(state, APP, "com.example.NO", 0)).isFalse();
    assertThat(Kit.canRequest(state, "", BY_USER, 0)).isFalse();
    assertThat(Kit.canRequest(state, APP, BY_USER, -1)).isFalse();

    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));

    assertThat(Kit.canRequest(state, APP, BY_USER, 0)).isFalse();
  }

  @Test
  void keepsWhatIsHeldWhenItIsRequestedAgain() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));

    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));

    assertThat(verify(BY_USER, 0)).isZero();
  }

  @Test
  void forgetsAllThatAnAppOfAUserRequested() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 1));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 1));
    make(new KitChange.AddSystemGrantedReqPermissions(APP, List.of(BY_SYSTEM)));
    make(new KitChange.GrantSystemGrantedPermission(APP, BY_SYSTEM));

    make(new KitChange.RemoveUserGrantedReqPermissions(APP, 0));

    assertThat(verify(BY_USER, 0)).isEqualTo(-1);
    assertThat(verify(BY_USER, 1)).isZero();
    assertThat(verify(BY_SYSTEM, 0)).isZero();
    make(new KitChange.RemoveSystemGrantedReqPermissions(APP));
    assertThat(verify(BY_SYSTEM, 0)).isEqualTo(-1);
  }

  @Test
  void verifiesNothingWithoutADefinitionThoughTheRowRemains() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));
    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));
    KitDefinition definition = Kit.definition(state, BY_USER).orElseThrow();

    make(new KitChange.RemoveDefPermissions("com.example.definer"));
    assertThat(verify(BY_USER, 0)).isEqualTo(-1);
    assertThat(Kit.definition(state, BY_USER)).isEmpty();

    make(new KitChange.AddDefPermissions(List.of(definition)));
    assertThat(verify(BY_USER, 0)).isZero();
  }

  @Test
  void skipsDefinitionsThatAreInvalid() {
    make(
        new KitChange.AddDefPermissions(
            List.of(
                new KitDefinition("", APP, 0, 1),
                new KitDefinition("n".repeat(257), APP, 0, 1),
                new KitDefinition("a", "", 0, 1),
                new KitDefinition("b", APP, 2, 1),
                new KitDefinition("c", APP, 0, 3),
                new KitDefinition("n".repeat(256), APP, 1, 4))));

    assertThat(state.definitions()).hasSize(3).containsKey("n".repeat(256));
  }

  @Test
  void answersBadParametersLikeANo() {
    KitState before = state;
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER, BY_SYSTEM), -1));
    make(new KitChange.AddUserGrantedReqPermissions("", List.of(BY_USER), 0));
    make(new KitChange.AddSystemGrantedReqPermissions("b".repeat(257), List.of(BY_SYSTEM)));

    assertThat(state).isEqualTo(before);
    assertThat(verify("", 0)).isEqualTo(-1);
    assertThat(verify(BY_USER, -1)).isEqualTo(-1);
  }

  private void make(KitChange change) {
    state = change.appliedTo(state);
  }

  private int verify(String name, int userId) {
    return Kit.verify(state, APP, name, userId);
  }

  @Test
  void doesNotGrantWhatHasBecomeOfTheOtherModeSinceItWasRequested() {
    make(new KitChange.AddUserGrantedReqPermissions(APP, List.of(BY_USER), 0));
    make(new KitChange.RemoveDefPermissions("com.example.definer"));
    make(
        new KitChange.AddDefPermissions(
            List.of(new KitDefinition(BY_USER, "com.example.definer", 1, 1))));

    make(new KitChange.GrantUserGrantedPermission(APP, BY_USER, 0));

    assertThat(state.holders().get(new KitState.Holder(APP, 0)))
        .containsEntry(BY_USER, new KitState.Held(false, 0));
  }
}
