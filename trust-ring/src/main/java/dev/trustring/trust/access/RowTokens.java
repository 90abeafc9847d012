package dev.trustring.trust.access;

import dev.trustring.trust.identity.AppToken;

/**
 * The token ids of the two apps that a row joins. Rows that a story begins with have none, and are
 * known by their bundle alone.
 */
public record RowTokens(AppToken local, AppToken peer) {
  public static final RowTokens NONE = new RowTokens(AppToken.UNKNOWN, AppToken.UNKNOWN);

  boolean are(AppToken wantedLocal, AppToken wantedPeer) {
    return local.equals(wantedLocal) && peer.equals(wantedPeer);
  }

  /**
   * Whether these, as a question passes them, are no obstacle to a row: where one is unknown
   * neither is compared (§1.4).
   */
  public boolean fit(RowTokens ofRow) {
    return !local.isKnown() || !peer.isKnown() || equals(ofRow);
  }
}
