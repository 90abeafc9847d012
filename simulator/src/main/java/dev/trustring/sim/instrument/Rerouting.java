package dev.trustring.sim.instrument;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Which calls of Akka go where: the registry of everything that would otherwise give each run
 * another time or other numbers. All targets are in {@link LoopHooks}.
 */
final class Rerouting {
  static final String HOOKS = "dev/trustring/sim/instrument/LoopHooks";
  static final String STAGE = "java/util/concurrent/CompletableFuture";

  private static final List<String> PACKAGES = List.of("akka/", "scala/concurrent/");

  private static final String DRAWS = "java/util/concurrent/ThreadLocalRandom";
  private static final String SCALA_DRAWS = "scala/util/Random$";

  private static final Map<String, Target> TARGETS = targets();

  /** Classes whose constant pool names one of these may hold a call to reroute. */
  private static final List<byte[]> OWNERS = owners();

  /** The hook that stands in for a call. */
  record Target(String owner, String name, String descriptor) {}

  private Rerouting() {}

  /** The classes that are looked at; whatever else loads is left alone. */
  static boolean concerns(String internalName) {
    for (String prefix : PACKAGES) {
      if (internalName.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  static List<String> packages() {
    return PACKAGES;
  }

  static List<byte[]> ownersAsBytes() {
    return OWNERS;
  }

  /** Where this call goes, or null if it stays as it is. */
  static @Nullable Target of(int opcode, String owner, String name, String descriptor) {
    return opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKEVIRTUAL
        ? TARGETS.get(key(owner, name, descriptor))
        : null;
  }

  private static Map<String, Target> targets() {
    Map<String, Target> targets = new TreeMap<>();
    staticCall(targets, "java/lang/System", "nanoTime", "()J");
    staticCall(targets, "java/lang/System", "currentTimeMillis", "()J");
    staticCall(targets, "java/time/Instant", "now", "()Ljava/time/Instant;");
    staticCall(targets, "java/util/UUID", "randomUUID", "()Ljava/util/UUID;");
    for (String draw : List.of("nextInt()I", "nextInt(I)I", "nextInt(II)I")) {
      instanceCall(targets, DRAWS, "nextInt", draw.substring("nextInt".length()));
    }
    instanceCall(targets, DRAWS, "nextLong", "()J");
    instanceCall(targets, DRAWS, "nextDouble", "()D");
    instanceCall(
        targets,
        SCALA_DRAWS,
        "shuffle",
        "(Lscala/collection/IterableOnce;Lscala/collection/BuildFrom;)Ljava/lang/Object;");
    return targets;
  }

  private static void staticCall(
      Map<String, Target> targets, String owner, String name, String descriptor) {
    targets.put(key(owner, name, descriptor), new Target(owner, name, descriptor));
  }

  /** The object that was asked becomes the hook's first argument, so the stack stays as it was. */
  private static void instanceCall(
      Map<String, Target> targets, String owner, String name, String descriptor) {
    String hook = "(L" + owner + ";" + descriptor.substring(1);
    targets.put(key(owner, name, descriptor), new Target(owner, name, hook));
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + '.' + name + descriptor;
  }

  private static List<byte[]> owners() {
    List<byte[]> owners = new ArrayList<>();
    TARGETS.values().stream()
        .map(Target::owner)
        .distinct()
        .forEach(owner -> owners.add(owner.getBytes(US_ASCII)));
    owners.add(STAGE.getBytes(US_ASCII));
    return List.copyOf(owners);
  }
}
