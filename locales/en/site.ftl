# The site's own pages: privacy, accessibility, terms, contact, site map; reporting errors and harmful content.

## On every one of these pages
about-label = About this site
about-source = Source:{ " " }
about-updated = Updated:{ " " }
about-more = Related pages
about-report-accessibility = Report a problem with accessibility
item-published = Published:{ " " }
items-description = Find government services by topic, department and audience, read their guides and apply online.
column-home = Home
column-services = Services
column-interaction = Contact with readers

## Privacy
about-privacy-title = Privacy
about-privacy-lead = What we collect about you, why, how long we keep it, and what rights you have.
about-privacy-who = Who handles your information
about-privacy-who-text =
    This is a demonstration for an invented city, Tonghe. Nothing here is real business. Please do not enter anybody’s real personal information.

    If it were a real government portal, the sponsor and the operator named at the foot of each page would be the personal information handlers meant by the Personal Information Protection Law of the People’s Republic of China (PIPL, 个人信息保护法), and what follows would be the notice that its Article 17 (第十七条) requires. See “Contact” for how to reach them.
about-privacy-kept = What we collect
about-privacy-kept-text =
    Only what is needed to provide a service:

    - When you register: name, identity number, mobile number, e-mail address and password. Of the password we keep only a digest that cannot be turned back.
    - When you apply: what you fill in and the files you upload.
    - While your case is handled: when it was submitted, corrected, accepted and decided, with what result, and your rating.
    - When you use the site: time, page and a reference number, so that faults can be found. What you fill in, names and identity numbers never stand in the log.
    - When you report an error or harmful content: what you write, and how to reach you if you choose to say so.

    Identity numbers, medical and social insurance data are sensitive personal information. They are used only for the service that needs them, and are stored encrypted.
about-privacy-basis = Why, and on what legal basis
about-privacy-basis-text =
    We rely on Article 13 (第十三条) of the PIPL:

    - Handling your application is necessary to perform statutory duties (Article 13(1)(3)); no separate consent is needed. The legal basis of each service stands in its guide.
    - Opening and using an account rests on your consent (Article 13(1)(1)).
    - Other cases laid down by laws and administrative regulations (Article 13(1)(7)), such as keeping records of what was decided.

    We do not use your information for marketing, build no profiles beyond what a service needs, and never take a decision against you by a program alone.
about-privacy-registers = What we read from registers
about-privacy-registers-text =
    So that you fill in less and hand in fewer documents, your own entries are read from the population, social insurance and other registers while you apply. The form marks where each value comes from.

    Each reading leaves a record. After signing in you can see under “Who has looked me up” who read what, when, and for which case.
about-privacy-shared = Who receives it
about-privacy-shared-text =
    Your application goes only to the department that handles it. Other departments and companies cannot look up your cases here.

    Whoever verifies a certificate that you have shown sees only whether it is valid and a partly hidden name.

    We do not provide your personal information to recipients abroad.
about-privacy-long = How long we keep it
about-privacy-long-text =
    - Drafts that were not submitted: you can withdraw them at any time.
    - Cases, documents and certificates: as the rules on archives require.
    - Network logs: at least six months, as the Cybersecurity Law (网络安全法) requires.
    - Your session: deleted when you sign out; otherwise it ends by itself after some time without use.
    - Your account: until you ask us to close it, unless the law provides otherwise.

    When the time is over, the information is deleted or can no longer be linked to you.
about-privacy-rights = Your rights
about-privacy-rights-text =
    Under Articles 44 to 50 (第四十四条 to 第五十条) of the PIPL you have the right:

    - to know and decide how your information is handled, and to restrict or refuse it (Article 44);
    - to consult and copy it, and to have it transferred to a handler of your choice (Article 45);
    - to have it corrected and completed (Article 46);
    - to have it deleted where the law says so (Article 47);
    - to have the rules of handling explained (Article 48);
    - as a close relative, to consult, copy, correct and delete the information of a deceased person as the law allows (Article 49).

    As Article 50 requires there are easy ways to ask: see for yourself after signing in, call 12345, or write to our address. We answer within fifteen working days and give reasons for a refusal, against which you may go to court.
about-privacy-consent = Withdrawing consent
about-privacy-consent-text =
    Where we rely on your consent you can withdraw it at any time (Article 15, 第十五条). What was done before stays lawful. We will not refuse you a service because of it; without an account you cannot apply online, but you still can at the counter.
