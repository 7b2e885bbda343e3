// One page by Lighthouse as on a phone, once: `node measure.mjs <chromium> <url> [cookies]` prints the scores
// as JSON. It runs with the Node.js of this folder.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

const [chromePath, url, cookies] = process.argv.slice(2);
const chrome = await launch({ chromePath, chromeFlags: FLAGS, logLevel: "error" });
try {
  const extraHeaders = { "Accept-Language": "zh-CN", ...(cookies ? { Cookie: cookies } : {}) };
  const options = { port: chrome.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES, extraHeaders };
  const { lhr } = await lighthouse(url, options);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const score = (id) => (lhr.categories[id].score ?? 0) * 100;
  const lost = Object.values(lhr.audits)
    .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== "informative")
    .map(({ id }) => id);
  console.log(
    JSON.stringify({
      performance: score("performance"),
      accessibility: score("accessibility"),
      best_practices: score("best-practices"),
      seo: score("seo"),
      layout_shift: lhr.audits["cumulative-layout-shift"].numericValue,
      shown: lhr.finalDisplayedUrl,
      lost,
    }),
  );
} finally {
  await chrome.kill();
}
