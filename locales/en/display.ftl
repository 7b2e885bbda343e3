# Settings of language and display, and the notes that go with them.

display-title = Display and language
display-lead = This device remembers your choice for a year. You need no account for it.
display-language = Language
display-modes = Display (choose any)
display-elder = Easy version
display-elder-hint = Larger type, fewer things, one thing at a time, and help by telephone always in sight.
display-contrast = High contrast
display-contrast-hint = Stronger difference between text and background, clearer borders.
display-still = Less motion
display-still-hint = Nothing on the page moves or fades.
display-aloud = Read aloud
display-aloud-hint = A button above each page has your browser read it to you and marks the sentence being read.
display-theme = Colours
display-theme-auto = As this device is set
display-theme-light = Light background
display-theme-dark = Dark background
display-save = Save and go back

## Head
display-tools = Display and language
display-tools-elder = Easy version
display-tools-standard = Leave the easy version
display-tools-settings = Display settings
display-converted = The traditional characters on this site were made by a program, for reading only. Laws and documents count in simplified Chinese.
display-elder-help = Need help? Call { $phone }

## Reading aloud
aloud-label = Read aloud
aloud-start = Read this page aloud
aloud-pause = Pause
aloud-resume = Go on
aloud-stop = Stop
