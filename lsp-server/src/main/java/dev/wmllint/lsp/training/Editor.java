package dev.wmllint.lsp.training;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;

/** As much of an editor as it takes to talk to the server: framing, and waiting for answers. */
final class Editor {
  private static final String LENGTH = "Content-Length: ";

  /** A server over two streams; returns when it has ended. */
  interface Server {
    int serve(InputStream in, OutputStream out);
  }

  private final OutputStream toServer;
  private final InputStream fromServer;
  private final Thread thread;
  private int lastId;

  Editor(Server server) throws IOException {
    PipedOutputStream requests = new PipedOutputStream();
    PipedInputStream answers = new PipedInputStream(1 << 16);
    InputStream in = new PipedInputStream(requests, 1 << 16);
    OutputStream out = new PipedOutputStream(answers);
    toServer = requests;
    fromServer = new BufferedInputStream(answers);
    thread = new Thread(() -> server.serve(in, out), "server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns when the answer is there. */
  void request(String method, String parameters) throws IOException {
    int id = ++lastId;
    send("\"id\":%d,\"method\":\"%s\",\"params\":%s".formatted(id, method, parameters));
    String expected = "\"id\":" + id + ",";
    String message;
    do {
      message = read();
    } while (!message.contains(expected) || message.contains("\"method\":"));
    if (message.contains("\"error\":")) {
      throw new IOException(method + " was answered by " + message);
    }
  }

  void notify(String method, String parameters) throws IOException {
    send("\"method\":\"%s\",\"params\":%s".formatted(method, parameters));
  }

  /** Returns when the server has sent that notification. */
  void await(String method) throws IOException {
    String expected = "\"method\":\"" + method + "\"";
    while (!read().contains(expected)) {
      // others may come before it
    }
  }

  /** Text as a JSON string, quotes included; it has line ends, and no other control character. */
  static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }

  private void send(String members) throws IOException {
    byte[] body = ("{\"jsonrpc\":\"2.0\"," + members + "}").getBytes(StandardCharsets.UTF_8);
    toServer.write((LENGTH + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    toServer.write(body);
    toServer.flush();
  }

  private String read() throws IOException {
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()));
      }
    }
    return new String(fromServer.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = fromServer.read(); c != '\n'; c = fromServer.read()) {
      if (c < 0) {
        throw new IOException("the server has ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Says goodbye, and returns when the server has ended. */
  void leave() throws IOException, InterruptedException {
    request("shutdown", "null");
    notify("exit", "null");
    thread.join();
  }
}
