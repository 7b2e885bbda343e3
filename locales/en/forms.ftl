# Texts that belong to the parts of a form, and where values come from.

error-summary-title = Please correct the following
field-error-prefix = Error:
field-optional = (optional)
field-readonly = This comes from a department's records and cannot be changed here.

## Sources
source-register = From { $register }, read at { $at }
register-population = the population register
register-social_security = the social insurance register
register-health_card = the register of health cards and medical insurance
register-field-name = Name
register-field-resident_id = Resident identity number
register-field-sex = Sex
register-field-birth_date = Date of birth
register-field-ethnicity = Ethnic group
register-field-address = Registered address
register-field-phone = Telephone
register-field-social_security_number = Social security number
register-field-social_security_status = Insurance status
register-field-insurance_kind = Kind of insurance
register-field-card_number = Social security card number
register-field-card_bank = Bank of the social security card
register-field-health_card_number = Health card number
register-field-insured_place = Place of medical insurance

## Files
file-hint = { $kinds }; 20 MB a file at most, 5 files at most.
file-not-at-kiosk = Files cannot be added on this machine. Please save, then sign in on your own phone or computer and add them under “My cases”; everything you have filled in is there.
file-remove = Remove
file-size-kb = { $n } KB
file-size-mb = { $n } MB
file-kind-pdf = PDF
file-kind-jpeg = JPEG photo
file-kind-png = PNG image

## How to fill in
hint-resident_id = 18 characters; the last may be the letter X
hint-phone = Mobile number with 11 digits
hint-max = { $n } characters at most
hint-range = From { $min } to { $max }
hint-choose-many = You may choose several
select-blank = Please choose

# More kinds of questions
hint-division = Type a name and choose from the list. Outside this city write the full name in Chinese, such as 四川省成都市武侯区.
address-division = District, street or town
address-detail = Address
address-detail-hint = Street, number, building and room.
person-relation = Who is this person to you?
person-name = Name
person-number = Resident identity number
relation-me = Myself
relation-spouse = Husband or wife
relation-child = Child
relation-parent = Parent
relation-family = Other member of the family
relation-other = Somebody else
relation-organisation = My organisation
person-number-or-code = Resident identity number, or unified social credit code
person-number-or-code-hint = 18 characters: of a person the identity number, of an organisation the credit code.
person-choose = You can choose without typing:
person-choose-me = Myself: { $name }
person-choose-named = { $relation }: { $name }
source-certificate = From the certificate “{ $name }”, read at { $at }
source-earlier = From an earlier application, submitted at { $at }
source-computed = Worked out from the other answers

## What was answered before
earlier-title = You have answered these questions before
earlier-text = Nothing is filled in unless you want it, and you can change everything afterwards.
earlier-from = In your application “{ $item }” of { $at }
earlier-use = Use these answers

## This is wrong
objection-open = “{ $label }” is wrong
objection-label = What is wrong with “{ $label }”?
objection-hint = Say what is right instead, in at most { $n } characters. The officer reads it together with your application. To have the record itself corrected, ask the department that keeps it.
objection-hint-open = You can simply change it above. If the officer should know why it was wrong, say so here in at most { $n } characters.
objection-mine = You say this is wrong
objection-by-hand = You have said that something filled in is wrong, so no rule decides: an officer looks at it.
