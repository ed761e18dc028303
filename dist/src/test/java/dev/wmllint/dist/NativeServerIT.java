package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The native language server answers what the one in a JVM answers, to every request of the
 * protocol: LSP4J and Gson find by reflection what they read and write, and must find it in both.
 */
class NativeServerIT {
  private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

  /** Methods, and what they want beside the document and a position in it. */
  private static final List<String> REQUESTS =
      List.of(
          "textDocument/diagnostic {}",
          "textDocument/completion {}",
          "textDocument/hover {}",
          "textDocument/definition {}",
          "textDocument/documentSymbol {}",
          "textDocument/foldingRange {}",
          "textDocument/documentLink {}",
          "textDocument/codeLens {}",
          "textDocument/selectionRange {'positions':[{'line':3,'character':5}]}",
          "textDocument/inlayHint {'range':RANGE}",
          "textDocument/codeAction {'range':RANGE,'context':{'diagnostics':[]}}",
          "textDocument/codeAction {'range':RANGE,'context':{'diagnostics':[],"
              + "'only':['source.fixAll']}}");

  /** What an editor may send to a server that has not said that it can. */
  private static final List<String> OTHERS =
      List.of(
          "textDocument/rename {'newName':'x'}",
          "textDocument/references {'context':{'includeDeclaration':true}}",
          "textDocument/formatting {'options':{'tabSize':2,'insertSpaces':true}}",
          "textDocument/semanticTokens/full {}",
          "textDocument/signatureHelp {}",
          "textDocument/documentColor {}",
          "textDocument/prepareCallHierarchy {}",
          "workspace/symbol {'query':'x'}",
          "workspace/executeCommand {'command':'wml.lintWorkspace','arguments':[]}",
          "workspace/executeCommand {'command':'none'}",
          "workspace/textDocumentContent {'uri':'wml-lint:/rules/shared-bucket.md'}",
          "completionItem/resolve {'label':'x'}",
          "no/such/request {}");

  private static Path nativeProgram;
  private static Path jvmProgram;

  @TempDir private Path folder;

  @BeforeAll
  static void find() throws IOException {
    nativeProgram = Packages.nativeProgram();
    assumeTrue(Files.exists(nativeProgram), "no native program was built");
    jvmProgram = Packages.jvmProgram();
  }

  @Test
  @Timeout(300)
  void answersTheSame() throws Exception {
    List<String> expected = session(jvmProgram);
    List<String> answered = session(nativeProgram);
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), answered.get(i));
    }
    assertEquals(expected.size(), answered.size());
    for (String word : List.of("full", "newText", "items", "contents", "title", "range")) {
      assertTrue(
          expected.stream().anyMatch(answer -> answer.contains('"' + word + '"')),
          "no answer has " + word);
    }
  }

  private List<String> session(Path program) throws IOException {
    List<String> command = List.of(program.toString(), "lsp");
    List<String> answers = new ArrayList<>();
    try (Server server =
        Server.start(command, Packages.PROJECT, ENVIRONMENT, folder.resolve("err"))) {
      answers.add(server.ask("initialize", json(initialization())).toString());
      server.notify("initialized", json("{}"));
      for (Path file : documents()) {
        String uri = file.toUri().toString();
        server.open(uri, Files.readString(file));
        for (String request : REQUESTS) {
          answers.add(uri + " " + request + " " + answer(server, uri, request));
        }
        edit(server, uri);
        answers.add(uri + " edited " + answer(server, uri, "textDocument/diagnostic {}"));
        answers.add(uri + " edited " + answer(server, uri, "textDocument/completion {}"));
        server.notify("textDocument/didClose", params(uri, "{}"));
      }
      String some = documents().get(0).toUri().toString();
      for (String request : OTHERS) {
        answers.add(request + " " + answer(server, some, request));
      }
    }
    return answers;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> examples = Files.walk(Packages.PROJECT.resolve("examples"));
        Stream<Path> fixtures =
            Files.walk(Packages.PROJECT.resolve("linter/src/test/resources/testdata/err"))) {
      return Stream.concat(examples, fixtures)
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.toString().contains("encoding")) // an editor sends text
          .sorted()
          .toList();
    }
  }

  private static String initialization() {
    return """
        {'processId':null,'rootUri':null,'capabilities':{'workspace':{'applyEdit':true,
          'configuration':true,'workspaceEdit':{'documentChanges':true}},
        'textDocument':{'diagnostic':{'relatedDocumentSupport':true},
          'completion':{'completionItem':{'snippetSupport':true,'labelDetailsSupport':true,
            'documentationFormat':['markdown'],'resolveSupport':{'properties':['documentation']}}},
          'hover':{'contentFormat':['markdown']},
          'documentSymbol':{'hierarchicalDocumentSymbolSupport':true},
          'definition':{'linkSupport':true},
          'codeAction':{'codeActionLiteralSupport':{'codeActionKind':{
            'valueSet':['quickfix','source.fixAll']}},'isPreferredSupport':true}}}}
        """;
  }

  private static void edit(Server server, String uri) throws IOException {
    JsonObject params =
        params(uri, "{'contentChanges':[{'range':RANGE,'text':'model_definition:\\n  na'}]}")
            .getAsJsonObject();
    params.getAsJsonObject("textDocument").addProperty("version", 2);
    server.notify("textDocument/didChange", params);
  }

  private static String answer(Server server, String uri, String request) throws IOException {
    String[] parts = request.split(" ", 2);
    JsonObject answer = server.ask(parts[0], params(uri, parts[1]));
    answer.remove("id");
    return answer.toString();
  }

  private static JsonElement params(String uri, String others) {
    JsonObject params = json(others).getAsJsonObject();
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    params.add("textDocument", document);
    if (!params.has("uri")) {
      params.add("position", json("{'line':4,'character':4}"));
    }
    return params;
  }

  private static JsonElement json(String text) {
    String range = "{'start':{'line':0,'character':0},'end':{'line':3,'character':0}}";
    return JsonParser.parseString(text.replace("RANGE", range).replace('\'', '"'));
  }
}
