package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.scan.Below;
import dev.wmllint.lsp.completion.scan.CursorScalar;
import dev.wmllint.lsp.completion.scan.CursorSite;
import dev.wmllint.lsp.completion.scan.CursorToken;
import dev.wmllint.lsp.completion.scan.LineIndent;
import dev.wmllint.lsp.completion.scan.OpenCollection;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a blank or half-typed line in block style may become: a key of each mapping around it or
 * what the key above waits for, the deepest first. What that key waits for and what stands in the
 * cursor's own column come before all others.
 */
final class LinePlaces {
  private final SourceText source;
  private final ManifestView view;
  private final CursorSite site;
  private final List<OpenCollection> open;
  private final CursorToken.Line line;
  private final Below below;
  private final int unit;
  private final List<CursorContext> found = new ArrayList<>();
  private Optional<CursorContext> awaited = Optional.empty();

  LinePlaces(SourceText source, CursorSite site, ManifestView view, CursorToken.Line line) {
    this.source = source;
    this.view = view;
    this.site = site;
    this.open = site.open();
    this.line = line;
    this.unit = view.indentUnit();
    int at = line.word().start();
    this.below = line.beforeColon() ? Below.ofKey(source, at, line.column()) : Below.of(source, at);
  }

  List<CursorContext> find() {
    if (line.afterDash()) {
      item();
      return found;
    }
    line.continued().ifPresent(this::continuation);
    if (isProse()) {
      return found;
    }
    if (open.isEmpty()) {
      root();
    } else if (!open.get(0).flow()) {
      around();
    }
    boolean word = isWord();
    found.removeIf(place -> !word && !(place instanceof CursorContext.Command));
    // A key that is there already has all that is under it in its column.
    found.removeIf(place -> line.beforeColon() && !isOwn(place));
    found.sort(Comparator.comparing(place -> !isOwn(place) && !isAwaited(place)));
    return found;
  }

  /** Whether the line is one word; where it may also be prose, one that may become a key. */
  private boolean isWord() {
    String word = source.slice(line.word());
    return line.continued().isEmpty()
        ? word.indexOf(' ') < 0
        : word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  /** Words in a block of their own go on: who writes a description is asked nothing. */
  private boolean isProse() {
    return found.isEmpty() && line.continued().filter(value -> value.style().isBlock()).isPresent();
  }

  /** Whether it goes on with the key above, which has no value yet and stands no deeper. */
  private boolean isAwaited(CursorContext place) {
    return awaited.filter(place::equals).isPresent() && line.column() >= site.innermost().column();
  }

  private static boolean isOwn(CursorContext place) {
    if (place instanceof CursorContext.BlockKey key) {
      return key.indent().isOwn();
    }
    if (place instanceof CursorContext.Value value) {
      return value.indent().filter(LineIndent::isOwn).isPresent();
    }
    return true;
  }

  private LineIndent indent(int column) {
    return LineIndent.of(LineReader.of(source), line, column);
  }

  /** Whether the line is indented by tabs, whose column is none in YAML. */
  private boolean isTabbed() {
    return LineReader.of(source).upTo(line.word().start()).isTabbed();
  }

  /** The line goes on with a command; other values have no second line. */
  private void continuation(CursorScalar token) {
    Optional<DocPath> path = view.path(open, open.size());
    if (path.filter(view::isCommand).isPresent() && line.column() > site.innermost().column()) {
      found.add(new CursorContext.Command(path.get(), token, Optional.empty()));
    }
  }

  /** After a dash: the first key of the item, above those that it has already. */
  private void item() {
    Optional<DocPath> path = view.path(open, open.size());
    if (path.flatMap(view::at).filter(LinePlaces::isMapping).isEmpty()) {
      return;
    }
    int dash = site.innermost().column();
    boolean hasKeys = below.column() > dash && !below.isListOf(dash);
    int column = hasKeys ? below.column() : Math.max(line.column(), dash + 2);
    key(path.get(), indent(column), !hasKeys);
  }

  private void key(DocPath mapping, LineIndent indent, boolean first) {
    found.add(new CursorContext.BlockKey(mapping, indent, false, first, line.beforeColon()));
  }

  private void root() {
    if (!below.bracket() && !below.dash() && !view.isFlow()) {
      key(DocPath.ROOT, indent(Math.max(0, below.column())), false);
    }
  }

  /** From the inside out, as far as what is below the line stays where it is. */
  private void around() {
    int last = open.size() - 1;
    if (site.innermost().awaitsValue()) {
      int before = found.size();
      child();
      awaited = found.stream().skip(before).findFirst();
    }
    for (int i = last; i >= 0; i--) {
      OpenCollection collection = open.get(i);
      int column = collection.column();
      boolean strayLines = i == last && !collection.awaitsValue();
      boolean list = below.dash() && below.column() == column && collection.isMapping();
      if (list || (below.column() > column && !strayLines)) {
        return;
      }
      inside(i);
    }
  }

  /** One more key of a mapping around the line, or one more item of a list. */
  private void inside(int depth) {
    OpenCollection collection = open.get(depth);
    Optional<DocPath> path = view.path(open, depth);
    if (path.isPresent() && collection.isMapping()) {
      key(view.mappingPath(path.get()), indent(collection.column()), false);
    } else if (path.isPresent()) {
      newItem(path.get(), collection.index() + 1, collection.column());
    }
  }

  private void newItem(DocPath list, int index, int column) {
    boolean mapping =
        view.at(list).flatMap(SchemaNode::items).filter(LinePlaces::isMapping).isPresent();
    if (!view.isFull(list, index) && mapping && !line.beforeColon()) {
      found.add(new CursorContext.BlockKey(list.index(index), indent(column), true, true, false));
    }
  }

  /** What the key or dash above waits for. */
  private void child() {
    int parent = site.innermost().column();
    Optional<DocPath> path = view.path(open, open.size());
    Optional<SchemaNode> schema = path.flatMap(view::at);
    if (schema.isEmpty()) {
      return;
    }
    boolean deeperBelow = below.column() > parent;
    boolean listBelow = below.isListOf(parent);
    int column = line.column() > parent && !isTabbed() ? line.column() : parent + unit;
    if (schema.get().types().contains("array")) {
      if (!deeperBelow && !listBelow) {
        newItem(path.get(), 0, isTabbed() ? parent : Math.max(line.column(), parent));
      }
    } else if (isMapping(schema.get())) {
      if (!listBelow) {
        key(path.get(), indent(deeperBelow ? below.column() : column), !deeperBelow);
      }
    } else if (!deeperBelow && !line.beforeColon()) {
      value(path.get(), column);
    }
  }

  /** A scalar in a line of its own. */
  private void value(DocPath path, int column) {
    CursorScalar token = CursorScalar.plain(line.word());
    if (view.isCommand(path)) {
      found.add(new CursorContext.Command(path, token, Optional.empty()));
    } else {
      found.add(
          new CursorContext.Value(
              path,
              token,
              Optional.of(indent(column)),
              Optional.empty(),
              site.innermost().column()));
    }
  }

  private static boolean isMapping(SchemaNode schema) {
    return schema.types().contains("object");
  }
}
