package dev.trustring.kv.fix;

import dev.trustring.atm.PermissionView;
import dev.trustring.atm.PermissionView.Hindrance;
import dev.trustring.atm.grant.PermissionFlag;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.CallFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.access.Access;
import dev.trustring.trust.access.AccessReason;
import dev.trustring.trust.level.DeviceLevel;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything that somebody could change about an attempt, one entry each. */
final class Changes {

  private static final List<Change> ALL =
      List.of(
          Change.of(
              "open-store",
              facts -> !facts.call().opened() && !facts.call().refusedOnOpening(),
              facts -> "open the store on " + facts.sender().device() + " with getKVStore",
              facts -> facts.withCall(facts.call().withOpenStore())),
          Change.of(
              "call-sync",
              facts -> facts.call().trigger() == Trigger.WRITE_ALONE,
              facts -> "call sync on " + facts.sender().device() + " after writing",
              facts -> facts.withCall(facts.call().calledByTheApp())),
          Change.of(
              "own-bundle-name",
              facts -> facts.call().managerBundle().isPresent(),
              facts -> "pass " + facts.call().bundle() + " to createKVManager",
              facts -> facts.withCall(facts.call().withOwnName())),
          Change.of(
              "fewer-syncs",
              facts -> facts.call().unfinished() > 0,
              facts ->
                  "sync again once earlier syncs of " + facts.call().store() + " have called back",
              facts -> facts.withCall(facts.call().withNothingUnfinished())),
          Change.of(
              "main-instance",
              facts -> facts.sender().instIndex() != 0,
              facts -> "sync from the main instance of the app",
              facts -> facts.withSender(facts.sender().asInstance(0))),
          new Change(
              "declare-permission",
              facts -> !facts.sender().datasync().declared() || !receiverDeclares(facts),
              facts -> "declare DISTRIBUTED_DATASYNC in the app's module.json5",
              facts -> "it is a user_grant permission: the user must still be asked",
              facts -> bothEnds(facts, Changes::declared)),
          new Change(
              "grant-on-sender",
              facts -> canBeGranted(facts.sender()),
              facts -> "grant DISTRIBUTED_DATASYNC on " + facts.sender().device(),
              facts -> howToGrant(facts.sender()),
              Changes::grantedOnSender),
          Change.of(
              "declare-data-group",
              facts -> groupRefuses(facts, DenyReason.DATA_GROUP_MISMATCH),
              facts ->
                  "declare dataGroupId "
                      + facts.call().group().expected().orElseThrow()
                      + " in the app's app.json5",
              facts -> withGroup(facts, DenyReason.DATA_GROUP_MISMATCH)),
          Change.of(
              "sign-as-the-group",
              facts -> groupRefuses(facts, DenyReason.DATA_GROUP_SIGNING),
              facts ->
                  "sign all apps of "
                      + facts.call().group().expected().orElseThrow()
                      + " with one certificate",
              facts -> withGroup(facts, DenyReason.DATA_GROUP_SIGNING)),
          new Change(
              "grant-on-receiver",
              facts -> facts.receiver().map(end -> canBeGranted(end.self())).orElse(false),
              facts -> "grant DISTRIBUTED_DATASYNC on " + facts.peer().peer(),
              facts -> facts.receiver().map(end -> howToGrant(end.self())).orElse(""),
              facts -> receiverSelf(facts, Changes::granted)),
          Change.of(
              "same-ring",
              facts ->
                  !facts.peer().inRing()
                      || !facts.peer().access().permitted()
                      || !receiverPermits(facts),
              facts ->
                  "log both devices in to the same HUAWEI ID, or bond them by PIN for this app",
              Changes::inOneRing),
          Change.of(
              "mend-link",
              facts -> !facts.link().lanes().isEmpty() && !facts.link().anyUsable(),
              LinkWords::howToMend,
              facts -> facts.withLink(mended(facts.link()))),
          Change.of(
              "lift-constraint-on-sender",
              facts -> facts.sender().heldBack() && facts.call().mode().sendsRows(),
              facts -> liftedOn(facts.sender()),
              facts -> facts.withSender(facts.sender().withHeldBack(false))),
          Change.of(
              "lift-constraint-on-receiver",
              facts -> facts.receiver().map(end -> end.self().heldBack()).orElse(false),
              facts -> liftedOn(facts.receiver().orElseThrow().self()),
              facts -> receiverSelf(facts, end -> end.withHeldBack(false))),
          Change.of(
              "unlock-sender",
              facts -> !facts.sender().keyThere(),
              facts -> "unlock the screen of " + facts.sender().device(),
              facts -> facts.withSender(facts.sender().withScreenLocked(false))),
          Change.of(
              "unlock-receiver",
              facts -> facts.receiver().map(end -> !end.self().keyThere()).orElse(false),
              facts -> "unlock the screen of " + facts.peer().peer(),
              facts -> receiverSelf(facts, end -> end.withScreenLocked(false))),
          new Change(
              "lower-label",
              facts -> labelFitting(facts).isPresent(),
              facts -> "use a store with " + labelFitting(facts).orElseThrow() + " for this data",
              facts ->
                  "an existing store cannot be lowered (15100002): delete and recreate it, on every"
                      + " device",
              facts -> withLabel(facts, labelFitting(facts).orElseThrow())),
          Change.of(
              "wait-for-level",
              facts -> facts.peer().levelComing() && facts.receiver().isPresent(),
              facts -> "sync again once " + facts.peer().peer() + " has proven its level",
              Changes::withProvenLevel),
          Change.of(
              "stronger-receiver",
              facts -> facts.sender().store().isPresent() && facts.call().mode().sendsRows(),
              facts -> LevelWords.strongerThan(facts, facts.peer().peer()),
              Changes::withStrongReceiver),
          Change.of(
              "stronger-puller",
              facts -> facts.sender().store().isPresent() && facts.call().mode().bringsRows(),
              facts -> LevelWords.strongerThan(facts, facts.sender().device()),
              facts ->
                  Foresight.asIfExchanged(
                      facts.withSender(facts.sender().withHardware(DeviceLevel.SL5, true)))),
          new Change(
              "one-label",
              Changes::labelsDiffer,
              facts -> "open the store with " + senderLabel(facts) + " on both devices",
              facts -> "a label can be raised when the store is opened again, never lowered",
              facts -> withLabel(facts, senderLabel(facts))),
          Change.of(
              "one-schema",
              SchemaWords::differ,
              SchemaWords::howToMeet,
              facts -> withStores(facts, store -> store.withSchema(SchemaWords.ofSender(facts)))),
          Change.of(
              "open-on-receiver",
              facts -> facts.receiver().map(end -> end.self().store().isEmpty()).orElse(false),
              Changes::howToOpen,
              Changes::withStoreOnReceiver),
          Change.of(
              "end-transaction",
              facts -> facts.receiver().map(end -> !end.writable()).orElse(false),
              facts -> "commit or roll back the transaction on " + facts.peer().peer(),
              Changes::withoutTransaction),
          Change.of(
              "no-ranges",
              facts -> facts.sender().store().map(store -> store.range().isSet()).orElse(false),
              facts -> "give setSyncRange labels that meet, or clear them",
              Changes::withoutRanges));

