package dev.trustring.kv.service;

import static dev.trustring.kv.AttemptFixture.LINK;
import static dev.trustring.kv.DeviceFixture.NOTES;
import static dev.trustring.kv.DeviceFixture.NOTES_APP;
import static dev.trustring.kv.DeviceFixture.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.kv.metadata.StoreRecord;
import dev.trustring.kv.store.KvStoreType;
import dev.trustring.kv.store.SecurityLabel;
import dev.trustring.kv.store.SyncRange;
import dev.trustring.kv.sync.PeerInfo;
import dev.trustring.kv.sync.Subscriptions;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.level.DeviceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the data service asks for the level of a peer (trust-and-softbus §4.5). */
class LevelCacheTest {
  private static final DeviceName TABLET = new DeviceName("tablet");

  private final List<DeviceName> wanted = new ArrayList<>();
  private final PeerBook peers = new PeerBook(wanted::add, link -> Subscriptions.NONE);

  @ParameterizedTest(name = "{0} data, level {1}: asks {2}")
  @CsvSource({
    "S0, , false",
    "S1, , false",
    "S2, , true",
    "S4, , true",
    "S1, SL1, false",
    "S2, SL1, true",
    "S4, SL1, true",
    "S3, SL2, false",
    "S4, SL3, false",
    "S2, SL5, false"
  })
  void asksAgainForALevelBelowTwoWhenTheDataNeedsMore(
      SecurityLabel label, DeviceLevel cached, boolean asks) {
    peers.heardOf(TABLET, tablet(true, Optional.ofNullable(cached), true));

    peers.knowledge(catalogue(label), TABLET, LINK);

    assertThat(!wanted.isEmpty()).isEqualTo(asks);
  }

  @ParameterizedTest(name = "online {0}, to be asked {1}")
  @CsvSource({"false, true", "true, false"})
  void doesNotAskWhoIsOfflineOrHasStatedALevel(boolean online, boolean levelAsked) {
    peers.heardOf(TABLET, tablet(online, Optional.of(DeviceLevel.SL1), levelAsked));

    peers.knowledge(catalogue(SecurityLabel.S4), TABLET, LINK);

    assertThat(wanted).isEmpty();
  }

  private static PeerInfo tablet(boolean online, Optional<DeviceLevel> level, boolean asked) {
    return new PeerInfo(true, online, level, asked, Optional.empty());
  }

  private static KvCatalogue catalogue(SecurityLabel label) {
    StoreRecord record =
        new StoreRecord(
            NOTES_APP, STORE, KvStoreType.SINGLE_VERSION, label, SyncRange.UNSET, Optional.empty());
    return new KvCatalogue.Event.StoreRecorded(
            new StoreKey(NOTES, OsAccountId.FIRST, STORE), record)
        .appliedTo(KvCatalogue.EMPTY);
  }
}
