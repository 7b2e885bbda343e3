// How much a first visit loads, as it goes over the wire: headers and compressed bodies together.

/** Bytes of Brotli, headers included. */
export const BUDGETS = {
  /** The document alone. */
  html: 20_000,
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

/** The budgets that a page does not keep, and lines about those that it does. */
export async function budgets(browser, url) {
  const without = await weigh(browser, url, { javaScript: false });
  const withAll = await weigh(browser, url, { javaScript: true });
  const spent = [
    ["the document", without.html, BUDGETS.html],
    ["without islands", without.total, BUDGETS.withoutIslands],
    ["with islands", withAll.total, BUDGETS.withIslands],
  ];
  const line = ([what, bytes, most]) => `${what}: ${bytes} of ${most} bytes`;
  return {
    kept: spent.filter(([, bytes, most]) => bytes > 0 && bytes <= most).map(line),
    broken: spent.filter(([, bytes, most]) => bytes === 0 || bytes > most).map(line),
  };
}
