# Materials: what is wrong with files, the ways to answer a slot, the library, the telephone, drafts.

## What is wrong with a file
upload-empty = This file is empty. Please choose it again
upload-too-large = The file is larger than 20 MB. Make it smaller and upload it again
upload-wrong-kind = This kind of file is not accepted. Upload one of the kinds listed here
upload-too-many = Each material takes 5 files at most. Please remove one first
upload-case-full = This application holds as many files as it can: 60 files or 400 MB in all. Please remove one first, or bring the rest to the counter
upload-day-full = You have sent as many files as one person can send on one day. Please go on tomorrow; everything you filled in is kept
upload-damaged = This file cannot be opened. It may be damaged or have been cut off on its way. Please take the photo again, or save the document as a new PDF
upload-too-many-pixels = This picture is too large to be opened: at most 51 million pixels, and 16,500 on one side. Please make it smaller
upload-locked = This PDF is protected by a password. Please save it without a password and upload it again
upload-active = This PDF carries a program or other files, which we do not accept. Please print or save it as a new PDF and upload that
upload-harmful = Our virus scanner found something harmful in this file, so it was not kept. Please check your device and upload a clean file
upload-waiting = The file has arrived, but the virus scanner cannot be reached just now. The file is kept and will be checked as soon as possible; you can submit once it has been checked. What you filled in is saved

file-waits = { $name } (being checked for viruses)

## Ways to answer a material
way-legend = How will you answer “{ $name }”?
way-files = Upload a file
way-exempt = Hand in nothing: the records show it
way-later = Hand it in later
way-promise = Make a commitment instead
way-paper = On paper, at the counter: I have seen the original or taken it
way-exempt-by-certificate = If your wallet holds a valid certificate for this, choose this and save; we will look.
way-exempt-by-register = If { $register } holds this about you, choose this and save; we will look.
way-later-hint = You can add it until { $limit } after the application is accepted.
way-told-exempt = Nothing to hand in. { $source }
way-told-later = Follows later, within { $limit } after acceptance
way-told-later-until = Follows later, until { $date }
way-told-paper = On paper, seen or taken at the counter
way-told-promise = Commitment made: { $promise }

## Materials that follow later
follow-up-list = Materials you still have to bring
follow-up-until = Last day:
follow-up-waits = Not here yet
follow-up-came =
    { $n ->
        [one] { $n } file has arrived
       *[other] { $n } files have arrived
    }
follow-up-add = Add it now
follow-up-title = Add “{ $name }”
follow-up-send = Send
note-followed = The material has arrived
note-followed-text = The department can see it now.

## My material library
library-title = My materials
library-lead = Files that you handed in with an earlier application and can use again. Wherever a form asks for the same material, they are offered to you.
library-link = My materials: files that you can use again
library-empty = Nothing here yet. After you submit an application, materials that stay good for some time are kept here.
library-valid = Can be used again until { $until }
library-over = Could be used until { $until }
library-case = The application it was handed in with
library-remove = Take out of my materials
library-use = Use again: { $name } (good until { $until })
note-forgotten = Taken out
note-forgotten-text = The file is no longer offered to you. The application that it was handed in with keeps it.
note-reused = The file was added
note-reused-text = It is a copy: removing it here leaves your library as it is.

## From the screen to the telephone
hand-over-begin = Take a photo with your phone
hand-over-title = Add “{ $name }” with your phone
hand-over-lead = Scan this code with your phone and take the photo there. You do not have to sign in on the phone. The code works for { $n } minutes.
hand-over-qr = Code that opens the page for adding photos
hand-over-address = Or open this address on your phone:
hand-over-until = Works until { $at }
hand-over-warning = Whoever scans the code can add files here until then, and can see nothing. Do not pass it on.
hand-over-show = Show what has arrived
hand-over-over = This code no longer works
hand-over-over-text = Its time is over, or all files have arrived. If you want to add more, go back and ask for a new code.
phone-title = Add a photo
phone-photo = Take a photo
phone-choose = Or choose from this phone
phone-send = Send
phone-added = It has arrived
phone-added-text = You can add more here, or go back to the other screen and press “Show what has arrived”.
phone-left =
    { $n ->
        [one] You can add { $n } more file.
       *[other] You can add { $n } more files.
    }
phone-over-text = Its time is over, all files have arrived, or the application was submitted. Please ask for a new code on the other screen.

## Drafts
draft-saved = Last saved at { $at }
draft-saved-until = Last saved at { $at }. You can go on from any device. If nothing changes, this draft will be deleted on { $day }.
version-title = This service has changed
version-lead = Since you began, the department has published a new version of this form. Please go on with it.
version-kept = What you filled in is kept
version-safe = Every answer that still fits is taken over. Nothing is submitted yet.
version-changes = What changed
version-no-questions = The questions are the same; texts or steps around them were changed.
version-new = New question: { $name }
version-gone = No longer asked: { $name }
version-kind = Asked in another way: { $name }
version-options = Other options to choose from: { $name }
version-wording = New wording, please read and agree again: { $name }
version-new-material = New material: { $name }
version-gone-material = Material no longer needed: { $name }
version-material = Material asked for in another way: { $name }
version-lost = Answers that do not fit any more
version-lost-text = These are not taken over. Copy what you still need before you go on.
version-files = Files that are no longer needed
version-files-text = They are deleted when you go on.
version-go-on = Go on
version-newest = Your application is on the newest version.
note-moved = You are on the new version
note-moved-text = What still fits was taken over. Please look at what is new.
