# First page, list of services, guide, and the words for the codes of service items.

## First page
home-title = Home
home-description = Find a government service, see conditions, documents, time and cost, apply online, follow your case and verify certificates.
home-heading = What would you like to get done?
home-lead =
    { $n ->
        [0] The list of services is being prepared. There is nothing to read yet.
        [one] Look through { $n } government service, see how it works, and apply online where that is possible.
       *[other] Look through { $n } government services, see how each works, and apply online where that is possible.
    }
home-search-label = What you need, for example: social security card
home-examples = For example:
home-example-1 = social security card
home-example-2 = identity card
home-example-3 = unemployment
home-example-4 = insurance
home-example-5 = public security
home-link-progress = Follow my cases
home-link-progress-about = How far it is and how long it still takes
home-link-verify = Verify a certificate
home-link-verify-about = Scan its code or type its identifier
home-link-access-records = Who has looked me up
home-link-access-records-about = Which department, when and what for
home-cases = What you are doing now
home-cases-none = You have no open case.
home-cases-all = See all cases
home-notices = Latest notices
home-notices-all =
    { $n ->
        [0] See all notices
       *[other] See all notices ({ $n } unread)
    }
home-life = Occasions of life
life-birth = Having a child
life-birth-about = Birth, adoption, vaccination
life-school = Going to school
life-school-about = Places, records, support
life-work = Finding work
life-work-about = Jobs, unemployment, own business
life-marriage = Getting married
life-marriage-about = Registration of marriages
life-home = Finding a home
life-home-about = Housing and real estate
life-health = Seeing a doctor
life-health-about = Health care and insurance
life-driving = Driving and travel
life-driving-about = Licences, vehicles, transport
life-business = Running a business
life-business-about = Licences and registrations
life-papers = Getting papers
life-papers-about = Identity, residence and travel
life-retirement = Retiring
life-retirement-about = Pensions, and after a death
home-groups = I am
group-elderly = an older person
group-disabled = a disabled person
group-parents = a pupil or parent
group-workers = working or looking for work
group-person = a private person
group-enterprise = a company
group-institution = a public institution
group-association = an association
home-online = Apply online now
home-topics = By topic
home-departments = By department
home-more-departments = { $n } other departments
home-help = Would you rather talk to somebody?
home-help-text = The public service line answers day and night.

## List of services
crumb-home = Home
items-title = Services
items-title-of = Services: { $name }
items-title-search = Search for “{ $query }”
items-title-page = { $title } (page { $n })
items-count =
    { $n ->
        [one] { $n } service
       *[other] { $n } services
    }
items-found =
    { $n ->
        [0] No services found
        [one] { $n } service
       *[other] { $n } services
    }
items-searched = You searched for “{ $query }”.
items-filters = Narrow down: topic, department, for whom
items-by-topic = Topic
items-all-topics = All topics
items-department = Department
items-all-departments = All departments
items-audience = For whom
items-all-audiences = Everybody
items-narrow = Show these services
items-reset = Clear all choices
items-none = No service matches these choices.
items-none-for = No service has “{ $query }” in its name.
items-advice-shorter = Try a shorter or more common word. Most services have Chinese names, so a Chinese word such as 社保卡 finds more.
items-advice-everywhere = Search all services, without topic, department and the rest
items-advice-all = See all services
items-advice-call = If you still cannot find it, call 12345. The staff there will tell you which department to ask.

## One service
item-online = Apply online
item-instant = Done at once
item-description = { $name }: which department handles it, for whom and how.
item-department = Department
item-main-item = Part of
item-type = Type of service
item-handling = Way of handling
item-code = Service code
item-version = Version of this guide
item-facts = About this service
item-counter-title = This service is handled at the counter
item-counter-text = It cannot be applied for online yet, and its detailed guide has not been published. Please go to the department’s counter with your identity document, or call first to ask which documents you need.
list-separator = { ", " }

## The way in
apply = Apply online
apply-about = What you fill in is kept under “My cases”. You can finish it later.
apply-sign-in = You sign in first and then go straight to the form.
apply-officer = You are signed in as staff. Applicants sign in with their own account.
apply-kiosk = Read your identity card to apply

