## Guide: what a joint service consists of
guide-joint = One application does all of this
joint-lead = You fill in one form and hand in one set of documents. The lead department takes it in and tells you once what has to be corrected. After acceptance the departments work side by side, each within its own time limit.
joint-column-limit = Promised limit
joint-column-result = Result
joint-result-none = Nothing is issued
joint-when-asked = Depends on what you answer
joint-after = After: { $after }
joint-savings = What you save compared with doing each alone
joint-savings-kind = Compared
joint-savings-before = One by one
joint-savings-after = As one
joint-savings-steps = Steps
joint-savings-days = Time limit (working days)
joint-savings-materials = Documents
joint-savings-visits = Visits to an office

## The applicant's page
joint-matters = What each department handles
joint-matters-lead = One department decides each of these, and you see each result as soon as it is there. Some have to wait for the result of another.
joint-column-matter = Matter
joint-column-department = Department
joint-column-standing = How far it is
joint-column-due = Due
joint-standing-waits = Waits for the result of: { $after }
joint-standing-ready = Begins now
joint-standing-fallen = Cannot be done, since this was not granted: { $after }
joint-begins-after-acceptance = Begins after acceptance
case-state-settled = All completed
case-about-settled = All departments have finished. What came of each matter is listed below.
case-event-look = A department that takes part has looked
case-event-begin = Accepted with the joint application; work begins
case-event-settle = All matters completed

## Desk
desk-joint = Matters of the joint application
desk-joint-part = Part of a joint application
desk-joint-number = Number of the joint application
desk-looks = What the departments found
desk-looks-lead = Before acceptance every department that takes part can say what has to be corrected. All of it goes into the one correction notice.
desk-look-open = No answer yet
desk-look-fine = Complete
desk-look-asks = Something has to be corrected
desk-result-before = Certificate of: { $matter }
desk-action-look = Answer the lead department
desk-text-look = What has to be corrected; leave it empty if nothing has to
desk-hint-look = The lead department puts it into the one correction notice. Empty means that the application is complete.
desk-done-look = The lead department has your answer
refusal-demands-open = Another department wants something corrected: ask the applicant for it, once, or refuse to accept

## Checking a definition
defect-matter-count = A joint service needs at least two matters, and not too many
defect-matter-key = The matter { $at } needs a key of its own: small letters, digits and underscores
defect-matter-order = The matter { $at } needs the result of { $other }, which has to come before it and to be named as such
defect-matter-step = The matter { $at } is to see the step { $other }, which the form does not have
defect-matter-flow = The flow of the matter { $at } cannot have a first look, a renewal or matters of its own
defect-joint-flow = A joint service itself cannot have a first look, a review, a decision by rule, special procedures or a certificate; its matters have them

## Notices
notice-settled = All matters of your joint application are completed
sms-settled = Case { $number }: all matters are completed.
mail-settled-subject = All matters of your joint application are completed ({ $number })
mail-settled-body =
    All departments have finished. Sign in to see the result of each matter, and to say how it went.

    Service: { $item }
    Case number: { $number }
