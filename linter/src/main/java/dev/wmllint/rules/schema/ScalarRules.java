package dev.wmllint.rules.schema;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain scalars that readers do not hand over as the text that was written. */
public final class ScalarRules implements Rule {
  static final RuleInfo UNQUOTED_VERSION =
      RuleInfo.error(
              Chapter.FRAMEWORK, "unquoted-version", "a framework version that is read as a number")
          .fix(FixKind.SAFE)
          .precedence(Precedence.QUOTES);
  static final RuleInfo AMBIGUOUS_SCALAR =
      RuleInfo.warning(
              Chapter.YAML, "ambiguous-scalar", "a string that YAML readers take for another type")
          .fix(FixKind.SAFE)
          .precedence(Precedence.QUOTES);

  /** Not 0x10, 1_0, .inf or 1e9, which a table of frameworks may hold all the same. */
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  @Override
  public List<RuleInfo> infos() {
    return List.of(UNQUOTED_VERSION, AMBIGUOUS_SCALAR);
  }

  @Override
  public void check(RuleContext context) {
    for (Leaves.Leaf leaf : Leaves.of(context.manifest())) {
      ScalarNode scalar = leaf.scalar();
      if (!scalar.isPlain() || scalar.tag().isPresent()) {
        continue;
      }
      if (leaf.isVersion() && ScalarTypes.isNumber(scalar.value())) {
        version(context, scalar);
      } else if (ScalarTypes.isAmbiguous(scalar.value()) && takesString(context, leaf)) {
        context
            .finding(
                AMBIGUOUS_SCALAR,
                Message.of("YAML readers take this ")
                    .piece(leaf.key())
                    .text(" for " + ScalarTypes.words(scalar.value())))
            .help("quote it: it is a string")
            .fix(quote(context, scalar))
            .atValue(scalar);
      }
    }
  }

  private static boolean takesString(RuleContext context, Leaves.Leaf leaf) {
    return context
        .schemaAt(leaf.path())
        .filter(schema -> schema.types().isEmpty() || schema.types().contains("string"))
        .isPresent();
  }

  private static void version(RuleContext context, ScalarNode scalar) {
    String framework = context.manifest().frameworkName().map(ScalarNode::value).orElse("");
    List<String> versions = context.schema().frameworks().getOrDefault(framework, List.of());
    if (!versions.contains(scalar.value())) {
      return;
    }
    Optional<String> number = number(scalar.value());
    boolean losesText = !number.equals(Optional.of(scalar.value()));
    context
        .finding(
            UNQUOTED_VERSION,
            Message.of("you wrote ")
                .piece(scalar.value())
                .text("; a YAML reader gives the service ")
                .text(number.map(written -> "the number ").orElse("a number"))
                .piece(number.orElse("")))
        .severity(losesText ? Severity.ERROR : Severity.WARNING)
        .help(Message.of("quote it: \"").piece(scalar.value()).text("\""))
        .fix(quote(context, scalar))
        .atValue(scalar);
  }

  /** The number as a reader would print it; empty for forms that readers do not agree on. */
  private static Optional<String> number(String version) {
    return PLAIN_DECIMAL.matcher(version).matches()
        ? Optional.of(new BigDecimal(version).stripTrailingZeros().toPlainString())
        : Optional.empty();
  }

  private static Optional<Fix> quote(RuleContext context, ScalarNode scalar) {
    return new YamlEdits(context.document())
        .quote(scalar)
        .map(edits -> new Fix(Message.of("quote it"), Safety.SAFE, edits));
  }
}
