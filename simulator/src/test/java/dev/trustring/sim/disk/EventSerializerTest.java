package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.trust.identity.DeviceName;
import java.io.NotSerializableException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSerializerTest {
  private static final KvStore.Event EVENT =
      new KvStore.Event.RangeSet(new SyncRange(List.of("work"), List.of("home")));

  private final EventSerializer serializer = new EventSerializer();

  @Test
  void namesWhoseEventItIsAndTheVersionOfItsForm() {
    assertThat(serializer.manifest(EVENT)).isEqualTo("KvStore.Event:1");
  }

  @Test
  void readsWhatItWrote() throws Exception {
    assertThat(serializer.fromBinary(serializer.toBinary(EVENT), "KvStore.Event:1"))
        .isEqualTo(EVENT);
  }

  @Test
  void refusesAnEventOfANewerVersionInOneLine() {
    assertThatThrownBy(() -> serializer.fromBinary(serializer.toBinary(EVENT), "KvStore.Event:2"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessage(
            "a stored event is a KvStore.Event:2, this version knows Atm.Event:1,"
                + " Lite.Event:1, KitChange:1, TrustEvent:1, KvCatalogue.Event:1, KvStore.Event:1,"
                + " AtmSnapshot:1");
  }

  @Test
  void refusesTornBytesInOneLine() {
    byte[] torn = java.util.Arrays.copyOf(serializer.toBinary(EVENT), 7);

    assertThatThrownBy(() -> serializer.fromBinary(torn, "KvStore.Event:1"))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageStartingWith("a stored KvStore.Event:1 cannot be read: ");
  }

  @Test
  void refusesWhatIsNoEvent() {
    assertThatThrownBy(() -> serializer.toBinary(new DeviceName("phone")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
