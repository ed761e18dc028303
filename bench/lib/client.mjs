// One language server as a child process, and an editor that talks to it: real framing, incremental
// changes, and an answer to everything that a server may ask an editor for.

import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

// The package has no "exports" that an import could resolve.
const { StreamMessageReader, StreamMessageWriter, createMessageConnection } = createRequire(
  import.meta.url,
)("vscode-jsonrpc/node");

/** How long anything may take. Far beyond what is measured: it only ends a run that hangs. */
const PATIENCE_MS = 30_000;

/** Lines of a server's standard error that are shown when it fails. */
const LAST_WORDS = 20;

/** The protocol's code for "the answer would be out of date". */
const SERVER_CANCELLED = -32802;

/** The library's code for a message that could not be sent. */
const MESSAGE_WRITE_ERROR = -32099;

const running = new Set();

/** Ends all servers that are left, each with its whole process group. */
export function killAll() {
  for (const client of running) {
    client.kill();
  }
}

/** What an editor declares; the same to every server, but for how it gets its diagnostics. */
function capabilities(pull) {
  return {
    general: { positionEncodings: ["utf-16"] },
    textDocument: {
      synchronization: { didSave: true },
      publishDiagnostics: {
        relatedInformation: true,
        versionSupport: true,
        codeDescriptionSupport: true,
      },
      ...(pull ? { diagnostic: {} } : {}),
      completion: {
        contextSupport: true,
        completionItem: {
          snippetSupport: true,
          documentationFormat: ["markdown", "plaintext"],
          labelDetailsSupport: true,
          insertReplaceSupport: true,
          resolveSupport: { properties: ["documentation", "detail"] },
          insertTextModeSupport: { valueSet: [1, 2] },
        },
      },
      hover: { contentFormat: ["markdown", "plaintext"] },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } },
      },
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true },
      diagnostics: { refreshSupport: true },
    },
    window: { workDoneProgress: true },
  };
}

export class Client {
  #name;
  #child;
  #connection;
  #settings;
  #documents = new Map();
  #waiting = new Set();
  #stderr = [];
  #failed;
  #ended = false;
  #expectsEnd = false;

