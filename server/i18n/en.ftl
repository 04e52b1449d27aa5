### Letters sent by the server. The letter “x” is the pair x-subject and x-text.

## The mailbox of a demo

mailbox-title = The demo’s mailbox
mailbox-note = These messages go nowhere: in a real town they would reach the addresses given.
mailbox-empty = There are no messages yet.
mailbox-all = All messages
mailbox-codes = Codes of the second step
mailbox-codes-note = The office signs in with a password and a code. In a real system an app on the phone shows it; below each address is the key for such an app. A code works once: after using it, reload the page.
mailbox-code-wait = in a moment

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

    the password of your account with the { $card } was changed. All other devices are signed out.

    If it was not you, set a new password at once: { $link }

    { $office }

## Account settings

email-change-subject = Confirm your new e-mail address – { $card }
email-change-text =
    Hello,

    this address is to replace the present one of your account with the { $card }. To confirm it, open this link:

    { $link }

    The link works for 24 hours and only once. Until then the account keeps its present address.

    If you did not ask for this, do nothing. Without your confirmation nothing will change.

    { $office }

email-change-known-subject = This address already has an account – { $card }
email-change-known-text =
    Hello,

    somebody wants to use this address for another account with the { $card }. It belongs to your account, so nothing has changed.

    If it was you, sign in to that account. Forgotten the password? Set a new one: { $link }

    If it was not you, do nothing.

    { $office }

email-change-notice-subject = A change of your e-mail address was requested – { $card }
email-change-notice-text =
    Hello,

    somebody entered the password of your account with the { $card } and asked for a change of its e-mail address. The new address will count once it is confirmed with the link we have sent there.

    If it was you, there is nothing to do with this message.

    If it was not you, somebody knows your password. Set a new one at once: { $link }

    { $office }

email-changed-subject = The e-mail address of your account was changed – { $card }
email-changed-text =
    Hello,

    your account with the { $card } now has another e-mail address. No more messages will come to this one, and the password cannot be recovered from it.

    If it was not you, call the office at once: { $phone }. They will block the account and find out what happened.

    { $office }

second-step-on-subject = Two-step sign-in is on – { $card }
second-step-on-text =
    Hello,

    from now on, signing in to the { $card } takes your password and a code from the app. All other devices have been signed out.

    Keep the recovery codes somewhere other than on the phone: you will need them if it is gone.

    If it was not you, set a new password at once: { $link }

    { $office }

second-step-off-subject = Two-step sign-in is off – { $card }
second-step-off-text =
    Hello,

    the password alone is enough again to sign in to the { $card }. The recovery codes no longer work.

    If it was not you, set a new password at once: { $link }

    { $office }

second-step-codes-subject = New recovery codes – { $card }
second-step-codes-text =
    Hello,

    new recovery codes were made for your account with the { $card }. The ones before no longer work.

    If it was not you, set a new password at once: { $link }

    { $office }

second-step-used-subject = A recovery code was used – { $card }
second-step-used-text =
    Hello,

    somebody signed in to your account with the { $card } with the password and a recovery code. That code will not work again. Codes left: { $left }.

    If it was you, there is nothing to do with this message.

    If it was not you, set a new password at once: { $link }

    { $office }

passkey-added-subject = A new passkey – { $card }
passkey-added-text =
    Hello,

    a passkey was added to your account with the { $card }. Whoever has it signs in without the password and without a code from the app.

    If it was you, there is nothing to do with this message.

    If it was not you, set a new password at once: { $link } That removes all passkeys.

    { $office }

signed-in-somewhere = an unknown device
signed-in-subject = New sign-in – { $card }
signed-in-text =
    Hello,

    somebody has just signed in to your account with the { $card } in a place where nobody has done so before.

    When: { $when }
    Where: { $place }

    If it was you, there is nothing to do.

    If it was not you, set a new password at once: { $forgotten }
    A new password signs everybody out. The list of places where your account is open now is here: { $link }

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

## The card on plastic

plastic-arrived-subject = Your card is ready to collect – { $card }
plastic-arrived-text =
    Hello,

    your plastic card is ready. It waits until { $until } inclusive:

    { $point }, { $address }
    { $hours }

    Pickup code: { $voucher }

    Show the code when you collect the card, or type it in at a kiosk. Give it to nobody who is not to collect the card.

    Your card: { $link }

    { $office }

