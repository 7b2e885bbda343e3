// How somebody works a page: with the mouse, or with the keyboard alone. Both can do the same, so a
// journey does not know which of them it has.

import assert from "node:assert/strict";

const TABS_MAX = 200;
const ARROWS_MAX = 40;

/** What Playwright does by itself. */
export const MOUSE = {
  press: (locator) => locator.click(),
  tick: (locator) => locator.check(),
  untick: (locator) => locator.uncheck(),
  type: (locator, text) => locator.fill(text),
  pick: (locator, label) => locator.selectOption({ label }),
  hand: (locator, files) => locator.setInputFiles(files),
};

/** Tab, Shift+Tab, Enter, Space, arrows and what is typed. */
export const KEYBOARD = { press, tick, untick, type, pick, hand };

/** Goes to an element with the Tab key; where it has arrived the focus has to show. */
async function reach(locator) {
  const page = locator.page();
  await locator.waitFor({ state: "attached" });
  const target = await locator.elementHandle();
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    const way = await target.evaluate(wayTo);
    if (way === null) return arrived(target);
    await page.keyboard.press(way);
  }
  throw new Error(`the keyboard does not reach ${await target.evaluate((it) => it.outerHTML)}`);
}

/** Runs in the browser: which key leads towards an element, none when it has the focus. */
function wayTo(target) {
  const current = document.activeElement;
  if (current === target) return null;
  const isRadio = (it) => it?.matches('input[type="radio"]');
  if (isRadio(current) && isRadio(target) && current.name === target.name) return "ArrowDown";
  if (!current || current === document.body) return "Tab";
  const order = current.compareDocumentPosition(target);
  return order & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
}

/** The focus shows and nothing covers it (WCAG 2.4.7 and 2.4.11). */
async function arrived(target) {
  const wrong = await target.evaluate((it) => {
    const box = it.getBoundingClientRect();
    const boxes = [it, ...(it.labels ?? []), it.parentElement, it.nextElementSibling].filter(Boolean);
    const rings = boxes.flatMap((box) =>
      ["", "::before", "::after"].map((part) => {
        const { outlineStyle, boxShadow } = getComputedStyle(box, part);
        return outlineStyle !== "none" || boxShadow !== "none";
      }),
    );
    if (!rings.includes(true)) return "its focus does not show";
    const isSeen = box.bottom > 0 && box.top < innerHeight;
    if (!isSeen) return "it is out of sight";
    const x = Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((box.top + box.bottom) / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    const isOurs = !top || boxes.some((box) => box.contains(top) || top.contains(box));
    return isOurs ? null : `${top.outerHTML.slice(0, 80)} covers it`;
  });
  const name = () => target.evaluate((it) => it.outerHTML.slice(0, 120));
  if (wrong) assert.fail(`${wrong}: ${await name()}`);
}

async function press(locator) {
  await reach(locator);
  await locator.page().keyboard.press("Enter");
}

async function tick(locator) {
  if (await locator.isChecked()) return;
  await reach(locator);
  // An arrow key that has led to a radio button has chosen it as well.
  if (!(await locator.isChecked())) await locator.page().keyboard.press("Space");
  assert.ok(await locator.isChecked(), "the keyboard did not tick it");
}

async function untick(locator) {
  if (!(await locator.isChecked())) return;
  await reach(locator);
  await locator.page().keyboard.press("Space");
  assert.ok(!(await locator.isChecked()), "the keyboard did not untick it");
}

async function type(locator, text) {
  await reach(locator);
  const { keyboard } = locator.page();
  const kind = await locator.getAttribute("type");
  if (kind === "date") {
    await typeDate(locator, text);
  } else {
    await keyboard.press("Control+A");
    await keyboard.press("Delete");
    // Lines are typed as lines in a field that has several, else Enter would send the form.
    await keyboard.type(text);
  }
  assert.equal(await locator.inputValue(), text, "what was typed stands in the field");
}

/** A browser's own field has a part each for year, month and day, in the order of its own language. */
async function typeDate(locator, text) {
  const { keyboard } = locator.page();
  const [year, month, day] = text.split("-");
  for (const parts of [[year, month, day], [month, day, year], [day, month, year]]) {
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft"]) await keyboard.press(key);
    for (const part of parts) {
      await keyboard.press("Backspace");
      await keyboard.type(part);
      // A year has room for more digits, so it does not go on by itself.
      if (part === year) await keyboard.press("ArrowRight");
    }
    if ((await locator.inputValue()) === text) return;
  }
}

async function pick(locator, label) {
  await reach(locator);
  const { keyboard } = locator.page();
  const chosen = () => locator.evaluate((it) => it.selectedOptions[0]?.label);
  await keyboard.press("Home");
  for (let arrows = 0; arrows < ARROWS_MAX; arrows += 1) {
    if ((await chosen()) === label) return;
    await keyboard.press("ArrowDown");
  }
  throw new Error(`the arrow keys do not lead to ${label}`);
}

/** The window in which files are chosen is the browser's own; the way to it is ours. */
async function hand(locator, files) {
  await reach(locator);
  await locator.setInputFiles(files);
}

/**
 * Runs in the browser from the start of every page: tells when a mouse was used or a text came from
 * nowhere, so that no step of a journey goes round the keyboard unnoticed.
 */
export function watchTheMouse() {
  const elsewhere = ["file", "radio", "checkbox"];
  let keys = 0;
  const tell = (what) => console.error(`without the keyboard: ${what}`);
  addEventListener("keydown", () => (keys += 1), true);
  addEventListener("focusin", () => (keys = 0), true);
  addEventListener("mousedown", ({ target }) => tell(`a click on <${target.localName}>`), true);
  const entered = ({ target }) => {
    if (keys === 0 && !elsewhere.includes(target.type)) tell(`a value in <${target.localName}>`);
  };
  addEventListener("input", entered, true);
}
