import assert from "node:assert/strict";

import { freshResidentId, signIn, signInHere } from "../support/people.mjs";
import { photoOf } from "../support/samples.mjs";
import { IDENTITY_CARD, start } from "../support/services.mjs";
import {
  choose, field, fill, go, open, option, press, problems, sees, standsAt,
} from "../support/steps.mjs";
import { say, sayInEnglish } from "../support/words.mjs";

export const name = "bad-input";

const NOWHERE = "00000000-0000-7000-8000-000000000000";
const PLACE = "石桥县桥头镇汽车站附近";

/** Whatever goes wrong is told in plain words, with the right status, and nothing typed is lost. */
export async function run(t) {
  const newcomer = await registers(t);
  await isKnownAlready(t, newcomer);
  const path = await begins(t, newcomer);
  await isNobodyElses(t, path);
  await uploadsTooMuch(t, path);
  await losesTheSession(t, newcomer, path);
  await switchesLanguage(t, path);
  await comesFromElsewhere(t);
}

const register = (t, { login, password }, values) =>
  fill(t, {
    [say("account-name")]: values.name,
    [say("account-resident_id")]: values.residentId,
    [say("account-phone")]: values.phone,
    [say("account-email")]: login,
    [say("account-password")]: password,
  });

async function registers(t) {
  const newcomer = { login: `han.${t.id}@example.com`, password: "three-plain-words" };
  const residentId = freshResidentId();
  const wrong = residentId.slice(0, 17) + (residentId[17] === "1" ? "2" : "1");
  const values = { name: "韩小满", residentId: wrong, phone: "19900000077" };
  await open(t, "/register");
  await t.shot("register");
  await register(t, newcomer, values);
  await press(t, say("register-button"), 422);
  assert.deepEqual(await problems(t), [say("problem-resident-id-check-digit")]);
  assert.equal(await field(t, say("account-name")).inputValue(), "韩小满");
  assert.equal(await field(t, say("account-resident_id")).inputValue(), wrong);
  assert.equal(await field(t, say("account-email")).inputValue(), newcomer.login);
  assert.equal(await field(t, say("account-password")).inputValue(), "", "a password is kept nowhere");
  assert.ok(!t.page.url().includes(wrong), "nothing personal stands in an address");
  await t.shot("register-problems");

  await register(t, newcomer, { ...values, residentId: residentId.toLowerCase() });
  await press(t, say("register-button"));
  await standsAt(t, say("cases-title"));
  await sees(t, say("cases-none"));
  const mail = await t.mail.last({ to: newcomer.login });
  assert.equal(mail.subject, say("mail-welcome-subject"));
  return { ...newcomer, residentId };
}

async function isKnownAlready(t, { residentId, ...newcomer }) {
  const again = await t.visitor();
  await open(again, "/register");
  await register(again, newcomer, { name: "韩小满", residentId, phone: "19900000077" });
  await press(again, say("register-button"), 422);
  const found = await problems(again);
  assert.ok(found.includes(say("problem-email-taken")), found.join());
}

/** Starts an application; no register knows the newcomer, so everything has to be typed. */
async function begins(t, { residentId }) {
  await start(t, IDENTITY_CARD);
  await standsAt(t, "个人信息");
  await fill(t, {
    姓名: "韩小满",
    公民身份号码: residentId,
    民族: "汉族",
    出生日期: `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`,
    户籍地址: "通和市石桥县桥头镇学前街 1 号",
    手机号码: "19900000077",
  });
  await choose(t, { 性别: Number(residentId[16]) % 2 === 1 ? "男" : "女" });
  await press(t, say("step-next"));
  await standsAt(t, "丢失情况");
  return new URL(t.page.url()).pathname.replace(/\/steps\/.*/, "");
}

async function isNobodyElses(t, path) {
  const other = await t.visitor();
  await signIn(other, "wu.deshan");
  for (const page of ["", "/steps/loss", "/review", "/receipt", "/withdraw", "/rate"]) {
    await open(other, `${path}${page}`, 404);
    await standsAt(other, say("failure-404-title"));
    await open(other, `/cases/${NOWHERE}${page}`, 404);
    await standsAt(other, say("failure-404-title"));
  }
  await other.shot("not-found");
  await open(other, "/items/NO-SUCH-ITEM", 404);
  await open(other, "/no/such/page", 404);
  await open(other, "/desk", 404);
}

