// How much a first visit loads, as it goes over the wire: headers and compressed bodies together.

/** Bytes of Brotli, headers included. */
export const BUDGETS = {
  /** The document alone: what fits into the first flight of a new connection. */
  html: 14_000,
  /** Everything that is shown before an island wakes up: HTML, style sheet, pictures. */
  withoutIslands: 60_000,
  /** The same with WebAssembly and JavaScript. */
  withIslands: 200_000,
};

/** The bytes of a first visit: `{ html, total }`. */
export async function weigh(browser, url, { javaScript }) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    locale: "zh-CN",
    viewport: { width: 360, height: 780 },
  });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    const kinds = new Map();
    const weight = { html: 0, total: 0 };
    protocol.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      weight.total += encodedDataLength;
      if (kinds.get(requestId) === "Document") weight.html += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    return weight;
  } finally {
    await context.close();
  }
}

/**
 * The budgets that a page does not keep, and lines about those that it does. Being read aloud is an island
 * that every page can have.
 */
export async function budgets(browser, url) {
  const without = await weigh(browser, url, { javaScript: false });
  const withAll = await weigh(browser, `${url}?mode=aloud`, { javaScript: true });
  if (withAll.total <= without.total) throw new Error("no island has woken up, so nothing was weighed");
  return judged([
    ["the document", without.html, BUDGETS.html],
    ["without islands", without.total, BUDGETS.withoutIslands],
    ["with islands", withAll.total, BUDGETS.withIslands],
  ]);
}

/** What was spent, as `[what, bytes, most]`, kept apart by whether it is too much; nothing is too little. */
export function judged(spent) {
  const line = ([what, bytes, most]) => `${what}: ${bytes} of ${most} bytes`;
  const isKept = ([, bytes, most]) => bytes > 0 && bytes <= most;
  return {
    kept: spent.filter(isKept).map(line),
    broken: spent.filter((it) => !isKept(it)).map(line),
  };
}
