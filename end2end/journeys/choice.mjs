import assert from "node:assert/strict";

import { citizen, signInHere } from "../support/people.mjs";
import { RENEWAL } from "../support/services.mjs";
import { choose, go, open, option, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "choice";

const REASON = "为什么要换？";
const MINOR = "您未满 16 周岁吗？";
const FINGERPRINTS = "以前办身份证时登记过指纹吗？";
const WRONG = "登记的内容有错";
const PROOF = "能说明正确内容的证件";

/** A few questions tell a visitor what to do, and go along into the application. */
export async function run(t) {
  await open(t, `/life/living`);
  await open(t, `/items/${RENEWAL}`);
  await go(t, say("choice-enter"));
  await standsAt(t, "先看看您的情况");
  await press(t, say("step-next"), 422);
  await isToldEarly(t);
  await getsTheList(t);
  await printsIt(t);
  await goesOnInTheForm(t);
}

/** One answer settles it: nobody has to answer the rest to learn that this is the wrong service. */
async function isToldEarly(t) {
  await choose(t, { [REASON]: "找不到了" });
  await press(t, say("step-next"));
  await sees(t, say("choice-barred"), "原证找不到的，不是换领，是补领。", say("choice-remedy"));
  const right = say("choice-instead", { item: "居民身份证补领" });
  await t.page.getByRole("link", { name: right, exact: true }).waitFor();
  assert.equal(await t.page.getByRole("button", { name: say("apply") }).count(), 0);
  await t.shot("choice-barred");
  await go(t, say("choice-change"));
}

async function getsTheList(t) {
  await choose(t, { [REASON]: WRONG, [MINOR]: say("no"), [FINGERPRINTS]: "登记过" });
  await press(t, say("step-next"));
  await sees(t, say("choice-eligible"), "更正后换证", PROOF);
  assert.equal(new URL(t.page.url()).search, "", "no answer stands in an address");
  await t.shot("choice-outcome");
}

async function printsIt(t) {
  await go(t, say("choice-checklist"));
  await sees(t, say("checklist-title", { item: "居民身份证换领" }), PROOF);
  await t.shot("checklist");
  await go(t, say("checklist-back"));
}

async function goesOnInTheForm(t) {
  await press(t, say("apply"));
  await signInHere(t, citizen(t.oneOf("lin.yinuo", "ye.qingmo", "sun.keyuan")));
  await standsAt(t, "个人信息");
  const steps = new URL(t.page.url()).pathname.replace(/[^/]+$/, "");
  await open(t, `${steps}situation`);
  assert.ok(await option(t, REASON, WRONG).isChecked(), "the answer was carried along");
  assert.ok(await option(t, MINOR, say("no")).isChecked());
}
