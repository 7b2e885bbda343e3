// Accessibility by axe-core. It comes in over the debugging protocol, which the page's CSP allows.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NODES_SHOWN = 3;

/** What axe leaves out unless somebody asks. */
const ALSO = { "target-size": { enabled: true } };

/** The problems of a page that runs JavaScript, one a line. */
export async function problems(page) {
  await page.evaluate(SOURCE);
  return page.evaluate(runAxe, { values: RULES, rules: ALSO, most: NODES_SHOWN });
}

/** Runs in the browser. What is good is not told: it would be most of all that is sent. */
async function runAxe({ values, rules, most }) {
  const how = { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] };
  const { violations } = await globalThis.axe.run(document, how);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, most).map((node) => `\n    ${node.html}`);
    return `  ${id}: ${help} (${nodes.length})${places.join("")}`;
  });
}

/**
 * The problems of a page without JavaScript. axe needs it, so the twin, a page that has it, gets the same
 * markup at the same address with its scripts taken out; the portal is not asked again, since asking may
 * change it.
 */
export async function problemsOfMarkup(twin, page) {
  const markup = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, "");
  const [address] = page.url().split("#");
  const isIt = (url) => url.href === address;
  await twin.route(isIt, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: markup }),
  );
  await twin.goto(address);
  const found = await problems(twin);
  await twin.unroute(isIt);
  return found;
}
