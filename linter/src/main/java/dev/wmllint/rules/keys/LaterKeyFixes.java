package dev.wmllint.rules.keys;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.KeyIssue;
import dev.wmllint.manifest.LaterRevision;
import dev.wmllint.schema.Lazy;
import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts keys of other revisions. A value that has no place here becomes a comment, so that
 * nothing is lost; comments and quotes around it stay.
 */
public final class LaterKeyFixes {
  private static final Pattern ANCHOR = Pattern.compile("&([^\\s,\\[\\]{}]{1,100})");

  private static final Pattern ALIAS = Pattern.compile("\\*([^\\s,\\[\\]{}]{1,100})");

  private static final String SIZE = "compute_configuration";

  private final ManifestDocument document;
  private final String text;
  private final LineIndex lines;
  private final YamlEdits edits;

  /** Looked for when a fix needs them: most manifests have no such key. */
  private final Lazy<Set<String>> aliases;

  public LaterKeyFixes(ManifestDocument document, YamlEdits edits) {
    this.document = document;
    this.text = document.text();
    this.lines = document.lines();
    this.edits = edits;
    this.aliases = new Lazy<>(() -> aliases(text));
  }

  /**
   * All that may be the name of an alias. YAML 1.2 takes a colon at the end for a part of the name,
   * most readers for that of a mapping: either way the anchor is needed.
   */
  private static Set<String> aliases(String text) {
    Set<String> names = new HashSet<>();
    Matcher alias = ALIAS.matcher(text);
    while (alias.find()) {
      String name = alias.group(1);
      names.add(name);
      if (name.endsWith(":")) {
        names.add(name.substring(0, name.length() - 1));
      }
    }
    return names;
  }

  /** Renames the key, or makes a comment of it where it has no present name. */
  Optional<Fix> convert(KeyIssue.Later later) {
    Entry entry = later.site().entry();
    if (isNeededElsewhere(entry) && !(entry.value() instanceof ScalarNode)) {
      return Optional.empty();
    }
    if (later.present().isEmpty()) {
      return comment(later.site());
    }
    String present = later.present().get();
    Message title = Message.of("convert to " + present);
    if (entry.name().equals(SIZE) && entry.value() instanceof MappingNode size) {
      return size(later, size, present);
    }
    Optional<ScalarNode> written = LaterRevision.writtenSize(later);
    Optional<String> meant = LaterRevision.meantSize(later);
    if (meant.isPresent()) {
      List<Edit> both = new ArrayList<>(edits.rename(entry, present).stream().toList());
      both.add(edits.replaceScalar(written.orElseThrow(), meant.get()));
      if (LaterRevision.tellsMore(written.get().value())) {
        edits.commentBehind(written.get(), "was " + written.get().value()).ifPresent(both::add);
      }
      return Optional.of(new Fix(title, Safety.UNSAFE, both));
    }
    return edits.rename(entry, present).map(edit -> Fix.unsafe("rename to " + present, edit));
  }

  /** Whether an alias elsewhere stands for something in an entry, which has to stay for that. */
  private boolean isNeededElsewhere(Entry entry) {
    int start = entry.key().span().end();
    int end = Math.max(start, edits.valueSpan(entry).end());
    return ANCHOR
        .matcher(text.substring(start, end))
        .results()
        .anyMatch(anchor -> aliases.get().contains(anchor.group(1)));
  }