plastic-handed-over-subject = Card collected – { $card }
plastic-handed-over-text =
    Hello,

    your plastic card was collected on { $date }.

    Was it not you? Block the card: { $link }

    { $office }

plastic-uncollected-subject = Your card went back to the office – { $card }
plastic-uncollected-text =
    Hello,

    nobody collected your plastic card in time, so it went back to the office. The card on your phone goes on working.

    Do you still want to collect it? Call: { $phone }

    Your card: { $link }

    { $office }

## A kiosk of the town

kiosk-code-subject = Code for the kiosk: { $code }
kiosk-code-text =
    Hello,

    your code for the kiosk ({ $place }): { $code }

    It works for 10 minutes. Type it only at the kiosk where you show your card.

    Was it not you? Nothing happens without the code. If somebody has your card, block it: { $link }

    { $office }

## Family

family-invited-subject = An invitation to a family – { $card }
family-invited-text =
    Good morning,

    { $from } is adding you to their family in { $card } and gave this address as yours. To have an account of your own and show the card on your phone, set a password:

    { $link }

    The link works for 7 days and only once. You can decline on the same page.

    You do not know this person? Do nothing. No account is made without your consent.

    { $office }

family-invited-known-subject = An invitation to a family – { $card }
family-invited-known-text =
    Good morning,

    { $from } invites you to their family in { $card }. You already have an account with this address. Open the link and sign in to accept or decline:

    { $link }

    The link works for 7 days and only once. Your card and your applications stay yours: this person does not see them unless you allow it separately.

    You do not know this person? Do nothing. Nothing will change.

    { $office }

family-guardian-subject = An invitation for a child’s guardian – { $card }
family-guardian-text =
    Good morning,

    { $from } invites you as the second person who looks after a child in { $card }. The child’s first name: { $given }.

    First open an account with this address: { $register }

    Then open this link and accept the invitation: { $link }

    The link works for 7 days and only once. You do not see each other’s data.

    You do not know this person? Do nothing. Nothing will change.

    { $office }

family-guardian-known-subject = An invitation for a child’s guardian – { $card }
family-guardian-known-text =
    Good morning,

    { $from } invites you as the second person who looks after a child in { $card }. The child’s first name: { $given }.

    Open the link and sign in to accept or decline:

    { $link }

    The link works for 7 days and only once. You do not see each other’s data.

    You do not know this person? Do nothing. Nothing will change.

    { $office }

family-accepted-subject = Invitation accepted – { $card }
family-accepted-text =
    Good morning,

    { $given } now has an account of their own in your family in { $card }.

    See who is in your family and what you can do: { $link }

    { $office }

family-declined-subject = Invitation declined – { $card }
family-declined-text =
    Good morning,

    { $given } does not accept the invitation to your family in { $card }.

    If this is a mistake, you can send the invitation again: { $link }

    { $office }

family-consent-given-subject = You may act for this person – { $card }
family-consent-given-text =
    Good morning,

    { $given } lets your account in { $card } look after their applications and show their card. They can withdraw this consent at any time.

    Your family: { $link }

    { $office }

family-consent-withdrawn-subject = Consent withdrawn – { $card }
family-consent-withdrawn-text =
    Good morning,

    { $given } no longer lets your account in { $card } act for them. Their card stops working on your devices, and you no longer see their applications.

    Your family: { $link }

    { $office }

family-left-subject = A change in your family – { $card }
family-left-text =
    Good morning,

    { $given } is leaving your family in { $card }. Their card stops working on your devices.

    Your family: { $link }

    { $office }

family-card-ended-subject = A family member’s card is revoked – { $card }
family-card-ended-text =
    Good morning,

    a member of your family was removed, so their card in { $card } is revoked and open applications are withdrawn. First name: { $given }.

    Was it not you? Change your password and tell the office.

    Your family: { $link }

    { $office }

family-removed-subject = A change in your family – { $card }
family-removed-text =
    Good morning,

    { $from } is removing you from their family in { $card }. Your account and your card stay yours. Your card stops working on that person’s devices.

    { $office }

family-guardian-accepted-subject = The second guardian accepted – { $card }
family-guardian-accepted-text =
    Good morning,

    the person you invited now looks after the child together with you in { $card }. The child’s first name: { $given }. You do not see each other’s data.

    Your family: { $link }

    { $office }

family-guardian-declined-subject = The guardian’s invitation was declined – { $card }
family-guardian-declined-text =
    Good morning,

    your invitation for a second guardian in { $card } was not accepted. The child’s first name: { $given }.

    You can invite this or another person: { $link }

    { $office }

