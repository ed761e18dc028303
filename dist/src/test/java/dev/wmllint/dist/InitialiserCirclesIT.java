package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Two threads initialise classes while the linter starts. They can wait for each other for ever
 * where two initialisers need each other's class (JVMS 5.5), so none may. Calls are followed as far
 * as their target is known: methods of the named class or of one above it, and bodies of lambdas.
 */
class InitialiserCirclesIT {
  private static final String INITIALISER = "<clinit>()V";

  private static final Set<String> HARMLESS =
      Set.of(
          // of the mapping of JSON to objects, which neither the linter nor the validator uses
          "tools/jackson/databind/ext/beans/JavaBeansAnnotations",
          "tools/jackson/databind/ser/jdk/JDKArraySerializers",
          "tools/jackson/databind/util/NameTransformer",
          // initialised while the validator is made, which one thread does and others wait for
          "com/networknt/schema/keyword/KeywordType",
          "com/networknt/schema/utils/JsonNodeTypes");

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Map<String, Code>> methods = new TreeMap<>();

  /** What a method has initialised, and which methods it calls. */
  private record Code(Set<String> initialised, Set<Method> called) {}

  private record Method(String owner, String signature) {}

  @Test
  void noneGoInACircle() throws IOException {
    String image = Files.readString(Path.of("target/image")).strip();
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(Path.of("target", image, "lib"), "*.jar")) {
      for (Path jar : jars) {
        read(jar);
      }
    }
    assertTrue(methods.containsKey("dev/wmllint/cli/HeadStart"), "the jars are read");
    Map<String, Set<String>> needed = new TreeMap<>();
    methods.keySet().forEach(name -> needed.put(name, neededBy(name)));
    Set<String> found = new TreeSet<>();
    for (String name : needed.keySet()) {
      Set<String> reached = reachedFrom(name, needed);
      if (reached.contains(name) && !HARMLESS.contains(outermost(name))) {
        found.add(name);
      }
    }
    assertEquals(Set.of(), found);
  }

  private static Set<String> reachedFrom(String name, Map<String, Set<String>> needed) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(needed.get(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(needed.get(next));
      }
    }
    return reached;
  }

  /** The classes that have to be initialised before a class is. */
  private Set<String> neededBy(String name) {
    Set<String> needed = new TreeSet<>(List.of(parents.get(name)));
    Set<Method> seen = new HashSet<>();
    Deque<Method> open = new ArrayDeque<>();
    if (methods.get(name).containsKey(INITIALISER)) {
      open.add(new Method(name, INITIALISER));
    }
    while (!open.isEmpty()) {
      Method method = open.pop();
      if (seen.add(method)) {
        code(method)
            .ifPresent(
                code -> {
                  needed.addAll(code.initialised());
                  open.addAll(code.called());
                });
      }
    }
    needed.retainAll(methods.keySet());
    // A class without a name is reached through the one that it stands in, which is held by then.
    needed.removeIf(other -> other.equals(name) || isAnonymousIn(other, name));
    return needed;
  }

  private Optional<Code> code(Method method) {
    for (String name = method.owner(); methods.containsKey(name); name = parents.get(name)) {
      Code code = methods.get(name).get(method.signature());
      if (code != null) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static boolean isAnonymousIn(String inner, String outer) {
    return inner.startsWith(outer + "$") && inner.substring(outer.length() + 1).matches("[0-9]+");
  }

  private static String outermost(String name) {
    int nested = name.indexOf('$');
    return (nested < 0 ? name : name.substring(0, nested)).replaceAll("Impl$", "");
  }

  private void read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<ZipEntry> classes = new ArrayList<>();
      zip.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .filter(entry -> !entry.getName().equals("module-info.class"))
          .forEach(classes::add);
      for (ZipEntry entry : classes) {
        ClassReader reader = new ClassReader(zip.getInputStream(entry).readAllBytes());
        parents.put(reader.getClassName(), reader.getSuperName());
        Map<String, Code> ofClass = new HashMap<>();
        methods.put(reader.getClassName(), ofClass);
        reader.accept(new Methods(ofClass), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    }
  }

  private static final class Methods extends ClassVisitor {
    private final Map<String, Code> methods;

    Methods(Map<String, Code> methods) {
      super(Opcodes.ASM9);
      this.methods = methods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Code code = new Code(new HashSet<>(), new HashSet<>());
      methods.put(name + descriptor, code);
      return new Triggers(code);
    }
  }

  /** The instructions that initialise a class, or call what may. */
  private static final class Triggers extends MethodVisitor {
    private final Code code;

    Triggers(Code code) {
      super(Opcodes.ASM9);
      this.code = code;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
        code.initialised().add(owner);
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        code.initialised().add(type);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean ofInterface) {
      if (opcode == Opcodes.INVOKESTATIC) {
        code.initialised().add(owner);
      }
      code.called().add(new Method(owner, name + descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          code.called().add(new Method(handle.getOwner(), handle.getName() + handle.getDesc()));
        }
      }
    }
  }
}
