// Covering arrays of strength two: few rows in which every value of every factor meets every value of
// every other one. No chance is involved, so a failure comes back.

/** Rows of values, one value a factor, that cover all pairs of values of two factors. */
export function pairwise(factors) {
  const open = new Pairs(factors);
  const rows = [];
  while (open.size > 0) {
    const row = open.first();
    for (const factor of open.factorsByLength()) {
      if (row[factor] === undefined) row[factor] = open.best(factor, row);
    }
    open.cover(row);
    rows.push(row);
  }
  return rows.map((row) => row.map((value, factor) => factors[factor][value]));
}

/** The pairs that no row has yet; values are known by their place in the factor. */
class Pairs {
  constructor(factors) {
    this.lengths = factors.map(({ length }) => length);
    this.used = factors.map(({ length }) => new Array(length).fill(0));
    this.keys = new Set();
    for (const [f, g] of this.#factorPairs()) {
      for (let a = 0; a < this.lengths[f]; a += 1) {
        for (let b = 0; b < this.lengths[g]; b += 1) this.keys.add(key(f, a, g, b));
      }
    }
  }

  get size() {
    return this.keys.size;
  }

  /** The longest factors first: they decide how many rows there must be. */
  factorsByLength() {
    return this.lengths.map((_, at) => at).sort((f, g) => this.lengths[g] - this.lengths[f] || f - g);
  }

  /** A row with nothing but the first open pair in it. */
  first() {
    const [f, a, g, b] = this.keys.values().next().value.split(",").map(Number);
    const row = new Array(this.lengths.length).fill(undefined);
    row[f] = a;
    row[g] = b;
    return row;
  }

  /** The value that closes most open pairs; of several the one that was used least, then the first. */
  best(factor, row) {
    const scores = this.used[factor].map((used, value) => ({
      value,
      used,
      closed: row.filter((other, g) => other !== undefined && this.keys.has(key(factor, value, g, other)))
        .length,
    }));
    scores.sort((x, y) => y.closed - x.closed || x.used - y.used || x.value - y.value);
    return scores[0].value;
  }

  cover(row) {
    for (const [f, g] of this.#factorPairs()) this.keys.delete(key(f, row[f], g, row[g]));
    for (const [factor, value] of row.entries()) this.used[factor][value] += 1;
  }

  #factorPairs() {
    return this.lengths.flatMap((_, f) => this.lengths.slice(f + 1).map((_, at) => [f, f + 1 + at]));
  }
}

function key(f, a, g, b) {
  return f < g ? `${f},${a},${g},${b}` : `${g},${b},${f},${a}`;
}

/** Every combination of values. */
export function product(factors) {
  return factors.reduce(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}
