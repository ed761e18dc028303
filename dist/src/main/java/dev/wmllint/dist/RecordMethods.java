package dev.wmllint.dist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * Spells out {@code equals} and {@code hashCode} of records. The compiler leaves them to {@code
 * java.lang.runtime.ObjectMethods}, which spins them at the first call in each run, a millisecond
 * each; of what is linked at run time, the archive of classes holds lambdas and joined strings
 * alone (JEP 483). What is spelt out gives the same answers.
 */
final class RecordMethods {
  private static final String BOOTSTRAP = "java/lang/runtime/ObjectMethods";
  private static final String EQUALS = "equals(Ljava/lang/Object;)Z";
  private static final String HASH_CODE = "hashCode()I";

  private RecordMethods() {}

  /** The class file with its methods spelt out; itself where there are none. */
  static byte[] spellOut(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    if (!"java/lang/Record".equals(reader.getSuperName())) {
      return classFile;
    }
    Set<String> generated = generated(reader);
    if (generated.isEmpty()) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new Speller(writer, generated), 0);
    return writer.toByteArray();
  }

  /** Those that the compiler has left to the bootstrap; others have been written by somebody. */
  private static Set<String> generated(ClassReader reader) {
    Set<String> found = new HashSet<>();
    ClassVisitor search =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] thrown) {
            String method = name + type;
            if (!method.equals(EQUALS) && !method.equals(HASH_CODE)) {
              return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitInvokeDynamicInsn(
                  String called, String of, Handle bootstrap, Object... arguments) {
                if (bootstrap.getOwner().equals(BOOTSTRAP)) {
                  found.add(method);
                }
              }
            };
          }
        };
    reader.accept(search, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }

  /** A component: a field of the same name. */
  private record Component(String name, Type type) {}

  private static final class Speller extends ClassVisitor {
    private final Set<String> generated;
    private final List<Component> components = new ArrayList<>();
    private String self = "";

    Speller(ClassVisitor next, Set<String> generated) {
      super(Opcodes.ASM9, next);
      this.generated = generated;
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      self = name;
      super.visit(version, access, name, signature, parent, types);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String type, String generic) {
      components.add(new Component(name, Type.getType(type)));
      return super.visitRecordComponent(name, type, generic);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String signature, String[] thrown) {
      String method = name + type;
      if (!generated.contains(method)) {
        return super.visitMethod(access, name, type, signature, thrown);
      }
      MethodVisitor code = super.visitMethod(access, name, type, signature, thrown);
      code.visitCode();
      if (method.equals(EQUALS)) {
        writeEquals(code);
      } else {
        writeHashCode(code);
      }
      code.visitMaxs(0, 0); // computed
      code.visitEnd();
      return null; // what the compiler wrote is passed over
    }

    private void writeHashCode(MethodVisitor code) {
      code.visitInsn(Opcodes.ICONST_0);
      for (Component component : components) {
        code.visitIntInsn(Opcodes.BIPUSH, 31);
        code.visitInsn(Opcodes.IMUL);
        load(code, 0, component);
        Type type = isReference(component) ? Type.getType(Object.class) : component.type();
        String owner = isReference(component) ? "java/util/Objects" : box(component);
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, owner, "hashCode", "(" + type.getDescriptor() + ")I", false);
        code.visitInsn(Opcodes.IADD);
      }
      code.visitInsn(Opcodes.IRETURN);
    }

    private void writeEquals(MethodVisitor code) {
      Label another = new Label();
      Label different = new Label();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitJumpInsn(Opcodes.IF_ACMPNE, another);
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(another);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.INSTANCEOF, self);
      code.visitJumpInsn(Opcodes.IFEQ, different);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, self);
      code.visitVarInsn(Opcodes.ASTORE, 2);
      for (Component component : components) {
        load(code, 0, component);
        load(code, 2, component);
        jumpIfDifferent(code, component, different);
      }
      code.visitInsn(Opcodes.ICONST_1);
      code.visitInsn(Opcodes.IRETURN);
      code.visitLabel(different);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      code.visitInsn(Opcodes.ICONST_0);
      code.visitInsn(Opcodes.IRETURN);
    }

    private static void jumpIfDifferent(MethodVisitor code, Component component, Label to) {
      switch (component.type().getSort()) {
        case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT ->
            code.visitJumpInsn(Opcodes.IF_ICMPNE, to);
        case Type.LONG -> {
          code.visitInsn(Opcodes.LCMP);
          code.visitJumpInsn(Opcodes.IFNE, to);
        }
        case Type.FLOAT, Type.DOUBLE -> {
          String type = component.type().getDescriptor();
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC, box(component), "compare", "(" + type + type + ")I", false);
          code.visitJumpInsn(Opcodes.IFNE, to);
        }
        default -> {
          code.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              "java/util/Objects",
              "equals",
              "(Ljava/lang/Object;Ljava/lang/Object;)Z",
              false);
          code.visitJumpInsn(Opcodes.IFEQ, to);
        }
      }
    }

    private void load(MethodVisitor code, int variable, Component component) {
      code.visitVarInsn(Opcodes.ALOAD, variable);
      code.visitFieldInsn(
          Opcodes.GETFIELD, self, component.name(), component.type().getDescriptor());
    }

    private static boolean isReference(Component component) {
      int sort = component.type().getSort();
      return sort == Type.OBJECT || sort == Type.ARRAY;
    }

    private static String box(Component component) {
      return switch (component.type().getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.BYTE -> "java/lang/Byte";
        case Type.CHAR -> "java/lang/Character";
        case Type.SHORT -> "java/lang/Short";
        case Type.INT -> "java/lang/Integer";
        case Type.LONG -> "java/lang/Long";
        case Type.FLOAT -> "java/lang/Float";
        default -> "java/lang/Double";
      };
    }
  }
}
