// Every page of the portal in every state that looks different, and how to get there. `differences` of
// routes.mjs compares it with the application's own table of pages.
//
//   name     the page's name in reports
//   pattern  the address as the application's table has it; none for a page that stands in no table
//   who      who looks at it: "anybody" or one of the people of support/stage.mjs
//   path     its address, from what the stage has prepared
//   status   what the server answers with
//   shows    the address that it leads to, where that is another one

import { CARE_ELSEWHERE, IDENTITY_CARD, NEWBORN, RENEWAL, SOCIAL_CARD, UNEMPLOYMENT } from "./services.mjs";

const anybody = (name, pattern, path = () => pattern, status = 200) =>
  ({ name, pattern, who: "anybody", path, status });
const by = (who) => (name, pattern, path = () => pattern, status = 200) =>
  ({ name, pattern, who, path, status });
const resident = by("resident");
const insured = by("insured");
const jobless = by("jobless");
const guest = by("guest");

const PUBLIC = [
  anybody("home", "/"),
  anybody("items", "/items"),
  anybody("items-found", "/items", () => "/items?q=社会保障卡"),
  anybody("items-none", "/items", () => "/items?q=没有这样的事项"),
  anybody("guide", "/items/{code}", () => `/items/${SOCIAL_CARD}`),
  anybody("guide-joint", "/items/{code}", () => `/items/${NEWBORN}`),
  anybody("guide-instant", "/items/{code}", () => `/items/${CARE_ELSEWHERE}`),
  anybody("guide-imported", "/items/{code}", ({ importedItem }) => `/items/${importedItem}`),
  anybody("guide-guided", "/items/{code}", () => `/items/${RENEWAL}`),
  anybody("life", "/life/{event}", () => "/life/living"),
  anybody("life-business", "/life/{event}", () => "/life/opening"),
  anybody("people", "/for/{group}", () => "/for/elderly"),
  anybody("departments", "/departments"),
  anybody("department", "/departments/{code}", () => "/departments/990100-police"),
  anybody("choose", "/items/{code}/choose", () => `/items/${RENEWAL}/choose`),
  by("chooser")("choose-answered", "/items/{code}/choose/{key}", () => `/items/${RENEWAL}/choose/situation`),
  anybody("choose-problems", "/items/{code}/choose/{key}", () => `/items/${RENEWAL}/choose/situation?check=1`, 422),
  anybody("outcome-open", "/items/{code}/outcome", () => `/items/${RENEWAL}/outcome`),
  by("chooser")("outcome", "/items/{code}/outcome", () => `/items/${RENEWAL}/outcome`),
  by("minor")("outcome-barred", "/items/{code}/outcome", () => `/items/${RENEWAL}/outcome`),
  by("chooser")("checklist", "/items/{code}/checklist", () => `/items/${RENEWAL}/checklist`),
  anybody("evaluations", "/evaluations"),
  anybody("sign-in", "/sign-in"),
  anybody("register", "/register"),
  anybody("display", "/display"),
  anybody("verify", "/verify"),
  anybody("verify-known", "/verify", ({ identifier }) => `/verify?id=${identifier}`),
  anybody("verify-document", "/verify", ({ code }) => `/verify?id=${code}`),
  anybody("privacy", "/about/privacy"),
  anybody("accessibility", "/about/accessibility"),
  anybody("terms", "/about/terms"),
  anybody("contact", "/about/contact"),
  anybody("sitemap", "/about/sitemap"),
  anybody("open-data", "/open-data"),
  anybody("open-data-none", "/open-data/{month}", () => "/open-data/1999-01", 404),
  anybody("report", "/report"),
  by("reporter")("report-received", "/report/received"),
  anybody("not-found", undefined, () => "/no/such/page", 404),
  anybody("gallery", "/dev/gallery"),
  anybody("mails", "/dev/mails"),
  anybody("mail", "/dev/mails/{name}", ({ mail }) => `/dev/mails/${mail}`),
];

const step = (draft, key) => (stage) => `${stage[draft]}/steps/${key}`;

