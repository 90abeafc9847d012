package dev.trustring.device.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trustring.device.call.Arguments;
import dev.trustring.device.call.CallName;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.call.CallSpec.Failure;
import dev.trustring.device.call.Param;
import dev.trustring.device.call.ParamType;
import dev.trustring.device.call.PlatformCall;
import dev.trustring.device.call.RunningCall;
import dev.trustring.trust.Trust;
import dev.trustring.trust.credential.CredentialCall;
import dev.trustring.trust.credential.CredentialError;
import dev.trustring.trust.credential.CredentialFilter;
import dev.trustring.trust.credential.CredentialPlan;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.ledger.StoredCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What processes and apps ask the identity service about credentials (trust-and-softbus §1.3). The
 * platform takes one text of JSON; here its fields are parameters. Agreeing on a credential with a
 * peer, the update of many at once and listeners are left out.
 */
final class CredManagerCall implements PlatformCall {

  private static final HiChainDoor DOOR = HiChainDoor.TO_CREDENTIALS;
  private static final Param USER =
      Param.optional(
          "osAccountId", ParamType.INTEGER, "whose credentials; the caller's if not given");
  private static final Param ID = Param.required("credId", ParamType.TEXT, "the credential");
  private static final Param APPS =
      Param.optional("authorizedAppList", ParamType.TEXTS, "token ids; needed for scope 3");
  private static final Param INFO =
      Param.optional("extendInfo", ParamType.TEXT, "anything that the owner wants kept");
  private static final String TYPES = "1 account, 2 no account, 3 shared";
  private static final String SCOPES = "1 device, 2 user, 3 app";
  private static final String SUBJECTS = "1 primary, 2 accessory";

  /** What a call asks, and how it tells what came of it. */
  private record Shape(
      String returns,
      Function<Asked, CredentialCall> maker,
      Function<List<StoredCredential>, CallOutcome> teller) {}

  private final CallSpec spec;
  private final Shape shape;

  private CredManagerCall(
      String name, String meaning, List<Param> params, List<CredentialError> errors, Shape shape) {
    List<Failure> failures = new ArrayList<>(List.of(DOOR.closed()));
    errors.forEach(
        error -> failures.add(new Failure(Integer.toString(error.number()), error.text())));
    this.spec =
        new CallSpec(
            new CallName("CredManager." + name),
            Stream.concat(Stream.of(USER, HiChainDoor.PROCESS), params.stream()).toList(),
            shape.returns(),
            failures,
            meaning);
    this.shape = shape;
  }

  /** The arguments, whose types are right. */
  private record Asked(Arguments arguments) {

    String text(String name) {
      return arguments.text(name).orElse("");
    }

    long number(String name) {
      return arguments.number(name).orElse(0L);
    }

    Optional<DeviceIdentity> device() {
      return arguments.text("deviceId").map(DeviceIdentity::of);
    }

    CredentialPlan plan() {
      return new CredentialPlan(
          number("method"),
          number("credType"),
          number("authorizedScope"),
          number("subject"),
          text("credOwner"),
          device().orElseThrow(),
          text("userId"),
          text("peerUserSpaceId"),
          arguments.texts(APPS.name()),
          text(INFO.name()),
          text(ID.name()),
          text("keyValue"));
    }

    CredentialFilter filter() {
      return new CredentialFilter(
          device().map(DeviceIdentity::udid),
          arguments.text("userId"),
          arguments.text("peerUserSpaceId"),
          arguments.text("credOwner"),
          arguments.number("credType"),
          arguments.number("authorizedScope"),
          arguments.number("subject"));
    }
  }

  static List<PlatformCall> all() {
    return Stream.of(added(), changed(), read()).flatMap(List::stream).toList();
  }

  private static List<PlatformCall> added() {
    return List.of(
        new CredManagerCall(
            "addCredential",
            "Adds a credential; one that is shared lets one of two devices reach the other.",
            List.of(
                Param.required("method", ParamType.INTEGER, "1 makes a key, 2 brings one"),
                Param.required("credType", ParamType.INTEGER, TYPES),
                Param.required("authorizedScope", ParamType.INTEGER, SCOPES),
                Param.required("subject", ParamType.INTEGER, SUBJECTS),
                Param.required("credOwner", ParamType.TEXT, "the business it is for"),
                Param.required("deviceId", ParamType.DEVICE, "the device that it is of"),
                Param.optional("userId", ParamType.TEXT, "the account; of types 1 and 3"),
                Param.optional("peerUserSpaceId", ParamType.TEXT, "the user of that device"),
                APPS,
                INFO,
                Param.optional("credId", ParamType.TEXT, "its id; chosen if not given"),
                Param.optional("keyValue", ParamType.TEXT, "the key that is brought, in hex")),
            changing(CredentialError.CRED_ID_EXISTED, CredentialError.BEYOND_LIMIT),
            new Shape(
                "the id, as credId",
                asked -> new CredentialCall.Add(asked.plan()),
                told -> CallOutcome.of(Answer.object().put("credId", told.get(0).id())))));
  }

