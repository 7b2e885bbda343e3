# Mails. They travel in the open, so they hold no name, number of a document or other personal data;
# subjects show on locked screens, so they do not name the service either.
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

## Correction

mail-correction-requested-subject = Please correct your application ({ $number })
mail-correction-requested-body =
    Something in your application has to be added or changed.

    Service: { $item }
    Case number: { $number }

    Sign in to see everything that we need; we will not ask for more later. What you filled in has been kept: change it and submit again.
mail-correction-requested-due = Please do so by { $due }.

## Accepted for handling

mail-accepted-subject = We are handling your application ({ $number })
mail-accepted-body =
    We have accepted your application and are handling it.

    Service: { $item }
    Case number: { $number }
mail-accepted-due = We promise a decision by { $due }.

## Not accepted for handling

mail-not-accepted-subject = We could not accept your application ({ $number })
mail-not-accepted-body =
    We could not accept your application for handling.

    Service: { $item }
    Case number: { $number }

    Sign in to read the reason. If you disagree, you can apply for administrative reconsideration or bring an administrative lawsuit, as the law provides.

## Approved

mail-approved-subject = Your application has been approved ({ $number })
mail-approved-body =
    Your application has been approved.

    Service: { $item }
    Case number: { $number }

    Sign in to tell us how satisfied you are with this service.

## Rejected

mail-rejected-subject = Your application has been decided ({ $number })
mail-rejected-body =
    Your application has not been approved.

    Service: { $item }
    Case number: { $number }

    Sign in to read the reason. If you disagree, you can apply for administrative reconsideration or bring an administrative lawsuit, as the law provides.

## Certificate

mail-certificate-ready-subject = Your electronic certificate is ready ({ $number })
mail-certificate-ready-body =
    Your electronic certificate is ready. Sign in to see it, show it or print it.

    Service: { $item }
    Case number: { $number }

## Withdrawn

mail-withdrawn-subject = Your application has been withdrawn ({ $number })
mail-withdrawn-body =
    You have withdrawn this application and we have stopped handling it. You can apply again at any time.

    Service: { $item }
    Case number: { $number }

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
