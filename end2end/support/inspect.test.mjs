// Whatever looks at pages must be able to refuse one: each look is shown a bad page here, and a good one.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

import { problems as axe } from "./axe.mjs";
import { CHROMIUM, CHROMIUM_FLAGS } from "./chromium.mjs";
import {
  asItStands, focusShows, lengthened, mirrored, reflow, spacing, targetSizes,
} from "./inspect.mjs";
import { problemsOfHtml } from "./markup.mjs";
import { assertShown } from "./modes.mjs";

const GOOD = `
  <style>a, button, input { display: inline-block; padding: 14px 24px; border: 1px solid }</style>
  <nav><a href="#1">First place</a> <a href="#2" aria-current="true">Second place</a></nav>
  <p>A sentence with <a href="#3" style="display: inline; padding: 0; border: 0">a link</a> in it, and
  some more words.</p>
  <p lang="zh-Hans">政务服务网</p>
  <p><label>Name <input name="name"></label> <button>Send</button></p>`;

let browser;
let page;

before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  page = await browser.newPage({ viewport: { width: 360, height: 780 } });
});

after(() => browser.close());

async function show(body, { root = 'lang="en"', head = "" } = {}) {
  const meta = '<meta name="viewport" content="width=device-width, initial-scale=1">';
  await page.setContent(
    `<!doctype html><html ${root}><head><title>Page</title>${meta}${head}</head>` +
      `<body><main><h1>Page</h1>${body}</main></body></html>`,
  );
}

/** Shows a bad page and expects a problem with these words. */
function refuses(name, body, look, words) {
  test(`refused: ${name}`, async () => {
    await show(body);
    const found = (await look(page)).join("\n");
    assert.match(found, words);
  });
}

test("a good page has no problem at all", async () => {
  await show(GOOD);
  for (const look of [asItStands, reflow, spacing, focusShows, mirrored]) {
    assert.deepEqual(await look(page), [], look.name);
  }
  assert.deepEqual(await targetSizes(page, { main: 44, other: 24 }), []);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(await lengthened(page), []);
});

test("the window is as large after a look as before", async () => {
  await show(GOOD);
  await reflow(page);
  assert.equal(page.viewportSize().width, 360);
});

const wide = '<div style="inline-size: 700px; background: red">Wide</div>';
refuses("wider than the window", wide, asItStands, /340 px wider|wider than its window: <div/);
refuses("wide at 400 % only", '<p style="inline-size: 340px">Wide</p>', reflow, /at 400 %.*wider/);
refuses(
  "a box that scrolls sideways",
  `<div style="overflow-x: auto">${wide}</div>`,
  asItStands,
  /scrolls sideways/,
);
refuses(
  "a text that leaves the window unseen",
  `<div style="overflow: hidden">${wide.replace("Wide", "Wide ".repeat(30))}</div>`,
  asItStands,
  /cut off|leaves the window/,
);
refuses(
  "a box that is too small for more spacing",
  '<p style="inline-size: 8em; white-space: nowrap; overflow: hidden">Seventeen letter</p>',
  spacing,
  /with more spacing: cut off/,
);
refuses(
  "lines over each other",
  '<p style="block-size: 1em; inline-size: 4em">Several words in few lines</p><p>Next</p>',
  asItStands,
  /drawn over each other/,
);
refuses(
  "a fixed side",
  '<p style="position: absolute; left: 100%; inline-size: 9em">Aside</p>',
  mirrored,
  /right to left/,
);
refuses(
  "a text that has no room to grow",
  '<p style="inline-size: 330px; overflow: hidden; white-space: nowrap">As long as it may just become here now</p>',
  lengthened,
  /with longer texts: cut off/,
);
refuses("a list upside down", '<div style="display: flex; flex-direction: column-reverse">A</div>', asItStands, /turned round/);
refuses("a place in the queue", '<a href="#1" tabindex="3">Go</a>', asItStands, /jumps the queue/);
refuses("two main headings", "<h1>Again</h1>", asItStands, /2 headings/);
refuses("an id twice", '<p id="a">A</p><p id="a">B</p>', asItStands, /the id a stands/);
refuses("Chinese in English", "<p>政务服务网</p>", asItStands, /Chinese, marked as "en"/);
refuses(
  "English in Chinese",
  '<p lang="zh-Hans">Government services online here</p>',
  asItStands,
  /English, marked as "zh-Hans"/,
);
refuses(
  "a focus that does not show",
  '<style>a:focus { outline: none }</style><a href="#1">Go</a>',
  focusShows,
  /by keyboard: its focus does not show/,
);
refuses(
  "a focus of shadow alone",
  '<style>a:focus { outline: none; box-shadow: 0 0 0 3px red }</style><a href="#1">Go</a>',
  focusShows,
  /in the reader's colours: its focus does not show/,
);
refuses(
  "a button of colour alone",
  '<button style="border: 0; background: blue; color: white">Send</button>',
  focusShows,
  /shows by its colour only: <button/,
);
refuses(
  "a current place of colour alone",
  '<a href="#1" aria-current="true" style="text-decoration: none; color: red">Here</a>',
  focusShows,
  /shows by its colour only: <a/,
);

