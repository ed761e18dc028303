// What is measured. Each function does one round of one kind of work with one server.

import { Client } from "./client.mjs";

/** How many manifests are open in the measurement of memory, and how often each is edited. */
export const OPEN_MANIFESTS = 20;
const EDITS_OF_EACH = 50;

/** A pause between letters, in which a server does nothing, and its processor something else. */
const TYPING_PAUSE_MS = 50;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** From the start of the process to the first diagnostics that know the schema, in milliseconds. */
export async function firstDiagnostics(server, manifests) {
  const uri = manifests.file("job.yaml");
  const client = new Client(server);
  await client.start(manifests.uri);
  const wrong = manifests.isAbout(manifests.wrong.split("\n")[manifests.line]);
  const published = client.published(uri, wrong);
  client.open(uri, manifests.wrong);
  const { at, diagnostics } = await published;
  await client.stop();
  return { milliseconds: at - client.spawnedAt, version: client.version, diagnostics };
}

/** Opens manifests and waits for the diagnostics of each. */
async function openAll(client, manifests, count) {
  const wrong = manifests.isAbout(manifests.wrong.split("\n")[manifests.line]);
  const uris = Array.from({ length: count }, (_, i) => manifests.file(`job-${i}.yaml`));
  const published = uris.map((uri) => client.published(uri, wrong));
  uris.forEach((uri) => client.open(uri, manifests.wrong));
  await Promise.all(published);
  return uris;
}

/** Edits each of the manifests, and waits for the diagnostics of all. */
async function editAll(client, manifests, uris, step) {
  await Promise.all(
    uris.map((uri) => client.published(uri, manifests.typeOneLetter(client, uri, step))),
  );
}

/** The resident memory after many edits of many manifests, each edit checked, in bytes. */
export async function memory(server, manifests, { edits = EDITS_OF_EACH } = {}) {
  const client = new Client(server);
  await client.start(manifests.uri);
  const uris = await openAll(client, manifests, OPEN_MANIFESTS);
  for (let step = 0; step < edits; step++) {
    await editAll(client, manifests, uris, step);
  }
  const bytes = client.residentBytes();
  await client.stop();
  return bytes;
}

/** A server that has worked for a while: as an editor has it, but for the first minute of a day. */
export async function warm(server, manifests, { pull = false, sweeps = EDITS_OF_EACH } = {}) {
  const client = new Client(server);
  await client.start(manifests.uri, { pull });
  if (pull) {
    const uri = manifests.file("warm.yaml");
    client.open(uri, manifests.wrong);
    for (let i = 0; i < sweeps * OPEN_MANIFESTS; i++) {
      manifests.typeOneLetter(client, uri, i);
      await client.pull(uri);
    }
    client.close(uri);
  } else {
    const uris = await openAll(client, manifests, OPEN_MANIFESTS);
    for (let step = 0; step < sweeps; step++) {
      await editAll(client, manifests, uris, step);
    }
    uris.forEach((uri) => client.close(uri));
  }
  return client;
}

/** From a typed letter to the diagnostics of the text with it, one by one, in milliseconds. */
export async function editsPushed(client, manifests, { edits }) {
  const uri = manifests.file("edited.yaml");
  client.open(uri, manifests.wrong);
  const times = [];
  for (let step = 0; step < edits; step++) {
    const before = performance.now();
    const { at } = await client.published(uri, manifests.typeOneLetter(client, uri, step));
    times.push(at - before);
  }
  client.close(uri);
  return times;
}

/** The same with a server that is asked: no waiting for the typist's pause, which the editor does. */
export async function editsPulled(client, manifests, { edits }) {
  const uri = manifests.file("edited.yaml");
  client.open(uri, manifests.wrong);
  const times = [];
  for (let step = 0; step < edits; step++) {
    const before = performance.now();
    const isExpected = manifests.typeOneLetter(client, uri, step);
    const items = await client.pull(uri);
    times.push(performance.now() - before);
    if (!isExpected(items)) {
      throw new Error(`asked for diagnostics, and got others: ${JSON.stringify(items)}`);
    }
    await wait(TYPING_PAUSE_MS);
  }
  client.close(uri);
  return times;
}

/**
 * Completion at many places, in milliseconds each.
 *
 * @param afterLetter whether a letter is typed right before: the server has to read the text again,
 *     as it must while somebody types
 * @returns the times, and at how many places the server had something to propose
 */
export async function completions(client, manifests, { passes, afterLetter }) {
  const uri = manifests.file("completed.yaml");
  client.open(uri, manifests.right);
  await wait(500); // until its diagnostics are out of the way
  const times = [];
  let answered = 0;
  let proposals = 0;
  const positions = manifests.positions();
  for (let pass = 0; pass < passes; pass++) {
    for (const position of positions) {
      let place = position;
      if (afterLetter) {
        client.edit(uri, position.line, position.character, position.character, "a");
        place = { line: position.line, character: position.character + 1 };
      }
      const before = performance.now();
      const answer = await client.complete(uri, place);
      times.push(performance.now() - before);
      const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
      answered += items.length > 0 ? 1 : 0;
      proposals += items.length;
      if (afterLetter) {
        client.edit(uri, position.line, position.character, place.character, "");
      }
    }
  }
  client.close(uri);
  if (proposals === 0) {
    throw new Error("a server proposed nothing anywhere: that is no completion to measure");
  }
  return {
    times,
    places: positions.length,
    answered: Math.round(answered / passes),
    proposals: Math.round(proposals / passes),
  };
}
