# Mails. They travel in the open, so they hold no name, number of a document or other personal data;
# subjects show on locked screens, so they do not name the service either.
# One part for each kind of notice (NoticeKind of the domain); those to officers and about accounts are none.
# Arguments: $number of the case, $item name of the service, $due a date, $link an address.

mail-greeting = Hello,
mail-link = See the details: { $link }
mail-footer = This mail was sent automatically; please do not reply. Our staff never ask for your password, a verification code or bank details by mail.

# The long form of a date
mail-date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

## Account opened

mail-welcome-subject = Your government services account is open
mail-welcome-body =
    Your account is open. You can now find services, apply online and follow your applications.

    If it was not you who opened it, please contact us.

## Application received

mail-submitted-subject = We have received your application ({ $number })
mail-submitted-body =
    We have received your application.

    Service: { $item }
    Case number: { $number }

    Please keep the case number. You need it to ask about your application.
mail-submitted-due = We will tell you by { $due } whether we accept it for handling.

## Passed the check before acceptance

mail-precheck-passed-subject = Your application has passed the first check ({ $number })
mail-precheck-passed-body =
    Your application has passed the first check. The department now decides whether it accepts it for handling.

    Service: { $item }
    Case number: { $number }
mail-precheck-passed-due = We will tell you by { $due } whether we accept it for handling.

## Came back from the check before acceptance

mail-precheck-returned-subject = Your application needs changes ({ $number })
mail-precheck-returned-body =
    Your application has not passed the first check; something in it has to be changed.

    Service: { $item }
    Case number: { $number }

    Sign in to see what it is. What you filled in has been kept: change it and submit again.
mail-precheck-returned-due = Please do so by { $due }.

## Correction

mail-correction-requested-subject = Please correct your application ({ $number })
mail-correction-requested-body =
    Something in your application has to be added or changed.

    Service: { $item }
    Case number: { $number }

    Sign in to see everything that we need; we will not ask for more later. What you filled in has been kept: change it and submit again.
mail-correction-requested-due = Please do so by { $due }.

## A correction is due soon

mail-correction-due-subject = Your correction is due soon ({ $number })
mail-correction-due-body =
    We are still waiting for the correction of your application, and the time for it ends soon.

    Service: { $item }
    Case number: { $number }

    Sign in to see everything that we need. If nothing comes in time, the application counts as withdrawn; you can then apply again.
mail-correction-due-due = Please submit it by { $due }.

## Correction received

mail-resubmitted-subject = We have received your correction ({ $number })
mail-resubmitted-body =
    We have received your corrected application.

    Service: { $item }
    Case number: { $number }
mail-resubmitted-due = We will tell you by { $due } whether we accept it for handling.

## Accepted for handling

mail-accepted-subject = We are handling your application ({ $number })
mail-accepted-body =
    We have accepted your application and are handling it.

    Service: { $item }
    Case number: { $number }
mail-accepted-due = We promise a decision by { $due }.

## Counts as accepted

mail-deemed-accepted-subject = Your application counts as accepted ({ $number })
mail-deemed-accepted-body =
    We did not answer in time whether we accept your application. By law it therefore counts as accepted from the day it arrived, and we are handling it.

    Service: { $item }
    Case number: { $number }
mail-deemed-accepted-due = We promise a decision by { $due }.

## Not accepted for handling

mail-not-accepted-subject = We could not accept your application ({ $number })
mail-not-accepted-body =
    We could not accept your application for handling.

    Service: { $item }
    Case number: { $number }

    Sign in to read the reason. If you disagree, you can apply for administrative reconsideration or bring an administrative lawsuit, as the law provides.

## A special procedure begins

mail-suspended-subject = Your application has entered a special procedure ({ $number })
mail-suspended-body =
    Your application needs a procedure whose time the law does not count, such as a hearing, an inspection, a test or an expert review. The clock stands still from now on.

    Service: { $item }
    Case number: { $number }

    Sign in to read why, and how long it takes.
mail-suspended-due = It is expected to end by { $due }.

## The special procedure has ended

mail-resumed-subject = We are handling your application again ({ $number })
mail-resumed-body =
    The special procedure has ended. We are handling your application again, and the clock goes on.

    Service: { $item }
    Case number: { $number }
mail-resumed-due = We promise a decision by { $due }.

## More time

mail-extended-subject = The time for your application has been extended ({ $number })
mail-extended-body =
    The head of the department has approved more time for your application.

    Service: { $item }
    Case number: { $number }

    Sign in to read the reason.