  /** Moves {@code type} into the source or target beside it. */
  Optional<Fix> moveType(KeyIssue.LaterType type) {
    KeyIssue.Site site = type.site();
    Entry entry = site.entry();
    if (!(type.location().value() instanceof MappingNode target)
        || target.entry("type").isPresent()
        || isNeededElsewhere(entry)
        || !(entry.value() instanceof ScalarNode value)
        || value.style().isBlock()) {
      return comment(site);
    }
    List<String> above = target.isFlow() ? List.of() : commentsAbove(site.mapping(), entry);
    String comment = trailing(site, entry);
    Optional<Edit> gone =
        target.isFlow()
            ? cutWithoutComment(site.mapping(), entry, comment.strip())
            : cut(site.mapping(), entry, above.size());
    Optional<Edit> come =
        edits.append(
            target,
            "type",
            new Sketch.Value(
                document.source().slice(edits.valueSpan(entry))
                    + (target.isFlow() ? "" : comment)));
    if (gone.isEmpty() || come.isEmpty()) {
      return comment(site);
    }
    Message title = Message.of("move into ").piece(type.location().written());
    return Optional.of(Fix.unsafe(title, gone.get(), below(above, come.get())));
  }

  /**
   * The comment lines that stand directly above an entry, and are about it; of a mapping's first
   * entry they may be about the mapping.
   */
  private List<String> commentsAbove(MappingNode mapping, Entry entry) {
    int start = entry.key().span().start();
    int line = lines.lineOf(start);
    int first = line;
    while (first > 0 && commentColumn(first - 1) == edits.column(start)) {
      first--;
    }
    return lines.isFirstInLine(start) && !mapping.entries().get(0).equals(entry)
        ? text.substring(lines.startOf(first), lines.startOf(line)).lines().toList()
        : List.of();
  }

  /** The column of a comment that has a line of its own; -1 for another line. */
  private int commentColumn(int line) {
    String blanks = blanksOf(lines.span(line).of(text));
    return text.startsWith("#", lines.startOf(line) + blanks.length()) ? blanks.length() : -1;
  }

  /** Appended lines, below comment lines that move with them. */
  private Edit below(List<String> comments, Edit appended) {
    String lineEnd = document.source().lineEnd();
    StringBuilder moved = new StringBuilder();
    for (String comment : comments) {
      moved.append(lineEnd).append(blanksOf(appended.text().substring(lineEnd.length())));
      moved.append(comment.strip());
    }
    return new Edit(appended.span(), moved + appended.text());
  }

