import assert from "node:assert/strict";

import { openCase, serve } from "../support/desk.mjs";
import { freshResidentId, signInAtDesk } from "../support/people.mjs";
import { IDENTITY_CARD, UNEMPLOYMENT, daysAgo } from "../support/services.mjs";
import { choose, fact, field, fill, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "counter";

const NAME = "郑望舒";
const PASSWORD = "Zhangwen-kaihu-26";
const CARD = "居民身份证补领";
const PAGE = "户口簿本人页";

/** An officer applies for somebody without an account, who later finds the case under an account of their own. */
export async function run(t) {
  const citizen = { name: NAME, residentId: freshResidentId(), phone: "19900000066" };
  await signInAtDesk(t, "police.handler");
  await comparesTheCard(t, citizen);
  await isKeptOut(t);
  const { number, path } = await applies(t, citizen);
  await saysGoodbye(t, citizen, path);
  await findsItInTheInbox(t, number);
  await comesBack(await t.visitor(), t.id, citizen, { number, path });
}

async function comparesTheCard(t, citizen) {
  await go(t, say("nav-desk-counter"));
  await standsAt(t, say("counter-title"));
  await fill(t, { [say("counter-name-label")]: NAME });
  await press(t, say("counter-begin"), 422);
  await sees(t, say("counter-problem-not-compared"));
  await t.shot("counter");
  await serve(t, citizen);
  await standsAt(t, say("counter-serving-title"));
  await knowsWhoIsServed(t, citizen);
  await t.shot("counter-serving");
}

/** The band of a sitting, with the name masked. */
async function knowsWhoIsServed(t, { residentId }) {
  const band = t.page.getByRole("region", { name: say("counter-band") });
  const end = residentId.slice(-4);
  await band.getByText(say("counter-serving", { name: "郑**", end })).waitFor();
}

/** What receiving an application does not need is closed, page and door. */
async function isKeptOut(t) {
  for (const path of ["/cases", "/certificates", "/materials", "/notices", "/access-records"]) {
    await open(t, path, 403);
    await standsAt(t, say("counter-closed-title"));
  }
  await t.shot("counter-closed");
  const headers = { origin: t.portal.url };
  const post = (door, form) => t.context.request.post(door, { form, headers });
  assert.equal((await post("/do/rate", { case: "x", level: "satisfied", shown: "satisfied" })).status(), 403);
  assert.equal((await post("/do/start", { item: UNEMPLOYMENT })).status(), 403, "another department's service");
}

const next = (t) => press(t, say("step-next"));
const more = (t) => (t.javaScript ? undefined : next(t));

async function applies(t, citizen) {
  await open(t, "/desk/counter");
  await go(t, CARD);
  await press(t, say("apply"));
  await standsAt(t, "个人信息");
  await knowsWhoIsServed(t, citizen);
  assert.equal(await field(t, "姓名").inputValue(), NAME, "the card is read once");
  await fill(t, { 民族: "汉族", 户籍地址: "通和市云岭区安宁路 3 号 102 室" });
  await next(t);
  await standsAt(t, "丢失情况");
  await choose(t, { "证件是怎么没有的？": "丢失", "需要同时申请临时居民身份证吗？": say("no") });
  await fill(t, { "大约是哪一天？": daysAgo(3) });
  await more(t);
  await fill(t, { "大约在哪里？": "云岭区安宁路菜市场" });
  await next(t);
  await showsThePaper(t);
  await standsAt(t, "领证方式");
  await choose(t, { "怎么领证？": "到窗口领" });
  await tick(t, "承诺", /^我知道原证/);
  await more(t);
  await choose(t, { "到哪个窗口领？": "清溪区公安分局户籍大厅" });
  await next(t);
  return handsIn(t);
}

/** The original lies on the counter, so nobody photographs it. */
async function showsThePaper(t) {
  await standsAt(t, "照片和户口簿");
  await choose(t, {
    "新证用哪张照片？": "公安机关 5 年内拍过的照片",
    "以前办身份证时登记过指纹吗？": "登记过",
    [say("way-legend", { name: PAGE })]: say("way-paper"),
  });
  await t.shot("counter-step");
  await next(t);
}

async function handsIn(t) {
  await standsAt(t, say("review-title"));
  await sees(t, say("way-told-paper"));
  await tick(t, say("review-declaration"), say("review-declare"));
  await press(t, say("review-submit"));
  assert.equal(await fact(t, say("counter-receiver")), "江野舟");
  await sees(t, say("counter-receipt-later"));
  await t.page.emulateMedia({ media: "print" });
  await t.shot("counter-receipt-paper");
  assert.equal(await t.page.getByRole("region", { name: say("counter-band") }).count(), 0, "no band on paper");
  await t.page.emulateMedia({ media: "screen" });
  const number = await t.page.getByText(/^\d{20}[0-9A-Z]$/).innerText();
  const path = new URL(t.page.url()).pathname.replace(/\/receipt$/, "");
  return { number, path };
}

async function saysGoodbye(t, citizen, path) {
  await press(t, say("counter-end"));
  await standsAt(t, say("counter-title"));
  await t.page.goBack();
  await t.page.getByRole("heading", { level: 1 }).waitFor();
  const shown = await t.page.content();
  for (const trace of [NAME, citizen.residentId, "安宁路"]) assert.ok(!shown.includes(trace), trace);
  for (const closed of [path, `${path}/receipt`, `${path}/steps/person`]) await open(t, closed, 404);
}

async function findsItInTheInbox(t, number) {
  await open(t, "/desk?tab=to-accept");
  const row = t.page.getByRole("row").filter({ hasText: number });
  await row.getByText(say("desk-mark-counter")).first().waitFor();
  await openCase(t, number);
  await sees(t, say("desk-party-counter", { name: "江野舟" }), say("way-told-paper"));
  await t.shot("counter-case");
}

/** The citizen registers with the same name and number, and the case is there. */
async function comesBack(citizen, id, { name, residentId, phone }, { number, path }) {
  await open(citizen, "/register");
  const values = {
    [say("account-resident_id")]: residentId,
    [say("account-phone")]: phone,
    [say("account-email")]: `zheng.${id}@example.org`,
    [say("account-password")]: PASSWORD,
  };
  await fill(citizen, { [say("account-name")]: "郑忘书", ...values });
  await press(citizen, say("register-button"), 422);
  await sees(citizen, say("problem-resident-id-taken"));
  await fill(citizen, { [say("account-name")]: name, ...values });
  await press(citizen, say("register-button"));
  await standsAt(citizen, say("cases-title"));
  await sees(citizen, number);
  await open(citizen, path);
  await sees(citizen, say("party-you-counter"));
}
