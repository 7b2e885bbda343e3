// Somebody at a browser, with cookies of their own, whose browser's complaints are remembered.

import { problems, problemsOfMarkup } from "./axe.mjs";
import { KEYBOARD, MOUSE, watchTheMouse } from "./hands.mjs";
import { problemsOfHtml } from "./markup.mjs";

const ACTION_MS_MAX = 10_000;
const NAVIGATION_MS_MAX = 20_000;
const LARGE_SCREEN_WIDTH = 1000;

const isRedirect = (status) => status >= 300 && status < 400;

export class Visitor {
  static async arrive(
    journey,
    { locale = "zh-CN", viewport = journey.viewport, storageState, serviceWorkers = "allow" } = {},
  ) {
    const visitor = new Visitor();
    visitor.journey = journey;
    visitor.hands = journey.keyboard ? KEYBOARD : MOUSE;
    visitor.context = await journey.browser.newContext({
      baseURL: journey.portal.url,
      javaScriptEnabled: journey.javaScript,
      locale,
      reducedMotion: "reduce",
      serviceWorkers,
      storageState,
      timezoneId: "Asia/Shanghai",
      viewport,
    });
    if (journey.keyboard) await visitor.context.addInitScript(watchTheMouse);
    visitor.context.setDefaultTimeout(ACTION_MS_MAX);
    visitor.context.setDefaultNavigationTimeout(NAVIGATION_MS_MAX);
    // Shared by all tabs.
    visitor.stage = {};
    visitor.heard = [];
    visitor.refusedPages = new Set();
    visitor.documents = [];
    visitor.#listen();
    visitor.page = await visitor.context.newPage();
    return visitor;
  }

  #listen() {
    const { context } = this;
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      this.heard.push({ what: `console: ${message.text()}`, url: message.location().url });
    });
    context.on("weberror", (error) => {
      this.heard.push({ what: `page error: ${error.error().stack ?? error.error()}` });
    });
    context.on("request", (request) => {
      if (request.headers()["content-type"]?.startsWith("application/csp-report")) {
        this.heard.push({ what: `CSP report: ${request.postData()}` });
      }
    });
    context.on("response", (response) => {
      const status = response.status();
      if (status >= 500 && !response.fromServiceWorker()) this.heard.push({ what: `${status} from ${response.url()}` });
      const isDocument = response.request().resourceType() === "document";
      if (status >= 400 && isDocument) this.refusedPages.add(response.url());
      if (isDocument && !isRedirect(status) && this.journey.checked) {
        this.documents.push(this.#read(response));
      }
    });
    context.on("requestfailed", (request) => {
      const { errorText } = request.failure();
      // Whoever goes on to another page no longer waits for what the last one wanted; and a journey that
      // cuts its own connection knows that.
      if (["net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED"].includes(errorText)) return;
      this.heard.push({ what: `${errorText} for ${request.url()}`, url: request.url() });
    });
  }

  /** A document as the server has sent it; nothing when the browser has thrown it away already. */
  async #read(response) {
    const kind = response.headers()["content-type"] ?? "";
    if (!kind.startsWith("text/html")) return null;
    const source = await response.text().catch(() => null);
    return source === null ? null : { url: response.url(), source };
  }

  /** What is wrong with the HTML of the pages that were visited. */
  async invalid() {
    const documents = (await Promise.all(this.documents)).filter(Boolean);
    const found = new Set();
    for (const { url, source } of documents) {
      const problems = await problemsOfHtml(source);
      if (problems.length > 0) found.add(`HTML of ${url}:\n${problems.join("\n")}`);
    }
    if (this.documents.length > 0 && documents.length === 0) found.add("no page could be read again");
    return [...found];
  }

  /**
   * What the browser complained about. Chromium also writes every page with a status of 400 or more
   * to the console; such a page is an answer like any other and for the journey to judge. `from` leaves
   * out what was heard before.
   */
  complaints(from = 0) {
    const isAnswer = ({ what, url }) =>
      what.startsWith("console: Failed to load resource") && this.refusedPages.has(url);
    return this.heard.slice(from).filter((heard) => !isAnswer(heard)).map(({ what }) => what);
  }

  get javaScript() {
    return this.journey.javaScript;
  }

  /** Another tab of the same browser: another page, the same cookies. */
  async tab() {
    const tab = Object.create(this);
    tab.page = await this.context.newPage();
    return tab;
  }

  goto(path) {
    return this.page.goto(path);
  }

  /** A page with JavaScript and without cookies, for axe; made once, since making one takes long. */
  async twin() {
    this.stage.twin ??= await this.journey.browser.newPage({ viewport: this.page.viewportSize() });
    return this.stage.twin;
  }

  /** Fails on any accessibility problem of the page as it stands, in both modes. */
  async axe() {
    if (!this.journey.checked) return;
    const found = this.journey.javaScript
      ? await problems(this.page)
      : await problemsOfMarkup(await this.twin(), this.page);
    if (found.length > 0) {
      throw new Error(`accessibility of ${this.page.url()}:\n${found.join("\n")}`);
    }
  }

  shot(name) {
    const mode = this.journey.keyboard ? "keys" : this.journey.javaScript ? "js" : "nojs";
    const { width } = this.page.viewportSize();
    const path = `${this.journey.results}${name}-${width}-${mode}.png`;
    return this.page.screenshot({ path, fullPage: true });
  }

  /** A picture for the README: what a large screen shows from so many pixels below the top. */
  async picture(name, top = 0) {
    const { width, height } = this.page.viewportSize();
    if (width < LARGE_SCREEN_WIDTH || this.journey.keyboard) return;
    const path = `${this.journey.results}pictures/${name}.png`;
    await this.page.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width, height } });
  }

  async leave() {
    await this.stage.twin?.close();
    await this.context.close();
  }
}
