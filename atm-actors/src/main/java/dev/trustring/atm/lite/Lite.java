package dev.trustring.atm.lite;

import dev.trustring.atm.ipc.IpcAuth;
import dev.trustring.atm.ipc.IpcCode;
import java.util.List;
import java.util.Optional;

/**
 * The permission service of a mini or small system (access-token §6.2): what it can be asked, and
 * what it decides. Where C allows a null pointer a parameter may be empty.
 */
public final class Lite {
  private Lite() {}

  /** A check that answers yes. */
  public static final int GRANTED = 1;

  /** A check that answers no. */
  public static final int NOT_GRANTED = 0;

  /** A check of something that nobody knows. */
  public static final int UNKNOWN = -1;

  /** Most permissions of one app. */
  public static final int PERMISSIONS_MAX = 1024;

  /** Asked of the service. */
  public sealed interface Command {
    /** Whether the app that runs under this uid holds a permission. */
    record CheckPermission(int uid, Optional<String> name) implements Command {}

    /**
     * Keeps what an app declares.
     *
     * @param number how many of the list count
     * @param isUpdate 0 first install, 1 update
     */
    record SaveOrUpdatePermissions(
        Optional<String> identifier,
        Optional<List<PermissionTrans>> permissions,
        int number,
        int isUpdate)
        implements Command {
      public SaveOrUpdatePermissions {
        permissions = permissions.map(List::copyOf);
      }
    }

    /** All that an app declares, with what it holds. */
    record QueryPermission(Optional<String> identifier) implements Command {}

    /** Gives an app a permission. */
    record GrantPermission(Optional<String> identifier, Optional<String> name) implements Command {}

    /** Takes a permission from an app. */
    record RevokePermission(Optional<String> identifier, Optional<String> name)
        implements Command {}

    /** Gives a permission to the app that runs under this uid. */
    record GrantRuntimePermission(int uid, Optional<String> name) implements Command {}

    /**
     * Takes a permission from the app that runs under this uid.
     *
     * @param callingUid who asks; beyond 99 it may only ask for itself
     */
    record RevokeRuntimePermission(int callingUid, int uid, Optional<String> name)
        implements Command {}

    /** Sets the flags of a permission of an app. */
    record UpdatePermissionFlags(Optional<String> identifier, Optional<String> name, int flags)
        implements Command {}

    /** An app starts. */
    record LoadPermissions(Optional<String> identifier, int uid) implements Command {}

    /** An app stops. */
    record UnLoadPermissions(int uid) implements Command {}

    /** An app is removed. */
    record DeletePermissions(Optional<String> identifier) implements Command {}

    /** Asked of IPC authentication (access-token §6.3). */
    sealed interface OfFeature extends Command {
      IpcAuth.Endpoint endpoint();
    }

    /** Which policies a process with this uid is given that registers a feature. */
    record GetCommunicationStrategy(IpcAuth.Endpoint endpoint, int uid) implements OfFeature {}

    /** Whether a process with this uid may call a feature. */
    record IsCommunicationAllowed(IpcAuth.Endpoint endpoint, int consumerUid)
        implements OfFeature {}

    /** A process with this uid registers a feature. */
    record RegisterFeature(IpcAuth.Endpoint endpoint, int uid) implements OfFeature {}

    /** A process with this uid wants to call a feature that another has registered. */
    record GetFeatureApi(IpcAuth.Endpoint endpoint, int consumerUid) implements OfFeature {}
  }

  /** Has happened, and is stored. */
  public sealed interface Event {
    /** The files that follow. */
    LiteFiles appliedTo(LiteFiles before);

    /** An app's file was written. */
    record FileWritten(String identifier, String text) implements Event {
      @Override
      public LiteFiles appliedTo(LiteFiles before) {
        return before.with(identifier, text);
      }
    }

    /** An app's file was deleted. */
    record FileDeleted(String identifier) implements Event {
      @Override
      public LiteFiles appliedTo(LiteFiles before) {
        return before.without(identifier);
      }
    }
  }

  /** What the asker is told. */
  public sealed interface Reply {
    /** How it went. */
    record Code(LiteCode code) implements Reply {}

    /** What a check says: {@link #GRANTED}, {@link #NOT_GRANTED}, {@link #UNKNOWN} or a code. */
    record Checked(int result) implements Reply {}

    /** What IPC authentication says. */
    record Answered(IpcCode code) implements Reply {}

    /** Which policies a feature has. */
    record Policies(IpcAuth.Strategy strategy) implements Reply {}

    /** Nobody has registered the feature. */
    record NoFeature() implements Reply {}

    /** What an app declares. */
    record Listed(List<PermissionSaved> permissions) implements Reply {
      public Listed {
        permissions = List.copyOf(permissions);
      }
    }
  }

  /**
   * What comes of a command.
   *
   * @param tasks what runs from now on
   */
  public record Decision(List<Event> events, LiteTasks tasks, Reply reply) {
    public Decision {
      events = List.copyOf(events);
    }
  }

  /** Decides about one command; changes nothing. */
  public static Decision decide(LiteFiles files, LiteTasks tasks, Command command) {
    if (command instanceof Command.CheckPermission check) {
      return new Decision(List.of(), tasks, new Reply.Checked(Running.check(tasks, check)));
    }
    if (command instanceof Command.GrantRuntimePermission grant) {
      return Running.grant(files, tasks, grant);
    }
    if (command instanceof Command.RevokeRuntimePermission revoke) {
      return Running.revoke(files, tasks, revoke);
    }
    if (command instanceof Command.LoadPermissions load) {
      return Running.load(files, tasks, load);
    }
    if (command instanceof Command.UnLoadPermissions stop) {
      return new Decision(List.of(), tasks.without(stop.uid()), new Reply.Code(LiteCode.SUCCESS));
    }
    return command instanceof Command.OfFeature question
        ? Features.decide(tasks, question)
        : ofFiles(files, tasks, command);
  }

  private static Decision ofFiles(LiteFiles files, LiteTasks tasks, Command command) {
    if (command instanceof Command.SaveOrUpdatePermissions save) {
      return Stored.save(files, tasks, save);
    }
    if (command instanceof Command.QueryPermission query) {
      return Stored.query(files, tasks, query);
    }
    if (command instanceof Command.GrantPermission grant) {
      return Stored.change(files, tasks, grant.identifier(), grant.name(), true);
    }
    if (command instanceof Command.RevokePermission revoke) {
      return Stored.change(files, tasks, revoke.identifier(), revoke.name(), false);
    }
    if (command instanceof Command.UpdatePermissionFlags update) {
      return Stored.flags(files, tasks, update);
    }
    if (command instanceof Command.DeletePermissions delete) {
      return Stored.delete(files, tasks, delete);
    }
    throw new AssertionError(command);
  }

  static Decision code(LiteTasks tasks, LiteCode code) {
    return new Decision(List.of(), tasks, new Reply.Code(code));
  }
}
