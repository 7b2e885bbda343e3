import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { act, action, openCase, prepare } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { applyForNewborn } from "../support/services.mjs";
import { choose, field, fill, follow, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "newborn";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["off"];

const BORN_AT = "出生时间";
const WHY = "和医院的记录不一样，请写医学记录上的时间。";
const BANK = "选择银行";
const ANOTHER_BANK = "这家银行暂停制卡，请另选一家。";
const RESULTS = [
  "出生医学证明",
  "预防接种证",
  "居民户口簿（孩子页）",
  "电子社会保障卡",
  "生育医疗待遇支付通知书",
  "城乡居民基本医疗保险参保凭证",
  "科学育儿指导服务卡",
];
const WAIT_MS = 250;
const RESULT_MS_MAX = 20_000;

/**
 * One application for a newborn child: five departments decide seven matters, one notice says what two of
 * them want corrected, seven results are in the wallet, and the mother rates it once.
 */
export async function run(t) {
  await signIn(t, "lin.yinuo");
  const before = await wallet(t);
  const { number, path } = await applyForNewborn(t);
  await t.shot("receipt");
  const officers = await atTheirDesks(t);
  await oneNotice(officers, number);
  await corrects(t, path);
  await openCase(officers.health, number);
  await act(officers.health, "accept");

  await everybodyDecides(t, officers, path);
  await settled(t, path);
  await t.shot("settled");
  await inTheWallet(t, before);
  await ratesOnce(t, path);
}

async function atTheirDesks(t) {
  const officers = {};
  for (const [key, login] of Object.entries({
    health: "health.handler",
    maternity: "maternity.handler",
    police: "police.handler",
    policeReviewer: "police.reviewer",
    hrss: "hrss.handler",
    medical: "medical.handler",
  })) {
    officers[key] = await t.visitor();
    await signInAtDesk(officers[key], login);
  }
  return officers;
}

/** Two departments want something corrected; the lead department says it once. */
async function oneNotice({ health, maternity, hrss, police, medical }, number) {
  for (const [officer, label, why] of [[maternity, BORN_AT, WHY], [hrss, BANK, ANOTHER_BANK]]) {
    await openCase(officer, number, "asked");
    await prepare(officer, "look");
    await go(officer, say("desk-mark"));
    await standsAt(officer, say("desk-action-look"));
    await fill(officer, { [say("desk-mark-label", { label })]: why });
    await press(officer, say("desk-action-look"));
    await sees(officer, say("desk-done-look"));
  }
  // A department sees the part of the form that its matters need, and no more.
  await openCase(police, number, "asked");
  await sees(police, "要落户的地址");
  assert.equal(await police.page.getByText("票据合计").count(), 0, "the costs are not for the police");
  for (const officer of [police, medical]) {
    await openCase(officer, number, "asked");
    await act(officer, "look");
    await sees(officer, say("desk-done-look"));
  }
  await openCase(health, number);
  await sees(health, say("desk-looks"), WHY, ANOTHER_BANK);
  assert.equal(await action(health, "accept").count(), 0, "what departments want has to be asked for");
  await health.shot("looks");
  await prepare(health, "request_correction");
  await go(health, say("desk-mark"));
  const mark = (label) => field(health, say("desk-mark-label", { label }));
  assert.equal(await mark(BORN_AT).inputValue(), WHY, "the notice begins with what the departments want");
  await press(health, say("desk-action-request_correction"));
  await sees(health, say("desk-done-request_correction"));
}

async function corrects(t, path) {
  await open(t, path);
  await sees(t, say("correction-title"), WHY, ANOTHER_BANK);
  await t.shot("asked");
  const link = (label) => t.page.getByRole("main").getByRole("link", { name: label, exact: true });
  await follow(t, () => t.hands.press(link(BORN_AT)));
  await standsAt(t, "孩子");
  await fill(t, { [BORN_AT]: "08:53" });
  await press(t, say("step-save-review"));
  await open(t, path);
  await follow(t, () => t.hands.press(link(BANK)));
  await standsAt(t, "社会保障卡");
  await choose(t, { [BANK]: "云岭城市银行" });
  await press(t, say("step-save-review"));
  await standsAt(t, say("review-title"));
  await tick(t, say("review-declaration"), say("review-declare"));
  await press(t, say("review-resubmit"));
}

/** Each department decides its own, as soon as what it needs is there. */
async function everybodyDecides(t, officers, path) {
  await open(t, path);
  await sees(t, say("joint-standing-waits", { after: "出生医学证明首次签发" }));
  await t.shot("accepted");
  const { health, maternity, police, policeReviewer, hrss, medical } = officers;
  await decides(t, maternity, path, "出生医学证明首次签发");
  await decides(t, health, path, "预防接种证办理");
  await decides(t, health, path, "科学育儿指导服务登记");
  await decides(t, medical, path, "生育医疗待遇支付");
  const book = await begun(t, path, "出生登记");
  await open(police, `/desk${book}`);
  await sees(police, say("desk-joint-part"), say("desk-result-before", { matter: "出生医学证明首次签发" }));
  await police.shot("part");
  await act(police, "propose", { outcome: "approve", text: "材料齐全，建议登记。" });
  await open(policeReviewer, `/desk${book}`);
  await act(policeReviewer, "decide", { outcome: "approve", text: "准予登记。" });
  await decides(t, hrss, path, "社会保障卡申领");
}

async function decides(t, officer, path, matter) {
  await open(officer, `/desk${await begun(t, path, matter)}`);
  await act(officer, "decide", { outcome: "approve", text: "符合条件。" });
  await sees(officer, say("desk-done-decide"));
}

/** The page of a matter, once it has begun. */
async function begun(t, path, matter) {
  const link = t.page.getByRole("main").getByRole("link", { name: matter, exact: true });
  const until = Date.now() + RESULT_MS_MAX;
  for (;;) {
    await open(t, path);
    if ((await link.count()) > 0) return new URL(await link.getAttribute("href"), t.page.url()).pathname;
    assert.ok(Date.now() < until, `${matter} has not begun`);
    await sleep(WAIT_MS);
  }
}

async function settled(t, path) {
  const until = Date.now() + RESULT_MS_MAX;
  for (;;) {
    await open(t, path);
    if ((await t.page.getByText(say("case-about-settled")).count()) > 0) return;
    assert.ok(Date.now() < until, "the application has not ended");
    await sleep(WAIT_MS);
  }
}

/** How many of each result the wallet holds. */
async function wallet(t) {
  await open(t, "/certificates");
  const main = t.page.getByRole("main");
  const counts = RESULTS.map((name) => main.getByText(name, { exact: true }).count());
  return Promise.all(counts);
}

async function inTheWallet(t, before) {
  const now = await wallet(t);
  for (const [at, name] of RESULTS.entries()) {
    assert.ok(now[at] > before[at], `${name} is in the wallet`);
  }
  await t.shot("wallet");
}

async function ratesOnce(t, path) {
  await open(t, path);
  await go(t, say("case-rate"));
  await choose(t, { [say("rate-level")]: say("evaluation-level-very-satisfied") });
  await press(t, say("rate-next"));
  await press(t, say("rate-button"));
  await sees(t, say("rate-thanks"));
  const offered = () => t.page.getByRole("link", { name: say("case-rate"), exact: true }).count();
  await open(t, path);
  assert.equal(await offered(), 0, "rated once");
  await open(t, await begun(t, path, "出生登记"));
  assert.equal(await offered(), 0, "as a whole");
}
