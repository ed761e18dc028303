package dev.wmllint.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
  private volatile Validator validator;
  private volatile Map<String, List<String>> frameworks;

  private ManifestSchema(Supplier<String> json, SchemaTree tree) {
    this.json = json;
    this.tree = tree;
    this.root = SchemaNode.of(tree, tree.document());
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

  /** Finds the schema of a place of a manifest. */
  public SchemaNavigator navigator() {
    return new SchemaNavigator(root());
  }

  /** The versions of each framework, in the schema's order; read by the first call. */
  public Map<String, List<String>> frameworks() {
    Map<String, List<String>> read = frameworks;
    if (read == null) {
      read = Collections.unmodifiableMap(FrameworkTable.read(navigator()));
      frameworks = read;
    }
    return read;
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
    return validator().validate(instance);
  }

  private Validator validator() {
    Validator made = validator;
    return made != null ? made : makeValidator();
  }

  /** Made once: it takes long, and who comes second is sooner done when he waits. */
  private synchronized Validator makeValidator() {
    if (validator == null) {
      validator = new Validator(tree);
    }
    return validator;
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
