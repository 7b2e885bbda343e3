# Problems of filling in, uploading and handling: how to mend them, without blame. $n is what is allowed.

## One field of a form
problem-required = Please fill this in
problem-not-chosen = Please choose
problem-too-long = This is too long: { $n } characters at most
problem-not-a-number = Enter a whole number, such as 12
problem-too-small = Enter a number of at least { $n }
problem-too-large = Enter a number of at most { $n }
problem-not-a-date = Enter a real date, such as 1990-01-31
problem-in-the-future = The date must not be after today
problem-in-the-past = The date must not be before today
problem-resident-id-length = The resident identity number has 18 characters. Please check that none is missing or too many
problem-resident-id-characters = The resident identity number has digits only; the last character may be the letter X
problem-resident-id-birth-date = Characters 7 to 14 of the resident identity number are not a date of birth. Please check them
problem-resident-id-check-digit = There is a mistake in the resident identity number. Please check each digit
problem-phone = Enter a mobile number with 11 digits, such as 13800000000
problem-email = Enter a complete e-mail address, such as name@example.com
problem-unknown-option = Choose one of the options listed
problem-material-missing = Please upload this material
problem-too-many-materials = Each material takes { $n } files at most. Please remove one first
problem-objection-too-long = What you say is wrong is too long: { $n } characters at most

## Opening an account
problem-name-missing = Enter your name as it stands on your identity card
problem-name-too-long = A name has 60 characters at most
problem-email-taken = This e-mail address already has an account. Sign in, or use another address
problem-resident-id-taken = This resident identity number already has an account. Please sign in
password-too-short = A password has at least 10 characters
password-too-long = A password has at most 128 characters
password-only-digits = A password must not be digits alone. Add letters or words
password-too-common = This password is too common and easily guessed. Please choose another

## What cannot be done
refusal-not-in-this-state = The case has moved on, so this cannot be done now. Please look at where it stands
refusal-not-yours = You cannot handle this case
refusal-other-department = Another department handles this case
refusal-wrong-role = Your role does not allow this
refusal-same-officer = Another officer has to do this: whoever proposed cannot decide, and whoever looked first cannot be the second to look
refusal-not-yet-due = The time limit has not passed yet
refusal-too-late = The time limit by law has passed, so it cannot be extended any more
refusal-too-many-points = Too many points: 50 at most. Say in words what is wrong with the whole
refusal-no-such-mark = A mark is on a page that the file does not have. Give the number of one of its pages
refusal-no-such-procedure = The service has no such special procedure, or the time is longer than its rules allow
refusal-step-not-open = This step is not open: it is concluded already, or an earlier one is not
refusal-nothing-changes = Nothing would change
refusal-reason-missing = Please give the reason; the applicant will read it
refusal-text-too-long = This is too long: 2000 characters at most

## Evaluation
evaluation-problem-unknown-option = Choose one of the options listed
evaluation-problem-repeated-option = Choose each option once only
evaluation-problem-comment-too-long = This is too long: 500 characters at most
problem-credit-code = Enter the unified social credit code: 18 characters, without the letters I, O, S, V and Z
problem-too-many-places = At most { $n } decimal places
problem-unfinished = Please fill in every part of this
problem-too-few-rows = At least { $n } { $n ->
        [one] entry
       *[other] entries
    }
problem-too-many-rows = At most { $n } { $n ->
        [one] entry
       *[other] entries
    }
problem-check = This does not agree with your other answers
