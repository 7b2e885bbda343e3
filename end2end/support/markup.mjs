// Whether HTML is what the standard says, by html-validate. It reads the page as the server has sent it,
// before a browser has mended anything.

import { createHash } from "node:crypto";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const RULES = {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // How the renderer writes what is right either way.
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-raw-characters": "off",
    "void-style": "off",
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(RULES));
const known = new Map();

/** The problems of a document, one a line. */
export async function problemsOfHtml(source) {
  const key = createHash("sha256").update(source).digest("base64");
  if (!known.has(key)) known.set(key, await validate(source));
  return known.get(key);
}

async function validate(source) {
  const report = await validator.validateString(source);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `  ${ruleId}: ${message} at ${selector ?? "?"}`),
  );
}
