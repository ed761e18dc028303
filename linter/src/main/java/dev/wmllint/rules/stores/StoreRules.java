package dev.wmllint.rules.stores;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.manifest.StoreReference;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Count;
import dev.wmllint.text.Edit;
import dev.wmllint.text.HtmlEntities;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of a store: bucket, address, secrets; and both stores beside each other. */
public final class StoreRules implements Rule {
  public static final RuleInfo INVALID_BUCKET_NAME =
      RuleInfo.warning(
              Chapter.STORES, "invalid-bucket-name", "a bucket name that the store does not allow")
          .fix(FixKind.UNSAFE)
          .precedence(Precedence.FORM);
  static final RuleInfo INVALID_ENDPOINT =
      RuleInfo.warning(
              Chapter.STORES, "invalid-endpoint", "an address that leads to no object store")
          .fix(FixKind.UNSAFE)
          .precedence(Precedence.FORM);
  static final RuleInfo LITERAL_CREDENTIAL =
      RuleInfo.info(Chapter.STORES, "literal-credential", "a real-looking secret in the file")
          .precedence(Precedence.HINT);
  static final RuleInfo SHARED_BUCKET =
      RuleInfo.info(Chapter.STORES, "shared-bucket", "data and results in the same bucket")
          .precedence(Precedence.HINT);

  private static final String S3 = "s3";
  private static final String SWIFT = "bluemix_objectstore";
  private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final int MAX_CONTAINER_BYTES = 256;

  /** Of the characters that a name must not have, those that are named. */
  private static final int MAX_PROBLEMS = 3;

  @Override
  public List<RuleInfo> infos() {
    return List.of(INVALID_BUCKET_NAME, INVALID_ENDPOINT, LITERAL_CREDENTIAL, SHARED_BUCKET);
  }

  @Override
  public void check(RuleContext context) {
    List<StoreReference> stores = context.manifest().stores();
    for (StoreReference store : stores) {
      bucket(context, store);
      String type = store.type().map(ScalarNode::value).orElse("");
      store.connection().ifPresent(connection -> connection(context, connection, type));
    }
    for (StoreReference data : stores) {
      for (StoreReference results : stores) {
        if (data.data() && !results.data()) {
          shared(context, data, results);
        }
      }
    }
  }

  private static void bucket(RuleContext context, StoreReference store) {
    Optional<ScalarNode> bucket = store.bucket();
    String type = store.type().map(ScalarNode::value).orElse("");
    if (bucket.isEmpty()
        || !LiteralValue.isClean(bucket.get().value())
        || Placeholder.isToCome(bucket.get().value())
        || Placeholder.holdsTemplate(bucket.get().value())) {
      return;
    }
    String name = bucket.get().value();
    if (type.equals(S3) && !name.isEmpty()) {
      List<Edit> entities = HtmlEntities.in(name);
      String problems = String.join(", ", s3Problems(name));
      if (!entities.isEmpty()) {
        context
            .finding(INVALID_BUCKET_NAME, "an HTML entity is in the bucket's name")
            .help("write the character itself")
            .fix(fix(bucket.get(), "write the character itself", entities))
            .atPart(bucket.get(), entities.get(0).span());
      } else if (!problems.isEmpty()) {
        context
            .finding(
                INVALID_BUCKET_NAME,
                Message.ofQuoted(name).text(" is not a valid s3 bucket name: " + problems))
            .help("3 to 63 of a-z, 0-9, '.' and '-', first and last a letter or digit")
            .atValue(bucket.get());
      }
    } else if (type.equals(SWIFT)) {
      swiftProblem(name)
          .ifPresent(
              problem ->
                  context
                      .finding(
                          INVALID_BUCKET_NAME,
                          Message.ofQuoted(name)
                              .text(" is not a valid Swift container name: " + problem))
                      .severity(Severity.ERROR)
                      .help("name the container alone, without a folder in it")
                      .atValue(bucket.get()));
    }
  }

