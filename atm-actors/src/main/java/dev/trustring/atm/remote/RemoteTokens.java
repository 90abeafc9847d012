package dev.trustring.atm.remote;

import dev.trustring.atm.permission.PermissionCatalogue;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.refusal.AtmError;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.HapToken;
import dev.trustring.atm.token.TokenId;
import dev.trustring.atm.token.TokenIdentity;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The apps of other devices that a device knows, each under an id of its own, and the own apps that
 * others have asked for (access-token §5.1, §5.6). Memory only: a device that starts again knows
 * nobody, and tells nobody of changes until it is asked again.
 *
 * @param devices the local id of each remote token, by device and remote id
 * @param tokens what was told of them, by local id
 * @param observed own apps of which some device keeps a copy
 */
public record RemoteTokens(
    NavigableMap<String, NavigableMap<TokenId, TokenId>> devices,
    NavigableMap<TokenId, HapTokenInfoForSync> tokens,
    NavigableSet<TokenId> observed) {
  /** Nobody is known. */
  public static final RemoteTokens NONE =
      new RemoteTokens(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());

  public RemoteTokens {
    devices = Collections.unmodifiableNavigableMap(new TreeMap<>(devices));
    tokens = Collections.unmodifiableNavigableMap(new TreeMap<>(tokens));
    observed = Collections.unmodifiableNavigableSet(new TreeSet<>(observed));
  }

  /** What is known after a call, and the error if it has failed. */
  public record Outcome(RemoteTokens after, Optional<AtmError> error) {}

  /** What a device that asks is told, or the error. */
  public record Export(
      RemoteTokens after, Optional<HapTokenInfoForSync> info, Optional<AtmError> error) {}

  /**
   * GetHapTokenInfoFromRemote, on the device whose app it is. From then on it tells of changes.
   *
   * @param local what is to be told of the own app with this id, if there is one; a remote one is
   *     not told on
   */
  public Export export(TokenId id, Optional<HapTokenInfoForSync> local) {
    if (id.value() == 0) {
      return new Export(this, Optional.empty(), Optional.of(AtmError.PARAM_INVALID));
    }
    if (local.isEmpty() || tokens.containsKey(id)) {
      return new Export(this, Optional.empty(), Optional.of(AtmError.IDENTITY_CHECK_FAILED));
    }
    NavigableSet<TokenId> more = new TreeSet<>(observed);
    more.add(id);
    return new Export(new RemoteTokens(devices, tokens, more), local, Optional.empty());
  }

  /**
   * SetRemoteHapTokenInfo: takes what a device tells of its app. What was known of it is replaced;
   * otherwise it gets an id of this device, with the same bits but another number.
   *
   * @param draw from which the number is drawn
   * @param taken ids of this device's own apps
   */
  public Outcome set(String device, HapTokenInfoForSync info, long draw, Predicate<TokenId> taken) {
    if (!HapTokenInfoForSync.isName(device) || !info.isAcceptable()) {
      return failed(AtmError.IDENTITY_CHECK_FAILED);
    }
    Optional<TokenId> id =
        find(device, info.tokenId())
            .or(
                () ->
                    FreshMapId.from(
                        draw,
                        info.tokenId(),
                        candidate -> taken.test(candidate) || tokens.containsKey(candidate)));
    return id.map(mapped -> new Outcome(with(device, mapped, info), Optional.empty()))
        .orElseGet(() -> failed(AtmError.TOKEN_MAP_FAILED));
  }

  /** DeleteRemoteToken: an app of another device is gone. */
  public Outcome delete(String device, TokenId remote) {
    if (!HapTokenInfoForSync.isName(device)) {
      return failed(AtmError.PARAM_INVALID);
    }
    Optional<TokenId> id = find(device, remote);
    if (id.isEmpty()) {
      return failed(AtmError.TOKEN_MAP_FAILED);
    }
    NavigableMap<TokenId, TokenId> left = new TreeMap<>(ofDevice(device));
    left.remove(remote);
    NavigableMap<String, NavigableMap<TokenId, TokenId>> fewer = new TreeMap<>(devices);
    if (left.isEmpty()) {
      fewer.remove(device);
    } else {
      fewer.put(device, left);
    }
    NavigableMap<TokenId, HapTokenInfoForSync> less = new TreeMap<>(tokens);
    boolean hadData = less.remove(id.get()) != null;
    return new Outcome(
        new RemoteTokens(fewer, less, observed),
        hadData ? Optional.empty() : Optional.of(AtmError.TOKEN_INVALID));
  }

  /** DeleteRemoteDeviceTokens: a device is out of reach, and all that it told is forgotten. */
  public Outcome deleteDevice(String device) {
    if (!HapTokenInfoForSync.isName(device)) {
      return failed(AtmError.PARAM_INVALID);
    }
    NavigableMap<TokenId, TokenId> known = ofDevice(device);
    if (known.isEmpty()) {
      return failed(AtmError.DEVICE_NOT_EXIST);
    }
    Outcome last = new Outcome(this, Optional.empty());
    for (TokenId remote : known.keySet()) {
      last = last.after().delete(device, remote);
    }
    return last;
  }

  /** An own app is gone, so nobody need be told of it any more. */
  public RemoteTokens unobserved(TokenId id) {
    NavigableSet<TokenId> fewer = new TreeSet<>(observed);
    fewer.remove(id);
    return new RemoteTokens(devices, tokens, fewer);
  }

  /** The local id of a device's app, by the id that it has there. */
  public Optional<TokenId> find(String device, TokenId remote) {
    return Optional.ofNullable(ofDevice(device).get(remote));
  }

  /** The local id of a device's app, by what the app is. */
  public Optional<TokenId> find(String device, TokenIdentity app) {
    return ofDevice(device).values().stream()
        .filter(id -> info(id).filter(info -> is(info, app)).isPresent())
        .findFirst();
  }

  /** Whether this is the local id of an app of another device. */
  public boolean isRemote(TokenId id) {
    return tokens.containsKey(id);
  }

  /** What was told of the app with this local id. */
  public Optional<HapTokenInfoForSync> info(TokenId id) {
    return Optional.ofNullable(tokens.get(id));
  }

  /** The full id: what kind of app it is comes along in the upper half (access-token §5.2). */
  public long fullId(TokenId id) {
    long attr = info(id).map(HapTokenInfoForSync::tokenAttr).orElse(0);
    return attr << Integer.SIZE | Integer.toUnsignedLong(id.value());
  }

  /** Whether the app with this local id holds a permission, by what was told last (§5.7). */
  public boolean verify(TokenId id, PermissionName name, PermissionCatalogue catalogue) {
    return token(id, catalogue).filter(token -> token.grants(name)).isPresent();
  }

  /** The app with this local id as a token like any other; names not defined here are dropped. */
  public Optional<HapToken> token(TokenId id, PermissionCatalogue catalogue) {
    return info(id).map(info -> info.asToken(id, catalogue));
  }

  /** What was told of the app with this local id beyond its token. */
  public HapDetails details(TokenId id) {
    return info(id).map(HapTokenInfoForSync::asDetails).orElse(HapDetails.ORDINARY);
  }

  private static boolean is(HapTokenInfoForSync info, TokenIdentity app) {
    return info.bundleName().equals(app.bundle().value())
        && info.userId() == app.user().value()
        && info.instIndex() == app.instIndex();
  }

  private RemoteTokens with(String device, TokenId id, HapTokenInfoForSync info) {
    NavigableMap<TokenId, TokenId> ofDevice = new TreeMap<>(ofDevice(device));
    ofDevice.put(info.tokenId(), id);
    NavigableMap<String, NavigableMap<TokenId, TokenId>> more = new TreeMap<>(devices);
    more.put(device, ofDevice);
    NavigableMap<TokenId, HapTokenInfoForSync> known = new TreeMap<>(tokens);
    known.put(id, info);
    return new RemoteTokens(more, known, observed);
  }

  private NavigableMap<TokenId, TokenId> ofDevice(String device) {
    return devices.getOrDefault(device, Collections.emptyNavigableMap());
  }

  private Outcome failed(AtmError error) {
    return new Outcome(this, Optional.of(error));
  }
}
