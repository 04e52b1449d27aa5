### Letters sent by the server. The letter “x” is the pair x-subject and x-text.

## The mailbox of a demo

mailbox-title = The demo’s mailbox
mailbox-note = These messages go nowhere: in a real town they would reach the addresses given.
mailbox-empty = There are no messages yet.
mailbox-all = All messages

## Account

activation-subject = Confirm your e-mail address – { $card }
activation-text =
    Hello,

    somebody gave this address to open an account with the { $card }. To switch the account on, open this link:

    { $link }

    The link works once, for 24 hours.

    If it was not you, do nothing. Without confirmation the account will not work.

    { $office }

waiting-subject = Your account is not switched on yet – { $card }
waiting-text =
    Hello,

    a new password was asked for at the { $card }. There is no working account with this address yet, so there is nothing to change.

    Open the account again and follow the link in the new message: { $link }

    If you did not ask for it, do nothing. Nothing has changed.

    { $office }

known-subject = You already have an account – { $card }
known-text =
    Hello,

    somebody gave this address to open an account with the { $card }. There is an account with this address already, so no second one was made.

    Sign in: { $link }

    Forgotten the password? Set a new one: { $forgotten }

    If it was not you, do nothing. Nothing has changed.

    { $office }

reset-subject = Set a new password – { $card }
reset-text =
    Hello,

    a new password was asked for at the { $card }. To set it, open this link:

    { $link }

    The link works once, for 30 minutes. After the change you sign in again on each of your devices.

    If you did not ask for it, do nothing. Your present password goes on working.

    { $office }

password-changed-subject = Your password was changed – { $card }
password-changed-text =
    Hello,

    the password of your account with the { $card } was changed. All devices are signed out.

    If it was not you, set a new password at once: { $link }

    { $office }

## Application

application-submitted-subject = We have your application { $number } – { $card }
application-submitted-text =
    Hello,

    your application for the card has the number { $number }. It is now the office’s turn: you will have a decision by { $date }.

    Follow it here: { $link }

    { $office }

application-corrected-subject = We have your changes to application { $number } – { $card }
application-corrected-text =
    Hello,

    your corrected application { $number } is back at the office and has kept its place in the queue. Decision by { $date }.

    Follow it here: { $link }

    { $office }

application-approved-subject = Your card is ready – { $card }
application-approved-text =
    Hello,

    your application { $number } has been approved. The card is valid up to and including { $date }.

    Open it on the phone you want to show it on: { $show }

    About the application: { $link }

    { $office }

application-rejected-subject = Decision on application { $number } – { $card }
application-rejected-text =
    Hello,

    your application { $number } has been rejected. The reason:

    { $reason }

    You may send a new application or ask the office about it. Decision and history: { $link }

    { $office }

application-correction-subject = Application { $number } needs a correction – { $card }
application-correction-text =
    Hello,

    to issue your card we need a correction in application { $number }. Please mend: { $items }.

    { $reason }

    You change only this; we have the rest. The application keeps its place in the queue. Last day for the correction: { $date }.

    Correct the application: { $link }

    { $office }

application-lapsed-subject = Application { $number } closed without decision – { $card }
application-lapsed-text =
    Hello,

    the time to correct application { $number } is over, so it was closed without a decision. You can still get the card: you may send a new application at any time.

    Details: { $link }

    { $office }

application-withdrawn-subject = Application { $number } withdrawn – { $card }
application-withdrawn-text =
    Hello,

    application { $number } has been withdrawn at your request. The office is no longer checking it. You may send a new application at any time.

    What happened to the application: { $link }

    If this was not you, change your password and tell the office.

    { $office }

item-person = personal data
item-address = address
item-contact = phone
item-photo = photo
item-document = document

## Card

card-new-device-subject = Your card is on a new device – { $card }
card-new-device-text =
    Hello,

    your card is now also on this device: { $device }. It was added on { $time }.

    If it was you, there is nothing to do.

    If it was not you, stop that device and change the password of your account: { $link }

    { $office }

card-printed-subject = Your card was made for printing – { $card }
card-printed-text =
    Hello,

    a card to print was made on { $time }. Earlier prints stop working.

    If it was you, there is nothing to do.

    If it was not you, block the card and change the password of your account: { $link }

    { $office }

card-blocked-subject = Your card is blocked – { $card }
card-blocked-text =
    Hello,

    your card was blocked on { $time }. It stops working on all devices and on paper.

    { $undo }

    Your devices and the state of your card: { $link }

    { $office }

card-blocked-undo-holder = Found it again? You can undo the block in the app or at the office, up to and including { $date }. After that the card is revoked.
card-blocked-undo-office = Found it again? The office can undo the block, up to and including { $date }. After that the card is revoked.

card-unblocked-subject = Your card works again – { $card }
card-unblocked-text =
    Hello,

    the block of your card was undone on { $time }. Open the card while you are online: your device then gets a new code. Cards printed before the block no longer work; you can make a new print in the app.

    If it was not you, block the card again and change the password of your account: { $link }

    { $office }

## The card to print

print-adult = Adult card
print-child = Child card
print-senior = Senior card
print-number = Card number
print-number-line = No. { $number }
print-until = Valid until (inclusive)
print-photo = Photo: { $name }
print-code = QR code of the card. Number to type in: { $number }
print-with-document = Show together with a photo ID
print-lost = Lost this card?
print-lost-short = Block it in the app or call { $phone }
print-lost-text = Block it at once in the app, or call the office: { $phone }. The printed code will stop working, and you can print a new card from the app.
print-found = Found this card?
print-found-text = Please return it: { $office }, { $address }
print-sheet = Your card to cut out, at its true size. Print at 100% scale.
print-cut = Cut out
print-cut-text = Both sides in one piece, straight between the corner marks.
print-fold = Fold
print-fold-text = In half along the dashed line, text outwards. Glue or laminate it.
print-show = Show
print-show-text = Let them scan the code and show your photo ID right away.
print-always = Always with a photo ID
print-always-text = A paper card is easy to copy. That is why staff also check a photo ID every time it is used.
print-large = The same code, larger
print-large-text = For scanners that struggle with the small one. You can show the whole page.
print-office = { $office }, { $address }, phone { $phone }
print-made = File prepared on { $made }
