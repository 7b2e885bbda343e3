# Cases: filling in, submitting, progress, correction, withdrawal, notices.

## My cases
cases-title = My cases
cases-new = Apply for something new
cases-find = Find a service
cases-none = You have no cases yet.
cases-mine = Waiting for you
cases-others = Other cases
cases-all = All cases
case-due = Due { $date }
case-updated = Changed at { $at }

## States
case-state-draft = Not submitted
case-state-prechecking = First look
case-state-returned = Sent back to be mended
case-state-submitted = Waiting for acceptance
case-state-correction_requested = Correction needed
case-state-accepted = Being handled
case-state-suspended = Special procedure under way
case-state-proposed = Waiting for review
case-state-approved = Approved
case-state-rejected = Not approved
case-state-not_accepted = Not accepted
case-state-withdrawn = Withdrawn
case-state-closed = Ended without a decision
case-state-delivered = Completed
case-about-draft = You have not submitted this yet. Fill it in, check it, and submit it to the department.
case-about-prechecking = Your application has arrived. The department takes a first look at it.
case-about-returned = Something has to be mended before the department can take it in. Mend it and send it again.
case-about-submitted = Your application has arrived. The department is checking whether it is complete.
case-about-correction_requested = Something has to be added or changed. Everything is listed at once; correct it and submit again.
case-about-accepted = The department has accepted your application and is working on it. You need not do anything.
case-about-suspended = A special procedure is under way. Its days do not count towards the time limit.
case-about-approved = Your application is approved. The result is on its way.
case-about-rejected = Your application was not approved. The reasons and your rights are below.
case-about-not_accepted = Your application was not accepted. The reasons and your rights are below.
case-about-withdrawn = You withdrew this application and nobody works on it any more. You can apply again.
case-about-closed = The department has ended this case without a decision. The reason is below.
case-about-delivered = This is completed and the result has been delivered.

## Progress
case-item = Service
case-number = Case number
case-submitted-at = Submitted
case-acceptance-due = Answer on acceptance by
case-accepted-on = Accepted on
case-promised-due = Decision promised by
case-statutory-due = Decision required by law by
days-left =
    { $n ->
        [one] { $n } working day left
       *[other] { $n } working days left
    }
days-left-today = Due today
days-over =
    { $n ->
        [one] Late by { $n } working day
       *[other] Late by { $n } working days
    }
case-history = What has happened
case-event-submit = Application submitted
case-event-pass_precheck = First look passed
case-event-return_precheck = Sent back to be mended
case-event-request_correction = Correction asked for
case-event-resubmit = Submitted again with corrections
case-event-accept = Accepted
case-event-deem_accepted = Counts as accepted, since the office did not answer in time
case-event-refuse_acceptance = Not accepted
case-event-conclude = Step of the review concluded
case-event-conclude_by_rule = Step of the review concluded by rule
case-event-suspend = Special procedure begun
case-event-resume = Special procedure over
case-event-extend = Time limit extended
case-event-propose = Decision proposed
case-event-send_back = Sent back for another look
case-event-decide = Decided
case-event-decide_by_rule = Approved by rule
case-event-deem_granted = Counts as renewed, since the licence expired before the decision
case-event-withdraw = Application withdrawn
case-event-deem_withdrawn = Counts as withdrawn, since what was asked for did not come in time
case-event-close = Ended without a decision
case-event-deliver = Result delivered
case-event-recount = Dates counted again by the new calendar
party-applicant = Applicant
party-you = You
party-officer = Officer
party-system = System
case-answers = What I filled in and handed in
case-reason = Reasons
case-remedy = If you disagree, you may ask for administrative review within 60 days of learning of the decision, or go to the people’s court within 6 months.
answer-none = Not filled in
answer-no-file = Nothing uploaded

case-by-hand = An officer will look at this application

## What can be done
case-actions = What you can do
case-continue = Go on filling in
case-correct = Make the corrections
case-certificate = See the certificate
case-certificate-soon = Your certificate is being made. That usually takes less than a minute; please reload this page then.
case-rate = Rate this service
case-rated = Your rating: { $level }
case-receipt = See the receipt
case-discard = Give up this draft
case-withdraw = Withdraw the application

