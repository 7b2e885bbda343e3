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
const ROUTE = /\broute\(\s*(?:"([^"]+)"|(\w+\.pattern)),\s*Access::(\w+),/g;
/** Where a feature keeps the patterns of several pages that are alike. */
const PATTERN = /\bpattern: "([^"]+)"/g;
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
    const [feature] = name.split("/");
    if (calls > 0) features.add(feature);
    for (const { 0: call, 1: literal, 3: access, index } of found) {
      const patterns = literal ? [literal] : patternsOf(feature, sources);
      const onKiosk = isOnKiosk(code.slice(index + call.indexOf("(")));
      for (const pattern of patterns) table.push(...surfaces(pattern, access, onKiosk));
    }
  }
  const list = sources.find(({ name }) => name === TABLE);
  if (!list) throw new Error(`there is no ${TABLE}`);
  for (const [, feature] of withoutComments(list.text).matchAll(FEATURE)) {
    if (!features.has(feature)) throw new Error(`no route of the feature ${feature} was found`);
  }
  return table;
}

/** The patterns of pages that are alike. */
function patternsOf(feature, sources) {
  const own = sources.filter(({ name }) => name.startsWith(`${feature}/`));
  const found = own.flatMap(({ text }) => [...withoutComments(text).matchAll(PATTERN)]);
  if (found.length === 0) throw new Error(`no pattern of the feature ${feature} was found`);
  return found.map(([, pattern]) => pattern);
}

/** Whether a call, which begins with its bracket, goes on with `.on_kiosk()`. */
function isOnKiosk(code) {
  let depth = 0;
  for (const [at, letter] of [...code].entries()) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (depth === 0) return /^\s*\.on_kiosk\(\)/.test([...code].slice(at + 1).join(""));
  }
  throw new Error(`a bracket is missing: ${code.slice(0, 60)}`);
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