const CITIZEN = [
  resident("home-citizen", "/"),
  resident("guide-citizen", "/items/{code}", () => `/items/${UNEMPLOYMENT}`),
  resident("cases", "/cases"),
  guest("cases-none", "/cases"),
  resident("case-draft", "/cases/{id}", ({ draft }) => draft),
  resident("case-correction", "/cases/{id}", ({ corrected }) => corrected),
  resident("case-not-found", "/cases/{id}", ({ finished }) => finished, 404),
  jobless("case-submitted", "/cases/{id}", ({ submitted }) => submitted),
  insured("case-finished", "/cases/{id}", ({ finished }) => finished),
  resident("case-joint", "/cases/{id}", ({ joint }) => joint),
  resident("case-matter", "/cases/{id}", ({ matter }) => matter),
  resident("receipt-joint", "/cases/{id}/receipt", ({ joint }) => `${joint}/receipt`),
  resident("step-registers", "/cases/{id}/steps/{key}", step("draft", "person")),
  resident("hand-over-none", "/cases/{id}/hand-over/{slot}", ({ draft }) => `${draft}/hand-over/photo`),
  resident("new-version-none", "/cases/{id}/new-version", ({ draft }) => `${draft}/new-version`),
  resident("follow-up-none", "/cases/{id}/follow-up/{slot}", ({ draft }) => `${draft}/follow-up/photo`, 404),
  guest("materials-none", "/materials"),
  anybody("phone-over", "/hand-over/{secret}", () => "/hand-over/none", 404),
  resident("step-problems", "/cases/{id}/steps/{key}", (stage) => `${step("draft", "card")(stage)}?check=1`, 422),
  resident("step-files", "/cases/{id}/steps/{key}", step("draft", "materials")),
  resident("step-choices", "/cases/{id}/steps/{key}", step("draft", "collection")),
  jobless("step-wrong", "/cases/{id}/steps/{key}", step("again", "person")),
  jobless("step-earlier", "/cases/{id}/steps/{key}", step("again", "wishes")),
  jobless("review-wrong", "/cases/{id}/review", ({ again }) => `${again}/review`),
  resident("review", "/cases/{id}/review", ({ draft }) => `${draft}/review`),
  resident("review-correction", "/cases/{id}/review", ({ corrected }) => `${corrected}/review`),
  jobless("receipt", "/cases/{id}/receipt", ({ submitted }) => `${submitted}/receipt`),
  insured("receipt-instant", "/cases/{id}/receipt", ({ finished }) => `${finished}/receipt`),
  jobless("withdraw", "/cases/{id}/withdraw", ({ submitted }) => `${submitted}/withdraw`),
  insured("rate", "/cases/{id}/rate", ({ finished }) => `${finished}/rate`),
  resident("rate-given", "/cases/{id}/rate", ({ rated }) => `${rated}/rate`),
  resident("rate-again", "/cases/{id}/rate/follow-up", ({ rated }) => `${rated}/rate/follow-up`),
  insured("certificates", "/certificates"),
  guest("certificates-none", "/certificates"),
  insured("certificate", "/certificates/{id}", ({ certificate }) => certificate),
  jobless("access-records", "/access-records"),
  resident("notices", "/notices"),
  jobless("document", "/cases/{id}/documents/{document}", ({ document }) => document),
  resident("document-not-found", "/cases/{id}/documents/{document}", ({ document }) => document, 404),
  guest("notices-none", "/notices"),
  resident("notice-not-found", "/notices/{id}", () => "/notices/none", 404),
  resident("notice-settings", "/notices/settings"),
  resident("notice-settings-saved", "/notices/settings", () => "/notices/settings?done=saved"),
];

