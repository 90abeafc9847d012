package dev.trustring.atm.request;

import dev.trustring.atm.token.TokenIdentity;
import dev.trustring.atm.uptime.Uptime;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests that wait for an answer on the screen, and whatever else is kept in memory only: a
 * crash closes the dialogs and forgets it all.
 *
 * @param open each dialog on the screen and the request it belongs to
 * @param requestsSoFar how many requests have waited since the device started
 * @param sheets the sheets of Settings on the screen (access-token §3.7)
 * @param uptime what else is forgotten
 */
public record PendingRequests(
    NavigableMap<DialogId, PendingRequest> open,
    long requestsSoFar,
    NavigableMap<DialogId, SettingsSheet> sheets,
    Uptime uptime) {
  /** Nothing is asked. */
  public static final PendingRequests NONE =
      new PendingRequests(new TreeMap<>(), 0, new TreeMap<>(), Uptime.START);

  public PendingRequests {
    open = Collections.unmodifiableNavigableMap(new TreeMap<>(open));
    sheets = Collections.unmodifiableNavigableMap(new TreeMap<>(sheets));
  }

  /** The request that this dialog belongs to, if the dialog is on the screen. */
  public Optional<PendingRequest> find(DialogId dialog) {
    return Optional.ofNullable(open.get(dialog));
  }

  /** The requests of this app. */
  public List<PendingRequest> of(TokenIdentity identity) {
    return open.values().stream().filter(request -> request.identity().equals(identity)).toList();
  }

  /** The id of the next request that has to wait. */
  public RequestId nextRequest() {
    return new RequestId(requestsSoFar + 1);
  }

  /** An id that no dialog on the screen has. */
  public DialogId freeDialog(long draw) {
    DialogId candidate = new DialogId(draw >>> Integer.SIZE);
    while (open.containsKey(candidate) || sheets.containsKey(candidate)) {
      candidate = new DialogId(candidate.value() + 1);
    }
    return candidate;
  }

  /** With this dialog on the screen. */
  public PendingRequests with(DialogId dialog, PendingRequest request) {
    NavigableMap<DialogId, PendingRequest> more = new TreeMap<>(open);
    more.put(dialog, request);
    return new PendingRequests(more, Math.max(requestsSoFar, request.id().value()), sheets, uptime);
  }

  /** Without this dialog. */
  public PendingRequests without(DialogId dialog) {
    NavigableMap<DialogId, PendingRequest> fewer = new TreeMap<>(open);
    fewer.remove(dialog);
    return new PendingRequests(fewer, requestsSoFar, sheets, uptime);
  }

  /** Without the dialogs of this app. */
  public PendingRequests without(TokenIdentity identity) {
    NavigableMap<DialogId, PendingRequest> fewer = new TreeMap<>(open);
    fewer.values().removeIf(request -> request.identity().equals(identity));
    return new PendingRequests(fewer, requestsSoFar, sheets, uptime);
  }

  /** With this sheet on the screen. */
  public PendingRequests with(DialogId dialog, SettingsSheet sheet) {
    NavigableMap<DialogId, SettingsSheet> more = new TreeMap<>(sheets);
    more.put(dialog, sheet);
    return new PendingRequests(
        open, Math.max(requestsSoFar, sheet.request().value()), more, uptime);
  }

  /** Without this sheet. */
  public PendingRequests withoutSheet(DialogId dialog) {
    NavigableMap<DialogId, SettingsSheet> fewer = new TreeMap<>(sheets);
    fewer.remove(dialog);
    return new PendingRequests(open, requestsSoFar, fewer, uptime);
  }

  /** With other facts of this uptime. */
  public PendingRequests with(Uptime facts) {
    return new PendingRequests(open, requestsSoFar, sheets, facts);
  }
}
