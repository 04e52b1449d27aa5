# Texts in English. Keys and variables are the same as in pl.ftl.

## Dates
date-full = { $date } { $year }
date-day-month = { $day } { $month }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The kit
kit-main = Skip to main content
kit-nav = Main menu
kit-back = Back
kit-change = Change
kit-remove = Remove
kit-close = Close
kit-retry = Try again
kit-refresh = Refresh
kit-loading = Loading…
kit-busy = One moment…
kit-slow = Taking longer than usual…
kit-optional = (optional)
kit-error-prefix = Error:
kit-error-summary = Correct these answers
kit-language = Language
kit-day = Day
kit-month = Month
kit-year = Year
kit-select-none = Choose from the list
kit-show-password = Show password
kit-hide-password = Hide password
kit-clear = Clear
kit-file-choose = Choose a file
kit-file-change = Choose another file
kit-file-sending = Sending: { $percent }%
kit-file-reading = Reading the file…
kit-file-unreadable = The file could not be read. Try choosing it again.
kit-file-too-large = This file is larger than { $megabytes } MB. Choose a smaller one.
kit-file-empty = This file is empty. Choose another one.
kit-online = Data from { $when }
kit-offline = No internet – showing data from { $when }
kit-offline-plain = No internet
kit-not-given = Not given

## The four steps of a case
steps-submitted = Submitted
steps-checking = Being checked
steps-decision = Decision
steps-card-ready = Card ready
steps-state-done = Done
steps-state-now = Now
steps-state-todo = Still to come
steps-state-stopped = Stopped

## The card
card-brand = Resident Card
card-number = no. { $number }
card-photo = Photo: { $name }
card-qr = QR code of the card: { $name }
card-digits = Code to read out:
card-ring = The code changes every { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}

## The result of a check
verdict-valid = Card valid
verdict-invalid = Card not valid
verdict-unsure = Cannot be confirmed
verdict-compare = Compare with a document
verdict-photo = Photo of the card holder

### Shell, start, account, problems
tab-card = Card
tab-benefits = Discounts
tab-applications = Applications
tab-more = More
area-office = Office
area-partner = Partner point
demo-mark = Demonstration: people and data are invented.
update-label = New version
update-waits = There is a new version of the app.
update-kept = What you have typed stays on this device.
update-lost = First save what you are typing: the fields will be empty after refreshing.
update-now = Refresh now
update-later = Later
cancel = Cancel
sign-out = Sign out
signed-out = Signed out
sign-out-note = After signing out the card disappears from this device. It returns when you sign in again.
sign-out-waiting = Something here is not sent yet
sign-out-waiting-why = Signing out removes from this device also what the office has not received.
sign-out-stay = Stay signed in
sign-out-waiting-application = An application that is not sent
sign-out-waiting-block = A block of the card that is not sent
sign-out-anyway = Sign out anyway
sign-in-short = Sign in
sign-in-title = Sign in
sign-in-do = Sign in
sign-in-forgotten = I forgot my password
sign-in-card-anyway = You can show your card without signing in, even without internet.
sign-in-show-card = Show the card
need-sign-in = This page needs you to sign in
need-network = This page needs the internet. The card works without it.
no-server = The server cannot be reached
no-server-why = We keep trying every few seconds. The card works without the server.
register-title = Create an account
register-lead = The account is free. You need an e-mail address: we will send it a link that starts the account.
register-email-hint = The activation link will be sent to this address
register-password-hint = At least 12 characters. A good password is a few words, for example from a sentence of your own
register-required = Required consents
register-optional = Optional consents
register-consents-missing = Tick the required consents. An account cannot be created without them.
register-send = Create the account
register-have = Do you have an account?
account-given = Given name(s)
account-surname = Surname
account-email = E-mail address
account-password = Password
account-given-missing = Enter your given name
account-surname-missing = Enter your surname
account-name-long = Shorten it to 100 characters
account-name-character = Use letters, spaces, hyphens, apostrophes and dots
account-email-missing = Enter your e-mail address
account-email-malformed = Check the e-mail address. It should look like this: name@example.com
account-password-missing = Enter your password
weak-password-short = The password is too short. Use at least 12 characters.
weak-password-long = The password is too long. Use at most 256 characters.
weak-password-common = This password is easy to guess. Choose another, for example a few words of your own.
weak-password-guessable = The password is too close to your e-mail address or the town’s name. Choose another.
sent-title = Check your mail
sent-lead = We have sent a message to:
sent-next = Open the message and follow the link. It works for 24 hours. If there is no message, look into the spam folder.
sent-again-lead = If the account works already, sign in. If the link has expired, create the account again with the same address: we will send a new link.
sent-resend = Send again
sent-resent = The message was sent again. Only the newest link works.
sent-change = Change the address
sent-other-address = Correct e-mail address
sent-other-send = Send to this address
activation-title = Start the account
activation-lead = Press the button to confirm your e-mail address and finish the registration.
activation-do = Start the account
activation-done = The account works
activation-done-next = Sign in and apply for the card.
activation-expired = This link no longer works
activation-expired-next = The link may have been used, replaced by a newer one, or 24 hours have passed. If the account works, sign in. If not, create it again: we will send a new link.
forgotten-title = I forgot my password
forgotten-lead = Enter the account’s e-mail address. We will send a link to set a new password.
forgotten-do = Send the link
forgotten-sent = Check your mail
forgotten-sent-next = If the account exists, we have sent a link for a new password to this address. It works for 30 minutes.
new-password-title = Set a new password
new-password-label = New password
new-password-do = Save the password
new-password-done = The password is changed
new-password-done-next = For safety all devices were signed out. Sign in with the new password.
new-password-expired-next = The link works for 30 minutes and only once. Ask for a new one.
start-page = Start
start-lead = Apply online, carry the card in your phone, get discounts in town. The card’s code works without internet, and a screenshot of it stops working after 45 seconds.
start-show-card = Show the card
start-way = How to get the card
start-way-1 = Create an account
start-way-1-text = A name and an e-mail address are enough.
start-way-2 = Apply
start-way-2-text = Add a photo and the first page of your PIT. It takes about 10 minutes.
start-way-3 = Show the card
start-way-3-text = After the office decides, the card is in your phone at once.
start-more = More places
start-benefits = Discounts and benefits
start-benefits-text = Where the card is useful
start-verify = Check a card
start-verify-text = For partner points, no sign-in
start-help-text = Office, accessibility, privacy
more-account = Your account
more-name = Name
more-office = For the office
more-office-text = Deciding applications
help-title = Help
help-office = The office
help-where = Where
help-hours = When
help-phone = Phone
help-card = How the card works
help-card-1 = The code on the card changes every 15 seconds. That is why a photo or a screenshot of it stops working after 45 seconds.
help-card-2 = The card’s code works without internet for at least a week. When the phone is online, the card renews itself.
help-accessibility = Accessibility
help-accessibility-1 = The site can be used by keyboard alone, with a screen reader, and with text at twice its size. Colour is never the only sign.
help-accessibility-2 = If something makes it hard to use, write to the office or call. You will have an answer within 7 days. You can also apply on paper.
help-privacy = Privacy
help-privacy-1 = The card’s code holds no name, address or PESEL number, only initials and the town’s signature. A point that checks the card stores nothing about you.
help-privacy-2 = Documents from the application are encrypted and only the office sees them. We do not track your location and show no advertisements.
not-found-title = There is no such page
not-found-lead = The address may have changed, or there is a typing error in it.
not-found-start = Go to the start page
error-offline = No connection. What you typed is safe. Check the internet and try again.
error-unreadable = The server answered in an unexpected way. Reload the page. If that does not help, call the office.
problem-malformed = The data could not be read. Reload the page and try again.
problem-sign-in = Your session has ended. Sign in again: what you typed is waiting.
problem-bad-credentials = The e-mail address or password does not match. Check them or set a new password.
problem-forbidden = This account has no access to that.
problem-not-found = There is no such thing here. It may have been removed.
problem-method-not-allowed = That cannot be done this way. Reload the page.
problem-conflict = It was changed meanwhile, perhaps in another browser tab. Load the page again.
problem-wrong-state = That can no longer be done at this stage of the application. Load the page again.
problem-other-clerk = Another person has this case now.
problem-incomplete = Some answers are missing. See what is left to fill in.
problem-consent-missing = A required consent is missing or its text has changed. Read it and tick it.
problem-weak-password = This password is easy to guess. Choose another.
problem-bad-file = This file cannot be used. Choose another.
problem-link-expired = This link no longer works. Ask for a new one.
problem-unproven = This device could not be confirmed. Check the date and time of the phone.
problem-no-card = There is no valid card yet.
problem-too-large = The file is larger than 25 MB. Choose a smaller one.
problem-unsupported-media-type = We cannot open this file. Choose JPG, PNG or PDF.
problem-too-many = Too many attempts. Wait a moment and try again.
problem-busy = The server is very busy now. Try again in a moment.
problem-storage-full = The server has run out of space. What you typed is safe. Call the office.
problem-internal = Something failed on our side. What you typed is safe. Try again in a moment.
problem-too-many-devices = This card is already on the largest number of devices allowed. Switch one of them off.
problem-device-stopped = This card is switched off on this device.
problem-code-used = The photo for this code was shown before. Ask for a new code.
problem-not-fresh = This code is not valid at this moment. Ask for a new one.
problem-unprintable = We cannot print this name yet. Ask the office for a plastic card.
problem-code-needed = The password is right. Now enter the code from the app.
problem-bad-code = This code does not match or was used before. Wait for the next one and enter it at once.
problem-refresh = The session needs a refresh. Try again.
problem-second-step-due = This account works for the town, so turn on two-step sign-in first.
problem-guardian-needed = This is possible from the age of 18. Ask your guardian: they can do it from their own account.
problem-wrong-account = This invitation is for another e-mail address. Sign in to the account with that address.
problem-email-needed = Somebody who is 18 needs an e-mail address of their own. Enter it: we will send an invitation there.
problem-bad-birthday = Check the date of birth. It cannot be in the future or more than 120 years ago.
problem-confirmed = The office has confirmed these data. Only a new application changes them.
problem-open-elsewhere = An application for this person was already started from another account. Wait for its result.
problem-family-full = The family of this account already has as many people as possible.
problem-already-member = This person is already in the family or already has an invitation.
problem-wait = Too many attempts. Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} and try again.
file-empty = The file is empty. Choose another.
file-wrong-type = We cannot open this file. Choose a JPG or PNG picture, or for a document also a PDF.
file-truncated = The file is cut off or damaged. Save it again or take a new picture.
file-password-protected = The file is protected with a password. Save it without one and add it again.
file-bomb = Unpacked, this file is too large to be opened safely. Choose an ordinary picture.
file-too-large = The file is larger than 25 MB. Choose a smaller one.
file-too-small = The picture is too small. Its short side should be at least 400 pixels. Take a new one close up, without zoom.
file-too-many-pages = The document has more than 20 pages. The first page is enough.
file-active = This PDF holds scripts or attachments. Print it to a new PDF or add a picture of the page.