async function uploadsTooMuch(t, path) {
  await open(t, `${path}/steps/documents`);
  const photo = (megabytes) => photoOf(megabytes, t.portal.dataDir);
  const refusals = [
    [[photo(21)], say("upload-too-large")],
    [[photo(26)], say("upload-too-large")],
    [[photo(15), photo(16)], say("step-cut-off")],
  ];
  for (const [files, words] of refusals) {
    await choose(t, { "以前办身份证时登记过指纹吗？": "不清楚" });
    await field(t, "户口簿本人页").setInputFiles(files);
    await press(t, say("step-next"), 422);
    const found = (await problems(t)).join();
    assert.ok(found.includes(words), `"${words}" in "${found}"`);
    assert.equal(await option(t, "以前办身份证时登记过指纹吗？", "不清楚").isChecked(), true);
    await t.shot("upload-too-large");
    await choose(t, { "以前办身份证时登记过指纹吗？": "登记过" });
  }
  const huge = await t.context.request.post("/do/sign-in", {
    form: { login: "x".repeat(4 * 1024 * 1024), password: "x" },
    headers: { origin: t.portal.url, "accept-language": "zh-CN" },
  });
  assert.equal(huge.status(), 413);
  assert.ok((await huge.text()).includes(say("failure-413-title")));
}

async function losesTheSession(t, newcomer, path) {
  await open(t, `${path}/steps/loss`);
  await choose(t, { "证件是怎么没有的？": "丢失" });
  await press(t, say("step-next"), 422);
  await fill(t, { "大约在哪里？": PLACE, "还有要说明的吗？": "放在蓝色的包里。\n包也丢了。" });
  await t.context.clearCookies({ name: "tongban" });
  await press(t, say("step-next"));
  await standsAt(t, say("sign-in-title"));
  await sees(t, say("sign-in-waiting"));
  assert.ok(!decodeURIComponent(t.page.url()).includes(PLACE), "nothing typed stands in an address");
  await signInHere(t, newcomer);
  await standsAt(t, "丢失情况");
  await sees(t, say("note-parked"));
  assert.equal(await field(t, "大约在哪里？").inputValue(), PLACE);
  assert.equal(await field(t, "还有要说明的吗？").inputValue(), "放在蓝色的包里。\n包也丢了。");
  await t.shot("session-restored");
}

async function switchesLanguage(t, path) {
  const language = () => t.page.getAttribute("html", "lang");
  await open(t, `${path}/steps/loss`);
  assert.equal(await language(), "zh-Hans");
  await go(t, say("language-name-en"));
  assert.equal(await language(), "en");
  assert.equal(new URL(t.page.url()).pathname, `${path}/steps/loss`, "the same page");
  await standsAt(t, "What happened");
  assert.equal(await field(t, "Roughly where?").inputValue(), PLACE);
  await t.shot("step-en");
  await open(t, "/items");
  assert.equal(await language(), "en", "the choice lasts");
  const unknown = await open(t, "/items/NO-SUCH-ITEM", 404);
  assert.ok((await unknown.text()).includes(sayInEnglish("failure-404-title")));
  await go(t, say("language-name-zh-Hans"), 404);
  assert.equal(await language(), "zh-Hans");

  const english = await t.visitor();
  await signIn(english, "mai.lina");
  assert.equal(await english.page.getAttribute("html", "lang"), "en", "an account has a language");
  await standsAt(english, sayInEnglish("cases-title"));
}

async function comesFromElsewhere(t) {
  for (const origin of ["https://example.org", "null"]) {
    const answer = await t.context.request.post("/do/sign-out", {
      form: {},
      headers: { origin, "accept-language": "zh-CN" },
    });
    assert.equal(answer.status(), 403, `a form from ${origin}`);
    assert.ok((await answer.text()).includes(say("failure-403-title")));
  }
  await open(t, "/cases");
  await standsAt(t, say("cases-title"));
}
