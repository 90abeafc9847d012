package dev.trustring.sim.explain;

import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.refusal.AtmRefusal;
import dev.trustring.device.call.CallSpec;
import dev.trustring.device.platform.StandardCalls;
import dev.trustring.kv.decision.Consequence;
import dev.trustring.kv.decision.DenyReason;
import dev.trustring.kv.decision.Silence;
import dev.trustring.kv.decision.Stage;
import dev.trustring.kv.decision.Visible;
import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import dev.trustring.sim.explain.Topic.Entry;
import dev.trustring.sim.explain.Topic.Kind;
import dev.trustring.sim.explain.Topic.Section;
import dev.trustring.trust.TrustRefusal;
import dev.trustring.trust.wire.BindReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every number and name that the platform gives to apps, with all that can be behind it. */
final class CodeTopics {

  /** The place of the section that tells an ending of the sync engine. */
  private static final int ENDING = 9;

  private static final List<CallSpec> CALLS = StandardCalls.registry().specs();

  private static final String SILENT = new Visible.Silent("").word();

  private CodeTopics() {}

  static List<Topic> all() {
    Set<String> numbers = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    codes().forEach(code -> (isNumber(code) ? numbers : names).add(code));
    List<Topic> topics = new ArrayList<>();
    numbers.stream()
        .sorted(Comparator.comparingLong(Long::parseLong))
        .map(CodeTopics::topic)
        .forEach(topics::add);
    names.stream().sorted().map(CodeTopics::topic).forEach(topics::add);
    return topics;
  }

  private static boolean isNumber(String code) {
    return code.matches("-?[0-9]+");
  }