## Filling in
step-title = { $step } ({ $item })
step-problem = { $problem } ({ $label })
step-more = Your answers lead to a few more questions
step-more-text = Your answers are saved. Please look at what is new below, then go on.
step-changed = The questions after this one have changed.
step-next = Save and continue
step-leave = Save and finish later
step-back = Save and go back
step-save-review = Save and return to the check
step-too-much-text = There is too much text in this step, and what is over the limit was not saved. Please write less, or upload it as a file.
step-cut-off = The upload did not finish and the file was not saved. The files may have more than 25 MB together, or the connection broke. Your answers are saved; please upload the files one after another.
hint-joined = { $first } { $second }

## Correction
correction-title = Please correct the following
correction-until = Please make the changes and submit again by { $date }.

## Check and submit
review-title = Check and submit
review-page-title = Check and submit ({ $item })
review-lead = Please check each line. Once you submit, the department works with exactly this.
review-missing = Something still has to be filled in before you can submit
review-problems =
    { $n ->
        [one] ({ $n } place)
       *[other] ({ $n } places)
    }
review-declaration = Declaration
review-declare = I declare that these answers and documents are true and correct.
review-undeclared = Confirm the declaration, then submit
review-law = If documents are false, the department may refuse the application or revoke its decision, and the law provides for penalties.
review-submit = Submit the application
review-resubmit = Submit again
review-later = Submit later

## Receipt
case-page-title = Your application: { $item }
receipt-page-title = Receipt ({ $item })
receipt-submitted = Application submitted
receipt-approved = Application approved
receipt-due-acceptance = Answer on acceptance by
receipt-next = What happens next
receipt-next-1 = The department checks whether everything is there. If something has to be corrected, it tells you all of it at once.
receipt-next-2 = Once it has accepted the application, it decides by the promised date.
receipt-next-3 = You hear of each step by mail and under “Notices”, and can look it up under “My cases” at any time.
receipt-next-approved-1 = The application was approved by rule. There is nothing to wait for.
receipt-next-approved-2 = If this service issues a certificate, it appears under “My certificates” within a minute.
receipt-next-approved-3 = Please rate this service; it helps us to do better.
receipt-follow = Follow progress
receipt-seal = Please note the case number; you need it for questions. A stamped receipt on paper can be collected with this number at the department’s counter.

## Giving up and withdrawing
discard-title = Give up this draft?
discard-text = The draft has not been submitted. Once you give it up, you cannot go on with it and would have to start again.
discard-button = Give up the draft
withdraw-title = Withdraw this application?
withdraw-text = The department will stop working on it, and this cannot be undone. You can apply again at any time.
withdraw-button = Withdraw the application
withdraw-keep = Keep it and go back

## News at the top of a page
note-saved = Saved
note-saved-text = What you filled in is saved. You can come back to it at any time.
note-earlier = Your earlier answers are filled in
note-earlier-text = Please check whether they are still right. You can change everything.
note-removed = File removed
note-removed-text = Everything else that you filled in is saved.
note-withdrawn = Withdrawn
note-withdrawn-text = Nobody works on this application any more. You can apply again at any time.
note-parked = What you typed before signing in is saved
note-parked-text = Your sign-in had run out. Nothing was lost; please go on.
note-parked-without-files = What you typed before signing in is saved; please choose the files again
note-parked-without-files-text = Your sign-in had run out. For safety, files are not kept without a sign-in, so please choose them again.
note-not-editable = This application is submitted and cannot be changed any more
note-not-editable-text = After submission it can be changed only when the department asks for corrections. This is where it stands now.
note-changed = This application has just changed
note-changed-text = What you asked for was not done. Please look at where it stands now, then decide.
note-refused = This cannot be done now
note-refused-text = The application has moved on, so what you asked for was not done. This is where it stands now.
returned-title = Mend this and send it again
suspended-until = It ends on { $date } at the latest; until then the time limit does not run.
note-discarded = The draft is deleted
note-discarded-text = Your files in it are deleted too. You can start again at any time.
correction-demand = The office says: { $why }
correction-demand-page = The office says about { $page }: { $why }
marked-page = page { $page } of { $file }
