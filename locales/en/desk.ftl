# The officers' desk
desk-sign-in-title = Sign in as an officer
desk-sign-in-lead = This door is for civil servants. Citizens sign in from the first page.
desk-sign-in-login = Work e-mail address
desk-sign-in-password = Password
desk-sign-in-button = Sign in
desk-sign-in-citizens = I am a citizen: go to the citizens' sign-in
desk-inbox = Inbox
desk-inbox-empty = There is no case here.
desk-search = Find a case by its number
desk-number-unknown = There is no case with this number
desk-number-unknown-advice = Compare every character of the number. Cases of other departments cannot be found here.
inbox-tab-to-accept = To accept
inbox-tab-correcting = Waiting for corrections
inbox-tab-to-decide = To decide
inbox-tab-to-review = To review
inbox-tab-closed = Closed
desk-column-number = Case number
desk-column-service = Service
desk-column-applicant = Applicant
desk-column-state = State
desk-column-submitted = Submitted
desk-column-due = Due
desk-waiting-for-applicant = Waiting for the applicant
desk-days-left =
    { $n ->
        [one] { $n } working day left
       *[other] { $n } working days left
    }
desk-days-overdue =
    { $n ->
        [one] { $n } working day overdue
       *[other] { $n } working days overdue
    }
desk-case-page-title = Handling: { $item }
desk-case-facts = The case
desk-applicant-id = Identity number
desk-applicant-phone = Mobile number
desk-next-due = Next due date
desk-accepted-on = Accepted on
desk-promised-due = Due as promised
desk-statutory-due = Due by law
desk-objection = The applicant says this is wrong
desk-materials = Documents
desk-unscanned = Not checked for viruses: no scanner is set up
desk-no-material = Not handed in
desk-history = What happened so far
desk-actions = What you can do
desk-no-action = There is nothing for you to do with this case now.
desk-action-request_correction = Ask for corrections
desk-action-accept = Accept
desk-action-refuse_acceptance = Refuse to accept
desk-action-propose = Propose a decision
desk-action-send_back = Send back
desk-action-decide = Decide
desk-text-request_correction = Everything that has to be corrected
desk-text-refuse_acceptance = Reason for not accepting
desk-text-propose = Your opinion
desk-text-send_back = Why it goes back
desk-text-decide = Reasons for the decision
desk-hint-request_correction = Say everything at once: corrections can be asked for only once (Administrative Licensing Law, article 32). The applicant reads this.
desk-hint-refuse_acceptance = Give the reason and its basis; if another department is the right one, name it. The applicant reads this.
desk-hint-propose = Only reviewers of your department read this.
desk-hint-send_back = Only officers of your department read this.
desk-hint-decide = A refusal must give reasons and name the remedies (Administrative Licensing Law, article 38). The applicant reads this.
desk-outcome-propose = Proposal
desk-outcome-decide = Decision
outcome-approve = Approve
outcome-reject = Refuse
desk-done-request_correction = The correction notice is out; the applicant is being told
desk-done-accept = Accepted; the clock runs from today
desk-done-refuse_acceptance = Not accepted; the applicant is being told
desk-done-propose = Your proposal waits for a second officer
desk-done-send_back = Sent back to the handler
desk-done-decide = Decided; the applicant is being told
desk-changed = This case was changed since you opened it
desk-changed-advice = Below is how it stands now. What you wrote is still there; look again before you send it.
desk-typed-in-vain = What you wrote
desk-refused-advice = What you wrote is still there. Mend it as said and send it again.
refusal-choose-outcome = Choose whether to approve or to refuse