  private static Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>();
    for (Status status : Status.values()) {
      codes.addAll(signs(status));
    }
    for (DbStatus ending : DbStatus.values()) {
      codes.addAll(signs(ending));
    }
    for (AtmError error : AtmError.values()) {
      codes.addAll(signs(error));
    }
    for (BindReason reason : BindReason.values()) {
      codes.addAll(signs(reason));
    }
    for (TrustRefusal refusal : TrustRefusal.values()) {
      codes.addAll(signs(refusal));
    }
    for (CallSpec call : CALLS) {
      call.failures().stream()
          .map(CallSpec.Failure::codeOrName)
          .filter(code -> !code.contains(" "))
          .forEach(codes::add);
    }
    for (DenyReason reason : DenyReason.values()) {
      codes.addAll(Ways.signs(reason));
    }
    codes.addAll(BusCodes.numbers());
    Unraised.ALL.forEach(row -> codes.add(row.number()));
    return codes;
  }

  private static List<String> signs(Status status) {
    List<String> signs = new ArrayList<>();
    signs.add(Integer.toString(status.number()));
    signs.add(status.name());
    status.jsCode().ifPresent(code -> signs.add(Integer.toString(code)));
    return signs;
  }

  private static List<String> signs(DbStatus ending) {
    return List.of(Integer.toString(ending.number()), ending.name());
  }

  private static List<String> signs(AtmError error) {
    return List.of(
        Integer.toString(error.jsCode()), Integer.toString(error.innerCode()), error.name());
  }

  private static List<String> signs(BindReason reason) {
    return List.of(
        Integer.toString(reason.number()), Integer.toString(reason.jsNumber()), reason.name());
  }

  private static List<String> signs(TrustRefusal refusal) {
    return refusal.number() == 0
        ? List.of(refusal.name())
        : List.of(Integer.toString(refusal.number()), refusal.name());
  }

  private static Topic topic(String code) {
    List<Section> sections =
        List.of(
            new Section("Status of a store", statuses(code)),
            new Section("Reasons that end in it", Ways.entries(Ways.endingIn(code))),
            new Section("Gates that end in it", gates(code)),
            new Section("Ways to hear nothing", silences(code)),
            new Section("Endings of the sync engine that become it", engine(code)),
            new Section("AccessTokenManager", errors(code)),
            new Section("Bonding", binds(code)),
            new Section("Trust", trust(code)),
            new Section("Calls that fail with it", calls(code)),
            new Section("Ending of the sync engine", endings(code)),
            new Section("Soft bus", BusCodes.entries(code)),
            new Section("Nothing raises it here", unraised(code)));
    List<String> aliases =
        Unraised.ALL.stream()
            .filter(row -> row.number().equals(code))
            .flatMap(row -> row.aliases().stream())
            .toList();
    return new Topic(
        isNumber(code) ? Kind.NUMBER : Kind.NAME, code, aliases, says(code, sections), sections);
  }

  /** The meanings of the code that are known, each once. */
  private static String says(String code, List<Section> sections) {
    List<String> meanings =
        Stream.concat(
                List.of(0, 5, 6, 7, 10).stream()
                    .map(sections::get)
                    .flatMap(section -> section.entries().stream())
                    .map(Entry::text),
                Unraised.of(code).stream().map(Unraised::meaning))
            .distinct()
            .toList();
    if (meanings.size() == 1) {
      return meanings.get(0);
    }
    if (meanings.isEmpty() && !sections.get(ENDING).entries().isEmpty()) {
      return sections.get(ENDING).entries().get(0).text();
    }
    int ways = sections.stream().mapToInt(section -> section.entries().size()).sum();
    return meanings.isEmpty() && ways == 1
        ? sections.stream().flatMap(one -> one.entries().stream()).findFirst().orElseThrow().text()
        : "it can mean several things";
  }

  private static List<Entry> statuses(String code) {
    return Arrays.stream(Status.values())
        .filter(status -> signs(status).contains(code))
        .map(status -> new Entry(status.name(), shown(status)))
        .toList();
  }

  private static String shown(Status status) {
    String thrown =
        status.jsCode().isPresent()
            ? "thrown as " + status.jsCode().getAsInt()
            : status.countsAsSuccess() ? "calls return" : "thrown without a code";
    return status == Status.SUCCESS
        ? status.meaning()
        : status.meaning() + " (" + status.number() + " in syncComplete, " + thrown + ")";
  }

  /** Silence has one more way: a call that was put off has answered before anything can fail. */
  private static List<Entry> gates(String code) {
    return code.equals(SILENT)
        ? GateTopics.gates().keySet().stream()
            .filter(info -> info.stage() == Stage.TRIGGER)
            .map(info -> new Entry(info.id() + " " + info.name(), info.rule()))
            .toList()
        : List.of();
  }

  private static List<Entry> silences(String code) {
    return code.equals(SILENT)
        ? Arrays.stream(Silence.values())
            .map(way -> new Entry(way.word(), way.how() + "; " + way.remedy()))
            .toList()
        : List.of();
  }

  private static List<Entry> engine(String code) {
    return Arrays.stream(DbStatus.values())
        .filter(ending -> signs(ending.seenByApps()).contains(code))
        .map(ending -> new Entry(ending.name(), endedBy(ending)))
        .toList();
  }

  private static List<Entry> endings(String code) {
    return Arrays.stream(DbStatus.values())
        .filter(ending -> ending != DbStatus.OK && signs(ending).contains(code))
        .map(ending -> new Entry(ending.name(), shown(ending)))
        .toList();
  }

  private static String shown(DbStatus ending) {
    Status seen = ending.seenByApps();
    return ending.number()
        + " inside the engine, where no app sees it; syncComplete brings "
        + seen.number()
        + " ("
        + seen.name()
        + ")";
  }

  private static String endedBy(DbStatus ending) {
    String reasons =
        Arrays.stream(DenyReason.values())
            .filter(
                reason ->
                    reason.consequence() instanceof Consequence.Reports r && r.status() == ending)
            .map(DenyReason::code)
            .collect(Collectors.joining(", "));
    return reasons.isEmpty() ? "no reason that is simulated" : reasons;
  }

  private static List<Entry> unraised(String code) {
    List<Unraised> rows = Unraised.of(code);
    return rows.stream()
        .map(
            row ->
                new Entry(
                    row.service(),
                    rows.size() == 1 ? row.reason() : row.meaning() + ": " + row.reason()))
        .toList();
  }

  private static List<Entry> errors(String code) {
    return Arrays.stream(AtmError.values())
        .filter(error -> signs(error).contains(code))
        .map(error -> new Entry(error.name(), shown(error)))
        .toList();
  }

  private static String shown(AtmError error) {
    String why =
        Arrays.stream(AtmRefusal.values())
            .filter(refusal -> refusal.error() == error)
            .map(AtmRefusal::reason)
            .collect(Collectors.joining("; "));
    String numbers = error.innerCode() + " inside, apps see " + error.jsCode();
    return why.isEmpty() ? numbers : why + " (" + numbers + ")";
  }

  private static List<Entry> binds(String code) {
    return Arrays.stream(BindReason.values())
        .filter(reason -> signs(reason).contains(code))
        .map(
            reason ->
                new Entry(
                    reason.code(),
                    reason.meaning() + ": " + reason.remedy() + " (" + reason.number() + ")"))
        .toList();
  }

  private static List<Entry> trust(String code) {
    return Arrays.stream(TrustRefusal.values())
        .filter(refusal -> signs(refusal).contains(code))
        .map(refusal -> new Entry(refusal.code(), refusal.text()))
        .toList();
  }

  private static List<Entry> calls(String code) {
    List<Entry> entries = new ArrayList<>();
    for (CallSpec call : CALLS) {
      call.failures().stream()
          .filter(failure -> failure.codeOrName().equals(code))
          .forEach(failure -> entries.add(new Entry(call.name().value(), failure.when())));
    }
    return entries;
  }
}
