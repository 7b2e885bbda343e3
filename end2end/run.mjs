// Runs the journeys against the real binary, each with JavaScript, without it, and by keyboard alone, and
// ends with `journeys: N passed, N failed`.
//
//   node end2end/run.mjs [part of a journey's name …]
//
// CHROMIUM, TONGBAN_BINARY and SHARED_DATA name what lies elsewhere; `cargo xtask test --only journeys`
// sets them and builds what is missing.

import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { chromium } from "playwright-core";

import { CHROMIUM, CHROMIUM_FLAGS } from "./support/chromium.mjs";
import { Journey } from "./support/journey.mjs";
import { Portal } from "./support/portal.mjs";

const RESULTS = new URL("./results/", import.meta.url).pathname;
const JOURNEYS = new URL("./journeys/", import.meta.url);
const PHONE = { width: 360, height: 780 };
const DESKTOP = { width: 1280, height: 800 };

/** The ways to travel. A long journey over pages that others walk in every way names those that it needs. */
const WAYS = ["on", "off", "keyboard"];

/** Every journey in its runs; phone and desktop take turns, so both modes see both. */
async function plan(words) {
  const files = readdirSync(JOURNEYS).filter((file) => file.endsWith(".mjs")).sort();
  const runs = [];
  for (const [at, file] of files.entries()) {
    const { name, run, ways = WAYS } = await import(new URL(file, JOURNEYS));
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const [first, second] = at % 2 === 0 ? [PHONE, DESKTOP] : [DESKTOP, PHONE];
    const all = {
      on: { javaScript: true, viewport: first },
      off: { javaScript: false, viewport: second },
      keyboard: { javaScript: true, keyboard: true, viewport: DESKTOP },
    };
    for (const way of ways) runs.push({ name, run, ...all[way] });
  }
  return runs;
}

async function travel(browser, portal, { name, run, javaScript, keyboard, viewport }) {
  const start = Date.now();
  const journey = new Journey({
    browser, portal, name, javaScript, keyboard, viewport, results: RESULTS,
  });
  let failure = null;
  try {
    await journey.run(run);
  } catch (error) {
    failure = error;
    await journey.shotOfFailure();
  } finally {
    await journey.close();
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const hands = keyboard ? "keyboard alone" : `JavaScript ${javaScript ? "on" : "off"}`;
  const mode = `${hands}, ${viewport.width}×${viewport.height}`;
  console.log(`${failure ? "FAIL" : "ok  "} ${name} (${mode}) ${seconds} s`);
  if (failure) console.log(indent(failure.stack ?? String(failure)));
  return failure === null;
}

function indent(text) {
  return text.replace(/^/gm, "     ");
}

async function main() {
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const runs = await plan(process.argv.slice(2));
  let passed = 0;
  const portal = await Portal.start(RESULTS);
  try {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    try {
      for (const run of runs) if (await travel(browser, portal, run)) passed += 1;
    } finally {
      await browser.close();
    }
  } finally {
    await portal.stop();
  }
  const failed = runs.length - passed;
  if (failed > 0) console.log(`Screenshots and the server's log: ${RESULTS}`);
  console.log(`journeys: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || runs.length === 0 ? 1 : 0;
}

await main();
