// Wakes the islands of a page that has any; other pages load no WebAssembly at all.
// Each island's function stands in the module under the island's name. An island inside another
// island's children needs the outer one's owner first: the outer one has left a callback there.
const wake = async (module, node, enter) => {
  if (node.localName === "leptos-island") {
    enter?.();
    await module[node.dataset.component]?.(node);
  } else if (node.localName === "leptos-children") {
    enter = node.$$on_hydrate;
  }
  for (const child of node.children) await wake(module, child, enter);
};
// A public terminal keeps nothing.
if (!document.body.classList.contains("kiosk")) {
  navigator.serviceWorker?.register("/sw.js").catch(() => {});
}
if (document.querySelector("leptos-island")) {
  // The policy trusts a script element that a trusted script adds ('strict-dynamic'), but not what
  // an inline script imports. So the module comes by an element, and the import finds it loaded.
  const script = document.createElement("script");
  script.type = "module";
  script.src = "JS_ADDRESS";
  script.onload = async () => {
    const module = await import(script.src);
    await module.default({ module_or_path: "WASM_ADDRESS" });
    module.hydrate();
    await wake(module, document.body);
    // An island may bring in a part of a page, and islands with it.
    document.addEventListener("renewed", (event) => wake(module, event.target));
  };
  document.head.append(script);
}
