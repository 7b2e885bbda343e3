// What is looked at on every page besides axe: room, focus, targets, words. Each page is visited a few
// times, and tried out in many ways on each visit.

import {
  asItStands, focusShows, inspect, lengthened, mirrored, reflow, spacing, targetSizes,
} from "./inspect.mjs";
import { KIOSK_SCREENS, PAGES, SCREENS, isOnKiosk } from "./pages.mjs";

const [PHONE, , DESKTOP] = SCREENS;

/** Sides of targets in CSS pixels: WCAG 2.5.8 asks for 24 everywhere, our phones and elder mode for more. */
const TARGETS = {
  desktop: { main: 24, other: 24 },
  phone: { main: 44, other: 24 },
  elder: { main: 60, other: 44 },
};

/** Every page on a phone, on a large screen in English, in elder mode, and in Traditional Chinese. */
export function layoutVisits(pages = PAGES) {
  return pages.flatMap((page) => {
    const [small, large] = isOnKiosk(page) ? [...KIOSK_SCREENS, ...KIOSK_SCREENS] : [PHONE, DESKTOP];
    return [
      { page, mode: "standard", language: "zh-Hans", screen: small },
      { page, mode: "standard", language: "en", screen: large },
      { page, mode: "elder", language: "zh-Hans", screen: small },
      { page, mode: "contrast", language: "zh-Hant", screen: small },
    ];
  });
}

const titles = new Map();
const frames = [];

/** Everything that is wrong with a page on one visit. */
export async function layoutProblems(page, visit) {
  const found = await asItStands(page);
  remember(visit, await page.title());
  frames.push({ name: visit.page.name, ...(await inspect(page, "frame")) });
  found.push(...(await targetSizes(page, sidesFor(visit))));
  // A terminal cannot be zoomed.
  if (!isOnKiosk(visit.page)) found.push(...(await reflow(page)));
  found.push(...(await spacing(page)));
  found.push(...(await focusShows(page)));
  found.push(...(await mirrored(page)));
  found.push(...(await lengthened(page)));
  return found.map((problem) => `  ${problem}`);
}

function sidesFor({ mode, screen }) {
  if (mode === "elder") return TARGETS.elder;
  return screen === PHONE ? TARGETS.phone : TARGETS.desktop;
}

/** Titles of the first visits, to find two pages that a list of tabs could not tell apart. */
function remember({ page, mode, language }, title) {
  if (mode !== "standard" || page.status !== 200 || page.shows) return;
  const key = `${language}: ${title}`;
  if (!titles.has(key)) titles.set(key, new Set());
  // The terminal has the same pages.
  titles.get(key).add(page.pattern.replace(/^\/kiosk(?=\/)/, ""));
}

/** The titles that pages of different addresses share. */
export function sharedTitles() {
  const shared = [...titles].filter(([, patterns]) => patterns.size > 1);
  return shared.map(([title, patterns]) => `  ${[...patterns].join(" and ")} share the title ${title}`);
}

/**
 * Frames of pages that do not agree: places that come in another order than on another page of the same
 * kind, and pages of the public portal without the telephone in their foot. `seen` is for tests.
 */
export function unlikeFrames(seen = frames) {
  const found = new Set();
  const first = new Map();
  for (const { name, surface, places, helps } of seen) {
    if (surface === "site" && !helps) found.add(`  ${name} has no 12345 in its foot`);
    if (!first.has(surface)) first.set(surface, { name, places });
    const model = first.get(surface);
    const common = places.filter((place) => model.places.includes(place));
    const wanted = model.places.filter((place) => common.includes(place));
    if (common.join() !== wanted.join()) found.add(`  ${name} has its places in another order than ${model.name}`);
  }
  return [...found];
}
