package dev.trustring.atm.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.permission.PermissionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIndexTest {
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");

  /** Two names with the same hash. */
  private static final PermissionName ONE = PermissionName.of("Aa");

  private static final PermissionName OTHER = PermissionName.of("BB");

  private record Someone(TokenId tokenId, int version) implements Holder {
    @Override
    public List<PermissionName> effectivelyGranted() {
      return version % 2 == 0 ? List.of() : List.of(CAMERA, ONE, names(version));
    }
  }

  @Test
  void tellsNamesApartThatHaveTheSameHash() {
    TokenId id = TokenId.hap(7, false);
    TokenIndex index = TokenIndex.EMPTY.with(new Someone(id, 1));

    assertThat(ONE.value()).hasSameHashCodeAs(OTHER.value());
    assertThat(index.grants(id, ONE)).isTrue();
    assertThat(index.grants(id, PermissionName.of("Aa"))).isTrue();
    assertThat(index.grants(id, OTHER)).isFalse();
    assertThat(index.grants(TokenId.hap(8, false), ONE)).isFalse();
  }

  @Test
  void findsNobodyInAnEmptyIndex() {
    assertThat(TokenIndex.EMPTY.find(TokenId.hap(1, false))).isNull();
    assertThat(TokenIndex.EMPTY.without(TokenId.hap(1, false))).isEqualTo(TokenIndex.EMPTY);
  }

  @Test
  void tellsIdsApartThatDifferInTheirHighestBitsOnly() {
    Someone app = new Someone(TokenId.hap(7, false), 0);
    Someone shell = new Someone(TokenId.shell(7), 0);

    TokenIndex index = TokenIndex.EMPTY.with(app).with(shell);

    assertThat(index.find(app.tokenId())).isSameAs(app);
    assertThat(index.find(shell.tokenId())).isSameAs(shell);
    assertThat(index.find(app.tokenId().render())).isNull();
    assertThat(index.without(app.tokenId())).isEqualTo(TokenIndex.EMPTY.with(shell));
  }

  @Test
  void leavesTheIndexThatItWasMadeFromAsItWas() {
    Someone app = new Someone(TokenId.hap(7, false), 0);
    TokenIndex before = TokenIndex.EMPTY.with(app);

    before.with(new Someone(app.tokenId(), 1)).without(app.tokenId());

    assertThat(before.find(app.tokenId())).isSameAs(app);
    assertThat(before.size()).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void answersLikeASortedMapWhateverIsAddedAndTaken(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TreeMap<TokenId, Someone> known = new TreeMap<>();
    TokenIndex index = TokenIndex.EMPTY;
    for (int step = 0; step < 3000; step++) {
      TokenId id = anyId(random);
      if (random.nextInt(3) == 0) {
        known.remove(id);
        index = index.without(id);
      } else {
        Someone someone = new Someone(id, step);
        known.put(id, someone);
        index = index.with(someone);
      }
      assertThat(index.size()).isEqualTo(known.size());
    }
    for (int unique = 0; unique < 512; unique++) {
      TokenId id = TokenId.hap(unique * 2049 % 0x100000, unique % 2 == 0);
      assertThat(index.find(id)).isEqualTo(known.get(id));
      for (PermissionName name : List.of(CAMERA, ONE, OTHER, names(1), names(3))) {
        assertThat(index.grants(id, name))
            .isEqualTo(known.containsKey(id) && known.get(id).effectivelyGranted().contains(name));
      }
    }
    assertThat(index)
        .isEqualTo(inAnyOrder(known, random))
        .hasSameHashCodeAs(inAnyOrder(known, random));
  }

  private static PermissionName names(int version) {
    return PermissionName.of("P" + version % 4);
  }

  private static TokenId anyId(SplittableRandom random) {
    int unique = random.nextInt(512);
    return TokenId.hap(unique * 2049 % 0x100000, unique % 2 == 0);
  }

  private static TokenIndex inAnyOrder(Map<TokenId, Someone> known, SplittableRandom random) {
    List<Someone> left = new ArrayList<>(known.values());
    TokenIndex index = TokenIndex.EMPTY;
    while (!left.isEmpty()) {
      index = index.with(left.remove(random.nextInt(left.size())));
    }
    return index;
  }
}
