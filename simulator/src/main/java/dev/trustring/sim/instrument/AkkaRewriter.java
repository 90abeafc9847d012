package dev.trustring.sim.instrument;

import dev.trustring.sim.instrument.Rerouting.Target;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites the calls that {@link Rerouting} names while Akka's classes load. Only call targets
 * change, so no frame and no stack size is computed anew.
 */
final class AkkaRewriter implements ClassFileTransformer {
  private static final int API = Opcodes.ASM9;

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return name != null && Rerouting.concerns(name) ? rewritten(classFile) : null;
  }

  /** The class with its calls rerouted, or null if there is nothing to do. */
  static byte @Nullable [] rewritten(byte[] classFile) {
    if (!ConstantPool.names(classFile, Rerouting.ownersAsBytes())) {
      return null;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    Rewriting rewriting = new Rewriting(writer, reader.getSuperName().equals(Rerouting.STAGE));
    reader.accept(rewriting, 0);
    return rewriting.changed ? writer.toByteArray() : null;
  }

  /** One class on its way through. */
  private static final class Rewriting extends ClassVisitor {
    private final boolean isStage;
    private boolean changed;

    Rewriting(ClassVisitor next, boolean isStage) {
      super(API, next);
      this.isStage = isStage;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String type,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, method, type, signature, exceptions);
      return new MethodVisitor(API, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          Target target = Rerouting.of(opcode, owner, name, descriptor);
          if (target == null) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
          } else {
            changed = true;
            super.visitMethodInsn(
                Opcodes.INVOKESTATIC, Rerouting.HOOKS, target.name(), target.descriptor(), false);
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      if (isStage) {
        changed = true;
        addDefaultExecutor();
      }
      super.visitEnd();
    }

    /**
     * Akka's asks hand out Scala futures as stages; what follows such a stage stays on the loop.
     */
    private void addDefaultExecutor() {
      String name = "defaultExecutor";
      String type = "()Ljava/util/concurrent/Executor;";
      MethodVisitor code = super.visitMethod(Opcodes.ACC_PUBLIC, name, type, null, null);
      code.visitCode();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, Rerouting.STAGE, name, type, false);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Rerouting.HOOKS,
          name,
          "(Ljava/util/concurrent/Executor;)Ljava/util/concurrent/Executor;",
          false);
      code.visitInsn(Opcodes.ARETURN);
      code.visitMaxs(1, 1);
      code.visitEnd();
    }
  }
}
