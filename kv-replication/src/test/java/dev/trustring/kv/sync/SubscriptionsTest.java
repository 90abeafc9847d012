package dev.trustring.kv.sync;

import static dev.trustring.kv.query.Queries.prefixKey;
import static dev.trustring.kv.query.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.query.Query;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The limits of subscriptions (kv-store §1.5). */
class SubscriptionsTest {
  private static final DeviceName TABLET = device(1);
  private static final DeviceName WATCH = device(2);

  @Test
  void aDeviceHasFourQueriesAndNoFifth() {
    Subscriptions three = of(TABLET, 3);

    assertThat(three.haveRoomFor(TABLET, of(4))).isTrue();
    assertThat(three.with(TABLET, of(4)).haveRoomFor(TABLET, of(5))).isFalse();
    assertThat(three.with(TABLET, of(4)).haveRoomFor(WATCH, of(5))).isTrue();
  }

  @Test
  void aStoreHasEightQueriesHoweverManyDevicesShareThem() {
    Subscriptions seven = of(TABLET, 4).with(WATCH, of(5)).with(WATCH, of(6)).with(WATCH, of(7));

    assertThat(seven.haveRoomFor(device(3), of(8))).isTrue();
    Subscriptions eight = seven.with(device(3), of(8));
    assertThat(eight.haveRoomFor(device(4), of(9))).isFalse();
    assertThat(eight.haveRoomFor(device(4), of(8))).isTrue();
    assertThat(eight.haveRoomFor(List.of(device(4)), of(9))).isFalse();
  }

  @Test
  void aStoreHasThirtyTwoDevicesAndNoMore() {
    Subscriptions most =
        IntStream.rangeClosed(1, 31)
            .mapToObj(SubscriptionsTest::device)
            .reduce(Subscriptions.NONE, (all, one) -> all.with(one, of(1)), (a, b) -> b);

    assertThat(most.haveRoomFor(device(32), of(1))).isTrue();
    assertThat(most.haveRoomFor(List.of(TABLET, device(32)), of(1))).isTrue();
    assertThat(most.haveRoomFor(List.of(device(32), device(33)), of(1))).isFalse();
    assertThat(most.with(device(32), of(1)).haveRoomFor(device(33), of(1))).isFalse();
  }

  @Test
  void oneThatIsThereAlreadyNeedsNoRoomAndIsKeptOnce() {
    Subscriptions four = of(TABLET, 4);

    assertThat(four.haveRoomFor(TABLET, of(4))).isTrue();
    assertThat(four.with(TABLET, of(4))).isEqualTo(four);
    assertThat(four.of(TABLET)).containsExactly(of(1), of(2), of(3), of(4));
  }

  @Test
  void whatEndsIsGone() {
    Subscriptions both = of(TABLET, 2).with(WATCH, of(1));

    assertThat(both.without(TABLET, of(1)).has(TABLET, of(1))).isFalse();
    assertThat(both.without(TABLET, of(1)).has(WATCH, of(1))).isTrue();
    assertThat(both.without(TABLET).all()).containsExactly(of(1));
    assertThat(both.without(TABLET).without(WATCH, of(1))).isEqualTo(Subscriptions.NONE);
    assertThat(both.without(device(9), of(1))).isEqualTo(both);
  }

  private static Subscriptions of(DeviceName device, int queries) {
    Subscriptions all = Subscriptions.NONE;
    for (int n = 1; n <= queries; n++) {
      all = all.with(device, of(n));
    }
    return all;
  }

  private static Query of(int n) {
    return query(prefixKey("k" + n));
  }

  private static DeviceName device(int n) {
    return new DeviceName("device-" + n);
  }
}