  private static List<String> s3Problems(String name) {
    if (IP_ADDRESS.matcher(name).matches()) {
      return List.of("it is an IP address");
    }
    List<String> problems = new ArrayList<>();
    if (name.length() < 3 || name.length() > 63) {
      problems.add(Count.of(name.length(), "character"));
    }
    if (name.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
      problems.add("no upper case");
    }
    name.codePoints()
        .filter(c -> "abcdefghijklmnopqrstuvwxyz0123456789.-".indexOf(Character.toLowerCase(c)) < 0)
        .distinct()
        .limit(MAX_PROBLEMS)
        .forEach(c -> problems.add(c == ' ' ? "no space" : "no '" + Character.toString(c) + "'"));
    if (!isAlphanumeric(name.charAt(0)) || !isAlphanumeric(name.charAt(name.length() - 1))) {
      problems.add("it must begin and end with a letter or digit");
    }
    return problems;
  }

  private static boolean isAlphanumeric(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static Optional<String> swiftProblem(String name) {
    if (name.contains("/")) {
      return Optional.of("no '/'");
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    return bytes > MAX_CONTAINER_BYTES
        ? Optional.of("at most 256 bytes, it has " + bytes)
        : Optional.empty();
  }

  private static void connection(RuleContext context, MappingNode connection, String type) {
    for (Entry entry : connection.entries()) {
      if (!(entry.value() instanceof ScalarNode scalar)
          || scalar.isNull()
          || !LiteralValue.isClean(scalar.value())
          || Placeholder.isToCome(scalar.value())) {
        continue;
      }
      switch (entry.name()) {
        case "endpoint_url" -> endpoint(context, true, type.equals(S3), scalar);
        case "auth_url" -> endpoint(context, false, type.equals(SWIFT), scalar);
        case "aws_secret_access_key", "password" -> secret(context, entry.name(), scalar);
        default -> {
          // Ids, regions and domains are free.
        }
      }
    }
  }

  private static void endpoint(RuleContext context, boolean s3, boolean fits, ScalarNode scalar) {
    Endpoint.problem(s3, fits, scalar.value())
        .ifPresent(
            problem ->
                context
                    .finding(INVALID_ENDPOINT, problem.message())
                    .severity(problem.isHint() ? Severity.INFO : INVALID_ENDPOINT.severity())
                    .help(problem.help())
                    .fix(fix(scalar, problem.help(), problem.change()))
                    .atValue(scalar));
  }

  private static Optional<Fix> fix(ScalarNode scalar, String title, List<Edit> changes) {
    List<Edit> edits = changes.stream().map(change -> edit(scalar, change)).toList();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix(Message.of(title), Safety.UNSAFE, edits));
  }

  private static Edit edit(ScalarNode scalar, Edit inValue) {
    Span span = scalar.sourceSpan(inValue.span());
    return inValue.span().isEmpty()
        ? Edit.insert(span.start(), inValue.text())
        : new Edit(span, inValue.text());
  }

  private static void secret(RuleContext context, String key, ScalarNode scalar) {
    String value = scalar.value();
    boolean letters = value.chars().anyMatch(Character::isLetter);
    boolean digits = value.chars().anyMatch(Character::isDigit);
    if (value.length() >= 16 || (value.length() >= 8 && letters && digits)) {
      context
          .finding(LITERAL_CREDENTIAL, "this file holds what looks like a real " + key)
          .help("keep files with secrets out of version control")
          .atValue(scalar);
    }
  }

  private static void shared(RuleContext context, StoreReference data, StoreReference results) {
    Optional<ScalarNode> source = data.bucket();
    Optional<ScalarNode> target = results.bucket();
    boolean same =
        source.isPresent()
            && target.isPresent()
            && source.get().value().equals(target.get().value())
            && !Placeholder.isToCome(source.get().value())
            && data.type().map(ScalarNode::value).equals(results.type().map(ScalarNode::value))
            && values(data).equals(values(results));
    if (same) {
      context
          .finding(SHARED_BUCKET, "data and results share one bucket")
          .help("the next run downloads these results as data; use a bucket of their own")
          .related(Related.at(source.get().contentSpan(), "the data's bucket"))
          .atValue(target.get());
    }
  }

  private static Map<String, String> values(StoreReference store) {
    Map<String, String> values = new TreeMap<>();
    for (Entry entry : store.connection().map(MappingNode::entries).orElse(List.of())) {
      if (entry.value() instanceof ScalarNode scalar) {
        values.put(entry.name(), scalar.value());
      }
    }
    return values;
  }
}
