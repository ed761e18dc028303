package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassLifterTest {
  private static final String NAME = "Old";

  /** A class file of Java 5 with branches and a handler, for which Java 6 wants stack maps. */
  static byte[] old() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V1_5,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        NAME,
        null,
        "java/lang/Object",
        new String[] {"java/util/function/IntUnaryOperator"});
    MethodVisitor make = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    make.visitCode();
    make.visitVarInsn(Opcodes.ALOAD, 0);
    make.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
    // n == 0 ? -1 : 100 / (n - 5), and 7 where that is a division by nothing
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "applyAsInt", "(I)I", null, null);
    Label start = new Label();
    Label divide = new Label();
    Label end = new Label();
    Label caught = new Label();
    run.visitCode();
    run.visitTryCatchBlock(start, end, caught, "java/lang/ArithmeticException");
    run.visitLabel(start);
    run.visitVarInsn(Opcodes.ILOAD, 1);
    run.visitJumpInsn(Opcodes.IFNE, divide);
    run.visitInsn(Opcodes.ICONST_M1);
    run.visitInsn(Opcodes.IRETURN);
    run.visitLabel(divide);
    run.visitIntInsn(Opcodes.BIPUSH, 100);
    run.visitVarInsn(Opcodes.ILOAD, 1);
    run.visitInsn(Opcodes.ICONST_5);
    run.visitInsn(Opcodes.ISUB);
    run.visitInsn(Opcodes.IDIV);
    run.visitInsn(Opcodes.IRETURN);
    run.visitLabel(end);
    run.visitLabel(caught);
    run.visitInsn(Opcodes.POP);
    run.visitIntInsn(Opcodes.BIPUSH, 7);
    run.visitInsn(Opcodes.IRETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void liftedClassesRunAsBefore() throws Exception {
    byte[] lifted = new ClassLifter(ClassLifterTest.class.getClassLoader()).lift(old());
    assertEquals(50, new ClassReader(lifted).readUnsignedShort(6));
    for (byte[] classFile : new byte[][] {old(), lifted}) {
      IntUnaryOperator made =
          (IntUnaryOperator) defined(classFile).getDeclaredConstructor().newInstance();
      assertEquals(-1, made.applyAsInt(0));
      assertEquals(20, made.applyAsInt(10));
      assertEquals(7, made.applyAsInt(5));
    }
  }

  @Test
  void oldIsWhatIsOlderThanJava6() {
    byte[] classFile = old();
    assertTrue(ClassLifter.isOld(classFile));
    assertFalse(
        ClassLifter.isOld(new ClassLifter(ClassLifterTest.class.getClassLoader()).lift(classFile)));
    assertFalse(ClassLifter.isOld(new byte[] {1, 2, 3}));
  }

  private static Class<?> defined(byte[] classFile) {
    return new ClassLoader(ClassLifterTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(NAME, classFile, 0, classFile.length);
      }
    }.define();
  }
}