  private static String blanksOf(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /** The comment behind an entry on its line, which moves with it. */
  private String trailing(KeyIssue.Site site, Entry entry) {
    int end = edits.valueSpan(entry).end();
    return site.mapping().isFlow() ? "" : text.substring(end, edits.endOfLine(end));
  }

  /** Cuts an entry whose comment stays, because none fits where it moves to: between brackets. */
  private Optional<Edit> cutWithoutComment(MappingNode mapping, Entry entry, String comment) {
    Optional<Integer> dash = dashBefore(entry);
    if (dash.isEmpty() || mapping.isFlow()) {
      return edits.remove(mapping, entry);
    }
    int line = lines.startOf(lines.lineOf(dash.get()));
    String above =
        comment.isEmpty()
            ? ""
            : indentOfDash(line, dash.get()) + comment + document.source().lineEnd();
    return Optional.of(cutBehindDash(mapping, entry, above));
  }

  private Optional<Edit> cut(MappingNode mapping, Entry entry, int linesAbove) {
    return mapping.isFlow() || dashBefore(entry).isEmpty()
        ? edits.removeWithComments(mapping, entry, linesAbove)
        : Optional.of(cutBehindDash(mapping, entry, ""));
  }

  /**
   * Cuts an entry that stands behind its item's dash: the next key takes its place, below the
   * comments between both. Where no key follows, the dash stays alone.
   *
   * @param above lines to put above the dash
   */
  private Edit cutBehindDash(MappingNode mapping, Entry entry, String above) {
    int start = entry.key().span().start();
    int end = edits.endOfLine(whole(entry).end());
    int dash = dashBefore(entry).orElseThrow();
    int line = lines.startOf(lines.lineOf(dash));
    Optional<Integer> next =
        mapping.entries().stream()
            .filter(other -> !other.isMerged())
            .map(other -> other.key().span().start())
            .filter(other -> other >= end)
            .findFirst();
    if (next.isEmpty()) {
      return new Edit(new Span(line, end), above + text.substring(line, dash + 1));
    }
    StringBuilder out = new StringBuilder(above);
    for (String comment : text.substring(end, next.get()).lines().map(String::strip).toList()) {
      if (!comment.isEmpty()) {
        out.append(indentOfDash(line, dash)).append(comment).append(document.source().lineEnd());
      }
    }
    return new Edit(new Span(line, next.get()), out + text.substring(line, start));
  }

  /** As wide as what stands before a dash, another dash included. */
  private String indentOfDash(int line, int dash) {
    return text.substring(line, dash).replace('-', ' ');
  }

  /** Offset of the dash in whose line an entry begins. */
  private Optional<Integer> dashBefore(Entry entry) {
    int start = entry.key().span().start();
    int from = lines.startOf(lines.lineOf(start));
    String before = text.substring(from, start);
    boolean dashes = before.chars().allMatch(c -> c == ' ' || c == '-');
    int dash = before.lastIndexOf('-');
    return dashes && dash >= 0 ? Optional.of(from + dash) : Optional.empty();
  }

  /** Makes a comment of an entry that has no place; of one between brackets, above them. */
  Optional<Fix> comment(KeyIssue.Site site) {
    Entry entry = site.entry();
    if (isNeededElsewhere(entry)) {
      return Optional.empty();
    }
    Message title = Message.of("make ").key(entry.name()).text(" a comment");
    if (edits.isJson()) {
      return edits
          .remove(site.mapping(), entry)
          .map(gone -> Fix.unsafe(Message.of("drop ").key(entry.name()), gone));
    }
    if (site.mapping().isFlow()) {
      return edits
          .remove(site.mapping(), entry)
          .map(gone -> Fix.unsafe(title, gone, hoisted(whole(entry))));
    }
    Optional<Integer> dash = dashBefore(entry);
    if (dash.isEmpty()) {
      return edits
          .commentOut(site.mapping(), entry)
          .map(list -> new Fix(title, Safety.UNSAFE, list));
    }
    // "- name: x" becomes "# name: x" above the dash.
    int line = lines.startOf(lines.lineOf(dash.get()));
    StringBuilder above = new StringBuilder();
    int start = entry.key().span().start();
    String old = text.substring(start, edits.endOfLine(whole(entry).end()));
    int column = edits.column(start);
    for (String part : old.lines().toList()) {
      String words = outdented(part, column);
      above.append(indentOfDash(line, dash.get())).append(words.isEmpty() ? "#" : "# " + words);
      above.append(document.source().lineEnd());
    }
    Edit cut = cutBehindDash(site.mapping(), entry, above.toString());
    return Optional.of(Fix.unsafe(title, cut));
  }

  private Span whole(Entry entry) {
    return entry.key().span().union(edits.valueSpan(entry));
  }

  /** A comment line above the flow collection that the text stands in: none fits inside it. */
  private Edit hoisted(Span span) {
    int column = edits.column(span.start());
    return edits.commentAbove(
        span, span.of(text).lines().map(line -> outdented(line, column)).toList());
  }

  /** A line without its first {@code width} blanks, or as many of them as it has. */
  private static String outdented(String line, int width) {
    int from = 0;
    while (from < width && from < line.length() && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    return line.substring(from).stripTrailing();
  }

  /** {@code compute_configuration: {name: k80, nodes: 2}} becomes {@code resource: k80}. */
  private Optional<Fix> size(KeyIssue.Later later, MappingNode size, String present) {
    Entry entry = later.site().entry();
    Message title = Message.of("convert to " + present);
    Optional<Entry> name = size.entry("name");
    Optional<Edit> key = edits.rename(entry, present);
    boolean elsewhere = !edits.valueSpan(entry).equals(size.span());
    if (elsewhere
        || name.isEmpty()
        || key.isEmpty()
        || !(name.get().value() instanceof ScalarNode value)) {
      return Optional.empty();
    }
    Optional<String> meant = LaterRevision.meantSize(later);
    boolean kept = meant.isPresent() && LaterRevision.tellsMore(value.value());
    String now = meant.map(other -> replaced(value, other)).orElse(value.span().of(text));
    if (!size.isFlow()) {
      String line = key.get().text() + ": " + now + (kept ? " # was " + value.value() : "");
      return Optional.of(Fix.unsafe(title, sizeLines(entry, size, name.get(), line)));
    }
    List<Edit> result = new ArrayList<>();
    result.add(key.get());
    result.add(new Edit(size.span(), now));
    if (kept && !edits.isJson()) {
      result.add(edits.commentAbove(size.span(), List.of(meant.get() + " was " + value.value())));
    } else if (kept) {
      title = title.text(" (was ").piece(value.value()).text(")");
    }
    for (Entry other : size.entries()) {
      if (!other.equals(name.get()) && edits.isJson()) {
        title = title.text(", drop ").key(other.name());
      } else if (!other.equals(name.get())) {
        result.add(hoisted(whole(other)));
      }
    }
    return Optional.of(new Fix(title, Safety.UNSAFE, merged(result)));
  }

  /** The text of a scalar with another value. */
  private String replaced(ScalarNode scalar, String value) {
    Edit edit = edits.replaceScalar(scalar, value);
    return text.substring(scalar.span().start(), edit.span().start())
        + edit.text()
        + text.substring(edit.span().end(), scalar.span().end());
  }

  /** Several comments for one place become one edit. */
  private static List<Edit> merged(List<Edit> edits) {
    List<Edit> result = new ArrayList<>();
    for (Edit edit : edits) {
      Edit last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && last.span().isEmpty() && last.span().equals(edit.span())) {
        result.set(result.size() - 1, new Edit(last.span(), last.text() + edit.text()));
      } else {
        result.add(edit);
      }
    }
    return result;
  }

  /** The last of the comment lines below a line that stand deeper than a column. */
  private int withCommentsBelow(int line, int column) {
    int last = line;
    while (last + 1 < lines.count() && commentColumn(last + 1) > column) {
      last++;
    }
    return last;
  }

  /** The lines of the old mapping: the size under its new key, the others as comments. */
  private Edit sizeLines(Entry entry, MappingNode size, Entry name, String present) {
    int start = entry.key().span().start();
    String indent = " ".repeat(edits.column(start));
    int nameLine = lines.lineOf(name.key().span().start());
    List<String> kept = new ArrayList<>();
    int last = withCommentsBelow(lines.lineOf(size.span().end()), edits.column(start));
    int keyLine = lines.lineOf(start);
    edits
        .hashBehind(entry.key().span().end())
        .ifPresent(comment -> kept.add(text.substring(comment, lines.endOf(keyLine))));
    for (int line = keyLine + 1; line <= last; line++) {
      String content = lines.span(line).of(text);
      if (line == nameLine) {
        int value = edits.valueSpan(name).end();
        kept.add(present + text.substring(value, lines.endOf(line)).stripTrailing());
      } else if (content.isBlank() || content.stripLeading().startsWith("#")) {
        kept.add(content.strip());
      } else {
        kept.add("# " + outdented(content, edits.column(size.span().start())));
      }
    }
    String before = text.substring(lines.startOf(keyLine), start);
    while (!before.isBlank() && kept.get(0).isEmpty()) {
      kept.remove(0);
    }
    StringJoiner out = new StringJoiner(document.source().lineEnd());
    for (int i = 0; i < kept.size(); i++) {
      String first = i == 0 ? before : indent;
      out.add(kept.get(i).isEmpty() ? "" : first + kept.get(i));
    }
    return new Edit(new Span(lines.startOf(keyLine), lines.endOf(last)), out.toString());
  }
}
