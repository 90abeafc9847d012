package dev.trustring.kv.sync;

import dev.trustring.kv.decision.AttemptFacts;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.EndFacts;
import dev.trustring.kv.decision.ExchangeFacts;
import dev.trustring.kv.decision.LinkFacts;
import dev.trustring.kv.decision.PeerView;
import dev.trustring.kv.decision.ReceiverFacts;
import dev.trustring.kv.decision.TaskMode;
import dev.trustring.kv.judge.ReceiverReport;
import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.query.Query;
import dev.trustring.kv.query.QueryCheck;
import dev.trustring.kv.schema.Schema;
import dev.trustring.kv.schema.SchemaFit;
import dev.trustring.kv.status.Status;
import dev.trustring.kv.store.Batch;
import dev.trustring.kv.store.KvStore;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a receiver does about one request: which gates it asks, what it saves, what it answers
 * (kv-store §4.2). Pure; {@link ReceiveActor} carries it out.
 */
record Response(
    DeviceName peer,
    SyncMessage.Request request,
    ReceiverFacts facts,
    GateWalk walk,
    Optional<SyncMessage.Answer> answer,
    Optional<KvStore.Command> save,
    long receiveMark) {

  private static final List<String> AT_THE_DOOR = List.of("R1", "R2", "R3", "R4");
  private static final List<String> FOR_DATA =
      List.of(
          "R1",
          "R2",
          "R3",
          "R4",
          "R5",
          "R6",
          "R7",
          "R8-range",
          "R8",
          "R9",
          "R10",
          "R11",
          "R12",
          "R13");
  private static final List<String> FOR_COMMANDS =
      List.of("R1", "R2", "R3", "R4", "R6", "R7", "R11");
  private static final List<String> FOR_PULLS =
      Stream.concat(FOR_DATA.stream(), Stream.of("R14")).toList();

  /** The response to a request, from what this device knows. */
  static Response to(
      DeviceName peer,
      SyncMessage.Request request,
      Gathered gathered,
      KvStore.Reply.Described here,
      long now) {
    ReceiverFacts facts = facts(peer, request, gathered, here);
    GateWalk asked = walk(gates(request), attempt(request, facts, gathered));
    boolean closing = facts.self().store().isPresent() && here.state().options().isEmpty();
    GateWalk walk = closing && asked.passed("R3") ? asked.closing() : asked;
    long mark = here.state().receiveMark(peer, query(request));
    Response open =
        new Response(peer, request, facts, walk, Optional.empty(), Optional.empty(), mark);
    if (walk.stop().isPresent() && !open.savesAllTheSame()) {
      return open.stopped(walk.stop().get());
    }
    return open.through(now);
  }

  /** A device that may send nothing takes a pull all the same, and its answer will be empty. */
  private static GateWalk walk(List<String> gates, AttemptFacts attempt) {
    GateWalk walk = GateWalk.over(gates, attempt, List.of());
    return walk.stop().equals(Optional.of(DenyReason.OUTGOING_FORBIDDEN))
        ? GateWalk.over(
            gates.subList(gates.indexOf("R10") + 1, gates.size()), attempt, walk.asked())
        : walk;
  }

  /** Rows that came with a pull are saved before this device finds that it cannot read its own. */
  private boolean savesAllTheSame() {
    return walk.stop().equals(Optional.of(DenyReason.KEY_GONE))
        && request instanceof SyncMessage.Data data
        && data.rows().isPresent();
  }

  private static List<String> gates(SyncMessage.Request request) {
    if (request instanceof SyncMessage.Data data) {
      return data.mode().asksForRows() ? FOR_PULLS : FOR_DATA;
    }
    return request instanceof SyncMessage.ControlRequest ? FOR_COMMANDS : AT_THE_DOOR;
  }

  /** The query that a request is about; none if it is about everything. */
  private static Optional<Query> query(SyncMessage.Request request) {
    if (request instanceof SyncMessage.QuerySync asked) {
      return Optional.of(asked.query());
    }
    if (request instanceof SyncMessage.ControlRequest command) {
      return Optional.of(command.query());
    }
    return request instanceof SyncMessage.Data data
        ? data.rows().flatMap(Batch::query)
        : Optional.empty();
  }

  /** The response once the store has said what became of the rows. */
  Response saved(KvStore.Reply reply) {
    SyncMessage.Data data = (SyncMessage.Data) request;
    if (reply instanceof KvStore.Reply.MarkTooFar far) {
      return withAnswer(data.acked(AckCode.LOCAL_WATER_MARK_NOT_INIT, far.receiveMark()));
    }
    if (reply.equals(new KvStore.Reply.Refused(Status.NOT_FOUND))) {
      return withWalk(walk.closing()).withAnswer(new SyncMessage.StoreClosing(data.attempt()));
    }
    if (reply.equals(new KvStore.Reply.Refused(Status.DATA_CORRUPTED))) {
      return withWalk(
              walk.stoppedAt("R13", DenyReason.FILE_DAMAGED, "the file was damaged meanwhile"))
          .withAnswer(data.acked(AckCode.of(DenyReason.FILE_DAMAGED), receiveMark));
    }
    AckCode passed = walk.stop().map(AckCode::of).orElse(AckCode.OK);
    long mark = data.rows().map(Batch::endMark).orElse(receiveMark);
    return reply instanceof KvStore.Reply.Saved
        ? withAnswer(data.acked(passed, mark))
        : withWalk(walk.stoppedAt("R13", DenyReason.SAVE_FAILED, "it became busy meanwhile"))
            .withAnswer(data.acked(AckCode.BUSY, mark));
  }

  private Response withWalk(GateWalk other) {
    return new Response(peer, request, facts, other, answer, save, receiveMark);
  }

  /** What the service is told. */
  ReceiveActor.Served served() {
    boolean ability =
        answer
            .filter(said -> said instanceof SyncMessage.AbilityAnswer)
            .map(said -> ((SyncMessage.AbilityAnswer) said).code() == AckCode.OK)
            .orElse(false);
    boolean clocks = answer.filter(said -> said instanceof SyncMessage.TimeAnswer).isPresent();
    boolean worthReporting = !isPreparing() || walk.stop().isPresent();
    return new ReceiveActor.Served(
        peer,
        request.link(),
        worthReporting
            ? Optional.of(new ReceiverReport(request.attempt(), facts, walk.asked(), isLast()))
            : Optional.empty(),
        ability,
        clocks,
        question(),
        answered(),
        request instanceof SyncMessage.Packet packet
            ? Optional.of(packet.attempt())
            : Optional.empty(),
        request instanceof SyncMessage.ControlRequest command && walk.stop().isEmpty()
            ? Optional.of(command)
            : Optional.empty());
  }

  /** Whether it is one of the messages that come before rows or commands. */
  private boolean isPreparing() {
    return request instanceof SyncMessage.TimeRequest
        || request instanceof SyncMessage.AbilityRequest;
  }

  /** The pull that this device answers now, since nothing was said against it. */
  private Optional<ReceiveActor.Asked> question() {
    return isLast() && codeSaid().equals(Optional.of(AckCode.OK))
        ? asked().map(pull -> new ReceiveActor.Asked(pull, facts.self(), facts.sender()))
        : Optional.empty();
  }

  private Optional<SyncActor.Question> asked() {
    if (content() instanceof SyncMessage.PullRequest pull) {
      return Optional.of(new SyncActor.Question(pull.attempt(), pull.wanted(), Optional.empty()));
    }
    return content() instanceof SyncMessage.QuerySync pull
        ? pull.wanted()
            .map(
                wanted -> new SyncActor.Question(pull.attempt(), wanted, Optional.of(pull.query())))
        : Optional.empty();
  }

  private Optional<AckCode> codeSaid() {
    return answer.flatMap(Response::codeOf);
  }

  private static Optional<AckCode> codeOf(SyncMessage.Answer said) {
    if (said instanceof SyncMessage.PacketAnswer packet) {
      return Optional.of(packet.code());
    }
    return said instanceof SyncMessage.DataAnswer data
        ? Optional.of(data.code())
        : Optional.empty();
  }

  private SyncMessage.Request content() {
    return request instanceof SyncMessage.Data data ? data.content() : request;
  }

  private boolean isLast() {
    return !(request instanceof SyncMessage.Data data) || data.last();
  }

  /** What a pull of this device is told of the rows that came for it. */
  private Optional<ReceiveActor.PullAnswered> answered() {
    return content() instanceof SyncMessage.PulledRows rows
        ? codeSaid().map(code -> new ReceiveActor.PullAnswered(rows.answers(), code, isLast()))
        : Optional.empty();
  }

  private Response stopped(DenyReason reason) {
    return switch (reason) {
      case SENDER_UNKNOWN, RECEIVER_REFUSES_USER -> this;
      case STORE_ABSENT, OTHER_SIGNING ->
          withAnswer(new SyncMessage.NoCommunicator(request.attempt()));
      case STORE_CLOSING -> withAnswer(new SyncMessage.StoreClosing(request.attempt()));
      default -> withAnswer(refusal(AckCode.of(reason)));
    };
  }

  private SyncMessage.Answer refusal(AckCode code) {
    if (request instanceof SyncMessage.ControlRequest) {
      return new SyncMessage.ControlAnswer(request.attempt(), code);
    }
    return request instanceof SyncMessage.Data data
        ? data.acked(code, receiveMark)
        : new SyncMessage.DataAnswer(request.attempt(), code, receiveMark);
  }

  private Response through(long now) {
    if (request instanceof SyncMessage.TimeRequest time) {
      return withAnswer(new SyncMessage.TimeAnswer(time.attempt(), time.sentAt(), now, now));
    }
    if (request instanceof SyncMessage.AbilityRequest ability) {
      StoreRecord own = facts.self().store().orElseThrow();
      return withAnswer(
          new SyncMessage.AbilityAnswer(
              ability.attempt(), agreed(own, ability), own.label(), own.schema()));
    }
    if (request instanceof SyncMessage.ControlRequest command) {
      return withAnswer(new SyncMessage.ControlAnswer(command.attempt(), AckCode.OK));
    }
    if (request instanceof SyncMessage.Data data) {
      return data.rows()
          .map(rows -> withSave(new KvStore.Command.Save(peer, rows, data.offset())))
          .orElseGet(() -> withAnswer(data.acked(AckCode.OK, receiveMark)));
    }
    throw new AssertionError(request);
  }

  private static AckCode agreed(StoreRecord own, SyncMessage.AbilityRequest asked) {
    if (!SchemaFit.syncs(own.schema(), asked.schema())) {
      return AckCode.SCHEMA_MISMATCH;
    }
    return own.label().meets(asked.label()) ? AckCode.OK : AckCode.SECURITY_OPTION_CHECK_ERROR;
  }

  private Response withAnswer(SyncMessage.Answer said) {
    return new Response(
        peer, request, facts, walk, Optional.of(said), Optional.empty(), receiveMark);
  }

  private Response withSave(KvStore.Command command) {
    return new Response(
        peer, request, facts, walk, Optional.empty(), Optional.of(command), receiveMark);
  }

  /** What this device knows when a request of that kind is at its door. */
  static ReceiverFacts facts(
      DeviceName peer,
      SyncMessage.Request request,
      Gathered gathered,
      KvStore.Reply.Described here) {
    boolean whole = !here.state().isDamaged();
    boolean fits =
        !whole
            || !(request instanceof SyncMessage.Data data)
            || data.rows()
                .map(rows -> rows.startMark() <= here.state().receiveMark(peer, query(request)))
                .orElse(true);
    Knowledge knowledge = gathered.knowledge();
    return new ReceiverFacts(
        gathered.self().withFile(whole),
        gathered.peer(),
        knowledge.sameBundle(),
        knowledge.clocksExchanged(),
        knowledge.ability(),
        fits,
        !here.inTransaction(),
        refusal(request, gathered));
  }

  /** Why this device's store cannot answer the query of a request (kv-store §4.2 R11). */
  private static Optional<DenyReason> refusal(SyncMessage.Request request, Gathered gathered) {
    Optional<Schema> schema =
        gathered.self().store().flatMap(StoreRecord::schema).flatMap(Schema::parse);
    if (request instanceof SyncMessage.ControlRequest command) {
      boolean checked = command.mode() == TaskMode.SUBSCRIBE_QUERY;
      return (checked ? refusal(command.query(), schema) : Optional.<DenyReason>empty())
          .or(() -> lackOfRoom(command, gathered));
    }
    return query(request).flatMap(query -> refusal(query, schema));
  }

  /** The engine takes so many subscriptions and no more (kv-store §1.5). */
  private static Optional<DenyReason> lackOfRoom(
      SyncMessage.ControlRequest command, Gathered gathered) {
    boolean room =
        !command.mode().subscribes()
            || gathered
                .knowledge()
                .subscribed()
                .haveRoomFor(gathered.peer().peer(), command.query());
    return room ? Optional.empty() : Optional.of(DenyReason.SUBSCRIPTIONS_FULL);
  }

  private static Optional<DenyReason> refusal(Query asked, Optional<Schema> schema) {
    return QueryCheck.problem(asked, schema)
        .map(
            status ->
                switch (status) {
                  case NOT_SUPPORT -> DenyReason.QUERY_NOT_SUPPORTED;
                  case INVALID_QUERY_FIELD -> DenyReason.QUERY_FIELD_UNKNOWN;
                  default -> DenyReason.QUERY_MALFORMED;
                });
  }

  private static TaskMode mode(SyncMessage.Request request) {
    if (request instanceof SyncMessage.ControlRequest command) {
      return command.mode();
    }
    return request instanceof SyncMessage.Data data ? data.mode() : TaskMode.PUSH;
  }

  /** The receiver's half of an attempt; of the sender it knows what the sender's records say. */
  private static AttemptFacts attempt(
      SyncMessage.Request request, ReceiverFacts facts, Gathered gathered) {
    Link link = gathered.link();
    PeerView sender = facts.sender();
    Optional<StoreRecord> sendersStore = sender.store().or(() -> gathered.self().store());
    EndFacts senderEnd =
        new EndFacts(
            sender.peer(),
            Optional.of(link.app()),
            0,
            sendersStore,
            gathered.self().datasync(),
            true,
            sender.level(),
            sender.tee(),
            true,
            true,
            false);
    return new AttemptFacts(
        gathered.rules(),
        link.served(mode(request)),
        senderEnd,
        sender,
        ExchangeFacts.ALL_DONE,
        Optional.of(facts),
        LinkFacts.UNSEEN);
  }
}
