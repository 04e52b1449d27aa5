### Listy wysyłane przez serwer. Wiadomość „x” to para: x-subject i x-text.

## Skrzynka w wersji demonstracyjnej

mailbox-title = Skrzynka demonstracyjna
mailbox-note = Te wiadomości nigdzie nie wychodzą: w prawdziwym systemie trafiłyby na podane adresy.
mailbox-empty = Nie ma jeszcze żadnej wiadomości.
mailbox-all = Wszystkie wiadomości

## Konto

activation-subject = Potwierdź adres e-mail – { $card }
activation-text =
    Dzień dobry,

    ten adres podano przy zakładaniu konta w systemie { $card }. Aby włączyć konto, otwórz link:

    { $link }

    Link działa 24 godziny i tylko raz.

    Jeśli to nie Ty zakładasz konto, nie rób nic. Bez potwierdzenia konto nie zacznie działać.

    { $office }

waiting-subject = Konto nie jest jeszcze włączone – { $card }
waiting-text =
    Dzień dobry,

    ktoś poprosił o nowe hasło w systemie { $card }. Konto z tym adresem nie jest jeszcze włączone, więc nie ma czego zmieniać.

    Załóż konto jeszcze raz i otwórz link z nowej wiadomości: { $link }

    Jeśli to nie Twoja prośba, nie rób nic. Nic się nie zmieniło.

    { $office }

known-subject = Masz już konto – { $card }
known-text =
    Dzień dobry,

    ktoś podał ten adres przy zakładaniu konta w systemie { $card }. Konto z tym adresem już istnieje, więc drugie nie powstało.

    Zaloguj się: { $link }

    Nie pamiętasz hasła? Ustaw nowe: { $forgotten }

    Jeśli to nie Ty, nie rób nic. Nic się nie zmieniło.

    { $office }

reset-subject = Ustaw nowe hasło – { $card }
reset-text =
    Dzień dobry,

    ta wiadomość jest odpowiedzią na prośbę o nowe hasło w systemie { $card }. Aby je ustawić, otwórz link:

    { $link }

    Link działa 30 minut i tylko raz. Po zmianie hasła trzeba zalogować się ponownie na wszystkich urządzeniach.

    Jeśli to nie Twoja prośba, nie rób nic. Dotychczasowe hasło nadal działa.

    { $office }

password-changed-subject = Hasło zostało zmienione – { $card }
password-changed-text =
    Dzień dobry,

    hasło do Twojego konta w systemie { $card } zostało zmienione. Wszystkie urządzenia są wylogowane.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

## Wniosek

application-submitted-subject = Wniosek { $number } wpłynął – { $card }
application-submitted-text =
    Dzień dobry,

    Twój wniosek o kartę ma numer { $number }. Teraz ruch po stronie urzędu: decyzja będzie najpóźniej { $date }.

    Co się z nim dzieje, zobaczysz tutaj: { $link }

    { $office }

application-corrected-subject = Poprawki do wniosku { $number } wpłynęły – { $card }
application-corrected-text =
    Dzień dobry,

    poprawiony wniosek { $number } wrócił do urzędu i zachował swoje miejsce w kolejce. Termin decyzji: { $date }.

    Co się z nim dzieje, zobaczysz tutaj: { $link }

    { $office }

application-approved-subject = Karta jest gotowa – { $card }
application-approved-text =
    Dzień dobry,

    wniosek { $number } został zaakceptowany. Karta jest ważna do { $date } włącznie.

    Otwórz ją na telefonie, na którym chcesz ją pokazywać: { $show }

    Szczegóły wniosku: { $link }

    { $office }

application-rejected-subject = Decyzja w sprawie wniosku { $number } – { $card }
application-rejected-text =
    Dzień dobry,

    wniosek { $number } został odrzucony. Powód:

    { $reason }

    Możesz złożyć nowy wniosek albo zapytać urząd o szczegóły. Decyzja i historia: { $link }

    { $office }

application-correction-subject = Wniosek { $number } czeka na poprawkę – { $card }
application-correction-text =
    Dzień dobry,

    żeby wydać kartę, potrzebujemy poprawki we wniosku { $number }. Do poprawy: { $items }.

    { $reason }

    Zmieniasz tylko to, resztę mamy. Wniosek zachowa swoje miejsce w kolejce. Ostatni dzień na poprawkę: { $date }.

    Popraw wniosek: { $link }

    { $office }

