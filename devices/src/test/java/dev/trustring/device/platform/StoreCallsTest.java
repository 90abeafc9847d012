package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.SETTINGS;
import static dev.trustring.device.platform.FakeDevice.aPhone;
import static dev.trustring.device.platform.PermissionCallsTest.code;
import static dev.trustring.device.platform.PermissionCallsTest.returned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.token.BundleName;
import dev.trustring.device.SampleApps;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.StoreOptions;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.identity.DeviceName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCallsTest {
  private static final String OPEN = "distributedKVStore.getKVStore";
  private static final String CLOSE = "distributedKVStore.closeKVStore";
  private static final String PUT = "SingleKVStore.put";
  private static final String PUT_BATCH = "SingleKVStore.putBatch";
  private static final String GET = "SingleKVStore.get";
  private static final String DELETE = "SingleKVStore.delete";
  private static final String ENTRIES = "SingleKVStore.getEntries";
  private static final String SYNC = "SingleKVStore.sync";

  private final FakeDevice phone = aPhone().withOpenStore();

  @Test
  void remembersTheBundleNameThatTheAppClaims() {
    CallOutcome outcome =
        phone.call(
            NOTES, "distributedKVStore.createKVManager", "{bundleName: 'com.example.wrong'}");

    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(((KvCall.CreateManager) phone.stores().lastCall()).claimed())
        .isEqualTo(new BundleName("com.example.wrong"));
  }

  @Test
  void tellsWhichDataGroupTheManagerExpectsAndWhichTheAppDeclares() {
    phone.call(
        NOTES,
        "distributedKVStore.createKVManager",
        "{bundleName: 'com.example.notes', dataGroupId: 'group.notes'}");

    DataGroup group = ((KvCall.CreateManager) phone.stores().lastCall()).group();
    assertThat(group.expected()).contains("group.notes");
    assertThat(group.declared()).isEqualTo(SampleApps.NOTES.dataGroupIds());
    assertThat(group.signing()).isEqualTo(SampleApps.NOTES.signing());
  }

  @Test
  void opensAStoreWithThePlatformsDefaults() {
    assertThat(phone.stores().state("s").options())
        .contains(
            new StoreOptions(
                true,
                false,
                true,
                false,
                KvStoreType.DEVICE_COLLABORATION,
                SecurityLabel.S2,
                Optional.empty()));
  }

  @Test
  void opensAStoreAsTheOptionsSay() {
    phone.call(
        NOTES,
        OPEN,
        "{storeId: 'other', options: {securityLevel: 'S4', kvStoreType: 'SINGLE_VERSION',"
            + " createIfMissing: true, encrypt: true, backup: false, autoSync: true}}");

    assertThat(phone.stores().state("other").options())
        .contains(
            new StoreOptions(
                true,
                true,
                false,
                true,
                KvStoreType.SINGLE_VERSION,
                SecurityLabel.S4,
                Optional.empty()));
  }

  @Test
  void writesABatchInItsOrder() {
    CallOutcome outcome =
        phone.call(
            NOTES,
            PUT_BATCH,
            "{storeId: 's', entries: [{key: 'a', value: 1}, {key: ' b ', value: 'milk'},"
                + " {key: 'a', value: 2}]}");

    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(returned(phone.call(NOTES, GET, "{storeId: 's', key: 'a'}"))).isEqualTo("2");
    assertThat(returned(phone.call(NOTES, GET, "{storeId: 's', key: 'b'}"))).isEqualTo("\"milk\"");
  }

  @Test
  void writesNothingOfABatchWithOneBadEntry() {
    CallOutcome outcome =
        phone.call(NOTES, PUT_BATCH, "{storeId: 's', entries: [{key: 'a', value: 1}, {key: 'b'}]}");

    assertThat(code(outcome)).isEqualTo(401);
    assertThat(phone.stores().state("s").rows()).isEmpty();
  }

  @Test
  void takesMoreThanThePublishedLimitOf128Entries() {
    String entries =
        IntStream.range(0, 129)
            .mapToObj(i -> "{key: 'k" + i + "', value: 1}")
            .collect(Collectors.joining(", "));

    phone.call(NOTES, PUT_BATCH, "{storeId: 's', entries: [" + entries + "]}");

    assertThat(phone.stores().state("s").rows()).hasSize(129);
  }

  @Test
  void openingNeedsNoPermission() {
    assertThat(returned(phone.call(NOTES, OPEN, store("t", "securityLevel: 'S1'"))))
        .isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{options: {securityLevel: 'S1'}}",
        "{storeId: '', options: {securityLevel: 'S1'}}",
        "{storeId: 'a-b', options: {securityLevel: 'S1'}}",
        "{storeId: 'a'}",
        "{storeId: 'a', options: 'S1'}",
        "{storeId: 'a', options: {securityLevel: 'S0'}}",
        "{storeId: 'a', options: {securityLevel: 'S5'}}",
        "{storeId: 'a', options: {securityLevel: 's1'}}",
        "{storeId: 'a', options: {securityLevel: 'S1', kvStoreType: ''}}",
        "{storeId: 'a', options: {securityLevel: 'S1', kvStoreType: 'MULTI_VERSION'}}",
        "{storeId: 'a', options: {securityLevel: 'S1', encrypt: 'yes'}}",
        "{storeId: 'a', options: {securityLevel: 'S1', createIfMissing: false}}"
      })
  void anOpeningNeedsAStoreIdAndALabelAndNoMistypedOption(String arguments) {
    assertThat(code(phone.call(NOTES, OPEN, arguments))).isEqualTo(401);
  }

  @Test
  void takesStoreIdsOfUpTo128Characters() {
    String longest = "a".repeat(128);

    assertThat(returned(phone.call(NOTES, OPEN, store(longest, "securityLevel: 'S1'"))))
        .isEqualTo("null");
    assertThat(code(phone.call(NOTES, OPEN, store(longest + "a", "securityLevel: 'S1'"))))
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "'securityLevel: \"S3\"', true",
    "'securityLevel: \"S1\"', false",
    "'securityLevel: \"S2\", encrypt: true', false",
    "'securityLevel: \"S2\", kvStoreType: \"SINGLE_VERSION\"', false",
    "'securityLevel: \"S2\", autoSync: true, backup: false', true"
  })
  void opensAgainOnlyWithOptionsThatMayChange(String options, boolean opens) {
    CallOutcome outcome = phone.call(NOTES, OPEN, store("s", options));

    assertThat(outcome instanceof CallOutcome.Returned).isEqualTo(opens);
    if (!opens) {
      assertThat(code(outcome)).isEqualTo(15100002);
    }
  }

  @Test
  void closesAStoreThatWasNeverOpened() {
    assertThat(phone.call(NOTES, CLOSE, "{storeId: 'never'}")).isEqualTo(CallOutcome.done());
  }

  @Test
  void aStoreIsClosedAfterAsManyClosesAsOpens() {
    phone.call(NOTES, OPEN, store("s", "securityLevel: 'S2'"));

    phone.call(NOTES, CLOSE, "{storeId: 's'}");
    assertThat(phone.call(NOTES, PUT, "{storeId: 's', key: 'k', value: 1}"))
        .isEqualTo(CallOutcome.done());
    phone.call(NOTES, CLOSE, "{storeId: 's'}");
    assertThat(code(phone.call(NOTES, PUT, "{storeId: 's', key: 'k', value: 1}")))
        .isEqualTo(15100005);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"milk\"', '\"milk\"'",
    "42, 42",
    "1.0, 1",
    "0.5, 0.5",
    "-7, -7",
    "true, true",
    "'\"\"', '\"\"'"
  })
  void givesBackWhatWasPut(String put, String got) {
    phone.call(NOTES, PUT, "{storeId: 's', key: 'k', value: " + put + "}");

    assertThat(returned(phone.call(NOTES, GET, "{storeId: 's', key: 'k'}"))).isEqualTo(got);
  }

  @Test
  void storesEqualNumbersEqually() {
    phone.call(NOTES, PUT, "{storeId: 's', key: 'a', value: 1}");
    phone.call(NOTES, PUT, "{storeId: 's', key: 'b', value: 1.0}");

    assertThat(phone.stores().state("s").rows().values())
        .extracting(row -> row.value().orElseThrow())
        .hasSize(2)
        .allMatch(
            phone.stores().state("s").rows().values().iterator().next().value().get()::equals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: 'k'",
        "key: 'k', value: null",
        "key: 'k', value: {}",
        "key: 'k', value: []",
        "value: 1",
        "key: '', value: 1",
        "key: 7, value: 1"
      })
  void aPutNeedsAKeyAndAScalar(String arguments) {
    assertThat(code(phone.call(NOTES, PUT, "{storeId: 's', " + arguments + "}"))).isEqualTo(401);
  }

  @Test
  void stripsBlanksAroundAKey() {
    phone.call(NOTES, PUT, "{storeId: 's', key: '  k ', value: 1}");

    assertThat(returned(phone.call(NOTES, GET, "{storeId: 's', key: 'k'}"))).isEqualTo("1");
  }

  @Test
  void takesKeysThatLeaveRoomForTheDevice() {
    assertThat(phone.call(NOTES, PUT, "{storeId: 's', key: '" + "k".repeat(896) + "', value: 1}"))
        .isEqualTo(CallOutcome.done());
    assertThat(
            code(
                phone.call(NOTES, PUT, "{storeId: 's', key: '" + "k".repeat(897) + "', value: 1}")))
        .isEqualTo(401);
  }

  @Test
  void deletesAKeyAndAnAbsentOneToo() {
    phone.call(NOTES, PUT, "{storeId: 's', key: 'k', value: 1}");

    assertThat(phone.call(NOTES, DELETE, "{storeId: 's', key: 'k'}")).isEqualTo(CallOutcome.done());

    assertThat(code(phone.call(NOTES, GET, "{storeId: 's', key: 'k'}"))).isEqualTo(15100004);
    assertThat(phone.call(NOTES, DELETE, "{storeId: 's', key: 'k'}")).isEqualTo(CallOutcome.done());
  }

  @Test
  void listsEntriesByPrefixWithoutTheDeletedOnes() {
    for (String key : List.of("b1", "a2", "a1", "a3")) {
      phone.call(NOTES, PUT, "{storeId: 's', key: '" + key + "', value: '" + key + "'}");
    }
    phone.call(NOTES, DELETE, "{storeId: 's', key: 'a3'}");

    assertThat(returned(phone.call(NOTES, ENTRIES, "{storeId: 's', keyPrefix: 'a'}")))
        .isEqualTo("{\"a1\":\"a1\",\"a2\":\"a2\"}");
    assertThat(returned(phone.call(NOTES, ENTRIES, "{storeId: 's', keyPrefix: 'z'}")))
        .isEqualTo("{}");
  }

  @Test
  void setsTheLabelsOfTheSyncRange() {
    CallOutcome outcome =
        phone.call(
            NOTES,
            "SingleKVStore.setSyncRange",
            "{storeId: 's', localLabels: ['home'], remoteSupportLabels: ['home', 'office']}");

    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(phone.stores().state("s").range())
        .isEqualTo(new SyncRange(List.of("home"), List.of("home", "office")));
  }

  @Test
  void startsASyncWithTheListedDevices() {
    CallOutcome outcome =
        phone.call(
            NOTES,
            SYNC,
            "{storeId: 's', deviceIds: ['watch', 'tablet'], mode: 'PUSH_ONLY', delayMs: 250}");

    KvCall.Sync sync = (KvCall.Sync) phone.stores().lastCall();
    assertThat(outcome).isEqualTo(CallOutcome.done());
    assertThat(sync.targets()).containsExactly(new DeviceName("watch"), new DeviceName("tablet"));
    assertThat(sync.delay()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void syncsWithoutDelayIfNoneIsGiven() {
    phone.call(NOTES, SYNC, "{storeId: 's', deviceIds: [], mode: 'PUSH_ONLY'}");

    assertThat(((KvCall.Sync) phone.stores().lastCall()).delay()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: 'PUSH_ONLY'",
        "deviceIds: 'tablet', mode: 'PUSH_ONLY'",
        "deviceIds: ['no device id'], mode: 'PUSH_ONLY'",
        "deviceIds: []",
        "deviceIds: [], mode: 'push_only'",
        "deviceIds: [], mode: 'PUSH_ONLY', delayMs: -1",
        "deviceIds: [], mode: 'PUSH_ONLY', delayMs: 'soon'"
      })
  void aSyncNeedsDevicesAModeAndNoMistypedDelay(String arguments) {
    assertThat(code(phone.call(NOTES, SYNC, "{storeId: 's', " + arguments + "}"))).isEqualTo(401);
  }

  @Test
  void aBadArgumentWinsOverAMissingApp() {
    assertThat(code(aPhone().call(NOTES, PUT, "{storeId: 's', key: ''}"))).isEqualTo(401);
    assertThat(code(aPhone().call(NOTES, GET, "{storeId: '', key: 'k'}"))).isEqualTo(401);
  }

  @Test
  void theSettingsHaveNoStores() {
    CallOutcome outcome = phone.call(SETTINGS, GET, "{storeId: 's', key: 'k'}");

    assertThat(((CallOutcome.Threw) outcome).name()).isEqualTo("NOT_INSTALLED");
  }

  private static String store(String id, String options) {
    return "{storeId: '" + id + "', options: {" + options + "}}";
  }
}
