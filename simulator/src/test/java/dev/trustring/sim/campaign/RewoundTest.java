package dev.trustring.sim.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.config.text.Node;
import dev.trustring.sim.campaign.Rewound.Moment;
import dev.trustring.sim.run.HostKind;
import dev.trustring.sim.run.Shipped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RewoundTest {

  private static final Story HOME =
      Story.read(Path.of("..", "simulation-configs", "scenarios", "home.yaml"), Shipped.VOCABULARY);
  private static final Duration FROM = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofMinutes(1);

  private final Draw draw = new Draw(HOME, 7, Optional.empty());

  private static Rewound of(int... violated) {
    return new Rewound(
        "delivered",
        1,
        IntStream.range(0, violated.length)
            .mapToObj(at -> new Moment(Duration.ofSeconds(at), violated[at], 10, ""))
            .toList());
  }

  @Test
  void theMomentIsTheFirstFromWhichItStaysAllButCertain() {
    assertThat(of(3, 9, 2, 9, 10).pointOfNoReturn().orElseThrow().at()).hasSeconds(3);
    assertThat(of(9, 10, 10).pointOfNoReturn().orElseThrow().at()).isZero();
    assertThat(of(9, 10, 8).pointOfNoReturn()).isEmpty();
    assertThat(of().pointOfNoReturn()).isEmpty();
  }

  private static List<Node> steps(Node.Mapping tree) {
    return Nodes.items(tree, "timeline");
  }

  private static List<Node> before(Node.Mapping tree, Duration moment) {
    return steps(tree).stream().filter(step -> Timeline.at(step).compareTo(moment) < 0).toList();
  }

  private static List<Node> from(Node.Mapping tree, Duration moment) {
    return steps(tree).stream().filter(step -> Timeline.at(step).compareTo(moment) >= 0).toList();
  }

  @Test
  void whatCameBeforeTheMomentAndTheEndStayAndTheRestIsDrawnAnew() {
    Drawn drawn = draw.run(3);
    Node.Mapping run = drawn.tree();

    Node.Mapping once = draw.anew(drawn, FROM, 1).tree();
    Node.Mapping again = draw.anew(drawn, FROM, 2).tree();

    assertThat(before(once, FROM)).isEqualTo(before(run, FROM)).isNotEmpty();
    assertThat(from(once, END)).containsAll(from(run, END));
    assertThat(from(once, FROM)).isNotEqualTo(from(run, FROM)).isNotEqualTo(from(again, FROM));
    assertThat(draw.anew(drawn, FROM, 1)).isEqualTo(draw.anew(drawn, FROM, 1));
  }

  @Test
  void countsHowOftenTheSameBreaksAgain() {
    Campaign campaign =
        new Campaign(HOME, OptionalLong.of(7), Optional.of(FROM), HostKind.DENSE, 0);
    Played run = campaign.play(1);

    Rewound held = campaign.rewind(run, "no-older-write", 1, 2, () -> true);
    Rewound notAsked = campaign.rewind(run, "no-older-write", 1, 2, () -> false);

    assertThat(held.moments()).hasSize(12).allMatch(moment -> moment.violated() == 0);
    assertThat(held.moments().get(0).after()).isEmpty();
    assertThat(held.moments().get(11).after()).startsWith("SingleKVStore.sync on ");
    assertThat(notAsked.moments()).isEmpty();
  }
}