application-lapsed-subject = Wniosek { $number } zamknięty bez decyzji – { $card }
application-lapsed-text =
    Dzień dobry,

    minął termin na poprawkę wniosku { $number }, więc został zamknięty bez decyzji. To nie przekreśla karty: nowy wniosek możesz złożyć w każdej chwili.

    Szczegóły: { $link }

    { $office }

application-withdrawn-subject = Wniosek { $number } wycofany – { $card }
application-withdrawn-text =
    Dzień dobry,

    wniosek { $number } został wycofany na Twoją prośbę. Urząd już go nie sprawdza. Nowy wniosek możesz złożyć w każdej chwili.

    Historia wniosku: { $link }

    Jeśli to nie Ty, zmień hasło i daj znać urzędowi.

    { $office }

item-person = dane osobowe
item-address = adres
item-contact = telefon
item-photo = zdjęcie
item-document = dokument

## Karta

card-new-device-subject = Karta na nowym urządzeniu – { $card }
card-new-device-text =
    Dzień dobry,

    karta jest od teraz także na urządzeniu: { $device }. Dodano ją { $time }.

    To Ty? Nie musisz nic robić.

    To nie Ty? Wyłącz to urządzenie i zmień hasło do konta: { $link }

    { $office }

card-printed-subject = Karta do wydrukowania – { $card }
card-printed-text =
    Dzień dobry,

    karta do wydrukowania jest gotowa od { $time }. Wcześniejsze wydruki przestają działać.

    To Ty? Nie musisz nic robić.

    To nie Ty? Zablokuj kartę i zmień hasło do konta: { $link }

    { $office }

card-blocked-subject = Karta jest zablokowana – { $card }
card-blocked-text =
    Dzień dobry,

    karta została zablokowana { $time }. Przestaje działać na wszystkich urządzeniach i na wydruku.

    { $undo }

    Twoje urządzenia i stan karty: { $link }

    { $office }

card-blocked-undo-holder = Karta się znalazła? Blokadę cofniesz w aplikacji albo w urzędzie do { $date } włącznie. Potem karta zostanie unieważniona.
card-blocked-undo-office = Karta się znalazła? Blokadę może cofnąć urząd do { $date } włącznie. Potem karta zostanie unieważniona.

card-unblocked-subject = Karta znów działa – { $card }
card-unblocked-text =
    Dzień dobry,

    blokada karty została cofnięta { $time }. Otwórz kartę z dostępem do internetu: urządzenie pobierze nowy kod. Wydruki sprzed blokady już nie działają, nowy przygotujesz w aplikacji.

    To nie Ty? Zablokuj kartę jeszcze raz i zmień hasło do konta: { $link }

    { $office }

## Karta do wydrukowania

print-adult = Karta osoby dorosłej
print-child = Karta dziecka
print-senior = Karta seniora
print-number = Numer karty
print-number-line = Nr { $number }
print-until = Ważna do (włącznie)
print-photo = Zdjęcie: { $name }
print-code = Kod QR karty. Numer do wpisania: { $number }
print-with-document = Pokaż razem z dokumentem ze zdjęciem
print-lost = Karta zgubiona?
print-lost-short = Zablokuj ją w aplikacji albo zadzwoń: { $phone }
print-lost-text = Zablokuj ją od razu w aplikacji albo zadzwoń do urzędu: { $phone }. Wydrukowany kod przestanie działać, a nową kartę wydrukujesz z aplikacji.
print-found = Karta znaleziona?
print-found-text = Oddaj ją: { $office }, { $address }
print-sheet = Karta do wycięcia, w prawdziwym rozmiarze. Drukuj w skali 100%.
print-cut = Wytnij
print-cut-text = Obie strony razem, prosto między znacznikami w rogach.
print-fold = Złóż
print-fold-text = Na pół, wzdłuż linii przerywanej, napisami na zewnątrz. Sklej albo zalaminuj.
print-show = Pokazuj
print-show-text = Daj kod do zeskanowania i od razu pokaż dokument ze zdjęciem.
print-always = Zawsze z dokumentem
print-always-text = Kartę z papieru łatwo skopiować. Dlatego przy każdym użyciu obsługa sprawdza też dokument ze zdjęciem.
print-large = Ten sam kod, tylko większy
print-large-text = Przyda się, gdy skaner nie radzi sobie z małym. Możesz pokazać całą kartkę.
print-office = { $office }, { $address }, tel. { $phone }
print-made = Plik przygotowany { $made }
