package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The collections that are open while a text is read. */
final class OpenStack {
  private final List<OpenCollection> open = new ArrayList<>();

  List<OpenCollection> collections() {
    return List.copyOf(open);
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  int depth() {
    return open.size();
  }

  /** Column of the innermost collection; -1 where none is open. */
  int column() {
    return open.isEmpty() ? -1 : top().column();
  }

  private OpenCollection top() {
    return open.get(open.size() - 1);
  }

  private void replaceTop(OpenCollection changed) {
    open.set(open.size() - 1, changed);
  }

  void item(int column, int at) {
    line(true, column, new Span(at, at + 1));
  }

  void key(int column, Span key) {
    line(false, column, key);
  }

  /** What fits nowhere is taken as one more line of the collection around it. */
  private void line(boolean item, int column, Span what) {
    while (!open.isEmpty() && !top().holds(column, item)) {
      closeTo(depth() - 1);
    }
    boolean same = !open.isEmpty() && top().column() == column && top().isList() == item;
    boolean fits = open.isEmpty() || top().awaitsValue() || top().isList() != item;
    if (!same && fits) {
      hasValue();
      open.add(OpenCollection.block(item, column, what.start()));
    }
    replaceTop(top().with(what));
  }

  /** Something is written for what is open innermost. */
  void hasValue() {
    if (!open.isEmpty()) {
      replaceTop(top().withValue());
    }
  }

  /** Whether a line without a key would be the value of what is open. */
  boolean awaitsValueAt(int column, boolean sameLine) {
    return awaitsValue() && (sameLine || column > top().column());
  }

  void bracket(char bracket, int at) {
    int column = column();
    if (awaitsValue() && top().flow() && top().isList()) {
      replaceTop(top().with(Span.at(at)));
    }
    hasValue();
    open.add(OpenCollection.flow(bracket == '[', column, at));
  }

  /** Back to {@code depth} collections. */
  void closeTo(int depth) {
    while (open.size() > depth) {
      open.remove(open.size() - 1);
    }
  }

  boolean isMapping() {
    return !open.isEmpty() && top().isMapping();
  }

  /** Whether a value comes next, and no key. */
  boolean awaitsValue() {
    return !open.isEmpty() && top().awaitsValue();
  }

  /** A key of a flow mapping, with its colon. */
  void flowKey(Span key) {
    replaceTop(top().with(key));
  }

  /** A scalar item of a flow list. */
  void flowItem(int at) {
    replaceTop(top().with(Span.at(at)).withValue());
  }

  void comma() {
    replaceTop(top().afterComma());
  }
}
