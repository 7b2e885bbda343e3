import assert from "node:assert/strict";

import {
  awaitCertificate, fillInCareElsewhere, openCertificate,
} from "../support/services.mjs";
import { choose, fill, follow, go, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "kiosk";

const SCREEN = { width: 1080, height: 1920 };
const NOBODY = "990102195001010011";
const CARD = "990181198501300095";
const NAME = "宝乌兰";
const SERVICE = "异地长期居住人员备案";
const CERTIFICATE = "异地就医备案凭证";
const IDLE_MS = 61_000;
const GONE_MS = 31_000;

/** At a public terminal: read a card, apply, end; nothing personal is left for the next person. */
export async function run(t) {
  const kiosk = await t.visitor({ viewport: SCREEN });
  await putsTheCardIn(kiosk);
  const number = await applies(kiosk);
  await ends(kiosk, number);
  if (t.javaScript) await walksAway(t);
}

async function putsTheCardIn(kiosk) {
  await open(kiosk, "/kiosk");
  await standsAt(kiosk, say("kiosk-title"));
  await staysHere(kiosk);
  await kiosk.shot("kiosk");
  await kiosk.picture("kiosk");
  await follow(kiosk, () => kiosk.hands.press(tile(kiosk, "kiosk-tile-cases")));
  await standsAt(kiosk, say("kiosk-card-title"));
  await staysHere(kiosk);
  await kiosk.shot("kiosk-card");
  await fill(kiosk, { [say("kiosk-card-number")]: NOBODY });
  await press(kiosk, say("kiosk-card-button"), 422);
  await sees(kiosk, say("kiosk-card-unknown"));
  await fill(kiosk, { [say("kiosk-card-number")]: CARD });
  await press(kiosk, say("kiosk-card-button"));
  await standsAt(kiosk, say("cases-title"));
  assert.match(kiosk.page.url(), /\/kiosk\/cases$/);
  await kiosk.page.getByText(NAME).waitFor();
}

const tile = (kiosk, key) => kiosk.page.getByRole("link", { name: new RegExp(`^${say(key)}`) });

async function applies(kiosk) {
  await open(kiosk, "/kiosk");
  await follow(kiosk, () => kiosk.hands.press(tile(kiosk, "kiosk-tile-services")));
  await staysHere(kiosk);
  await go(kiosk, SERVICE);
  await standsAt(kiosk, SERVICE);
  await staysHere(kiosk);
  await kiosk.shot("kiosk-guide");
  await press(kiosk, say("apply"));
  await staysHere(kiosk);
  await kiosk.shot("kiosk-step");
  const { number, path } = await fillInCareElsewhere(kiosk);
  await staysHere(kiosk);
  await kiosk.shot("kiosk-receipt");
  assert.match(path, /^\/kiosk\/cases\//);
  await go(kiosk, say("receipt-follow"));
  await sees(kiosk, number);
  await staysHere(kiosk);
  await takesTheResult(kiosk, path);
  return number;
}

async function takesTheResult(kiosk, path) {
  await awaitCertificate(kiosk, path);
  await staysHere(kiosk);
  await openCertificate(kiosk, CERTIFICATE);
  await staysHere(kiosk);
  await kiosk.shot("kiosk-certificate");
  await open(kiosk, "/kiosk/certificates");
  await staysHere(kiosk);
  await open(kiosk, path);
  await go(kiosk, say("case-rate"));
  await staysHere(kiosk);
  await choose(kiosk, { [say("rate-level")]: say("evaluation-level-very-satisfied") });
  await press(kiosk, say("rate-next"));
  await press(kiosk, say("rate-button"));
  await sees(kiosk, say("rate-thanks"));
  await staysHere(kiosk);
}

/** Every link leads to another page of the kiosk: there is no address bar to find back with. */
async function staysHere(kiosk) {
  assert.equal(new URL(kiosk.page.url()).pathname.startsWith("/kiosk"), true, kiosk.page.url());
  for (const link of await kiosk.page.getByRole("link").all()) {
    const href = await link.getAttribute("href");
    assert.match(href, /^(\/kiosk([/?]|$)|#|tel:)/, `a link on ${kiosk.page.url()}`);
  }
}

async function ends(kiosk, number) {
  const personal = kiosk.page.url();
  await press(kiosk, say("kiosk-end"));
  await standsAt(kiosk, say("kiosk-ended-title"));
  await kiosk.shot("kiosk-ended");
  await kiosk.page.goBack();
  await kiosk.page.getByRole("heading", { level: 1 }).waitFor();
  await knowsNobody(kiosk, number);
  await kiosk.goto(personal);
  await standsAt(kiosk, say("kiosk-card-title"));
  await knowsNobody(kiosk, number);
}

async function knowsNobody(kiosk, number) {
  const shown = await kiosk.page.content();
  for (const trace of [NAME, CARD, number, "远山省临江市"]) assert.ok(!shown.includes(trace), trace);
}

/** Somebody leaves without ending: the screen asks, and then ends by itself. */
async function walksAway(t) {
  const kiosk = await t.visitor({ viewport: SCREEN });
  await kiosk.page.clock.install();
  await open(kiosk, "/kiosk/card");
  await fill(kiosk, { [say("kiosk-card-number")]: CARD });
  await press(kiosk, say("kiosk-card-button"));
  await kiosk.page.waitForLoadState("networkidle");
  const question = kiosk.page.getByRole("dialog", { name: say("kiosk-idle-title") });
  await kiosk.page.clock.runFor(IDLE_MS);
  await question.waitFor();
  await kiosk.axe();
  await kiosk.shot("kiosk-idle");
  await kiosk.hands.press(question.getByRole("button", { name: say("kiosk-idle-continue") }));
  await question.waitFor({ state: "hidden" });
  await kiosk.page.clock.runFor(IDLE_MS);
  await question.waitFor();
  await follow(kiosk, () => kiosk.page.clock.runFor(GONE_MS));
  await standsAt(kiosk, say("kiosk-ended-title"));
  await kiosk.goto("/kiosk/cases");
  await standsAt(kiosk, say("kiosk-card-title"));
}
