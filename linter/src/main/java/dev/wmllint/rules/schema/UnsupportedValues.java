package dev.wmllint.rules.schema;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.KeyIssue;
import dev.wmllint.manifest.LaterRevision;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.Words;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.schema.SchemaProblem;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Count;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Printable;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are not in the schema's list, and which one was meant. */
final class UnsupportedValues {
  private static final RuleInfo FRAMEWORK =
      info(
          Chapter.FRAMEWORK, "unsupported-framework", "a framework that the service does not have");
  private static final RuleInfo FRAMEWORK_VERSION =
      info(
          Chapter.FRAMEWORK,
          "unsupported-framework-version",
          "a version that the service does not have of this framework");
  private static final RuleInfo RESOURCE =
      info(Chapter.FRAMEWORK, "unsupported-resource", "a size of machine that does not exist");
  private static final RuleInfo STORE_TYPE =
      info(Chapter.STORES, "unsupported-store-type", "a type of object store that does not exist");

  static final List<RuleInfo> INFOS = List.of(FRAMEWORK, FRAMEWORK_VERSION, RESOURCE, STORE_TYPE);

  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,4}\\.\\d{1,4})(\\.\\d{1,4})*([-_].*)?");

  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9._-]+");

  private static RuleInfo info(Chapter chapter, String id, String summary) {
    return RuleInfo.error(chapter, id, summary)
        .fix(FixKind.SAFE)
        .precedence(Precedence.UNSUPPORTED);
  }

  static void report(RuleContext context, RuleInfo rule, SchemaProblem problem, ScalarNode scalar) {
    if ((rule.equals(STORE_TYPE) && isOfForeign(context, problem.path()))
        || (rule.equals(RESOURCE) && isLaterSize(context, scalar))
        || (Placeholder.holdsTemplate(scalar.value()) && !Placeholder.isTemplate(scalar.value()))) {
      return;
    }
    List<String> candidates = candidates(context, rule, problem, scalar.value());
    RuleContext.Finding finding =
        context
            .finding(rule, message(context, rule, scalar))
            .help(help(context, rule, problem, scalar));
    candidates.forEach(value -> finding.fix(use(context, scalar, value)));
    finding.atValue(scalar);
  }

  /** Whether the store's connection is a credential of something else, whose type this is. */
  private static boolean isOfForeign(RuleContext context, DocPath type) {
    return context.manifest().keyFindings().stream()
        .anyMatch(
            issue -> issue instanceof KeyIssue.Foreign && type.startsWith(issue.site().path()));
  }

  /** Whether it is the size of a key of 2018 that is converted together with it. */
  private static boolean isLaterSize(RuleContext context, ScalarNode scalar) {
    return context.manifest().keyFindings().stream()
        .filter(KeyIssue.Later.class::isInstance)
        .map(KeyIssue.Later.class::cast)
        .anyMatch(
            later ->
                LaterRevision.writtenSize(later).filter(scalar::equals).isPresent()
                    && LaterRevision.meantSize(later).isPresent());
  }

  /**
   * The first number of the Python version that the manifest tells elsewhere: in its command, or in
   * the {@code runtimes} of the 2018 revisions.
   */
  private static Optional<String> python(RuleContext context) {
    String command = context.manifest().command().map(ScalarNode::value).orElse("");
    if (command.contains("python2")) {
      return Optional.of("2");
    }
    if (command.contains("python3")) {
      return Optional.of("3");
    }
    return context.manifest().keyFindings().stream()
        .filter(KeyIssue.Later.class::isInstance)
        .map(finding -> ((KeyIssue.Later) finding).site().entry())
        .filter(entry -> entry.name().equals("runtimes"))
        .map(entry -> entry.value() instanceof SequenceNode list ? first(list) : entry.value())
        .filter(MappingNode.class::isInstance)
        .flatMap(runtime -> ((MappingNode) runtime).get("version").stream())
        .filter(ScalarNode.class::isInstance)
        .map(version -> ((ScalarNode) version).value().strip())
        .filter(version -> version.startsWith("2") || version.startsWith("3"))
        .map(version -> version.substring(0, 1))
        .findFirst();
  }

  private static Node first(SequenceNode list) {
    return list.items().isEmpty() ? list : list.items().get(0).value();
  }

  private static Fix use(RuleContext context, ScalarNode scalar, String value) {
    YamlEdits edits = new YamlEdits(context.document());
    Edit edit = edits.replaceScalar(scalar, value);
    Message title = Message.of("use " + value);
    String old = scalar.value().strip();
    if (old.equalsIgnoreCase(value)) {
      return Fix.safe(title, edit);
    }
    boolean otherRelease = !release(old).isEmpty() && !release(old).equals(release(value));
    if (!otherRelease && !LaterRevision.tellsMore(old)) {
      return Fix.unsafe(title, edit);
    }
    if (edits.isJson()) {
      return Fix.unsafe(title.text(" (was ").piece(old).text(")"), edit);
    }
    String was = "was " + old;
    Edit trace =
        edits
            .commentBehind(scalar, was)
            .orElseGet(() -> edits.commentAbove(scalar.span(), List.of(value + " " + was)));
    return Fix.unsafe(title, edit, trace);
  }

  private static Message message(RuleContext context, RuleInfo rule, ScalarNode scalar) {
    Message value = Message.ofQuoted(scalar.value());
    if (rule.equals(FRAMEWORK)) {
      return value.text(" is not a supported framework");
    }
    if (rule.equals(RESOURCE)) {
      return value.text(" is not a machine size");
    }
    if (rule.equals(STORE_TYPE)) {
      return Message.of("unknown store type ").add(value);
    }
    String framework = context.manifest().frameworkName().map(ScalarNode::value).orElse("");
    return Message.EMPTY
        .piece(framework)
        .text(" ")
        .piece(scalar.value())
        .text(" is not a supported version");
  }

  private static String help(
      RuleContext context, RuleInfo rule, SchemaProblem problem, ScalarNode scalar) {
    SchemaNode schema = problem.schema();
    List<String> allowed = schema.enumValues();
    String value = scalar.value();
    if (!value.strip().equals(value) && allowed.contains(value.strip())) {
      return "remove the spaces around it";
    }
    if (Blanks.hasOdd(value) && allowed.contains(Printable.withoutUnseen(value).strip())) {
      return "remove the invisible character";
    }
    Optional<String> note = find(schema.valueNotes(), value);
    if (note.isPresent()) {
      return note.get();
    }
    if (rule.equals(RESOURCE)) {
      Map<String, Integer> gpus =
          context.schemaAt(problem.path()).map(SchemaNode::gpus).orElse(Map.of());
      return "one of: "
          + String.join(
              ", ", allowed.stream().map(size -> size + gpuWords(gpus.get(size))).toList());
    }
    String prefix = rule.equals(STORE_TYPE) ? "one of" : "supported";
    return Words.known(prefix, value, allowed);
  }

  private static String gpuWords(Integer gpus) {
    return gpus == null ? "" : " (" + Count.of(gpus, "GPU") + ")";
  }

  /** The allowed values that a wrong one may stand for, the likeliest first. */
  private static List<String> candidates(
      RuleContext context, RuleInfo rule, SchemaProblem problem, String value) {
    SchemaNode schema = problem.schema();
    List<String> allowed = schema.enumValues();
    String word = value.strip();
    if (rule.equals(STORE_TYPE)) {
      // A word for the store may be wrong in many ways; the keys of a credential hardly.
      Optional<String> type = StoreKeys.typeOf(context, problem.path(), allowed);
      if (type.isPresent()) {
        return List.of(type.get());
      }
    }
    Optional<String> synonym = find(schema.valueSynonyms(), word).filter(allowed::contains);
    if (synonym.isPresent()) {
      return List.of(synonym.get());
    }
    Optional<String> same = allowed.stream().filter(word::equalsIgnoreCase).findFirst();
    if (same.isPresent()) {
      return List.of(same.get());
    }
    if (find(schema.valueNotes(), word).isPresent()) {
      return List.of();
    }
    List<String> found = new ArrayList<>(named(word, allowed));
    if (!found.isEmpty()) {
      // More than one word, of which the allowed ones are meant.
    } else if (release(word).isEmpty()) {
      allowed.stream().filter(version -> version.endsWith("-" + word)).forEach(found::add);
    } else {
      found.addAll(sameRelease(word, allowed));
    }
    if (found.isEmpty() && !release(word).isEmpty() && rule.equals(FRAMEWORK_VERSION)) {
      found.addAll(sameRelease(nearestRelease(release(word), allowed), allowed));
    }
    if (found.isEmpty() && (release(word).isEmpty() || release(allowed.get(0)).isEmpty())) {
      Nearest.of(word, allowed).ifPresent(found::add);
    }
    Optional<String> python = python(context);
    String unlikely = python.equals(Optional.of("2")) ? "-py3" : "-py2";
    found.sort(Comparator.comparing(version -> version.endsWith(unlikely)));
    if (python.isPresent() && found.stream().anyMatch(version -> !version.endsWith(unlikely))) {
      found.removeIf(version -> version.endsWith(unlikely));
    }
    return found;
  }

  /** The allowed values that are words of a value of several: {@code 1.2-py2, 1.2-py3}. */
  private static List<String> named(String value, List<String> allowed) {
    List<String> words = List.of(NO_WORD.split(value));
    return words.size() < 2 ? List.of() : allowed.stream().filter(words::contains).toList();
  }

  private static Optional<String> find(Map<String, String> words, String word) {
    return words.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(word))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The allowed versions of the release that a version names: {@code 1.2} → 1.2-py2, 1.2-py3. */
  private static List<String> sameRelease(String value, List<String> allowed) {
    String wanted = release(value);
    String python = value.contains("-py2") ? "-py2" : value.contains("-py3") ? "-py3" : "";
    if (wanted.isEmpty()) {
      return List.of();
    }
    return allowed.stream()
        .filter(version -> release(version).equals(wanted) && version.endsWith(python))
        .toList();
  }

  /**
   * The last release that is not newer than the wanted one, or else the first; empty where none has
   * its major number.
   */
  private static String nearestRelease(String wanted, List<String> allowed) {
    String major = wanted.substring(0, wanted.indexOf('.') + 1);
    List<String> releases =
        allowed.stream()
            .map(UnsupportedValues::release)
            .filter(release -> release.startsWith(major))
            .sorted(Comparator.comparingInt(UnsupportedValues::number))
            .toList();
    return releases.stream()
        .filter(release -> number(release) <= number(wanted))
        .reduce((older, newer) -> newer)
        .or(() -> releases.stream().findFirst())
        .orElse("");
  }

  /** A release as one number: each part of it has at most four digits. */
  private static int number(String release) {
    int point = release.indexOf('.');
    int major = Integer.parseInt(release.substring(0, point));
    return major * 10_000 + Integer.parseInt(release.substring(point + 1));
  }

  /** Major and minor number of a version; empty where it has none. */
  private static String release(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches() ? matcher.group(1) : "";
  }
}
