package dev.wmllint.rules.keys;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.KeyIssue;
import dev.wmllint.manifest.LaterRevision;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.SharedRules;
import dev.wmllint.rule.Words;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that are not the present names of the keys of their place. */
public final class KeyRules implements Rule {
  static final RuleInfo LEGACY_KEY =
      RuleInfo.warning(
              Chapter.STRUCTURE, "legacy-key", "a key of an earlier revision of the format")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.KEY_NAME, RuleInfo.Trait.DEPRECATED);
  static final RuleInfo LATER_KEY =
      RuleInfo.warning(Chapter.STRUCTURE, "later-key", "a key of the 2018 revisions of the format")
          .fix(FixKind.UNSAFE)
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.DEPRECATED);
  static final RuleInfo CREDENTIAL_KEY_NAME =
      RuleInfo.error(
              Chapter.STORES,
              "credential-key-name",
              "a connection key spelled as in the service credential")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.KEY_NAME);
  static final RuleInfo SOURCE_TARGET_SWAPPED =
      RuleInfo.error(
              Chapter.STORES,
              "source-target-swapped",
              "source in the results, or target in the data")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.KEY_NAME);

  @Override
  public List<RuleInfo> infos() {
    return List.of(
        SharedRules.UNKNOWN_KEY, LEGACY_KEY, LATER_KEY, CREDENTIAL_KEY_NAME, SOURCE_TARGET_SWAPPED);
  }

  @Override
  public void check(RuleContext context) {
    YamlEdits edits = new YamlEdits(context.document());
    LaterKeyFixes laterFixes = new LaterKeyFixes(context.document(), edits);
    Map<DocPath, List<String>> known = new HashMap<>();
    for (KeyIssue finding : context.manifest().keyFindings()) {
      if (context.document().isDamaged(finding.site().entry().key().span())) {
        // A char that YAML does not allow is reported, and the key as it stands is nobody's.
        continue;
      }
      if (finding instanceof KeyIssue.Legacy legacy) {
        legacy(context, edits, laterFixes, legacy);
      } else if (finding instanceof KeyIssue.Later later) {
        later(context, laterFixes, later);
      } else if (finding instanceof KeyIssue.LaterType type) {
        laterType(context, laterFixes, type);
      } else if (finding instanceof KeyIssue.BareStore bare) {
        bareStore(context, edits, bare);
      } else if (finding instanceof KeyIssue.SplitStore split) {
        splitStore(context, split);
      } else if (finding instanceof KeyIssue.Credential credential) {
        credential(context, edits, credential);
      } else if (finding instanceof KeyIssue.Swapped swapped) {
        swapped(context, edits, swapped);
      } else if (finding instanceof KeyIssue.Misspelt misspelt) {
        misspelt(context, edits, misspelt);
      } else if (finding instanceof KeyIssue.Misplaced misplaced) {
        misplaced(context, misplaced);
      } else if (finding instanceof KeyIssue.Joined joined) {
        joined(context, joined);
      } else if (finding instanceof KeyIssue.Template template) {
        template(context, template.site().entry());
      } else if (finding instanceof KeyIssue.Foreign foreign) {
        foreign(context, foreign);
      } else if (finding instanceof KeyIssue.Unknown unknown) {
        KeyIssue.Site site = unknown.site();
        unknown(context, site, known.computeIfAbsent(site.path(), path -> known(context, site)));
      }
    }
  }

  private static Optional<Fix> renameFix(YamlEdits edits, Entry entry, String name, Safety safety) {
    return edits
        .rename(entry, name)
        .map(edit -> new Fix(Message.of("rename to ").piece(name), safety, List.of(edit)));
  }

  /** A line that cannot be read may hold the key that seems to be missing. */
  private static Safety whenRead(KeyIssue.Site site) {
    return site.mapping().isDamaged() ? Safety.UNSAFE : Safety.SAFE;
  }

  private static void legacy(
      RuleContext context, YamlEdits edits, LaterKeyFixes fixes, KeyIssue.Legacy legacy) {
    Entry entry = legacy.site().entry();
    Message name = Message.ofKey(entry.name());
    if (legacy.present().isPresent()) {
      String present = legacy.present().get();
      boolean sameMeaning = !entry.name().equals("userId");
      context
          .finding(LEGACY_KEY, name.text(" was renamed to '" + present + "'"))
          .fix(renameFix(edits, entry, present, sameMeaning ? Safety.SAFE : Safety.UNSAFE))
          .atKey(entry);
      return;
    }
    context
        .finding(LEGACY_KEY, name.text(" is a key of an earlier format"))
        .help(legacy.note().map(Words::clause).orElse("it is not used any more; remove it"))
        .fix(fixes.comment(legacy.site()))
        .atKey(entry);
  }

  private static void later(RuleContext context, LaterKeyFixes fixes, KeyIssue.Later later) {
    Entry entry = later.site().entry();
    String is = later.present().isPresent() ? " is the 2018 name" : " is 2018 only";
    String help =
        later
            .present()
            .map(present -> "in this format (2017-11) write '" + present + value(later) + "'")
            .or(() -> later.note().map(Words::clause))
            .orElse("remove it");
    context
        .finding(LATER_KEY, Message.ofKey(entry.name()).text(is))
        .help(help)
        .fix(fixes.convert(later))
        .atKey(entry);
  }

  /** The size of machine that is meant, as it has to be written after its key. */
  private static String value(KeyIssue.Later later) {
    return LaterRevision.meantSize(later).map(size -> ": " + size).orElse("");
  }

  private static void laterType(RuleContext context, LaterKeyFixes fixes, KeyIssue.LaterType type) {
    Entry entry = type.site().entry();
    String location = type.location().written();
    context
        .finding(LATER_KEY, Message.of("'type' beside ").key(location).text(" is 2018 only"))
        .help(Message.of("in this format (2017-11) write it inside ").key(location))
        .fix(fixes.moveType(type))
        .atKey(entry);
  }

  private static void bareStore(RuleContext context, YamlEdits edits, KeyIssue.BareStore bare) {
    Entry entry = bare.site().entry();
    Safety safety = bare.later() ? Safety.UNSAFE : Safety.SAFE;
    Optional<Fix> wrap =
        edits
            .wrapInList(entry, entry.value())
            .map(list -> new Fix(Message.of("make it a list of one store"), safety, list));
    String only = bare.later() ? " (a mapping only from 2018)" : ", is a mapping";
    context
        .finding(
            bare.later() ? LATER_KEY : SharedRules.SINGLE_DATA_SOURCE,
            Message.ofKey(entry.name()).text(" must be a list with one store" + only))
        .help(entry.value().isFlow() ? "put [ ] around it" : "put '- ' before its first key")
        .fix(wrap)
        .atKey(entry);
  }

  private static void splitStore(RuleContext context, KeyIssue.SplitStore split) {
    List<SequenceNode.Item> items = split.pieces().stream().map(KeyIssue.Piece::item).toList();
    List<Optional<Node>> homes = split.pieces().stream().map(KeyIssue.Piece::home).toList();
    Span first = items.get(0).dash();
    int line = context.document().lines().lineOf(first.start()) + 1;
    boolean flow = items.get(0).value().isFlow();
    context
        .finding(
            SharedRules.SINGLE_DATA_SOURCE,
            "this splits the store of line " + line + " into " + items.size() + " items")
        .help(flow ? "put all keys into one { }" : "remove the '- '")
        .related(Related.at(first, "the store starts here"))
        .fix(
            new YamlEdits(context.document())
                .joinItems(items, homes)
                .map(list -> new Fix(Message.of("make it one store"), Safety.UNSAFE, list)))
        .at(items.get(1).dash());
  }

  private static void credential(
      RuleContext context, YamlEdits edits, KeyIssue.Credential credential) {
    Entry entry = credential.site().entry();
    context
        .finding(
            CREDENTIAL_KEY_NAME,
            Message.ofKey(entry.name()).text(" is the name in the service credential"))
        .help("in a manifest write '" + credential.present() + "'")
        .fix(renameFix(edits, entry, credential.present(), Safety.SAFE))
        .atKey(entry);
  }

  private static void swapped(RuleContext context, YamlEdits edits, KeyIssue.Swapped swapped) {
    Entry entry = swapped.site().entry();
    boolean data = swapped.present().equals("source");
    String place = data ? "training data" : "training results";
    String other = data ? "target" : "source";
    context
        .finding(
            SOURCE_TARGET_SWAPPED,
            "the " + place + " have a '" + swapped.present() + "', not a '" + other + "'")
        .help("rename it to '" + swapped.present() + "'")
        .fix(renameFix(edits, entry, swapped.present(), whenRead(swapped.site())))
        .atKey(entry);
  }

  private static void joined(RuleContext context, KeyIssue.Joined joined) {
    List<String> names = joined.pieces().stream().map(KeyIssue.JoinedKey::present).toList();
    List<Edit> gaps = joined.pieces().stream().map(piece -> new Edit(piece.gap(), ": ")).toList();
    boolean colon = joined.pieces().get(0).gap().of(context.text()).contains(":");
    context
        .finding(
            SharedRules.UNKNOWN_KEY,
            Message.of(colon ? "missing space after the ':' of " : "missing ': ' after ")
                .add(Message.ofKeys(names, " and ")))
        .severity(Severity.ERROR)
        .help("write 'key: value'")
        .fix(new Fix(Message.of("write ': '"), Safety.UNSAFE, gaps))
        .atKey(joined.site().entry());
  }

  private static void template(RuleContext context, Entry entry) {
    context
        .finding(
            SharedRules.WRONG_TYPE,
            Message.of("the value of ").key(entry.name()).text(" is a template"))
        .help("fill it in before you submit; YAML reads {{ }} as mappings")
        .at(entry.value().span());
  }

  private static void foreign(RuleContext context, KeyIssue.Foreign foreign) {
    String types = String.join(" or ", storeTypes(foreign.site()));
    context
        .finding(
            SharedRules.UNKNOWN_KEY,
            Message.ofKey(foreign.site().name()).text(" holds a credential of " + foreign.owner()))
        .severity(Severity.ERROR)
        .help("a store is of type " + types + "; use the credential of such a store")
        .atKey(foreign.site().entry());
  }

  /** The types that a store can have; its location is the other mapping beside the connection. */
  private static List<String> storeTypes(KeyIssue.Site connection) {
    return connection.schema().properties().values().stream()
        .flatMap(location -> location.property("type").stream())
        .flatMap(type -> type.enumValues().stream())
        .toList();
  }

  /** Whether two names differ in capitals, underscores and the like alone. */
  private static boolean hasSameLetters(String name, String other) {
    return letters(name).equals(letters(other));
  }

  private static String letters(String name) {
    return name.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
  }

  private static void misspelt(RuleContext context, YamlEdits edits, KeyIssue.Misspelt misspelt) {
    Entry entry = misspelt.site().entry();
    String present = misspelt.present();
    boolean standsFor = misspelt.required() && misspelt.missing();
    boolean oneEdit = Nearest.distance(entry.name(), present) == 1;
    boolean sure = misspelt.missing() && (oneEdit || hasSameLetters(entry.name(), present));
    RuleContext.Finding finding =
        context
            .finding(SharedRules.UNKNOWN_KEY, Message.of("unknown key ").key(entry.name()))
            .severity(standsFor ? Severity.ERROR : Severity.WARNING);
    if (misspelt.missing()) {
      finding
          .help(
              Printable.withoutUnseen(entry.name()).equals(present)
                  ? "it is '" + present + "' without the invisible character"
                  : "did you mean '" + present + "'?")
          .fix(
              fits(misspelt)
                  ? renameFix(
                      edits, entry, present, sure ? whenRead(misspelt.site()) : Safety.UNSAFE)
                  : Optional.empty());
    } else {
      finding.help("'" + present + "' is given already");
      misspelt
          .site()
          .mapping()
          .entry(present)
          .ifPresent(
              other ->
                  finding.related(Related.at(other.key().span(), "'" + present + "' is here")));
    }
    finding.atKey(entry);
  }

  /** Whether the value has the form of the key's: else a new name alone mends nothing. */
  private static boolean fits(KeyIssue.Misspelt misspelt) {
    Set<String> types =
        misspelt
            .site()
            .schema()
            .property(misspelt.present())
            .map(SchemaNode::types)
            .orElse(Set.of());
    Node value = misspelt.site().entry().value();
    if (types.contains("object")) {
      return value instanceof MappingNode || value.isNull();
    }
    return types.contains("array") != (value instanceof ScalarNode) || value.isNull();
  }

  private static void misplaced(RuleContext context, KeyIssue.Misplaced misplaced) {
    Entry entry = misplaced.site().entry();
    List<String> names = new ArrayList<>(List.of(entry.name()));
    misplaced.others().forEach(other -> names.add(other.name()));
    boolean one = names.size() == 1;
    RuleContext.Finding finding =
        context
            .finding(
                SharedRules.UNKNOWN_KEY,
                Message.ofKeys(names, " and ")
                    .text(one ? " does not belong here" : " do not belong here"))
            .severity(misplaced.required() ? Severity.ERROR : Severity.WARNING)
            .help(Message.of(one ? "it belongs " : "they belong ").add(home(misplaced)));
    misplaced
        .others()
        .forEach(other -> finding.related(Related.at(other.key().span(), "belongs there too")));
    finding.atKey(entry);
  }

  private static Message home(KeyIssue.Misplaced misplaced) {
    if (misplaced.belongs().isRoot()) {
      return Message.of("at the top level; remove the indent");
    }
    String help = "move it there";
    if (misplaced.lost()) {
      help = "write that key above them";
    } else if (misplaced.isTooDeep()) {
      help = "indent less";
    } else if (misplaced.belongs().startsWith(misplaced.site().path())) {
      help = "indent under that key";
    }
    return Message.of("in ").key(misplaced.belongs().toString()).text("; " + help);
  }

  private static void unknown(RuleContext context, KeyIssue.Site site, List<String> known) {
    Entry entry = site.entry();
    if (!(entry.key() instanceof ScalarNode)) {
      context
          .finding(SharedRules.WRONG_TYPE, "a key must be a string, is " + entry.key().describe())
          .atKey(entry);
      return;
    }
    Message message = Message.of("unknown key ").key(entry.name());
    context
        .finding(
            SharedRules.UNKNOWN_KEY,
            site.path().isRoot() ? message : message.text(" in ").key(site.path().toString()))
        .help(Words.known("known", entry.name(), known))
        .atKey(entry);
  }

  /** The keys of a place, without those of old; of a connection those of its store's type. */
  private static List<String> known(RuleContext context, KeyIssue.Site site) {
    return context.schemaAt(site.path()).orElse(site.schema()).properties().entrySet().stream()
        .filter(property -> property.getValue().deprecationMessage().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
