import assert from "node:assert/strict";

import { citizen, signInHere } from "../support/people.mjs";
import { choose, field, fill, open, option, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "at-once";

const CARD_FOR = "为谁申领？";
const CHILD = "我的孩子或者我监护的人";
const SELF = "我自己";
const CHILD_NAME = "用卡人姓名";
const CHILD_NUMBER = "用卡人公民身份号码";
const STEP = "谁用这张卡";

/**
 * An answer decides what else a page asks: at once where scripts run, with the next request elsewhere, and
 * both ways lead to the same page.
 */
export async function run(t) {
  const who = t.oneOf("ye.qingmo", "sun.keyuan", "bao.wulan");
  await starts(t, who);
  if (t.javaScript) {
    await changesAtOnce(t);
    await losesNothing(t);
    await comesLate(t);
  } else {
    await changesWithTheNextRequest(t);
  }
  await looksTheSameAfterwards(t);
}

async function starts(t, who) {
  await open(t, "/items?q=%E7%A4%BE%E4%BC%9A%E4%BF%9D%E9%9A%9C%E5%8D%A1%E7%94%B3%E9%A2%86");
  const first = t.page.getByRole("main").getByRole("link", { name: "社会保障卡申领", exact: true }).first();
  await open(t, await first.getAttribute("href"));
  await press(t, say("apply"));
  await standsAt(t, say("sign-in-title"));
  await signInHere(t, citizen(who));
  await standsAt(t, STEP);
  assert.equal(await field(t, CHILD_NAME).count(), 0, "asked for a child only");
}

/** Chooses, and waits until the page has been looked at. */
async function chooses(t, answer) {
  const looked = t.page.waitForResponse((response) => response.url().includes("/steps/") && response.ok());
  await choose(t, { [CARD_FOR]: answer });
  await looked;
}

async function changesAtOnce(t) {
  const url = t.page.url();
  await chooses(t, CHILD);
  await field(t, CHILD_NAME).waitFor();
  await field(t, CHILD_NUMBER).waitFor();
  assert.equal(t.page.url(), url, "nobody has pressed anything");
  await t.page.getByRole("status").filter({ hasText: say("step-changed") }).waitFor({ state: "attached" });
  await t.axe();
  await t.shot("at-once");
}

async function losesNothing(t) {
  await fill(t, { [CHILD_NAME]: "林小禾", 手机号码: "19900000055" });
  await chooses(t, SELF);
  await field(t, CHILD_NAME).waitFor({ state: "detached" });
  assert.equal(await field(t, "手机号码").inputValue(), "19900000055", "what is being typed stays");
  await chooses(t, CHILD);
  await field(t, CHILD_NAME).waitFor();
  assert.equal(await field(t, CHILD_NAME).inputValue(), "林小禾", "what was typed comes back");
}

/** The same draft in another tab: what this page sends then is looked at anew, and undoes nothing. */
async function comesLate(t) {
  const other = await t.tab();
  await open(other, new URL(t.page.url()).pathname);
  await fill(other, { 手机号码: "19900000066" });
  await press(other, say("step-leave"));
  await choose(t, { [CARD_FOR]: SELF });
  await field(t, CHILD_NAME).waitFor({ state: "detached" });
  await chooses(t, CHILD);
  await field(t, CHILD_NAME).waitFor();
}

async function changesWithTheNextRequest(t) {
  await choose(t, { [CARD_FOR]: CHILD });
  assert.equal(await field(t, CHILD_NAME).count(), 0);
  await press(t, say("step-next"));
  await standsAt(t, STEP);
  await sees(t, say("step-more"));
  await fill(t, { [CHILD_NAME]: "林小禾", 手机号码: "19900000055" });
}

/** Saves, asks for the page anew and compares. */
async function looksTheSameAfterwards(t) {
  const names = () =>
    t.page.locator("form.form [name]:not([type=hidden]):not(button)").evaluateAll((all) =>
      // Of a value that was typed nobody says that it is wrong.
      all.map((one) => one.name).filter((name) => !name.endsWith(":objection")),
    );
  const before = await names();
  const path = new URL(t.page.url()).pathname;
  await press(t, say("step-leave"));
  await open(t, path);
  assert.deepEqual(await names(), before);
  assert.equal(await option(t, CARD_FOR, CHILD).isChecked(), true);
  assert.equal(await field(t, CHILD_NAME).inputValue(), "林小禾");
}