### application

## Applications
application-retry = Try again
application-list = My applications
application-heading = Resident Card application
application-kind-issue = Resident Card
application-kind-renewal = Renewal of the card
application-renew = Renew the card
application-renew-soon = The card is valid until { $date }. We prepare the renewal from your data: you add a document and your consents.
application-renew-over = The card was valid until { $date }. We prepare the renewal from your data: you add a document and your consents.
application-none = No applications yet
application-none-why = Have a photo and a document ready. It takes about 10 minutes; you can stop and finish later.
application-begin = Apply for the card
application-begin-next = Apply for a new card
application-resume = Finish the application
application-preview = View
application-mend-all = Correct the application
application-over = Finished
application-no-resident = This account cannot apply
application-no-resident-why = This is a clerk’s account. To apply for yourself, use a resident’s account.
application-to-office = Go to the queue
application-step = Step { $n } of { $all }
application-correcting = Corrections
application-continue = Continue
application-keep = Save and go back
application-kept-device = Saved on this device at { $time }
application-kept-office = Saved at the office at { $time }
application-closed = This part cannot be changed now
application-closed-why = The office has your application, or did not ask you to correct this part.
application-overtaken = This application was changed elsewhere
application-overtaken-why = Nothing is lost: below is what was typed here. Check it and save again.
application-page-whom = Who is the card for?
application-page-ground = Why are you entitled to the card?
application-page-person = Personal details
application-page-address = Home address
application-page-contact = Contact
application-page-photo = Photo for the card
application-page-document = Document
application-page-carrier = Which card would you like?
application-page-consents = Statements and consents
application-whom-myself = For me
application-whom-myself-hint = An adult who lives in this town
application-whom-member = For somebody in the family
application-ground-hint = Choose one ground. We will ask for the document later
application-person-hint = Type the details as they are in the document.
application-name = Name
application-given = First name(s)
application-surname = Surname
application-birth-date = Date of birth
application-birth-date-hint = For example 31 3 1980. The month may be a word
application-address = Address
application-address-hint = The address where you actually live. It need not be registered.
application-street = Street
application-house = House number
application-flat = Flat number
application-postal-code = Postal code
application-postal-code-hint = For example 05-800
application-town = Town
application-contact-email = We will write to { $email } about every step.
application-phone = Phone number
application-phone-hint = We will call only when something must be cleared up
application-photo = Photo
application-photo-hint = JPG or PNG, up to 25 MB
application-photo-rule-face = Face to the front, all of it in the oval
application-photo-rule-light = Even light, no hard shadows
application-photo-rule-background = A light background with nobody else
application-photo-rule-head = No hat, no dark glasses
application-photo-sending = Sending and checking the photo…
application-photo-result = This is what the office will see
application-photo-result-hint = We crop and resize it for you. If the face is cut off, choose another photo.
application-file-accepted = Accepted and saved at the office
application-file-picture = picture
application-document = Document
application-document-hint = PDF, JPG or PNG, up to 25 MB
application-document-asked = What to send
application-document-example = These must be readable
application-document-part-form = Kind of document and year
application-document-part-office = The office that took or issued it
application-document-part-name = First name and surname
application-document-part-address = Home address
application-document-sending = Sending and checking the document…
application-document-open = Open the sent document in a new tab
application-carrier-virtual = On the phone
application-carrier-virtual-hint = Ready right after the decision. Works without internet too.
application-carrier-physical = Plastic, and on the phone
application-carrier-physical-hint = Collect the plastic card at the point you choose.
application-pickup-point = Where will you collect the card?
application-consents-required = Needed to decide on the application
application-consents-optional = Optional
application-consents-optional-hint = You may skip these. They do not affect the decision

## Checking and sending
application-check-heading = Check your answers and send
application-part-who = Person
application-part-files = Files
application-part-card = Card and consents
application-missing = { $n ->
    [one] { $n } answer is missing
   *[other] { $n } answers are missing
}
application-send-title = Send the application to the office
application-send-declaration = By sending it you confirm that the details are true and current. After that you can change them only if the office asks.
application-send-offline = There is no internet. Your application is safe on this device. Send it when you are back online.
application-send-gaps = Add the missing answers listed at the top of the page.
application-send = Send the application
application-already-sent = The office already has this application
application-not-sent = This application has not been sent yet
application-sent = Application sent
application-sent-corrected = Corrections sent
application-sent-until = We will answer by { $day }
application-sent-next = What happens next
application-sent-next-check = The office compares your details with the document and the photo.
application-sent-next-mail = We send the decision, or a request for a correction, to { $email }.
application-sent-next-card = Once approved, the card appears in this app.
application-sent-contact = Questions?

## Status
application-steps-title = Where the application is
application-answers = What the application says
application-history = History
application-show-card = Show the card
application-turn-draft = The application has not been sent yet. Finish it whenever you like.
application-turn-office = It is the office’s turn. We will answer by { $day }
application-turn-office-undated = It is the office’s turn.
application-turn-you = It is your turn: correct the application by { $day }
application-turn-you-undated = It is your turn: correct the application.
application-turn-approved = The card is granted. We are preparing it.
application-turn-card-ready = The card is ready.
application-plastic = The plastic card is being prepared for pickup at: { $point }. The office will write to you when you can collect it.
application-plastic-somewhere = The plastic card is being prepared for pickup. The office will write to you when you can collect it.
application-plastic-meanwhile = The card in your phone works already.
application-plastic-printing = The plastic card is being printed. The office will write to you when you can collect it.
application-plastic-waits = The plastic card waits at: { $point }, until { $day } inclusive. The pickup code is in the e-mail.
application-plastic-handed-over = The plastic card was collected on { $day }.
application-plastic-uncollected = Nobody collected the plastic card in time, so it went back to the office. Call the office if you still want to collect it.
application-plastic-destroyed = The plastic card was destroyed because the card was blocked.
application-turn-rejected = The office refused the card.
application-turn-withdrawn = Application withdrawn on { $day }
application-turn-expired = Closed on { $day }: the time for corrections has passed.
application-state-draft = Draft
application-state-submitted = Submitted
application-state-in-review = In review
application-state-needs-correction = To be corrected
application-state-approved = Card granted
application-state-rejected = Refused
application-state-withdrawn = Withdrawn
application-state-expired = Closed
application-step-draft = Not sent yet
application-step-office = The office answers by { $day }
application-step-you = Waiting for your corrections until { $day }
application-step-card = Being prepared
application-step-rejected = Refused, { $day }
application-step-withdrawn = Withdrawn, { $day }
application-step-expired = Closed without a decision, { $day }
application-correction-title = To be corrected
application-correction-new = New file sent
application-correction-note = Message from the office
application-correction-send-hint = Correct everything listed, then send. Your application keeps its place in the queue.
application-correction-send = Send corrections
application-mend = Correct
application-withdraw = Withdraw the application
application-withdraw-question = Withdraw the application?
application-withdraw-why = The office stops working on it. You can always apply again.
application-delete = Delete the draft
application-delete-question = Delete the draft?
application-delete-why = We delete what was typed and the files.
application-keep-it = Keep it
history-started = Application started
history-submitted = Application sent to the office
history-corrected = Corrections sent
history-taken-up = The office started its check
history-put-back = The case went back to the queue
history-correction-asked = The office asked for corrections
history-approved = Card granted
history-rejected = The office refused the card
history-withdrawn = Application withdrawn
history-lapsed = The time for corrections passed
history-card-ready = Card ready
item-person = Personal details
item-address = Address
item-contact = Contact
item-photo = Photo
item-document = Document

