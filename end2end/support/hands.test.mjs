// The keyboard must be able to fail: it is shown pages on which it cannot get through.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

import { CHROMIUM, CHROMIUM_FLAGS } from "./chromium.mjs";
import { KEYBOARD, MOUSE, watchTheMouse } from "./hands.mjs";

const FORM = `
  <a href="#top">Top</a>
  <fieldset><label><input type="radio" name="r" value="a">A</label>
  <label><input type="radio" name="r" value="b">B</label></fieldset>
  <label><input type="checkbox" name="c">C</label>
  <label>Name <input name="name" value="old"></label>
  <label>Text <textarea name="text"></textarea></label>
  <label>Born <input type="date" name="born"></label>
  <label>Place <select name="place"><option>One</option><option>Two</option><option>Three</option></select></label>
  <button type="button" onclick="document.title = 'pressed'">Go</button>`;

let browser;
let page;
let complaints;

before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
});

after(() => browser.close());

async function show(body) {
  await page?.context().close();
  const context = await browser.newContext();
  await context.addInitScript(watchTheMouse);
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(`data:text/html,${encodeURIComponent(`<!doctype html><title>Page</title>${body}`)}`);
}

const named = (name) => page.locator(`[name="${name}"]`).first();

test("everything in a form can be done, forwards and backwards, without a complaint", async () => {
  await show(FORM);
  await KEYBOARD.press(page.getByRole("button"));
  assert.equal(await page.title(), "pressed");
  await KEYBOARD.type(named("name"), "林亦诺");
  await KEYBOARD.type(named("text"), "one\ntwo");
  await KEYBOARD.type(named("born"), "1957-10-03");
  await KEYBOARD.pick(named("place"), "Three");
  await KEYBOARD.tick(page.locator('[value="b"]'));
  await KEYBOARD.tick(named("c"));
  await KEYBOARD.untick(named("c"));
  assert.equal(await page.locator('[value="b"]').isChecked(), true);
  assert.equal(await named("c").isChecked(), false);
  assert.equal(await named("name").inputValue(), "林亦诺");
  assert.deepEqual(complaints, []);
});

test("a step that takes the mouse, or fills a field from nowhere, is noticed", async () => {
  await show(FORM);
  await MOUSE.press(page.getByRole("button"));
  await heard(/a click on <button>/);
  await MOUSE.type(named("name"), "new");
  await heard(/a value in <input>/);
});

/** Complaints come from the page on their own way, which can be a moment longer than the step's. */
async function heard(words, patience = 2000) {
  const until = Date.now() + patience;
  while (!words.test(complaints.join()) && Date.now() < until) await page.waitForTimeout(20);
  assert.match(complaints.join(), words);
}

const refused = (name, body, words) =>
  test(`refused: ${name}`, async () => {
    await show(body);
    await assert.rejects(KEYBOARD.press(page.locator("#it")), words);
  });

refused("what no key reaches", '<a href="#1">A</a><div id="it">Go</div>', /does not reach/);
refused(
  "a trap",
  '<input onkeydown="event.key === \'Tab\' && event.preventDefault()" autofocus><button id="it">Go</button>',
  /does not reach/,
);
refused(
  "a focus that does not show",
  '<p><button id="it" style="outline: none">Go</button></p>',
  /its focus does not show/,
);
refused(
  "a focus under something else",
  '<p><button id="it">Go</button></p><div style="position: fixed; inset: 0; background: red">Over</div>',
  /covers it/,
);
refused(
  "a focus out of sight",
  '<p style="position: fixed; top: -99px"><button id="it">Go</button></p>',
  /out of sight/,
);
