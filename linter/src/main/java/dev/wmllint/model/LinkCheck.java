package dev.wmllint.model;

/** Finds symbolic links that lead out of the model definition, directly or through others. */
final class LinkCheck {
  private LinkCheck() {}

  static void run(ModelContents contents, Faults faults) {
    if (contents.links().isEmpty()) {
      return;
    }
    EntryTree tree = new EntryTree(contents);
    for (ModelEntry entry : contents.entries()) {
      if (entry.linkTarget().isPresent()
          && NameCheck.unsafe(entry.rawName()).isEmpty()
          && tree.resolve(entry.name()) instanceof EntryTree.Place.Outside) {
        faults.add(Cause.LINK_OUT, entry.name(), entry.linkTarget().get());
      }
    }
  }
}
