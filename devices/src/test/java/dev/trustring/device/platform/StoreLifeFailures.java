package dev.trustring.device.platform;

import static dev.trustring.device.platform.FakeDevice.NOTES;
import static dev.trustring.device.platform.FakeDevice.aPhone;

import dev.trustring.device.platform.Failures.Example;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.status.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Situations in which calls on whole stores, their transactions and their callbacks fail. */
final class StoreLifeFailures {

  private static final String STORE = "{storeId: 's'}";
  private static final String ON =
      "{storeId: 's', event: 'dataChange', type: 'SUBSCRIBE_TYPE_ALL', callback: 'f'}";

  private final List<Example> examples = new ArrayList<>();

  private StoreLifeFailures() {}

  static List<Example> all() {
    StoreLifeFailures failures = new StoreLifeFailures();
    failures.ofManager();
    failures.ofTransactions();
    failures.ofCallbacks();
    failures.ofBackups();
    failures.ofSubscriptions();
    failures.ofDamage();
    failures.ofDeath();
    failures.ofDataShare();
    return failures.examples;
  }

  private void ofManager() {
    String delete = "distributedKVStore.deleteKVStore";
    String ids = "distributedKVStore.getAllKVStoreId";
    String gone = "{appId: 'com.example.notes', storeId: 'gone'}";
    add(delete, "401", aPhone().withOpenStore(), "{appId: 'a/b', storeId: 's'}");
    add(delete, "15100004", aPhone().withOpenStore(), gone);
    add(delete, "NOT_INSTALLED", aPhone(), gone);
    add(ids, "401", aPhone().withOpenStore(), "{appId: ''}");
    add(ids, "202", aPhone().withOpenStore(), "{appId: 'com.example.other'}");
    add(ids, "NOT_INSTALLED", aPhone(), "{appId: 'com.example.notes'}");
  }

  private void ofDataShare() {
    String predicates = "{storeId: 's', resultSet: 'r', predicates: [{inKeys: ['k']}]}";
    String buckets = "{storeId: 's', valuesBuckets: [{key: 'k', value: 1}]}";
    add(
        "SingleKVStore.delete",
        "202",
        aPhone().withOpenStore(),
        predicates.replace("resultSet: 'r', ", ""));
    add("SingleKVStore.getResultSet", "202", aPhone().withOpenStore(), predicates);
    add("SingleKVStore.putBatch", "202", aPhone().withOpenStore(), buckets);
  }

  private void ofTransactions() {
    for (String name : List.of("startTransaction", "commit", "rollback")) {
      String call = "SingleKVStore." + name;
      FakeDevice phone = aPhone().withOpenStore();
      if (name.equals("startTransaction")) {
        phone.call(NOTES, call, STORE);
      }
      add(call, "DB_ERROR", phone, STORE);
      onStore(call, STORE, "{storeId: 'a-b'}");
    }
  }

  private void ofCallbacks() {
    String on = "SingleKVStore.on";
    FakeDevice busy = aPhone().withOpenStore();
    busy.call(NOTES, "SingleKVStore.startTransaction", STORE);
    add(on, "DB_ERROR", busy, ON);
    FakeDevice full = aPhone().withOpenStore();
    for (int i = 0; i < 8; i++) {
      full.call(NOTES, on, ON.replace("'f'", "'f" + i + "'"));
    }
    add(on, "15100001", full, ON);
    onStore(on, ON, ON.replace("dataChange", "syncComplete"));
    onStore(
        "SingleKVStore.off",
        "{storeId: 's', event: 'dataChange'}",
        "{storeId: 's', event: 'dataChange', callback: 'unknown'}");
  }

  private void ofDeath() {
    Map<String, String> more = new TreeMap<>();
    more.put("SingleKVStore.sync", "deviceIds: ['tablet'], mode: 'PUSH_ONLY'");
    more.put("SingleKVStore.setSyncParam", "defaultAllowedDelayMs: 1000");
    more.put("SingleKVStore.enableSync", "enabled: true");
    more.put("SingleKVStore.setSyncRange", "localLabels: ['a'], remoteSupportLabels: ['a']");
    more.put("distributedKVStore.getAllKVStoreId", "appId: 'com.example.notes'");
    more.put(
        "SingleKVStore.on", "event: 'dataChange', type: 'SUBSCRIBE_TYPE_REMOTE', callback: 'f'");
    more.forEach(
        (call, arguments) ->
            add(
                call,
                "SERVER_UNAVAILABLE",
                aPhone()
                    .withOpenStore()
                    .whoseDataServiceSays(new KvCall.Reply.Failed(Status.SERVER_UNAVAILABLE)),
                "{storeId: 's', " + arguments + "}"));
    String die = "{event: 'distributedDataServiceDie', callback: 'f'}";
    for (String call : List.of("distributedKVStore.on", "distributedKVStore.off")) {
      add(call, "401", aPhone().with("notes"), die.replace("Die", "Lives"));
      add(call, "NOT_INSTALLED", aPhone(), die);
    }
  }

