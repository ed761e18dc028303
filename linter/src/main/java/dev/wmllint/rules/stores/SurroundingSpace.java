package dev.wmllint.rules.stores;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.manifest.StoreReference;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** White space that becomes a part of a store's value. Messages never show the value. */
public final class SurroundingSpace implements Rule {
  static final RuleInfo SURROUNDING_SPACE =
      RuleInfo.warning(Chapter.STORES, "surrounding-space", "white space around a value of a store")
          .fix(FixKind.UNSAFE)
          .precedence(Precedence.QUOTES);

  @Override
  public List<RuleInfo> infos() {
    return List.of(SURROUNDING_SPACE);
  }

  @Override
  public void check(RuleContext context) {
    for (StoreReference store : context.manifest().stores()) {
      store.bucket().ifPresent(bucket -> check(context, "bucket", bucket));
      for (Entry entry : store.connection().map(MappingNode::entries).orElse(List.of())) {
        if (entry.value() instanceof ScalarNode scalar) {
          check(context, entry.written(), scalar);
        }
      }
    }
  }

  private static void check(RuleContext context, String key, ScalarNode scalar) {
    String value = scalar.value();
    if (value.isBlank() || LiteralValue.isClean(value)) {
      return;
    }
    Span core = LiteralValue.core(value);
    boolean before = core.start() > 0;
    boolean after = core.end() < value.length();
    boolean lineEnd = scalar.style().isBlock() && value.endsWith("\n");
    String what = "";
    String help = "remove it: it becomes a part of the value";
    if (lineEnd && !before && value.substring(core.end()).isBlank()) {
      what = " ends with a line end";
      char mark = context.text().charAt(scalar.span().start());
      help = "write '" + mark + "-': '" + mark + "' keeps the line end";
    } else if (before || after) {
      what =
          (before && after ? " has" : before ? " begins with" : " ends with")
              + " white space"
              + (before && after ? " around it" : "");
    } else {
      int unseen = value.codePointAt(LiteralValue.invisible(value).get(0).start());
      what = " has " + Blanks.name(unseen) + " in it";
      help = "remove it: it is invisible, and a part of the value";
    }
    context
        .finding(SURROUNDING_SPACE, Message.ofKey(key).text(what))
        .help(help)
        .fix(trim(context, scalar, core))
        .atValue(scalar);
  }

  private static Optional<Fix> trim(RuleContext context, ScalarNode scalar, Span core) {
    String value = scalar.value();
    List<Edit> edits = new ArrayList<>();
    int end = value.length();
    if (scalar.style().isBlock()) {
      int start = scalar.span().start();
      int headerEnd = start + 1;
      while (headerEnd < context.text().length()
          && !Character.isWhitespace(context.text().charAt(headerEnd))) {
        headerEnd++;
      }
      Span header = new Span(start, headerEnd);
      edits.add(new Edit(header, header.of(context.text()).replaceAll("[+-]", "") + "-"));
      while (end > core.end() && value.charAt(end - 1) == '\n') {
        end--;
      }
    }
    List<Span> gone = new ArrayList<>(LiteralValue.invisible(value));
    gone.add(new Span(0, core.start()));
    gone.add(new Span(core.end(), end));
    for (Span span : gone) {
      Span source = scalar.sourceSpan(span);
      if (!span.isEmpty()) {
        edits.add(Edit.remove(source));
      }
      if (source.equals(scalar.span()) || source.equals(scalar.contentSpan())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Fix(Message.of("trim"), Safety.UNSAFE, edits));
  }
}
