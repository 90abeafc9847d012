package dev.trustring.atm.lite;

import java.util.Optional;

/** The calls by uid, which look at apps that run (access-token §6.2). */
final class Running {
  /** Processes up to this uid may take runtime permissions from others. */
  private static final int TRUSTED_UID_MAX = 99;

  private Running() {}

  /** A uid under which nothing runs and a name that is not declared give the same answer. */
  static int check(LiteTasks tasks, Lite.Command.CheckPermission check) {
    if (check.uid() < 0 || check.name().isEmpty()) {
      return LiteCode.INVALID_PARAMS.number();
    }
    return tasks
        .of(check.uid())
        .flatMap(task -> task.find(check.name().get()))
        .map(held -> held.granted() ? Lite.GRANTED : Lite.NOT_GRANTED)
        .orElse(Lite.UNKNOWN);
  }

  static Lite.Decision grant(
      LiteFiles files, LiteTasks tasks, Lite.Command.GrantRuntimePermission grant) {
    return grant.name().isEmpty()
        ? Lite.code(tasks, LiteCode.INVALID_PARAMS)
        : change(files, tasks, grant.uid(), grant.name().get(), true);
  }

  static Lite.Decision revoke(
      LiteFiles files, LiteTasks tasks, Lite.Command.RevokeRuntimePermission revoke) {
    boolean forAnother = revoke.callingUid() != revoke.uid();
    if (revoke.name().isEmpty() || (forAnother && revoke.callingUid() > TRUSTED_UID_MAX)) {
      return Lite.code(tasks, LiteCode.INVALID_PARAMS);
    }
    return change(files, tasks, revoke.uid(), revoke.name().get(), false);
  }

  private static Lite.Decision change(
      LiteFiles files, LiteTasks tasks, int uid, String name, boolean granted) {
    Optional<LiteTasks.Task> task = tasks.of(uid);
    if (task.isEmpty()) {
      return Lite.code(tasks, LiteCode.TASKID_NOT_EXIST);
    }
    if (task.get().find(name).isEmpty()) {
      return Lite.code(tasks, LiteCode.PERM_NOT_EXIST);
    }
    LiteTasks after = tasks.granted(task.get(), name, granted);
    return Stored.write(files, after, task.get().identifier(), name, held -> held.granted(granted));
  }

  /** An app without a file starts all the same, but no check finds it. */
  static Lite.Decision load(LiteFiles files, LiteTasks tasks, Lite.Command.LoadPermissions load) {
    if (load.uid() < 0 || load.identifier().isEmpty()) {
      return Lite.code(tasks, LiteCode.INVALID_PARAMS);
    }
    String identifier = load.identifier().get();
    Optional<String> file = files.of(identifier);
    if (tasks.of(load.uid()).isPresent() || file.isEmpty()) {
      return Lite.code(tasks, LiteCode.SUCCESS);
    }
    PermissionFile.Content content = PermissionFile.read(file.get());
    if (!content.isRead()) {
      return Lite.code(tasks, content.code());
    }
    if (identifier.length() > PermissionFile.NAME_MAX) {
      return Lite.code(tasks, LiteCode.COPY_ERROR);
    }
    LiteTasks.Task task = new LiteTasks.Task(load.uid(), identifier, content.permissions());
    return Lite.code(tasks.with(task), LiteCode.SUCCESS);
  }
}
