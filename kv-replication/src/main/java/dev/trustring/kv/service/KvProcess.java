package dev.trustring.kv.service;

/**
 * The process in which an app calls.
 *
 * @param id another id is another process; what the service keeps by process is lost with it
 * @param background whether the user does not look at the app
 */
public record KvProcess(String id, boolean background) {}
