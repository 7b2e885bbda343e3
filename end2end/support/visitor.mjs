// Somebody at a browser, with cookies of their own, whose browser's complaints are remembered.

import { problems, problemsOfMarkup } from "./axe.mjs";

const ACTION_MS_MAX = 10_000;
const NAVIGATION_MS_MAX = 20_000;
const LARGE_SCREEN_WIDTH = 1000;

export class Visitor {
  static async arrive(journey, { locale = "zh-CN", viewport = journey.viewport } = {}) {
    const visitor = new Visitor();
    visitor.journey = journey;
    visitor.context = await journey.browser.newContext({
      baseURL: journey.portal.url,
      javaScriptEnabled: journey.javaScript,
      locale,
      reducedMotion: "reduce",
      timezoneId: "Asia/Shanghai",
      viewport,
    });
    visitor.context.setDefaultTimeout(ACTION_MS_MAX);
    visitor.context.setDefaultNavigationTimeout(NAVIGATION_MS_MAX);
    // Shared by all tabs.
    visitor.stage = {};
    visitor.heard = [];
    visitor.refusedPages = new Set();
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
      if (status >= 500) this.heard.push({ what: `${status} from ${response.url()}` });
      if (status >= 400 && response.request().resourceType() === "document") {
        this.refusedPages.add(response.url());
      }
    });
  }

  /**
   * What the browser complained about. Chromium also writes every page with a status of 400 or more
   * to the console; such a page is an answer like any other and for the journey to judge.
   */
  complaints() {
    const isAnswer = ({ what, url }) =>
      what.startsWith("console: Failed to load resource") && this.refusedPages.has(url);
    return this.heard.filter((heard) => !isAnswer(heard)).map(({ what }) => what);
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
    const found = this.journey.javaScript
      ? await problems(this.page)
      : await problemsOfMarkup(await this.twin(), this.page);
    if (found.length > 0) {
      throw new Error(`accessibility of ${this.page.url()}:\n${found.join("\n")}`);
    }
  }

  shot(name) {
    const mode = this.journey.javaScript ? "js" : "nojs";
    const { width } = this.page.viewportSize();
    const path = `${this.journey.results}${name}-${width}-${mode}.png`;
    return this.page.screenshot({ path, fullPage: true });
  }

  /** A picture for the README: what a large screen shows from so many pixels below the top. */
  async picture(name, top = 0) {
    const { width, height } = this.page.viewportSize();
    if (width < LARGE_SCREEN_WIDTH) return;
    const path = `${this.journey.results}pictures/${name}.png`;
    await this.page.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width, height } });
  }

  async leave() {
    await this.stage.twin?.close();
    await this.context.close();
  }
}
