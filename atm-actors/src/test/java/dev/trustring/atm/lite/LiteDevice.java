package dev.trustring.atm.lite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small system whose permission service answers at once. */
final class LiteDevice {
  static final String NOTES = "com.example.notes";
  static final String CAMERA = "ohos.permission.CAMERA";
  static final String SYNC = "ohos.permission.DISTRIBUTED_DATASYNC";
  static final String BUNDLES = "ohos.permission.GET_BUNDLE_INFO";
  static final int UID = 1000;

  private LiteFiles files = LiteFiles.NONE;
  private LiteTasks tasks = LiteTasks.NONE;

  static LiteDevice empty() {
    return new LiteDevice();
  }

  /** With an app that declares these permissions. */
  LiteDevice withNotes(String... names) {
    assertSuccess(save(names.length, 0, names));
    return this;
  }

  LiteDevice runningNotes() {
    assertSuccess(ask(new Lite.Command.LoadPermissions(some(NOTES), UID)));
    return this;
  }

  /** Somebody writes to the disk past the service. */
  LiteDevice withFile(String text) {
    files = files.with(NOTES, text);
    return this;
  }

  LiteDevice restarted() {
    tasks = LiteTasks.NONE;
    return this;
  }

  Lite.Reply ask(Lite.Command command) {
    Lite.Decision decision = Lite.decide(files, tasks, command);
    for (Lite.Event event : decision.events()) {
      files = event.appliedTo(files);
    }
    tasks = decision.tasks();
    return decision.reply();
  }

  /** The number that a call returns. */
  int code(Lite.Command command) {
    return ((Lite.Reply.Code) ask(command)).code().number();
  }

  int check(String name) {
    return ((Lite.Reply.Checked) ask(new Lite.Command.CheckPermission(UID, some(name)))).result();
  }

  int save(int number, int isUpdate, String... names) {
    return code(
        new Lite.Command.SaveOrUpdatePermissions(
            some(NOTES),
            Optional.of(Stream.of(names).map(name -> new PermissionTrans(name, "why")).toList()),
            number,
            isUpdate));
  }

  int grant(String name) {
    return code(new Lite.Command.GrantPermission(some(NOTES), some(name)));
  }

  List<PermissionSaved> stored() {
    return PermissionFile.read(file()).permissions();
  }

  PermissionSaved stored(String name) {
    return stored().stream().filter(held -> held.name().equals(name)).findFirst().orElseThrow();
  }

  String file() {
    return files.of(NOTES).orElseThrow();
  }

  boolean hasFile() {
    return files.of(NOTES).isPresent();
  }

  static Optional<String> some(String text) {
    return Optional.of(text);
  }

  static Optional<String> nothing() {
    return Optional.empty();
  }

  private static void assertSuccess(Lite.Reply reply) {
    assertSuccess(((Lite.Reply.Code) reply).code().number());
  }

  private static void assertSuccess(int code) {
    if (code != 0) {
      throw new AssertionError("code " + code);
    }
  }
}
