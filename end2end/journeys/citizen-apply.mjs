import assert from "node:assert/strict";

import { citizen, signIn, signInHere } from "../support/people.mjs";
import { FALSE_PHOTO, PHOTO } from "../support/samples.mjs";
import {
  choose, fact, field, fill, follow, go, open, option, press, problems, sees, standsAt, tick,
} from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "citizen-apply";

const SERVICE = "社会保障卡申领";
const DEPARTMENT = "通和市人力资源和社会保障局";
const GUIDE = [
  "conditions", "materials", "time", "cost", "where", "result", "questions", "rights", "review", "law",
];

/** A citizen finds a service, reads its guide, applies in several sittings and follows the case. */
export async function run(t) {
  const who = t.oneOf("he.xiaoyu", "lin.yinuo", "zhou.qifan");
  await finds(t);
  await reads(t);
  await starts(t, who);
  await makesMistakes(t);
  await handsInTheWrongFile(t);
  await leavesAndResumes(t, who);
  await reviews(t);
  await submits(t, who);
}

async function finds(t) {
  await open(t, "/");
  await follow(t, () => t.hands.press(t.page.getByRole("link", { name: /^社会保障\s*\d+/ })));
  await standsAt(t, say("items-title-of", { name: "社会保障" }));
  await sees(t, SERVICE);

  await open(t, "/");
  await go(t, DEPARTMENT);
  await standsAt(t, DEPARTMENT);
  await sees(t, SERVICE);

  await open(t, "/items?department=990100-hrss");
  assert.equal(await t.page.getByLabel(say("items-department")).inputValue(), "990100-hrss");
  await sees(t, SERVICE);
  await t.hands.pick(t.page.getByLabel(say("items-audience")), say("audience-person"));
  await press(t, say("items-narrow"));
  assert.match(t.page.url(), /audience=person/);
  await sees(t, SERVICE);
  await t.shot("items");

  await open(t, "/");
  const search = t.page.getByRole("main").getByRole("search");
  await t.hands.type(search.getByRole("searchbox"), "没有这样的事项");
  await follow(t, () => t.hands.press(search.getByRole("button")));
  await sees(t, say("items-none-for", { query: "没有这样的事项" }));
  await t.hands.type(search.getByRole("searchbox"), "社会保障卡申领");
  await follow(t, () => t.hands.press(search.getByRole("button")));
  await go(t, SERVICE);
}

async function reads(t) {
  await standsAt(t, SERVICE);
  for (const part of GUIDE) {
    const heading = t.page.getByRole("heading", { level: 2, name: say(`guide-${part}`), exact: true });
    await heading.waitFor();
    await t.page.getByRole("link", { name: say(`guide-${part}`), exact: true }).waitFor();
  }
  assert.equal(await fact(t, say("guide-promised")), say("limit-working-days", { n: 30 }));
  assert.equal(await fact(t, say("guide-statutory")), say("limit-working-days", { n: 60 }));
  await sees(t, "个人照片");
  await t.shot("guide");
  await t.picture("guide");
}

async function starts(t, who) {
  await press(t, say("apply"));
  await standsAt(t, say("sign-in-title"));
  await sees(t, say("sign-in-waiting"));
  await t.shot("sign-in");
  await fill(t, { [say("sign-in-login")]: citizen(who).login, [say("account-password")]: "wrong" });
  await press(t, say("sign-in"), 422);
  assert.deepEqual(await problems(t), [say("sign-in-wrong")]);
  assert.equal(await field(t, say("sign-in-login")).inputValue(), citizen(who).login);
  assert.equal(await field(t, say("account-password")).inputValue(), "");
  await signInHere(t, citizen(who));

  await standsAt(t, "谁用这张卡");
  await sees(t, say("register-population"));
  const name = field(t, "姓名");
  assert.notEqual(await name.inputValue(), "");
  assert.equal(await name.isEditable(), false, "what the register fixes cannot be changed");
  assert.match(await field(t, "手机号码").inputValue(), /^199000000\d\d$/);
  await t.shot("form-step");
  await t.picture("form-step", 380);
}

