package dev.trustring.sim.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.trustring.atm.GrantEffect;
import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.BundleName;
import dev.trustring.atm.token.TokenId;
import dev.trustring.config.scenario.Downing;
import dev.trustring.device.AppMarket;
import dev.trustring.device.DeviceActor;
import dev.trustring.device.call.CallOutcome;
import dev.trustring.device.person.Person;
import dev.trustring.device.profile.DeviceKind;
import dev.trustring.device.profile.DeviceProfile;
import dev.trustring.device.profile.Radio;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.kv.rules.RuleSet;
import dev.trustring.kv.service.StoreKey;
import dev.trustring.kv.store.DataChange;
import dev.trustring.kv.store.Key;
import dev.trustring.kv.store.KvStore;
import dev.trustring.kv.store.Row;
import dev.trustring.kv.store.RowId;
import dev.trustring.kv.store.StoreId;
import dev.trustring.kv.store.StoreSession;
import dev.trustring.kv.store.StoreState;
import dev.trustring.kv.store.Value;
import dev.trustring.sim.child.RecordReader;
import dev.trustring.sim.child.RecordWriter;
import dev.trustring.sim.cluster.RingView;
import dev.trustring.sim.wire.LinkState;
import dev.trustring.sim.wire.WireAddress;
import dev.trustring.sim.world.ClockCourse;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceIdentity;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import dev.trustring.trust.level.LevelProof;
import dev.trustring.trust.ring.MembershipEvent;
import dev.trustring.trust.ring.Ring;
import dev.trustring.trust.wire.BindVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordPipeTest {

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");
  private static final StoreKey NOTES =
      new StoreKey(new BundleName("com.example.notes"), OsAccountId.FIRST, new StoreId("notes"));
  private static final KvStore.Entry MILK =
      new KvStore.Entry(Key.of("n1"), new Value(Value.Type.STRING, "milk"));
  private static final ClockCourse CLOCK =
      new ClockCourse(
          Instant.parse("2026-01-01T00:00:00Z"), Duration.ofSeconds(-5), Duration.ofHours(1), -40);
  private static final Ring RING = Ring.ofAccount(new AccountId("acct-1"), List.of(PHONE, TABLET));

  @Test
  void bringsWhatAWorldSaysInItsOrder() throws IOException {
    List<ToDevice> said =
        List.of(
            start(),
            new ToDevice.Links(Map.of(TABLET, LinkState.CUT, PHONE, LinkState.losing(0.5))),
            new ToDevice.StartEndpoint(1, RING),
            new ToDevice.Tell(
                new DeviceActor.Membership(
                    new MembershipEvent.Online(RING.id(), DeviceIdentity.of("tablet")))),
            new ToDevice.SetClock(CLOCK),
            new ToDevice.ShutDown());

    assertThat(across(ToDevice.class, said)).isEqualTo(said);
  }

  @Test
  void bringsWhatADeviceSaysInItsOrder() throws IOException {
    RingView.Peer peer = new RingView.Peer("akka://ring@127.0.0.1:1", "Up", true, false);
    List<FromDevice> said =
        List.of(
            new FromDevice.Ready("akka://device@127.0.0.1:2"),
            new FromDevice.RingsChanged(DeviceIdentity.of("phone"), List.of(RING)),
            new FromDevice.View(1, new RingView(new TreeMap<>(Map.of(TABLET, peer)))),
            new FromDevice.PermissionStateChange(
                new GrantEffect.CallBack(
                    "settings",
                    "f",
                    new GrantEffect.PermissionStateChange(
                        false, new TokenId(0x2010_0000), PermissionName.DISTRIBUTED_DATASYNC))),
            new FromDevice.DataChange(
                NOTES,
                new StoreSession.Told(
                    "refresh", new DataChange("tablet", List.of(MILK), List.of(), List.of()))),
            new FromDevice.Returned(1, Optional.empty()),
            new FromDevice.Returned(2, Optional.of(IntNode.valueOf(0))),
            new FromDevice.Threw(
                3,
                new CallOutcome.Threw(
                    OptionalInt.of(201), "PERMISSION_DENIED", "no", Optional.of("now"))));

    assertThat(across(FromDevice.class, said)).isEqualTo(said);
  }

  @Test
  void endsWhereTheOtherEndWasKilled() throws IOException {
    byte[] all = bytes(ToDevice.class, List.of(new ToDevice.ShutDown(), start()));
    byte[] cut = Arrays.copyOf(all, all.length - 1);
    RecordReader<ToDevice> reader = reader(cut);

    assertThat(reader.next()).contains(new ToDevice.ShutDown());
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void refusesWhatIsNoRecord() {
    assertThatThrownBy(() -> reader("[warning] some text".getBytes(StandardCharsets.UTF_8)).next())
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("what came is no record");
  }

  @Test
  void keepsAWholeStore() {
    assertThat(StoreImage.of(StoreState.ABSENT).state()).isEqualTo(StoreState.ABSENT);
  }

  @Test
  void keepsAStoreWithItsBackupsAcrossThePipe() throws IOException {
    Row row =
        new Row(
            new RowId("", MILK.key()), Optional.of(MILK.value()), 7, 7, Optional.empty(), PHONE);
    KvStore.Event backedUp = new KvStore.Event.BackedUp("monday");
    StoreState state =
        backedUp.appliedTo(new KvStore.Event.Wrote(row).appliedTo(StoreState.ABSENT));
    FromDevice.Stored stored =
        new FromDevice.Stored(NOTES, backedUp, Optional.of(StoreImage.of(state)));

    FromDevice heard = across(FromDevice.class, List.of(stored)).get(0);

    assertThat(heard).isEqualTo(stored);
    assertThat(((FromDevice.Stored) heard).whole().orElseThrow().state()).isEqualTo(state);
    assertThat(state.backups()).containsOnlyKeys("monday");
  }

  @Test
  void keepsKeysOutOfLogs() {
    assertThat(RING.toString()).contains("ring key").doesNotContain(RING.key().secret());
  }

  private static ToDevice.Start start() {
    DeviceProfile phone =
        new DeviceProfile(
            PHONE,
            DeviceKind.PHONE,
            SystemTier.STANDARD,
            Optional.empty(),
            LevelProof.STATED,
            Optional.of(true),
            Optional.of(new AccountId("acct-1")),
            Set.of(Radio.values()),
            Duration.ofSeconds(90),
            Person.AGREEABLE,
            new BindVersion("5.0.3"),
            2048,
            true);
    return new ToDevice.Start(
        phone,
        2,
        RuleSet.OPENHARMONY,
        List.of(PermissionCatalogue.standard().all().get(0)),
        new AppMarket(Map.of()),
        CLOCK,
        -7,
        new DeviceSettings(
            "data",
            Optional.empty(),
            WireAddress.loopback(0),
            Optional.of(new DeviceSettings.Certificate("own", "trusted", "secret")),
            Downing.NONE));
  }

  private static <T> List<T> across(Class<T> root, List<T> said) throws IOException {
    RecordReader<T> reader = new RecordReader<>(root, new ByteArrayInputStream(bytes(root, said)));
    List<T> heard = new ArrayList<>();
    for (Optional<T> next = reader.next(); next.isPresent(); next = reader.next()) {
      heard.add(next.get());
    }
    return heard;
  }

  private static RecordReader<ToDevice> reader(byte[] bytes) {
    return new RecordReader<>(ToDevice.class, new ByteArrayInputStream(bytes));
  }

  private static <T> byte[] bytes(Class<T> root, List<T> said) {
    ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    RecordWriter<T> writer = new RecordWriter<>(root, pipe, "test");
    said.forEach(writer::write);
    writer.close();
    writer.awaitClosed(0);
    return pipe.toByteArray();
  }
}
