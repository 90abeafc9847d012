package dev.trustring.sim.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Class files in which every return of a method goes through the method of a planted bug. */
final class Planting {

  private static final String HOOKS = Type.getInternalName(Mistakes.class);
  private static final String HOOK = "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;";

  private Planting() {}

  /** The class as it was compiled. */
  static byte[] original(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  /** The class with that bug in it. */
  static byte[] with(PlantedBug bug, Class<?> type) throws IOException {
    ClassReader reader = new ClassReader(original(type));
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String form, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, form, signature, exceptions);
            boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
            return name.equals(bug.method()) ? new Hooked(next, form, isStatic, bug) : next;
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Hands what is returned, and what the method was called with and on, to the bug. */
  private static final class Hooked extends MethodVisitor {

    private final String form;
    private final boolean isStatic;
    private final PlantedBug bug;

    Hooked(MethodVisitor next, String form, boolean isStatic, PlantedBug bug) {
      super(Opcodes.ASM9, next);
      this.form = form;
      this.isStatic = isStatic;
      this.bug = bug;
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
        Type returned = Type.getReturnType(form);
        box(returned);
        arguments();
        visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, bug.hook(), HOOK, false);
        unbox(returned);
      }
      super.visitInsn(opcode);
    }

    private void arguments() {
      Type[] types = Type.getArgumentTypes(form);
      visitIntInsn(Opcodes.BIPUSH, types.length + (isStatic ? 0 : 1));
      visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      if (!isStatic) {
        visitInsn(Opcodes.DUP);
        visitIntInsn(Opcodes.BIPUSH, types.length);
        visitVarInsn(Opcodes.ALOAD, 0);
        visitInsn(Opcodes.AASTORE);
      }
      int slot = isStatic ? 0 : 1;
      for (int i = 0; i < types.length; i++) {
        visitInsn(Opcodes.DUP);
        visitIntInsn(Opcodes.BIPUSH, i);
        visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), slot);
        box(types[i]);
        visitInsn(Opcodes.AASTORE);
        slot += types[i].getSize();
      }
    }

    private void box(Type type) {
      if (type.getSort() < Type.ARRAY) {
        String box = boxOf(type);
        String from = "(" + type.getDescriptor() + ")L" + box + ";";
        visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", from, false);
      }
    }

    private void unbox(Type type) {
      if (type.getSort() >= Type.ARRAY) {
        visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        return;
      }
      visitTypeInsn(Opcodes.CHECKCAST, boxOf(type));
      String take = type.getClassName() + "Value";
      visitMethodInsn(Opcodes.INVOKEVIRTUAL, boxOf(type), take, "()" + type.getDescriptor(), false);
    }

    private static String boxOf(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.LONG -> "java/lang/Long";
        case Type.INT -> "java/lang/Integer";
        default -> throw new IllegalArgumentException("no bug needs " + type);
      };
    }
  }
}