about-privacy-safety = How we protect it
about-privacy-safety-text =
    As the Cybersecurity Law and the rules on graded protection require:

    - Connections are encrypted. Names, identity numbers, contact details and what you fill in are encrypted in the database as well.
    - Staff see the cases of their own department only, and every action leaves a record.
    - Your name, your numbers and what you fill in never stand in an address or a log.

    If information should ever leak, we act at once and notify you and the authorities as the law requires.
about-privacy-cookies = What is stored in your browser
about-privacy-cookies-text =
    Only our own necessary cookies: one that remembers that you have signed in, one for the language and one for the display that you chose. There is no advertising, no third-party statistics, and nothing that follows you to other sites.
about-privacy-complaints = Complaints and changes
about-privacy-complaints-text =
    If you disagree with how we handle personal information, please contact us first. You may also complain to the departments in charge of protecting personal information (Article 65).

    Changes are published on this page with a new time of update. Of important changes you are told again when you next sign in.

## Accessibility
about-accessibility-title = Accessibility
about-accessibility-lead = Everybody should be able to use this site. Here is what works, what does not work yet, and what to do when you are stuck.
about-accessibility-standard = The standard
about-accessibility-standard-text =
    Article 32 (第三十二条) of the Law on Building an Accessible Environment (无障碍环境建设法) requires that sites and apps made with public money conform step by step to the standards of accessible web design and the national standards of information accessibility.

    This site is built to GB/T 37668-2019 and to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. Programs check every change. No third party has tested it yet.
about-accessibility-works = What works
about-accessibility-works-text =
    - Everything can be done with the keyboard alone, and you always see where you are.
    - Screen readers read every section, every field and every error.
    - At 400 % zoom and with wider text spacing nothing is lost, and nothing scrolls sideways.
    - Text has a contrast of at least 4.5:1, and nothing is told by colour alone.
    - Everything works without scripts. What you fill in is saved as you go and never lost to a time limit.
    - There are no advertisements, no pop-ups, no sound or pictures that start by themselves, and no picture puzzles.
about-accessibility-modes = Elder mode, high contrast, reading aloud
about-accessibility-modes-text =
    At the top of every page you can turn on:

    - elder mode: larger type, larger buttons, one thing on a page, and the number to call always in sight;
    - high contrast and dark display;
    - less motion;
    - reading aloud: the browser reads the page and marks the sentence that it reads.

    You choose once and the site remembers.
about-accessibility-limits = What does not work yet
about-accessibility-limits-text =
    - There are no videos in sign language and no versions in braille.
    - Files that departments have uploaded may be pictures of text, which screen readers cannot read. You can ask the department for a readable version.
    - Reading aloud uses the browser’s own voices; some browsers have none for Chinese.
    - Services imported from the national catalogue have Chinese names only.
    - There are no versions in the scripts of ethnic minorities yet.
about-accessibility-phone = By telephone or in person
about-accessibility-phone-text =
    If you cannot or would rather not use the web, call 12345. Article 35 (第三十五条) of the Law on Building an Accessible Environment asks government hotlines to offer voice, large type messages and calling at one touch.

    Staffed counters remain in every service hall. Everything that can be done online can be done there.
about-accessibility-complain = Telling us what is wrong
about-accessibility-complain-text =
    Please tell us which page does not work for you. You need not say who you are or what keeps you from using it. We deal with it within five working days; if you leave an e-mail address we will write to you.

    If you are not satisfied you can turn to the sponsor or to the Disabled Persons’ Federation, and complain to the authorities under the Law on Building an Accessible Environment.

## Terms
about-terms-title = Terms of use
about-terms-lead = What you can expect of this site, and what we ask of you.
about-terms-scope = What this site is
about-terms-scope-text =
    This is a demonstration of the government services portal of Tonghe, an invented city. Its offices, people, telephone numbers, certificates and decisions are not real and have no legal effect.

    What follows is what a real portal would agree with its users.
about-terms-account = Your account
about-terms-account-text =
    Register as yourself, one account for each person, and tell nobody your password. What is done after signing in with your account counts as done by you. If somebody else uses it, change the password at once and call 12345.

    You need no account to read guides, verify certificates, or report errors and harmful content.
about-terms-truth = What you submit
about-terms-truth-text =
    Applicants answer for the truth of what they submit (Administrative Licensing Law, Article 31). Submitting false documents has legal consequences.

    After submitting you receive a case number and a due date. The time runs from acceptance, as promised in the guide.
about-terms-content = What the site says
about-terms-content-text =
    Guides come from the departments, and every page names the time of publication. Where a page differs from laws, regulations or rules, those apply. The traditional Chinese version is converted by a program and the English version is for information; the simplified Chinese version is the one that counts.

    If you find a mistake, please report it.
