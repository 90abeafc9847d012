package dev.trustring.kv;

import dev.trustring.atm.token.BundleName;
import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.decision.CallFacts;
import dev.trustring.kv.decision.DataGroup;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.GateResult;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.OpenRefusal;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.decision.Trigger;
import dev.trustring.kv.decision.Verdict;
import dev.trustring.kv.gate.Gates;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.sync.Link;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An attempt of the notes app to push its store; by default nothing stands in its way. */
public final class AttemptFixture {
  public static final Link LINK =
      new Link(
          DeviceFixture.NOTES, DeviceFixture.NOTES_APP, DeviceFixture.STORE, OsAccountId.FIRST);
  public static final AttemptId ID = new AttemptId(new DeviceName("phone"), 1, 1);

  private RuleSet rules = RuleSet.OPENHARMONY;
  private DeviceFixture sender = DeviceFixture.aPhone();
  private DeviceFixture receiver = DeviceFixture.aTablet();
  private boolean receiverOn = true;
  private ExchangeFacts exchange = ExchangeFacts.ALL_DONE;
  private LinkFacts link = LinkFacts.UNSEEN;
  private Optional<BundleName> manager = Optional.empty();
  private boolean opened = true;
  private Optional<OpenRefusal> openRefused = Optional.empty();
  private DataGroup group = DataGroup.NONE;
  private Duration delay = Duration.ZERO;
  private int unfinished;
  private Trigger trigger = Trigger.CALL;
  private TaskMode mode = TaskMode.PUSH;
  private boolean clocksExchanged = true;
  private boolean abilityDone = true;
  private boolean marksFit = true;
  private boolean writable = true;
  private Optional<DenyReason> queryRefused = Optional.empty();

  public static AttemptFixture anAttempt() {
    return new AttemptFixture();
  }

  public AttemptFixture under(RuleSet named) {
    rules = named;
    return this;
  }

  public AttemptFixture in(TaskMode named) {
    mode = named;
    return this;
  }

  public AttemptFixture madeBy(Trigger what) {
    trigger = what;
    return this;
  }

  public AttemptFixture from(DeviceFixture device) {
    sender = device;
    return this;
  }

  public AttemptFixture towards(DeviceFixture device) {
    receiver = device;
    return this;
  }

  /** Both devices opened the store with this label. Say it after the devices. */
  public AttemptFixture withLabel(SecurityLabel label) {
    sender.withLabel(label);
    receiver.withLabel(label);
    return this;
  }

  public AttemptFixture withReceiverSwitchedOff() {
    receiverOn = false;
    return this;
  }

  public AttemptFixture with(ExchangeFacts steps) {
    exchange = steps;
    return this;
  }

  public AttemptFixture over(LinkFacts.Lane... lanes) {
    link = new LinkFacts(List.of(lanes), link.losses());
    return this;
  }

  public AttemptFixture losing(String... frames) {
    link = new LinkFacts(link.lanes(), List.of(frames));
    return this;
  }

  public AttemptFixture calledAs(BundleName claimed) {
    manager = Optional.of(claimed);
    return this;
  }

  public AttemptFixture neverOpened() {
    opened = false;
    return this;
  }

  /** getKVStore threw on the sender, as the article has it. */
  public AttemptFixture refusedOnOpening() {
    opened = false;
    openRefused = Optional.of(new OpenRefusal("PERMISSION_DENIED", sender.store().orElseThrow()));
    return this;
  }

  public AttemptFixture inGroup(DataGroup standing) {
    group = standing;
    return this;
  }

  public AttemptFixture after(Duration waiting) {
    delay = waiting;
    return this;
  }

  public AttemptFixture withoutCommonClocks() {
    clocksExchanged = false;
    return this;
  }

  public AttemptFixture withoutAbilities() {
    abilityDone = false;
    return this;
  }

  public AttemptFixture withMarksApart() {
    marksFit = false;
    return this;
  }

  public AttemptFixture whoseQueryIsRefused(DenyReason reason) {
    queryRefused = Optional.of(reason);
    return this;
  }

  public AttemptFixture withABusyStore() {
    writable = false;
    return this;
  }

  /** Called while so many manual syncs of the store are unfinished. */
  public AttemptFixture behind(int syncs) {
    unfinished = syncs;
    return this;
  }

  public static LinkFacts.Lane wifi() {
    return new LinkFacts.Lane("wifi home", true, "wifi home", Optional.empty());
  }

  public static LinkFacts.Lane blockedWifi() {
    return new LinkFacts.Lane("wifi home", false, "wifi home isolates clients", Optional.empty());
  }

  public CallFacts call() {
    return new CallFacts(
        DeviceFixture.NOTES,
        DeviceFixture.NOTES_APP,
        OsAccountId.FIRST,
        DeviceFixture.STORE,
        manager,
        opened,
        openRefused,
        group,
        delay,
        mode,
        unfinished,
        trigger);
  }

  public ReceiverFacts receiverFacts() {
    return new ReceiverFacts(
        receiver.asEnd(),
        sender.seenBy(receiver),
        receiver.sameBundle(),
        clocksExchanged,
        abilityDone,
        marksFit,
        writable,
        queryRefused);
  }

  /** All there is to know. */
  public AttemptFacts facts() {
    AttemptFacts half = sendersHalf().withLink(link);
    return receiverOn ? half.withReceiver(receiverFacts()) : half;
  }

  /** What the sending device knows by itself. */
  public AttemptFacts sendersHalf() {
    return new AttemptFacts(
        rules,
        call(),
        sender.asEnd(),
        receiver.seenBy(sender),
        exchange,
        Optional.empty(),
        LinkFacts.UNSEEN);
  }

  public LinkFacts link() {
    return link;
  }

  /** What the gate of that id says. */
  public Verdict asks(String gate) {
    return Gates.of(rules).stream()
        .filter(candidate -> candidate.info().id().equals(gate))
        .findFirst()
        .orElseThrow()
        .check(facts());
  }

  /** What the sender's gates of these ids said while the attempt ran. */
  public List<GateResult> askedBySender(String... ids) {
    return asked(sendersHalf(), ids);
  }

  /** What the receiver's gates of these ids said when a packet was at its door. */
  public List<GateResult> askedByReceiver(String... ids) {
    return asked(facts(), ids);
  }

  private static List<GateResult> asked(AttemptFacts facts, String... ids) {
    return Gates.of(facts.rules()).stream()
        .filter(gate -> List.of(ids).contains(gate.info().id()))
        .map(gate -> new GateResult(gate.info(), gate.check(facts), true))
        .toList();
  }
}
