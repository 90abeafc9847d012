package dev.trustring.sim.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ReroutingTest {
  /** One class of each library whose calls matter. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          akka.actor.ActorSystem.class,
          akka.actor.typed.ActorSystem.class,
          akka.stream.Materializer.class,
          akka.remote.RemoteTransport.class,
          akka.cluster.Cluster.class,
          akka.cluster.typed.Cluster.class,
          akka.cluster.ddata.Replicator.class,
          akka.persistence.Persistence.class,
          akka.persistence.typed.PersistenceId.class,
          scala.concurrent.Future.class);

  private static final Set<String> ASKED =
      Set.of(
          "java/lang/System.nanoTime",
          "java/lang/System.currentTimeMillis",
          "java/time/Instant.now",
          "java/util/UUID.randomUUID");
  private static final Set<String> DRAWS =
      Set.of("java/util/concurrent/ThreadLocalRandom", "scala/util/Random$", "java/lang/Math");

  @Test
  void knowsEveryCallOfAkkaForTimeOrChance() throws IOException, URISyntaxException {
    List<String> missed = new ArrayList<>();
    for (Class<?> library : LIBRARIES) {
      search(library, missed);
    }

    assertThat(missed).isEmpty();
  }

  @Test
  void leavesAClassAloneThatAsksForNeither() throws IOException {
    assertThat(AkkaRewriter.rewritten(bytesOf("akka/actor/Address.class"))).isNull();
  }

  @Test
  void leavesNoCallBehindInAClassThatAsks() throws IOException {
    byte[] rewritten = AkkaRewriter.rewritten(bytesOf("akka/cluster/GossipTargetSelector.class"));

    assertThat(rewritten).isNotNull();
    List<String> calls = new ArrayList<>();
    new ClassReader(rewritten).accept(new Asking(calls, false), ClassReader.SKIP_DEBUG);
    assertThat(calls).isEmpty();
  }

  private static byte[] bytesOf(String file) throws IOException {
    try (InputStream in = ReroutingTest.class.getClassLoader().getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static void search(Class<?> library, List<String> missed)
      throws IOException, URISyntaxException {
    Path jar = Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class") && Rerouting.concerns(entry.getName())) {
          search(file.getInputStream(entry).readAllBytes(), missed);
        }
      }
    }
  }

  private static void search(byte[] classFile, List<String> missed) {
    if (ConstantPool.names(classFile, Rerouting.ownersAsBytes())) {
      new ClassReader(classFile).accept(new Asking(missed, true), ClassReader.SKIP_DEBUG);
    }
  }

  /** Collects the calls for time or chance of one class. */
  private static final class Asking extends ClassVisitor {
    private final List<String> found;
    private final boolean unknownOnly;
    private String name = "";

    Asking(List<String> found, boolean unknownOnly) {
      super(Opcodes.ASM9);
      this.found = found;
      this.unknownOnly = unknownOnly;
    }

    @Override
    public void visit(
        int version, int access, String of, String signature, String parent, String[] interfaces) {
      name = of;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String type, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String descriptor, boolean isInterface) {
          boolean known = Rerouting.of(opcode, owner, called, descriptor) != null;
          if (asks(owner, called) && !(unknownOnly && known)) {
            found.add(name + " calls " + owner + "." + called + descriptor);
          }
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String descriptor, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle handle && asks(handle.getOwner(), handle.getName())) {
              found.add(name + " refers to " + handle);
            }
          }
        }
      };
    }

    private static boolean asks(String owner, String called) {
      return ASKED.contains(owner + "." + called)
          || (DRAWS.contains(owner)
              && (called.startsWith("next")
                  || called.equals("shuffle")
                  || called.equals("random")
                  || called.equals("doubles")
                  || called.equals("ints")));
    }
  }
}