const below = (page) => ({ serviceDraft }) => `${serviceDraft}/${page}`;
const part = (name) => below(`edit/${name}`);
const handler = by("handler");
const reviewer = by("reviewer");
const clerk = by("clerk");
const DESK = [
  anybody("desk-sign-in", "/desk/sign-in"),
  handler("desk", "/desk"),
  handler("desk-decided", "/desk", () => "/desk?tab=to-decide"),
  handler("desk-mine", "/desk", () => "/desk?tab=mine"),
  handler("desk-asked", "/desk", () => "/desk?tab=asked"),
  handler("desk-filtered", "/desk", () => "/desk?tab=to-accept&light=red&from=2026-01-01"),
  handler("desk-search", "/desk/search"),
  handler("desk-bulk-done", "/desk/done"),
  handler("desk-templates", "/desk/templates"),
  reviewer("desk-templates-edit", "/desk/templates", () => "/desk/templates"),
  reviewer("desk-assignment", "/desk/assignment"),
  handler("desk-away", "/desk/away"),
  handler("desk-nothing-found", "/desk", () => "/desk?q=99010020260101999999", 404),
  by("insurer")("desk-evaluations", "/desk/evaluations"),
  handler("desk-evaluations-none", "/desk/evaluations", () => "/desk/evaluations?pile=good"),
  by("insurer")("desk-evaluation", "/desk/evaluations/{id}", ({ rating }) => rating),
  handler("services", "/desk/services"),
  handler("service-exchange", "/desk/services/exchange"),
  handler("service-new", "/desk/services/new"),
  handler("service-item", "/desk/services/items/{code}", () => `/desk/services/items/${IDENTITY_CARD}`),
  handler(
    "service-versions",
    "/desk/services/items/{code}/compare",
    () => `/desk/services/items/${IDENTITY_CARD}/compare?from=1&to=1`,
  ),
  handler("service-draft", "/desk/services/drafts/{id}", ({ serviceDraft }) => serviceDraft),
  handler("service-materials", "/desk/services/drafts/{id}/edit/{part}", part("materials")),
  handler("service-page", "/desk/services/drafts/{id}/edit/{part}", part("page-2")),
  handler("service-field", "/desk/services/drafts/{id}/edit/{part}", part("field-2-1-1")),
  handler("service-preview", "/desk/services/drafts/{id}/preview", below("preview")),
  handler("service-compare", "/desk/services/drafts/{id}/compare", below("compare")),
  handler("service-discard", "/desk/services/drafts/{id}/discard", below("discard")),
  handler("service-try", "/desk/services/drafts/{id}/try", below("try")),
  by("administrator")("desk-site-reports", "/desk/site-reports"),
  by("supervisor")("supervision", "/desk/supervision"),
  by("supervisor")("supervision-over", "/desk/supervision", () => "/desk/supervision?closed=1&colour=red"),
  by("supervisor")("finding-none", "/desk/supervision/findings/{id}", () => "/desk/supervision/findings/none", 404),
  by("supervisor")("supervision-rules", "/desk/supervision/rules"),
  by("administrator")("supervision-rule", "/desk/supervision/rules/{number}", () => "/desk/supervision/rules/1"),
  by("supervisor")("figures", "/desk/figures"),
  reviewer("export", "/desk/export"),
  by("administrator")("desk-notices", "/desk/notices"),
  by("administrator")("desk-notices-none", "/desk/notices", () => "/desk/notices?state=dead&channel=sms"),
  by("administrator")("desk-notice-templates", "/desk/notices/templates"),
  by("supervisor")("finding", "/desk/supervision/findings/{id}", ({ finding }) => finding),
  by("supervisor")("desk-without-cases", "/desk"),
  handler("desk-late", "/desk", () => "/desk?tab=to-decide"),
  handler("desk-late-none", "/desk", () => "/desk?tab=consulted"),
  handler("desk-asked-by-us", "/desk", () => "/desk?tab=consulting"),
  by("asked")("desk-asked-of-us", "/desk", () => "/desk?tab=consulted"),
  by("asked")("desk-question", "/desk/consultations/{id}", ({ question }) => question),
  handler("desk-ask", "/desk/cases/{id}/consult", ({ late }) => `/desk${late}/consult`),
  handler("desk-case-late", "/desk/cases/{id}", ({ late }) => `/desk${late}`),
  by("lead")("desk-case-joint", "/desk/cases/{id}", ({ joint }) => `/desk${joint}`),
  by("lead")("desk-case-matter", "/desk/cases/{id}", ({ matter }) => `/desk${matter}`),
  handler("desk-case", "/desk/cases/{id}", ({ waiting }) => `/desk${waiting}`),
  handler("desk-marking", "/desk/cases/{id}/mark", ({ waiting }) => `/desk${waiting}/mark?for=request_correction`),
  handler("desk-case-corrected", "/desk/cases/{id}", ({ corrected }) => `/desk${corrected}`),
  handler("desk-document", "/desk/cases/{id}/documents/{document}", ({ policeDocument }) => `/desk${policeDocument}`),
  handler("counter", "/desk/counter"),
  handler("counter-over", "/desk/counter", () => "/desk/counter?over=1"),
  by("supervisor")("counter-not-theirs", "/desk/counter", () => "/desk/counter", 403),
  clerk("counter-serving", "/desk/counter"),
  clerk("counter-guide", "/items/{code}", () => `/items/${IDENTITY_CARD}`),
  clerk("counter-case", "/cases/{id}", ({ counterDraft }) => counterDraft),
  clerk("counter-step", "/cases/{id}/steps/{key}", step("counterDraft", "documents")),
  clerk("counter-review", "/cases/{id}/review", ({ counterDraft }) => `${counterDraft}/review`),
  clerk("counter-closed", "/certificates", () => "/certificates", 403),
  reviewer("desk-case-review", "/desk/cases/{id}", ({ proposed }) => `/desk${proposed}`),
];

