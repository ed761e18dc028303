import assert from "node:assert/strict";
import { test } from "node:test";
import { median, percentile, summary } from "../lib/statistics.mjs";

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
