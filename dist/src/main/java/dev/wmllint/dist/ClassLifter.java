package dev.wmllint.dist;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Gives old classes the class-file version of Java 6. Those below it have no {@code StackMapTable}
 * and need the old verifier, and class-data sharing leaves them out ("old class has been linked").
 */
final class ClassLifter {
  private static final int MAJOR = 6;

  private final ClassLoader classPath;

  /**
   * A lifter of the classes of one class path.
   *
   * @param classPath finds the classes that the lifted ones refer to; none is initialised
   */
  ClassLifter(ClassLoader classPath) {
    this.classPath = classPath;
  }

  /** Whether the class file is older than class-data sharing takes. */
  static boolean isOld(byte[] classFile) {
    return classFile.length > MAJOR + 1
        && ((classFile[MAJOR] & 0xff) << 8 | (classFile[MAJOR + 1] & 0xff)) < Opcodes.V1_6;
  }

  byte[] lift(byte[] classFile) {
    ClassWriter writer = new FrameWriter();
    new ClassReader(classFile).accept(new Version(writer), ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  private static final class Version extends ClassVisitor {
    Version(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      super.visit(Opcodes.V1_6, access, name, signature, parent, types);
    }
  }

  private final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected ClassLoader getClassLoader() {
      return classPath;
    }
  }
}