mail-extended-due = We will decide by { $due }.

## Approved

mail-approved-subject = Your application has been approved ({ $number })
mail-approved-body =
    Your application has been approved.

    Service: { $item }
    Case number: { $number }
mail-approved-due = The result will reach you by { $due }.

## Rejected

mail-rejected-subject = Your application has been decided ({ $number })
mail-rejected-body =
    Your application has not been approved.

    Service: { $item }
    Case number: { $number }

    Sign in to read the reason. If you disagree, you can apply for administrative reconsideration or bring an administrative lawsuit, as the law provides.

## The result can be collected

mail-result-ready-subject = Your result is ready ({ $number })
mail-result-ready-body =
    Your result is ready. Sign in to see electronic certificates and documents, to show them or to print them.

    Service: { $item }
    Case number: { $number }

## The result is on its way

mail-result-shipped-subject = Your result has been sent by post ({ $number })
mail-result-shipped-body =
    Your result has been sent by post.

    Service: { $item }
    Case number: { $number }

    Sign in to see how to follow it.

## Invitation to rate

mail-evaluation-invited-subject = How was our service? ({ $number })
mail-evaluation-invited-body =
    Your matter has come to its end. Tell us, if you like, how satisfied you are with this service.

    Service: { $item }
    Case number: { $number }

## A certificate ends

mail-certificate-expires-subject = One of your certificates ends soon
mail-certificate-expires-body =
    One of your electronic certificates ends soon.

    Service: { $item }

    If you need it longer, please apply for its renewal at least 30 days before its end. Sign in to see it and to apply.
mail-certificate-expires-due = It is valid until { $due }.

## Late, with an apology

mail-overdue-subject = We are late with your application, and we apologise ({ $number })
mail-overdue-body =
    We have not dealt with your application in time, and we apologise.

    Service: { $item }
    Case number: { $number }

    Sign in to see how it stands.
mail-overdue-due = It was due on { $due }.

## Withdrawn

mail-withdrawn-subject = Your application has been withdrawn ({ $number })
mail-withdrawn-body =
    You have withdrawn this application and we have stopped handling it. You can apply again at any time.

    Service: { $item }
    Case number: { $number }

## Counts as withdrawn

mail-deemed-withdrawn-subject = Your application counts as withdrawn ({ $number })
mail-deemed-withdrawn-body =
    Since no correction came in time, your application counts as withdrawn and we have stopped handling it. You can apply again at any time.

    Service: { $item }
    Case number: { $number }

## Closed

mail-closed-subject = Your application has been closed ({ $number })
mail-closed-body =
    The department has closed your application.

    Service: { $item }
    Case number: { $number }

    Sign in to read why: it may, for example, have been passed on to another department.

## A service that does not work

mail-needs-repair-subject = A service of your department needs repair
mail-needs-repair-body =
    A rule of this service cannot be answered. Visitors read that it is being repaired, and nothing is decided meanwhile. Please mend the service and publish a new version.

    Service: { $item }

## A draft that nobody works on

mail-draft-expires-subject = Your unfinished application will be deleted soon
mail-draft-expires-body =
    You began an application and have not submitted it.

    Service: { $item }

    Sign in to go on where you stopped; everything you filled in is still there. If you do not need it any more, there is nothing to do.
mail-draft-expires-due = If nothing changes, it will be deleted on { $due }.

## A file that waited to be checked for viruses is harmful

mail-material-harmful-subject = A file of your application had to be deleted
mail-material-harmful-body =
    Our virus scanner found something harmful in a file that you had added to an application, so we deleted it.

    Service: { $item }

    Please check the device that the file comes from, then sign in and add a clean one. Everything else in your application is as it was.

## Another department has answered

mail-consultation-subject = A department has answered your question
mail-consultation-body =
    The department that you asked about this case has answered. The answer itself is not in this mail.

    Service: { $item }
    Case number: { $number }

    Sign in to the desk to read it.

## A message of the office

mail-message-subject = The office has written to you ({ $number })
mail-message-body =
    The office has a question about your application, or something to tell you. The message itself is not in this mail.

    Service: { $item }
    Case number: { $number }

    Please sign in to read and answer it.

## Supervision

mail-supervision-subject = Supervision has new findings
mail-supervision-body =
    Supervision has found something that concerns you, such as cases that are near their day or overdue.

    Please sign in at the desk to see it. All that is new on one working day comes in this one mail.
