import assert from "node:assert/strict";

import { fill, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "display";

/** Everybody can have the portal as they need it, and keeps it so; and nothing typed is lost offline. */
export async function run(t) {
  await choosesElderMode(t);
  await choosesInSettings(t);
  await readsTraditionalCharacters(t);
  if (t.javaScript) await hearsAPage(t);
  if (t.javaScript) await losesTheConnection(t);
}

const mode = (t, name) => t.page.getAttribute("html", `data-${name}`);

async function choosesElderMode(t) {
  await open(t, "/items");
  await go(t, say("display-tools-elder"));
  assert.equal(new URL(t.page.url()).pathname, "/items", "the same page");
  assert.notEqual(await mode(t, "elder"), null);
  await open(t, "/");
  assert.notEqual(await mode(t, "elder"), null, "the choice lasts");
  const help = t.page.getByRole("complementary", { name: say("footer-help-title") });
  assert.ok(await help.isVisible(), "help is in sight");
  await t.shot("home-elder");
}

async function choosesInSettings(t) {
  await open(t, "/items?audience=personal");
  await go(t, say("display-tools-settings"));
  await standsAt(t, say("display-title"));
  await t.shot("display");
  const modes = say("display-modes");
  await t.hands.untick(t.page.getByLabel(say("display-elder"), { exact: true }));
  await tick(t, modes, say("display-contrast"));
  await tick(t, modes, say("display-still"));
  await t.hands.tick(t.page.getByLabel(say("display-theme-dark"), { exact: true }));
  await press(t, say("display-save"));
  const address = new URL(t.page.url());
  assert.equal(address.pathname, "/items");
  assert.equal(address.searchParams.get("audience"), "personal", "the list is filtered as before");
  await open(t, "/");
  assert.equal(await mode(t, "elder"), null);
  assert.equal(await mode(t, "theme"), "dark");
  for (const name of ["contrast", "still"]) assert.notEqual(await mode(t, name), null, name);
  await t.shot("home-contrast-dark");
  await open(t, "/?mode=standard");
  await open(t, "/");
  for (const name of ["contrast", "still", "theme"]) assert.equal(await mode(t, name), null, name);
}

async function readsTraditionalCharacters(t) {
  await open(t, "/items");
  await go(t, say("language-name-zh-Hant"));
  assert.equal(await t.page.getAttribute("html", "lang"), "zh-Hant");
  await open(t, "/items?q=社會保障卡");
  await sees(t, "社會保障卡");
  await t.shot("items-traditional");
  await open(t, "/items?lang=zh-Hans");
}

/** A page is read sentence by sentence, and the sentence that is read is marked. */
async function hearsAPage(t) {
  const { page } = t;
  // A machine without voices says nothing and never ends; this voice notes what it is to say.
  await page.addInitScript(() => {
    globalThis.said = [];
    speechSynthesis.speak = (utterance) => {
      const [marked] = CSS.highlights.get("read-aloud") ?? [];
      globalThis.said.push({ text: utterance.text, lang: utterance.lang, marked: String(marked) });
      if (globalThis.said.length < 3) setTimeout(() => utterance.onend(new Event("end")), 10);
    };
  });
  await open(t, "/about/accessibility?mode=aloud");
  const button = (key) => page.getByRole("button", { name: say(key), exact: true });
  await t.hands.press(button("aloud-start"));
  await page.waitForFunction(() => globalThis.said.length === 3);
  const said = await page.evaluate(() => globalThis.said);
  for (const { text, lang, marked } of said) {
    assert.equal(marked.trim(), text.trim(), "what is said is marked");
    assert.equal(lang, "zh-Hans");
  }
  assert.ok(said.some(({ text }) => text.includes(say("about-accessibility-title"))), "the heading is read");
  await t.shot("aloud");
  await t.hands.press(button("aloud-pause"));
  await t.hands.press(button("aloud-resume"));
  await t.hands.press(button("aloud-stop"));
  await button("aloud-start").waitFor();
  assert.ok(await page.evaluate(() => !CSS.highlights.has("read-aloud")), "nothing stays marked");
  await open(t, "/?mode=no-aloud");
}

/** A guide that was read stays readable; a form that cannot be sent comes back whole. */
async function losesTheConnection(t) {
  const { page, context } = t;
  await open(t, "/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await open(t, "/items");
  const guide = await page.locator(".item-list__name").first().getAttribute("href");
  await open(t, guide);
  const title = await page.locator("h1").textContent();
  await open(t, "/sign-in");
  const address = `nobody-${t.id}@example.com`;
  await fill(t, {
    [say("sign-in-login")]: address,
    [say("account-password")]: "not-a-real-password",
  });
  await context.setOffline(true);
  try {
    await t.hands.press(page.getByRole("main").getByRole("button", { name: say("sign-in"), exact: true }));
    await page.getByRole("heading", { name: say("offline-title") }).waitFor();
    assert.equal(await page.locator("input[name=login]").getAttribute("value"), address);
    await t.shot("offline-form");
    await page.goto(guide);
    assert.equal(await page.locator("h1").textContent(), title, "the guide is there");
    await page.getByText(say("offline-older")).waitFor();
    await t.shot("offline-guide");
    await page.goBack();
  } finally {
    await context.setOffline(false);
  }
}