## Gaps of the form
gap-whom-missing = Choose who the card is for
gap-whom-unknown = The application is for somebody else than the person shown. Choose again
gap-ground-missing = Choose a ground
gap-ground-unknown = That ground is no longer offered. Choose another
gap-given-missing = Enter the first name
gap-given-too-long = The first name may have at most 100 characters
gap-given-malformed = The first name may have letters, spaces, hyphens and apostrophes
gap-surname-missing = Enter the surname
gap-surname-too-long = The surname may have at most 100 characters
gap-surname-malformed = The surname may have letters, spaces, hyphens and apostrophes
gap-birth-date-missing = Enter the date of birth
gap-birth-date-day-missing = The date of birth must include a day
gap-birth-date-month-missing = The date of birth must include a month
gap-birth-date-year-missing = The date of birth must include a year
gap-birth-date-malformed = Enter a real date, for example 31 3 1980
gap-birth-date-no-such-day = There is no such day. Check the day and month
gap-birth-date-in-the-future = The date of birth must be in the past
gap-birth-date-minor = This application is for adults. A parent applies for a child: add the child on the page Family
gap-street-missing = Enter the street
gap-street-too-long = The street may have at most 100 characters
gap-house-missing = Enter the house number
gap-house-too-long = The house number is too long
gap-postal-code-missing = Enter the postal code
gap-postal-code-too-long = A postal code has 5 digits, for example 05-800
gap-postal-code-malformed = The postal code must have 5 digits, for example 05-800
gap-town-missing = Enter the town
gap-town-too-long = The town’s name is too long
gap-town-other-town = The card is only for residents of this town. If you live elsewhere, ask your own municipality
gap-phone-malformed = Enter a number such as 600 700 800, or leave it empty
gap-photo-missing = Add a photo
gap-document-missing = Add the document
gap-carrier-missing = Choose the kind of card
gap-pickup-point-missing = Choose a pickup point
gap-pickup-point-unknown = That point is no longer offered. Choose another
gap-consents-missing = Tick the statements needed to decide on the application
gap-consents-outdated = The text of a consent has changed. Read it and tick again

## The office
office-plastic = Plastic cards
office-plastic-short = Plastic
office-plastic-views = Stage
office-plastic-to-print = To print ({ $n })
office-plastic-printing = Being printed ({ $n })
office-plastic-waiting = Waiting for pickup ({ $n })
office-plastic-back = Came back ({ $n })
office-plastic-empty = No cards at this stage
office-plastic-all = Select all
office-plastic-column-card = Card
office-plastic-column-person = Person
office-plastic-column-point = Pickup point
office-plastic-column-since = Since
office-plastic-until = until { $day }
office-plastic-today = { $n ->
    [one] { $n } card handed over today
   *[other] { $n } cards handed over today
}
office-plastic-produce = Send to print ({ $n })
office-plastic-misprint = Print again ({ $n })
office-plastic-arrive = At the pickup point ({ $n })
office-plastic-hand-over = Hand over ({ $n })
office-plastic-hand-over-sure = Hand over { $n ->
    [one] { $n } card?
   *[other] { $n } cards?
}
office-plastic-destroy = Destroy ({ $n })
office-plastic-destroy-sure = Destroy { $n ->
    [one] { $n } card?
   *[other] { $n } cards?
} This cannot be undone.
office-plastic-none = First select cards in the list.
office-plastic-done = Saved.
office-plastic-changed = Somebody changed this list a moment ago. Refresh it and try again.
office-plastic-blocked = This card is blocked. Do not hand it over.
office-queue = Queue
office-case = Case
office-sign-in = Office sign-in
office-sign-in-lead = This part is for people who decide on applications.
office-not-yours = This account cannot see the office’s cases
office-not-yours-why = Only accounts of the office’s staff see the queue.
office-other-account = Sign out and use another account
office-offline = No internet. Decisions can be saved when you are back online.
office-next = Next case
office-elsewhere = { $n ->
    [one] { $n } case waits for its resident
   *[other] { $n } cases wait for residents
}
office-today = { $n ->
    [one] { $n } decision today
   *[other] { $n } decisions today
}
office-empty = All done
office-empty-why = New applications appear here, the oldest on top.
office-views = Queue view
office-view-all = All ({ $n })
office-view-free = Free ({ $n })
office-view-mine = Mine ({ $n })
office-view-over = Overdue ({ $n })
office-view-back = Came back ({ $n })
office-view-empty = No cases in this view.
office-column-deadline = Deadline
office-column-number = Number
office-column-person = Person
office-column-state = State
office-column-owner = Held by
office-column-sent = Sent
office-state-free = Free
office-state-open = In review
office-flag-corrected = Came back corrected
office-left = { $n ->
    [one] { $n } working day left
   *[other] { $n } working days left
}
office-left-today = Due today
office-over = { $n ->
    [0] Overdue
    [one] Overdue by { $n } working day
   *[other] Overdue by { $n } working days
}
office-until = by { $day }
office-owner-you = You
office-owner-mine = Your case
office-owner-other = Held by: { $name }
office-read-only = You can only read this case now.
office-release = Put back
office-facts = From the application
office-email = E-mail
office-checks = Compare with the document
office-checks-missing = { $n ->
    [one] Tick { $n } more check to approve.
   *[other] Tick { $n } more checks to approve.
}
office-reload = Load the case again
office-approve = Approve
office-ask = Ask for a correction
office-ask-items = What to correct
office-ask-reasons = Reason
office-ask-nothing = Choose at least one part to be corrected.
office-ask-send = Send the request
office-refuse = Refuse
office-refuse-reason = Reason for refusal
office-refuse-nothing = Choose a reason for refusal
office-refuse-do = Refuse the card
office-refuse-sure = Refuse for certain?
office-refuse-sure-why = The resident gets the decision by e-mail. This cannot be undone.
office-note = A message in your own words
office-note-hint = The resident reads it below the reason
office-preview = The resident will read
office-preview-until = Please correct the application by { $day }
office-cancel = Cancel
office-done-approved = Application { $number } approved. The resident gets an e-mail.
office-done-rejected = Application { $number } refused. The resident gets an e-mail.
office-done-asked = Request to correct application { $number } sent.
office-cards = Cards
office-card-number = Card number
office-card-number-hint = 12 digits; spaces are fine
office-card-find = Find the card
office-card-empty = The card of the person at the desk or on the phone will appear here.
office-card-malformed = Check the number: it has 12 digits, the last one is a check digit
office-card-unknown = There is no card with this number
office-card-too-late = This card can no longer be unblocked. A new one will be needed.
office-card-state = State
office-card-available = Not opened yet
office-card-active = Works
office-card-blocked = Blocked
office-card-revoked = Revoked
office-card-since = Blocked since
office-card-undo = Can be unblocked until
office-card-period = Valid
office-card-devices = Devices with the card
office-card-printed = Printed card
office-card-not-printed = None
office-card-unblock = Unblock the card
office-card-revoked-next = A revoked card cannot be brought back.
office-card-block-sure = Block this card?
office-card-block-why = Its codes stop working at once, on every device and on paper. The resident gets an e-mail.
office-card-unblock-sure = Unblock this card?
office-card-unblock-why = First check who the person is. Devices get new codes once they are online.
view-files = Files sent
view-larger = Larger
view-smaller = Smaller
view-turn = Turn
view-open = Open in a new tab
view-nothing = This file is missing
### application end

