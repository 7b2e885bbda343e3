# Supervision, monthly figures, lists of cases, open data
nav-supervision = Supervision
supervision-title = Supervision
supervision-lead = Which cases are near their day, overdue or waiting. Nothing about applicants and what they answered is shown here.
supervision-board-title = Cases by department
supervision-board-about = The cases that each department has in hand: overdue, near the day, waiting, in time.
supervision-no-cases = There are no cases in hand at the moment.
supervision-findings = Findings
supervision-open = Going on
supervision-closed = Over
supervision-none = There is no such finding.
supervision-next = Next page
supervision-narrow = Show these
supervision-all = All
supervision-column-department = Department
supervision-column-service = Service
supervision-column-number = Case number
supervision-column-rule = Rule
supervision-column-light = Light
supervision-column-card = Card
supervision-column-day = Day that counts
supervision-column-state = Stand
supervision-column-in-force = In force
supervision-column-told = Who is told
supervision-column-change = Change
supervision-light-green = In time
supervision-light-yellow = Near the day
supervision-light-red = Overdue
supervision-light-blue = Waiting
supervision-card-none = No card
supervision-card-yellow = Yellow card
supervision-card-red = Red card
supervision-going-on = Going on
supervision-over = Over
supervision-explained = Explained by the department
supervision-ruling-upheld = Upheld
supervision-ruling-lifted = Lifted

# What a rule watches; $n is a number of working days
watch-near_promise =
    { $n ->
        [one] { $n } working day or less until the promised day
       *[other] { $n } working days or less until the promised day
    }
watch-promise_late = No decision by the promised day
watch-law_late = No decision by the last day of the law
watch-acceptance_late = No word on acceptance in time, so it counts as accepted
watch-procedure_overrun = A special procedure took all of its time and was ended by the clock
watch-delivery_late = The result was not delivered in time
watch-result_missing =
    { $n ->
        [one] No result { $n } working day after the decision
       *[other] No result { $n } working days after the decision
    }
watch-bad_review_open = A bad review was not dealt with in time
watch-suspended = A special procedure goes on and the clock waits

## One finding
supervision-finding-title = Finding { $number }
supervision-finding = Finding
supervision-rater-protected = Which case this is about is not shown here, so that nobody learns from it who has given the review. The review itself stands among the ratings of your department.
supervision-facts = Dates of the case
supervision-nothing-personal = Supervision needs dates and steps only. Applicants, answers, documents and opinions are not shown here.
supervision-opened = Found
supervision-over-since = Over since
supervision-said = What was said about it
supervision-explanation = The department explains
supervision-explain = Explain it
supervision-explain-words = How it came about
supervision-explain-hint = Say why it happened and what was done about it. It can be explained once, and supervisors read it. Write nothing personal about the applicant.
supervision-explain-send = Send the explanation
supervision-ruling = Ruling
supervision-ruling-question = Does this finding stand?
supervision-rule-upheld = Uphold: it is as found
supervision-rule-lifted = Lift: the department is not to blame
supervision-ruling-words = Reasons
supervision-ruling-hint = The department reads them. A ruling cannot be changed.
supervision-ruling-send = Rule
supervision-refused-choose = Choose whether to uphold or to lift it
supervision-refused-not-yours = Somebody else has to do this
supervision-refused-no-card = Without a card there is nothing to explain
supervision-refused-explained = The department has explained it already; below is what you wrote
supervision-refused-ruled = A supervisor has ruled already; below is what you wrote
supervision-refused-words-missing = Write something
supervision-refused-words-long = The text is too long; shorten it

## Rules
supervision-rules-title = Rules of supervision
supervision-rules-lead = The rules say when a light or a card is shown and who is told. A change takes effect with the next check; what was found before stays as it is.
supervision-rules-built-in = The rules that come with the portal are in force.
supervision-rules-version = Version { $n }, in force since { $at }.
supervision-rules-changed = Somebody has just changed the rules; look again before you confirm
supervision-rule-title = Change the rule
supervision-change = Change
supervision-on = In force
supervision-off = Off
supervision-told-handlers = Handlers of the department
supervision-told-reviewers = Reviewers of the department
supervision-told-supervisors = Supervisors
supervision-told-nobody = Nobody
supervision-told-and = {", "}
supervision-days = Working days
supervision-days-hint = From 1 to 20.
supervision-look = See what it would mean
supervision-outlook = Before and after
supervision-outlook-what = What
supervision-outlook-before = Now
supervision-outlook-after = After the change
supervision-outlook-open =
    { $n ->
        [one] { $n } finding of this rule is going on.
       *[other] { $n } findings of this rule are going on.
    }
