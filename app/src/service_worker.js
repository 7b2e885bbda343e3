// Keeps public pages that were visited readable without a connection, and what was typed when a form
// cannot be sent. Personal pages are never kept: the server marks them, and only "public" ones count.
const CACHE = "tongban-CACHE_VERSION";
const WORDS = OFFLINE_WORDS;
const PATIENCE_MS = 8000;
const PAGES_KEPT = 60;
const FROZEN = "/assets/";

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin || url.pathname.startsWith("/kiosk")) return;
  if (request.method === "GET" && url.pathname.startsWith(FROZEN)) {
    event.respondWith(frozen(request));
  } else if (request.mode === "navigate" && request.method === "GET") {
    event.respondWith(page(request));
  } else if (request.mode === "navigate" && isOurForm(request, url)) {
    event.respondWith(form(request));
  }
});

// What this worker sends carries our own origin. A form on another site must not borrow that, so only
// forms of our pages pass through here; the browser sends all others itself, and the server refuses them.
function isOurForm(request, url) {
  return url.pathname.startsWith("/do/") && request.referrer.startsWith(`${location.origin}/`);
}

async function prepare() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FIRST_FILES);
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("tongban-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// Names of these files carry their content's hash: what is here is right for ever.
async function frozen(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function page(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  try {
    // Only somebody with an older copy can do something better than wait.
    const answer = await (kept ? Promise.race([fetch(request), tooLong()]) : fetch(request));
    if (answer.status === 200 && isPublic(answer)) await keep(cache, request.url, answer.clone());
    return answer;
  } catch {
    return kept ? older(kept) : notice(languageOf(request), "page", "");
  }
}

function tooLong() {
  return new Promise((_, fail) => setTimeout(fail, PATIENCE_MS));
}

function isPublic(answer) {
  return (answer.headers.get("cache-control") ?? "").includes("public");
}

async function keep(cache, url, answer) {
  await cache.delete(url);
  await cache.put(url, answer);
  const pages = (await cache.keys()).filter((kept) => !new URL(kept.url).pathname.startsWith(FROZEN));
  await Promise.all(pages.slice(0, -PAGES_KEPT).map((kept) => cache.delete(kept)));
}

// The kept page with a line that says so.
async function older(kept) {
  const html = await kept.text();
  const words = WORDS[/<html[^>]* lang="([^"]+)"/.exec(html)?.[1]] ?? WORDS["zh-Hans"];
  const date = kept.headers.get("date");
  const when = date ? `<time>${new Date(date).toLocaleString()}</time>` : "";
  const line = `<p class="offline-note" role="status">${words.older} ${when}</p><main`;
  return new Response(html.replace("<main", line), { headers: kept.headers });
}

// A form that could not be sent comes back with everything that was typed, to be sent again.
async function form(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    return notice(languageOf(request), "form", await again(copy));
  }
}

async function again(request) {
  const words = WORDS[languageOf(request)];
  const data = await request.formData().catch(() => new FormData());
  const fields = [...data].filter(([, value]) => typeof value === "string");
  const hidden = fields.map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`);
  const lost = fields.length < [...data].filter(([, value]) => value.size !== 0).length;
  const kind = (request.headers.get("content-type") ?? "").split(";")[0];
  return `<form method="post" action="${escape(new URL(request.url).pathname)}" enctype="${escape(kind)}">${hidden.join("")}
    ${lost ? `<p>${words.files}</p>` : ""}<p><button class="button" type="submit">${words.again}</button></p></form>`;
}

// The language of the page before, as far as a worker can know it.
function languageOf(request) {
  const wish = new URL(request.referrer || request.url).searchParams.get("lang") ?? navigator.language;
  if (/^en/i.test(wish)) return "en";
  return /hant|tw|hk|mo/i.test(wish) ? "zh-Hant" : "zh-Hans";
}

function notice(language, kind, body) {
  const words = WORDS[language];
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title>
    <link rel="stylesheet" href="CSS_ADDRESS"></head><body class="site"><main class="main container" id="main">
    <div class="stack"><h1>${words.title}</h1><p class="lead">${words[kind]}</p>${body}</div></main></body></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'",
  };
  return new Response(html, { status: 503, headers });
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
