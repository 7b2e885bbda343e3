# Text messages. Each, with the 【name】 in front, has at most 70 characters, so that it goes in one part. They
# hold no name, no number of a document, no service, and no link: people are taught to press none.
# Arguments: $number of the case, $due a date.

sms-submitted = Case { $number } has arrived. Thank you.
sms-precheck-passed = Case { $number } has passed the first check.
sms-precheck-returned = Case { $number } needs changes. Please sign in.
sms-correction-requested = Case { $number }: correct it by { $due }.
sms-correction-due = Case { $number }: correction due { $due }.
sms-resubmitted = Case { $number }: your correction arrived.
sms-accepted = Case { $number } has been accepted.
sms-deemed-accepted = Case { $number } counts as accepted.
sms-not-accepted = Case { $number } was not accepted. Please sign in.
sms-suspended = Case { $number }: a special procedure has begun.
sms-resumed = Case { $number } is being handled again.
sms-extended = Case { $number }: more time is needed.
sms-approved = Case { $number } has been approved.
sms-rejected = Case { $number } has been decided. Please sign in.
sms-result-ready = Case { $number }: your result is ready.
sms-result-shipped = Case { $number }: your result was posted.
sms-evaluation-invited = Case { $number } is done. Rate it if you like.
sms-certificate-expires = One of your certificates ends on { $due }.
sms-overdue = Case { $number } is late. We apologise.
sms-withdrawn = Case { $number } has been withdrawn.
sms-deemed-withdrawn = Case { $number } counts as withdrawn.
sms-closed = Case { $number } has been closed. Please sign in.
sms-message = Case { $number }: the office has written to you.
sms-draft-expires = An unfinished application will go on { $due }.
sms-material-harmful = A file of your application was deleted.
