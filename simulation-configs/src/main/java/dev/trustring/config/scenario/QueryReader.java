package dev.trustring.config.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.config.text.InputError;
import dev.trustring.config.text.Node;
import dev.trustring.config.text.Values;
import dev.trustring.device.call.QueryArgument;
import dev.trustring.kv.decision.Origin;
import dev.trustring.kv.query.Predicate;

/** Reads the predicates of a query: words, and objects of one predicate with what it is given. */
final class QueryReader {

  private static final String EXPECTED =
      "a predicate, such as and, prefixKey: n, or equalTo: [$.title, milk]";

  private final Draft draft;

  QueryReader(Draft draft) {
    this.draft = draft;
  }

  ArrayNode read(Node node) {
    ArrayNode query = JsonNodeFactory.instance.arrayNode();
    Values.list(node, "a list of predicates").forEach(item -> query.add(predicate(item)));
    return query;
  }

  private JsonNode predicate(Node item) {
    if (item instanceof Node.Scalar) {
      return alone(item);
    }
    if (!(item instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
      throw InputError.found(item, EXPECTED);
    }
    Node.Entry entry = mapping.entries().get(0);
    Predicate predicate = known(entry.origin(), entry.key());
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.set(predicate.word(), given(predicate, entry.value()));
    return object;
  }

  private static JsonNode alone(Node item) {
    String word = Values.text(item);
    Predicate predicate = known(item.origin(), word);
    if (predicate.form() != Predicate.Form.NOTHING) {
      throw InputError.at(
          item.origin(),
          word + " is given nothing",
          word + ": and " + predicate.form().expectation());
    }
    return TextNode.valueOf(word);
  }

  private JsonNode given(Predicate predicate, Node node) {
    if (predicate.form() == Predicate.Form.DEVICE) {
      return TextNode.valueOf(new Selectors(draft).one(node).value());
    }
    JsonNode given = Values.json(node);
    if (QueryArgument.clause(predicate, given).isEmpty()) {
      throw InputError.found(node, predicate.form().expectation());
    }
    return given;
  }

  private static Predicate known(Origin origin, String word) {
    return Predicate.parse(word)
        .orElseThrow(() -> InputError.unknown(origin, "predicate", word, Predicate.words()));
  }
}
