package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.NotebookDocumentService;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the native program must know of the server beforehand: the classes that LSP4J and Gson look
 * into by reflection. {@code mvn -Pregenerate} writes the file, after an upgrade of LSP4J.
 */
class ReachabilityMetadataTest {
  private static final Path FILE =
      Path.of(
          "src/main/resources/META-INF/native-image/dev.wmllint/wml-language-server",
          "reachability-metadata.json");

  /** LSP4J asks these for their methods, and calls them. */
  private static final List<Class<?>> SERVICES =
      List.of(
          ManifestLanguageServer.class,
          TextDocumentRequests.class,
          WorkspaceRequests.class,
          LanguageServer.class,
          TextDocumentService.class,
          WorkspaceService.class,
          NotebookDocumentService.class,
          LanguageClient.class);

  @Tag("golden")
  @Test
  void theFileNamesAllThatIsReflected() throws IOException {
    String expected = metadata();
    if (Boolean.getBoolean("wmllint.rewrite")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, expected);
    }
    assertEquals(expected, Files.readString(FILE));
  }

  /** One type on a line. */
  private static String metadata() {
    List<JsonObject> types = new ArrayList<>(List.of(proxy()));
    SERVICES.forEach(service -> types.add(service(service)));
    ReflectedTypes.ofProtocol().forEach(type -> types.add(message(type)));
    return types.stream()
        .map(JsonObject::toString)
        .collect(Collectors.joining(",\n", "{\"reflection\":[\n", "\n]}\n"));
  }

  /** The client, as the server sees it. */
  private static JsonObject proxy() {
    JsonArray interfaces = new JsonArray();
    interfaces.add(LanguageClient.class.getName());
    interfaces.add(Endpoint.class.getName());
    JsonObject type = new JsonObject();
    type.add("proxy", interfaces);
    JsonObject entry = new JsonObject();
    entry.add("type", type);
    return entry;
  }

  private static JsonObject service(Class<?> type) {
    JsonObject entry = entry(type);
    entry.addProperty("allDeclaredMethods", true);
    return entry;
  }

  private static JsonObject message(Class<?> type) {
    JsonObject entry = entry(type);
    if (type.getDeclaredFields().length > 0) {
      entry.addProperty("allDeclaredFields", true);
    }
    boolean created =
        !Modifier.isAbstract(type.getModifiers())
            && Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    if (created) {
      JsonObject constructor = new JsonObject();
      constructor.addProperty("name", "<init>");
      constructor.add("parameterTypes", new JsonArray());
      JsonArray methods = new JsonArray();
      methods.add(constructor);
      entry.add("methods", methods);
    }
    return entry;
  }

  private static JsonObject entry(Class<?> type) {
    JsonObject entry = new JsonObject();
    entry.addProperty("type", type.getName());
    return entry;
  }
}
