package dev.wmllint.rules.schema;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.manifest.StoreReference;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.Words;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.schema.SchemaProblem;
import dev.wmllint.text.Edit;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.Message;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of a connection against the type of its store. What the schema finds key by key is told
 * here as the mistake it is: a wrong type, a key of the other type, or keys that are absent.
 */
public final class ConnectionRules {
  static final RuleInfo MISSING =
      RuleInfo.error(
              Chapter.STORES,
              "missing-connection-key",
              "connection keys that the type of the store needs")
          .fix(FixKind.UNSAFE)
          .traits(RuleInfo.Trait.NESTING);
  public static final RuleInfo MISMATCH =
      RuleInfo.error(
              Chapter.STORES,
              "connection-key-mismatch",
              "connection keys of the other type of store")
          .fix(FixKind.UNSAFE)
          .precedence(Precedence.FORM)
          .traits(RuleInfo.Trait.NESTING);
  static final List<RuleInfo> INFOS = List.of(MISSING, MISMATCH);

  /** Reports what is wrong with the connection at {@code path}. */
  static void report(RuleContext context, DocPath path, List<SchemaProblem> problems) {
    if (!(context.manifest().at(path).orElse(null) instanceof MappingNode connection)) {
      return;
    }
    List<String> foreign = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (SchemaProblem problem : problems) {
      if (problem.rule().equals(MISSING.id().value())) {
        problem.property().ifPresent(missing::add);
      } else if (problem.path().last() instanceof String key) {
        foreign.add(key);
      }
    }
    Optional<StoreReference> store =
        context.manifest().stores().stream()
            .filter(candidate -> candidate.path().equals(path.parent()))
            .findFirst();
    Optional<ScalarNode> type = store.flatMap(StoreReference::type);
    if (type.isEmpty() || typeIsWrong(context, connection, foreign, type.get())) {
      return;
    }
    // Where no type is known, the keys of each are.
    Optional<SchemaNode> known = context.schema().at(path, JsonOut.object());
    for (String key : foreign) {
      Optional<String> counterpart =
          known.flatMap(schema -> schema.property(key)).flatMap(SchemaNode::counterpart);
      Optional<String> stands = counterpart.filter(missing::contains);
      stands.ifPresent(missing::remove);
      connection.entry(key).ifPresent(entry -> foreign(context, entry, type.get(), stands));
    }
    if (!missing.isEmpty() && !connection.isDamaged()) {
      missing(
          context,
          path,
          connection,
          missing,
          context.schemaAt(path).map(SchemaNode::required).orElse(List.of()),
          type.get());
    }
  }

  /** Whether all keys fit the other type, so that the type is what is wrong; then says so. */
  private static boolean typeIsWrong(
      RuleContext context, MappingNode connection, List<String> foreign, ScalarNode type) {
    boolean all =
        foreign.size() >= 2
            && connection.entries().stream().map(Entry::name).allMatch(foreign::contains);
    if (!all) {
      return false;
    }
    String other = otherType(type.value());
    Edit edit = new YamlEdits(context.document()).replaceScalar(type, other);
    context
        .finding(
            MISMATCH,
            "the type is " + type.value() + ", but the connection has the keys of " + other)
        .help("use type " + other + ", or the keys of " + type.value())
        .fix(Fix.unsafe("use " + other, edit))
        .atValue(type);
    return true;
  }

  private static String otherType(String type) {
    return type.equals("s3") ? "bluemix_objectstore" : "s3";
  }

  private static void foreign(
      RuleContext context, Entry entry, ScalarNode type, Optional<String> stands) {
    Message message =
        Message.ofKey(entry.written())
            .text(" is a key of " + otherType(type.value()) + ", not of " + type.value());
    RuleContext.Finding finding = context.finding(MISMATCH, message);
    if (stands.isPresent()) {
      finding
          .help("write '" + stands.get() + "'")
          .unsafeFix(
              "rename to " + stands.get(),
              new YamlEdits(context.document()).rename(entry, stands.get()));
    } else {
      finding.help("remove it");
    }
    finding.atKey(entry);
  }

  private static void missing(
      RuleContext context,
      DocPath path,
      MappingNode connection,
      List<String> missing,
      List<String> needed,
      ScalarNode type) {
    String keys = Words.and(missing.stream().map(key -> "'" + key + "'").toList());
    context
        .finding(MISSING, "missing connection " + (missing.size() == 1 ? "key " : "keys ") + keys)
        .help("a store of type " + type.value() + " needs " + Words.and(needed))
        .fix(insert(context, connection, missing))
        .atPath(path);
  }

  private static Optional<Fix> insert(
      RuleContext context, MappingNode connection, List<String> missing) {
    Map<String, Sketch> added = new LinkedHashMap<>();
    missing.forEach(key -> added.put(key, new Sketch.Value(Placeholder.of(key))));
    YamlEdits edits = new YamlEdits(context.document());
    return context
        .written(connection)
        .flatMap(written -> edits.append(written, added))
        .map(edit -> Fix.unsafe("insert " + Words.and(missing), edit));
  }
}
