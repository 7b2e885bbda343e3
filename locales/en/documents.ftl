# The legal documents of cases. The words of a document are fixed on the day of issue; changing them here
# changes nothing that was issued. $licence is yes where the item is a licence, for which the law has words of
# its own.

document-title-receipt = Receipt of application
document-title-correction = { $licence ->
    [yes] Notice of corrections to an application for a licence
   *[no] Notice of corrections
 }
document-title-acceptance = { $licence ->
    [yes] Notice of acceptance of an application for a licence
   *[no] Notice of acceptance
 }
document-title-non-acceptance = { $licence ->
    [yes] Decision not to accept an application for a licence
   *[no] Decision not to accept
 }
document-title-special-procedure = { $licence ->
    [yes] Notice of a special procedure for a licence
   *[no] Notice of a special procedure
 }
document-title-extension = { $licence ->
    [yes] Notice of an extension for a licence
   *[no] Notice of an extension
 }
document-title-approval = { $licence ->
    [yes] Decision to grant a licence
   *[no] Decision to approve
 }
document-title-rejection = { $licence ->
    [yes] Decision to refuse a licence
   *[no] Decision to refuse
 }
document-title-termination = { $licence ->
    [yes] Notice that the handling of a licence has ended
   *[no] Notice that handling has ended
 }
document-title-service-proof = Proof of service

# Numbers
document-number = [{ $year }] { $word } No. { $sequence }
document-word-receipt = Receipt
document-word-correction = Correction
document-word-acceptance = Acceptance
document-word-non-acceptance = Non-acceptance
document-word-special-procedure = Special procedure
document-word-extension = Extension
document-word-approval = Approval
document-word-rejection = Refusal
document-word-termination = End
document-word-service-proof = Service

document-addressee = To { $name }
document-time = { $date }, { $time }
document-limit = { $limit } (until { $date })

document-row-applicant = Applicant
document-row-identity = Identity number
document-row-item = Service
document-row-case = Case number
document-row-submitted = Submitted
document-row-promised = Promised limit
document-row-statutory = Statutory limit
document-row-procedure = Special procedure
document-row-length = Time it takes
document-row-result = Result
document-row-served = Document served
document-row-served-how = How
document-row-served-at = When
document-row-opened-at = First opened
document-served-certificate = electronically: certificate and document are in the applicant’s account on this portal
document-served-decision = electronically: the document is in the applicant’s account on this portal
document-served-counter = in person, at the counter
document-served-post = by post
document-not-opened-yet = not opened when this proof was made

# Receipt
document-receipt-body = This office has received the application named above.
document-receipt-materials = { $n ->
    [one] One material was received:
   *[other] { $n } materials were received:
 }
document-receipt-no-materials = The application consists of the form filled in online, without further materials.
document-receipt-next = By { $date } (that day included) this office says whether it accepts the application, or tells all corrections at once{ $licence ->
    [yes] ; if it says nothing, the application counts as accepted from the day of receipt.
   *[no] .
 }
document-receipt-limits = This receipt proves only that the application has arrived, not that it is accepted or meets the conditions.
document-material-files = { $n ->
    [one] { $name } (one file)
   *[other] { $name } ({ $n } files)
 }
document-material-exempt = { $name } (checked in a certificate or a register, need not be handed in)
document-material-later = { $name } (follows later, { $n } received so far)
document-material-promise = { $name } (a written promise stands in for it)
document-material-paper = { $name } (on paper, seen or taken at the counter)

# Correction
document-correction-body = The materials of the application named above are incomplete or not in the required form. This is everything that has to be corrected, told once:
document-point = { $name }: { $why }
document-point-file = { $name } (file “{ $file }”)
document-point-page = { $name } (file “{ $file }”, page { $page })
document-correction-due = Please correct the application on this portal and submit it again by { $date } (that day included). The limit for handling begins with acceptance and does not count the time for corrections.

# Acceptance
document-acceptance-body = The materials of the application named above are complete and in the required form. This office accepts it as of { $date }.
document-acceptance-deemed = This office did not answer within the limit. By the rules the application counts as accepted from the day on which the materials arrived ({ $date }).
document-acceptance-joint = The application consists of the matters below, as far as they were asked for. Each is decided by its own department within its own limit:
document-acceptance-matter = { $matter } (promised limit: { $limit })
document-acceptance-clock = The limit is counted from the day after acceptance{ $licence ->
    [yes] . Time for hearings, bidding, auctions, inspections, tests, quarantine, appraisals and expert reviews that the law asks for does not count; this office will tell it in writing.
   *[no] .
 }

# Refusals
document-non-acceptance-not_needed = By law the matter named above { $licence ->
    [yes] needs no licence
   *[no] needs no application
 }.
