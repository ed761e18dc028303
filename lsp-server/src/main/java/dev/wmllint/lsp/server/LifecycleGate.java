package dev.wmllint.lsp.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticServerCancellationData;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Sees the messages of both directions and keeps the protocol's life cycle: nothing before {@code
 * initialize}, nothing new after {@code shutdown}, whose answer is the last message but for
 * refusals. Messages go out under its lock, which is nothing to wait for: an {@link Outbox} takes
 * them.
 */
final class LifecycleGate {
  private enum Phase {
    NEW,
    RUNNING,
    SHUT
  }

  private volatile Phase phase = Phase.NEW;
  private MessageConsumer out = message -> {};

  // All below belong to the lock on this gate, under which messages go out.
  private final Map<String, RequestMessage> unanswered = new LinkedHashMap<>();
  private Optional<String> initializeId = Optional.empty();
  private Optional<String> shutdownId = Optional.empty();

  /** For {@code Launcher.Builder.wrapMessages}, which asks for the way out first. */
  MessageConsumer wrap(MessageConsumer consumer) {
    if (consumer instanceof RemoteEndpoint) {
      return message -> in(message, consumer);
    }
    out = consumer;
    return this::out;
  }

  private void in(Message message, MessageConsumer server) {
    if (message instanceof RequestMessage request) {
      Optional<ResponseError> refusal = refusal(request.getMethod());
      if (refusal.isPresent()) {
        refuse(request.getRawId(), refusal.get());
        return;
      }
      expectAnswer(request);
      server.consume(message);
    } else if (message instanceof NotificationMessage notification) {
      if (phase == Phase.RUNNING || notification.getMethod().equals("exit")) {
        server.consume(message);
      }
    } else {
      server.consume(message);
    }
  }

  private Optional<ResponseError> refusal(String method) {
    boolean initialize = method.equals("initialize");
    if (phase == Phase.NEW && !initialize) {
      return Optional.of(
          new ResponseError(
              ResponseErrorCode.ServerNotInitialized, "initialize comes first", null));
    }
    if (phase == Phase.SHUT || (phase == Phase.RUNNING && initialize)) {
      String why = initialize ? "initialize comes once" : "the server is shut down";
      return Optional.of(new ResponseError(ResponseErrorCode.InvalidRequest, why, null));
    }
    // The library answers them with null: what it does not know of them it takes for optional.
    return method.startsWith("$/")
        ? Optional.of(
            new ResponseError(ResponseErrorCode.MethodNotFound, "there is no such request", null))
        : Optional.empty();
  }

  /** Answers what is no message, and so has no id that is known (JSON-RPC 2.0, 5). */
  void refuse(ResponseErrorCode code, String why) {
    if (phase != Phase.SHUT) {
      refuse(null, new ResponseError(code, why, null));
    }
  }

  /** Answers a request with parameters of other types than its own. */
  void refuseParameters(RequestMessage request) {
    String why = "the parameters of the message are of a wrong type";
    refuse(
        request.getRawId(),
        refusal(request.getMethod())
            .orElse(new ResponseError(ResponseErrorCode.InvalidParams, why, null)));
  }

  private void refuse(Either<String, Number> id, ResponseError error) {
    ResponseMessage response = new ResponseMessage();
    response.setRawId(id);
    response.setJsonrpc("2.0");
    response.setError(error);
    synchronized (this) {
      out.consume(response);
    }
  }

  private void expectAnswer(RequestMessage request) {
    switch (request.getMethod()) {
      case "initialize" -> {
        phase = Phase.RUNNING;
        initializeId = Optional.of(request.getId());
      }
      case "shutdown" -> phase = Phase.SHUT;
      default -> {}
    }
    synchronized (this) {
      if (request.getMethod().equals("shutdown")) {
        shutdownId = Optional.of(request.getId());
      } else {
        unanswered.put(request.getId(), request);
      }
    }
  }

  private synchronized void out(Message message) {
    if (!(message instanceof ResponseMessage response)) {
      if (phase == Phase.RUNNING) {
        out.consume(message);
      }
      return;
    }
    ResponseError error = response.getError();
    if (error != null && !(error.getData() instanceof DiagnosticServerCancellationData)) {
      // The library adds exceptions, which are not for the client and do not fit into JSON.
      error.setData(null);
    }
    if (error != null && initializeId.filter(id -> id.equals(response.getId())).isPresent()) {
      // It may be tried once more.
      phase = Phase.NEW;
    }
    if (shutdownId.filter(id -> id.equals(response.getId())).isPresent()) {
      shutDown(response);
    } else if (unanswered.remove(response.getId()) != null || phase != Phase.SHUT) {
      // Without a request of that id, it is about a message that could not be read.
      out.consume(response);
    }
  }

  /** What is still open is refused, a question to the user included. */
  private void shutDown(ResponseMessage answer) {
    List<RequestMessage> open = List.copyOf(unanswered.values());
    unanswered.clear();
    for (RequestMessage request : open) {
      refuse(
          request.getRawId(),
          new ResponseError(ResponseErrorCode.RequestCancelled, "the server is shut down", null));
    }
    out.consume(answer);
  }
}
