// The demonstration city with people in the middle of things: drafts, cases in several states,
// certificates. What the pages of support/pages.mjs need is prepared here, once a run.

import { setTimeout as sleep } from "node:timers/promises";

import { act, openCase, serve } from "./desk.mjs";
import { MOUSE } from "./hands.mjs";
import { Journey } from "./journey.mjs";
import { signIn, signInAtDesk } from "./people.mjs";
import {
  IDENTITY_CARD, RENEWAL, SOCIAL_CARD, UNEMPLOYMENT, applyForIdentityCard, applyForNewborn, awaitCertificate,
  daysAgo, fileCareElsewhere, fillInCareElsewhere, fillInUnemployment, openCertificate, registerAsUnemployed, start,
} from "./services.mjs";
import { choose, field, fill, object, open, press, tick } from "./steps.mjs";
import { say } from "./words.mjs";

const NOTICE = "户口簿本人页看不清姓名，请重新拍一张上传。";
const WRONG = "户口簿上的名字写错了一个字";
const OPINION = "丢失情况属实，建议补发。";
const CERTIFICATE = "异地就医备案凭证";
const CARE_GUIDE = "/kiosk/items/11990100990100034D3432036005W02";
/** The first matter of the newborn's joint service. */
const FIRST_MATTER = "出生医学证明首次签发";
const CARD = "990181198501300095";
const QUESTION = "申请人现住址是否与参保登记的一致？";
/** Longer than the promise of the service with a long holiday in it, and shorter than what the law allows. */
const DAYS_LATE = 40;
/** Supervision looks once a minute, and when the server starts. */
const FINDING_MS_MAX = 90_000;
const POLL_MS = 500;
/** Whom the citizen's card at the counter names. */
const SERVED = { name: "何晓屿", residentId: "990104200806110652" };
/** Those who are forgotten after a while, how they come in again, and when it is time to. */
const FORGOTTEN = {
  // The kiosk forgets a person after a quarter of an hour.
  holder: { enter: putCardIn, after: 5 * 60_000 },
  // A sitting at a counter ends after half an hour.
  clerk: { enter: sitDown, after: 20 * 60_000 },
};

export class Stage {
  /** Prepares everything; takes about as long as two journeys. */
  static async prepare({ browser, portal, results }) {
    const stage = new Stage();
    stage.journey = new Journey({
      browser,
      portal,
      name: "stage",
      javaScript: false,
      viewport: { width: 1280, height: 800 },
      results,
      checked: false,
    });
    stage.portal = portal;
    stage.cookies = new Map([["anybody", undefined]]);
    stage.enteredAt = new Map();
    stage.facts = {};
    try {
      await portal.inThePast(DAYS_LATE, () => stage.#late());
      await stage.#citizens();
      await stage.#officers();
      await stage.#kiosk();
      await stage.#found();
    } catch (error) {
      await stage.journey.shotOfFailure();
      throw error;
    } finally {
      await stage.journey.close();
    }
    return stage;
  }

  async #somebody(who, enter) {
    const visitor = await this.journey.visitor();
    await enter(visitor);
    this.cookies.set(who, await visitor.context.storageState());
    this.enteredAt.set(who, Date.now());
    return visitor;
  }