### My card
my-card = My card
my-card-code = Card code
my-card-valid = Card valid until { $date }
my-card-valid-soon = Card valid until { $date }. { $days ->
    [0] This is the last day.
    [one] { $days } day left.
   *[other] { $days } days left.
}
my-card-scheduled = Card will be valid from { $date }
my-card-expired = Card expired on { $date }
my-card-grace = Valid until { $date }, the office is deciding on the renewal
my-card-today = today, { $time }
my-card-yesterday = yesterday, { $time }
my-card-works-offline = The card works without internet too.
my-card-full = Show the code full screen
my-card-benefits = What I am entitled to
my-card-runway = Connect to the internet by { $date }. After that a place may ask for an ID document.
my-card-no-code = There is no code on this device yet. Connect to the internet, sign in and refresh the card.
my-card-no-key = This browser cannot keep the card’s key safely. Open the page in a normal (not private) window or in another browser.
my-card-expired-next = Apply for a new card. A current document is all you need.
my-card-scheduled-next = The code will appear here on the first day of validity.
my-card-apply = Apply
my-card-damaged = The card on this device could not be read
my-card-damaged-next = Your card is safe at the office. Download it again.
my-card-fetch = Download the card again
my-card-none = You do not have a card yet
my-card-none-next = Apply online. Once the office grants the card, it appears here by itself.
my-card-none-here = There is no card on this device
my-card-none-here-next = Sign in once to download it. After that the card opens without signing in and without internet.
my-card-none-offline = There is no card on this device
my-card-none-offline-next = To download it, connect to the internet and sign in.
my-card-coming = The card will appear here once the office grants it.
my-card-draft = Application to finish
my-card-blocked = The card is blocked
my-card-revoked = The card has been revoked
my-card-revoked-next = This card can no longer be used. The office will tell you why and what to do next.
my-card-days = Data from { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
my-card-days-offline = No internet – data from { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
my-card-run-out = The code ran out on { $date }. Connect to the internet and it refreshes by itself. Until then a place may ask for an ID document.
my-card-stopped = This card is switched off on this device
my-card-stopped-next = It was switched off in the list of devices. If this device is yours, add the card again: it gets a new key.
my-card-add = Add the card on this device
my-card-signed-out = Nobody is signed in here
my-card-signed-out-next = Sign in to see whether the card still works on this device. Otherwise its code works until { $date } at the latest.
my-card-clock-slow = This phone’s clock is slow by { $age }
my-card-clock-fast = This phone’s clock is fast by { $age }
my-card-clock-next = We correct the code ourselves. Turn on automatic date and time, so that it also works when the clock changes.
my-card-brighten = Make the screen brighter if the scanner does not see the code.
my-card-may-sleep = The screen may go dark: this device does not let us stop that.
my-card-stay-awake = Keep the screen on
my-card-blocked-since = Since { $date }. No code of this card works now, not on paper either.
my-card-blocked-undo = If you found it, you can undo the block until { $date }. After that the card is revoked.
my-card-blocked-office = Until { $date } the office can unblock it. Call, or come with an ID document.
my-card-blocked-over = This block can no longer be undone. Call the office: you will need a new card.
my-card-unblock = Undo the block
my-card-unblock-title = Undo the block?
my-card-unblock-why = Enter the password of your account, so that nobody who picks up your unlocked phone can do it. Devices get new codes once they are online.
my-card-unblock-password = The password does not match. Check it and try again.
my-card-unblocked = The card is unblocked
card-rows = More about the card
card-rows-devices = Lost card, new phone
card-rows-print = When there is no phone at hand
card-rows-answer = A gate or a kiosk shows a code
devices-title = Devices and safety
devices-list = Where the card is
devices-count = The card is on { $n } of { $limit } possible devices.
devices-none = No device holds the card now
devices-none-next = Show the card on this device
devices-offline = No internet
devices-offline-works = Works: the card’s code on this device.
devices-offline-not = Does not work: switching devices off. A block waits for the internet; if the card is lost, calling the office is faster.
device-this = This device
device-used = Last used: { $used }
device-since = Here since { $since }.
device-key-software = Key kept by the program, less well protected.
device-key-browser = Key kept by the browser, which gives it to nobody.
device-key-hardware = Key in the phone’s secure chip.
device-stop = Switch off
device-stop-label = Switch the card off on: { $device }
device-stop-title = Switch the card off on: { $device }?
device-stop-why = The code on that device stops being valid. Places with internet know within minutes, others when they next refresh their list.
device-stop-own = This is the device in front of you. The code disappears from it at once. You can add the card again with one button.
device-stopped = The device is switched off
too-many-title = One device too many
too-many-next = Switch off one of the devices below. The card then appears here by itself.
block-title = Lost card or phone
block-what = Block the card with one tap. Its codes stop working at once, on every device and on paper.
block-back = If it turns up, you can undo this with your password within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
block-back-office = If it turns up, the office can undo this within { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
block-do = Block the card
block-offline = There was no connection, so the card is not blocked yet. Try again or call the office.
looks-title = When your photo was shown
looks-photo = A place saw your photo and first name
looks-typed = A place typed the card’s number and code
looks-none = Nobody has checked the card online yet
looks-note = The last 30 days. Checks without internet leave no trace anywhere.
print-title = Card on paper
print-what = A printout has a code that does not change. It helps when there is no phone at hand.
print-document = Always with a photo ID
print-document-why = Paper is easy to copy, so a place asks for an ID document every time. The code on the phone needs none.
print-make = Prepare a printout
print-ready = The printout is ready
print-made = Prepared
print-until = Valid until
print-a4 = Download the A4 sheet (PDF)
print-cr80 = Download for a card printer (PDF)
print-again = Prepare a new printout
print-again-why = A new printout ends the previous one.
print-not-here = The town does not issue cards on paper
print-not-here-next = Show the card on the phone, also without internet.
answer-title = Answer a device’s question
answer-lead = A gate, a kiosk or a till may show its code first. Scan it and the phone prepares the answer.
answer-scan = Scan the code on the device’s screen
answer-typed = Type or paste the question
answer-text = Text of the question
answer-text-hint = It begins with RKCQ:
answer-read = Read
answer-asks = Asked by: { $name }
answer-asks-why = This is what the device calls itself. Answer only if you are standing at it now.
answer-show = Show the answer
answer-for = Answer for: { $name }
answer-once = The answer works once, for at most 30 seconds
answer-over = Time is up. Scan the question again.
answer-again = Scan again
answer-is-card = This is the code of a card, not a device’s question. Cards are checked under “Check a card”.
answer-is-other = This is not a device’s question. Scan the code on the screen of the gate or kiosk.

### Checking a card
check-title = Check a card
check-list-offline = No internet. { $list }
check-camera-title = Scan the code on the resident’s phone
check-camera-why = The camera works on this device only. Nothing is recorded or sent.
check-camera-on = Turn the camera on
check-camera-starting = Starting the camera. Please allow its use.
check-camera-aim = Point the camera at the code until it fills the frame
check-camera-torch = Torch
check-camera-refused = The camera is blocked
check-camera-refused-next = Click the padlock next to the page’s address and allow the camera. You can also add a photo of the code.
check-camera-absent = No camera found here
check-camera-absent-next = Add a photo of the code or use a scanner connected to the computer.
check-other = Without a camera
check-picture = Photo of the code
check-picture-hint = A photo of the resident’s screen, taken just now
check-picture-choose = Choose a photo
check-picture-unreadable = We cannot open this file. Choose a JPG or PNG photo.
check-picture-no-code = No QR code can be seen in this photo. Take a new one, close up and without reflections.
check-text = Text of the code
check-text-hint = For a scanner that types. Such a scanner also works without clicking here.
check-text-empty = Enter the text of the code. It begins with RKC1:
check-text-send = Check
check-next = Scan the next one
check-next-any = Check the next one
check-holder = { $class }, initials { $initials }
check-adult = Adult
check-child = Child
check-senior = Senior
check-again = This card was checked here { $age } ago.
check-expired = The card on this phone expired on { $date }
check-expired-next = Ask for the card to be opened with internet, so that it refreshes. If that does not help, the card must be renewed at the office.
check-stale = This code was made { $age } ago, and a code works for 45 seconds only. It may be a screenshot.
check-stale-next = Ask for the card to be opened in the app and scan the code from the screen. If the result repeats, check the time on both phones.
check-ahead = The clocks differ: the code is { $age } ahead.
check-ahead-next = Turn on automatic date and time on both phones, then scan the code again.
check-unknown-key = No key on this device’s list has signed this card. The list may be out of date.
check-unknown-key-next = Connect to the internet, refresh the list and scan the code again.
check-forged = The signature does not match. The town did not issue this code, or somebody changed it.
check-forged-next = Do not give the discount. Ask for the card to be opened in the app.
check-damaged = The code is damaged or only partly read.
check-damaged-next = Scan it again, close up and without reflections.
check-foreign = This is not the code of a resident card.
check-foreign-next = Ask for the code on the screen “My card”.
check-no-list = This device does not have the list that covers this card yet.
check-no-list-next = Connect to the internet and refresh the list. After that checking works without internet too.
check-wrong-clock = This device’s clock is slow, so the code cannot be judged.
check-wrong-clock-next = Turn on automatic date and time, then scan the code again.
check-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
check-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
check-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
check-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
check-list-today = List from today, { $time }
check-list-yesterday = List from yesterday, { $time }
check-list-days = { $count ->
    [one] List from { $count } day ago
   *[other] List from { $count } days ago
}
check-list-ended = The list from { $date } is no longer valid. Connect to the internet and refresh it.
check-list-none = There is no list of cards here yet.
check-other-root = The server shows another key of the town than before
check-other-root-next = The previous list stays. Do not enter any data here, and tell the town office.
check-layout = The scanner uses another keyboard layout: set US/QWERTY in the scanner or on this computer.
check-more = Other options
check-next-question = Show a new question
check-person = { $class }: { $name }
check-until = Card valid until { $date }
check-minor = A minor’s card. The discount is for them only.
check-by-guardian = A guardian is showing a child’s card. Look at the child or at the child’s photo.
check-valid-next = You can give the discount.
check-offline = The card was valid according to the list from { $date }.
check-offline-next = You can give the discount. Refresh the list when there is internet.
check-grace = The card’s period is over, and the office is already deciding on its renewal. Until then the card works.
check-document = This code is printed, and a printout can be copied.
check-document-next = Ask for a photo ID. Compare the name and the photo with the person and with the printout.
check-typed = The number and the digits match, but digits can be passed on.
check-typed-next = Ask for a photo ID. Compare the name and the photo with the person.
check-document-same = It matches
check-document-other = It does not match
check-list-old = The code is genuine, but the list of blocked cards is from { $date }.
check-list-old-next = Refresh the list. Without internet, ask for a photo ID.
check-list-expired = The list on this device is from { $date } and is no longer valid.
check-list-expired-next = Connect to the internet, refresh the list and scan the code again.
check-early = The card starts working on { $date }.
check-early-next = Do not give the discount yet. It applies from that day.
check-blocked = The card is blocked.
check-blocked-next = Do not give the discount. Say that the town office can unblock the card.
check-revoked = This card is on the list of cards that no longer work.
check-revoked-next = Do not give the discount. Say that the town office will explain.
check-inactive = This card has not been opened on any phone yet.
check-inactive-next = Ask for the card to be opened in the app and scan the code from the screen.
check-replayed = This code was checked here { $age } ago. It may be a copy.
check-replayed-before = This code was shown before, here or at another point. It may be a copy.
check-replayed-next = Wait for the next code: the phone changes it every 15 seconds.
check-other-question = This code answers the question of another device.
check-other-question-next = Ask for the ordinary code on the screen “My card”.
check-no-answer = This is not an answer to the question on this screen.
check-no-answer-next = First scan the question with the phone that has the card, then show the answer.
check-late = The answer came too late: a question is valid for 30 seconds.
check-late-next = Scan a new question with the phone.
check-unknown = There is no such card, or the six digits do not match.
check-unknown-next = Compare the number with the card and enter the six digits the phone shows now.
check-face-offline = Without internet only the initials are shown.
check-face-used = The photo for this code was shown before. The next code will show it again.
check-face-not-fresh = The code has changed meanwhile, so there will be no photo.
check-face-failed = The photo could not be fetched. Only the initials are shown.
check-face-choice = Show photo and first name
check-face-choice-hint = When there is internet. They disappear with the result.
check-settings = Settings of this device
check-sound = Sound after a check
check-sound-hint = One tone: valid. Two low ones: not valid. Three short ones: unclear.
check-vibration = Vibration after a check
check-vibration-hint = If this device can vibrate
check-number-title = Enter a card number
check-number-detail = When the code cannot be scanned
check-number-offline = Without internet we cannot check a number
check-number-offline-next = Scan the code on the phone, or ask for a photo ID and decide on the spot.
check-number = Card number
check-number-hint = 12 digits, for example 1234 5678 9015
check-number-twelve = A card number has 12 digits.
check-number-mistyped = One of the digits is wrong. Compare the number with the card.
check-digits = Six digits from the phone
check-digits-hint = They are below the card’s code and change every 30 seconds
check-digits-six = Enter the six digits the phone shows now.
check-today = Today
check-today-sum = { $count ->
    [one] { $count } check
   *[other] { $count } checks
}
check-today-valid = Valid
check-today-invalid = Not valid
check-today-unsure = Unclear
check-today-groups = Who used it
check-today-empty = Nothing has been checked today yet
check-today-note = Numbers only, no names. They disappear at midnight.
check-ask = Question mode
check-ask-detail = A self-service till or a gate
check-ask-what = First this device shows a code with a question. The phone with the card answers that question only, so a copied code is of no use here.
check-ask-name = Name of this place
check-ask-name-hint = The card holder sees it, for example Basen Kapry, till 1
check-ask-name-wrong = Enter a short name: at most { $count } characters, a few less with accented letters.
check-ask-begin = Begin
check-ask-heading = Scan this code with your phone
check-ask-how = In the app choose “Answer a device’s question”, scan the code on this screen and show the answer to the camera.
check-ask-qr = QR code with the question
check-ask-ring = A new question every 15 seconds
check-ask-rename = Change the name
check-ask-end = End

### Discounts
benefits-title = Discounts
benefits-search = Find a discount or a place
benefits-found = { $count ->
    [0] No results
    [one] { $count } discount
   *[other] { $count } discounts
}
benefits-category = Kind of discount
benefits-none = No results for “{ $words }”
benefits-clear = Clear the filter
benefit-share = Share this benefit
benefit-show-code = Show the code
benefit-address = Address
benefit-hours = Opening hours
benefit-phone = Phone
benefit-website = Website
benefit-ended = This discount is no longer available
benefit-ended-next = The offer has ended or its address has changed. See the other discounts.
category-sport = Sport
category-culture = Culture
category-food = Food
category-health = Health
category-education = Learning
category-shops = Shops
category-services = Services
category-transport = Transport
category-family = For families

### settings

## Account and settings
settings-title = Account and settings
settings-to-do = To do
settings-family = Family
settings-family-row = Cards of children and relatives, invitations
settings-you = About you
settings-member = This account belongs to a family: you can change its password and phone. The person who keeps the family changes the e-mail address.
settings-security = Security
settings-rights = Consents and privacy
settings-back = Back to settings
settings-save = Save
settings-saved = Saved
kept-offline = For now you can only look. Make changes when the internet is back.
settings-password = Change the password
settings-password-row = Change the password of the account
settings-password-lead = After the change we sign out all other devices and tell you by e-mail.
settings-password-old = Current password
settings-password-wrong = This is not the current password. Check it and enter it again.
settings-password-done = This device stays signed in, all others are signed out.
settings-email = Change the e-mail address
settings-email-lead = We will send a link to the new address. Until it is confirmed the present one works; we will write there too.
settings-email-now = Now: { $email }
settings-email-new = New e-mail address
settings-email-sent = Open the message and follow the link. It works for 24 hours. Until then you sign in with the present address.
settings-email-confirm = Confirm the new address
settings-email-confirm-lead = Press the button to make this account use the new e-mail address from now on.
settings-email-confirm-do = Confirm the address
settings-email-done = Address changed
settings-email-done-next = From now on sign in with the new address. Messages will come there too.
settings-email-expired = The link may have been used, replaced by a newer one, or 24 hours have passed. Change the address again: we will send a new link.
settings-phone = Phone
settings-phone-hint = We call only when something has to be cleared up. An empty field removes the number
settings-phone-malformed = Check the phone number. It should have 9 digits or a country code in front

## Consents
settings-consents = Consents
settings-consents-row = Texts, history, withdrawal
settings-consents-due = Your consents are needed
settings-consents-due-why = Their text has changed, or you now decide about them yourself. Read and tick them.
settings-consents-due-do = Go to the consents
settings-consents-missing = Tick the required consents
settings-consents-none = This account has no consents
settings-consents-none-why = Accounts of people under 18 and of the town’s staff need no consents. After the 18th birthday we will ask for your own.
settings-consent-given = Given
settings-consent-not-given = Not given
settings-consent-missing = Waits for your consent
settings-consent-since = since { $day }
settings-consent-give = Give consent
settings-consent-withdraw = Withdraw consent
settings-consent-required = The account cannot exist without this consent. Withdrawing it means erasing the account:
settings-consent-history = History of this consent
settings-consent-was-given = Given, version { $version }
settings-consent-was-withdrawn = Withdrawn, version { $version }

## Who may act for you
settings-ties = Who may act for you
settings-ties-row = Families you belong to
settings-ties-lead = These people have you in their family. You can withdraw the consent at any time.
settings-ties-none = Nobody acts for you
settings-ties-none-why = If somebody invites you to a family, it shows here. Nobody sees your card without your consent.
settings-tie-acts = May act
settings-tie-acts-not = May not act
settings-tie-acts-what = This person may apply for you and show your card on their phone.
settings-tie-acts-not-what = This person sees neither your card nor your applications.
settings-tie-minor = Until your 18th birthday a guardian acts for you. On that day their access ends by itself.
settings-tie-since = In this family since { $day }
settings-tie-give = Let them act
settings-tie-give-title = Let this person act for you?
settings-tie-give-why = This person will see your card and may apply for you. You can withdraw the consent at any time.
settings-tie-withdraw = Withdraw the consent to act
settings-tie-withdraw-title = Withdraw the consent to act?
settings-tie-withdraw-why = This person stops seeing your matters at once, and the card on their devices stops working.
settings-tie-leave = Leave the family
settings-tie-leave-title = Leave the family?
settings-tie-leave-why = Account and card stay yours. This person loses access at once; only a new invitation leads back.

## Signed-in devices
sessions-title = Signed-in devices
sessions-row = Where this account is signed in
sessions-lead = Do you not recognise a device? Sign it out and change the password.
sessions-unnamed = Device without a name
sessions-used = Last used: { $when }
sessions-since = Signed in since { $day }
sessions-stop-others = Sign out all others
sessions-stopped = Signed out
sessions-none = This account is signed in only here
sessions-note = Signing out does not turn off the card on that device. Turn the card off on the page Devices and safety.

## Two-step sign-in
second-title = Two-step sign-in
second-row = A code from an app besides the password
second-on = On
second-off = Off
second-due = Turn on two-step sign-in first
second-due-why = This account sees data of residents, so a password alone is not enough. It takes about two minutes.
second-due-do = Turn on the second step
second-lead = When signing in you enter, after the password, six digits from an app on your phone. Somebody who learns the password cannot get in without the phone.
second-way-1 = Install any app for codes, such as FreeOTP, Aegis or a password manager
second-way-2 = Scan with it the QR code that we show
second-way-3 = Enter six digits from the app and keep the recovery codes
second-begin = Begin
second-begin-why = First confirm that it is you.
second-begin-do = Show the QR code
second-scan = Scan the code in the app
second-scan-how = In the app for codes choose to add an account and point the camera at this picture.
second-qr = QR code for the authenticator app
second-type = I cannot scan it
second-type-how = Type this key into the app. Spaces do not matter. Kind: time-based.
second-prove = Check that it works
second-code = Code from the app
second-code-hint = Six digits that change every 30 seconds
second-code-missing = Enter the code from the app or a recovery code
second-turn-on = Turn on the second step
second-is-on = Two-step sign-in is on
second-is-off = Two-step sign-in is off
second-standing = How it stands
second-codes = Recovery codes
second-codes-why = Each works once in place of the code from the app. They help when the phone is gone. Keep them now: we will not show them again.
second-codes-copy = Copy
second-codes-copied = Codes copied. Paste them somewhere safe.
second-codes-not-copied = Copying did not work. Save the file or write the codes down.
second-codes-save = Save as a file
second-codes-print = Print
second-codes-kept = Codes kept
second-codes-keep-first = Keep the codes and tick this box. Without them a lost phone locks the account.
second-codes-left = { $n ->
    [one] { $n } code left
   *[other] { $n } codes left
}
second-codes-few = You are running out of recovery codes. Make new ones and keep them away from the phone.
second-codes-new = New recovery codes
second-codes-new-do = Make new codes
second-codes-new-why = All recovery codes made before stop working.
second-done = Done
second-turn-off = Turn off the second step
second-off-question = Turn off two-step sign-in?
second-off-why = The password alone will be enough to sign in, and the recovery codes stop working.
second-staff = An account that sees data of others always has the second step. It cannot be turned off.
second-sign-in = One more code
second-sign-in-lead = The password is right. Open the app for codes and copy the six digits.
second-no-phone = I do not have the phone at hand
second-no-phone-how = Enter one of the recovery codes in the same field. Each works once. If you do not have them either, call the office.

## Data and privacy
privacy-title = Data and privacy
privacy-row = Get your data, who looked at your case, erase the account
privacy-archive = Your data in one file
privacy-archive-lead = Everything we hold about you: account, applications, card, consents and files. It opens in a browser.
privacy-archive-get = Get the data (ZIP)
privacy-archive-make = Prepare the file
privacy-looks = Who looked at your case
privacy-looks-lead = Every time the office opened an application, photo, document or card.
privacy-looks-none = The office has not opened your case yet
privacy-look-case = The office opened the application
privacy-look-photo = The office looked at the photo
privacy-look-document = The office looked at the document
privacy-look-case-changed = The office worked on the application
privacy-look-card = The office looked up the card
privacy-look-card-changed = The office changed the state of the card
privacy-erase = Erase the account
privacy-erase-lead = Before anything goes we show exactly what is erased and what has to stay.
privacy-erase-staff = This account works for the town. The administrator erases it.
privacy-erase-see = See what goes
privacy-erase-what = Erased at once and for good: the account, and the data, photos, documents and cards of the people listed.
privacy-erase-whom = Whom it concerns
privacy-fate-erased = Everything is erased, the card stops working
privacy-fate-stays = Stays: has another account or guardian. Only your access ends
privacy-stays = What has to stay
privacy-stay-decision = Application number and decision
privacy-stay-revocation = Revocation of the card’s codes
privacy-stay-audit = Log of events, numbers alone
privacy-stays-until = until { $day }
privacy-stays-why = The law requires it. It stays without name, address, photo and files.
privacy-erase-sure = Confirm with the password
privacy-erase-warning = This cannot be undone. A new card has to be applied for from the beginning.
privacy-erase-do = Erase the account
privacy-erase-question = Erase the account for good?
privacy-erase-for-good = Erase for good
privacy-erased = Account erased
privacy-erased-what = The data are gone from the server and from this device. We have sent a last message to confirm it.
### end of settings

# Passkeys
passkey-title = Passkeys
passkey-row = Sign in with your fingerprint, face or device code
passkey-lead = A passkey replaces the password and the second step. Nobody can watch it or trick you out of it: it works only on this site.
passkey-none = No passkey yet
passkey-not-here = This device or this address has no passkeys. Your password works as before.
passkey-add-title = Add a passkey
passkey-add = Add a passkey on this device
passkey-add-how = Enter your password; the device then asks for your fingerprint, face or its code.
passkey-added = Passkey added
passkey-removed = Passkey removed
passkey-unanswered = The device gave no passkey. You can try again.
passkey-unused = Not used yet
passkey-since = Added { $day }
passkey-remove = Remove passkey
passkey-sign-in = Sign in with a passkey
passkey-sign-in-none = The passkey could not be used. Try again, or sign in with your password.

### family
family-title = Family
family-lead = Everyone here has a card of their own. This is where you see what to do with it.
family-none = Add a child or somebody close to you
family-none-why = You will show a child’s card in this app with one tap.
family-add = Add an account
family-add-lead = Everyone has a card of their own. You apply for it in the next step.
family-add-do = Add the account
family-added = Account added
family-who = Who can be added
family-who-child = A child under 18: a name and a date of birth are enough. A guardian looks after everything.
family-who-adult = An adult: an invitation goes to their e-mail address. They decide themselves whether anybody may act for them.
family-who-private = People you add see only their own card, applications and discounts when they sign in.
family-offline = Without internet you can only look. Changes come back with the network.
family-described = { $relationship }, { $years ->
    [one] { $years } year old
   *[other] { $years } years old
}
family-for = { $what }: { $name }
family-kin-spouse = Husband or wife
family-kin-partner = Partner
family-kin-child = Child
family-kin-stepchild = Stepchild
family-kin-foster-child = Foster child
family-kin-ward = Person under legal guardianship
family-kin-parent = Parent
family-kin-sibling = Brother or sister
family-kin-grandparent = Grandparent
family-kin-grandchild = Grandchild
family-kin-other = Somebody else close to me

## The card or account in a word
family-card-nothing = No card
family-card-waiting = With the office
family-card-to-correct = To be corrected
family-card-valid = Card valid
family-card-ending = Card ends soon
family-card-scheduled = Card granted
family-card-ended = Card expired
family-card-blocked = Card blocked
family-card-revoked = Card revoked
family-is-invited = Invitation sent
family-is-expired = Invitation expired
family-is-declined = Invitation declined
family-is-of-age = Now 18
family-is-own-account = Own account

## What next
family-next-apply = There is no application for a card yet. Apply now.
family-next-waiting = The application is with the office. There is nothing to do.
family-next-mend = The office asks for a correction. Correct the application.
family-next-valid = Valid until { $date }.
family-next-ending = Valid only until { $date }. Apply for a new one.
family-next-scheduled = Valid from { $date }.
family-next-ended = It was valid until { $date }. Apply for a new one.
family-next-blocked = The code of this card does not work. See how to unblock it.
family-next-revoked = This card no longer works. Apply for a new one.
family-next-own-account = This person looks after their own affairs in their own account.
family-next-invited = We are waiting for an answer until { $date }.
family-next-resend = The link of the invitation no longer works. Send it again.
family-next-declined = The answer was no. Once you have agreed, you can send the invitation again.
family-next-of-age-email = Now 18: give an e-mail address by { $date }. The card moves to this person’s own account.
family-next-of-age-resend = Now 18: send the invitation by { $date }. The card moves to this person’s own account.
family-next-soon-email = Turns 18 in { $days ->
    [one] { $days } day
   *[other] { $days } days
}: give an e-mail address.
family-next-soon-resend = Turns 18 in { $days ->
    [one] { $days } day
   *[other] { $days } days
}: send an invitation to an account of their own.
family-next-soon-invited = Turns 18 in { $days ->
    [one] { $days } day
   *[other] { $days } days
}. The invitation to an account of their own is waiting for an answer.
family-do-apply = Apply
family-do-mend = Correct the application
family-do-follow = See the application
family-do-show = Show the card
family-do-unblock = See the card
family-do-resend = Send the invitation again
family-do-email = Give an e-mail address
family-do-address = Change the address
family-resent = Invitation sent
family-not-shown = This person cannot be shown now. Refresh the list and try again.

## The form of a person
family-given-missing = Enter the given name
family-surname-missing = Enter the surname
family-born-hint = For example 31 3 2015. The month can be a word
family-relationship = Relationship
family-relationship-hint = Who this person is to you
family-relationship-missing = Choose the relationship
family-email-hint = Required for people who are 18 or over
family-email-hint-adult = Required from 18 on. An invitation with a link to set a password goes to this address
family-email-hint-minor = With an address the child can sign in and show the card on a phone of their own. A link to set a password goes to it
family-email-needed = Enter the e-mail address: it is required from 18 on
family-confirmed = Confirmed by the office
family-confirmed-why = Name and date of birth were confirmed by the office. Only a new application changes them.
family-edit = Change this person’s data
family-edit-address = A new address gets an invitation. The link sent before stops working.
family-save = Save
family-saved = Saved

## A person
family-one = Somebody of the family
family-gone = This person is not in the family
family-gone-why = They may have been removed, or have left themselves.
family-data = Details
family-invitation = Invitation to an account
family-invited = The link works until { $date }. Once the password is set, this person sees their card, applications and discounts.
family-invitation-expired = The link worked for 7 days and has expired. Send the invitation again or give another address.
family-invitation-declined = The invitation was not accepted. Once you have agreed, you can send it again.
family-invitation-of-age = This person is an adult and has no account yet. The invitation can be sent until { $date }. The card moves to their account without a new application.
family-consent = Consent to act for them
family-consent-yes = Given
family-consent-no = Not given
family-consent-yes-text = You can show their card and apply for them. They can withdraw the consent at any time in their settings. You can remove them from the family.
family-consent-no-text = This person’s card and applications are only in their own account. They can give consent in their settings, on the page “Who may act for you”.
family-guardian = Second guardian
family-guardian-nobody = Another parent or guardian can also show the child’s card and apply, from their own account.
family-guardian-invited = The second guardian’s invitation works until { $date }.
family-guardian-linked = The child has a second guardian. Guardians do not see each other’s data.
family-guardian-add = Add a second guardian
family-guardian-again = Send a new invitation
family-guardian-closed = This child already has a second guardian, or none can be added now.
family-guardian-lead = Enter the e-mail address of the other parent or guardian. The invitation works for 7 days.
family-guardian-way-mail = A link goes to this address. They sign in to the account with this address, or create it.
family-guardian-way-both = Both guardians show the child’s card, apply for the child and can block the card.
family-guardian-way-private = Guardians do not see each other’s data: addresses, documents, devices or other people of the family.
family-guardian-email = E-mail address of the second guardian
family-guardian-do = Send the invitation
family-eighteen = Eighteenth birthday: { $date }
family-eighteen-what = From midnight of that day this person looks after everything themselves. Your access ends, and the card stays valid.
family-eighteen-email = Give this person’s e-mail address: now, or at the latest 60 days after the birthday.
family-eighteen-password = A link goes to that address. They set a password and decide about consents themselves.
family-eighteen-account = The account exists already. After the birthday we will ask there for consents of their own.
family-eighteen-card = The card moves to their account without a new application.
family-eighteen-notice = We will remind you by e-mail 60 days and 7 days before that day.
family-remove = Remove from the family
family-remove-title = Remove from the family: { $name }?
family-remove-nothing = There is no card and no application with the office. What was entered will be deleted.
family-remove-stays = The card stays: this person has an account of their own or another guardian. The card stops working on your devices.
family-remove-ends = The card will be revoked and open applications withdrawn, because nobody else acts for this person. This cannot be undone.
family-removed = Removed from the family

### invite
invite-title = Invitation
invite-until = The invitation works until { $date }.
invite-new-title = Set a password for your account
invite-new-lead = The invitation comes from { $from }. The account will hold the card of: { $name }. Nobody else in the family sees it without your consent.
invite-new-lead-minor = The invitation comes from { $from }. The account will hold the card of: { $name }. A password is enough; a guardian looks after the rest.
invite-new-year = Year of birth in the invitation: { $year }. If it is wrong, decline: the account of a minor may do less.
invite-new-do = Create the account
invite-created = The account works
invite-created-next = Sign in with the address that the invitation was sent to.
invite-join-title = Invitation to a family
invite-join-lead = The invitation comes from { $from }. It is for: { $name }. Your account and card stay yours.
invite-join-do = Join the family: { $from }
invite-joined = You are in the family
invite-joined-next = You can change your consent, or leave, in the settings, on the page “Who may act for you”.
invite-consent-title = Should anybody act for you?
invite-consent-what = This is not necessary. Without consent nobody in the family sees your card or applications.
invite-consent = Consent: { $from } may see and show my card and apply for me
invite-consent-hint = You can withdraw it at any time, at once and without giving a reason
invite-guardian-title = Invitation for a guardian
invite-guardian-lead = The invitation comes from { $from }. It is about the child: { $name }.
invite-guardian-both = In your account you will see the child’s card; you can show it, block it and apply.
invite-guardian-private = The other guardian will not see your data, and you will not see theirs.
invite-guardian-end = Each guardian can end only their own part, on the page “Family”.
invite-guardian-do = Become a guardian
invite-guardian-done = The child is in your family
invite-guardian-done-next = You can show the child’s card in this app.
invite-as = Signed in: { $name }, { $email }
invite-sign-in = Sign in first
invite-sign-in-join = Use the account with the address the invitation was sent to. After signing in you come back to this page.
invite-sign-in-guardian = Use the account with the address the invitation was sent to. If there is none, create it with that address.
invite-have-account = I have an account
invite-register-note = After creating the account, open the link of the invitation again.
invite-other-account = Sign out and use another account
invite-decline = Decline the invitation
invite-decline-title = Decline the invitation?
invite-decline-why = The link stops working. The person who invites will see that the answer is no.
invite-declined = Invitation declined
invite-declined-next = There is nothing more to do. The link no longer works.
invite-expired-next = The link works for 7 days and only once. If you have the account already, sign in. If not, ask for a new invitation.
invite-no-link = Open the link in the message
invite-no-link-next = This page works only with the link of the e-mail. Open the message with the invitation and follow the link again.
### end of family

### people and switch
switch-menu = People
switch-why = Whose card, applications and discounts should be shown?
switch-strip = Person shown
switch-shown = You are viewing the card of: { $name }
switch-back = Back to yours
people-cards = Your family’s cards
people-card = Card: { $name }
people-heading = Application for: { $name }
people-heading-page = Application for: { $name } – { $heading }
people-heading-of = { $heading }: { $name }
people-family = Family
people-family-text = Details, invitations and guardians
people-add = Add a person
people-add-text = A child or somebody close
people-show = Show code
people-see = See card
people-applications = Applications
people-turns = Show all in turn
people-turns-place = { $n } of { $all }
people-turns-next = Next person
people-turns-back = Previous person
people-turns-end = Finish
people-turns-none = There is no code on this device yet
people-turns-none-next = Go online and sign in: your family’s cards will load by themselves.
people-offline = No internet. Saved codes work.
people-signed-out = Saved cards still work here. Sign in to refresh them.
people-looking = Looking for the card…
people-blocked = Card blocked
people-revoked = Card revoked
people-stopped = Switched off on this device
people-too-many = The card is on too many devices already
people-damaged = The card could not be read
people-not-here = No card on this device
people-no-card = No card
people-application = Application: { $state }
people-none = { $name }: no card yet
people-none-next = Apply on this person’s behalf. When the office grants the card, it will appear here by itself.
people-guardian-applies = Your guardian applies for the card from their own account. When the office grants it, you will see it here.
people-guardian-undoes = Your guardian can undo the block from their own account until { $date }.
people-guardian-prints = Your guardian prints the paper card from their own account
people-turn-draft = Somebody began this application in another account and has not sent it yet.
people-turn-correction = The office is waiting for the person who sent this application to complete it.
people-not-mine = This application is from another account
people-not-mine-why = Here you see how far it has come. Answers and attachments are only for the person who fills it in.
people-whom-others = For somebody else? First choose that person in the menu of names, or add them here:
people-consents = We need your consents
people-consents-why = Read them and decide. The card works before that, too.
people-consents-do = Go to consents
people-other-devices = Besides, { $n ->
    [one] { $n } device of other people who may show this card.
   *[other] { $n } devices of other people who may show this card.
}
### end of people

# What waits for the network
outbox-send-later = Send when the internet is back
outbox-waiting = The application is waiting for the internet
outbox-waiting-why = It has not been sent yet. It is safe on this device, and we will send it by ourselves when the internet is back and the app is open.
outbox-cancel = Do not send
outbox-sent = Application sent
outbox-overtaken-why = The answers here and at the office differ, so nothing was sent. Check them and send again.
outbox-incomplete = Something is missing in the application
outbox-incomplete-why = The office could not take it. Fill in the answers and send again.
outbox-signed-out = The application is waiting for you to sign in
outbox-signed-out-why = Your session has ended. We will send it once you have signed in.
outbox-refused = The office did not take the application
outbox-refused-why = Nothing is lost. Try again or call the office.
outbox-block-later = Block when the internet is back
outbox-block-waiting = The block is waiting for the internet
outbox-block-why = The card is not blocked yet. We will block it when the internet is back and the app is open. Calling is faster.
outbox-block-cancel = Do not block

## The kiosk in the town hall

kiosk-keyboard = Keyboard
kiosk-key-back = Delete the last character
kiosk-restart = Start again
kiosk-larger = Larger letters
kiosk-contrast = High contrast
kiosk-help = I need help
kiosk-help-title = Ask for help
kiosk-help-text = Somebody at the desk will do it together with you.
kiosk-close = Close
kiosk-staff = Staff menu
kiosk-idle-title = Are you still here?
kiosk-idle-text = In { $seconds } s we clear the screen, so that nobody sees your data.
kiosk-idle-more = I need more time
kiosk-start = What would you like to do?
kiosk-check = Check a card
kiosk-check-detail = Is it valid, and until when
kiosk-renew = Renew a card
kiosk-renew-detail = You need the card and your e-mail
kiosk-apply = Apply for a card
kiosk-apply-detail = Begin here, finish on your phone
kiosk-pickup = Collect a card
kiosk-pickup-detail = The pickup code is in the e-mail
kiosk-benefits = Find a benefit
kiosk-benefits-detail = What the card gives, and where
kiosk-out = Some services do not work now
kiosk-out-desk = Please go to the desk. Cards and benefits can be checked here as usual.
kiosk-check-scan = Hold up the code of a phone or a print
kiosk-check-how = Hold the card’s code up to the reader. The answer appears at once.
kiosk-check-valid = The card is valid
kiosk-check-invalid = The card is not valid
kiosk-check-unsure = This cannot be checked
kiosk-check-compare = A card on paper: a document with a photo is needed
kiosk-check-next = Check the next card
kiosk-done = Done
kiosk-next = Next
kiosk-back = Back
kiosk-phone = Finish on your own phone
kiosk-phone-camera = Open the camera of your phone.
kiosk-phone-open = Point it at the code beside this and touch the address that appears.
kiosk-phone-finish = Finish the application on the phone and send it.
kiosk-phone-until = The code works once, until { $time }.
kiosk-phone-done = I have it on my phone
kiosk-phone-code = A code that opens the application on a phone
kiosk-thanks = Thank you
kiosk-thanks-gone = Your data are gone from this screen.
kiosk-thanks-start = Back to the beginning
kiosk-renew-not-fresh = That is no current code of a card. Show the code of the phone again, or type the card’s number.
kiosk-renew-no-card = This card cannot be renewed at the kiosk: we do not know it, or it is blocked. Somebody at the desk will help.
kiosk-code-wrong = That is not the code of the e-mail. Check it and type it again.
kiosk-code-too-many = Too many tries. Start again, or ask for help at the desk.
kiosk-code-late = This code no longer works. Show the card again and we will send another.
kiosk-renew-guardian = A child’s card is renewed by a parent or guardian from their own account.
kiosk-renew-card = Show your card
kiosk-renew-scan = Hold up the code of your phone or print
kiosk-renew-number = Or type the card’s number
kiosk-renew-number-hint = 12 digits, below the name
kiosk-code = Type the code from the e-mail
kiosk-code-sent = We sent the code to { $to }.
kiosk-code-sent-blind = If the card has an account, the code is in its owner’s mailbox.
kiosk-code-life = The code works for 10 minutes.
kiosk-code-box = Code (6 digits)
kiosk-code-malformed = A code has 6 digits.
kiosk-code-again = Show the card again
kiosk-renew-hello = Hello, { $name }
kiosk-renew-valid = The card is valid until { $date }
kiosk-renew-early = It can be renewed from { $date }.
kiosk-renew-open = The office has your renewal already
kiosk-renew-open-next = We will mail you the decision. The card works while the office decides.
kiosk-renew-changed = Has anything changed?
kiosk-renew-until = Valid until
kiosk-renew-ground = Ground
kiosk-renew-address = Address
kiosk-renew-document = The renewal needs a new document. You take its picture with your phone.
kiosk-renew-same = Nothing has changed
kiosk-renew-other = Something has changed
kiosk-consents = Read and tick
kiosk-consents-missing = Tick all required consents.
kiosk-renew-send = Send the application
kiosk-renew-sent = Application sent
kiosk-renew-sent-by = We answer by { $date }. The confirmation is in your e-mail.
kiosk-apply-ground = What ties you to the town?
kiosk-apply-carrier = Which card?
kiosk-apply-virtual = On the phone
kiosk-apply-virtual-detail = At once after the decision
kiosk-apply-physical = Plastic
kiosk-apply-physical-detail = To collect at a place you choose; the one on the phone works too
kiosk-apply-point = Where would you like to collect the card?
kiosk-apply-document = Have this document ready
kiosk-apply-photo = Have a photo ready
kiosk-apply-photo-how = Face to the front, light background. You take it with your phone.
kiosk-apply-until = The card would be valid until
kiosk-pickup-voucher = Show the pickup code
kiosk-pickup-scan = Hold up the pickup code of the e-mail
kiosk-pickup-box = Or type the pickup code
kiosk-pickup-hint = 10 characters, for example 7K2MQ-X9D4T
kiosk-pickup-malformed = A pickup code has 10 letters and digits.
kiosk-pickup-unknown = We do not know this code, or the card no longer waits. Check the code in the e-mail.
kiosk-pickup-in-hand = Do you have the card in your hand?
kiosk-pickup-number = Card number
kiosk-pickup-point = Pickup point
kiosk-pickup-desk = Staff of the pickup point hand the card over. Confirm only when you have it.
kiosk-pickup-confirm = I have the card and confirm
kiosk-pickup-not-yet = Not yet
kiosk-pickup-done = Card collected
kiosk-pickup-letter = We sent you a confirmation by e-mail.
kiosk-benefit-phone = Take this page with you: point your phone’s camera at the code.
kiosk-benefit-code = A code with the page of this benefit
kiosk-pin = Staff PIN
kiosk-pin-new = Choose a staff PIN
kiosk-pin-box = PIN
kiosk-pin-hint = 4 to 8 digits. It is asked for each time this menu is opened.
kiosk-pin-malformed = A PIN has 4 to 8 digits, not all the same.
kiosk-pin-wrong = That is not the PIN.
kiosk-pin-shut = Too many tries. Try again at { $time }.
kiosk-staff-serving = The kiosk works and is connected to the office.
kiosk-staff-waiting = The kiosk is connecting to the server.
kiosk-staff-unpaired = The kiosk is not paired with the office. Type the administrator’s code.
kiosk-staff-unreachable = The server does not answer. The kiosk tries every 20 seconds.
kiosk-staff-place = Place
kiosk-staff-network = Network
kiosk-staff-online = there
kiosk-staff-offline = none
kiosk-staff-server = Server
kiosk-staff-again = Connect again
kiosk-staff-close = Close the kiosk
kiosk-pair = Pair with the office
kiosk-pair-box = The administrator’s code
kiosk-pair-hint = The command “karta-server kiosk add” prints it
kiosk-pair-do = Pair
kiosk-pair-wrong = This code does not work: it is another one, used, or older than a day.

handover = Finish your application
handover-over = This code no longer works
handover-over-next = It works once and for a quarter of an hour. You can begin an application here from the start.
handover-lead = This was chosen at the kiosk. You fill in the rest here, with a photo and a document from your phone.
handover-account = You apply from your own account. What was chosen at the kiosk waits on this phone.
handover-register = Create an account
handover-begin = Begin the application

abilities = What this device can do
ability-there = yes
ability-camera = Camera
ability-files = Picking files
ability-photos = Picking photos
ability-brightness = A brighter screen for the code
ability-wake-lock = The screen stays lit for the code
ability-haptics = Vibration
ability-sound = Sounds
ability-share = Sharing
ability-secure-store = The card’s key protected on the device
ability-capture-guard = The code hidden from screenshots
ability-deep-links = Links open the app
ability-language = The device’s language
ability-dark-mode = Dark theme
ability-text-size = Text size from the settings
ability-printing = Printing
ability-clipboard = Copying
lack-browser = no: the browser does not allow it
lack-system = no: the system’s settings decide
lack-refused = not now: the device refused
lack-not-built = not yet in this app
