# Words of the components themselves, and of the gallery that shows them. # stands for a number that a script fills in.

## Fields
date-year = Year
date-month = Month
date-day = Day
resident-id-groups = Please compare with the card: { $groups }
chars-left = Characters left: { $n }
chars-over = Characters too many: { $n }
upload-sending = Sending: { $n } %
upload-cut = The connection was cut and nothing was sent. What you filled in is still here: please try again.
repeat-add = Add another:
repeat-remove = Remove

## Tables, long texts, questions, charts
table-sort-ascending = Sort from the least
table-sort-descending = Sort from the greatest
accordion-open = Open all
accordion-shut = Shut all
dialog-shut = Cancel
chart-data = The numbers as a table

## Gallery, on development servers
gallery-title = All components
gallery-lead = Every component in every state. The same examples are checked by tests.
gallery-group-forms = Fields
gallery-group-choices = Choices and files
gallery-group-buttons = Buttons and dialogs
gallery-group-finding = Finding the way
gallery-group-lists = Lists and tables
gallery-group-messages = Messages
gallery-group-figures = Charts
gallery-group-icons = Icons
gallery-group-paper = Paper
gallery-label = What do you need?
gallery-hint = Write it as it stands on your card
gallery-error = Please fill this in
gallery-value = Qingxi District
gallery-long = A name so long that no line holds it whole: Office for the Administration of Affairs of Residents Who Live Outside the Place of Their Household Registration
gallery-about = More cases each month, and most of them online
gallery-online = Online
gallery-counter = At the counter
gallery-phone = By telephone
gallery-month = Month
gallery-cases = Cases
gallery-child = Child
gallery-months = months
