package dev.trustring.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of faults that strike one thing alone: a level, one half of a bond, one kind of word. */
class SmallFaultTaleTest {

  private static final String PERMISSION = "ohos.permission.DISTRIBUTED_DATASYNC";
  private static final String OF_PHONE =
      "{ at: %s, on: tablet, app: settings, call: AccessTokenKit.%s, args: { deviceId: phone, app:"
          + " notes%s } }";

  @Test
  void refusesADeviceThatStatesALowerLevelUntilItStatesItsOwn() {
    Tale tale =
        ofLabel("S2", "SL4")
            .fault("10s", "level-change, device: tablet, level: SL1, for: 20s")
            .sync("20s", "phone", "tablet")
            .sync("40s", "phone", "tablet");

    assertThat(Ran.of(tale.read()).stops()).containsExactly("level 27459616", "none 0");
  }

  @Test
  void keepsStatingAnotherLevelAfterARestart() {
    Tale tale =
        ofLabel("S2", "SL4")
            .fault("10s", "level-change, device: tablet, level: SL1")
            .fault("12s", "crash, device: tablet, for: 1s")
            .call("30s", "tablet", "distributedKVStore.getKVStore", "storeId: notes")
            .sync("40s", "phone", "tablet");

    assertThat(Ran.of(tale.read()).stops()).containsExactly("level 27459616");
  }

  /** Its own level stays what it is, and so it does not take what it may not hold. */
  @Test
  void takesNoMoreThanItMayWhenItStatesAHigherLevel() {
    Tale tale =
        ofLabel("S3", "SL1")
            .fault("10s", "level-change, device: tablet, level: SL5, for: 60s")
            .sync("20s", "phone", "tablet")
            .expect("always: [no-leak-above-level]");

    Ran ran = Ran.of(tale.read());

    assertThat(ran.broken()).isEmpty();
    assertThat(ran.stops()).containsExactly("level 27459616");
    assertThat(ran.onlyDecision().firstStop().orElseThrow().gate().id()).startsWith("R");
  }

  @ParameterizedTest
  @CsvSource({"acct-1, false", "acct-1, true", "none, false"})
  void endsTrustOnOneSideAlone(String account, boolean reverse) {
    Tale tale = pair(account).granted("phone, tablet");
    tale.fault(
        "5s",
        reverse
            ? "one-sided-unbind, from: tablet, to: phone"
            : "one-sided-unbind, from: phone, to: tablet");

    Ran ran = Ran.of(tale.read());

    String forgets = reverse ? "tablet" : "phone";
    String keeps = reverse ? "phone" : "tablet";
    assertThat(deleted(ran, forgets)).isNotEmpty();
    assertThat(deleted(ran, keeps)).isEmpty();
  }

  /** Whoever still has its half begins nothing, so this hangs on the other one's turn. */
  @ParameterizedTest
  @CsvSource({"phone, tablet", "tablet, phone"})
  void isInItsAccountsRingAgainBeforeLong(String forgets, String keeps) {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .fault("5s", "one-sided-unbind, from: %s, to: %s".formatted(forgets, keeps))
            .sync("100s", "phone", "tablet");

    assertThat(Ran.of(tale.read()).stops()).containsExactly("none 0");
  }

  @Test
  void endsSyncsThatAreUnderWayWhenAnotherUserComesToTheFront() {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("phone, tablet")
            .put("3s", "phone", "n1", "milk")
            .fault("4s", "delay, from: tablet, to: phone, by: 5s, for: 20s")
            .sync("5s", "phone", "tablet")
            .fault("6s", "switch-user, device: phone, for: 60s")
            .sync("150s", "phone", "tablet");

    Ran ran = Ran.of(tale.read());

    assertThat(ran.stops()).containsExactly("trust 27459584", "none 0");
    assertThat(ran.decisions().get(0).firstStop().orElseThrow().gate().id()).isEqualTo("G6");
  }

  private static Tale pair(String account) {
    boolean bonded = account.equals("none");
    String of = bonded ? "" : ", account: " + account;
    Tale tale =
        Tale.nobody()
            .device("phone", "kind: phone, level: SL4" + of)
            .device("tablet", "kind: tablet, level: SL4" + of)
            .network("home: { type: wifi, members: [phone, tablet] }");
    return bonded ? tale.bond("{ between: [phone, tablet], by: pin, for: notes }") : tale;
  }

  private static List<String> deleted(Ran ran, String device) {
    return ran.notes("trust", device).stream().filter(line -> line.contains("Deleted")).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesACopyOfAGrantStaleWhenTheUpdateIsLost(boolean lost) {
    Tale tale = Tale.ofPhoneAndTablet().granted("phone, tablet");
    tale.line(OF_PHONE.formatted("5s", "AllocLocalTokenID", ""));
    if (lost) {
      tale.fault("8s", "token-update-lost, device: phone, for: 60s");
    }
    tale.fault("10s", "revoke, device: phone, app: notes");
    tale.line(OF_PHONE.formatted("90s", "VerifyAccessToken", ", permissionName: " + PERMISSION));

    String answer = Ran.of(tale.read()).answer("tablet", "AccessTokenKit.VerifyAccessToken");

    assertThat(answer).isEqualTo(lost ? "0" : "-1");
  }

  @ParameterizedTest
  @CsvSource({
    "DENSE, lost-writes, 15100004 NOT_FOUND",
    "DENSE, torn-writes, \"2\"",
    "VIRTUAL, lost-writes, 15100004 NOT_FOUND",
    "VIRTUAL, torn-writes, \"2\""
  })
  void acknowledgesNothingThatTheDiskDoesNotTell(HostKind host, String fault, String then) {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("tablet")
            .put("3s", "tablet", "a", "1")
            .fault("4s", fault + ", device: tablet, for: 5s")
            .put("5s", "tablet", "b", "2")
            .call("15s", "tablet", "distributedKVStore.getKVStore", "storeId: notes")
            .call("16s", "tablet", "SingleKVStore.get", "storeId: notes, key: a")
            .call("17s", "tablet", "SingleKVStore.get", "storeId: notes, key: b");

    List<StepResult> steps = Ran.on(host, tale.read()).result().steps();

    assertThat(steps.get(3).outcome()).as("the answer to the write that was under way").isEmpty();
    assertThat(steps.get(5).outcome().orElseThrow().shortForm()).isEqualTo("1");
    assertThat(steps.get(6).outcome().orElseThrow().shortForm()).contains(then.replace("\"", ""));
  }

  /** Whoever watches knows of a row that is on the disk, also where the device was not told. */
  @Test
  void showsWhatATornDiskKeeps() {
    Tale tale =
        Tale.ofPhoneAndTablet()
            .ready("tablet")
            .fault("4s", "torn-writes, device: tablet, for: 5s")
            .put("5s", "tablet", "b", "2");

    assertThat(Ran.of(tale.read()).notes("store", "tablet"))
        .filteredOn(line -> line.contains("Wrote"))
        .hasSize(1);
  }

  private static Tale ofLabel(String label, String level) {
    return Tale.nobody()
        .app("notes", "bundle: com.example.notes, signing: acme", label)
        .device("phone", "kind: phone, level: SL4, account: acct-1")
        .device("tablet", "kind: tablet, account: acct-1, level: " + level)
        .network("home: { type: wifi, members: [phone, tablet] }")
        .ready("phone, tablet")
        .put("5s", "phone", "n1", "milk");
  }
}
