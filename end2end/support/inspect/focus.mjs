// Runs in the browser: does the focus show, and what remains when the reader's own colours take over?
// See common.mjs for what is called here.
/* global controls, describe, isShown */

/** How an element and what may show its focus for it are drawn. */
export function drawn(control) {
  const around = [control, control.parentElement, control.parentElement?.parentElement];
  const labels = control.labels ? [...control.labels] : [];
  const boxes = [...around, ...labels, control.nextElementSibling].filter(Boolean);
  return boxes.flatMap((box) =>
    ["", "::before", "::after"].map((part) => {
      const style = getComputedStyle(box, part);
      // The colour of a line that is not there says nothing.
      const line = (name) => {
        const [kind, width, colour] = ["Style", "Width", "Color"].map((it) => style[`${name}${it}`]);
        return kind === "none" || width === "0px" ? "none" : [kind, width, colour];
      };
      return JSON.stringify([
        ["outline", "borderTop", "borderRight", "borderBottom", "borderLeft"].map(line),
        // The reader's own colours leave no shadow.
        matchMedia("(forced-colors: active)").matches ? "" : style.boxShadow,
      ]);
    }),
  );
}

/** Controls that look the same whether they have the focus or not; a key must have been pressed before. */
export function unseenFocus() {
  const found = [];
  for (const control of controls()) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue;
    document.activeElement?.blur();
    const before = drawn(control);
    control.focus();
    if (document.activeElement !== control) continue;
    const after = drawn(control);
    if (before.join() === after.join()) found.push(`its focus does not show: ${describe(control)}`);
  }
  document.activeElement?.blur();
  return found;
}

/** A line that shows whatever the colours are: border, outline, underline, also of a drawn part. */
export function hasLine(element) {
  return ["", "::before", "::after"].some((part) => {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") return false;
    const sides = ["Top", "Right", "Bottom", "Left"];
    const border = sides.some(
      (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1,
    );
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return border || outline || (!part && style.textDecorationLine.includes("underline"));
  });
}

/** Whether the current one of several places differs from its peers by a line or by its weight. */
export function standsOut(element) {
  if (!element.hasAttribute("aria-current")) return false;
  const list = element.closest("ul, ol, nav") ?? document.body;
  const peers = [...list.querySelectorAll(`${element.localName}:not([aria-current])`)].filter(isShown);
  const weight = (it) => Number(getComputedStyle(it).fontWeight);
  return peers.some((it) => hasLine(it) !== hasLine(element) || weight(element) - weight(it) >= 200);
}

/** Buttons and current places that only a colour has shown. */
export function withoutLines() {
  const selector = 'button, .button, input:not([type="hidden"]), select, textarea, [aria-current]';
  return [...document.querySelectorAll(selector)]
    .filter(isShown)
    .filter((it) => !it.matches('[type="radio"], [type="checkbox"], [type="file"]'))
    .filter((it) => !hasLine(it) && !standsOut(it) && ![...it.children].some(hasLine))
    .map((it) => `shows by its colour only: ${describe(it)}`);
}
