package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes on, the answer to {@code shutdown} comes, and it is the last word. */
class ShutdownTest {
  @TempDir private Path folder;
  private final TestClient client = new TestClient();

  private void start() {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(Capabilities.rich());
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "it")));
    client.initialize(params);
  }

  private CompletableFuture<Object> command(String name, Object... arguments) {
    return client
        .server()
        .getWorkspaceService()
        .executeCommand(new ExecuteCommandParams(name, List.of(arguments)));
  }

  @Test
  void anOpenPromptDoesNotHoldItUp() {
    Manifests.zip(folder.resolve("model.zip"), "train.py");
    String uri = folder.resolve("job.yaml").toUri().toString();
    start();
    client.open(uri, Manifests.RIGHT);
    client.hear(PublishDiagnosticsParams.class);
    CompletableFuture<MessageActionItem> prompt = new CompletableFuture<>();
    client.choose(prompt);
    CompletableFuture<Object> chosen = command("wml.chooseModel", uri);
    client.hear(ShowMessageRequestParams.class);
    TestClient.await(client.server().shutdown());
    assertEquals(
        ResponseErrorCode.RequestCancelled.getValue(),
        assertThrows(ResponseErrorException.class, () -> TestClient.await(chosen))
            .getResponseError()
            .getCode());
    prompt.complete(new MessageActionItem("model.zip"));
    client.assertSilent();
    client.server().exit();
    assertEquals(0, TestClient.await(client.exitCode()));
  }

  /** At any time, which is another one in each repetition. */
  @RepeatedTest(10)
  void itsAnswerIsTheLastWord(RepetitionInfo repetition) throws Exception {
    write(30);
    start();
    List<CompletableFuture<?>> asked = new ArrayList<>();
    asked.add(command("wml.lintWorkspace"));
    for (int i = 0; i < 20; i++) {
      String uri = "file:///nowhere/job" + i + ".yaml";
      client.open(uri, Manifests.RIGHT);
      HoverParams params = new HoverParams(new TextDocumentIdentifier(uri), new Position(7, 15));
      asked.add(client.server().getTextDocumentService().hover(params));
    }
    asked.add(command("wml.lintWorkspace"));
    Random random = new Random(repetition.getCurrentRepetition());
    TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
    AtomicReference<List<Object>> saidBefore = new AtomicReference<>();
    AtomicBoolean allAnswered = new AtomicBoolean();
    client.atShutdown(
        () -> {
          saidBefore.set(client.unheard());
          allAnswered.set(asked.stream().allMatch(CompletableFuture::isDone));
        });
    TestClient.await(client.server().shutdown());
    assertTrue(allAnswered.get());
    client.server().exit();
    assertEquals(0, TestClient.await(client.exitCode()));
    assertEquals(saidBefore.get(), client.unheard());
  }

  private void write(int manifests) throws IOException {
    for (int i = 0; i < manifests; i++) {
      Files.writeString(folder.resolve("job" + i + ".yaml"), Manifests.RIGHT);
    }
  }
}
