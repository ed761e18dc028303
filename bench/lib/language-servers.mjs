// The language servers: all kinds of work with both, in rounds, and the rows of the table that come of it.

import { Manifests } from "./manifests.mjs";
import { progress } from "./progress.mjs";
import { percentile } from "./statistics.mjs";
import { ours, theirs } from "./servers.mjs";
import * as work from "./work.mjs";

const PERCENTILES = [
  ["p50", 0.5],
  ["p99", 0.99],
];

/** Beside whom ours is measured. */
const PEER = "yaml-language-server";

const percentiles = (rounds, share) => rounds.map((times) => percentile(times, share));
const minus = (numbers, less) => numbers.map((number) => number - less);

/** Rows, and what must be known to read them. */
export async function languageServers(programs, { rounds, starts, edits, passes, sweeps }) {
  // The library drops a promise when a server is gone, of which the client tells.
  process.on("unhandledRejection", (error) => {
    if (error?.code !== "EPIPE") {
      throw error;
    }
  });
  const manifests = new Manifests(programs.path());
  try {
    const pair = [ours(process.env.WML_LINT_SERVER ?? `'${programs.server}'`), theirs(programs.path())];
    const measurement = new Measurement(pair, manifests, rounds, { starts, edits, passes, sweeps });
    await measurement.run();
    const { rows, notes, version } = measurement;
    const versions = `Servers: wml-language-server ${version}, yaml-language-server ${pair[1].version}.`;
    return { rows, notes: [...notes, versions] };
  } finally {
    manifests.remove();
  }
}

/** All rounds; within each the two servers take turns, and the one that begins changes. */
class Measurement {
  #pair;
  #manifests;
  #rounds;
  #size;

  /** The rows of the table. */
  rows = [];

  /** What must be known to read them. */
  notes = [];

  /** The version of our server, as it says itself. */
  version;

  /**
   * Measures nothing yet.
   *
   * @param pair our server, and the other
   * @param size how much is done in a round
   */
  constructor(pair, manifests, rounds, size) {
    this.#pair = pair;
    this.#manifests = manifests;
    this.#rounds = rounds;
    this.#size = size;
  }

  async run() {
    await this.#starts();
    progress("warming up");
    const clients = [];
    for (const server of this.#pair) {
      clients.push(await work.warm(server, this.#manifests, this.#size));
    }
    await this.#editsPushed(clients);
    await this.#editsPulled();
    await this.#completions(clients, "completion", false);
    await this.#completions(clients, "completion right after a typed letter", true);
    for (const client of clients) {
      await client.stop();
    }
    await this.#memory();
  }

  #add(work, unit, ours, theirs, reach) {
    this.rows.push({ work, unit, ours, ...(theirs ? { peer: PEER, theirs } : {}), reach });
  }

  /** Does something with each server in each round: an array of results for each of the two. */
  async #alternately(what, rounds, task) {
    const results = this.#pair.map(() => []);
    for (let round = 0; round < rounds; round++) {
      progress(`${what}, round ${round + 1} of ${rounds}`);
      for (const turn of round % 2 === 0 ? [0, 1] : [1, 0]) {
        results[turn].push(await task(turn));
      }
    }
    return results;
  }

  async #starts() {
    const rounds = this.#rounds * this.#size.starts;
    const [our, their] = await this.#alternately("spawn to first diagnostics", rounds, (turn) =>
      work.firstDiagnostics(this.#pair[turn], this.#manifests),
    );
    const times = (results) => results.map(({ milliseconds }) => milliseconds);
    this.version = our[0].version;
    this.#add("spawn → first diagnostics", "ms", times(our), times(their), { ratio: 0.7 });
    this.notes.push(
      `First diagnostics: ${our[0].diagnostics.length} findings of ours,` +
        ` ${their[0].diagnostics.length} of the other.`,
    );
  }

  async #editsPushed(clients) {
    const [our, their] = await this.#alternately("edit to diagnostics", this.#rounds, (turn) =>
      work.editsPushed(clients[turn], this.#manifests, this.#size),
    );
    const [ourPause, theirPause] = this.#pair.map(({ debounce }) => debounce);
    for (const [name, share] of PERCENTILES) {
      const ours = percentiles(our, share);
      const theirs = percentiles(their, share);
      this.#add(`edit → diagnostics, ${name}`, "ms", ours, theirs, { atMost: ourPause + 5 });
      this.#add(
        `the same without the debounce (${ourPause} and ${theirPause} ms), ${name}`,
        "ms",
        minus(ours, ourPause),
        minus(theirs, theirPause),
        { atMost: 5 },
      );
    }
  }

  /** Ours alone: the other server cannot be asked. */
  async #editsPulled() {
    const client = await work.warm(this.#pair[0], this.#manifests, { ...this.#size, pull: true });
    const rounds = [];
    for (let round = 0; round < this.#rounds; round++) {
      progress(`edit to diagnostics asked for, round ${round + 1} of ${this.#rounds}`);
      rounds.push(await work.editsPulled(client, this.#manifests, this.#size));
    }
    await client.stop();
    for (const [name, share] of PERCENTILES) {
      const what = `edit → diagnostics asked for, ${name}`;
      this.#add(what, "ms", percentiles(rounds, share), undefined, { atMost: 5 });
    }
  }

  async #completions(clients, what, afterLetter) {
    const ask = (turn) =>
      work.completions(clients[turn], this.#manifests, { ...this.#size, afterLetter });
    await this.#alternately(`${what}, to get warm`, 1, ask);
    const [our, their] = await this.#alternately(what, this.#rounds, ask);
    const times = (results) => results.map((result) => result.times);
    for (const [name, share] of PERCENTILES) {
      this.#add(
        `${what}, ${name}`,
        "ms",
        percentiles(times(our), share),
        percentiles(times(their), share),
        { atMost: name === "p50" ? 1.5 : 5 },
      );
    }
    this.notes.push(
      `${what[0].toUpperCase()}${what.slice(1)}: of ${our[0].places} places ours proposed` +
        ` something at ${our[0].answered} (${our[0].proposals} proposals in all),` +
        ` the other at ${their[0].answered} (${their[0].proposals}).`,
    );
  }

  async #memory() {
    const edits = this.#size.sweeps;
    const [our, their] = await this.#alternately("memory", this.#rounds, (turn) =>
      work.memory(this.#pair[turn], this.#manifests, { edits }),
    );
    const count = (edits * work.OPEN_MANIFESTS).toLocaleString("en");
    const what = `resident memory after ${count} edits of ${work.OPEN_MANIFESTS} open manifests`;
    this.#add(what, "MB", our, their, { ratio: 1.0 });
  }
}
