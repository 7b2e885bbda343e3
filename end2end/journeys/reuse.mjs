import assert from "node:assert/strict";

import { openCase } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { UNEMPLOYMENT, registerAsUnemployed, start, submit } from "../support/services.mjs";
import { choose, field, fill, go, object, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "reuse";

const WISH = "想做什么工作？";
const SAID = "图书管理";
const WAGE = "希望每月收入多少元？";
const WRONG = "户口簿上的名字写错了一个字";
const RIGHT = "户口簿上的名字已经改过，请按新的登记";

/** Who applies again types nothing twice, and says what a register has wrong; the officer reads it. */
export async function run(t) {
  await signIn(t, t.oneOf("bao.wulan", "he.xiaoyu", "sun.keyuan"));
  await registerAsUnemployed(t);
  await start(t, UNEMPLOYMENT);
  const registered = await callsItWrong(t);
  await takesEarlierAnswers(t);
  const { number } = await checksAndSubmits(t, registered);
  await isReadByTheOfficer(t, number, registered);
}

async function callsItWrong(t) {
  await standsAt(t, "个人信息");
  const registered = await field(t, "姓名").inputValue();
  assert.notEqual(registered, "");
  await object(t, "姓名", WRONG);
  await t.axe();
  await t.shot("step-wrong");
  await choose(t, { "通和市是您的？": "户籍地", "最高学历": "本科" });
  await press(t, say("step-next"));
  await standsAt(t, "以前的工作");
  await choose(t, { "以前工作过吗？": "从来没有工作过" });
  await press(t, say("step-next"));
  return registered;
}

async function takesEarlierAnswers(t) {
  await standsAt(t, "求职意向");
  await sees(t, say("earlier-title"), SAID);
  assert.equal(await field(t, WISH).inputValue(), "", "nothing is filled in unasked");
  await t.shot("step-earlier");
  await fill(t, { [WAGE]: "4500" });
  await press(t, say("earlier-use"));
  await standsAt(t, "求职意向");
  await sees(t, say("note-earlier"));
  assert.equal(await field(t, WISH).inputValue(), SAID);
  assert.equal(await field(t, WAGE).inputValue(), "4500", "what was typed stays");
  assert.equal(await t.page.getByText(say("earlier-title")).count(), 0, "asked once");
  await press(t, say("step-next"));
  await standsAt(t, "承诺");
  await tick(t, "承诺", /^我有劳动能力/);
  await press(t, say("step-next"));
}

async function checksAndSubmits(t, registered) {
  await standsAt(t, say("review-title"));
  await sees(t, registered, say("objection-mine"), WRONG, SAID);
  await t.shot("review-wrong");
  await go(t, `${say("summary-change")} 姓名`);
  await standsAt(t, "个人信息");
  const label = say("objection-label", { label: "姓名" });
  assert.equal(await field(t, label).inputValue(), WRONG, "it stands open");
  await fill(t, { [label]: RIGHT });
  await press(t, say("step-save-review"));
  await sees(t, RIGHT);
  return submit(t);
}

async function isReadByTheOfficer(t, number, registered) {
  const handler = await t.visitor();
  await signInAtDesk(handler, "hrss.handler");
  await openCase(handler, number);
  await sees(handler, registered, say("desk-objection"), RIGHT);
  await handler.shot("desk-case-wrong");
}
