package dev.trustring.atm.lite;

import dev.trustring.atm.permission.GrantMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The calls by identifier, which read and write an app's file (access-token §6.2). */
final class Stored {
  private static final int FIRST_INSTALL = 0;
  private static final int UPDATE = 1;
  private static final int FLAGS_MASK = 0x2;

  private Stored() {}

  static Lite.Decision save(
      LiteFiles files, LiteTasks tasks, Lite.Command.SaveOrUpdatePermissions save) {
    Optional<LiteCode> refusal = refusal(save);
    if (refusal.isPresent()) {
      return Lite.code(tasks, refusal.get());
    }
    String identifier = save.identifier().orElseThrow();
    if (save.number() == 0) {
      return deleted(files, tasks, identifier);
    }
    Optional<String> file =
        save.isUpdate() == UPDATE ? files.of(identifier) : Optional.<String>empty();
    PermissionFile.Content old =
        file.map(PermissionFile::read)
            .orElse(new PermissionFile.Content(LiteCode.SUCCESS, List.of()));
    if (!old.isRead()) {
      return Lite.code(tasks, old.code());
    }
    Map<String, PermissionTrans> distinct = new LinkedHashMap<>();
    save.permissions().orElseThrow().stream()
        .limit(save.number())
        .forEach(wanted -> distinct.putIfAbsent(wanted.name(), wanted));
    if (distinct.values().stream().anyMatch(Stored::isTooLong)) {
      return Lite.code(tasks, LiteCode.FIELD_TOO_LONG);
    }
    return written(
        tasks,
        identifier,
        distinct.values().stream().map(wanted -> merged(wanted, old.permissions())).toList());
  }

  /** A number beyond the list is beyond its memory on the platform; here it is refused. */
  private static Optional<LiteCode> refusal(Lite.Command.SaveOrUpdatePermissions save) {
    if (save.identifier().isEmpty()
        || save.permissions().isEmpty()
        || save.number() < 0
        || (save.isUpdate() != FIRST_INSTALL && save.isUpdate() != UPDATE)) {
      return Optional.of(LiteCode.INVALID_PARAMS);
    }
    if (save.number() > Lite.PERMISSIONS_MAX) {
      return Optional.of(LiteCode.TOO_MUCH_PERM);
    }
    return save.number() > save.permissions().get().size()
        ? Optional.of(LiteCode.INVALID_PARAMS)
        : Optional.empty();
  }

  private static boolean isTooLong(PermissionTrans wanted) {
    return wanted.name().length() > PermissionFile.NAME_MAX
        || wanted.desc().length() > PermissionFile.DESC_MAX;
  }

  /** What was held stays held, but flags begin anew; only the system's permissions start held. */
  private static PermissionSaved merged(PermissionTrans wanted, List<PermissionSaved> old) {
    boolean granted =
        old.stream()
            .filter(held -> held.name().equals(wanted.name()))
            .map(PermissionSaved::granted)
            .findFirst()
            .orElse(
                KnownPermissions.mode(wanted.name())
                    .filter(GrantMode.SYSTEM_GRANT::equals)
                    .isPresent());
    return new PermissionSaved(wanted.name(), wanted.desc(), granted, 0);
  }

  static Lite.Decision query(LiteFiles files, LiteTasks tasks, Lite.Command.QueryPermission query) {
    if (query.identifier().isEmpty()) {
      return Lite.code(tasks, LiteCode.INVALID_PARAMS);
    }
    PermissionFile.Content content = read(files, query.identifier().get());
    return content.isRead()
        ? new Lite.Decision(List.of(), tasks, LiteClient.received(content.permissions()))
        : Lite.code(tasks, content.code());
  }

  /** An app that runs is asked first; one that does not may hear success for nothing. */
  static Lite.Decision change(
      LiteFiles files,
      LiteTasks tasks,
      Optional<String> identifier,
      Optional<String> name,
      boolean granted) {
    if (identifier.isEmpty() || name.isEmpty()) {
      return Lite.code(tasks, LiteCode.INVALID_PARAMS);
    }
    Optional<LiteTasks.Task> task = tasks.of(identifier.get());
    if (task.isPresent() && task.get().find(name.get()).isEmpty()) {
      return Lite.code(tasks, LiteCode.PERM_NOT_EXIST);
    }
    LiteTasks after =
        task.map(running -> tasks.granted(running, name.get(), granted)).orElse(tasks);
    return write(files, after, identifier.get(), name.get(), held -> held.granted(granted));
  }

  /** The copy in the memory of a running app keeps its flags. */
  static Lite.Decision flags(
      LiteFiles files, LiteTasks tasks, Lite.Command.UpdatePermissionFlags update) {
    boolean legal = (update.flags() & ~FLAGS_MASK) == 0;
    if (update.identifier().isEmpty() || update.name().isEmpty() || !legal) {
      return Lite.code(tasks, LiteCode.INVALID_PARAMS);
    }
    return write(
        files,
        tasks,
        update.identifier().get(),
        update.name().get(),
        held -> held.flags(update.flags()));
  }

  static Lite.Decision delete(
      LiteFiles files, LiteTasks tasks, Lite.Command.DeletePermissions delete) {
    return delete.identifier().isEmpty()
        ? Lite.code(tasks, LiteCode.INVALID_PARAMS)
        : deleted(files, tasks, delete.identifier().get());
  }

  /**
   * Edits one permission in a file. A name that is not in it is a success without a change, and a
   * file is only written if something in it is different then.
   */
  static Lite.Decision write(
      LiteFiles files,
      LiteTasks tasks,
      String identifier,
      String name,
      UnaryOperator<PermissionSaved> edit) {
    PermissionFile.Content content = read(files, identifier);
    if (!content.isRead()) {
      return Lite.code(tasks, content.code());
    }
    List<PermissionSaved> edited =
        content.permissions().stream()
            .map(held -> held.name().equals(name) ? edit.apply(held) : held)
            .toList();
    return edited.equals(content.permissions())
        ? Lite.code(tasks, LiteCode.SUCCESS)
        : written(tasks, identifier, edited);
  }

  private static PermissionFile.Content read(LiteFiles files, String identifier) {
    return files
        .of(identifier)
        .map(PermissionFile::read)
        .orElseGet(() -> PermissionFile.Content.failed(LiteCode.FILE_NOT_EXIST));
  }

  private static Lite.Decision written(
      LiteTasks tasks, String identifier, List<PermissionSaved> permissions) {
    return new Lite.Decision(
        List.of(new Lite.Event.FileWritten(identifier, PermissionFile.write(permissions))),
        tasks,
        new Lite.Reply.Code(LiteCode.SUCCESS));
  }

  private static Lite.Decision deleted(LiteFiles files, LiteTasks tasks, String identifier) {
    List<Lite.Event> events =
        files.of(identifier).isPresent()
            ? List.of(new Lite.Event.FileDeleted(identifier))
            : List.of();
    return new Lite.Decision(events, tasks, new Lite.Reply.Code(LiteCode.SUCCESS));
  }
}
