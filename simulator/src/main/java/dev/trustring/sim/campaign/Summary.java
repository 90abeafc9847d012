package dev.trustring.sim.campaign;

import dev.trustring.config.scenario.Scenario;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.sim.oracle.Invariants;
import dev.trustring.sim.run.HostKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that reports of a campaign are made of.
 *
 * @param file the story as the user named it
 * @param seed the campaign's
 * @param sometimes what must happen in some run
 * @param shrunk the smallest case of each oracle that broke, as far as they were looked for
 * @param rewound how likely each of these was, as far as it was looked at
 * @param folder where the report is, as the user named it; empty when there is none
 */
public record Summary(
    String title,
    String file,
    RuleSet rules,
    long seed,
    HostKind kind,
    Tally tally,
    List<String> sometimes,
    List<Shrunk> shrunk,
    List<Rewound> rewound,
    boolean interrupted,
    Optional<String> folder) {

  public Summary {
    sometimes = List.copyOf(sometimes);
    shrunk = List.copyOf(shrunk);
    rewound = List.copyOf(rewound);
  }

  /** Of a campaign that has come to an end. */
  public static Summary of(Campaign campaign, Tally tally, boolean interrupted) {
    Scenario story = campaign.story();
    return new Summary(
        story.title(),
        story.file(),
        story.rules(),
        campaign.seed(),
        campaign.host(),
        tally,
        campaign.sometimes(),
        List.of(),
        List.of(),
        interrupted,
        Optional.empty());
  }

  /** With the smallest cases, how likely they were, and where all of it lies. */
  public Summary with(List<Shrunk> cases, List<Rewound> chances, Optional<String> where) {
    return new Summary(
        title, file, rules, seed, kind, tally, sometimes, cases, chances, interrupted, where);
  }

  /** The word of the host. */
  public String host() {
    return kind.word();
  }

  /** The word of the host on which some runs were played as well. */
  public String otherHost() {
    return Campaign.beside(kind).word();
  }

  /** How people speak of a run. */
  public String name(int run) {
    return seed + ":" + run;
  }

  /** Every oracle that was asked, those that broke first. */
  public List<String> oracles() {
    List<String> all = new ArrayList<>(tally.broken().keySet().stream().sorted().toList());
    List<String> asked = new ArrayList<>(Invariants.names());
    asked.add("delivered");
    asked.removeAll(all);
    all.addAll(asked);
    return all;
  }

  /** Where the smallest case lies, as the user would name it. */
  public String place(Shrunk one) {
    return folder.map(where -> where + "/").orElse("") + one.path();
  }
}
