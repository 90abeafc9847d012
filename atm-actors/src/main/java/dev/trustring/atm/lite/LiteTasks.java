package dev.trustring.atm.lite;

import dev.trustring.atm.ipc.Samgr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the services have in memory, gone when the device restarts: the apps that run, each with a
 * copy of its permissions, and the features that processes have registered.
 */
public record LiteTasks(List<Task> tasks, Samgr features) {
  /** Nothing runs. */
  public static final LiteTasks NONE = new LiteTasks(List.of(), Samgr.EMPTY);

  public LiteTasks {
    tasks = List.copyOf(tasks);
  }

  /** One app that runs. */
  public record Task(int uid, String identifier, List<PermissionSaved> permissions) {
    public Task {
      permissions = List.copyOf(permissions);
    }

    /** What it holds of this permission; none if it does not declare it. */
    Optional<PermissionSaved> find(String name) {
      return permissions.stream().filter(held -> held.name().equals(name)).findFirst();
    }

    private Task granted(String name, boolean granted) {
      return new Task(
          uid,
          identifier,
          permissions.stream()
              .map(held -> held.name().equals(name) ? held.granted(granted) : held)
              .toList());
    }
  }

  Optional<Task> of(int uid) {
    return tasks.stream().filter(task -> task.uid() == uid).findFirst();
  }

  /** The first that runs of this app: another uid of the same app keeps its copy as it is. */
  Optional<Task> of(String identifier) {
    return tasks.stream().filter(task -> task.identifier().equals(identifier)).findFirst();
  }

  LiteTasks with(Task task) {
    List<Task> more = new ArrayList<>(tasks);
    more.add(task);
    return new LiteTasks(more, features);
  }

  LiteTasks without(int uid) {
    return new LiteTasks(tasks.stream().filter(task -> task.uid() != uid).toList(), features);
  }

  LiteTasks granted(Task changed, String name, boolean granted) {
    return new LiteTasks(
        tasks.stream()
            .map(task -> task.uid() == changed.uid() ? task.granted(name, granted) : task)
            .toList(),
        features);
  }

  LiteTasks with(Samgr registered) {
    return new LiteTasks(tasks, registered);
  }
}