  /** A case that was accepted long ago, about which a question has been asked, and both are forgotten. */
  async #late() {
    const { facts } = this;
    const applicant = await this.journey.visitor();
    await signIn(applicant, "zhou.qifan");
    facts.late = await applyForIdentityCard(applicant, daysAgo(DAYS_LATE + 3));
    const officer = await this.journey.visitor();
    await signInAtDesk(officer, "police.handler");
    await openCase(officer, facts.late.number);
    await act(officer, "accept");
    await askElsewhere(officer, facts.late.path);
  }

  /** What supervision has found in it since the server lives today again. */
  async #finding(supervisor) {
    const link = supervisor.page.locator('a[href^="/desk/supervision/findings/"]').first();
    const until = Date.now() + FINDING_MS_MAX;
    do {
      await open(supervisor, "/desk/supervision");
      if ((await link.count()) > 0) return link.getAttribute("href");
      await sleep(POLL_MS);
    } while (Date.now() < until);
    throw new Error("supervision has found nothing in a case that is late");
  }

  async #citizens() {
    const { facts } = this;
    const resident = await this.#somebody("resident", (it) => signIn(it, "lin.yinuo"));
    facts.corrected = await applyForIdentityCard(resident);
    facts.draft = await begun(resident, SOCIAL_CARD);
    facts.rated = (await fileCareElsewhere(resident)).path;
    await awaitCertificate(resident, facts.rated);
    await rateBadly(resident, facts.rated);
    facts.joint = await applyForNewborn(resident);
    const insured = await this.#somebody("insured", (it) => signIn(it, "chen.yuehua"));
    facts.finished = (await fileCareElsewhere(insured)).path;
    await awaitCertificate(insured, facts.finished);
    facts.identifier = await openCertificate(insured, CERTIFICATE);
    facts.certificate = pathOf(insured);
    const jobless = await this.#somebody("jobless", (it) => signIn(it, "luo.zhibai"));
    facts.submitted = (await registerAsUnemployed(jobless)).path;
    facts.document = await documentOf(jobless, facts.submitted);
    await open(jobless, facts.document);
    facts.code = await jobless.page.locator(".paper__identifier").innerText();
    facts.again = await begun(jobless, UNEMPLOYMENT);
    await object(jobless, "姓名", WRONG);
    await press(jobless, say("step-leave"));
    const other = await this.#somebody("other", (it) => signIn(it, "ye.qingmo"));
    facts.proposed = await applyForIdentityCard(other);
    const third = await this.#somebody("third", (it) => signIn(it, "sun.keyuan"));
    facts.waiting = await applyForIdentityCard(third);
    facts.policeDocument = await documentOf(third, facts.waiting.path);
    await this.#somebody("guest", (it) => signIn(it, "mai.lina"));
  }

  async #officers() {
    const { facts } = this;
    const handler = await this.#somebody("handler", (it) => signInAtDesk(it, "police.handler"));
    await openCase(handler, facts.corrected.number);
    await act(handler, "request_correction", { text: NOTICE });
    await openCase(handler, facts.proposed.number);
    await act(handler, "accept");
    await act(handler, "propose", { outcome: "approve", text: OPINION });
    await open(handler, `/desk/services/items/${IDENTITY_CARD}`);
    await press(handler, say("editor-open"));
    facts.serviceDraft = pathOf(handler);
    const lead = await this.#somebody("lead", (it) => signInAtDesk(it, "health.handler"));
    await openCase(lead, facts.joint.number);
    await act(lead, "accept");
    const matter = lead.page.getByRole("main").getByRole("link", { name: FIRST_MATTER, exact: true });
    facts.matter = (await matter.getAttribute("href")).replace(/^\/desk/, "");
    await this.#somebody("reviewer", (it) => signInAtDesk(it, "police.reviewer"));
    const clerk = await this.#somebody("clerk", sitDown);
    facts.counterDraft = await begun(clerk, IDENTITY_CARD);
    const insurer = await this.#somebody("insurer", (it) => signInAtDesk(it, "medical.handler"));
    await open(insurer, "/desk/evaluations");
    facts.rating = await insurer.page.locator('a[href^="/desk/evaluations/"]').first().getAttribute("href");
    await this.#somebody("reporter", reportAnError);
    await this.#somebody("chooser", (it) => answerRenewal(it));
    await this.#somebody("minor", (it) => answerRenewal(it, { minor: say("yes") }));
    await this.#somebody("administrator", (it) => signInAtDesk(it, "administrator"));
    const supervisor = await this.#somebody("supervisor", (it) => signInAtDesk(it, "hrss.supervisor"));
    facts.finding = await this.#finding(supervisor);
    const asked = await this.#somebody("asked", (it) => signInAtDesk(it, "hrss.handler"));
    await open(asked, "/desk?tab=consulted");
    facts.question = await asked.page.locator('a[href^="/desk/consultations/"]').first().getAttribute("href");
    for (const name of ["late", "corrected", "proposed", "waiting", "joint"]) facts[name] = facts[name].path;
  }

  async #kiosk() {
    const { facts } = this;
    const holder = await this.#somebody("holder", putCardIn);
    await open(holder, CARE_GUIDE);
    await press(holder, say("apply"));
    facts.kioskCase = (await fillInCareElsewhere(holder)).path;
    await awaitCertificate(holder, facts.kioskCase);
    await openCertificate(holder, CERTIFICATE);
    facts.kioskCertificate = pathOf(holder);
    facts.kioskDocument = await documentOf(holder, facts.kioskCase);
    await open(holder, `/kiosk/items/${UNEMPLOYMENT}`);
    await press(holder, say("apply"));
    facts.kioskOpen = (await fillInUnemployment(holder)).path;
    await open(holder, `/kiosk/items/${IDENTITY_CARD}`);
    await press(holder, say("apply"));
    facts.kioskDraft = caseOf(holder);
  }

  /** A guide that an import has brought along, and a mail. */
  async #found() {
    const visitor = await this.journey.visitor();
    await open(visitor, "/items");
    const own = new RegExp(`/(${[IDENTITY_CARD, SOCIAL_CARD, UNEMPLOYMENT].join("|")})$`);
    const links = await visitor.page.locator('main a.item-list__name[href^="/items/"]').all();
    const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
    const [imported] = paths.filter((path) => !own.test(path) && !/\/1[13]99/.test(path));
    this.facts.importedItem = (imported ?? `/items/${SOCIAL_CARD}`).split("/").pop();
    const [mail] = this.journey.mail.names();
    this.facts.mail = mail;
  }

  /** The address of a page. */
  path(page) {
    return page.path(this.facts);
  }

  /** What the browser of somebody remembers; nothing of a person who has not signed in. */
  async admit(who, browser) {
    const forgotten = FORGOTTEN[who];
    if (!forgotten || Date.now() - this.enteredAt.get(who) < forgotten.after) return this.cookies.get(who);
    const context = await browser.newContext({ baseURL: this.portal.url, locale: "zh-CN" });
    const page = await context.newPage();
    await forgotten.enter({ page, hands: MOUSE, goto: (path) => page.goto(path), axe: async () => {} });
    this.cookies.set(who, await context.storageState());
    this.enteredAt.set(who, Date.now());
    await context.close();
    return this.cookies.get(who);
  }
}

