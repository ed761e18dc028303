// What the numbers depend on beside the programs.

import { cpus, loadavg, totalmem } from "node:os";

/**
 * One line, without the machine's name.
 *
 * @param load of the machine before the measurement, as the mean number of busy programs
 */
export function machine(load) {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return (
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0].model.trim()}),` +
    ` ${gibibytes} GiB, ${process.platform}, Node ${process.versions.node};` +
    ` load ${load.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after.`
  );
}
