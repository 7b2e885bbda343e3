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
home-groups = I am
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
item-rated =
    { $n ->
        [one] Rated { $mean } of 5: { $n } rating in the last twelve months
       *[other] Rated { $mean } of 5: { $n } ratings in the last twelve months
    }
item-rated-by-few =
    { $n ->
        [one] { $n } rating in the last twelve months
       *[other] { $n } ratings in the last twelve months
    }
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

# Events of life, groups of people
life-birth = Having a child
life-birth-about = Birth, adoption, vaccination
life-school = Going to school
life-school-about = Places, records, support
life-work = Work
life-work-about = Jobs, unemployment, insurance, starting out
life-living = Everyday life
life-living-about = Household, marriage, identity papers
life-home = Finding a home
life-home-about = Property, housing fund, rent
life-travel = Travel
life-travel-about = Driving, vehicles, going abroad
life-care = Seeing a doctor
life-care-about = Insurance, refunds, care elsewhere
life-aid = Help in need
life-aid-about = Allowances, disability, relief
life-old_age = Growing old
life-old_age-about = Pensions and benefits
life-death = After a death
life-death-about = Household, funeral, survivors
life-opening = Opening a business
life-opening-about = Registration and licences
life-hiring = Hiring people
life-hiring-about = Insurance, contracts, talent
life-running = Running a business
life-running-about = Changes, taxes, subsidies
life-building = Building
life-building-about = Construction, fire safety, trees
life-closing = Closing a business
life-closing-about = Winding up, deregistration
people-elderly = an older person
people-disabled = a disabled person
people-parents = a parent of a small child
people-students = a student
people-job_seekers = looking for work
people-veterans = a veteran
people-low_income = on a low income
people-newcomers = new in the city
people-from_outside = from Hong Kong, Macao, Taiwan or abroad

# The rest of a guide, departments
home-business = Occasions of a business
browse-others = Look further
browse-none = There is no service here yet.
people-title = I am { $name }
people-about = Services that are made for you, or that serve you in particular.
departments-title = Departments
departments-about = Every department with its address, telephone and services.
departments-elsewhere = Other regions
departments-all = All departments with address and telephone
department-description = { $name }: address, telephone and services.
guide-rights = Your rights
guide-duties = Your duties
guide-appointment = Booking an hour
guide-special = Steps outside this time
guide-special-note = These do not count towards the limits above.
special-limit = {": "}{ $limit }
special-open = no limit by law
guide-intermediaries = Services you must buy from others
guide-authority = Who holds this power, and how far it reaches
fee-reduction = Who pays less
fee-online = You can pay online.
fee-at-counter = Please pay at the counter.
place-transport = How to get there
hours-days-head = Days
hours-range = { $from } to { $to }
hours-stretch = { $opens }–{ $closes }
result-sample = What it looks like
result-electronic = Electronic certificate
result-electronic-text = Yes. You find it under “My certificates”.
material-sometimes = In some cases only
material-issuer = Issued by
material-details = What is accepted
material-standard = Accepted
material-paper = Paper
material-basis = Basis in law
authority-nature = The department is
authority-source = Source of the power
authority-level = Level
authority-delegated-by = Delegated by
authority-handled-by = Handled by
authority-joint = Together with
authority-scope = Where you may apply
authority-depth = What can be done online
authority-quota = Limit on approvals
authority-base-code = National base code
authority-handling-code = Handling item code
authority-credit-code = Unified social credit code
body-statutory = a body set up by law
body-authorised = an organisation authorised by law
body-entrusted = an organisation entrusted with it
body-other = another body
power-own-level = Its own level, by law
power-passed-down = Passed down from the level above
power-authorised = Authorised by the level above
power-authorised-by-peer = Authorised at its own level
power-entrusted = Entrusted by the level above
power-entrusted-by-peer = Entrusted at its own level
level-state = State
level-province = Province
level-city = City
level-county = County
level-town = Town
level-village = Village
level-by-grade = Several levels, by size of the matter
scope-country = Anywhere in the country
scope-province = Anywhere in the province
scope-city = Anywhere in the city
scope-county = Anywhere in the county
scope-town = Anywhere in the town
scope-village = Anywhere in the village
depth-information = Read about it
depth-forms = Fetch the forms
depth-application = Apply, and come once
depth-whole = All of it, without a visit

# A service whose rules do not work
repair-title = This service is being repaired
repair-text = A rule of this service does not work, so nothing can be decided right now. Please try again later, or call and ask.