document-non-acceptance-other_office = By law the matter named above is not within the powers of this office. Please apply to the office that the reasons name.
document-non-acceptance-still_incomplete = After correction, the materials of the application named above are still incomplete or not in the required form.
document-non-acceptance-not_entitled = You are not entitled to apply for the matter named above.
document-non-acceptance-body = This office has examined the application named above and does not accept it. The reasons:
document-rejection-body = The application named above does not meet the conditions and standards, and this office { $licence ->
    [yes] refuses the licence
   *[no] refuses it
 }. The reasons:

# Approval
document-approval-body = The application named above meets the conditions and standards, and this office { $licence ->
    [yes] grants the licence
   *[no] approves it
 }.
document-approval-silent = You asked for a renewal in time, and this office had not decided when the term ended. By the rules this counts as { $licence ->
    [yes] the renewal of the licence
   *[no] the renewal
 }.
document-approval-opinion = Findings: { $text }
document-approval-next = { $licence ->
    [yes] This office issues and delivers the result within ten working days of this decision.
   *[no] This office delivers the result in the way that the guide names.
 }

# Special procedure, extension
document-special-procedure-body = The application named above needs the special procedure named above, whose time does not count towards the limit. If it ends earlier, the limit runs on from the next day. The reasons:
document-extension-body = The application named above cannot be decided within the limit. With the approval of the head of this office the limit is extended by { $limit }, until the dates above. The reasons:

# End
document-termination-silent = What was asked for did not come in time. By the rules the application counts as withdrawn, and its handling has ended. You can apply again whenever you need to.
document-termination-void = The application named above was sent twice or by mistake. This office voids it and does not handle it further. The reasons:
document-termination-technical_error = For a technical reason of the portal the application named above cannot be handled further. This office ends it. The reasons:
document-termination-transferred = By law another office decides the application named above. This office has passed it on and does not handle it further. The reasons, and where it went:
document-termination-withdrawn = You have withdrawn the application named above, and its handling has ended. You can apply again whenever you need to.

# Proof of service
document-service-proof-body = The document named above was served. What is served electronically counts as served when it is put into the account of the person served.

# Basis and remedies
document-basis = Legal basis: { $laws }.
document-and = {"; "}
document-law = 《{ $law }》{ $behind }{ $article }
law-licensing-29 = Administrative Licensing Law, article 29
law-licensing-32-correction = Administrative Licensing Law, article 32(1)(4)
law-licensing-32-acceptance = Administrative Licensing Law, article 32(1)(5) and 32(2)
law-licensing-32-refusal = Administrative Licensing Law, article 32(1) and 32(2)
law-licensing-38-approval = Administrative Licensing Law, article 38(1)
law-licensing-38-rejection = Administrative Licensing Law, article 38(2)
law-licensing-42 = Administrative Licensing Law, article 42(1)
law-licensing-44 = Administrative Licensing Law, article 44
law-licensing-45 = Administrative Licensing Law, article 45
law-licensing-50 = Administrative Licensing Law, article 50(2)
law-online-services = Provisions of the State Council on Online Government Services
document-remedies = If you disagree with this decision, you can apply for administrative review to the government to which { $office } belongs, or to another review body that the law names, within 60 days of receiving this document. You can also file a suit with a people’s court within six months of receiving it.
document-remedies-guide = What the guide says about remedies: { $text }

# Foot of a document
document-note-electronic = This office made this document electronically on the portal. Electronic seals are not connected yet, so it bears none; whether it is genuine is shown by checking its code.
document-note-check = To check it, scan the drawing or enter the code { $code } at { $address }.
document-code = Code: { $code }
document-code-drawing = QR code to check this document

# Pages
documents-title = Documents
documents-lead = What was decided and told in writing. You can read, print and download it.
documents-opened = Opened
documents-new = Not opened
document-served-at-page = First opened: { $time }
document-unserved-at-page = The applicant has not opened it yet.
document-served-note = { $served }. This time is kept as proof that the document was served.
document-download = Download as PDF
document-print = Print
document-verify = Check this document
document-case = Back to the case
document-courtesy-title = In English
document-courtesy = A translation for your convenience. In law the Chinese document counts.
document-no-print-title = No PDF at the moment
document-no-print = This portal has no fonts yet to make PDF files with. The page shows the whole document and can be printed.
document-no-print-back = See the document as a page

# Public check
verify-document-known = This portal has issued this document
verify-document-advice = Compare each line with the document in your hands.
verify-document-kind = Document
verify-document-number = Number
verify-document-office = Issued by
verify-document-issued-on = Issued on
verify-document-state = State
verify-document-code = Code
verify-document-served = Issued and served
verify-document-issued = Issued; the applicant has not opened it yet