async function answerRenewal(visitor, { minor = say("no") } = {}) {
  await open(visitor, `/items/${RENEWAL}/choose`);
  await choose(visitor, {
    "为什么要换？": "登记的内容有错",
    "您未满 16 周岁吗？": minor,
    "以前办身份证时登记过指纹吗？": "登记过",
  });
  await press(visitor, say("step-next"));
}

/** A department is asked for its opinion, and may open one document. */
async function askElsewhere(officer, path) {
  await open(officer, `/desk${path}/consult`);
  await officer.hands.pick(field(officer, say("consultation-department")), "通和市人力资源和社会保障局");
  await fill(officer, { [say("consultation-question")]: QUESTION });
  await tick(officer, say("consultation-materials"), "户口簿本人页");
  await press(officer, say("consultation-send"));
}

async function rateBadly(visitor, path) {
  await open(visitor, `${path}/rate`);
  await choose(visitor, { [say("rate-level")]: say("evaluation-level-dissatisfied") });
  await press(visitor, say("rate-next"));
  await press(visitor, say("rate-button"));
}

async function reportAnError(visitor) {
  await open(visitor, "/report");
  await choose(visitor, { [say("report-kind")]: say("report-kind-wording") });
  await fill(visitor, { [say("report-what")]: "窗口地址写错了，应为二楼。" });
  await press(visitor, say("report-button"));
}

/** An officer signs in and serves somebody. */
async function sitDown(visitor) {
  await signInAtDesk(visitor, "police.handler");
  await serve(visitor, SERVED);
}

async function putCardIn(visitor) {
  await open(visitor, "/kiosk/card");
  await fill(visitor, { [say("kiosk-card-number")]: CARD });
  await press(visitor, say("kiosk-card-button"));
}

/** The address of the latest document of a case. */
async function documentOf(visitor, path) {
  await open(visitor, path);
  const link = visitor.page.locator('[aria-labelledby="case-documents"] a');
  return link.first().getAttribute("href");
}

const pathOf = (visitor) => new URL(visitor.page.url()).pathname;
const caseOf = (visitor) => pathOf(visitor).replace(/\/steps\/.*/, "");

async function begun(visitor, item) {
  await start(visitor, item);
  return caseOf(visitor);
}
