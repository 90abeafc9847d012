package dev.trustring.sim.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.kv.store.DataChange;
import dev.trustring.kv.store.KvStore;
import dev.trustring.sim.run.Completion;
import dev.trustring.sim.run.DeviceCallback;
import dev.trustring.sim.run.ProcessEnd;
import dev.trustring.sim.run.ServiceNews;
import dev.trustring.sim.run.SessionNews;
import dev.trustring.sim.run.StateChange;
import dev.trustring.sim.run.StepResult;
import dev.trustring.sim.run.StoreNews;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What calls and callbacks brought, as JSON. */
final class OutcomeJson {

  private OutcomeJson() {}

  static ObjectNode of(StepResult step) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("step", step.step());
    node.put("at", Seconds.exact(step.storyNanos()));
    node.put("device", step.device().value());
    node.put("caller", step.caller());
    node.put("call", step.call());
    node.set("outcome", outcome(step.outcome()));
    Json.place(node, step.origin());
    return node;
  }

  private static ObjectNode outcome(Optional<CallOutcome> outcome) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (outcome.isEmpty()) {
      node.put("kind", "none");
    } else if (outcome.get() instanceof CallOutcome.Returned returned) {
      node.put("kind", "returned");
      node.set("value", returned.value());
    } else if (outcome.get() instanceof CallOutcome.Threw threw) {
      node.put("kind", "threw");
      node.set("code", code(threw.code()));
      node.put("name", threw.name());
      node.put("message", threw.message());
      threw.detail().ifPresent(detail -> node.put("detail", detail));
    } else {
      throw new AssertionError(outcome);
    }
    return node;
  }

  static JsonNode code(OptionalInt code) {
    return code.isPresent() ? IntNode.valueOf(code.getAsInt()) : NullNode.getInstance();
  }

  static ObjectNode of(StateChange told) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(told.storyNanos()));
    node.put("device", told.device().value());
    node.put("listener", told.call().process());
    node.put("callback", told.call().callback());
    node.put("change", told.call().change().change());
    node.put("tokenID", Integer.toUnsignedLong(told.call().change().token().value()));
    node.put("permissionName", told.call().change().name().value());
    node.put("app", told.bundle().orElse(null));
    return node;
  }

  static ObjectNode of(DeviceCallback told) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(told.storyNanos()));
    node.put("device", told.device().value());
    node.put("app", told.call().app().value());
    node.put("event", told.call().event().word());
    node.put("says", told.call().says());
    return node;
  }

  static ObjectNode of(SessionNews news) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(news.storyNanos()));
    node.put("device", news.device().value());
    node.put("listener", news.callback().to());
    node.put("callback", news.callback().function());
    node.put("session", news.callback().session());
    node.put("detail", news.callback().detail());
    return node;
  }

  static ObjectNode of(ServiceNews news) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(news.storyNanos()));
    node.put("device", news.device().value());
    node.put("app", news.notice().app().value());
    node.put("callback", news.notice().callback());
    return node;
  }

  static ObjectNode of(ProcessEnd end) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(end.storyNanos()));
    node.put("device", end.device().value());
    node.put("app", end.app().value());
    node.put("user", end.user().value());
    return node;
  }

  static ObjectNode of(StoreNews news) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(news.storyNanos()));
    node.put("device", news.device().value());
    node.put("app", news.store().bundle().value());
    node.put("store", news.store().store().value());
    node.put("callback", news.told().callback());
    DataChange change = news.told().change();
    node.put("deviceId", change.deviceId());
    entries(node.putObject("insertEntries"), change.inserted());
    entries(node.putObject("updateEntries"), change.updated());
    entries(node.putObject("deleteEntries"), change.deleted());
    return node;
  }

  private static void entries(ObjectNode node, List<KvStore.Entry> entries) {
    entries.forEach(entry -> node.put(entry.key().text(), entry.value().text()));
  }

  static ObjectNode of(Completion done) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("at", Seconds.exact(done.storyNanos()));
    node.put("device", done.device().value());
    node.put("app", done.app());
    node.put("store", done.store());
    ObjectNode numbers = node.putObject("numbers");
    done.numbers().forEach((device, number) -> numbers.put(device.value(), number));
    return node;
  }
}
