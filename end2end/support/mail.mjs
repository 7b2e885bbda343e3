// Mails as the portal leaves them in its data folder, one `.eml` file each, oldest first by name.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const WAIT_MS_MAX = 15_000;
const POLL_MS = 100;

export class Mailbox {
  constructor(dataDir) {
    this.folder = join(dataDir, "mails");
  }

  /** Names of all mails; keep the last one as `after` to wait for what comes next. */
  names() {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).filter((name) => name.endsWith(".eml")).sort();
  }

  /** The newest mail to an address, waiting for the portal's background work. */
  async last({ to, subject = "", after = "" }) {
    const until = Date.now() + WAIT_MS_MAX;
    do {
      for (const name of this.names().reverse()) {
        if (name <= after) break;
        const mail = parse(readFileSync(join(this.folder, name), "utf8"));
        if (mail.to.includes(to) && mail.subject.includes(subject)) return { name, ...mail };
      }
      await sleep(POLL_MS);
    } while (Date.now() < until);
    throw new Error(`no mail to ${to} with "${subject}" within ${WAIT_MS_MAX} ms`);
  }
}

/** Reads a mail as the portal writes it, UTF-8 throughout: addressee, subject, plain text, its links. */
export function parse(source) {
  const { headers, body } = part(source);
  const boundary = /boundary="([^"]+)"/.exec(headers.get("content-type"))?.[1];
  const text = boundary ? part(body.split(`--${boundary}\r\n`)[1]).body : body;
  return {
    to: headers.get("to"),
    subject: headers.get("subject"),
    text: text.replaceAll("\r\n", "\n").trim(),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
  };
}

function part(source) {
  const end = source.indexOf("\r\n\r\n");
  const lines = source.slice(0, end).split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
    }),
  );
  return { headers, body: source.slice(end + 4) };
}