  private static List<PlatformCall> changed() {
    return List.of(
        new CredManagerCall(
            "deleteCredential",
            "Deletes a credential, which only who added it may.",
            List.of(ID),
            changing(CredentialError.LOCAL_CRED_NOT_EXIST, CredentialError.OWNER_UID),
            new Shape(
                "nothing",
                asked -> new CredentialCall.Delete(asked.text(ID.name())),
                told -> CallOutcome.done())),
        new CredManagerCall(
            "deleteCredByParams",
            "Deletes all credentials that the caller has added and that are meant.",
            filters(),
            changing(),
            new Shape(
                "their ids",
                asked -> new CredentialCall.DeleteAll(asked.filter()),
                CredManagerCall::ids)),
        new CredManagerCall(
            "updateCredInfo",
            "Changes what is said about a credential.",
            List.of(ID, APPS, INFO),
            changing(CredentialError.LOCAL_CRED_NOT_EXIST, CredentialError.OWNER_UID),
            new Shape(
                "nothing",
                asked ->
                    new CredentialCall.Update(
                        asked.text(ID.name()),
                        asked.arguments().texts(APPS.name()),
                        asked.arguments().text(INFO.name())),
                told -> CallOutcome.done())));
  }

  private static List<PlatformCall> read() {
    return List.of(
        new CredManagerCall(
            "exportCredential",
            "Tells the key of a credential to who added it.",
            List.of(ID),
            reading(
                CredentialError.LOCAL_CRED_NOT_EXIST,
                CredentialError.OWNER_UID,
                CredentialError.KEY_NOT_EXIST),
            new Shape(
                "the key, as keyValue",
                asked -> new CredentialCall.Export(asked.text(ID.name())),
                told ->
                    CallOutcome.of(
                        Answer.object().put("keyValue", told.get(0).key().orElseThrow())))),
        new CredManagerCall(
            "queryCredentialByParams",
            "Finds credentials.",
            filters(),
            reading(),
            new Shape(
                "their ids",
                asked -> new CredentialCall.Find(asked.filter()),
                CredManagerCall::ids)),
        new CredManagerCall(
            "queryCredInfoByCredId",
            "Tells what is stored of a credential.",
            List.of(ID),
            reading(CredentialError.LOCAL_CRED_NOT_EXIST),
            new Shape(
                "all but its key",
                asked -> new CredentialCall.Tell(asked.text(ID.name())),
                told -> CallOutcome.of(json(told.get(0))))));
  }

  private static List<Param> filters() {
    return List.of(
        Param.optional("deviceId", ParamType.DEVICE, "the device that they are of"),
        Param.optional("userId", ParamType.TEXT, "the account"),
        Param.optional("peerUserSpaceId", ParamType.TEXT, "the user of that device"),
        Param.optional("credOwner", ParamType.TEXT, "the business they are for"),
        Param.optional("credType", ParamType.INTEGER, TYPES),
        Param.optional("authorizedScope", ParamType.INTEGER, SCOPES),
        Param.optional("subject", ParamType.INTEGER, SUBJECTS));
  }

  private static List<CredentialError> changing(CredentialError... own) {
    List<CredentialError> all = reading(own);
    all.add(CredentialError.CROSS_USER);
    return all;
  }

  private static List<CredentialError> reading(CredentialError... own) {
    List<CredentialError> all = new ArrayList<>(List.of(own));
    all.add(CredentialError.INVALID_PARAMS);
    all.add(CredentialError.NOT_UNLOCKED);
    return all;
  }

  @Override
  public CallSpec spec() {
    return spec;
  }

  @Override
  public void start(RunningCall call) {
    DOOR.pass(call, caller -> ask(call, caller));
  }

  private void ask(RunningCall call, String caller) {
    Optional<OsAccountId> user = Legal.user(call, USER.name());
    if (AtmParams.misfit(call, spec.params()).isPresent() || user.isEmpty()) {
      call.answer(refused(CredentialError.INVALID_PARAMS));
      return;
    }
    call.trust(
        new Trust.AskCredentials(
            user.get(), caller, shape.maker().apply(new Asked(call.arguments()))),
        reply -> call.answer(outcome(reply)));
  }

  private CallOutcome outcome(Trust.Reply reply) {
    return reply instanceof Trust.CredentialsRefused refused
        ? refused(refused.error())
        : shape.teller().apply(((Trust.CredentialsTold) reply).credentials());
  }

  private static CallOutcome refused(CredentialError error) {
    return CallOutcome.failed(error.number(), error.name(), error.text());
  }

  private static CallOutcome ids(List<StoredCredential> told) {
    ArrayNode ids = JsonNodeFactory.instance.arrayNode();
    told.forEach(one -> ids.add(one.id()));
    return CallOutcome.of(ids);
  }

  private static JsonNode json(StoredCredential one) {
    ObjectNode json =
        Answer.object()
            .put("credId", one.id())
            .put("credType", one.type().number())
            .put("authorizedScope", one.scope().number())
            .put("subject", one.subject().number())
            .put("credOwner", one.owner())
            .put("deviceId", one.device().value())
            .put("userId", one.account())
            .put("peerUserSpaceId", one.peerUser())
            .put("extendInfo", one.extendInfo());
    ArrayNode apps = json.putArray("authorizedAppList");
    one.apps().forEach(apps::add);
    return json;
  }
}
