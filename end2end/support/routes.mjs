// The application's table of pages, read from its sources, so that no list of pages of ours can be shorter
// than what the portal serves. Whatever cannot be read is an error, never an empty answer.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SOURCES = new URL("../../app/src/", import.meta.url).pathname;
/** Where `route` itself is defined; its own words are no pages. */
const DEFINITION = "page/route.rs";
/** Where the features are listed. */
const TABLE = "routes.rs";

const CALL = /\broute\(/g;
const ROUTE = /\broute\(\s*"([^"]+)",\s*Access::(\w+),[^()]*\)\s*(\.on_kiosk\(\))?/g;
const FEATURE = /crate::(\w+)(?:::\w+)*::routes\(\)/g;

/** The lines of the table: pattern, who may open it, and whether it is a page of the kiosk. */
export function routes() {
  const files = readdirSync(SOURCES, { recursive: true }).filter((name) => name.endsWith(".rs"));
  return tableOf(files.map((name) => ({ name, text: readFileSync(join(SOURCES, name), "utf8") })));
}

/** The same from given sources, each `{ name, text }` with its path below `app/src`. */
export function tableOf(sources) {
  const table = [];
  const features = new Set();
  for (const { name, text } of sources) {
    if (name === DEFINITION) continue;
    const code = withoutComments(text);
    const found = [...code.matchAll(ROUTE)];
    const calls = [...code.matchAll(CALL)].length;
    if (found.length !== calls) {
      throw new Error(`${name} has ${calls} routes, of which ${found.length} could be read`);
    }
    if (calls > 0) features.add(name.split("/")[0]);
    for (const [, pattern, access, onKiosk] of found) table.push(...surfaces(pattern, access, onKiosk));
  }
  const list = sources.find(({ name }) => name === TABLE);
  if (!list) throw new Error(`there is no ${TABLE}`);
  for (const [, feature] of withoutComments(list.text).matchAll(FEATURE)) {
    if (!features.has(feature)) throw new Error(`no route of the feature ${feature} was found`);
  }
  return table;
}

/** A page of the kiosk has a second address there. */
function surfaces(pattern, access, onKiosk) {
  const page = { pattern, access };
  if (!onKiosk) return [page];
  return [page, { pattern: pattern === "/" ? "/kiosk" : `/kiosk${pattern}`, access }];
}

function withoutComments(text) {
  return text.replace(/^\s*\/\/.*$/gm, "");
}

/** What is wrong with a list of pages: addresses of the table that it lacks, and ones that are gone. */
export function differences(table, pages) {
  const served = new Set(table.map(({ pattern }) => pattern));
  const listed = new Set(pages.flatMap(({ pattern }) => pattern ?? []));
  return [
    ...[...served].filter((it) => !listed.has(it)).map((it) => `support/pages.mjs lacks ${it}`),
    ...[...listed].filter((it) => !served.has(it)).map((it) => `no route has the address ${it} any more`),
  ];
}
