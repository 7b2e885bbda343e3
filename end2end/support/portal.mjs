// The portal under test: the real binary with the demonstration city in a temporary folder.

import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const ROOT = new URL("../..", import.meta.url).pathname;
const BINARY = process.env.TONGBAN_BINARY ?? join(ROOT, "target/debug/tongban");
const SHARED_DATA = process.env.SHARED_DATA ?? join(ROOT, "../shared/data");
const IMPORTS = [
  ["divisions", "divisions"],
  ["holidays", "holiday-cn"],
  ["items", "sichuan-items/items.jsonl"],
];
/** All journeys come from one address; a person does not sign in as often. */
const SIGN_INS_PER_MINUTE = "1000";
const START_MS_MAX = 30_000;
const STOP_MS_MAX = 10_000;
const LOG_LINES_SHOWN = 20;

export class Portal {
  /** Fills a new data folder and starts the server. Its output goes to `results/server.log`. */
  static async start(results) {
    if (!existsSync(BINARY)) throw new Error(`${BINARY} is missing: run \`cargo xtask build\``);
    const portal = new Portal();
    portal.dataDir = mkdtempSync(join(tmpdir(), "tongban-journeys-"));
    portal.logFile = join(results, "server.log");
    portal.log = openSync(portal.logFile, "w");
    const [port, adminPort] = await freePorts(2);
    portal.url = `http://127.0.0.1:${port}`;
    portal.adminUrl = `http://127.0.0.1:${adminPort}`;
    portal.environment = {
      ...process.env,
      TONGBAN__DATA_DIR: portal.dataDir,
      TONGBAN__DEVELOPMENT: "true",
      TONGBAN__HTTP__ADDRESS: `127.0.0.1:${port}`,
      TONGBAN__HTTP__SECURE_COOKIES: "false",
      TONGBAN__HTTP__SIGN_INS_PER_MINUTE: SIGN_INS_PER_MINUTE,
      TONGBAN__ADMIN__ADDRESS: `127.0.0.1:${adminPort}`,
      TONGBAN__CITY__BASE_URL: portal.url,
    };
    try {
      await portal.#fill();
      await portal.#serve();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  async #fill() {
    await this.#verb("migrate");
    for (const [what, path] of IMPORTS) {
      const source = join(SHARED_DATA, path);
      if (existsSync(source)) await this.#verb("import", what, source);
      else console.log(`SKIPPED: no ${what}, ${source} is not here`);
    }
    await this.#verb("seed", "demo");
  }

  #spawn(words) {
    const stdio = ["ignore", this.log, this.log];
    return spawn(BINARY, words, { cwd: this.dataDir, env: this.environment, stdio });
  }

  async #verb(...words) {
    const code = await ended(this.#spawn(words));
    if (code !== 0) throw new Error(`tongban ${words.join(" ")} ended with ${code}\n${this.lastLog()}`);
  }

  /** What a verb of the program prints, beside the running server. */
  async run(...words) {
    const { stdout } = await promisify(execFile)(BINARY, words, {
      cwd: this.dataDir,
      env: this.environment,
    });
    return stdout;
  }

  /** Lets the server live so many days in the past while something is done that is to be late today. */
  async inThePast(days, doIt) {
    const today = this.environment;
    await this.#halt();
    this.environment = { ...today, TONGBAN__CLOCK_DAYS_BEHIND: String(days) };
    await this.#serve();
    await doIt();
    await this.#halt();
    this.environment = today;
    await this.#serve();
  }

  async #serve() {
    this.server = this.#spawn(["serve"]);
    const until = Date.now() + START_MS_MAX;
    while (Date.now() < until) {
      if (this.server.exitCode !== null) break;
      const answer = await fetch(`${this.adminUrl}/livez`).catch(() => null);
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error(`tongban serve does not answer\n${this.lastLog()}`);
  }

  /** The end of what the server has logged. */
  lastLog() {
    return readFileSync(this.logFile, "utf8").trimEnd().split("\n").slice(-LOG_LINES_SHOWN).join("\n");
  }

  /** Stops the server and removes its data. */
  async stop() {
    await this.#halt();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #halt() {
    const server = this.server;
    if (server && server.exitCode === null && server.signalCode === null) {
      const gone = ended(server);
      server.kill("SIGTERM");
      const late = sleep(STOP_MS_MAX, "late", { ref: false });
      if ((await Promise.race([gone, late])) === "late") {
        console.log(`The server did not stop within ${STOP_MS_MAX} ms and was killed`);
        server.kill("SIGKILL");
        await gone;
      }
    }
  }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
}

/** Ports that were free a moment ago; held together, so that they differ. */
async function freePorts(count) {
  const listeners = Array.from({ length: count }, () => createServer());
  const listening = (listener) => new Promise((done) => listener.listen(0, "127.0.0.1", done));
  await Promise.all(listeners.map(listening));
  const ports = listeners.map((listener) => listener.address().port);
  await Promise.all(listeners.map((listener) => new Promise((done) => listener.close(done))));
  return ports;
}
