# The guided choice: questions before an application, their outcome, the checklist.

choice-enter = Check first: can I, and what do I need?
choice-enter-about = A few questions. You need not sign in.
choice-enter-short = What do I need?
choice-intro = Answer these questions to see whether you can apply and exactly what you need.
choice-private = Your answers stay in this visit. We store them with an application only if you start one.
choice-outcome = Your outcome
choice-outcome-title = Your outcome: { $item }
choice-answers = Your answers
choice-materials = What you need
choice-facts = Time, cost and visits
choice-where = Where to go and when
choice-scenario = Your case:

choice-to-guide = Read the guide
choice-barred = You cannot apply for this as things are
choice-barred-text = This is what your answers tell. You do not have to fill in anything.
choice-remedy = What would change it
choice-instead = The right service for you: { $item }
choice-instead-link = The right service instead
choice-change = Change my answers
choice-eligible = You can apply
choice-eligible-text = Nothing in your answers speaks against it. The department decides when it has seen your application.
choice-open = Not all questions are answered yet
choice-open-text =
    { $n ->
        [one] One question is left. What you need may still change with it.
       *[other] { $n } questions are left. What you need may still change with them.
    }
choice-go-on = Answer the questions

choice-bring = Please have these ready
choice-bring-nothing = You need not bring or upload anything.
choice-perhaps = These you may need
choice-spared = These we get ourselves
choice-not-needed = Not needed in your case
choice-depends = This depends on: { $questions }
way-out-certificate = Your electronic certificate is enough
way-out-generated = We make it from your answers
way-out-shared = We ask the department that has it
way-out-promise = A written promise is enough
way-out-later = May follow later
way-out-later-within = May follow within { $limit } after acceptance

choice-carried = Your answers go with you into the form.
choice-counter = Please apply at the counter
choice-counter-text = This service cannot be applied for online yet. Print your checklist and take it with you.
choice-checklist = Checklist to print
checklist-title = Checklist: { $item }
checklist-back = Back to your outcome
checklist-made = Made on { $date } from your answers. If your situation changes, please answer the questions again.
choice-first-title = A few questions first ({ $item })
