package dev.trustring.atm.request;

import dev.trustring.atm.token.TokenIdentity;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests that wait for an answer on the screen. Kept in memory only: a crash closes the
 * dialogs and forgets the requests.
 *
 * @param open each dialog on the screen and the request it belongs to
 * @param requestsSoFar how many requests have waited since the device started
 */
public record PendingRequests(NavigableMap<DialogId, PendingRequest> open, long requestsSoFar) {
  /** Nothing is asked. */
  public static final PendingRequests NONE = new PendingRequests(new TreeMap<>(), 0);

  public PendingRequests {
    open = Collections.unmodifiableNavigableMap(new TreeMap<>(open));
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
    while (open.containsKey(candidate)) {
      candidate = new DialogId(candidate.value() + 1);
    }
    return candidate;
  }

  /** With this dialog on the screen. */
  public PendingRequests with(DialogId dialog, PendingRequest request) {
    NavigableMap<DialogId, PendingRequest> more = new TreeMap<>(open);
    more.put(dialog, request);
    return new PendingRequests(more, Math.max(requestsSoFar, request.id().value()));
  }

  /** Without this dialog. */
  public PendingRequests without(DialogId dialog) {
    NavigableMap<DialogId, PendingRequest> fewer = new TreeMap<>(open);
    fewer.remove(dialog);
    return new PendingRequests(fewer, requestsSoFar);
  }

  /** Without the dialogs of this app. */
  public PendingRequests without(TokenIdentity identity) {
    NavigableMap<DialogId, PendingRequest> fewer = new TreeMap<>(open);
    fewer.values().removeIf(request -> request.identity().equals(identity));
    return new PendingRequests(fewer, requestsSoFar);
  }
}
