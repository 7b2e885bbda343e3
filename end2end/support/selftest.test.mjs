// The checks of the runner must be able to fail: each is shown a bad page here.

import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

import { CHROMIUM, CHROMIUM_FLAGS } from "./chromium.mjs";
import { Journey } from "./journey.mjs";
import { parse } from "./mail.mjs";
import { judged, weigh } from "./weights.mjs";

const CSP = "default-src 'self'; script-src 'self' 'sha256-none'; report-uri /csp";
const document = (body) =>
  `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${body}</main></html>`;
const PAGES = {
  "/good": [200, document('<label>Name <input name="name"></label><script src="/good.js"></script>')],
  "/good.js": [200, "document.title = 'awake'"],
  "/refused": [404, document("<p>There is no such page.</p>")],
  "/broken": [500, document("<p>Broken.</p>")],
  "/throws": [200, document('<script src="/throws.js"></script>')],
  "/throws.js": [200, "throw new Error('thrown on purpose')"],
  "/missing-image": [200, document('<img alt="" src="/no-such.png">')],
  "/inline-style": [200, document('<p style="color:red">Red.</p>')],
  "/cut-image": [200, document('<img alt="" src="/cut.png">')],
  "/invalid": [200, document("<ul><p>No item of a list.</p></ul>")],
  "/nameless": [200, document('<input name="name">')],
  "/favicon.ico": [204, ""],
};

let server;
let browser;
const folder = mkdtempSync(join(tmpdir(), "tongban-selftest-"));

before(async () => {
  server = createServer((request, response) => {
    if (request.url === "/cut.png") return request.destroy();
    const [status, body] = PAGES[request.url] ?? [404, ""];
    const kind = request.url.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    response.writeHead(status, { "content-type": kind, "content-security-policy": CSP });
    return response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
});

after(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function travel(javaScript, steps) {
  const portal = { url: `http://127.0.0.1:${server.address().port}`, dataDir: folder };
  const viewport = { width: 360, height: 780 };
  const journey = new Journey({
    browser, portal, name: "selftest", javaScript, viewport, results: `${folder}/`,
  });
  try {
    await journey.run(steps);
  } finally {
    await journey.close();
  }
}

const visit = (path) => async (t) => {
  await t.goto(path);
  await t.page.waitForLoadState("networkidle");
};

for (const javaScript of [true, false]) {
  const mode = `JavaScript ${javaScript ? "on" : "off"}`;

  test(`a good page has no complaints, ${mode}`, async () => {
    await travel(javaScript, async (t) => {
      await visit("/good")(t);
      assert.equal(await t.page.title(), javaScript ? "awake" : "Page");
      await t.axe();
      await t.shot("good");
    });
  });

  test(`a refusal is an answer, ${mode}`, () => travel(javaScript, visit("/refused")));

  test(`an internal error is not, ${mode}`, async () => {
    await assert.rejects(travel(javaScript, visit("/broken")), /500 from/);
  });

  test(`what is missing on a page is found, ${mode}`, async () => {
    await assert.rejects(travel(javaScript, visit("/missing-image")), /404/);
  });

  test(`a connection that is cut is found, ${mode}`, async () => {
    await assert.rejects(travel(javaScript, visit("/cut-image")), /ERR_EMPTY_RESPONSE for .*cut.png/);
  });

  test(`HTML that the standard forbids is found, ${mode}`, async () => {
    await assert.rejects(travel(javaScript, visit("/invalid")), /element-permitted-content: <p>/);
  });

  test(`what the CSP refuses is found, ${mode}`, async () => {
    await assert.rejects(travel(javaScript, visit("/inline-style")), /Content Security Policy/);
  });

  test(`a field without a name is found, ${mode}`, async () => {
    const steps = async (t) => {
      await t.goto("/nameless");
      await t.axe();
    };
    await assert.rejects(travel(javaScript, steps), /label/);
  });

  test(`a failing journey fails, ${mode}`, async () => {
    const steps = async () => assert.fail("on purpose");
    await assert.rejects(travel(javaScript, steps), /on purpose/);
  });

  test(`everybody is listened to, ${mode}`, async () => {
    const steps = async (t) => {
      const other = await t.visitor({ locale: "en-GB" });
      await other.goto("/broken");
    };
    await assert.rejects(travel(javaScript, steps), /500 from/);
  });
}

test("an error in a script is found", async () => {
  await assert.rejects(travel(true, visit("/throws")), /thrown on purpose/);
});

test("the newest mail to somebody is found, and what came before can be passed over", async () => {
  mkdirSync(join(folder, "mails"));
  const mail = (name, subject) =>
    writeFileSync(
      join(folder, "mails", name),
      `To: 王伟 <wang@example.cn>\r\nSubject: ${subject}\r\n` +
        'Content-Type: multipart/alternative; boundary="tongban"\r\n\r\n' +
        "--tongban\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n您好\r\nhttp://127.0.0.1/my\r\n\r\n" +
        "--tongban\r\nContent-Type: text/html\r\n\r\n<p>您好\r\n--tongban--\r\n",
    );
  mail("1.eml", "收件");
  await travel(true, async (t) => {
    const [before] = t.mail.names();
    mail("2.eml", "受理");
    const { subject, text, links } = await t.mail.last({ to: "wang@example.cn", after: before });
    assert.deepEqual([subject, text], ["受理", "您好\nhttp://127.0.0.1/my"]);
    assert.deepEqual(links, ["http://127.0.0.1/my"]);
    const first = await t.mail.last({ to: "wang@example.cn", subject: "收件" });
    assert.equal(first.name, "1.eml");
  });
});

test("a mail without parts is read as well", () => {
  assert.equal(parse("To: a@b.cn\r\nSubject: Hi\r\n\r\nText\r\n").text, "Text");
});

test("a first visit that is too heavy is found", async () => {
  const url = `http://127.0.0.1:${server.address().port}/good`;
  const without = await weigh(browser, url, { javaScript: false });
  const withScript = await weigh(browser, url, { javaScript: true });
  assert.ok(without.html > 100 && without.html <= without.total, JSON.stringify(without));
  assert.ok(withScript.total > without.total, "the script is weighed as well");
  const spent = [["the document", 10, 10], ["all", 11, 10], ["nothing", 0, 10]];
  assert.deepEqual(judged(spent).kept, ["the document: 10 of 10 bytes"]);
  assert.deepEqual(judged(spent).broken, ["all: 11 of 10 bytes", "nothing: 0 of 10 bytes"]);
});
