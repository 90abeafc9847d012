package dev.trustring.sim.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.status.DbStatus;
import dev.trustring.kv.status.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number of the store and of its sync engine can be asked for (kv-store §1.6, §3.9). */
class GlossaryTest {
  private static final Glossary GLOSSARY = Glossary.standard();

  @ParameterizedTest
  @EnumSource(Status.class)
  void explainsEveryStatusByNumberAndName(Status status) {
    assertThat(explained(Integer.toString(status.number())))
        .contains(status.name())
        .contains(status.meaning());
    assertThat(explained(status.name())).contains(status.meaning());
  }

  @ParameterizedTest
  @EnumSource(DbStatus.class)
  void explainsEveryEndingOfTheSyncEngineByNumberAndName(DbStatus ending) {
    String seen = Integer.toString(ending.seenByApps().number());

    assertThat(explained(Integer.toString(ending.number()))).contains(seen);
    assertThat(explained(ending.name())).contains(seen);
  }

  private static String explained(String word) {
    return GLOSSARY.find(word).orElseThrow().json().toString();
  }
}
