package dev.trustring.device.session;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.LaneCode;
import dev.trustring.device.net.LaneNews;
import dev.trustring.device.net.Purpose;
import dev.trustring.device.net.Route;
import dev.trustring.device.net.SessionCode;
import dev.trustring.device.net.SessionKind;
import dev.trustring.device.net.SessionMessage;
import dev.trustring.device.net.SessionName;
import dev.trustring.device.profile.SystemTier;
import dev.trustring.trust.identity.AppToken;
import dev.trustring.trust.identity.DeviceName;
import dev.trustring.trust.identity.OsAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sessions of a phone and of a tablet, and what goes between them. */
class Ends {
  static final SessionOwner NOTES = app("com.example.notes");
  static final SessionOwner CHAT = app("com.example.chat");
  static final SessionOwner DMS = new SessionOwner("dms", Optional.empty(), OsAccountId.FIRST);
  static final SessionName NAME = name("n-com.example.notes-dev");
  static final DeviceName PHONE = new DeviceName("phone");
  static final DeviceName TABLET = new DeviceName("tablet");

  final End phone = new End(PHONE, TABLET);
  final End tablet = new End(TABLET, PHONE);
  Instant now = Instant.EPOCH;

  static SessionOwner app(String bundle) {
    return new SessionOwner(
        bundle,
        Optional.of(new SessionOwner.App(bundle, "dev", new AppToken(bundle.length()))),
        OsAccountId.FIRST);
  }

  static SessionName name(String text) {
    return new SessionName(text);
  }

  static SessionCall.Open opening(SessionOwner owner, SessionName name, SessionKind kind) {
    return opening(owner, name, name, kind);
  }

  static SessionCall.Open opening(
      SessionOwner owner, SessionName from, SessionName to, SessionKind kind) {
    return new SessionCall.Open(
        owner, from, to, TABLET, kind, kind.purpose(), kind.purpose().order(), Optional.empty());
  }

  /** An opening by the newer call, which waits that long in all. */
  static SessionCall.Open newerOpening(SessionKind kind, Duration patience) {
    SessionCall.Open older = opening(NOTES, NAME, kind);
    return new SessionCall.Open(
        older.owner(),
        older.from(),
        older.to(),
        older.peer(),
        kind,
        older.purpose(),
        older.order(),
        Optional.of(patience));
  }

  static SessionCall.Open openingToAddress(SessionName name) {
    return new SessionCall.Open(
        DMS,
        name,
        name,
        TABLET,
        SessionKind.BYTES,
        Purpose.AUTH,
        Purpose.AUTH.order(),
        Optional.empty());
  }

  /** Both listen, and the phone has opened a session of that kind. */
  Ends open(SessionKind kind, Bearer bearer) {
    phone.listens(NOTES, NAME);
    tablet.listens(NOTES, NAME);
    phone.asks(opening(NOTES, NAME, kind));
    phone.links(kind.purpose(), bearer);
    converse();
    phone.forget();
    tablet.forget();
    return this;
  }

  /** What both say reaches the other until nothing is left; all rows allow everything. */
  void converse() {
    while (!phone.said.isEmpty() || !tablet.said.isEmpty()) {
      phone.tellsAllTo(tablet);
      tablet.tellsAllTo(phone);
    }
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  /** One of the two. */
  final class End {
    final SessionTable table = new SessionTable(SystemTier.STANDARD, List.of(PHONE, TABLET));
    final List<SessionWish.Say> said = new ArrayList<>();
    final List<SessionReply> replies = new ArrayList<>();
    final List<SessionCallback> callbacks = new ArrayList<>();
    final List<SessionWish.Remind> reminders = new ArrayList<>();
    final List<SessionWish.Prepare> prepared = new ArrayList<>();
    final List<SessionWish.CheckAccess> checks = new ArrayList<>();
    Optional<SessionCode> rows = Optional.empty();
    private final DeviceName self;
    private final DeviceName peer;
    private int calls;

    End(DeviceName self, DeviceName peer) {
      this.self = self;
      this.peer = peer;
    }

    void listens(SessionOwner owner, SessionName name) {
      asks(new SessionCall.CreateServer(owner, name, false));
    }

    void asks(SessionCall call) {
      table.on(++calls, call, now);
      follow();
    }

    void sends(SessionKind kind, long size) {
      asks(new SessionCall.Send(NOTES, 1, kind, "", size));
    }

    void links(Purpose purpose, Bearer bearer) {
      table.on(new LaneNews.Ready(new Route(peer, purpose), bearer), now);
      follow();
    }

    void isCut(Purpose purpose, LaneCode why) {
      table.on(new LaneNews.Cut(new Route(peer, purpose), why), now);
      follow();
    }

    void hears(SessionMessage message) {
      table.from(new Route(peer, Purpose.BYTES), message, now);
      follow();
    }

    void sees(boolean online) {
      table.peer(peer, online, now);
      follow();
    }

    boolean waitsForNo(SessionWish.What what) {
      return reminders.stream().noneMatch(remind -> remind.timer().what() == what);
    }

    void isReminded(SessionWish.What what) {
      reminders.stream()
          .filter(remind -> remind.timer().what() == what)
          .reduce((first, last) -> last)
          .ifPresent(remind -> table.remind(remind.timer(), now));
      follow();
    }

    Duration waitsFor(SessionWish.What what) {
      return reminders.stream()
          .filter(remind -> remind.timer().what() == what)
          .reduce((first, last) -> last)
          .orElseThrow()
          .after();
    }

    /** What is said is lost. */
    void loses() {
      said.clear();
    }

    int lastCode() {
      return ((SessionReply.Refused) replies.get(replies.size() - 1)).number();
    }

    SessionReply last() {
      return replies.get(replies.size() - 1);
    }

    String lastCallback() {
      SessionCallback last = callbacks.get(callbacks.size() - 1);
      return last.function() + " " + last.detail();
    }

    void forget() {
      replies.clear();
      callbacks.clear();
    }

    private void tellsAllTo(End other) {
      List<SessionWish.Say> all = List.copyOf(said);
      said.clear();
      for (SessionWish.Say say : all) {
        other.table.from(new Route(self, say.route().purpose()), say.message(), now);
        other.follow();
      }
    }

    private void follow() {
      for (SessionWish wish : table.wishes()) {
        if (wish instanceof SessionWish.Answer answer) {
          replies.add(answer.reply());
        } else if (wish instanceof SessionWish.Say say) {
          said.add(say);
        } else if (wish instanceof SessionWish.CallBack call) {
          callbacks.add(call.callback());
        } else if (wish instanceof SessionWish.Remind remind) {
          reminders.add(remind);
        } else if (wish instanceof SessionWish.Prepare prepare) {
          prepared.add(prepare);
        } else if (wish instanceof SessionWish.CheckAccess check) {
          checks.add(check);
          table.judged(check.peer(), check.wanted().words().session(), rows, now);
          follow();
        }
      }
    }
  }
}