about-terms-limits = Please do not
about-terms-limits-text =
    - pretend to be somebody else, or apply for others without their authority;
    - disturb the site, get around its protection, or read personal information by program;
    - publish illegal or harmful content.

    If you find a security hole, please tell us as /.well-known/security.txt says and do not publish it.
about-terms-reuse = Using our content
about-terms-reuse-text =
    Public guides may be reproduced free of charge. Please name the source and the time of publication, and do not change the meaning. Programs can read them through the public interface.
about-terms-law = Disputes
about-terms-law-text =
    Against a decision you can apply for administrative reconsideration or go to court; each guide says how. The law of the People’s Republic of China applies.

## Contact
about-contact-title = Contact
about-contact-lead = Telephone, address, hours, and who can help you fastest.
contact-hotline = Government service hotline
contact-hotline-about = 12345 is answered by people around the clock, for questions, help, complaints, reports and suggestions.
contact-operator = Operator
contact-address = Address
contact-hours = Office hours
contact-mail = E-mail
contact-emergency = In danger call at once: police 110, fire 119, ambulance 120, traffic accidents 122.
contact-ways = Who can help
contact-way-report = A page does not open, has a mistake or is wrong, or you have found illegal or harmful content: report it here
contact-way-department = How a certain service works: see its guide, which names the department’s telephone
contact-way-case = How far your application is: see your cases

## Site map
about-sitemap-title = Site map
about-sitemap-lead = All sections of this site.
sitemap-services = Services
sitemap-mine = Mine
sitemap-about = About this site

## Reporting errors and harmful content
report-title = Report an error on this site
report-error-title = Report an error
report-illegal-title = Report illegal or harmful content
report-lead = Tell us when a page is wrong, out of date, does not open or cannot be used, or when you find illegal or harmful content. You need not sign in.
report-kind = What is it about?
report-kind-unreachable = Something does not open
report-kind-outdated = Something is out of date
report-kind-inaccurate = Something is not correct
report-kind-unanswered = A question was not answered
report-kind-wording = A spelling mistake
report-kind-accessibility = Something cannot be used
report-accessibility-hint = For example a screen reader cannot read it, the keyboard does not reach it, the type is too small.
report-kind-illegal = Illegal or harmful content
report-illegal-hint = For example fraud, rumours, obscenity, or what harms the rights of others.
report-kind-other = Something else
report-page = Address of the page
report-page-hint = Copy it from the browser’s address bar.
report-what = What is wrong?
report-what-hint = { $n } characters at most. Please leave out identity numbers and the like.
report-contact = How can we reach you?
report-contact-hint = E-mail or telephone. If you leave an e-mail address we will write to you what came of it.
report-privacy = What you write is used for this report only. Your contact is stored encrypted; only the staff who look after this site can see it.
report-button = Send
report-not-here = Complaints about a case are not taken here. If you are not satisfied with a department, please call 12345.
report-received = We have it, thank you
report-number = Number:{ " " }
report-received-text = We deal with it within five working days. To ask about it, call 12345 and name the number. If you left an e-mail address, we will write to you.
report-problem-kind-missing = Choose what it is about
report-problem-page-too-long = The address is too long: 500 characters at most
report-problem-what-missing = Say what is wrong
report-problem-what-too-long = The text is too long: 1000 characters at most
report-problem-contact-too-long = The contact is too long: 100 characters at most
report-problem-answer-missing = Say what was found and done
report-problem-answer-too-long = The answer is too long: 1000 characters at most

## Desk
nav-site-reports = Site reports
site-reports-title = Reports about this site
site-reports-lead = What readers say about this site. Please deal with it within five working days.
site-reports-open = Open
site-reports-answered = Answered
site-reports-stale = Somebody has just answered this report. What you wrote was not sent:
site-reports-none = There is nothing here.
site-reports-came = Received
site-reports-answer = What was found and done
site-reports-answer-hint = { $n } characters at most. Readers who left an e-mail address are sent this text as it is.
site-reports-answered-at = Answered
site-reports-done = Done

## Mails
report-mail-operator-subject = A report about the site ({ $number })
report-mail-operator-body =
    Hello,

    a reader has reported something about the site. Please deal with it within five working days.

    Number: { $number }
    About: { $kind }

    Sign in at the desk to read it: { $link }
report-mail-reader-subject = What you reported has been dealt with ({ $number })
report-mail-reader-body =
    Hello,

    what you reported has been dealt with.

    Number: { $number }

    { $answer }

    Thank you for helping us to improve the site.
