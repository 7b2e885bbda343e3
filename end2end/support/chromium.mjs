// Which browser, and how it is started.

/** Debian's package; CHROMIUM names another one. */
export const CHROMIUM = process.env.CHROMIUM || "/usr/bin/chromium";

/** No sandbox, because test machines run as root; nothing that talks to anybody but the portal. */
export const CHROMIUM_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
