// Applications for services of the demonstration city, from the guide to the receipt, filled in as
// somebody would who makes no mistake.

import { setTimeout as sleep } from "node:timers/promises";

import { BIRTH_RECORD, COSTS, HOUSEHOLD_PAGE, MARRIAGE } from "./samples.mjs";
import { choose, field, fill, go, open, press, standsAt, tick } from "./steps.mjs";
import { say } from "./words.mjs";

/** Codes of the services. */
export const SOCIAL_CARD = "11990100990100018P3002014010001";
export const IDENTITY_CARD = "11990100990100026J3000709110003";
export const UNEMPLOYMENT = "11990100990100018P3002014104001";
export const CARE_ELSEWHERE = "11990100990100034D3432036005W02";

/** 创业补贴申领: looked at by two departments. */
export const START_UP = "11990100990100018P3002014105001";

/** 居民身份证换领: with a guided choice. */
export const RENEWAL = "11990100990100026J3000709110002";

/** 新生儿出生一件事: decided by five departments. */
export const NEWBORN = "1199010099010004283432023009W00";

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

/** 创业补贴申领: a graduate with a shop and no employees. */
export async function claimStartUpSubsidy(visitor) {
  await start(visitor, START_UP);
  await standsAt(visitor, "先看看您能不能领");
  await choose(visitor, {
    "您是哪一类创业者？": "本省高校毕业生",
    "从登记起，正常经营满一年了吗？": say("yes"),
    "以前领过创业补贴吗？": say("no"),
  });
  await next(visitor);
  await standsAt(visitor, "个人信息");
  await next(visitor);
  await standsAt(visitor, "您的经营");
  await choose(visitor, { "是哪一种？": "个体工商户" });
  await fill(visitor, {
    统一社会信用代码: "92990102MA6K7B2T1C",
    名称: "云岭区小满书屋",
    登记日期: daysAgo(400),
    毕业日期: daysAgo(700),
    [say("address-division")]: "梧桐街道",
    [say("address-detail")]: "梧桐街 40 号",
  });
  await next(visitor);
  await standsAt(visitor, "带动就业和金额");
  await choose(visitor, { "有雇工吗？": say("no") });
  await next(visitor);
  await standsAt(visitor, "收款和承诺");
  await tick(visitor, "公示", /^我知道补贴要公示/);
  await tick(visitor, "承诺", /^是我第一次创业/);
  await next(visitor);
  return submit(visitor);
}

/** 新生儿出生一件事: the mother applies for all seven matters at once. */
export async function applyForNewborn(visitor, { handover = "办好一件给一件" } = {}) {
  await start(visitor, NEWBORN);
  await standsAt(visitor, "先看看能不能一次办");
  await choose(visitor, {
    "由谁来申请？": "孩子的母亲",
    "孩子是哪种情况？": "6 个月以内在通和市的医院出生",
    "孩子的父母登记结婚了吗？": say("yes"),
    "孩子的户口落在谁那里？": "母亲",
    "这一方是什么户口？": "通和市的家庭户",
    "父母是同一个民族吗？": say("yes"),
    "这次生孩子的医疗费怎么结的？": "我先付了钱，要用我的医保报销",
  });
  await next(visitor);
  await tellOfTheChild(visitor);
  await tellOfTheParents(visitor);
  await standsAt(visitor, "接种和育儿");
  await choose(visitor, { "在哪里打疫苗？": "和顺社区卫生服务中心" });
  await tick(visitor, "想要哪些育儿服务？", "喂养指导");
  await next(visitor);
  await standsAt(visitor, "社会保障卡");
  await choose(visitor, { "选择银行": "通和农商银行" });
  await tick(visitor, "单独同意", /^我同意把孩子的姓名/);
  await next(visitor);
  await standsAt(visitor, "医保");
  await choose(visitor, { "孩子在别处参加过基本医疗保险吗？": say("no") });
  await fill(visitor, { "票据合计": "8650.40" });
  await visitor.hands.hand(field(visitor, "医疗费用票据和费用清单"), COSTS);
  await next(visitor);
  await standsAt(visitor, "结果和承诺");
  await choose(visitor, { "办好的证照怎么给您？": handover });
  await tick(visitor, "出生医学证明签发告知", /^我知道/);
  await tick(visitor, "承诺", /^我是孩子的母亲/);
  await next(visitor);
  return submit(visitor);
}

async function tellOfTheChild(visitor) {
  await standsAt(visitor, "孩子");
  await choose(visitor, { "孩子的性别": "女", "在哪家医院出生？": "通和市妇幼保健院" });
  await fill(visitor, {
    "孩子的姓": "林",
    "孩子的名": "知夏",
    "孩子的出生日期": daysAgo(3),
    "出生时间": "08:35",
    "出生孕周": "39",
    "出生体重": "3300",
    "出生身长": "50",
  });
  await visitor.hands.hand(field(visitor, "新生儿出生医学记录"), BIRTH_RECORD);
  await next(visitor);
}

async function tellOfTheParents(visitor) {
  await standsAt(visitor, "母亲（申请人）");
  await fill(visitor, {
    [say("address-division")]: "梧桐街道",
    [say("address-detail")]: "梧桐街 21 号 3 单元 502 室",
  });
  await next(visitor);
  await standsAt(visitor, "父亲");
  await fill(visitor, { [say("person-name")]: "周启帆", [say("person-number")]: "990103198809070311" });
  await visitor.hands.hand(field(visitor, "结婚证"), MARRIAGE);
  await next(visitor);
  await standsAt(visitor, "落户");
  await choose(visitor, { "户主是谁？": "我" });
  await next(visitor);
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
