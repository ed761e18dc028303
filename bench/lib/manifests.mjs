// The documents that both servers get, and what is done to them.

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The word that people get wrong, and its mistake in `job.yaml`. */
const WRONG_VERSION = "1.2-py9";
const RIGHT_VERSION = "1.2-py3";

/** The workspace: a folder with manifests and the model definition that they name. */
export class Manifests {
  #folder;

  constructor(root) {
    this.wrong = readFileSync(join(root, "bench/job.yaml"), "utf8");
    this.right = this.wrong.replace(WRONG_VERSION, RIGHT_VERSION);
    this.line = this.wrong.split("\n").findIndex((line) => line.endsWith(WRONG_VERSION));
    this.column = this.wrong.split("\n")[this.line].indexOf(WRONG_VERSION);
    this.#folder = mkdtempSync(join(tmpdir(), "wml-lint-bench-"));
    copyFileSync(join(root, "examples/mnist/tf-model.zip"), join(this.#folder, "tf-model.zip"));
    this.uri = pathToFileURL(this.#folder).href;
  }

  /** A manifest that is also on disk, where a server may look for it. */
  file(name) {
    const path = join(this.#folder, name);
    writeFileSync(path, this.wrong);
    return pathToFileURL(path).href;
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Whether diagnostics say that the wrong version, as it stands in this line now, is wrong. */
  isAbout(line) {
    return (diagnostics) =>
      diagnostics.some(
        ({ range }) =>
          range.start.line === this.line &&
          range.start.character === this.column &&
          range.end.character === line.length,
      );
  }

  /**
   * Types or deletes one letter at the end of the wrong version. It stays wrong, and each time it
   * ends in another column: so what is said about it tells which text it is about.
   *
   * @param step counts up from 0
   */
  typeOneLetter(client, uri, step) {
    const end = client.line(uri, this.line).length;
    if (step % 8 < 4) {
      client.edit(uri, this.line, end, end, "9");
    } else {
      client.edit(uri, this.line, end - 1, end, "");
    }
    return this.isAbout(client.line(uri, this.line));
  }

  /**
   * Where people ask for completion: in each line at the first letter, behind two letters of the
   * key, at the value, within it, and at the end.
   */
  positions() {
    return this.right.split("\n").flatMap((text, line) => {
      const start = text.length - text.replace(/^[- ]+/, "").length;
      const colon = text.search(/: |:$/);
      const value = colon < 0 ? start : Math.min(colon + 2, text.length);
      const columns = [start, start + 2, value, value + 2, text.length];
      const inside = columns.filter((column) => column <= text.length);
      return [...new Set(inside)].map((character) => ({ line, character }));
    });
  }
}
