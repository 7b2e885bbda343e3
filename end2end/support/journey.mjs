// One run of one journey: what it is given as `t`.
//
//   t.page          Playwright page of the first visitor
//   t.context       the browser's cookies and requests of the first visitor
//   t.portal        the portal under test: its address, and run("verb", …) for a verb of the program
//   t.javaScript    whether this run has JavaScript
//   t.oneOf(a, b, c)    the first with JavaScript, the second without, the third by keyboard
//   t.hands         how things are pressed, ticked and typed: by mouse or by keyboard (support/hands.mjs)
//   t.goto(path)    opens a page of the portal and returns its response
//   t.axe()         fails on any accessibility problem of the page as it stands
//   t.shot(name)    screenshot of the whole page into end2end/results/
//   t.picture(name) picture for the README into end2end/results/pictures/
//   t.visitor(options)  somebody else, with cookies of their own and the same helpers; { locale: "en-GB" }
//   t.tab()         another tab of the same browser
//   t.mail          last({ to, subject, after }) waits for a mail and returns { to, subject, text, links }
//   t.id            text that no other run has, for addresses and names

import { Mailbox } from "./mail.mjs";
import { Visitor } from "./visitor.mjs";

const RUN_MS_MAX = 300_000;

export class Journey {
  /**
   * `keyboard`: nobody has a mouse. `checked`: every page is held against axe and the HTML standard; who
   * only prepares something leaves that out.
   */
  constructor({
    browser, portal, name, javaScript, viewport, results, keyboard = false, checked = true,
  }) {
    this.browser = browser;
    this.portal = portal;
    this.name = name;
    this.javaScript = javaScript;
    this.viewport = viewport;
    this.results = results;
    this.keyboard = keyboard;
    this.checked = checked;
    this.mail = new Mailbox(portal.dataDir);
    this.id = `${Date.now().toString(36)}${keyboard ? "k" : javaScript ? "j" : "n"}`;
    this.visitors = [];
  }

  /** Lets the journey happen, and fails when it fails, takes too long or left complaints behind. */
  async run(steps) {
    this.first = await this.visitor();
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${RUN_MS_MAX} ms`)), RUN_MS_MAX);
    });
    try {
      await Promise.race([steps(this), late]);
    } finally {
      clearTimeout(timer);
    }
    const complaints = await this.complaints();
    if (complaints.length > 0) throw new Error(`complaints of the browser:\n${complaints.join("\n")}`);
  }

  /** What browsers and the HTML standard have to say against the pages that anybody has visited. */
  async complaints() {
    const invalid = await Promise.all(this.visitors.map((visitor) => visitor.invalid()));
    return [...this.visitors.flatMap((visitor) => visitor.complaints()), ...new Set(invalid.flat())];
  }

  async visitor(options = {}) {
    const visitor = await Visitor.arrive(this, options);
    this.visitors.push(visitor);
    return visitor;
  }

  get page() {
    return this.first.page;
  }

  get hands() {
    return this.first.hands;
  }

  get context() {
    return this.first.context;
  }

  /** Somebody for each kind of run, so that none finds what another one has left. */
  oneOf(withJavaScript, withoutJavaScript, byKeyboard) {
    if (this.keyboard) return byKeyboard;
    return this.javaScript ? withJavaScript : withoutJavaScript;
  }

  tab() {
    return this.first.tab();
  }

  goto(path) {
    return this.first.goto(path);
  }

  axe() {
    return this.first.axe();
  }

  shot(name) {
    return this.first.shot(name);
  }

  picture(name, top) {
    return this.first.picture(name, top);
  }

  /** What everybody saw when it went wrong. */
  async shotOfFailure() {
    for (const [at, visitor] of this.visitors.entries()) {
      await visitor.shot(`FAILED-${this.name}-${at + 1}`).catch(() => {});
      console.log(`     visitor ${at + 1} was at ${visitor.page.url()}`);
    }
  }

  async close() {
    await Promise.all(this.visitors.map((visitor) => visitor.leave()));
  }
}
