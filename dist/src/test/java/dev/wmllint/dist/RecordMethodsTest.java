package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordMethodsTest {
  /** One component of each kind. */
  @SuppressWarnings("ArrayRecordComponent") // those too
  public record Sample(
      boolean flag,
      byte b,
      char c,
      short s,
      int i,
      long l,
      float f,
      double d,
      String text,
      int[] a) {}

  /** Its methods are its own. */
  public record Written(int i) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Written;
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }

  private static final int[] ARRAY = {1};

  @Test
  void answersAsTheCompilersMethods() throws Exception {
    Class<?> spelt = define(Sample.class.getName(), RecordMethods.spellOut(bytes(Sample.class)));
    assertNotSame(Sample.class, spelt);
    List<Object[]> values = new ArrayList<>();
    Object[] first = {true, (byte) 1, 'c', (short) 2, 3, 4L, Float.NaN, -0.0, "text", ARRAY};
    values.add(first);
    values.add(first.clone());
    Object[] others = {false, (byte) 2, 'd', (short) 3, 4, 5L, 0f, 0.0, null, new int[] {1}};
    for (int i = 0; i < first.length; i++) {
      Object[] changed = first.clone();
      changed[i] = others[i];
      values.add(changed);
    }
    for (Object[] one : values) {
      Object sample = make(Sample.class, one);
      Object ours = make(spelt, one);
      assertEquals(sample.hashCode(), ours.hashCode());
      assertEquals(ours, ours);
      assertNotEquals(ours, sample);
      assertNotEquals(null, ours);
      for (Object[] other : values) {
        assertEquals(sample.equals(make(Sample.class, other)), ours.equals(make(spelt, other)));
      }
    }
  }

  @Test
  void leavesAloneWhatSomebodyHasWritten() throws IOException {
    byte[] written = bytes(Written.class);
    assertSame(written, RecordMethods.spellOut(written));
    byte[] noRecord = bytes(RecordMethodsTest.class);
    assertSame(noRecord, RecordMethods.spellOut(noRecord));
  }

  private static Object make(Class<?> type, Object[] values) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    return constructor.newInstance(values);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  private static Class<?> define(String name, byte[] bytes) {
    return new ClassLoader(RecordMethodsTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(name, bytes, 0, bytes.length);
      }
    }.define();
  }
}
