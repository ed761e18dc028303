package dev.wmllint.dist;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * The bill of materials of a package, in the form of <a
 * href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>: the jars, as they were published,
 * and the Java runtime. The same parts give the same bytes.
 */
final class Bom {
  /** The file, among the notices. */
  static final String NAME = "bom.cdx.json";

  private static final String OPENJDK_LICENSE = "GPL-2.0-only WITH Classpath-exception-2.0";

  private final JsonArray components = new JsonArray();

  private Bom() {}

  /**
   * Writes it.
   *
   * @param legal the folder of the notices
   * @param jars as {@link ProgramJars#published} gives them
   * @param release the file of this name of the JDK whose runtime is in the package; none where the
   *     package brings no runtime
   */
  static void write(
      Path legal, String version, Instant time, List<Path> jars, Optional<Path> release)
      throws IOException {
    Bom bom = new Bom();
    for (Path jar : jars.stream().sorted().toList()) {
      bom.addJar(jar);
    }
    if (release.isPresent()) {
      bom.addRuntime(release.get());
    }
    JsonObject metadata = new JsonObject();
    metadata.addProperty("timestamp", time.toString());
    metadata.add(
        "component", component("application", "wml-lint", version, "pkg:generic/wml-lint"));
    JsonObject all = new JsonObject();
    all.addProperty("bomFormat", "CycloneDX");
    all.addProperty("specVersion", "1.6");
    all.addProperty("serialNumber", "urn:uuid:" + bom.serial());
    all.addProperty("version", 1);
    all.add("metadata", metadata);
    all.add("components", bom.components);
    String text = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
    Files.writeString(legal.resolve(NAME), text + "\n");
  }

  /** GitHub attests no bill without one. Other parts, another number. */
  private UUID serial() {
    return UUID.nameUUIDFromBytes(components.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void addJar(Path jar) throws IOException {
    Pom pom = Pom.read(Path.of(jar.toString().replaceFirst("\\.jar$", ".pom")));
    String[] names = pom.coordinates().split(":", -1);
    JsonObject component =
        component("library", names[1], names[2], "pkg:maven/" + names[0] + "/" + names[1]);
    component.addProperty("group", names[0]);
    JsonObject hash = new JsonObject();
    hash.addProperty("alg", "SHA-256");
    hash.addProperty("content", Digests.sha256(jar));
    component.add("hashes", arrayOf(hash));
    JsonArray licenses = new JsonArray();
    for (Pom.License license : pom.licenses()) {
      JsonObject named = new JsonObject();
      named.addProperty("name", license.name());
      if (!license.url().isEmpty()) {
        named.addProperty("url", license.url());
      }
      JsonObject choice = new JsonObject();
      choice.add("license", named);
      licenses.add(choice);
    }
    component.add("licenses", licenses);
    components.add(component);
  }

  /** OpenJDK, and what GraalVM adds to it in a native program. */
  private void addRuntime(Path release) throws IOException {
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      said.load(reader);
    }
    said.replaceAll((key, value) -> value.toString().replace("\"", ""));
    String version = said.getProperty("JAVA_RUNTIME_VERSION", said.getProperty("JAVA_VERSION"));
    JsonObject openJdk = component("platform", "OpenJDK", version, "pkg:generic/openjdk");
    JsonObject supplier = new JsonObject();
    supplier.addProperty("name", said.getProperty("IMPLEMENTOR", "unknown"));
    openJdk.add("supplier", supplier);
    String cpe = "cpe:2.3:a:oracle:openjdk:%s:*:*:*:*:*:*:*";
    openJdk.addProperty("cpe", cpe.formatted(said.getProperty("JAVA_VERSION")));
    addOfOpenJdk(openJdk);
    String graal = said.getProperty("GRAALVM_VERSION");
    if (graal != null) {
      String name = "GraalVM Native Image";
      addOfOpenJdk(component("platform", name, graal, "pkg:generic/graalvm-native-image"));
    }
  }

  private void addOfOpenJdk(JsonObject component) {
    JsonObject license = new JsonObject();
    license.addProperty("expression", OPENJDK_LICENSE);
    component.add("licenses", arrayOf(license));
    components.add(component);
  }

  private static JsonObject component(String type, String name, String version, String purl) {
    JsonObject component = new JsonObject();
    String full = purl + "@" + version.replace("+", "%2B");
    component.addProperty("type", type);
    component.addProperty("bom-ref", full);
    component.addProperty("name", name);
    component.addProperty("version", version);
    component.addProperty("purl", full);
    return component;
  }

  private static JsonArray arrayOf(JsonObject one) {
    JsonArray array = new JsonArray();
    array.add(one);
    return array;
  }
}