## The guide
guide-at-a-glance = At a glance
guide-side = Applying and asking
glance-online = Can I apply online?
glance-online-yes = Yes
glance-online-no = No, at the counter
glance-cost = What does it cost?
glance-where = Where?
glance-materials = What to hand in
glance-documents =
    { $n ->
        [0] No documents
        [one] { $n } document
       *[other] { $n } documents
    }
glance-places-online =
    { $n ->
        [0] Online
        [one] Online, or at a counter
       *[other] Online, or at { $n } counters
    }
glance-places-counter =
    { $n ->
        [0] At the department’s counter
        [one] At a counter
       *[other] At { $n } counters
    }
guide-contents = In this guide
guide-duration = It takes
guide-visits-label = Visits in person
guide-visits =
    { $n ->
        [0] None
        [one] { $n } visit
       *[other] { $n } visits
    }
guide-free = Free of charge
guide-fee = There is a fee
guide-consult = Questions
guide-complain = Complaints
guide-conditions = Can I apply?
guide-materials = What do I need?
guide-no-materials = You need no documents.
guide-time = How long does it take?
guide-promised = Promised by the department
guide-statutory = Allowed by law
guide-time-note = Counted from the day after acceptance. Working days leave out weekends and public holidays; a weekend day that is worked in exchange for a holiday counts.
guide-procedure = What happens step by step
guide-cost = What does it cost?
guide-free-text = This service is free of charge.
guide-where = Where can I apply?
guide-channels = Ways to apply
guide-result = What do I get?
guide-questions = Questions that people ask
guide-rights = Your rights and duties
guide-review = If you disagree with the decision
guide-law = The law behind it
guide-catalogue = About this service

## Documents
material-exempt = Not needed from you
material-originals =
    { $n ->
        [one] { $n } original
       *[other] { $n } originals
    }
material-copies =
    { $n ->
        [one] { $n } copy
       *[other] { $n } copies
    }
material-how-many = {" "}({ $copies })
material-kind-certificate = Certificate
material-kind-proof = Proof
material-kind-application-form = Application form
material-kind-other = Other document
necessity-required = Required
necessity-optional = If you have it
necessity-deferred = May follow later
material-form-paper = On paper
material-form-electronic = Electronic
material-form-either = On paper or electronic
material-source-applicant = From you
material-source-government = From a government department
material-source-other = From another body

## Fees, places, results
fee-name = Fee for
fee-amount = Amount
fee-basis = Basis
place-address = Address
place-hours = Opening hours
place-phone = Telephone
result-name = Result
result-kind = Kind
result-validity = Valid for
result-delivery = How you get it
result-kind-certificate = Certificate
result-kind-approval = Letter of approval
result-kind-other = Other
channel-counter = Counter
channel-web = Online
channel-mobile = Mobile phone
channel-kiosk = Self-service terminal
channel-post = Post
delivery-pick-up = Collect at the counter
delivery-post = By post
delivery-electronic = Electronically

## Limits
limit-at-once = At once
limit-working-days =
    { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
limit-natural-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
limit-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
limit-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
limit-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }
due-provisional = { $date } (provisional: it may move when the public holidays are announced)

## Topics
topic-birth = Birth and adoption
topic-education = Education and research
topic-employment = Work and starting a business
topic-social_security = Social security
topic-medical_insurance = Health care and medical insurance
topic-household = Household and identity
topic-housing = Housing and property
topic-transport = Transport and travel
topic-marriage = Marriage
topic-retirement = Retirement and bereavement
topic-disability = Disability, relief and veterans
topic-business = Business licences
topic-tax = Tax
topic-certificates = Identity documents and certificates
topic-other = Other

## Codes
item-type-licence = Administrative licence
item-type-penalty = Administrative penalty
item-type-coercion = Administrative coercion
item-type-levy = Administrative levy
item-type-payment = Administrative payment
item-type-inspection = Administrative inspection
item-type-confirmation = Administrative confirmation
item-type-reward = Administrative reward
item-type-ruling = Administrative ruling
item-type-other = Other administrative power
item-type-public-service = Public service
handling-type-instant = Decided at once
handling-type-promised = Decided within a promised time
handling-type-other = Other
audience-person = Individuals
audience-enterprise = Businesses
audience-institution = Public institutions
audience-social-organisation = Social organisations
audience-government-body = Government bodies
audience-other = Other organisations

# Opening hours
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
hours-day = { $from }, { $opens }–{ $closes }
hours-days = { $from } to { $to }, { $opens }–{ $closes }
