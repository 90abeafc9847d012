package dev.trustring.kv.gate;

import static dev.trustring.kv.AttemptFixture.anAttempt;
import static dev.trustring.kv.DeviceFixture.aPhone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.AttemptFixture;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Evidence;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.fix.FixSearch;
import dev.trustring.kv.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The data group that the article asks for when a store is opened. */
class DataGroupGateTest {

  private static final String GATE = "G0-group";

  @Test
  void asksNothingOfAnAppWhoseManagerExpectsNoGroup() {
    assertThat(opening(DataGroup.NONE).asks(GATE).word()).isEqualTo("pass");
  }

  @Test
  void letsAnAppThroughThatDeclaresTheGroup() {
    DataGroup group = expecting("group.notes", "group.other", "group.notes");

    assertThat(opening(group).asks(GATE).evidence())
        .extracting(Evidence::says)
        .containsExactly("com.example.notes declares group.notes");
  }

  @Test
  void stopsAnAppThatDeclaresAnotherGroup() {
    Verdict verdict = refused(expecting("group.notes", "group.note")).asks(GATE);

    assertThat(verdict.stop()).contains(DenyReason.DATA_GROUP_MISMATCH);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly(
            "the KVManager expects group.notes", "com.example.notes declares group.note");
  }

  @Test
  void stopsAnAppThatDeclaresNoGroupAtAll() {
    Verdict verdict = refused(expecting("group.notes")).asks(GATE);

    assertThat(verdict.stop()).contains(DenyReason.DATA_GROUP_MISMATCH);
    assertThat(verdict.evidence().get(1).says()).isEqualTo("com.example.notes declares none");
  }

  @Test
  void letsAppsOfOneCertificateShareAGroup() {
    DataGroup group = expecting("group.notes", "group.notes").ownedBy("acme");

    assertThat(opening(group).asks(GATE).word()).isEqualTo("pass");
  }

  @Test
  void stopsAnAppOfAnotherCertificateThanTheGroups() {
    Verdict verdict = refused(ofOthers()).asks(GATE);

    assertThat(verdict.stop()).contains(DenyReason.DATA_GROUP_SIGNING);
    assertThat(verdict.evidence())
        .extracting(Evidence::says)
        .containsExactly(
            "the apps of group.notes are signed by other-team",
            "com.example.notes is signed by acme");
  }

  @Test
  void saysThatThePermissionWasThereWhenTheGroupRefused() {
    assertThat(refused(ofOthers()).asks("G0").word()).isEqualTo("pass");
  }

  @Test
  void leavesTheFirstWordToThePermission() {
    AttemptFixture attempt = underTheArticle().inGroup(ofOthers()).from(aPhone().withoutGrant());

    assertThat(attempt.refusedOnOpening().asks("G0").stop()).contains(DenyReason.OPEN_UNGRANTED);
  }

  @Test
  void isNotAmongTheGatesOfThePlatform() {
    assertThat(Gates.of(RuleSet.OPENHARMONY))
        .noneMatch(gate -> gate.info().name().equals("data-group"));
    assertThat(Gates.of(RuleSet.ARTICLE))
        .filteredOn(gate -> gate.info().name().equals("data-group"))
        .hasSize(1);
  }

  @Test
  void isMendedByDeclaringTheGroup() {
    assertThat(fixes(refused(expecting("group.notes", "group.note"))))
        .containsExactly(List.of("declare dataGroupId group.notes in the app's app.json5"));
  }

  @Test
  void isMendedByOneCertificate() {
    assertThat(fixes(refused(ofOthers())))
        .containsExactly(List.of("sign all apps of group.notes with one certificate"));
  }

  private static List<List<String>> fixes(AttemptFixture attempt) {
    return FixSearch.of(attempt.over(AttemptFixture.wifi()).facts()).stream()
        .map(fix -> fix.changes())
        .toList();
  }

  private static DataGroup ofOthers() {
    return expecting("group.notes", "group.notes").ownedBy("other-team");
  }

  private static DataGroup expecting(String group, String... declared) {
    return new DataGroup(Optional.of(group), List.of(declared), "acme", Optional.empty());
  }

  private static AttemptFixture opening(DataGroup group) {
    return underTheArticle().inGroup(group);
  }

  private static AttemptFixture refused(DataGroup group) {
    return opening(group).refusedOnOpening();
  }

  private static AttemptFixture underTheArticle() {
    return anAttempt().under(RuleSet.ARTICLE);
  }
}
