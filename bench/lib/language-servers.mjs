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
    const given = process.env.WML_LINT_SERVER;
    const own = given
      ? [ours("WML_LINT_SERVER", given)]
      : programs.ours.map(({ name, server }) => ours(name, `'${server}'`));
    const peer = theirs(programs.path());
    const size = { starts, edits, passes, sweeps };
    const measurement = new Measurement([...own, peer], manifests, rounds, size);
    await measurement.run();
    const { rows, notes, version } = measurement;
    const versions = `Servers: wml-language-server ${version}, yaml-language-server ${peer.version}.`;
    return { rows, notes: [...notes, versions] };
  } finally {
    manifests.remove();
  }
}

/** What the design asks for, as ratios to the other server. */
const RATIOS = {
  start: { native: 0.25, "JVM image": 0.5 },
  memory: { native: 0.6, "JVM image": 1.0 },
  editP99: 0.3,
  completion: { p50: 0.9, p99: 0.4 },
  completionAfterLetter: { p50: 0.8 },
};

const MOST_EDIT_P99_MS = 2.5;

/** All rounds; within each the servers take turns, and the one that begins changes. */
class Measurement {
  #servers;
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
   * @param servers ours, and last the other
   * @param size how much is done in a round
   */
  constructor(servers, manifests, rounds, size) {
    this.#servers = servers;
    this.#manifests = manifests;
    this.#rounds = rounds;
    this.#size = size;
  }

  async run() {
    await this.#starts();
    progress("warming up");
    const clients = [];
    for (const server of this.#servers) {
      clients.push(await work.warm(server, this.#manifests, this.#size));
    }
    await this.#editsPushed(clients);
    await this.#editsPulled();
    await this.#completions(clients, "completion", RATIOS.completion, false);
    const typed = "completion right after a typed letter";
    await this.#completions(clients, typed, RATIOS.completionAfterLetter, true);
    for (const client of clients) {
      await client.stop();
    }
    await this.#memory();
  }

  /** A row for each of ours. */
  #add(work, unit, results, reachOf = () => undefined) {
    const theirs = results.at(-1);
    this.#own.forEach(({ name }, i) => {
      const reach = reachOf(name);
      this.rows.push({ work: `${work}, ${name}`, unit, ours: results[i], peer: PEER, theirs, reach });
    });
  }

  get #own() {
    return this.#servers.slice(0, -1);
  }

  /** Does something with each server in each round: an array of results for each of them. */
  async #alternately(what, rounds, task) {
    const results = this.#servers.map(() => []);
    for (let round = 0; round < rounds; round++) {
      progress(`${what}, round ${round + 1} of ${rounds}`);
      for (let i = 0; i < this.#servers.length; i++) {
        const turn = (round + i) % this.#servers.length;
        results[turn].push(await task(turn));
      }
    }
    return results;
  }

  async #starts() {
    const rounds = this.#rounds * this.#size.starts;
    const results = await this.#alternately("spawn to first diagnostics", rounds, (turn) =>
      work.firstDiagnostics(this.#servers[turn], this.#manifests),
    );
    const times = results.map((all) => all.map(({ milliseconds }) => milliseconds));
    this.version = results[0][0].version;
    this.#add("spawn → first diagnostics", "ms", times, (name) => ratio(RATIOS.start[name]));
    this.notes.push(
      `First diagnostics: ${results[0][0].diagnostics.length} findings of ours,` +
        ` ${results.at(-1)[0].diagnostics.length} of the other.`,
    );
  }

  async #editsPushed(clients) {
    const results = await this.#alternately("edit to diagnostics", this.#rounds, (turn) =>
      work.editsPushed(clients[turn], this.#manifests, this.#size),
    );
    const pauses = this.#servers.map(({ debounce }) => debounce);
    for (const [name, share] of PERCENTILES) {
      const times = results.map((all) => percentiles(all, share));
      const net = times.map((all, i) => minus(all, pauses[i]));
      const without = `the same without the debounce (${pauses[0]} and ${pauses.at(-1)} ms), ${name}`;
      this.#add(`edit → diagnostics, ${name}`, "ms", times);
      this.#add(without, "ms", net, () => ratio(name === "p99" ? RATIOS.editP99 : undefined));
    }
  }

  /** Ours alone: the other server cannot be asked. */
  async #editsPulled() {
    for (const server of this.#own) {
      const client = await work.warm(server, this.#manifests, { ...this.#size, pull: true });
      const rounds = [];
      for (let round = 0; round < this.#rounds; round++) {
        progress(`edit to diagnostics asked for, round ${round + 1} of ${this.#rounds}`);
        rounds.push(await work.editsPulled(client, this.#manifests, this.#size));
      }
      await client.stop();
      for (const [name, share] of PERCENTILES) {
        this.rows.push({
          work: `edit → diagnostics asked for, ${name}, ${server.name}`,
          unit: "ms",
          ours: percentiles(rounds, share),
          reach: name === "p99" ? { atMost: MOST_EDIT_P99_MS } : undefined,
        });
      }
    }
  }

  async #completions(clients, what, goals, afterLetter) {
    const ask = (turn) =>
      work.completions(clients[turn], this.#manifests, { ...this.#size, afterLetter });
    await this.#alternately(`${what}, to get warm`, 1, ask);
    const results = await this.#alternately(what, this.#rounds, ask);
    for (const [name, share] of PERCENTILES) {
      const times = results.map((all) =>
        percentiles(
          all.map((result) => result.times),
          share,
        ),
      );
      this.#add(`${what}, ${name}`, "ms", times, () => ratio(goals[name]));
    }
    const [our, their] = [results[0][0], results.at(-1)[0]];
    this.notes.push(
      `${what[0].toUpperCase()}${what.slice(1)}: of ${our.places} places ours proposed` +
        ` something at ${our.answered} (${our.proposals} proposals in all),` +
        ` the other at ${their.answered} (${their.proposals}).`,
    );
  }

  async #memory() {
    const edits = this.#size.sweeps;
    const results = await this.#alternately("memory", this.#rounds, (turn) =>
      work.memory(this.#servers[turn], this.#manifests, { edits }),
    );
    const count = (edits * work.OPEN_MANIFESTS).toLocaleString("en");
    const what = `resident memory after ${count} edits of ${work.OPEN_MANIFESTS} open manifests`;
    this.#add(what, "MB", results, (name) => ratio(RATIOS.memory[name]));
  }
}

/** A goal of a row; none where there is no number. */
function ratio(number) {
  return number === undefined ? undefined : { ratio: number };
}