  private void ofDamage() {
    Map<String, String> more = new TreeMap<>();
    more.put("SingleKVStore.put", "key: 'k', value: 1");
    more.put("SingleKVStore.putBatch", "entries: [{key: 'k', value: 1}]");
    more.put("SingleKVStore.delete", "key: 'k'");
    more.put("SingleKVStore.deleteBatch", "keys: ['k']");
    more.put("SingleKVStore.removeDeviceData", "deviceId: 'tablet'");
    more.put("SingleKVStore.startTransaction", "more: 1");
    more.put("SingleKVStore.backup", "file: 'monday'");
    for (String store : List.of("SingleKVStore.", "DeviceKVStore.")) {
      more.put(store + "get", "deviceId: 'tablet', key: 'k'");
      more.put(store + "getEntries", "deviceId: 'tablet', keyPrefix: 'k'");
      more.put(store + "getResultSize", "deviceId: 'tablet', query: []");
      more.put(store + "getResultSet", "deviceId: 'tablet', resultSet: 'r', query: []");
    }
    more.forEach(
        (call, arguments) -> {
          FakeDevice phone = aPhone().withOpenStore();
          phone.stores().hit("s");
          add(call, "15100003", phone, "{storeId: 's', " + arguments + "}");
        });
    FakeDevice writing = aPhone().withOpenStore();
    writing.call(NOTES, "SingleKVStore.startTransaction", STORE);
    writing.stores().hit("s");
    add("SingleKVStore.commit", "15100003", writing, STORE);
  }

  private void ofBackups() {
    String backup = "SingleKVStore.backup";
    String monday = "{storeId: 's', file: 'monday'}";
    for (String name : List.of("backup", "restore", "rekey")) {
      FakeDevice busy = aPhone().withOpenStore();
      busy.call(NOTES, "SingleKVStore.startTransaction", STORE);
      add("SingleKVStore." + name, "DB_ERROR", busy, monday);
    }
    FakeDevice full = aPhone().withOpenStore();
    for (int i = 0; i < 5; i++) {
      full.call(NOTES, backup, monday.replace("monday", "day" + i));
    }
    add(backup, "ERROR", full, monday);
    onStore(backup, monday, monday.replace("monday", "autoBackup"));
    onStore("SingleKVStore.restore", monday, monday);
    onStore("SingleKVStore.deleteBackup", "{storeId: 's', files: ['a']}", STORE);
    onStore("SingleKVStore.rekey", STORE, "{}");
    add("SingleKVStore.rekey", "15100003", aPhone().withOpenStore(), STORE);
  }

  private void ofSubscriptions() {
    String good = "{storeId: 's', deviceIds: ['tablet'], query: [{prefixKey: 'n'}]}";
    for (String name : List.of("SubscribeWithQuery", "UnsubscribeWithQuery")) {
      String call = "SingleKvStore." + name;
      add(call, "27459585", aPhone().withOpenStore(), STORE);
      for (Status status :
          List.of(
              Status.PERMISSION_DENIED,
              Status.SERVER_UNAVAILABLE,
              Status.DEVICE_NOT_ONLINE,
              Status.NOT_SUPPORT,
              Status.ERROR)) {
        FakeDevice failing =
            aPhone().withOpenStore().whoseDataServiceSays(new KvCall.Reply.Failed(status));
        add(call, Integer.toString(status.number()), failing, good);
      }
      FakeDevice without =
          aPhone().with("notes").whoseDataServiceSays(new KvCall.Reply.NoStoreObject());
      add(call, "TypeError", without, good);
      add(call, "NOT_INSTALLED", aPhone(), good);
    }
  }

  private void onStore(String call, String good, String bad) {
    FakeDevice closed = aPhone().withOpenStore();
    closed.call(NOTES, "distributedKVStore.closeKVStore", STORE);
    add(call, "401", aPhone().withOpenStore(), bad);
    add(call, "15100005", closed, good);
    add(call, "TypeError", aPhone().with("notes"), good);
    add(call, "NOT_INSTALLED", aPhone(), good);
  }

  private void add(String call, String listed, FakeDevice phone, String arguments) {
    examples.add(new Example(call, listed, () -> phone.call(NOTES, call, arguments)));
  }
}
