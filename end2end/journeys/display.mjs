import assert from "node:assert/strict";

import { field, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "display";

/** Everybody can have the portal as they need it, and keeps it so; and nothing typed is lost offline. */
export async function run(t) {
  await choosesElderMode(t);
  await choosesInSettings(t);
  await readsTraditionalCharacters(t);
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
  await t.page.getByLabel(say("display-elder"), { exact: true }).uncheck();
  await tick(t, modes, say("display-contrast"));
  await tick(t, modes, say("display-still"));
  await t.page.getByLabel(say("display-theme-dark"), { exact: true }).check();
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
  await field(t, say("sign-in-login")).fill(address);
  await field(t, say("account-password")).fill("not-a-real-password");
  await context.setOffline(true);
  try {
    await page.getByRole("main").getByRole("button", { name: say("sign-in"), exact: true }).click();
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
