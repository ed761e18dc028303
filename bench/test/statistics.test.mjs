import assert from "node:assert/strict";
import { test } from "node:test";
import { median, percentile, summary } from "../lib/statistics.mjs";
import { markdown, row } from "../lib/table.mjs";

const HUNDRED = Array.from({ length: 100 }, (_, i) => 100 - i);

test("a percentile is one of the numbers, by nearest rank", () => {
  assert.equal(percentile(HUNDRED, 0.5), 50);
  assert.equal(percentile(HUNDRED, 0.99), 99);
  assert.equal(percentile(HUNDRED, 1), 100);
  assert.equal(percentile([7], 0.99), 7);
  assert.throws(() => percentile([], 0.5), RangeError);
});

test("the median of an even count lies between the two in the middle", () => {
  assert.equal(median([10, 1, 3]), 3);
  assert.equal(median([10, 1, 3, 5]), 4);
  assert.deepEqual(summary([3, 1, 2]), { median: 2, least: 1, most: 3 });
});

test("the table divides medians, and leaves out what the other cannot do", () => {
  const rows = [
    row("start", "ms", [200, 100, 300], [400, 400, 400], "ratio ≤ 0.7"),
    row("asked", "ms", [1.234], [], ""),
    row("memory", "MB", [70_400_000], [100_000_000], ""),
  ];
  assert.equal(
    markdown(rows, ["ours", "other"]),
    [
      "| work | ours | other | ratio | to reach |",
      "| --- | ---: | ---: | ---: | --- |",
      "| start | 200 ms (100–300) | 400 ms (400–400) | 0.50 | ratio ≤ 0.7 |",
      "| asked | 1.23 ms | – | – |  |",
      "| memory | 70 MB | 100 MB | 0.70 |  |",
    ].join("\n"),
  );
});
