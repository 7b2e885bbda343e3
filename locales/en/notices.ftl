# Notices: the inbox, how they come, and how far each has come, for administrators.

## The inbox
notices-title = Notices
notices-lead = News about your cases appears here.
notices-none = There are no notices yet. News about your cases will appear here.
notices-new = Unread
notices-number = Case { $number }
notices-unread = { $n } unread
notices-mark-all = Mark all as read
notices-settings = How notices reach you

## The title of each kind
notice-submitted = Your application has arrived
notice-precheck-passed = Your application has passed the first check
notice-precheck-returned = Your application needs changes
notice-correction-requested = Please correct your application
notice-correction-due = Your correction is due soon
notice-resubmitted = Your correction has arrived
notice-accepted = Your application is accepted
notice-deemed-accepted = Your application counts as accepted
notice-not-accepted = Your application was not accepted
notice-suspended = Your application is in a special procedure; the clock stands still
notice-resumed = Your application is being handled again
notice-extended = The time for your application has been extended
notice-approved = Your application is approved
notice-rejected = There is a decision on your application
notice-result-ready = Your result is ready
notice-result-shipped = Your result has been sent by post
notice-evaluation-invited = How was our service?
notice-certificate-expires = One of your certificates ends soon
notice-overdue = We are late with your application, and we apologise
notice-withdrawn = Your application is withdrawn
notice-deemed-withdrawn = Your application counts as withdrawn
notice-closed = Your application has been closed
notice-message = The office has written to you about your application
notice-draft-expires = Your unfinished application will be deleted soon
notice-material-harmful = A file of your application had to be deleted

## How they come
notice-settings-title = How notices reach you
notice-settings-lead = Every notice stays in your inbox here. It is the record of what the law wants you to be told, so it cannot be switched off. Choose which ones also come by mail and by text message.
notice-settings-quiet = Text messages come between { $from }:00 and { $until }:00 only, except for the receipt when you have just submitted something.
notice-settings-save = Save
notice-settings-saved = Saved
notice-settings-saved-text = Notices come as you chose from now on.
notice-topic-to-do = Something to do
notice-topic-to-do-hint = Corrections, fees, hearings, unfinished applications
notice-topic-result = Results
notice-topic-result-hint = Decisions, refusals, results to collect or sent by post
notice-topic-progress = Progress
notice-topic-progress-hint = Arrival, acceptance, pauses, extensions, delays
notice-topic-certificate = Certificates that end
notice-topic-certificate-hint = 60 and 30 days before
notice-topic-opinion = Invitations to rate
notice-topic-opinion-hint = When a matter has ended, once at most
notice-channel-inbox = Inbox
notice-channel-mail = Mail
notice-channel-sms = Text message

## How far they have come
nav-desk-notices = Notices
deliveries-title = Delivery of notices
deliveries-lead = How far each notice has come by mail and by text message. Addresses are shown in part.
deliveries-none = No delivery is like that.
deliveries-all = All
deliveries-filter = Filter
deliveries-channel = Channel
deliveries-kind = Notice
deliveries-any-channel = All channels
deliveries-any-kind = All notices
deliveries-templates = Read what notices say
deliveries-column-kind = Notice
deliveries-column-channel = Channel
deliveries-column-state = State
deliveries-column-attempts = Tries
deliveries-column-address = Address
deliveries-column-created = Made
deliveries-column-changed = Last change
deliveries-retry = Send again
deliveries-retry-about = { $kind }, { $address }
deliveries-retried = It will be sent again
deliveries-stale = This notice has gone out, or is being tried again
deliveries-until = not before { $at }
delivery-state-queued = Waiting
delivery-state-held = Held for the night
delivery-state-failed = Failed, will be tried again
delivery-state-dead = Given up
delivery-state-sent = Sent
delivery-state-skipped = Not sent
delivery-problem-switched-off = The citizen does not want it this way
delivery-problem-channel-off = The portal does not use this channel
delivery-problem-no-address = There is no address
delivery-problem-account-closed = The account is closed
delivery-problem-unreachable = The other side cannot be reached or is busy
delivery-problem-refused = The other side refused it
delivery-problem-internal = The portal itself failed

## What notices say
templates-title = What notices say
templates-lead = The words of each notice, by every channel and in every language. Number, service and dates are invented.
templates-choose = Notice
templates-show = Show
templates-inbox = Title in the inbox
templates-subject = Subject of the mail
templates-mail = Mail
templates-message = Text message
templates-length = { $chars ->
        [one] { $chars } character
       *[other] { $chars } characters
    } in { $parts ->
        [one] { $parts } part
       *[other] { $parts } parts
    }
templates-topic = Topic
notice-sample-item = Replacement of a lost identity card
