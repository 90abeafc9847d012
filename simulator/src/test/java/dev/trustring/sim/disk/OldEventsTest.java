package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.Atm;
import dev.trustring.atm.AtmSnapshot;
import dev.trustring.atm.AtmState;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.ProvisionProfile;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A file of events as the first version wrote them, one a line: manifest and bytes. It is never
 * made anew; {@code -Dgolden.update=true} makes it where it is missing.
 */
class OldEventsTest {
  private static final Path OLD = Path.of("src/test/resources/events/atm-v1.txt");
  private static final PermissionName CAMERA = PermissionName.of("CAMERA");
  private static final TokenIdentity NOTES = TokenIdentity.of("com.example.notes");
  private static final TokenIdentity DIARY = TokenIdentity.of("com.example.diary");
  private static final HapToken TOKEN =
      new HapToken(
          NOTES,
          TokenId.hap(0xBEEF, false),
          ProvisionProfile.ORDINARY.withAllowedAcls(List.of(CAMERA)),
          new TreeMap<>(Map.of(CAMERA, GrantState.NEVER_DECIDED)));
  private static final List<Atm.Event> HISTORY =
      List.of(
          new Atm.Event.TokenCreated(TOKEN),
          new Atm.Event.TokenCreated(
              new HapToken(
                  DIARY, TokenId.hap(7, true), ProvisionProfile.ORDINARY, new TreeMap<>())),
          new Atm.Event.PermissionChanged(
              NOTES, CAMERA, GrantState.NEVER_DECIDED, new GrantState(true, 2)),
          new Atm.Event.TokenDeleted(DIARY, TokenId.hap(7, true), List.of()));

  private final EventSerializer serializer = new EventSerializer();

  @Test
  void readsTheEventsOfTheFirstVersion() throws IOException {
    if (Boolean.getBoolean("golden.update") && !Files.exists(OLD)) {
      Files.createDirectories(OLD.resolveSibling("."));
      Files.write(OLD, HISTORY.stream().map(this::line).toList());
    }
    AtmState state = AtmState.EMPTY;
    List<Object> read = new ArrayList<>();
    for (String line : Files.readAllLines(OLD)) {
      String[] parts = line.split(" ", 2);
      Object event = serializer.fromBinary(Base64.getDecoder().decode(parts[1]), parts[0]);
      read.add(event);
      state = ((Atm.Event) event).appliedTo(state);
    }

    assertThat(read).isEqualTo(HISTORY);
    assertThat(state.token(NOTES)).contains(TOKEN.with(CAMERA, new GrantState(true, 2)));
    assertThat(state.tokens()).hasSize(1);
    assertThat(state.details(NOTES)).isEqualTo(HapDetails.ORDINARY);
    assertThat(state.isGranted(TOKEN.tokenId(), CAMERA)).isTrue();
  }

  @Test
  void keepsASnapshotAsBytes() throws IOException {
    AtmSnapshot snapshot = new AtmSnapshot(HISTORY.subList(0, 3));

    Object read = serializer.fromBinary(serializer.toBinary(snapshot), "AtmSnapshot:1");

    assertThat(read).isEqualTo(snapshot);
    assertThat(((AtmSnapshot) read).state().isGranted(TOKEN.tokenId(), CAMERA)).isTrue();
  }

  private String line(Atm.Event event) {
    return serializer.manifest(event)
        + " "
        + Base64.getEncoder().encodeToString(serializer.toBinary(event));
  }
}
