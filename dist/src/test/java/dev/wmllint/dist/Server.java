package dev.wmllint.dist;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A language server that runs, and a client that asks it one thing after the other. */
final class Server implements AutoCloseable {
  private final Process process;
  private final InputStream in;
  private int lastId;

  private Server(Process process) {
    this.process = process;
    this.in = new BufferedInputStream(process.getInputStream());
  }

  /**
   * Starts it.
   *
   * @param environment all of it
   * @param err the file that gets its standard error
   */
  static Server start(List<String> command, Path folder, Map<String, String> environment, Path err)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Server(builder.start());
  }

  /** Opens a document; the text need not be what the file has. */
  void open(String uri, String text) throws IOException {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    document.addProperty("languageId", "yaml");
    document.addProperty("version", 1);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    notify("textDocument/didOpen", params);
  }

  void notify(String method, JsonElement params) throws IOException {
    JsonObject message = message(method, params);
    send(message);
  }

  /**
   * The answer, its {@code result} or {@code error}; what the server asks meanwhile is answered.
   */
  JsonObject ask(String method, JsonElement params) throws IOException {
    JsonObject message = message(method, params);
    int id = ++lastId;
    message.addProperty("id", id);
    send(message);
    return next(read -> read.has("id") && read.get("id").getAsInt() == id);
  }

  /** The next notification of that method; what the server asks before it is answered. */
  JsonObject awaited(String method) throws IOException {
    return next(read -> read.has("method") && read.get("method").getAsString().equals(method));
  }

  private JsonObject next(Predicate<JsonObject> wanted) throws IOException {
    while (true) {
      JsonObject read = read();
      if (read.has("method") && read.has("id")) {
        answer(read);
      } else if (wanted.test(read)) {
        return read;
      }
    }
  }

  /** Nothing is set, and everything else is accepted. */
  private void answer(JsonObject request) throws IOException {
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", request.get("id"));
    JsonElement result = JsonNull.INSTANCE;
    if (request.get("method").getAsString().equals("workspace/configuration")) {
      JsonArray settings = new JsonArray();
      for (int i = 0; i < request.getAsJsonObject("params").getAsJsonArray("items").size(); i++) {
        settings.add(JsonNull.INSTANCE);
      }
      result = settings;
    }
    answer.add("result", result);
    send(answer);
  }

  private static JsonObject message(String method, JsonElement params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private void send(JsonObject message) throws IOException {
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    String head = "Content-Length: " + body.length + "\r\n\r\n";
    process.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().write(body);
    process.getOutputStream().flush();
  }

  private JsonObject read() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("the server has ended: " + head);
      }
      head.append((char) c);
    }
    String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
    byte[] body = in.readNBytes(Integer.parseInt(length));
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** Ends it as an editor does. */
  @Override
  public void close() throws IOException {
    ask("shutdown", JsonNull.INSTANCE);
    notify("exit", JsonNull.INSTANCE);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the server has ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
