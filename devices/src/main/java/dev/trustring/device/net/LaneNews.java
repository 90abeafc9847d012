package dev.trustring.device.net;

/** What became of a channel for sessions of apps. */
public sealed interface LaneNews {

  Route route();

  /** It is there. */
  record Ready(Route route, Bearer bearer) implements LaneNews {}

  /** It is not there any more, or did not come to be. */
  record Cut(Route route, LaneCode why) implements LaneNews {}
}
