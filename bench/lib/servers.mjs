// The servers: how each is started, and what its settings are.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How long a server waits behind the last letter before it looks at the text, by its sources. */
const OUR_DEBOUNCE_MS = 150; // DiagnosticsPublisher.DEBOUNCE_MILLIS
const THEIR_DEBOUNCE_MS = 200; // validationDelayMs in yamlSettings.js

/**
 * Ours.
 *
 * @param name how a row calls it
 * @param command a line for the shell
 */
export function ours(name, command) {
  return {
    name,
    command: ["sh", "-c", `exec ${command}`],
    debounce: OUR_DEBOUNCE_MS,
  };
}

/** yaml-language-server with our schema for all manifests, and without the catalogue of the net. */
export function theirs(root) {
  const package_ = join(root, "bench/node_modules/yaml-language-server");
  const schema = pathToFileURL(join(root, "schema/training-manifest.schema.json")).href;
  return {
    name: "yaml-language-server",
    version: JSON.parse(readFileSync(join(package_, "package.json"), "utf8")).version,
    command: [process.execPath, join(package_, "bin/yaml-language-server"), "--stdio"],
    settings: {
      yaml: {
        schemas: { [schema]: "*.yaml" },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
      },
    },
    debounce: THEIR_DEBOUNCE_MS,
  };
}
