// Applications for services of the demonstration city, from the guide to the receipt, filled in as
// somebody would who makes no mistake.

import { setTimeout as sleep } from "node:timers/promises";

import { HOUSEHOLD_PAGE } from "./samples.mjs";
import { choose, field, fill, go, open, press, standsAt, tick } from "./steps.mjs";
import { say } from "./words.mjs";

/** Codes of the services. */
export const SOCIAL_CARD = "11990100990100018P3002014010001";
export const IDENTITY_CARD = "11990100990100026J3000709110003";
export const UNEMPLOYMENT = "11990100990100018P3002014104001";
export const CARE_ELSEWHERE = "11990100990100034D3432036005W02";

/** 居民身份证换领: with a guided choice. */
export const RENEWAL = "11990100990100026J3000709110002";

/** A day in the past, as a date field takes it. */
export function daysAgo(days) {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const CERTIFICATE_MS_MAX = 15_000;
const POLL_MS = 250;

const next = (visitor) => press(visitor, say("step-next"));

/** What an answer leads to on its own page is there at once, or with the next request. */
const more = (visitor) => (visitor.javaScript ? undefined : next(visitor));

/** Starts a case; who is signed in stands at its first step then. */
export async function start(visitor, item) {
  await open(visitor, `/items/${item}`);
  return press(visitor, say("apply"));
}

/** Declares that all is true and submits; the number, and the address of the case. */
export async function submit(visitor) {
  await standsAt(visitor, say("review-title"));
  await tick(visitor, say("review-declaration"), say("review-declare"));
  await press(visitor, say("review-submit"));
  const number = await visitor.page.getByText(/^\d{20}[0-9A-Z]$/).innerText();
  const path = new URL(visitor.page.url()).pathname.replace(/\/receipt$/, "");
  return { number, path };
}

/** 居民身份证补领: a card that was lost on this day, to be collected at the counter. */
export async function applyForIdentityCard(visitor, lost = daysAgo(3)) {
  await start(visitor, IDENTITY_CARD);
  await standsAt(visitor, "个人信息");
  await next(visitor);
  await standsAt(visitor, "丢失情况");
  await choose(visitor, {
    "证件是怎么没有的？": "丢失",
    "需要同时申请临时居民身份证吗？": say("no"),
  });
  await fill(visitor, { "大约是哪一天？": lost });
  await more(visitor);
  await fill(visitor, { "大约在哪里？": "云岭区梧桐街公交站" });
  await next(visitor);
  await standsAt(visitor, "照片和户口簿");
  await choose(visitor, {
    "新证用哪张照片？": "公安机关 5 年内拍过的照片",
    "以前办身份证时登记过指纹吗？": "登记过",
  });
  await visitor.hands.hand(field(visitor, "户口簿本人页"), HOUSEHOLD_PAGE);
  await next(visitor);
  await standsAt(visitor, "领证方式");
  await choose(visitor, { "怎么领证？": "到窗口领" });
  await tick(visitor, "承诺", /^我知道原证/);
  await more(visitor);
  await choose(visitor, { "到哪个窗口领？": "清溪区公安分局户籍大厅" });
  await next(visitor);
  return submit(visitor);
}

/** 失业登记: somebody who has never worked. */
export async function registerAsUnemployed(visitor) {
  await start(visitor, UNEMPLOYMENT);
  return fillInUnemployment(visitor);
}

/** The same from its first step on. */
export async function fillInUnemployment(visitor) {
  await standsAt(visitor, "个人信息");
  await choose(visitor, { "通和市是您的？": "户籍地", "最高学历": "本科" });
  await next(visitor);
  await standsAt(visitor, "以前的工作");
  await choose(visitor, { "以前工作过吗？": "从来没有工作过" });
  await next(visitor);
  await standsAt(visitor, "求职意向");
  await fill(visitor, { "想做什么工作？": "图书管理" });
  await next(visitor);
  await standsAt(visitor, "承诺");
  await tick(visitor, "承诺", /^我有劳动能力/);
  await next(visitor);
  return submit(visitor);
}

/** 异地长期居住人员备案, with a personal commitment, so that rules alone can decide. */
export async function fileCareElsewhere(visitor) {
  await start(visitor, CARE_ELSEWHERE);
  return fillInCareElsewhere(visitor);
}

/** The same from its first step on. */
export async function fillInCareElsewhere(visitor) {
  await standsAt(visitor, "参保人");
  await next(visitor);
  await standsAt(visitor, "居住地");
  await choose(visitor, {
    "您为什么住在外地？": "退休后随子女或者在外地安家",
    "住在哪里？": "外省（自治区、直辖市）",
  });
  await more(visitor);
  await fill(visitor, {
    省份和城市: "远山省临江市",
    详细地址: "临江市滨河路 6 号 2 单元 301 室",
    "从哪一天开始住在那里？": daysAgo(400),
    "预计还要住几个月？": "24",
  });
  await next(visitor);
  await standsAt(visitor, "居住证明");
  await choose(visitor, { "用哪种方式证明？": "个人承诺，当场办结，6 个月内补交材料" });
  await more(visitor);
  await tick(visitor, "个人承诺书", /^我承诺/);
  await next(visitor);
  return submit(visitor);
}

/** Waits on the page of a case until the portal has made its certificate. */
export async function awaitCertificate(visitor, path) {
  const until = Date.now() + CERTIFICATE_MS_MAX;
  const link = visitor.page.getByRole("link", { name: say("case-certificate") });
  await open(visitor, path);
  while ((await link.count()) === 0) {
    if (Date.now() > until) throw new Error(`no certificate after ${CERTIFICATE_MS_MAX} ms`);
    await sleep(POLL_MS);
    await visitor.goto(path);
  }
  await visitor.axe();
}

/** Opens the certificate of the case that the visitor stands at; its identifier is returned. */
export async function openCertificate(visitor, title) {
  await go(visitor, say("case-certificate"));
  await standsAt(visitor, title);
  await visitor.page.getByRole("img", { name: say("certificate-qr") }).waitFor();
  return visitor.page.getByText(/^1\.2\.156\.3005\.2/).first().innerText();
}