const holder = by("holder");
const KIOSK = [
  anybody("kiosk", "/kiosk"),
  anybody("kiosk-card", "/kiosk/card"),
  anybody("kiosk-ended", "/kiosk/ended"),
  anybody("kiosk-items", "/kiosk/items"),
  anybody("kiosk-guide", "/kiosk/items/{code}", () => `/kiosk/items/${IDENTITY_CARD}`),
  { ...anybody("kiosk-sign-in", "/kiosk/sign-in"), shows: "/kiosk/card" },
  anybody("kiosk-life", "/kiosk/life/{event}", () => "/kiosk/life/living"),
  anybody("kiosk-people", "/kiosk/for/{group}", () => "/kiosk/for/elderly"),
  anybody("kiosk-departments", "/kiosk/departments"),
  anybody("kiosk-department", "/kiosk/departments/{code}", () => "/kiosk/departments/990100-police"),
  anybody("kiosk-choose", "/kiosk/items/{code}/choose", () => `/kiosk/items/${RENEWAL}/choose`),
  anybody("kiosk-choose-page", "/kiosk/items/{code}/choose/{key}", () => `/kiosk/items/${RENEWAL}/choose/situation`),
  anybody("kiosk-outcome", "/kiosk/items/{code}/outcome", () => `/kiosk/items/${RENEWAL}/outcome`),
  by("chooser")("kiosk-checklist", "/kiosk/items/{code}/checklist", () => `/kiosk/items/${RENEWAL}/checklist`),
  anybody("kiosk-verify", "/kiosk/verify"),
  anybody("kiosk-display", "/kiosk/display"),
  anybody("kiosk-gallery", "/kiosk/dev/gallery"),
  holder("kiosk-signed-in", "/kiosk"),
  holder("kiosk-cases", "/kiosk/cases"),
  holder("kiosk-case", "/kiosk/cases/{id}", ({ kioskCase }) => kioskCase),
  holder("kiosk-step", "/kiosk/cases/{id}/steps/{key}", step("kioskDraft", "person")),
  holder("kiosk-hand-over", "/kiosk/cases/{id}/hand-over/{slot}", ({ kioskDraft }) => `${kioskDraft}/hand-over/photo`),
  holder("kiosk-new-version", "/kiosk/cases/{id}/new-version", ({ kioskDraft }) => `${kioskDraft}/new-version`),
  holder("kiosk-review", "/kiosk/cases/{id}/review", ({ kioskDraft }) => `${kioskDraft}/review`),
  holder("kiosk-receipt", "/kiosk/cases/{id}/receipt", ({ kioskCase }) => `${kioskCase}/receipt`),
  holder("kiosk-document", "/kiosk/cases/{id}/documents/{document}", ({ kioskDocument }) => kioskDocument),
  holder("kiosk-withdraw", "/kiosk/cases/{id}/withdraw", ({ kioskOpen }) => `${kioskOpen}/withdraw`),
  holder("kiosk-rate", "/kiosk/cases/{id}/rate", ({ kioskCase }) => `${kioskCase}/rate`),
  holder("kiosk-certificates", "/kiosk/certificates"),
  holder("kiosk-certificate", "/kiosk/certificates/{id}", ({ kioskCertificate }) => kioskCertificate),
];

/** The list. */
export const PAGES = [...PUBLIC, ...CITIZEN, ...DESK, ...KIOSK];

/** Whether a page is one of the public terminal. */
export const isOnKiosk = ({ name }) => name.startsWith("kiosk");

/** The sizes of window that a page is looked at in. */
export const SCREENS = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** The public terminal has one size. */
export const KIOSK_SCREENS = [{ width: 1080, height: 1920 }];
