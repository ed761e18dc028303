package dev.wmllint.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format of training manifests: the door to {@code training-manifest.schema.json}.
 *
 * <p>Immutable and safe for use by several threads. Nothing is ever fetched: the schema refers to
 * itself only, and its meta-schema comes with the validator.
 */
public final class ManifestSchema {
  private static final String RESOURCE = "training-manifest.schema.json";

  private final Supplier<String> json;
  private final SchemaTree tree;
  private final SchemaNode root;
  private final Lazy<Validator> validator;
  private final Lazy<Map<String, List<String>>> frameworks;

  private ManifestSchema(Supplier<String> json, SchemaTree tree) {
    this.json = json;
    this.tree = tree;
    this.root = SchemaNode.of(tree, tree.document());
    this.validator = new Lazy<>(() -> new Validator(tree));
    this.frameworks = new Lazy<>(() -> Collections.unmodifiableMap(FrameworkTable.read(root)));
  }

  /** The schema as it ships, read once. */
  public static ManifestSchema builtIn() {
    return BuiltIn.SCHEMA;
  }

  /**
   * This schema with another table of frameworks. What the schema says about a framework or version
   * is kept where the table has it too.
   *
   * @param table the versions of each framework, in the order in which they are to be proposed
   * @throws IllegalArgumentException when the table is empty, or a framework in it has no version
   */
  public ManifestSchema withFrameworks(Map<String, List<String>> table) {
    ObjectNode replaced = FrameworkTable.replace(tree.document(), table);
    return new ManifestSchema(() -> replaced.toPrettyString() + "\n", new SchemaTree(replaced));
  }

  /** The manifest as a whole, not narrowed by any value. */
  public SchemaNode root() {
    return root;
  }

  /**
   * The schema of a place, narrowed by the values around it: beside {@code type: s3} a connection
   * has s3's keys only. Empty when the format has no such place, or refuses it here.
   *
   * @param path need not exist in the instance
   * @param instance the manifest, as much of it as there is; what is missing narrows nothing
   */
  public Optional<SchemaNode> at(DocPath path, JsonNode instance) {
    return root.at(path, instance);
  }

  /** The versions of each framework, in the schema's order; read by the first call. */
  public Map<String, List<String>> frameworks() {
    return frameworks.get();
  }

  /** The text of the schema: JSON, standing alone. */
  public String json() {
    return json.get();
  }

  /**
   * Everything in the instance that the schema does not allow, in the schema's order. The validator
   * is made by the first call.
   *
   * @param instance any JSON value
   */
  public List<SchemaProblem> validate(JsonNode instance) {
    return validator.get().validate(instance);
  }

  private static final class BuiltIn {
    static final ManifestSchema SCHEMA = read();

    private static ManifestSchema read() {
      try (InputStream in = ManifestSchema.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("not on the class path: " + RESOURCE);
        }
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new ManifestSchema(() -> json, SchemaTree.parse(json));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