## The end of an account

erased-subject = Your account was erased – { $card }
erased-text =
    Hello,

    as asked, your account with the { $card } was erased together with its data, photos and documents. No shop accepts the codes of the erased cards any more.

    Only numbers and dates of decided cases and the record of what the office did remain, without names, addresses or files.

    This is the last message; we are erasing this address as well. If it was a mistake, call us: { $phone }

    { $office }

## The archive of data

archive-title = Your data – { $card }
archive-made = As of { $at }. The same data, for programs, is in the file data.json.
archive-account = Account
archive-family = Family
archive-consents = Consents
archive-sessions = Signed-in devices
archive-card = Card
archive-devices = Devices with the card
archive-rights = Entitlements
archive-applications = Applications
archive-looks = Checks of the card
archive-access = Who looked at the case
archive-files = Files
archive-nothing = Nothing here.
archive-office = The office
archive-is-draft = draft
archive-is-submitted = sent
archive-is-in-review = being examined
archive-is-needs-correction = to be corrected
archive-is-approved = approved
archive-is-rejected = refused
archive-is-withdrawn = withdrawn
archive-is-expired = closed after the deadline
archive-is-case-seen = A clerk opened the application
archive-is-photo-seen = A clerk opened the photo
archive-is-document-seen = A clerk opened the document
archive-is-case-changed = A clerk changed something in the application
archive-is-card-seen = A clerk looked the card up by its number
archive-is-card-changed = A clerk changed something about the card
archive-is-photo = Photo and first name shown
archive-is-typed = Number and six digits
archive-is-active = valid
archive-is-blocked = blocked
archive-is-revoked = revoked
archive-is-given = given
archive-is-taken-back = withdrawn

## Eighteenth birthdays

birthday-ahead-subject = An eighteenth birthday in your family – { $card }
birthday-ahead-text =
    Hello,

    { $name } turns 18 on { $date }. From 0:00 on that day your account will no longer show this card or its applications: they are then up to the person who has come of age. The card stays, with the same number and the same expiry date.

    What to do now: add their e-mail address in Family. We will send an invitation to an account of their own: { $link }

    Best do it before the birthday. You can send the invitation until { $until } at the latest.

    You can agree on help anew: as an adult they may let you go on acting for them.

    { $office }

birthday-day-subject = Somebody in your family has come of age – { $card }
birthday-day-text =
    Hello,

    { $name } is 18 since { $date }, so your account no longer shows this card or its applications. The card goes on being valid, with the same number and the same date.

    To show it, that person needs an account of their own. Add their e-mail address in Family and we will send an invitation: { $link }

    You can send the invitation until { $until } at the latest. After that they can open an account themselves, and the office helps with the card.

    { $office }

birthday-joined-ahead-subject = An eighteenth birthday in your family – { $card }
birthday-joined-ahead-text =
    Hello,

    { $name } turns 18 on { $date }. From 0:00 on that day your account will no longer show this card or its applications. The card stays, with the same number and the same expiry date.

    You need not do anything: they have an account of their own. In Settings they may also let you go on acting for them.

    Your family: { $link }

    { $office }

birthday-joined-day-subject = Somebody in your family has come of age – { $card }
birthday-joined-day-text =
    Hello,

    { $name } is 18 since { $date }, so your account no longer shows this card or its applications. The card goes on being valid and works in their own account.

    You need not do anything. If they allow it, you can go on acting for them.

    Your family: { $link }

    { $office }

birthday-own-ahead-subject = Your eighteenth birthday and your card – { $card }
birthday-own-ahead-text =
    Hello,

    you turn 18 on { $date }. From 0:00 on that day your card and applications are up to you alone, and your guardians do not see them. The card stays, with the same number and the same expiry date.

    What to do now: sign in on your birthday or later. We will ask for your own consents.

    If you want somebody in your family to go on acting for you, you can allow it here: { $link }

    { $office }

birthday-own-day-subject = Your card is up to you from now on – { $card }
birthday-own-day-text =
    Hello,

    you are 18. Since { $date } your card and applications are up to you alone, and your guardians do not see them.

    What to do now: sign in and open the card while online. We will ask for your own consents, and the child’s card becomes an adult’s, with the same number. If you have a printed card, make a new print.

    If you want somebody in your family to go on acting for you, you can allow it here: { $link }

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
