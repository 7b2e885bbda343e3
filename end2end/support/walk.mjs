// Walks through pages in many modes, languages and sizes of window, several at a time.

import assert from "node:assert/strict";

import { Journey } from "./journey.mjs";
import { LANGUAGES, MODES, address, assertShown } from "./modes.mjs";
import { KIOSK_SCREENS, PAGES, SCREENS, isOnKiosk } from "./pages.mjs";
import { pairwise, product } from "./pairwise.mjs";

const WALKERS = 2;

/** Every visit of a plan as `{ page, mode, language, screen }`: all pairs, or really all. */
export function visits(combine, pages = PAGES) {
  const modes = Object.keys(MODES);
  const kiosk = pages.filter(isOnKiosk);
  const others = pages.filter((page) => !isOnKiosk(page));
  const plan = (some, screens) => (some.length > 0 ? combine([some, modes, LANGUAGES, screens]) : []);
  return [...plan(others, SCREENS), ...plan(kiosk, KIOSK_SCREENS)].map(
    ([page, mode, language, screen]) => ({ page, mode, language, screen }),
  );
}

export const PAIRS = pairwise;
export const EVERYTHING = product;

/** A visit as a report names it. */
export function named({ page, mode, language, screen }) {
  return `${page.name} (${mode}, ${language}, ${screen.width} px)`;
}

/**
 * Makes visits and looks at each page; `look(playwrightPage, visit)` answers with problems. Returns the
 * problems of every visit, in the order of the visits.
 */
export async function walk({ browser, portal, stage, results, list, look, validates = false }) {
  const found = new Map(list.map((visit) => [visit, []]));
  const groups = [...grouped(list).values()];
  const next = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      await walkGroup({ browser, portal, stage, results, look, validates }, group, found);
    }
  };
  await Promise.all(Array.from({ length: WALKERS }, next));
  return list.map((visit) => ({ visit, problems: found.get(visit) }));
}

/** What can be seen in one browser window without closing it. */
function grouped(list) {
  const groups = new Map();
  for (const visit of list) {
    const { page, mode, language, screen } = visit;
    const key = [page.who, mode, language, screen.width].join();
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(visit);
  }
  return groups;
}

async function walkGroup({ browser, portal, stage, results, look, validates }, group, found) {
  const [{ page: { who }, screen }] = group;
  const journey = new Journey({
    browser, portal, name: "walk", javaScript: true, viewport: screen, results, checked: validates,
  });
  try {
    const storageState = await stage.admit(who, browser);
    // What a worker keeps for later would only be fetched again by each of the many visitors here.
    const visitor = await journey.visitor({ storageState, serviceWorkers: "block" });
    for (const visit of group) {
      const heardBefore = visitor.heard.length;
      try {
        await arrive(visitor, stage, visit);
        found.get(visit).push(...(await look(visitor.page, visit)));
      } catch (error) {
        found.get(visit).push(`  ${error.message}`);
      }
      const heard = visitor.complaints(heardBefore);
      found.get(visit).push(...heard.map((what) => `  ${what}`));
      if (visitor.page.viewportSize().width !== screen.width) await visitor.page.setViewportSize(screen);
    }
    found.get(group[0]).push(...(await visitor.invalid()));
  } finally {
    await journey.close();
  }
}

/** Opens the page; it is the one that was meant, in the way that was asked for. */
async function arrive(visitor, stage, { page, mode, language }) {
  const path = stage.path(page);
  assert.ok(path && !path.includes("undefined"), `the stage has no address for ${page.name}`);
  const answer = await visitor.goto(address(path, mode, language));
  assert.equal(answer.status(), page.status, `status of ${path}`);
  const shown = new URL(visitor.page.url()).pathname;
  const meant = page.shows ?? new URL(path, answer.url()).pathname;
  assert.equal(shown, meant, `${path} leads elsewhere`);
  await assertShown(visitor.page, mode, language);
}
