package dev.trustring.device.profile;

import dev.trustring.device.person.Person;
import dev.trustring.trust.identity.AccountId;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.level.DeviceLevel;
import dev.trustring.trust.level.LevelProof;
import dev.trustring.trust.wire.BindVersion;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A device as it comes out of its box, plus who is logged in.
 *
 * @param tier how large its system is
 * @param level the security level it can prove; empty when nobody said, which the platform treats
 *     as the lowest (kv-store §5.1)
 * @param proof how it lets others know that level
 * @param tee whether it has a trusted execution environment; empty when nobody said. Only rule set
 *     {@code article} asks
 * @param account the HUAWEI ID it is logged in to when the story begins
 * @param radios the radios it has
 * @param clockOffset how far its clock is ahead of true time when it is first switched on
 * @param dmVersion the version of its DeviceManager, which says how it binds
 * @param mtu how many bytes its soft bus says to carry at a time, which the data service's packets
 *     follow (kv-store §3.5)
 * @param charging whether it is on a charger all the time, for which automatic backups ask
 *     (kv-store §6)
 */
public record DeviceProfile(
    DeviceName name,
    DeviceKind kind,
    SystemTier tier,
    Optional<DeviceLevel> level,
    LevelProof proof,
    Optional<Boolean> tee,
    Optional<AccountId> account,
    Set<Radio> radios,
    Duration clockOffset,
    Person person,
    BindVersion dmVersion,
    int mtu,
    boolean charging) {

  public DeviceProfile {
    radios = Collections.unmodifiableSet(new TreeSet<>(radios));
  }
}