  /**
   * Starts a server.
   *
   * @param server its name, command (an array), environment and settings
   */
  constructor(server) {
    this.#name = server.name;
    this.#settings = server.settings ?? {};
    this.spawnedAt = performance.now();
    const [program, ...parameters] = server.command;
    this.#child = spawn(program, parameters, {
      stdio: "pipe",
      detached: true, // a process group of its own, so that what it starts ends with it
      env: { ...process.env, ...server.environment },
    });
    running.add(this);
    this.#failed = new Promise((_, reject) => {
      this.#child.on("error", (error) => reject(this.#failure(`does not start: ${error.message}`)));
      this.#child.on("exit", (code, signal) => {
        this.#ended = true;
        running.delete(this);
        if (!this.#expectsEnd) {
          reject(this.#failure(`has ended (${signal ?? `exit code ${code}`})`));
        }
      });
    });
    this.#failed.catch(() => {}); // heard by whoever waits at that moment
    this.#child.stdin.on("error", () => {}); // said by "exit"
    this.#child.stderr.setEncoding("utf8").on("data", (text) => {
      this.#stderr = [...this.#stderr, ...text.split("\n")].slice(-LAST_WORDS);
    });
    this.#connect();
  }

  #connect() {
    const { stdout, stdin } = this.#child;
    const connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    connection.onError(() => {});
    connection.onNotification("textDocument/publishDiagnostics", (published) => {
      for (const waiting of this.#waiting) {
        waiting(published);
      }
    });
    connection.onNotification(() => {}); // logs, messages, progress, telemetry
    connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section }) => section ? (this.#settings[section] ?? null) : this.#settings),
    );
    connection.onRequest("workspace/workspaceFolders", () => null);
    connection.onRequest("workspace/applyEdit", () => ({ applied: false }));
    // client/registerCapability, window/workDoneProgress/create, workspace/*/refresh, and the like
    connection.onRequest(() => null);
    connection.listen();
    this.#connection = connection;
  }

  #failure(words) {
    const said = this.#stderr.filter((line) => line.trim()).join("\n  ");
    return new Error(`${this.#name} ${words}${said ? `; its last words:\n  ${said}` : ""}`);
  }

  /** Waits, but not for a server that is gone or hangs. */
  async #patiently(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(this.#failure(`did not answer within ${PATIENCE_MS / 1000} s: ${what}`)),
        PATIENCE_MS,
      );
    });
    try {
      return await Promise.race([promise, this.#failed, late]);
    } catch (error) {
      // A write fails before the end of the process is heard of, which says more.
      if (error.code === MESSAGE_WRITE_ERROR) {
        return await Promise.race([this.#failed, late]);
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  request(method, params) {
    return this.#patiently(this.#connection.sendRequest(method, params), method);
  }

  notify(method, params) {
    void this.#connection.sendNotification(method, params).catch(() => {}); // said by "exit"
  }

  /** Says hello, and is told what the server can do. */
  async start(folder, { pull = false } = {}) {
    const answer = await this.request("initialize", {
      processId: process.pid,
      clientInfo: { name: "wml-lint-bench" },
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: "bench" }],
      capabilities: capabilities(pull),
      initializationOptions: {},
    });
    this.abilities = answer.capabilities;
    this.version = answer.serverInfo?.version;
    if (pull && !this.abilities.diagnosticProvider) {
      throw this.#failure("cannot be asked for diagnostics");
    }
    this.notify("initialized", {}); // both ask for their settings then
  }

  open(uri, text) {
    this.#documents.set(uri, { version: 1, lines: text.split("\n") });
    this.notify("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
  }

  close(uri) {
    this.#documents.delete(uri);
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Replaces part of one line by a text without line ends, as somebody who types does. */
  edit(uri, line, from, to, text) {
    const document = this.#documents.get(uri);
    const old = document.lines[line];
    document.lines[line] = old.slice(0, from) + text + old.slice(to);
    document.version++;
    const range = { start: { line, character: from }, end: { line, character: to } };
    const change =
      this.abilities.textDocumentSync?.change === 2 || this.abilities.textDocumentSync === 2
        ? { range, text }
        : { text: document.lines.join("\n") };
    this.notify("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: [change],
    });
  }

  line(uri, line) {
    return this.#documents.get(uri).lines[line];
  }

  complete(uri, position) {
    return this.request("textDocument/completion", {
      textDocument: { uri },
      position,
      context: { triggerKind: 1 },
    });
  }

  /** Asks for the diagnostics of a document, and again where the server says to. */
  async pull(uri) {
    for (;;) {
      try {
        const report = await this.request("textDocument/diagnostic", { textDocument: { uri } });
        return report.items;
      } catch (error) {
        if (error.code !== SERVER_CANCELLED || !error.data?.retriggerRequest) {
          throw error;
        }
      }
    }
  }

  /**
   * Waits until diagnostics are published that belong to the present version: by its number where
   * the server gives one, and in any case by what they say.
   */
  async published(uri, isExpected) {
    let last = "nothing was published";
    let listener;
    const found = new Promise((resolve) => {
      listener = ({ uri: about, version, diagnostics }) => {
        if (about !== uri) {
          return;
        }
        const current = version === undefined || version === this.#documents.get(uri).version;
        if (current && isExpected(diagnostics)) {
          resolve({ at: performance.now(), diagnostics, versioned: version !== undefined });
        } else {
          last = `the last one was version ${version}: ${JSON.stringify(diagnostics).slice(0, 500)}`;
        }
      };
      this.#waiting.add(listener);
    });
    try {
      return await this.#patiently(found, `the diagnostics of ${uri}`);
    } catch (error) {
      throw new Error(`${error.message}\n  ${last}`);
    } finally {
      this.#waiting.delete(listener);
    }
  }

  /** The resident memory of the server and of all it has started, in bytes. */
  residentBytes() {
    const group = this.#child.pid;
    let kilobytes = 0;
    for (const entry of readdirSync("/proc")) {
      if (/^\d+$/.test(entry)) {
        kilobytes += residentKilobytes(entry, group);
      }
    }
    return kilobytes * 1024;
  }

  /** Says goodbye, and makes sure that the server is gone. */
  async stop() {
    this.#expectsEnd = true;
    if (!this.#ended) {
      const gone = new Promise((resolve) => this.#child.once("exit", resolve));
      await this.request("shutdown").catch(() => {});
      this.notify("exit");
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    }
    this.kill();
    this.#connection.dispose();
  }

  /** Ends the server and all it has started, without a word. */
  kill() {
    this.#expectsEnd = true;
    running.delete(this);
    try {
      process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // it has ended, or never started
    }
  }
}

/** The resident memory of one process, if it belongs to the group. */
function residentKilobytes(pid, group) {
  try {
    // The command's name stands in parentheses and may hold blanks; the group is the third behind.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (Number(fields[2]) !== group) {
      return 0;
    }
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0; // it has ended meanwhile
  }
}
