package dev.trustring.sim.disk;

import dev.trustring.kv.store.KvStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The process to be killed: a device that puts rows and prints each that was answered. */
final class Writer {
  static final List<String> STORES = List.of("notes", "photos", "places");

  private Writer() {}

  /** The name of the row with that number. */
  static String key(int number) {
    return "row-%06d".formatted(number);
  }

  static String text(int number) {
    return "the text of row %d ".formatted(number).repeat(1 + number % 50);
  }

  public static void main(String[] arguments) throws Exception {
    try (StoresOnDisk phone = StoresOnDisk.embedded(Path.of(arguments[0]), "phone")) {
      for (String store : STORES) {
        phone.open(store);
      }
      for (int number = 1; ; number++) {
        putEverywhere(phone, number);
      }
    }
  }

  private static void putEverywhere(StoresOnDisk phone, int number) {
    List<CompletableFuture<Void>> puts =
        STORES.stream().map(store -> put(phone, store, number)).toList();
    puts.forEach(CompletableFuture::join);
  }

  private static CompletableFuture<Void> put(StoresOnDisk phone, String store, int number) {
    return phone
        .sent(store, StoresOnDisk.putting(key(number), text(number)), StoresOnDisk.PATIENCE)
        .toCompletableFuture()
        .thenAccept(reply -> print(store, number, reply));
  }

  private static void print(String store, int number, KvStore.Reply reply) {
    if (reply.equals(new KvStore.Reply.Done())) {
      System.out.println(store + " " + number);
    }
  }
}
