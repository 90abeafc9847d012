package dev.trustring.atm.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DuidTableTest {
  private static final String CAMERA = "ohos.permission.CAMERA";

  @Test
  void givesEachRemoteAppANumberOfItsOwnAndKeepsIt() {
    DuidTable.Allocation first = DuidTable.EMPTY.allocate("tablet", 20010001, holding());
    DuidTable.Allocation second = first.table().allocate("tv", 20010001, holding());
    DuidTable.Allocation again = second.table().allocate("tablet", 20010001, holding(CAMERA));

    assertThat(first.duid()).isEqualTo(12610000);
    assertThat(second.duid()).isEqualTo(12610001);
    assertThat(again.duid()).isEqualTo(12610000);
    assertThat(again.table().check(12610000, CAMERA)).isZero();
    assertThat(again.table().check(12610001, CAMERA)).isEqualTo(-1);
  }

  @Test
  void grantsEverythingToRootAndToSystemProcesses() {
    DuidTable.Allocation root = DuidTable.EMPTY.allocate("tablet", 100_000, Optional.empty());
    DuidTable.Allocation system = DuidTable.EMPTY.allocate("tablet", 1000, Optional.empty());

    assertThat(root.duid()).isEqualTo(12600000);
    assertThat(system.duid()).isEqualTo(12601000);
    assertThat(DuidTable.EMPTY.check(root.duid(), CAMERA)).isZero();
    assertThat(DuidTable.EMPTY.check(system.duid(), CAMERA)).isZero();
  }

  @Test
  void failsWithoutADeviceOrItsAnswer() {
    assertThat(DuidTable.EMPTY.allocate("", 20010001, holding()).duid()).isEqualTo(-2);
    assertThat(DuidTable.EMPTY.allocate("tablet", 20010001, Optional.empty()).duid()).isEqualTo(-2);
  }

  @Test
  void grantsNothingToNumbersThatItDoesNotKnowNorBadNames() {
    DuidTable table = DuidTable.EMPTY.allocate("tablet", 20010001, holding(CAMERA)).table();

    assertThat(table.check(12610001, CAMERA)).isEqualTo(-1);
    assertThat(table.check(12610000, "")).isEqualTo(-1);
    assertThat(table.check(12610000, "n".repeat(257))).isEqualTo(-1);
    assertThat(table.check(12600000, "")).isEqualTo(-1);
  }

  @Test
  void forgetsADeviceAtOnceAndUsesItsNumbersAgain() {
    DuidTable both =
        DuidTable.EMPTY
            .allocate("tablet", 20010001, holding(CAMERA))
            .table()
            .allocate("tv", 20010001, holding(CAMERA))
            .table();

    DuidTable left = both.without("tablet");

    assertThat(left.check(12610000, CAMERA)).isEqualTo(-1);
    assertThat(left.check(12610001, CAMERA)).isZero();
    assertThat(left.allocate("car", 20010001, holding()).duid()).isEqualTo(12610000);
  }

  @Test
  void hasTenThousandNumbersAndNoMore() {
    DuidTable full = DuidTable.EMPTY.allocate("tablet", 20010001, holding()).table();
    var apps = new TreeMap<>(full.apps());
    for (int duid = 12610000; duid <= 12619999; duid++) {
      apps.put(duid, new DuidTable.RemoteApp("tv", duid, new TreeSet<>()));
    }

    assertThat(new DuidTable(apps).allocate("car", 20010001, holding()).duid()).isEqualTo(-2);
    apps.remove(12619999);
    assertThat(new DuidTable(apps).allocate("car", 20010001, holding()).duid()).isEqualTo(12619999);
  }

  private static Optional<SortedSet<String>> holding(String... names) {
    return Optional.of(new TreeSet<>(List.of(names)));
  }
}
