package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.kv.service.KvCall;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Value;

/** The answers that several calls give in the same way. */
final class Answer {

  static final Failure BAD_ARGUMENT = new Failure("401", "an argument is missing or not allowed");
  static final Failure NO_STORE = new Failure("TypeError", "the app holds no such store object");
  static final Failure NO_RESULT_SET =
      new Failure("TypeError", "the app holds no result set of that name");
  static final Failure CLOSED = new Failure("15100005", "the store was closed");
  static final Failure DAMAGED = new Failure("15100003", "the file of the store is damaged");
  static final Failure NO_SERVICE =
      new Failure("SERVER_UNAVAILABLE", "the data service of the device is dead; no code");
  static final Failure LOCKED =
      new Failure("SECURITY_LEVEL_ERROR", "the screen is locked, and the store S3; no code");
  static final Failure NO_PERMISSION =
      new Failure("201", "the app does not hold DISTRIBUTED_DATASYNC");
  static final Failure NOT_INSTALLED =
      new Failure("NOT_INSTALLED", "the calling app is not installed on the device");

  private Answer() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static CallOutcome badArgument(String what) {
    return CallOutcome.failed(401, "INVALID_ARGUMENT", what);
  }

  static CallOutcome badPermissionName() {
    return CallOutcome.failed(12100001, "PARAM_INVALID", "the name is empty or too long");
  }

  static CallOutcome noPermission(PermissionName name) {
    return CallOutcome.failed(201, "PERMISSION_DENIED", name.shortName() + " is not granted");
  }

  static CallOutcome notSystemApp() {
    return CallOutcome.failed(202, "NOT_SYSTEM_APP", "only system apps may call this");
  }

  static CallOutcome notInstalled(String app) {
    return CallOutcome.failedWithoutCode("NOT_INSTALLED", app + " is not installed here");
  }

  /** What an app sees of a refusal of the AccessTokenManager. */
  static CallOutcome of(AtmRefusal why) {
    return CallOutcome.failed(why.error().jsCode(), why.error().name(), why.reason());
  }

  /** What an app sees of an answer about a result set. */
  static CallOutcome ofResultSet(KvCall.Reply reply) {
    if (reply instanceof KvCall.Reply.NumberIs number) {
      return CallOutcome.of(JsonNodeFactory.instance.numberNode(number.value()));
    }
    if (reply instanceof KvCall.Reply.TruthIs truth) {
      return CallOutcome.of(JsonNodeFactory.instance.booleanNode(truth.value()));
    }
    if (reply instanceof KvCall.Reply.EntryFound found) {
      ObjectNode entry = object().put("key", found.row().id().key().text());
      found.row().value().ifPresent(value -> entry.set("value", Values.toJson(value)));
      return CallOutcome.of(entry);
    }
    return reply instanceof KvCall.Reply.NoStoreObject
        ? CallOutcome.failedWithoutCode("TypeError", "the app holds no result set of that name")
        : of(reply);
  }

  /** What an app sees of an answer of the data service. */
  static CallOutcome of(KvCall.Reply reply) {
    if (reply instanceof KvCall.Reply.FromStore store) {
      return of(store.reply());
    }
    if (reply instanceof KvCall.Reply.Failed failed) {
      return failed(failed.status());
    }
    if (reply instanceof KvCall.Reply.OpenDenied denied) {
      return CallOutcome.failedWithoutCode(
          denied.name(), "the user has not granted DISTRIBUTED_DATASYNC");
    }
    if (reply instanceof KvCall.Reply.NoStoreObject) {
      return CallOutcome.failedWithoutCode(
          "TypeError", "this process of the app got no such store from getKVStore");
    }
    if (reply instanceof KvCall.Reply.Stores stores) {
      ArrayNode ids = JsonNodeFactory.instance.arrayNode();
      stores.ids().forEach(id -> ids.add(id.value()));
      return CallOutcome.of(ids);
    }
    if (reply instanceof KvCall.Reply.Done) {
      return CallOutcome.done();
    }
    throw new AssertionError(reply);
  }

  private static CallOutcome of(KvStore.Reply reply) {
    if (reply instanceof KvStore.Reply.Refused refused) {
      return failed(refused.status());
    }
    if (reply instanceof KvStore.Reply.NoPartitions) {
      return CallOutcome.failedWithoutCode(
          "TypeError", "a SINGLE_VERSION store has no partitions of devices");
    }
    if (reply instanceof KvStore.Reply.Labelled labelled) {
      return CallOutcome.of(JsonNodeFactory.instance.numberNode(labelled.label().jsNumber()));
    }
    if (reply instanceof KvStore.Reply.FilesDeleted deleted) {
      ArrayNode files = JsonNodeFactory.instance.arrayNode();
      deleted.files().forEach(one -> files.addArray().add(one.file()).add(one.status().number()));
      return CallOutcome.of(files);
    }
    if (reply instanceof KvStore.Reply.Found found) {
      return CallOutcome.of(Values.toJson(found.value()));
    }
    if (reply instanceof KvStore.Reply.Listed listed) {
      ObjectNode entries = object();
      listed
          .rows()
          .forEach(
              row -> {
                Value value = row.value().orElseThrow();
                entries.set(row.id().key().text(), Values.toJson(value));
              });
      return CallOutcome.of(entries);
    }
    if (reply instanceof KvStore.Reply.Counted counted) {
      return CallOutcome.of(JsonNodeFactory.instance.numberNode(counted.rows()));
    }
    if (reply instanceof KvStore.Reply.Done) {
      return CallOutcome.done();
    }
    throw new AssertionError(reply);
  }

  private static CallOutcome failed(Status status) {
    if (status.countsAsSuccess()) {
      return CallOutcome.done();
    }
    return status.jsCode().isPresent()
        ? CallOutcome.failed(status.jsCode().getAsInt(), status.name(), status.meaning())
        : CallOutcome.failedWithoutCode(status.name(), status.meaning());
  }
}