async function makesMistakes(t) {
  await fill(t, { 手机号码: "12345" });
  await press(t, say("step-next"), 422);
  const found = await problems(t);
  assert.equal(found.length, 2, `who the card is for, and the phone number: ${found}`);
  assert.equal(await field(t, "手机号码").inputValue(), "12345", "what was typed stays");
  await t.shot("step-problems");
  const link = t.page.getByRole("alert").getByRole("link", { name: /手机号码/ });
  await t.hands.press(link);
  assert.equal(await field(t, "手机号码").getAttribute("aria-invalid"), "true");

  await choose(t, { "为谁申领？": "我自己" });
  await fill(t, { 手机号码: "19900000055" });
  await press(t, say("step-next"));
  await standsAt(t, "卡片和银行");
  await choose(t, {
    "用卡人以前有过社会保障卡吗？": "从来没有",
    "选择银行": "通和农商银行",
    "用卡人的户籍在通和市吗？": say("yes"),
  });
  await press(t, say("step-next"));
}

async function handsInTheWrongFile(t) {
  await standsAt(t, "照片和材料");
  const photo = field(t, "用卡人照片");
  await t.hands.hand(photo, FALSE_PHOTO);
  await press(t, say("step-next"), 422);
  const [found, ...more] = await problems(t);
  assert.ok(found.includes(say("upload-wrong-kind")), found);
  assert.deepEqual(more, [], "one sentence for one file");
  await t.shot("step-wrong-file");
  await t.hands.hand(photo, PHOTO);
  await press(t, say("step-leave"));
  await sees(t, say("note-saved"), say("case-state-draft"));
}

async function leavesAndResumes(t, who) {
  await press(t, say("sign-out"));
  await signIn(t, who);
  await standsAt(t, say("cases-title"));
  await sees(t, say("cases-mine"));
  await t.shot("cases");
  await go(t, SERVICE);
  await go(t, say("case-continue"));
  await standsAt(t, "领卡方式");
  await press(t, say("step-back"));
  await sees(t, PHOTO.name);
  await press(t, say("step-next"));
}

async function reviews(t) {
  await choose(t, { "怎么领卡？": "邮寄" });
  await press(t, say("step-next"), 422);
  await sees(t, "单独同意");
  assert.equal(await option(t, "怎么领卡？", "邮寄").isChecked(), true);
  await tick(t, "单独同意", /^我同意/);
  assert.notEqual(await field(t, "收件地址").inputValue(), "", "the address comes from the register");
  await press(t, say("step-next"));

  await standsAt(t, say("review-title"));
  await sees(t, "19900000055", PHOTO.name, "通和农商银行");
  await t.shot("review");
  await go(t, `${say("summary-change")} 手机号码`);
  await standsAt(t, "谁用这张卡");
  await fill(t, { 手机号码: "19900000056" });
  await press(t, say("step-save-review"));
  await standsAt(t, say("review-title"));
  await sees(t, "19900000056");
  await press(t, say("review-submit"), 422);
  assert.deepEqual(await problems(t), [say("review-undeclared")]);
}

async function submits(t, who) {
  const declare = () => tick(t, say("review-declaration"), say("review-declare"));
  const [before] = t.mail.names().slice(-1);
  await declare();
  await press(t, say("review-submit"));
  const receipt = t.page.url();
  const number = await t.page.getByText(/^\d{20}[0-9A-Z]$/).innerText();
  assert.match(number, /^990100\d{14}[0-9A-Z]$/);
  await sees(t, say("receipt-submitted"));
  assert.match(await fact(t, say("receipt-due-acceptance")), /^\d{4}-\d\d-\d\d/);
  await t.shot("receipt");

  await follow(t, () => t.page.goBack());
  if (await t.page.getByRole("button", { name: say("review-submit") }).isVisible()) {
    await declare();
    await press(t, say("review-submit"));
    assert.equal(t.page.url(), receipt, "a second submission leads to the same receipt");
    assert.equal(await t.page.getByText(/^\d{20}[0-9A-Z]$/).innerText(), number);
  } else {
    await sees(t, say("note-not-editable"));
    await go(t, say("case-receipt"));
    assert.equal(t.page.url(), receipt);
  }

  const mail = await t.mail.last({ to: citizen(who).login, subject: number, after: before });
  assert.equal(mail.subject, say("mail-submitted-subject", { number }));
  await follow(t, () => t.page.goto(mail.links[0]));
  await standsAt(t, SERVICE);
  await sees(t, say("case-state-submitted"), say("case-event-submit"), say("days-left", { n: 5 }));
  await t.shot("progress");
  await t.picture("progress");

  await open(t, "/dev/mails");
  await go(t, mail.subject);
  await t.shot("mail");
}
