package dev.wmllint.lsp.completion.propose;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.lsp.completion.scan.CursorSite;
import dev.wmllint.lsp.completion.scan.CursorToken;
import dev.wmllint.lsp.completion.scan.HalfTyped;
import dev.wmllint.lsp.completion.scan.SiteScanner;
import dev.wmllint.lsp.completion.template.CommandTemplates;
import dev.wmllint.lsp.completion.template.LikelyFrameworks;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import java.util.List;
import java.util.Optional;

/**
 * Completes manifests: what may be written at the cursor, in text as people have it on screen while
 * they type. All facts come from the schema. Immutable, and safe for use by several threads.
 */
public final class CompletionEngine {
  /**
   * The characters that ask for proposals by being typed, for the server's capabilities. Some occur
   * in prose too, where nothing is proposed, so that they ask in vain. None is a character that
   * Enter often follows, such as a colon, a dash, a comma or a bracket: what pops up there would
   * take the Enter for itself.
   */
  public static final List<String> TRIGGERS = List.of(" ", "\"", "'", "/", "$", "=");

  private final LintConfig config;

  /** Completes by the schema of a configuration, within its limits. */
  public CompletionEngine(LintConfig config) {
    this.config = config;
  }

  /**
   * What may be written at the cursor, the likeliest first; empty where nothing sensible can be
   * said. The caller sees to it that the text is a manifest, or empty. Never throws, in time linear
   * in the length of the text.
   */
  public List<Proposal> complete(CompletionRequest request) {
    SourceText source = request.source();
    if (source.text().length() > config.limits().maxTextLength()) {
      return List.of();
    }
    CursorSite site = SiteScanner.scan(source, request.offset());
    ProposalList list = new ProposalList();
    if (site.token() instanceof CursorToken.Comment comment) {
      new CommentProposals(request, list).propose(comment);
      return list.all();
    }
    if (site.token() instanceof CursorToken.None
        || site.open().size() > config.limits().maxDepth()) {
      return List.of();
    }
    SourceText quiet = HalfTyped.without(source, site, request.offset());
    ManifestDocument document = ManifestDocument.parse(quiet, config.limits());
    if (document.isRefused()) {
      return List.of();
    }
    ManifestView view = new ManifestView(document, config.schema());
    CommandTemplates commands = new CommandTemplates(view, request.files());
    LikelyFrameworks frameworks = new LikelyFrameworks(view);
    TemplateFactory templates =
        new TemplateFactory(view, frameworks, commands, request.client().snippets());
    CompletionEdits edits = new CompletionEdits(request, view.indentUnit());
    KeyProposals keys = new KeyProposals(view, templates, edits, list);
    for (CursorContext place : new CursorLocator(request, site, view).locate()) {
      if (place instanceof CursorContext.BlockKey key) {
        if (key.path().isRoot() && document.root().isEmpty() && !key.beforeColon()) {
          new ManifestProposals(view, frameworks, templates, edits, list).propose(key);
        }
        keys.propose(key);
      } else if (place instanceof CursorContext.FlowKey key) {
        keys.propose(key);
      } else if (place instanceof CursorContext.Value value) {
        new ValueProposals(request, view, frameworks, templates, edits, list).propose(value);
      } else if (place instanceof CursorContext.Command command) {
        new CommandProposals(request, view, commands, list).propose(command);
      }
    }
    return list.all();
  }

  /** The words on a proposal, as Markdown; empty where there are none. */
  public Optional<String> documentation(Topic topic) {
    return new Documentation(config.schema()).of(topic);
  }
}