supervision-outlook-do = Confirm the change
supervision-problem-unknown = There is no such rule
supervision-problem-green = A rule cannot say that a case is in time
supervision-problem-days = The number of working days has to be between 1 and 20
supervision-problem-number = A number of a rule is given twice
supervision-problem-nothing = Nothing was changed
supervision-problem-choose = Choose a light and a card

## Monthly figures
figures-title = Monthly figures
figures-of = Figures of { $month }
figures-lead = By department and by service. Each thing counts in the month in which it happened, so past months do not change. Days are working days without special procedures.
figures-month = Month
figures-show = Show
figures-counted = Counted at { $at }
figures-not-counted = This month has not been counted yet.
figures-none = There are no figures for this month.
figures-name = Name
figures-by-department = Departments: numbers and time
figures-course = Departments: course and results
figures-by-service = Services: numbers and time
figures-course-by-service = Services: course and results
figures-handed-in = Handed in
figures-accepted = Accepted
figures-decided = Decided
figures-in-time = As promised
figures-late-promise = Later than promised
figures-late-law = Later than the law allows
figures-punctuality = Punctual
figures-average = Days on average
figures-promised = Days promised on average
figures-corrections = Corrections asked for
figures-returned = Sent back by the first look
figures-extended = Extended
figures-suspended = Days of special procedures
figures-granted = Granted
figures-refused = Refused
figures-not-accepted = Not accepted
figures-withdrawn = Withdrawn
figures-void = Void
figures-deleted = Deleted
figures-transferred = Handed on
figures-chart-punctuality = Decisions by the promised day
figures-chart-punctuality-about = Of the cases that each department decided in this month, how many were decided as promised and how many later.
figures-chart-trend = Handed in and decided, month by month
figures-chart-trend-about = How many cases came and how many were decided in each month.

## Lists of cases
export-title = Save a list of cases
export-lead = Lists of cases that were handed in, at most { $n } at once. Each list is recorded: who took it, when, and how many cases.
export-size =
    { $n ->
        [one] There is { $n } such case.
       *[other] There are { $n } such cases.
    }
export-too-many = There are more than { $n } cases; choose a shorter time or one service
export-dates-wrong = A date is incomplete or does not exist; give year, month and day, or leave all three empty
export-from = Submitted from
export-to = Submitted until
export-format = Format
export-format-csv = CSV
export-format-xlsx = Excel (XLSX)
export-personal = Personal data
export-answers = Save the answers as well
export-answers-hint = Answers are personal data. Save them only when handling the cases needs it, keep them safe, and delete them soon.
export-save = Save the list
export-column-number = Case number
export-column-service = Service
export-column-code = Code of the service
export-column-department = Department
export-column-state = State
export-column-result = Result code
export-column-submitted = Submitted
export-column-accepted = Accepted
export-column-ended = Ended
export-column-promised = Due as promised
export-column-law = Due by law
export-column-next = Next due date
export-column-taken = Working days taken
export-column-promised-days = Working days promised
export-column-suspended = Working days suspended
export-column-late = Later than promised (1 yes, 0 no)
export-column-channel = Channel
export-column-applicant = Applicant
export-column-answers = Answers
export-channel-web = Online
export-channel-kiosk = Kiosk

## Open data
open-data-title = Monthly figures of services
open-data-lead = How many applications each service got, how many were decided and how long that took, month by month. Free to save and to use.
open-data-none = There is no whole month yet. Figures appear here when a month is over.
open-data-of = Figures of { $month }
open-data-few = Numbers below { $n } are kept back so that nobody is recognised, and so are numbers that would give one of them away.
open-data-fewer = fewer than { $n }
open-data-file = Save as CSV
open-data-chart = Working days taken and promised
open-data-chart-about = How many working days each department took for a decision on average, and how many it had promised.
open-data-by-department = By department
open-data-by-service = By service
open-data-months = Other months
open-data-month = Month
open-data-department = Department
open-data-service = Service
open-data-code = Code of the service
open-data-handed-in = Handed in
open-data-accepted = Accepted
open-data-decided = Decided
open-data-granted = Granted
open-data-in-time = As promised
open-data-average = Working days on average
open-data-promised = Working days promised on average
