package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trustring.atm.ApiReply;
import dev.trustring.atm.Atm;
import dev.trustring.atm.TokenReply;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionDefinition;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.TokenId;
import java.util.List;
import java.util.Map;

/** The answers of the AccessTokenManager as values, with the platform's names (§4.3, §4.5). */
final class AtmAnswers {

  private AtmAnswers() {}

  /** The value of an answer that is no refusal. */
  static JsonNode value(Atm.Reply reply) {
    if (reply instanceof Atm.Reply.Changed) {
      return NullNode.getInstance();
    }
    if (reply instanceof Atm.Reply.Installed installed) {
      return number(installed.tokenId());
    }
    if (reply instanceof ApiReply answer) {
      return value(answer);
    }
    if (reply instanceof TokenReply answer) {
      return value(answer);
    }
    throw new AssertionError(reply);
  }

  private static JsonNode value(ApiReply reply) {
    if (reply instanceof ApiReply.Value value) {
      return IntNode.valueOf(value.number());
    }
    if (reply instanceof ApiReply.Values values) {
      return numbers(values.numbers());
    }
    if (reply instanceof ApiReply.Flag flag) {
      return BooleanNode.valueOf(flag.yes());
    }
    if (reply instanceof ApiReply.Defined defined) {
      return definition(defined.definition());
    }
    if (reply instanceof ApiReply.Requested requested) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      requested.permissions().entrySet().forEach(held -> list.add(state(held)));
      return list;
    }
    if (reply instanceof ApiReply.Dumped dumped) {
      return TextNode.valueOf(dumped.text());
    }
    throw new AssertionError(reply);
  }

  private static JsonNode value(TokenReply reply) {
    if (reply instanceof TokenReply.IdTold told) {
      return number(told.tokenId());
    }
    if (reply instanceof TokenReply.FullIdTold told) {
      return LongNode.valueOf(told.tokenId().value());
    }
    if (reply instanceof TokenReply.TypeTold told) {
      return IntNode.valueOf(told.type().code());
    }
    if (reply instanceof TokenReply.HapTokenInfoTold told) {
      return info(told);
    }
    if (reply instanceof TokenReply.ValueTold told) {
      return TextNode.valueOf(told.value());
    }
    throw new AssertionError(reply);
  }

  private static JsonNode number(TokenId id) {
    return LongNode.valueOf(Integer.toUnsignedLong(id.value()));
  }

  private static ArrayNode numbers(List<Integer> numbers) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    numbers.forEach(list::add);
    return list;
  }

  private static JsonNode state(Map.Entry<PermissionName, GrantState> held) {
    return Answer.object()
        .put("permissionName", held.getKey().value())
        .put("grantStatus", held.getValue().granted() ? 0 : -1)
        .put("grantFlags", held.getValue().flags());
  }

  private static JsonNode definition(PermissionDefinition definition) {
    return Answer.object()
        .put("permissionName", definition.name().value())
        .put("grantMode", definition.grantMode().code())
        .put("availableLevel", definition.availableLevel().code())
        .put("availableType", definition.availableType().code())
        .put("provisionEnable", definition.provisionEnable())
        .put("distributedSceneEnable", definition.distributedSceneEnable())
        .put("hasValue", definition.hasValue());
  }

  private static JsonNode info(TokenReply.HapTokenInfoTold told) {
    return Answer.object()
        .put("ver", told.token().tokenId().version())
        .put("userID", told.token().identity().user().value())
        .put("bundleName", told.token().identity().bundle().value())
        .put("apiVersion", told.details().apiVersion())
        .put("instIndex", told.token().identity().instIndex())
        .put("dlpType", told.details().dlpType().code())
        .put("tokenID", Integer.toUnsignedLong(told.token().tokenId().value()))
        .put("tokenAttr", told.fullId().attributes());
  }
}
