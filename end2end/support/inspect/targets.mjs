// Runs in the browser: can everything be hit? See common.mjs for what is called here.
/* global controls, describe, isShown */

/** Where a finger may land: a control together with its label, if it has one that shows. */
export function targetOf(control) {
  const labels = control.matches('[type="radio"], [type="checkbox"]') ? [...control.labels] : [];
  const boxes = [control, ...labels]
    .filter((it) => it === control || isShown(it))
    .map((it) => it.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { control, left, top, right, bottom, width: right - left, height: bottom - top };
}

/** A link in a sentence, whose height is that of the line (WCAG 2.5.8, exception "Inline"). */
export function isInline(control) {
  if (!control.matches("a") || getComputedStyle(control).display !== "inline") return false;
  let block = control.parentElement;
  while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
  return block.textContent.trim().length > control.textContent.trim().length;
}

/** What is entered, chosen or pressed, other than a mere link. */
export function isMain(control) {
  const selector = "button, .button, input, select, textarea, summary";
  return control.closest("main, dialog") !== null && control.matches(selector);
}

/**
 * Targets that are too small: `main` and `other` are the least heights in CSS pixels. A short word may be
 * narrower, but what is pressed is at least 44 px wide and everything else 24 px. A small target passes with
 * 24 px of free room around its centre where no more than 24 px are asked for (WCAG 2.5.8).
 */
export function tooSmall({ main, other }) {
  const targets = controls()
    .filter((it) => isShown(it) || (it.labels?.length && isShown(it.labels[0])))
    .filter((it) => !isInline(it))
    .map(targetOf);
  const centre = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
  const hasRoom = (target) => {
    const { x, y } = centre(target);
    return targets.every((it) => {
      if (it === target) return true;
      const dx = Math.max(it.left - x, 0, x - it.right);
      const dy = Math.max(it.top - y, 0, y - it.bottom);
      return Math.hypot(dx, dy) >= 12;
    });
  };
  const found = [];
  for (const target of targets) {
    const [least, narrowest] = isMain(target.control) ? [main, 44] : [other, 24];
    const isLarge = target.height >= least - 0.5 && target.width >= Math.min(least, narrowest) - 0.5;
    if (isLarge || (least <= 24 && hasRoom(target))) continue;
    const size = `${Math.round(target.width)}×${Math.round(target.height)}`;
    found.push(`${size} px, less than ${least}: ${describe(target.control)}`);
  }
  return found;
}
