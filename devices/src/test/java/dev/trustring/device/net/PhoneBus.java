package dev.trustring.device.net;

import dev.trustring.device.net.SoftBus.Wish;
import dev.trustring.kv.decision.AttemptId;
import dev.trustring.kv.metadata.PeerRecord;
import dev.trustring.kv.sync.SyncMessage;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.NetworkId;
import dev.trustring.trust.identity.Udid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bus of a phone, what happens to it, and what it wished last. */
abstract class PhoneBus {
  static final DeviceName PHONE = new DeviceName("phone");
  static final DeviceName TABLET = new DeviceName("tablet");
  static final DeviceName WATCH = new DeviceName("watch");
  static final Instant START = Instant.EPOCH;

  SoftBus phone = SoftBus.withRadios(PHONE, List.of(Bearer.WIFI, Bearer.BLUETOOTH));
  List<Wish> wishes = List.of();

  void sends(DeviceName peer, Payload payload) {
    sendsAt(START, peer, payload);
  }

  void sendsAt(Instant now, DeviceName peer, Payload payload) {
    follow(phone.send(Route.ofServices(peer), payload, now));
  }

  void hears(DeviceName peer, Bearer bearer, Payload payload) {
    hearsAt(START, peer, bearer, payload);
  }

  void hearsAt(Instant now, DeviceName peer, Bearer bearer, Payload payload) {
    follow(phone.receive(new Frame(peer, PHONE, bearer, payload), now));
  }

  void isReminded(DeviceName peer, int number) {
    follow(phone.remind(Route.ofServices(peer), number));
  }

  void switches(Bearer... nowOn) {
    follow(phone.radios(List.of(nowOn)));
  }

  void learns(DeviceName peer, Bearer... bearers) {
    follow(phone.peerHas(peer, List.of(bearers)));
  }

  void hasOpenSession(DeviceName peer, Bearer bearer, Instant since) {
    sendsAt(since, peer, hello());
    hearsAt(since, peer, bearer, new Payload.SessionAccept(1));
  }

  void follow(SoftBus.Next next) {
    phone = next.bus();
    wishes = new ArrayList<>(next.wishes());
  }

  static Wish remind(DeviceName peer, int number, int seconds) {
    return new Wish.Remind(Route.ofServices(peer), number, Duration.ofSeconds(seconds));
  }

  static Wish giveUp(DeviceName peer, LaneCode why, AttemptId... attempts) {
    return new Wish.GiveUp(Route.ofServices(peer), why, List.of(attempts));
  }

  static Wish transmit(DeviceName peer, Bearer bearer, Payload payload) {
    return new Wish.Transmit(new Frame(PHONE, peer, bearer, payload));
  }

  static Payload hello() {
    return new Payload.NodeHello(
        new NodeInfo(
            NetworkId.of(Udid.of(PHONE), 1), Optional.empty(), Optional.empty(), List.of()));
  }

  static Payload sync(int attempt) {
    return new Payload.OfSync(
        new SyncMessage.MetaAnswer(attempt(attempt), new PeerRecord(1, List.of(), List.of())));
  }

  static AttemptId attempt(int number) {
    return new AttemptId(PHONE, 1, number);
  }
}