  private static final List<Change> WITH_OTHERS =
      Stream.of(ALL, QueryChanges.all(), FileChanges.all()).flatMap(List::stream).toList();

  private Changes() {}

  static List<Change> all() {
    return WITH_OTHERS;
  }

  private static String liftedOn(EndFacts end) {
    return "lift constraint.distributed.transmission.outgoing for the user of " + end.device();
  }

  private static EndFacts declared(EndFacts end) {
    PermissionView view = end.datasync();
    return end.withDatasync(
        new PermissionView(
            view.name(),
            true,
            view.defined(),
            true,
            view.grantMode(),
            view.granted(),
            view.flags(),
            view.hindrance()));
  }

  private static EndFacts granted(EndFacts end) {
    PermissionView view = end.datasync();
    return end.withDatasync(
        new PermissionView(
            view.name(),
            true,
            view.defined(),
            true,
            view.grantMode(),
            view.hindrance() == Hindrance.NONE,
            PermissionFlag.USER_FIXED,
            view.hindrance()));
  }

  /** Where getKVStore refused before, it opens the store now. */
  private static AttemptFacts grantedOnSender(AttemptFacts facts) {
    return opensNow(facts.withSender(granted(facts.sender())));
  }

  private static AttemptFacts opensNow(AttemptFacts facts) {
    CallFacts call = facts.call();
    if (!call.refusedOnOpening() || !facts.sender().datasync().granted()) {
      return facts;
    }
    return facts
        .withCall(call.withOpenStore())
        .withSender(facts.sender().withStore(call.openRefused().map(OpenRefusal::wanted)));
  }

  private static boolean groupRefuses(AttemptFacts facts, DenyReason reason) {
    return facts.rules() == RuleSet.ARTICLE
        && facts.call().group().refusal().equals(Optional.of(reason));
  }

  private static AttemptFacts withGroup(AttemptFacts facts, DenyReason hindrance) {
    CallFacts call = facts.call();
    return opensNow(facts.withCall(call.withGroup(call.group().mended(hindrance))));
  }

  private static boolean canBeGranted(EndFacts end) {
    PermissionView view = end.datasync();
    return view.declared() && !view.granted() && view.hindrance() == Hindrance.NONE;
  }

  private static String howToGrant(EndFacts end) {
    boolean refusedBefore = (end.datasync().flags() & PermissionFlag.USER_FIXED) != 0;
    return refusedBefore
        ? "the dialog does not come back after a refusal: use requestPermissionOnSetting"
        : "";
  }

  private static boolean receiverDeclares(AttemptFacts facts) {
    return facts.receiver().map(end -> end.self().datasync().declared()).orElse(true);
  }

