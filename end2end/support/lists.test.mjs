// The lists that decide what is checked: a page or a pair that they miss is never looked at.

import assert from "node:assert/strict";
import { test } from "node:test";

import { unlikeFrames } from "./layout.mjs";
import { LANGUAGES, MODES, address } from "./modes.mjs";
import { PAGES, SCREENS } from "./pages.mjs";
import { pairwise, product } from "./pairwise.mjs";
import { differences, routes, tableOf } from "./routes.mjs";
import { EVERYTHING, PAIRS, visits } from "./walk.mjs";
import { read } from "./words.mjs";

const TABLE = { name: "routes.rs", text: "vec![crate::home::pages::routes()]" };
const home = (text) => ({ name: "home/pages.rs", text });
const GOOD = home('vec![route("/", Access::Anyone, load).on_kiosk(),\n route(\n "/a/{b}",\n Access::Citizen,\n x::load)]');

test("every page of the application is in the list of pages", () => {
  assert.deepEqual(differences(routes(), PAGES), []);
});

test("pages of several lines and of the kiosk are read", () => {
  const patterns = tableOf([TABLE, GOOD]).map(({ pattern }) => pattern);
  assert.deepEqual(patterns, ["/", "/kiosk", "/a/{b}"]);
});

test("a page that the list lacks is found, and one that is gone", () => {
  const [home, kiosk, third] = tableOf([TABLE, GOOD]);
  assert.deepEqual(differences([home, kiosk], [home, kiosk]), []);
  assert.match(differences([home, kiosk, third], [home, kiosk]).join(), /lacks \/a\/\{b\}/);
  assert.match(differences([home], [home, kiosk]).join(), /\/kiosk any more/);
});

test("a route that cannot be read is an error", () => {
  assert.throws(() => tableOf([TABLE, home("route(paths::HOME, Access::Anyone, load)")]), /1 routes, of which 0/);
  assert.throws(() => tableOf([TABLE, home("fn load() {}")]), /no route of the feature home/);
  assert.throws(() => tableOf([GOOD]), /no routes.rs/);
  const alike = "for page in ALL { route(page.pattern, Access::Anyone, |cx, _| load(cx, page)) }";
  assert.throws(() => tableOf([TABLE, home(alike)]), /no pattern of the feature home/);
  const table = tableOf([TABLE, home(alike), { name: "home/all.rs", text: 'A { pattern: "/x" }' }]);
  assert.deepEqual(table, [{ pattern: "/x", access: "Anyone" }]);
});

test("names of pages are unique", () => {
  const names = PAGES.map(({ name }) => name);
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), []);
});

/** The pairs of values of two factors that no row has. */
function missed(factors, rows) {
  const open = [];
  for (const [f, left] of factors.entries()) {
    for (let g = f + 1; g < factors.length; g += 1) {
      for (const [a, b] of product([left, factors[g]])) {
        if (!rows.some((row) => row[f] === a && row[g] === b)) open.push([a, b]);
      }
    }
  }
  return open;
}

test("all pairs are there, in hardly more rows than there must be, and always the same", () => {
  for (const sizes of [[60, 6, 3, 3], [2, 2], [3, 3, 3], [1, 4, 2]]) {
    const factors = sizes.map((size, f) => Array.from({ length: size }, (_, value) => `${f}.${value}`));
    const rows = pairwise(factors);
    assert.deepEqual(missed(factors, rows), [], `pairs of ${sizes}`);
    const [longest, second = 1] = [...sizes].sort((a, b) => b - a);
    assert.ok(rows.length <= Math.ceil(longest * second * 1.2), `${rows.length} rows for ${sizes}`);
    assert.deepEqual(pairwise(factors), rows);
  }
});

test("a missing pair would be noticed", () => {
  const factors = [["a", "b"], ["c", "d"]];
  assert.deepEqual(missed(factors, pairwise(factors).slice(1)).length, 1);
});

test("every page is visited in every mode, and everything is really everything", () => {
  const pairs = visits(PAIRS);
  for (const page of PAGES) {
    for (const mode of Object.keys(MODES)) {
      assert.ok(pairs.some((visit) => visit.page === page && visit.mode === mode), `${page.name} ${mode}`);
    }
  }
  const some = PAGES.slice(0, 2);
  const all = visits(EVERYTHING, some);
  assert.equal(all.length, 2 * Object.keys(MODES).length * LANGUAGES.length * SCREENS.length);
});

/** Words that only help those who see the page as it is drawn. */
const POINTING = /[左右][侧边上下]|[红绿蓝黄]色|(?:on|to) the (?:left|right)\b|\b(?:red|green|blue|yellow)\b/;

/** Texts that point without saying the name of what they point at. */
const pointing = (texts) => texts.filter((text) => POINTING.test(text) && !/“.+”/.test(text));

test("no text points with a place or a colour alone", () => {
  for (const locale of ["zh-Hans", "en"]) assert.deepEqual(pointing([...read(locale).values()]), []);
  assert.equal(pointing(["请按右边的按钮", "Press the green button", "Look to the left"]).length, 3);
  assert.equal(pointing(["请按右上角的“结束”", "What is right"]).length, 0);
});

test("an address asks for the whole mode, whatever was remembered", () => {
  assert.equal(address("/", "standard", "en"), "/?mode=standard&lang=en");
  assert.equal(
    address("/items?q=a", "contrast+dark", "zh-Hant"),
    "/items?q=a&mode=standard&mode=contrast&mode=dark&lang=zh-Hant",
  );
});

test("frames that do not agree are found", () => {
  const page = (name, places, helps = true) => ({ name, surface: "site", places, helps });
  assert.deepEqual(unlikeFrames([page("a", ["/", "/b", "/c"]), page("b", ["/", "/c"])]), []);
  assert.match(unlikeFrames([page("a", ["/", "/b"]), page("b", ["/b", "/"])]).join(), /b has its places/);
  assert.match(unlikeFrames([page("a", [], false)]).join(), /a has no 12345/);
});
