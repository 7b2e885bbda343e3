# Texts that every page uses: head, foot, general buttons, pages of things that went wrong.

site-name = Tongban
language-name-zh-Hans = 简体中文
language-name-zh-Hant = 繁體中文
language-name-en = English
language-short-zh-Hans = 简
language-short-zh-Hant = 繁
language-short-en = English
wordmark-home = First page

## Head
skip-link = Skip to the content
nav-label = Main sections
nav-services = Services
nav-my-cases = My cases
nav-my-certificates = My certificates
nav-verify = Verify a certificate
nav-notices = Notices
nav-access-records = Who has looked me up
nav-desk = Staff sign-in
nav-inbox = Inbox
search-label = Search services
search-button = Search
search-header-label = Search this site for services
sign-in = Sign in
sign-out = Sign out

## Foot
footer-help-title = Government service hotline
footer-help-text = Answered by people around the clock. If you cannot call, come to a staffed counter in any service hall.
footer-links-label = More sections
footer-sponsor = Sponsor:{ " " }
footer-operator = Operator:{ " " }
footer-site-code = Site code:{ " " }
footer-icp = ICP registration:{ " " }
footer-police = Police registration:{ " " }
footer-ipv6 = This site is reachable by IPv6
footer-demonstration = This is a demonstration for an invented city. Nothing here is real business.

## Heads of desk and kiosk
desk-name = Desk
kiosk-name = Self-service
kiosk-end = End
kiosk-idle-title = Are you still there?
kiosk-idle-text = Nobody has touched the screen for a minute. In 30 seconds the session ends and your details are wiped from this machine.
kiosk-idle-continue = Yes, go on
kiosk-idle-end = End

## General words
step-of = Step { $current } of { $total }
breadcrumb-label = You are here
pagination-label = Pages
pagination-previous = Previous
pagination-next = Next
pagination-page = Page { $n }
summary-change = Change
yes = Yes
no = No
back = Back
print = Print

## Without a connection
offline-title = No connection
offline-page = This page could not be opened, and this device has kept no copy of it. Check the connection, then reload the page.
offline-form = What you typed could not be sent, but nothing is lost. Wait until you have a connection, then press the button.
offline-files = Files cannot be kept here. After sending, please choose them again.
offline-again = Send again
offline-older = There is no connection. This copy was kept earlier, and things may have changed since:

## Pages of things that went wrong
failure-403-title = This was not accepted
failure-403-text = It did not come from a page of this site, or the browser did not say where it came from. Please go to the first page and try again from there.
failure-404-title = There is no such page
failure-404-text = The address may be wrong, the content may have been withdrawn, or it may not be yours. Please check the address or search below.
failure-409-title = This has changed
failure-409-text = Something changed after you opened the page, so nothing was done. Please go back, reload the page and try again.
failure-413-title = The file is too large
failure-413-text = What you sent is over the limit and was not saved. A file may have 20 MB at most. Please go back and choose a smaller one.
failure-422-title = Something is not right
failure-422-text = What you sent could not be understood and was not saved. Please go back, check it and try again.
failure-429-title = Too many attempts
failure-429-text = There were too many attempts in a short time. Please wait a minute and reload this page. What you saved is not lost.
failure-500-title = Something went wrong here
failure-500-text = It is not your fault. What you saved is not lost. Please try again in a few minutes, or call 12345 if it is urgent.
failure-503-title = We are busy right now
failure-503-text = Too many people are here at once, or the system is being maintained. What you saved is not lost. Please reload this page in a minute.
failure-reference = Reference: { $reference } (please name it when you report this)
failure-home = Go to the first page
failure-search = Search services
failure-ways = What you can do now
failure-services = Find a service
failure-cases = See your cases
failure-sitemap = See the site map
failure-report = Tell us that something is wrong here
failure-call = If you want somebody to help you, call