  private static boolean receiverPermits(AttemptFacts facts) {
    return facts.receiver().map(end -> end.sender().access().permitted()).orElse(true);
  }

  static AttemptFacts receiverSelf(AttemptFacts facts, UnaryOperator<EndFacts> change) {
    if (facts.receiver().isEmpty()) {
      return facts;
    }
    ReceiverFacts end = facts.receiver().get();
    return facts.withReceiver(end.withSelf(change.apply(end.self())));
  }

  private static AttemptFacts bothEnds(AttemptFacts facts, UnaryOperator<EndFacts> change) {
    return receiverSelf(facts.withSender(change.apply(facts.sender())), change);
  }

  private static AttemptFacts inOneRing(AttemptFacts facts) {
    Access bonded = new Access(true, false, AccessReason.BOUND_FOR_APP, Optional.empty());
    AttemptFacts sendersHalf = facts.withPeer(trusting(facts.peer(), bonded));
    return sendersHalf
        .receiver()
        .map(end -> sendersHalf.withReceiver(end.withSender(trusting(end.sender(), bonded))))
        .orElse(sendersHalf);
  }

  private static PeerView trusting(PeerView peer, Access access) {
    return new PeerView(
        peer.peer(),
        true,
        peer.online(),
        peer.recordKnown(),
        peer.knowsApp(),
        peer.store(),
        access,
        peer.level(),
        peer.levelComing(),
        peer.tee());
  }

  private static AttemptFacts withProvenLevel(AttemptFacts facts) {
    return facts.withPeer(facts.peer().withLevel(facts.receiver().orElseThrow().self().level()));
  }

  private static LinkFacts mended(LinkFacts link) {
    LinkFacts.Lane first = link.lanes().get(0);
    return new LinkFacts(
        List.of(new LinkFacts.Lane(first.bearer(), true, first.bearer(), Optional.empty())),
        List.of());
  }

  private static SecurityLabel senderLabel(AttemptFacts facts) {
    return facts.sender().store().orElseThrow().label();
  }

  private static boolean labelsDiffer(AttemptFacts facts) {
    return facts.sender().store().isPresent()
        && facts.peer().store().isPresent()
        && !senderLabel(facts).meets(facts.peer().store().orElseThrow().label());
  }

  private static Optional<SecurityLabel> labelFitting(AttemptFacts facts) {
    if (facts.sender().store().isEmpty()) {
      return Optional.empty();
    }
    return LevelWords.highestFitting(facts)
        .filter(label -> label.dataLevel() < senderLabel(facts).dataLevel());
  }

  private static AttemptFacts withLabel(AttemptFacts facts, SecurityLabel label) {
    return withStores(facts, store -> store.withLabel(label));
  }

  private static AttemptFacts withoutRanges(AttemptFacts facts) {
    return withStores(facts, store -> store.withRange(SyncRange.UNSET));
  }

  private static AttemptFacts withStores(AttemptFacts facts, UnaryOperator<StoreRecord> change) {
    AttemptFacts told = facts.withPeer(facts.peer().withStore(facts.peer().store().map(change)));
    return Foresight.asIfExchanged(bothEnds(told, end -> end.withStore(end.store().map(change))));
  }

  private static AttemptFacts withStoreOnReceiver(AttemptFacts facts) {
    AttemptFacts opened = receiverSelf(facts, end -> end.withStore(facts.sender().store()));
    return Foresight.asIfExchanged(
        receiverSelf(opened, end -> end.withDatasync(asInstalled(end.datasync(), facts.sender()))));
  }

  /** A fresh installation declares what the same app declares elsewhere, and holds no grant. */
  private static PermissionView asInstalled(PermissionView here, EndFacts elsewhere) {
    PermissionView there = elsewhere.datasync();
    return here.tokenExists()
        ? here
        : new PermissionView(
            here.name(),
            true,
            there.defined(),
            there.declared(),
            there.grantMode(),
            false,
            PermissionFlag.DEFAULT,
            here.hindrance());
  }

  private static String howToOpen(AttemptFacts facts) {
    boolean othersApp = facts.receiver().flatMap(ReceiverFacts::sameBundle).isPresent();
    return othersApp
        ? "install the app on " + facts.peer().peer() + " with the same signing certificate"
        : "install the app on " + facts.peer().peer() + " and let it open the store";
  }

  private static AttemptFacts withoutTransaction(AttemptFacts facts) {
    ReceiverFacts end = facts.receiver().orElseThrow();
    return facts.withReceiver(
        new ReceiverFacts(
            end.self(),
            end.sender(),
            end.sameBundle(),
            end.clocksExchanged(),
            end.abilityDone(),
            end.marksFit(),
            true,
            end.queryRefused()));
  }

  private static AttemptFacts withStrongReceiver(AttemptFacts facts) {
    return Foresight.asIfExchanged(
        receiverSelf(facts, end -> end.withHardware(DeviceLevel.SL5, true)));
  }
}
