// Checks every page of the portal, and ends with `walk: N passed, N failed`.
//
//   node end2end/walk.mjs axe        axe over all pairs of page, mode, language and width
//   node end2end/walk.mjs axe-all    axe over all combinations of them
//   node end2end/walk.mjs layout     reflow, spacing, focus, targets, languages, HTML and weight of every page
//
// Further words choose pages by parts of their names. The environment is that of run.mjs.

import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

import { problems } from "./support/axe.mjs";
import { CHROMIUM, CHROMIUM_FLAGS } from "./support/chromium.mjs";
import { layoutProblems, layoutVisits, sharedTitles, unlikeFrames } from "./support/layout.mjs";
import { PAGES } from "./support/pages.mjs";
import { Portal } from "./support/portal.mjs";
import { differences, routes } from "./support/routes.mjs";
import { Stage } from "./support/stage.mjs";
import { EVERYTHING, PAIRS, named, visits, walk } from "./support/walk.mjs";
import { budgets } from "./support/weights.mjs";

const RESULTS = new URL("./results/walk/", import.meta.url).pathname;

/** Pages whose first visit has a budget. */
const WEIGHED = ["home", "guide"];

const axe = (combine) => ({
  list: (pages) => visits(combine, pages),
  look: (page) => problems(page),
});

const KINDS = {
  axe: axe(PAIRS),
  "axe-all": axe(EVERYTHING),
  layout: { list: layoutVisits, look: layoutProblems, validates: true, finish: wholeProblems },
};

/** What no single visit shows: titles that pages share, frames that differ, the weight of first visits. */
async function wholeProblems({ browser, portal, stage, pages }) {
  const found = [
    { name: "titles", problems: sharedTitles() },
    { name: "frames", problems: unlikeFrames() },
  ];
  for (const page of pages.filter(({ name }) => WEIGHED.includes(name))) {
    const { kept, broken } = await budgets(browser, `${portal.url}${stage.path(page)}`);
    for (const line of kept) console.log(`     ${page.name}, ${line}`);
    found.push({ name: `weight of ${page.name}`, problems: broken.map((line) => `  over budget: ${line}`) });
  }
  return found;
}

async function check(kind, pages) {
  const { list, look, validates, finish } = KINDS[kind];
  const portal = await Portal.start(RESULTS);
  try {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    try {
      const stage = await Stage.prepare({ browser, portal, results: RESULTS });
      const tools = { browser, portal, stage, pages, results: RESULTS };
      const found = await walk({ ...tools, list: list(pages), look, validates });
      const whole = (await finish?.(tools)) ?? [];
      return [...found.map(({ visit, problems }) => ({ name: named(visit), problems })), ...whole];
    } finally {
      await browser.close();
    }
  } finally {
    await portal.stop();
  }
}

async function main() {
  const [kind, ...words] = process.argv.slice(2);
  if (!(kind in KINDS)) throw new Error(`what to check: ${Object.keys(KINDS).join(", ")}`);
  mkdirSync(RESULTS, { recursive: true });
  const start = Date.now();
  const pages = PAGES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const lacking = { name: "the list of pages", problems: differences(routes(), PAGES) };
  const all = [lacking, ...(await check(kind, pages))];
  const failed = all.filter(({ problems }) => problems.length > 0);
  for (const { name, problems } of failed) console.log(`FAIL ${name}\n${problems.join("\n")}`);
  console.log(`${all.length} checks of ${pages.length} pages in ${Math.round((Date.now() - start) / 1000)} s`);
  console.log(`walk: ${all.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || pages.length === 0 ? 1 : 0;
}

await main();
