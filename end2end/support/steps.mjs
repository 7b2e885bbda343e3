// What people do on pages: open, fill in, choose, press. Every page that comes of it is checked for
// accessibility, so no journey can forget it.

import assert from "node:assert/strict";
import { say } from "./words.mjs";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The whole name of a field, which may say that the field is optional. */
function named(label) {
  return new RegExp(`^\\s*${escaped(label)}(\\s*${escaped(say("field-optional"))})?\\s*$`);
}

/** Opens an address; the answer must have this status. */
export async function open(visitor, path, status = 200) {
  const answer = await visitor.goto(path);
  assert.equal(answer.status(), status, `status of ${path}`);
  await visitor.axe();
  return answer;
}

/** Does what leads to another page, and returns that page's answer, after all redirects. */
export async function follow(visitor, act, status = 200) {
  const { page } = visitor;
  const next = page.waitForResponse((answer) => {
    const request = answer.request();
    const redirect = answer.status() >= 300 && answer.status() < 400;
    return request.isNavigationRequest() && answer.frame() === page.mainFrame() && !redirect;
  });
  const [answer] = await Promise.all([next, act()]);
  await answer.finished();
  await page.waitForLoadState("load");
  assert.equal(answer.status(), status, `status of ${answer.url()}`);
  await visitor.axe();
  return answer;
}

/** Presses a button. */
export function press(visitor, name, status = 200) {
  const button = visitor.page.getByRole("button", { name, exact: true });
  return follow(visitor, () => visitor.hands.press(button), status);
}

/** Follows a link by its words. */
export function go(visitor, name, status = 200) {
  const link = visitor.page.getByRole("link", { name, exact: true });
  return follow(visitor, () => visitor.hands.press(link.first()), status);
}

/** Types into fields by their labels; a date, written `YYYY-MM-DD`, into its three parts. */
export async function fill(visitor, values) {
  for (const [label, value] of Object.entries(values)) {
    const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    if (date) await fillDate(visitor, label, date.slice(1));
    else await visitor.hands.type(field(visitor, label), value);
  }
}

async function fillDate(visitor, label, parts) {
  const group = visitor.page.getByRole("group", { name: named(label) });
  for (const [at, key] of ["date-year", "date-month", "date-day"].entries()) {
    await visitor.hands.type(group.getByLabel(say(key), { exact: true }), parts[at]);
  }
}

/** The field with a label. */
export function field(visitor, label) {
  return visitor.page.getByLabel(named(label));
}

/** Chooses one answer to each question. */
export async function choose(visitor, answers) {
  for (const [question, answer] of Object.entries(answers)) {
    await visitor.hands.tick(option(visitor, question, answer));
  }
}

/** The radio button of an answer. */
export function option(visitor, question, answer) {
  const group = visitor.page.getByRole("radiogroup", { name: named(question) });
  return group.getByRole("radio", { name: answer, exact: true });
}

/** Ticks one box of a question. */
export async function tick(visitor, question, answer) {
  const group = visitor.page.getByRole("group", { name: named(question) });
  await visitor.hands.tick(group.getByRole("checkbox", { name: answer, exact: true }));
}

/** Says what is wrong with a value that was filled in. */
export async function object(visitor, label, words) {
  const summary = visitor.page.locator("summary").filter({ hasText: say("objection-open", { label }) });
  await visitor.hands.press(summary);
  await fill(visitor, { [say("objection-label", { label })]: words });
}

/** The page says this, in its main part. */
export async function sees(visitor, ...texts) {
  const main = visitor.page.getByRole("main");
  for (const text of texts) await main.getByText(text).first().waitFor();
}

/** The page has this heading of the first level. */
export async function standsAt(visitor, heading) {
  await visitor.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
}

/** The value that stands beside a word in a list of facts. */
export async function fact(visitor, name) {
  const row = visitor.page.locator("dl > div").filter({ has: visitor.page.getByText(name, { exact: true }) });
  return (await row.locator("dd").first().innerText()).trim();
}

/** The problems at the top of the page, one string each. */
export async function problems(visitor) {
  const summary = visitor.page.getByRole("alert");
  await summary.waitFor();
  return summary.getByRole("listitem").allInnerTexts();
}