test("a current place that has no line, or more weight, among others passes", async () => {
  const list = (style) =>
    `<ul><li><a href="#1">A</a></li><li><a href="#2" aria-current="true" style="${style}">B</a></li></ul>`;
  await show(list("text-decoration: none"));
  assert.deepEqual(await focusShows(page), []);
  await show(`<style>a { text-decoration: none }</style>${list("font-weight: 700")}`);
  assert.deepEqual(await focusShows(page), []);
});

test("what is pinned to the window may cover what can be scrolled", async () => {
  await show('<p>Under</p><p style="position: fixed; top: 0; left: 0; font-size: 80px">Over</p>');
  assert.deepEqual(await asItStands(page), []);
});

const SMALL = '<a href="#1" style="display: inline-block; font-size: 10px; line-height: 12px">a</a>';
const look = (sides) => (it) => targetSizes(it, sides);
refuses("small targets side by side", SMALL.repeat(3), look({ main: 24, other: 24 }), /less than 24/);
refuses(
  "a low button on a phone",
  '<button style="block-size: 30px">Send</button>',
  look({ main: 44, other: 24 }),
  /30 px, less than 44/,
);
refuses(
  "a button that is too low for elder mode",
  '<button style="block-size: 50px; inline-size: 90px">Send</button>',
  look({ main: 60, other: 44 }),
  /90×50 px, less than 60/,
);

test("a small target with room around it passes where 24 px are asked for, and a box with its label", async () => {
  await show(`${SMALL}<p style="margin: 3em"></p>
    <input type="checkbox" id="c"><label for="c" style="display: inline-block; padding: 16px">Yes</label>`);
  assert.deepEqual(await targetSizes(page, { main: 44, other: 24 }), []);
});

test("axe sees too little contrast and a field without a name", async () => {
  await show('<p style="color: #aaa">Pale</p><input name="a">');
  const found = (await axe(page)).join("\n");
  assert.match(found, /color-contrast/);
  assert.match(found, /label/);
});

test("a mode that the page does not know is an error, and so is another language", async () => {
  await show("", { root: 'lang="en" data-elder' });
  await assertShown(page, "elder", "en");
  await assert.rejects(assertShown(page, "standard", "en"), /in the mode standard/);
  await assert.rejects(assertShown(page, "dark", "en"), /in the mode dark/);
  await assert.rejects(assertShown(page, "elder", "zh-Hant"), /language/);
});

test("HTML that the standard forbids is found", async () => {
  const document = (body) =>
    `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`;
  assert.deepEqual(await problemsOfHtml(document("<ul><li>One</li></ul><x-island><p>Two</p></x-island>")), []);
  assert.match((await problemsOfHtml(document("<ul><p>One</p></ul>"))).join(), /element-permitted-content/);
  assert.match((await problemsOfHtml(document("<p>One</div>"))).join(), /close-order/);
  assert.match((await problemsOfHtml(document('<p id="a"></p><p id="a"></p>'))).join(), /no-dup-id/);
});
