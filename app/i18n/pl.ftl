# Teksty po polsku: język główny. Klucze i zmienne są takie same w en.ftl i uk.ftl.
# Krótkie słowa (a, i, o, u, w, z) łączy z następnym słowem sam program.

## Daty
date-full = { $date } { $year } r.
date-day-month = { $day } { $month }
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia

## Elementy wspólne
kit-main = Przejdź do treści
kit-nav = Menu główne
kit-back = Wróć
kit-change = Zmień
kit-remove = Usuń
kit-close = Zamknij
kit-retry = Spróbuj ponownie
kit-refresh = Odśwież
kit-loading = Wczytujemy…
kit-busy = Chwileczkę…
kit-slow = Trwa dłużej niż zwykle…
kit-optional = (nieobowiązkowe)
kit-error-prefix = Błąd:
kit-error-summary = Popraw dane
kit-language = Język
kit-day = Dzień
kit-month = Miesiąc
kit-year = Rok
kit-select-none = Wybierz z listy
kit-show-password = Pokaż hasło
kit-hide-password = Ukryj hasło
kit-clear = Wyczyść
kit-file-choose = Wybierz plik
kit-file-change = Wybierz inny plik
kit-file-sending = Wysyłamy: { $percent }%
kit-file-reading = Czytamy plik…
kit-file-unreadable = Nie udało się odczytać pliku. Spróbuj wybrać go jeszcze raz.
kit-file-too-large = Ten plik ma ponad { $megabytes } MB. Wybierz mniejszy.
kit-file-empty = Ten plik jest pusty. Wybierz inny.
kit-online = Dane z { $when }
kit-offline = Bez internetu – pokazujemy dane z { $when }
kit-offline-plain = Bez internetu
kit-not-given = Nie podano

## Cztery kroki sprawy
steps-submitted = Złożony
steps-checking = Sprawdzamy
steps-decision = Decyzja
steps-card-ready = Karta gotowa
steps-state-done = Zakończone
steps-state-now = Teraz
steps-state-todo = Przed nami
steps-state-stopped = Zatrzymane

## Karta
card-brand = Karta Mieszkańca
card-number = nr { $number }
card-photo = Zdjęcie: { $name }
card-qr = Kod QR karty: { $name }
card-digits = Kod do podania:
card-ring = Kod zmienia się co { $seconds ->
    [one] { $seconds } sekundę
    [few] { $seconds } sekundy
    [many] { $seconds } sekund
   *[other] { $seconds } sekundy
}

## Wynik sprawdzenia
verdict-valid = Karta ważna
verdict-invalid = Karta nieważna
verdict-unsure = Nie można potwierdzić
verdict-compare = Porównaj z dokumentem
verdict-photo = Zdjęcie osoby z kartą

### Shell, start, account, problems
tab-card = Karta
tab-benefits = Zniżki
tab-applications = Moje wnioski
tab-more = Więcej
area-office = Urząd
area-partner = Punkt partnerski
demo-mark = Wersja pokazowa: osoby i dane są wymyślone.
update-label = Nowa wersja
update-waits = Jest nowa wersja aplikacji.
update-kept = To, co już wpisane, zostaje na tym urządzeniu.
update-lost = Najpierw zapisz to, co wpisujesz: po odświeżeniu pola będą puste.
update-now = Odśwież teraz
update-later = Później
cancel = Anuluj
sign-out = Wyloguj
signed-out = Wylogowano
sign-out-note = Po wylogowaniu karta zniknie z tego urządzenia. Wróci po ponownym zalogowaniu.
sign-out-waiting = Coś tu jeszcze czeka na wysłanie
sign-out-waiting-why = Wylogowanie usunie z tego urządzenia także to, czego urząd jeszcze nie dostał.
sign-out-stay = Nie wylogowuj
sign-out-waiting-application = Wniosek, który nie jest wysłany
sign-out-waiting-block = Blokada karty, która nie jest wysłana
sign-out-anyway = Wyloguj mimo to
sign-in-short = Zaloguj
sign-in-title = Zaloguj się
sign-in-do = Zaloguj
sign-in-forgotten = Nie pamiętam hasła
sign-in-card-anyway = Kartę możesz pokazać bez logowania, także bez internetu.
sign-in-show-card = Pokaż kartę
need-sign-in = Ta strona wymaga zalogowania
need-network = Ta strona potrzebuje internetu. Karta działa bez niego.
no-server = Nie udało się połączyć z serwerem
no-server-why = Próbujemy dalej sami, co kilkanaście sekund. Karta działa bez serwera.
register-title = Załóż konto
register-lead = Konto jest bezpłatne. Potrzebny jest adres e-mail: wyślemy na niego link, który uruchomi konto.
register-email-hint = Na ten adres przyjdzie link aktywacyjny
register-password-hint = Co najmniej 12 znaków. Dobre hasło to kilka słów, na przykład z własnego zdania
register-required = Wymagane zgody
register-optional = Zgody dobrowolne
register-consents-missing = Zaznacz wymagane zgody. Bez nich nie można założyć konta.
register-send = Załóż konto
register-have = Masz już konto?
account-given = Imię (imiona)
account-surname = Nazwisko
account-email = Adres e-mail
account-password = Hasło
account-given-missing = Wpisz imię
account-surname-missing = Wpisz nazwisko
account-name-long = Skróć do 100 znaków
account-name-character = Użyj liter, spacji, łącznika, apostrofu i kropki
account-email-missing = Wpisz adres e-mail
account-email-malformed = Sprawdź adres e-mail. Powinien wyglądać tak: imie@poczta.pl
account-password-missing = Wpisz hasło
weak-password-short = Hasło jest za krótkie. Użyj co najmniej 12 znaków.
weak-password-long = Hasło jest za długie. Użyj najwyżej 256 znaków.
weak-password-common = To hasło łatwo zgadnąć. Wybierz inne, na przykład kilka własnych słów.
weak-password-guessable = Hasło jest zbyt podobne do adresu e-mail albo nazwy miasta. Wybierz inne.
sent-title = Sprawdź pocztę
sent-lead = Wysłaliśmy wiadomość na adres:
sent-next = Otwórz wiadomość i naciśnij link. Link działa 24 godziny. Jeśli wiadomości nie ma, zajrzyj do folderu ze spamem.
sent-again-lead = Jeśli konto już działa, zaloguj się. Jeśli link wygasł, załóż konto jeszcze raz tym samym adresem: wyślemy nowy link.
sent-resend = Wyślij jeszcze raz
sent-resent = Wiadomość wysłana jeszcze raz. Działa tylko najnowszy link.
sent-change = Zmień adres
sent-other-address = Poprawny adres e-mail
sent-other-send = Wyślij na ten adres
activation-title = Uruchom konto
activation-lead = Naciśnij przycisk, aby potwierdzić adres e-mail i dokończyć rejestrację.
activation-do = Uruchom konto
activation-done = Konto działa
activation-done-next = Zaloguj się i złóż wniosek o kartę.
activation-expired = Ten link już nie działa
activation-expired-next = Link mógł zostać użyty, zastąpiony nowszym albo minęły 24 godziny. Jeśli konto działa, zaloguj się. Jeśli nie, załóż je jeszcze raz: wyślemy nowy link.
forgotten-title = Nie pamiętam hasła
forgotten-lead = Podaj adres e-mail konta. Wyślemy link, którym ustawisz nowe hasło.
forgotten-do = Wyślij link
forgotten-sent = Sprawdź pocztę
forgotten-sent-next = Jeśli to konto istnieje, wysłaliśmy na ten adres link do ustawienia hasła. Działa 30 minut.
new-password-title = Ustaw nowe hasło
new-password-label = Nowe hasło
new-password-do = Zapisz hasło
new-password-done = Hasło zmienione
new-password-done-next = Dla bezpieczeństwa wylogowaliśmy wszystkie urządzenia. Zaloguj się nowym hasłem.
new-password-expired-next = Link działa 30 minut i tylko raz. Poproś o nowy.
start-page = Start
start-lead = Wniosek przez internet, karta w telefonie, zniżki w mieście. Kod karty działa bez internetu, a jego zrzut ekranu przestaje działać po 45 sekundach.
start-show-card = Pokaż kartę
start-way = Jak dostać kartę
start-way-1 = Załóż konto
start-way-1-text = Wystarczą imię, nazwisko i adres e-mail.
start-way-2 = Złóż wniosek
start-way-2-text = Dodaj zdjęcie i pierwszą stronę PIT. Zajmuje to około 10 minut.
start-way-3 = Pokaż kartę
start-way-3-text = Po decyzji urzędu karta jest w telefonie od razu.
start-more = Więcej miejsc
start-benefits = Zniżki i korzyści
start-benefits-text = Gdzie karta się przydaje
start-verify = Sprawdź kartę
start-verify-text = Dla punktów partnerskich, bez logowania
start-help-text = Urząd, dostępność, prywatność
more-account = Twoje konto
more-name = Imię i nazwisko
more-office = Dla urzędu
more-office-text = Rozpatrywanie wniosków
help-title = Pomoc
help-office = Urząd
help-where = Gdzie
help-hours = Kiedy
help-phone = Telefon
help-card = Jak działa karta
help-card-1 = Kod na karcie zmienia się co 15 sekund. Dlatego zdjęcie lub zrzut ekranu kodu przestaje działać po 45 sekundach.
help-card-2 = Kod karty działa bez internetu co najmniej tydzień. Gdy telefon ma internet, karta odświeża się sama.
help-accessibility = Dostępność
help-accessibility-1 = Stronę można obsłużyć samą klawiaturą, czytnikiem ekranu i przy tekście powiększonym dwukrotnie. Kolor nigdy nie jest jedynym znakiem.
help-accessibility-2 = Jeśli coś utrudnia korzystanie, napisz lub zadzwoń do urzędu. Odpowiedź przyjdzie w ciągu 7 dni. Wniosek można też złożyć na papierze.
help-privacy = Prywatność
help-privacy-1 = W kodzie karty nie ma imienia, adresu ani numeru PESEL, tylko inicjały i podpis miasta. Punkt, który sprawdza kartę, niczego o Tobie nie zapisuje.
help-privacy-2 = Dokumenty z wniosku są zaszyfrowane i widzi je tylko urząd. Nie śledzimy położenia i nie używamy reklam.
not-found-title = Nie ma takiej strony
not-found-lead = Adres mógł się zmienić albo jest w nim literówka.
not-found-start = Przejdź do strony głównej
error-offline = Nie udało się połączyć. Wpisane dane są bezpieczne. Sprawdź internet i spróbuj ponownie.
error-unreadable = Serwer odpowiedział inaczej, niż powinien. Odśwież stronę. Jeśli to nie pomoże, zadzwoń do urzędu.
problem-malformed = Nie udało się odczytać danych. Odśwież stronę i spróbuj ponownie.
problem-sign-in = Sesja wygasła. Zaloguj się ponownie: wpisane dane czekają.
problem-bad-credentials = Adres e-mail lub hasło nie pasują. Sprawdź je albo ustaw nowe hasło.
problem-forbidden = To konto nie ma do tego dostępu.
problem-not-found = Nie ma tu takiej rzeczy. Mogła zostać usunięta.
problem-method-not-allowed = Tego nie można zrobić w ten sposób. Odśwież stronę.
problem-conflict = Ktoś zmienił to w międzyczasie, na przykład w innej karcie przeglądarki. Wczytaj stronę ponownie.
problem-wrong-state = Tego nie można już zrobić na tym etapie wniosku. Wczytaj stronę ponownie.
problem-other-clerk = Tę sprawę prowadzi teraz inna osoba.
problem-incomplete = Brakuje części odpowiedzi. Sprawdź, co zostało do uzupełnienia.
problem-consent-missing = Brakuje wymaganej zgody albo jej treść się zmieniła. Przeczytaj ją i zaznacz.
problem-weak-password = To hasło łatwo zgadnąć. Wybierz inne.
problem-bad-file = Nie można użyć tego pliku. Wybierz inny.
problem-link-expired = Ten link już nie działa. Poproś o nowy.
problem-unproven = Nie udało się potwierdzić tego urządzenia. Sprawdź datę i godzinę w telefonie.
problem-no-card = Nie ma jeszcze ważnej karty.
problem-too-large = Plik ma ponad 25 MB. Wybierz mniejszy.
problem-unsupported-media-type = Nie umiemy otworzyć tego pliku. Wybierz JPG, PNG albo PDF.
problem-too-many = Za dużo prób. Odczekaj chwilę i spróbuj ponownie.
problem-busy = Serwer ma teraz dużo pracy. Spróbuj ponownie za chwilę.
problem-storage-full = Na serwerze skończyło się miejsce. Wpisane dane są bezpieczne. Zadzwoń do urzędu.
problem-internal = Coś nie zadziałało po naszej stronie. Wpisane dane są bezpieczne. Spróbuj ponownie za chwilę.
problem-too-many-devices = Karta jest już na największej dozwolonej liczbie urządzeń. Wyłącz jedno z nich.
problem-device-stopped = Ta karta jest wyłączona na tym urządzeniu.
problem-code-used = Dla tego kodu zdjęcie pokazano już wcześniej. Poproś o nowy kod.
problem-not-fresh = Ten kod nie jest ważny w tej chwili. Poproś o nowy.
problem-unprintable = Tego imienia lub nazwiska nie umiemy jeszcze wydrukować. Poproś urząd o kartę plastikową.
problem-code-needed = Hasło jest dobre. Podaj jeszcze kod z aplikacji.
problem-bad-code = Ten kod nie pasuje albo był już użyty. Poczekaj na następny i wpisz go od razu.
problem-refresh = Sesja wymaga odświeżenia. Spróbuj ponownie.
problem-second-step-due = To konto pracuje dla urzędu, dlatego najpierw włącz drugi krok logowania.
problem-guardian-needed = Tego nie zrobisz przed ukończeniem 18 lat. Poproś opiekuna: może to zrobić ze swojego konta.
problem-wrong-account = To zaproszenie jest dla innego adresu e-mail. Zaloguj się na konto z tym adresem.
problem-email-needed = Osoba, która ma 18 lat, potrzebuje własnego adresu e-mail. Podaj go: wyślemy na niego zaproszenie.
problem-bad-birthday = Sprawdź datę urodzenia. Nie może być w przyszłości ani dawniej niż 120 lat temu.
problem-confirmed = Te dane potwierdził już urząd. Zmieni je tylko nowy wniosek.
problem-open-elsewhere = Wniosek dla tej osoby jest już rozpoczęty z innego konta. Poczekaj na jego wynik.
problem-family-full = Rodzina na tym koncie ma już największą możliwą liczbę osób.
problem-already-member = Ta osoba jest już w rodzinie albo ma już zaproszenie.
problem-wait = Za dużo prób. Odczekaj { $seconds ->
    [one] { $seconds } sekundę
    [few] { $seconds } sekundy
    [many] { $seconds } sekund
   *[other] { $seconds } sekundy
} i spróbuj ponownie.
file-empty = Plik jest pusty. Wybierz inny.
file-wrong-type = Nie umiemy otworzyć tego pliku. Wybierz zdjęcie JPG lub PNG, a dla dokumentu także PDF.
file-truncated = Plik jest ucięty lub uszkodzony. Zapisz go jeszcze raz albo zrób nowe zdjęcie.
file-password-protected = Plik jest zabezpieczony hasłem. Zapisz go bez hasła i dodaj ponownie.
file-bomb = Ten plik po rozpakowaniu jest za duży, aby go bezpiecznie otworzyć. Wybierz zwykłe zdjęcie.
file-too-large = Plik ma ponad 25 MB. Wybierz mniejszy.
file-too-small = Zdjęcie jest za małe. Krótszy bok powinien mieć co najmniej 400 pikseli. Zrób nowe z bliska, bez powiększania.
file-too-many-pages = Dokument ma ponad 20 stron. Wystarczy pierwsza strona.
file-active = Ten PDF zawiera skrypty lub załączniki. Wydrukuj go do nowego PDF albo dodaj zdjęcie strony.

### application

## Wnioski
application-retry = Spróbuj ponownie
application-list = Moje wnioski
application-heading = Wniosek o Kartę Mieszkańca
application-kind-issue = Karta Mieszkańca
application-kind-renewal = Przedłużenie karty
application-renew = Przedłuż kartę
application-renew-soon = Karta ważna do { $date }. Przedłużenie przygotujemy z Twoich danych: dołączysz dokument i zgody.
application-renew-over = Karta była ważna do { $date }. Przedłużenie przygotujemy z Twoich danych: dołączysz dokument i zgody.
application-none = Nie ma jeszcze wniosków
application-none-why = Przygotuj zdjęcie i dokument. Wniosek zajmuje około 10 minut, można go przerwać i dokończyć później.
application-begin = Złóż wniosek
application-begin-next = Złóż wniosek o nową kartę
application-resume = Dokończ wniosek
application-preview = Podgląd
application-mend-all = Popraw wniosek
application-over = Zakończone
application-no-resident = To konto nie składa wniosków
application-no-resident-why = To konto urzędnika. Własny wniosek złożysz z konta mieszkańca.
application-to-office = Przejdź do kolejki spraw
application-step = Krok { $n } z { $all }
application-correcting = Poprawki do wniosku
application-continue = Dalej
application-keep = Zapisz i wróć
application-kept-device = Zapisano na tym urządzeniu o { $time }
application-kept-office = Zapisano w urzędzie o { $time }
application-closed = Tej części nie można teraz zmienić
application-closed-why = Wniosek jest już w urzędzie albo urząd nie prosił o poprawienie tej części.
application-overtaken = Ten wniosek zmienił się w innym miejscu
application-overtaken-why = Nic nie przepadło: poniżej jest to, co jest wpisane tutaj. Sprawdź i zapisz jeszcze raz.
application-page-whom = Dla kogo jest karta?
application-page-ground = Dlaczego należy się karta?
application-page-person = Dane osobowe
application-page-address = Adres zamieszkania
application-page-contact = Kontakt
application-page-photo = Zdjęcie na kartę
application-page-document = Dokument
application-page-carrier = Jaka ma być karta?
application-page-consents = Oświadczenia i zgody
application-whom-myself = Dla mnie
application-whom-myself-hint = Osoba pełnoletnia, która mieszka w tym mieście
application-whom-member = Dla osoby z rodziny
application-ground-hint = Wybierz jedną podstawę. O dokument poprosimy dalej
application-person-hint = Wpisz dane tak, jak są w dokumencie.
application-name = Imię i nazwisko
application-given = Imię (imiona)
application-surname = Nazwisko
application-birth-date = Data urodzenia
application-birth-date-hint = Na przykład 31 3 1980. Miesiąc może być słowem
application-address = Adres
application-address-hint = Adres, pod którym mieszkasz na co dzień. Zameldowanie nie jest potrzebne.
application-street = Ulica
application-house = Numer domu
application-flat = Numer mieszkania
application-postal-code = Kod pocztowy
application-postal-code-hint = Na przykład 05-800
application-town = Miejscowość
application-contact-email = O każdym kroku napiszemy na adres { $email }.
application-phone = Numer telefonu
application-phone-hint = Zadzwonimy tylko wtedy, gdy trzeba będzie coś wyjaśnić
application-photo = Zdjęcie
application-photo-hint = JPG lub PNG, do 25 MB
application-photo-rule-face = Twarz na wprost, w całości w owalu
application-photo-rule-light = Równe światło, bez mocnych cieni
application-photo-rule-background = Jasne tło bez innych osób
application-photo-rule-head = Bez czapki i ciemnych okularów
application-photo-sending = Wysyłamy i sprawdzamy zdjęcie…
application-photo-result = Tak zobaczy je urząd
application-photo-result-hint = Kadr i rozmiar dobieramy sami. Jeśli twarz jest ucięta, wybierz inne zdjęcie.
application-file-accepted = Przyjęte, zapisane w urzędzie
application-file-picture = obraz
application-document = Dokument
application-document-hint = PDF, JPG lub PNG, do 25 MB
application-document-asked = Co przesłać
application-document-example = To musi być czytelne
application-document-part-form = Rodzaj dokumentu i rok
application-document-part-office = Urząd, który go przyjął lub wydał
application-document-part-name = Imię i nazwisko
application-document-part-address = Adres zamieszkania
application-document-sending = Wysyłamy i sprawdzamy dokument…
application-document-open = Otwórz przesłany dokument w nowej karcie
application-carrier-virtual = W telefonie
application-carrier-virtual-hint = Gotowa od razu po decyzji. Działa też bez internetu.
application-carrier-physical = Plastikowa, i w telefonie
application-carrier-physical-hint = Plastikową odbierzesz w wybranym punkcie.
application-pickup-point = Gdzie odbierzesz kartę?
application-consents-required = Potrzebne, żeby rozpatrzyć wniosek
application-consents-optional = Dodatkowe
application-consents-optional-hint = Możesz je pominąć. Nie mają wpływu na decyzję

## Sprawdzenie i wysłanie
application-check-heading = Sprawdź dane i wyślij wniosek
application-part-who = Osoba
application-part-files = Pliki
application-part-card = Karta i zgody
application-missing = { $n ->
    [one] Brakuje { $n } odpowiedzi
    [few] Brakuje { $n } odpowiedzi
    [many] Brakuje { $n } odpowiedzi
   *[other] Brakuje { $n } odpowiedzi
}
application-send-title = Wyślij wniosek do urzędu
application-send-declaration = Wysyłając wniosek, potwierdzasz, że dane są prawdziwe i aktualne. Po wysłaniu zmienisz je tylko na prośbę urzędu.
application-send-offline = Nie ma internetu. Wniosek jest bezpieczny na tym urządzeniu. Wyślij go, gdy sieć wróci.
application-send-gaps = Uzupełnij brakujące odpowiedzi z listy na górze strony.
application-send = Wyślij wniosek
application-already-sent = Ten wniosek jest już w urzędzie
application-not-sent = Ten wniosek nie jest jeszcze wysłany
application-sent = Wniosek wysłany
application-sent-corrected = Poprawki wysłane
application-sent-until = Odpowiemy do { $day }
application-sent-next = Co dalej
application-sent-next-check = Urząd porówna dane z dokumentem i zdjęciem.
application-sent-next-mail = Decyzję albo prośbę o poprawkę wyślemy na adres { $email }.
application-sent-next-card = Po zgodzie karta pojawi się w tej aplikacji.
application-sent-contact = Pytania?

## Status wniosku
application-steps-title = Gdzie jest wniosek
application-answers = Co jest we wniosku
application-history = Historia
application-show-card = Pokaż kartę
application-turn-draft = Wniosek nie jest jeszcze wysłany. Dokończ go, kiedy chcesz.
application-turn-office = Teraz kolej urzędu. Odpowiemy do { $day }
application-turn-office-undated = Teraz kolej urzędu.
application-turn-you = Teraz Twoja kolej: popraw wniosek do { $day }
application-turn-you-undated = Teraz Twoja kolej: popraw wniosek.
application-turn-approved = Karta przyznana. Przygotowujemy ją.
application-turn-card-ready = Karta jest gotowa.
application-plastic = Plastikową kartę przygotowujemy do odbioru w punkcie: { $point }. Urząd napisze, gdy będzie można ją odebrać.
application-plastic-somewhere = Plastikową kartę przygotowujemy do odbioru. Urząd napisze, gdy będzie można ją odebrać.
application-plastic-meanwhile = Karta w telefonie już działa.
application-plastic-printing = Plastikowa karta jest w druku. Urząd napisze, gdy będzie można ją odebrać.
application-plastic-waits = Plastikowa karta czeka w punkcie: { $point }, do { $day } włącznie. Kod odbioru jest w e-mailu.
application-plastic-handed-over = Od { $day } plastikowa karta jest odebrana.
application-plastic-uncollected = Plastikowa karta nie została odebrana w terminie i wróciła do urzędu. Zadzwoń do urzędu, jeśli nadal chcesz ją odebrać.
application-plastic-destroyed = Plastikowa karta została zniszczona, bo karta była zablokowana.
application-turn-rejected = Urząd odmówił wydania karty.
application-turn-withdrawn = Wniosek wycofany { $day }
application-turn-expired = Wniosek zamknięty { $day }: minął termin na poprawki.
application-state-draft = Szkic
application-state-submitted = Złożony
application-state-in-review = Sprawdzamy
application-state-needs-correction = Do poprawy
application-state-approved = Karta przyznana
application-state-rejected = Odmowa
application-state-withdrawn = Wycofany
application-state-expired = Zamknięty
application-step-draft = Jeszcze nie wysłany
application-step-office = Urząd odpowie do { $day }
application-step-you = Czekamy na poprawki do { $day }
application-step-card = Przygotowujemy
application-step-rejected = Odmowa, { $day }
application-step-withdrawn = Wycofany, { $day }
application-step-expired = Zamknięty bez decyzji, { $day }
application-correction-title = Do poprawy
application-correction-new = Nowy plik przesłany
application-correction-note = Wiadomość z urzędu
application-correction-send-hint = Popraw wszystko z listy, potem wyślij. Wniosek zachowa miejsce w kolejce.
application-correction-send = Wyślij poprawki
application-mend = Popraw
application-withdraw = Wycofaj wniosek
application-withdraw-question = Wycofać wniosek?
application-withdraw-why = Urząd przestanie go sprawdzać. Zawsze można złożyć nowy.
application-delete = Usuń szkic
application-delete-question = Usunąć szkic?
application-delete-why = Usuniemy wpisane dane i przesłane pliki.
application-keep-it = Zostaw
history-started = Wniosek rozpoczęty
history-submitted = Wniosek wysłany do urzędu
history-corrected = Poprawki wysłane
history-taken-up = Urząd zaczął sprawdzać
history-put-back = Sprawa wróciła do kolejki
history-correction-asked = Urząd poprosił o poprawki
history-approved = Karta przyznana
history-rejected = Urząd odmówił wydania karty
history-withdrawn = Wniosek wycofany
history-lapsed = Minął termin na poprawki
history-card-ready = Karta gotowa
item-person = Dane osobowe
item-address = Adres
item-contact = Kontakt
item-photo = Zdjęcie
item-document = Dokument

## Czego brakuje w formularzu
gap-whom-missing = Wybierz, dla kogo jest karta
gap-whom-unknown = Wniosek jest dla innej osoby niż ta, której dane pokazujemy. Wybierz ją jeszcze raz
gap-ground-missing = Wybierz podstawę
gap-ground-unknown = Tej podstawy już nie ma. Wybierz inną
gap-given-missing = Wpisz imię
gap-given-too-long = Imię może mieć najwyżej 100 znaków
gap-given-malformed = Imię może zawierać litery, spacje, łączniki i apostrofy
gap-surname-missing = Wpisz nazwisko
gap-surname-too-long = Nazwisko może mieć najwyżej 100 znaków
gap-surname-malformed = Nazwisko może zawierać litery, spacje, łączniki i apostrofy
gap-birth-date-missing = Wpisz datę urodzenia
gap-birth-date-day-missing = Data urodzenia musi zawierać dzień
gap-birth-date-month-missing = Data urodzenia musi zawierać miesiąc
gap-birth-date-year-missing = Data urodzenia musi zawierać rok
gap-birth-date-malformed = Wpisz prawdziwą datę, na przykład 31 3 1980
gap-birth-date-no-such-day = Nie ma takiego dnia. Sprawdź dzień i miesiąc
gap-birth-date-in-the-future = Data urodzenia musi być w przeszłości
gap-birth-date-minor = Ten wniosek jest dla osób pełnoletnich. O kartę dla dziecka wnioskuje rodzic: dodaj dziecko na stronie Rodzina
gap-street-missing = Wpisz ulicę
gap-street-too-long = Nazwa ulicy może mieć najwyżej 100 znaków
gap-house-missing = Wpisz numer domu
gap-house-too-long = Numer domu jest za długi
gap-postal-code-missing = Wpisz kod pocztowy
gap-postal-code-too-long = Kod pocztowy ma 5 cyfr, na przykład 05-800
gap-postal-code-malformed = Kod pocztowy musi mieć 5 cyfr, na przykład 05-800
gap-town-missing = Wpisz miejscowość
gap-town-too-long = Nazwa miejscowości jest za długa
gap-town-other-town = Karta jest tylko dla mieszkańców tego miasta. Jeśli mieszkasz gdzie indziej, zapytaj o kartę w swojej gminie
gap-phone-malformed = Wpisz numer, na przykład 600 700 800, albo zostaw puste
gap-photo-missing = Dodaj zdjęcie
gap-document-missing = Dodaj dokument
gap-carrier-missing = Wybierz, jaka ma być karta
gap-pickup-point-missing = Wybierz punkt odbioru
gap-pickup-point-unknown = Tego punktu już nie ma. Wybierz inny
gap-consents-missing = Zaznacz oświadczenia potrzebne do rozpatrzenia wniosku
gap-consents-outdated = Treść zgody się zmieniła. Przeczytaj ją i zaznacz jeszcze raz

## Urząd
office-plastic = Karty plastikowe
office-plastic-short = Plastik
office-plastic-views = Etap
office-plastic-to-print = Do druku ({ $n })
office-plastic-printing = W druku ({ $n })
office-plastic-waiting = Czekają na odbiór ({ $n })
office-plastic-back = Wróciły ({ $n })
office-plastic-empty = Na tym etapie nie ma kart
office-plastic-all = Zaznacz wszystkie
office-plastic-column-card = Karta
office-plastic-column-person = Osoba
office-plastic-column-point = Punkt odbioru
office-plastic-column-since = Od kiedy
office-plastic-until = do { $day }
office-plastic-today = { $n ->
    [one] Dziś wydano { $n } kartę
    [few] Dziś wydano { $n } karty
    [many] Dziś wydano { $n } kart
   *[other] Dziś wydano { $n } karty
}
office-plastic-produce = Oddaj do druku ({ $n })
office-plastic-misprint = Drukuj jeszcze raz ({ $n })
office-plastic-arrive = Są w punkcie odbioru ({ $n })
office-plastic-hand-over = Wydaj ({ $n })
office-plastic-hand-over-sure = Wydać { $n ->
    [one] { $n } kartę?
    [few] { $n } karty?
    [many] { $n } kart?
   *[other] { $n } karty?
}
office-plastic-destroy = Zniszcz ({ $n })
office-plastic-destroy-sure = Zniszczyć { $n ->
    [one] { $n } kartę?
    [few] { $n } karty?
    [many] { $n } kart?
   *[other] { $n } karty?
} Tego nie można cofnąć.
office-plastic-none = Najpierw zaznacz karty na liście.
office-plastic-done = Zapisane.
office-plastic-changed = Ktoś zmienił tę listę przed chwilą. Odśwież ją i spróbuj jeszcze raz.
office-plastic-blocked = Ta karta jest zablokowana. Nie wydawaj jej.
office-queue = Kolejka spraw
office-case = Sprawa
office-sign-in = Logowanie dla urzędu
office-sign-in-lead = Ta część jest dla osób, które rozpatrują wnioski.
office-not-yours = To konto nie widzi spraw urzędu
office-not-yours-why = Kolejkę widzą tylko konta pracowników urzędu.
office-other-account = Wyloguj i zaloguj inne konto
office-offline = Bez internetu. Decyzje zapiszesz, gdy sieć wróci.
office-next = Następna sprawa
office-elsewhere = { $n ->
    [one] { $n } sprawa czeka na mieszkańca
    [few] { $n } sprawy czekają na mieszkańców
    [many] { $n } spraw czeka na mieszkańców
   *[other] { $n } sprawy czeka na mieszkańców
}
office-today = { $n ->
    [one] dziś { $n } decyzja
    [few] dziś { $n } decyzje
    [many] dziś { $n } decyzji
   *[other] dziś { $n } decyzji
}
office-empty = Wszystko zrobione
office-empty-why = Nowe wnioski pojawią się tutaj, najstarsze na górze.
office-views = Widok kolejki
office-view-all = Wszystkie ({ $n })
office-view-free = Do wzięcia ({ $n })
office-view-mine = Moje ({ $n })
office-view-over = Po terminie ({ $n })
office-view-back = Wróciły ({ $n })
office-view-empty = W tym widoku nie ma spraw.
office-column-deadline = Termin
office-column-number = Numer
office-column-person = Osoba
office-column-state = Stan
office-column-owner = Kto ma
office-column-sent = Złożony
office-state-free = Do wzięcia
office-state-open = Sprawdzana
office-flag-corrected = Wróciła z poprawkami
office-left = { $n ->
    [one] Został { $n } dzień roboczy
    [few] Zostały { $n } dni robocze
    [many] Zostało { $n } dni roboczych
   *[other] Zostało { $n } dnia roboczego
}
office-left-today = Termin dzisiaj
office-over = { $n ->
    [0] Po terminie
    [one] Po terminie: { $n } dzień roboczy
    [few] Po terminie: { $n } dni robocze
    [many] Po terminie: { $n } dni roboczych
   *[other] Po terminie: { $n } dnia roboczego
}
office-until = do { $day }
office-owner-you = Ty
office-owner-mine = Twoja sprawa
office-owner-other = Sprawę prowadzi: { $name }
office-read-only = Tę sprawę możesz teraz tylko czytać.
office-release = Oddaj do kolejki
office-facts = Dane z wniosku
office-email = E-mail
office-checks = Sprawdź z dokumentem
office-checks-missing = { $n ->
    [one] Zaznacz jeszcze { $n } punkt listy, żeby zatwierdzić.
    [few] Zaznacz jeszcze { $n } punkty listy, żeby zatwierdzić.
    [many] Zaznacz jeszcze { $n } punktów listy, żeby zatwierdzić.
   *[other] Zaznacz jeszcze { $n } punktu listy, żeby zatwierdzić.
}
office-reload = Wczytaj sprawę jeszcze raz
office-approve = Zatwierdź
office-ask = Poproś o poprawkę
office-ask-items = Co poprawić
office-ask-reasons = Powód
office-ask-nothing = Wskaż przynajmniej jedną część do poprawy.
office-ask-send = Wyślij prośbę
office-refuse = Odmów
office-refuse-reason = Powód odmowy
office-refuse-nothing = Wybierz powód odmowy
office-refuse-do = Odmów wydania karty
office-refuse-sure = Na pewno odmówić?
office-refuse-sure-why = Mieszkaniec dostanie decyzję e-mailem. Tego nie można cofnąć.
office-note = Wiadomość własnymi słowami
office-note-hint = Mieszkaniec przeczyta ją pod powodem
office-preview = Mieszkaniec przeczyta
office-preview-until = Prosimy poprawić wniosek do { $day }
office-cancel = Anuluj
office-done-approved = Wniosek { $number } zatwierdzony. Mieszkaniec dostanie e-mail.
office-done-rejected = Odmowa w sprawie { $number } zapisana. Mieszkaniec dostanie e-mail.
office-done-asked = Prośba o poprawkę wniosku { $number } wysłana.
office-cards = Karty
office-card-number = Numer karty
office-card-number-hint = 12 cyfr, odstępy nie przeszkadzają
office-card-find = Znajdź kartę
office-card-empty = Tu pojawi się karta osoby przy okienku albo osoby dzwoniącej.
office-card-malformed = Sprawdź numer: ma 12 cyfr, a ostatnia jest kontrolna
office-card-unknown = Nie ma karty z tym numerem
office-card-too-late = Tej karty nie można już odblokować. Potrzebna będzie nowa.
office-card-state = Stan
office-card-available = Jeszcze nie otwarta
office-card-active = Działa
office-card-blocked = Zablokowana
office-card-revoked = Unieważniona
office-card-since = Zablokowana od
office-card-undo = Można odblokować do
office-card-period = Ważna
office-card-devices = Urządzenia z kartą
office-card-printed = Wydruk
office-card-not-printed = Nie ma
office-card-unblock = Odblokuj kartę
office-card-revoked-next = Unieważnionej karty nie można przywrócić.
office-card-block-sure = Zablokować tę kartę?
office-card-block-why = Jej kody przestaną działać od razu, na każdym urządzeniu i na wydruku. Mieszkaniec dostanie e-mail.
office-card-unblock-sure = Odblokować tę kartę?
office-card-unblock-why = Sprawdź najpierw, kim jest ta osoba. Urządzenia dostaną nowe kody, gdy połączą się z internetem.
view-files = Przesłane pliki
view-larger = Powiększ
view-smaller = Pomniejsz
view-turn = Obróć
view-open = Otwórz w nowej karcie
view-nothing = Tego pliku nie ma
### application end

### Moja karta
my-card = Moja karta
my-card-code = Kod karty
my-card-valid = Karta ważna do { $date }
my-card-valid-soon = Karta ważna do { $date } { $days ->
    [0] To ostatni dzień.
    [one] Został { $days } dzień.
    [few] Zostały { $days } dni.
    [many] Zostało { $days } dni.
   *[other] Zostało { $days } dnia.
}
my-card-scheduled = Karta będzie ważna od { $date }
my-card-expired = Karta wygasła { $date }
my-card-grace = Ważna do { $date }, urząd sprawdza przedłużenie
my-card-today = dzisiaj, { $time }
my-card-yesterday = wczoraj, { $time }
my-card-works-offline = Karta działa też bez internetu.
my-card-full = Pokaż kod na cały ekran
my-card-benefits = Do czego mam prawo
my-card-runway = Połącz się z internetem do { $date } Potem punkt może poprosić o dokument.
my-card-no-code = Na tym urządzeniu nie ma jeszcze kodu. Połącz się z internetem, zaloguj się i odśwież kartę.
my-card-no-key = Ta przeglądarka nie może bezpiecznie przechować klucza karty. Otwórz stronę w zwykłym oknie (nie prywatnym) albo w innej przeglądarce.
my-card-expired-next = Złóż wniosek o nową kartę. Wystarczy aktualny dokument.
my-card-scheduled-next = Kod pojawi się tutaj pierwszego dnia ważności.
my-card-apply = Złóż wniosek
my-card-damaged = Nie udało się odczytać karty z tego urządzenia
my-card-damaged-next = Twoja karta jest bezpieczna w urzędzie. Pobierz ją ponownie.
my-card-fetch = Pobierz kartę ponownie
my-card-none = Nie masz jeszcze karty
my-card-none-next = Złóż wniosek przez internet. Gdy urząd przyzna kartę, pojawi się ona tutaj sama.
my-card-none-here = Na tym urządzeniu nie ma karty
my-card-none-here-next = Zaloguj się raz, żeby ją pobrać. Potem karta otwiera się bez logowania i bez internetu.
my-card-none-offline = Na tym urządzeniu nie ma karty
my-card-none-offline-next = Żeby ją pobrać, połącz się z internetem i zaloguj się.
my-card-coming = Karta pojawi się tutaj, gdy urząd ją przyzna.
my-card-draft = Wniosek do dokończenia
my-card-blocked = Karta jest zablokowana
my-card-revoked = Karta została unieważniona
my-card-revoked-next = Tej karty nie można już używać. Urząd powie, dlaczego i co zrobić dalej.
my-card-days = Dane sprzed { $days ->
    [one] { $days } dnia
   *[other] { $days } dni
}
my-card-days-offline = Bez internetu – dane sprzed { $days ->
    [one] { $days } dnia
   *[other] { $days } dni
}
my-card-run-out = Kod stracił ważność { $date } Połącz się z internetem, a odświeży się sam. Do tego czasu punkt może poprosić o dokument.
my-card-stopped = Ta karta jest wyłączona na tym urządzeniu
my-card-stopped-next = Wyłączono ją na liście urządzeń. Jeśli to urządzenie jest Twoje, dodaj kartę jeszcze raz: dostanie nowy klucz.
my-card-add = Dodaj kartę na tym urządzeniu
my-card-signed-out = Nikt nie jest tu zalogowany
my-card-signed-out-next = Zaloguj się, żeby sprawdzić, czy karta nadal działa na tym urządzeniu. Bez tego kod będzie tu działać najdłużej do { $date }.
my-card-clock-slow = Zegar tego telefonu spóźnia się o { $age }
my-card-clock-fast = Zegar tego telefonu spieszy się o { $age }
my-card-clock-next = Kod poprawiamy sami. Włącz w telefonie automatyczną datę i godzinę, żeby działał też po zmianie zegara.
my-card-brighten = Rozjaśnij ekran, jeśli skaner nie widzi kodu.
my-card-may-sleep = Ekran może zgasnąć: to urządzenie nie pozwala temu zapobiec.
my-card-stay-awake = Nie wygaszaj ekranu
my-card-blocked-since = Od { $date }. Żaden kod tej karty teraz nie działa, także na wydruku.
my-card-blocked-undo = Jeśli karta się znalazła, możesz cofnąć blokadę do { $date } Potem karta zostanie unieważniona.
my-card-blocked-office = Do { $date } może ją odblokować urząd. Zadzwoń lub przyjdź z dokumentem.
my-card-blocked-over = Tej blokady nie można już cofnąć. Zadzwoń do urzędu: potrzebna będzie nowa karta.
my-card-unblock = Cofnij blokadę
my-card-unblock-title = Cofnąć blokadę karty?
my-card-unblock-why = Podaj hasło do konta, żeby nikt z otwartym telefonem nie zrobił tego za Ciebie. Urządzenia dostaną nowe kody, gdy połączą się z internetem.
my-card-unblock-password = Hasło się nie zgadza. Sprawdź je i spróbuj ponownie.
my-card-unblocked = Karta odblokowana
card-rows = Więcej o karcie
card-rows-devices = Zgubiona karta, nowy telefon
card-rows-print = Dla osób bez telefonu pod ręką
card-rows-answer = Bramka lub automat pokazuje kod
devices-title = Urządzenia i bezpieczeństwo
devices-list = Gdzie jest karta
devices-count = Karta jest na { $n } z { $limit } możliwych urządzeń.
devices-none = Żadne urządzenie nie ma teraz karty
devices-none-next = Pokaż kartę na tym urządzeniu
devices-offline = Bez internetu
devices-offline-works = Działa: kod karty na tym urządzeniu.
devices-offline-not = Nie działa: wyłączanie urządzeń. Blokada zaczeka na internet; jeśli karta zginęła, szybciej zadzwonić do urzędu.
device-this = To urządzenie
device-used = Ostatnio: { $used }
device-since = Karta tu od { $since }
device-key-software = Klucz w programie, słabiej chroniony.
device-key-browser = Klucz w przeglądarce, która nikomu go nie wyda.
device-key-hardware = Klucz w bezpiecznym układzie telefonu.
device-stop = Wyłącz
device-stop-label = Wyłącz kartę na: { $device }
device-stop-title = Wyłączyć kartę na: { $device }?
device-stop-why = Kod na tym urządzeniu straci ważność. Punkty z internetem dowiedzą się w kilka minut, pozostałe przy następnym odświeżeniu listy.
device-stop-own = To urządzenie, na które teraz patrzysz. Kod zniknie z niego od razu. Kartę dodasz ponownie jednym przyciskiem.
device-stopped = Urządzenie wyłączone
too-many-title = O jedno urządzenie za dużo
too-many-next = Wyłącz jedno z urządzeń poniżej. Karta pojawi się tutaj sama.
block-title = Zgubiona karta lub telefon
block-what = Zablokuj kartę jednym naciśnięciem. Jej kody przestaną działać od razu, na każdym urządzeniu i na wydruku.
block-back = Jeśli się znajdzie, cofniesz to hasłem w ciągu { $days ->
    [one] { $days } dnia
   *[other] { $days } dni
}.
block-back-office = Jeśli się znajdzie, urząd cofnie to w ciągu { $days ->
    [one] { $days } dnia
   *[other] { $days } dni
}.
block-do = Zablokuj kartę
block-offline = Nie udało się połączyć, więc karta nie jest jeszcze zablokowana. Spróbuj ponownie albo zadzwoń do urzędu.
looks-title = Kiedy pokazano Twoje zdjęcie
looks-photo = Punkt obejrzał zdjęcie i imię
looks-typed = Punkt wpisał numer karty i kod
looks-none = Nikt jeszcze nie sprawdzał karty przez internet
looks-note = Ostatnie 30 dni. Sprawdzenia bez internetu nigdzie nie zostawiają śladu.
print-title = Karta na papierze
print-what = Wydruk ma stały kod. Przydaje się, gdy telefonu nie ma pod ręką.
print-document = Zawsze z dokumentem ze zdjęciem
print-document-why = Papier łatwo skopiować, dlatego punkt za każdym razem poprosi o dokument. Kod w telefonie tego nie wymaga.
print-make = Przygotuj wydruk
print-ready = Wydruk jest gotowy
print-made = Przygotowany
print-until = Ważny do
print-a4 = Pobierz kartkę A4 (PDF)
print-cr80 = Pobierz do drukarki kart (PDF)
print-again = Przygotuj nowy wydruk
print-again-why = Nowy wydruk unieważnia poprzedni.
print-not-here = Miasto nie wydaje kart na papierze
print-not-here-next = Kartę pokażesz w telefonie, także bez internetu.
answer-title = Odpowiedz na pytanie urządzenia
answer-lead = Bramka, automat lub kasa może najpierw pokazać swój kod. Zeskanuj go, a telefon przygotuje odpowiedź.
answer-scan = Zeskanuj kod z ekranu urządzenia
answer-typed = Wpisz lub wklej pytanie
answer-text = Treść pytania
answer-text-hint = Zaczyna się od RKCQ:
answer-read = Odczytaj
answer-asks = Pyta: { $name }
answer-asks-why = Tak przedstawia się to urządzenie. Odpowiedz tylko, jeśli właśnie przy nim stoisz.
answer-show = Pokaż odpowiedź
answer-for = Odpowiedź dla: { $name }
answer-once = Odpowiedź działa raz, najwyżej przez 30 sekund
answer-over = Czas minął. Zeskanuj pytanie jeszcze raz.
answer-again = Zeskanuj jeszcze raz
answer-is-card = To kod karty, a nie pytanie urządzenia. Kartę sprawdza się w „Sprawdź kartę”.
answer-is-other = To nie jest pytanie urządzenia. Zeskanuj kod z ekranu bramki lub automatu.

### Sprawdzanie karty
check-title = Sprawdź kartę
check-list-offline = Bez internetu. { $list }
check-camera-title = Zeskanuj kod z telefonu mieszkańca
check-camera-why = Aparat działa tylko na tym urządzeniu. Niczego nie nagrywamy i nie wysyłamy.
check-camera-on = Włącz aparat
check-camera-starting = Włączamy aparat. Pozwól na jego użycie.
check-camera-aim = Skieruj aparat na kod, aż wypełni ramkę
check-camera-torch = Latarka
check-camera-refused = Aparat jest zablokowany
check-camera-refused-next = Kliknij ikonę kłódki przy adresie strony i pozwól na użycie aparatu. Możesz też dodać zdjęcie kodu.
check-camera-absent = Nie widać tu aparatu
check-camera-absent-next = Dodaj zdjęcie kodu albo użyj skanera podłączonego do komputera.
check-other = Bez aparatu
check-picture = Zdjęcie kodu
check-picture-hint = Zdjęcie ekranu telefonu mieszkańca, zrobione przed chwilą
check-picture-choose = Wybierz zdjęcie
check-picture-unreadable = Nie umiemy otworzyć tego pliku. Wybierz zdjęcie JPG lub PNG.
check-picture-no-code = Na tym zdjęciu nie widać kodu QR. Zrób nowe, z bliska i bez odblasków.
check-text = Treść kodu
check-text-hint = Dla skanera, który wpisuje tekst. Taki skaner działa też bez klikania w to pole.
check-text-empty = Wpisz treść kodu. Zaczyna się od RKC1:
check-text-send = Sprawdź
check-next = Skanuj następną
check-next-any = Sprawdź następną
check-holder = { $class }, inicjały { $initials }
check-adult = Osoba dorosła
check-child = Dziecko
check-senior = Senior lub seniorka
check-again = Ta karta była tu sprawdzana { $age } temu.
check-expired = Karta na tym telefonie straciła ważność { $date }
check-expired-next = Poproś o otwarcie karty z internetem, aby się odświeżyła. Jeśli to nie pomoże, kartę trzeba odnowić w urzędzie.
check-stale = Ten kod powstał { $age } temu, a działa tylko 45 sekund. To może być zrzut ekranu.
check-stale-next = Poproś o otwarcie karty w aplikacji i zeskanuj kod z ekranu. Jeśli wynik się powtórzy, sprawdźcie godzinę w obu telefonach.
check-ahead = Zegary się nie zgadzają: kod jest o { $age } do przodu.
check-ahead-next = Włączcie automatyczną datę i godzinę w obu telefonach, a potem zeskanuj kod jeszcze raz.
check-unknown-key = Tej karty nie podpisał żaden klucz z listy na tym urządzeniu. Lista może być nieaktualna.
check-unknown-key-next = Połącz się z internetem, odśwież listę i zeskanuj kod jeszcze raz.
check-forged = Podpis się nie zgadza. Tego kodu nie wydało miasto albo ktoś go zmienił.
check-forged-next = Nie przyznawaj zniżki. Poproś o otwarcie karty w aplikacji.
check-damaged = Kod jest uszkodzony albo odczytany tylko w części.
check-damaged-next = Zeskanuj go jeszcze raz, z bliska i bez odblasków.
check-foreign = To nie jest kod karty mieszkańca.
check-foreign-next = Poproś o kod z ekranu „Moja karta”.
check-no-list = To urządzenie nie ma jeszcze listy, która obejmuje tę kartę.
check-no-list-next = Połącz się z internetem i odśwież listę. Potem sprawdzanie działa też bez internetu.
check-wrong-clock = Zegar tego urządzenia się spóźnia, więc nie można ocenić kodu.
check-wrong-clock-next = Włącz automatyczną datę i godzinę, a potem zeskanuj kod jeszcze raz.
check-seconds = { $count ->
    [one] { $count } sekundę
    [few] { $count } sekundy
    [many] { $count } sekund
   *[other] { $count } sekundy
}
check-minutes = { $count ->
    [one] { $count } minutę
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
check-hours = { $count ->
    [one] { $count } godzinę
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}
check-days = { $count ->
    [one] { $count } dzień
    [few] { $count } dni
    [many] { $count } dni
   *[other] { $count } dnia
}
check-list-today = Lista z dziś, { $time }
check-list-yesterday = Lista z wczoraj, { $time }
check-list-days = { $count ->
    [one] Lista sprzed { $count } dnia
    [few] Lista sprzed { $count } dni
    [many] Lista sprzed { $count } dni
   *[other] Lista sprzed { $count } dnia
}
check-list-ended = Lista z { $date } nie jest już ważna. Połącz się z internetem i odśwież ją.
check-list-none = Nie ma tu jeszcze listy kart.
check-other-root = Serwer pokazuje inny klucz miasta niż dotąd
check-other-root-next = Zostaje poprzednia lista. Nie podawaj tu żadnych danych i powiadom urząd miasta.
check-layout = Skaner ma inny układ klawiatury: ustaw US/QWERTY w skanerze albo w tym komputerze.
check-more = Inne możliwości
check-next-question = Pokaż nowe pytanie
check-person = { $class }: { $name }
check-until = Karta ważna do { $date }
check-minor = Karta osoby niepełnoletniej. Zniżka należy się tylko jej.
check-by-guardian = Kartę dziecka pokazuje opiekun. Spójrz na dziecko albo na jego zdjęcie.
check-valid-next = Można przyznać zniżkę.
check-offline = Karta była ważna według listy z { $date }
check-offline-next = Można przyznać zniżkę. Odśwież listę, gdy będzie internet.
check-grace = Okres karty minął, ale urząd rozpatruje już jej odnowienie. Do tego czasu karta działa.
check-document = To kod z wydruku, a wydruk można skopiować.
check-document-next = Poproś o dokument ze zdjęciem. Porównaj imię, nazwisko i zdjęcie z osobą i z wydrukiem.
check-typed = Numer i cyfry się zgadzają, ale cyfry można komuś podać.
check-typed-next = Poproś o dokument ze zdjęciem. Porównaj imię, nazwisko i zdjęcie z osobą.
check-document-same = Zgadza się
check-document-other = Nie zgadza się
check-list-old = Kod jest prawdziwy, ale lista zablokowanych kart pochodzi z { $date }
check-list-old-next = Odśwież listę. Bez internetu poproś o dokument ze zdjęciem.
check-list-expired = Lista na tym urządzeniu pochodzi z { $date } i nie jest już ważna.
check-list-expired-next = Połącz się z internetem, odśwież listę i zeskanuj kod jeszcze raz.
check-early = Karta zacznie działać { $date }
check-early-next = Nie przyznawaj jeszcze zniżki. Należy się od tego dnia.
check-blocked = Karta jest zablokowana.
check-blocked-next = Nie przyznawaj zniżki. Powiedz, że kartę można odblokować w urzędzie miasta.
check-revoked = Ta karta jest na liście kart, które już nie działają.
check-revoked-next = Nie przyznawaj zniżki. Powiedz, że sprawę wyjaśni urząd miasta.
check-inactive = Tej karty nie otwarto jeszcze na żadnym telefonie.
check-inactive-next = Poproś o otwarcie karty w aplikacji i zeskanuj kod z ekranu.
check-replayed = Ten kod sprawdzono tu { $age } temu. To może być jego kopia.
check-replayed-before = Ten kod już pokazano, tu albo w innym punkcie. To może być jego kopia.
check-replayed-next = Poczekaj na następny kod: na telefonie zmienia się co 15 sekund.
check-other-question = Ten kod jest odpowiedzią na pytanie innego urządzenia.
check-other-question-next = Poproś o zwykły kod z ekranu „Moja karta”.
check-no-answer = To nie jest odpowiedź na pytanie z tego ekranu.
check-no-answer-next = Najpierw zeskanuj pytanie telefonem z kartą, potem pokaż odpowiedź.
check-late = Odpowiedź przyszła za późno: pytanie jest ważne 30 sekund.
check-late-next = Zeskanuj telefonem nowe pytanie.
check-unknown = Nie ma takiej karty albo sześć cyfr się nie zgadza.
check-unknown-next = Porównaj numer z kartą i wpisz sześć cyfr, które telefon pokazuje teraz.
check-face-offline = Bez internetu widać tylko inicjały.
check-face-used = Zdjęcie do tego kodu było już pokazane. Następny kod pokaże je znowu.
check-face-not-fresh = Kod zdążył się zmienić, więc zdjęcia nie będzie.
check-face-failed = Nie udało się pobrać zdjęcia. Widać tylko inicjały.
check-face-choice = Pokaż zdjęcie i imię
check-face-choice-hint = Gdy jest internet. Znikają razem z wynikiem.
check-settings = Ustawienia tego urządzenia
check-sound = Dźwięk po sprawdzeniu
check-sound-hint = Jeden ton: karta ważna. Dwa niskie: nieważna. Trzy krótkie: nie wiadomo.
check-vibration = Wibracja po sprawdzeniu
check-vibration-hint = Jeśli to urządzenie potrafi wibrować
check-number-title = Wpisz numer karty
check-number-detail = Gdy kodu nie da się zeskanować
check-number-offline = Bez internetu nie sprawdzimy numeru
check-number-offline-next = Zeskanuj kod z telefonu albo poproś o dokument ze zdjęciem i zdecyduj na miejscu.
check-number = Numer karty
check-number-hint = 12 cyfr, na przykład 1234 5678 9015
check-number-twelve = Numer karty ma 12 cyfr.
check-number-mistyped = Jedna z cyfr się nie zgadza. Porównaj numer z kartą.
check-digits = Sześć cyfr z telefonu
check-digits-hint = Są pod kodem karty i zmieniają się co 30 sekund
check-digits-six = Wpisz sześć cyfr, które telefon pokazuje teraz.
check-today = Dziś
check-today-sum = { $count ->
    [one] { $count } sprawdzenie
    [few] { $count } sprawdzenia
    [many] { $count } sprawdzeń
   *[other] { $count } sprawdzenia
}
check-today-valid = Ważne
check-today-invalid = Nieważne
check-today-unsure = Niepewne
check-today-groups = Kto korzystał
check-today-empty = Jeszcze nic dziś nie sprawdzono
check-today-note = Same liczby, bez nazwisk. Znikają o północy.
check-ask = Tryb pytania
check-ask-detail = Kasa samoobsługowa lub bramka
check-ask-what = Najpierw to urządzenie pokazuje kod z pytaniem. Telefon z kartą odpowiada tylko na nie, więc kopia kodu nic tu nie da.
check-ask-name = Nazwa tego miejsca
check-ask-name-hint = Zobaczy ją osoba z kartą, na przykład Basen Kapry, kasa 1
check-ask-name-wrong = Wpisz krótką nazwę: najwyżej { $count } znaki, a z polskimi literami trochę mniej.
check-ask-begin = Rozpocznij
check-ask-heading = Zeskanuj ten kod telefonem
check-ask-how = W aplikacji wybierz „Odpowiedz na pytanie urządzenia”, zeskanuj kod z ekranu i pokaż odpowiedź do aparatu.
check-ask-qr = Kod QR z pytaniem
check-ask-ring = Nowe pytanie co 15 sekund
check-ask-rename = Zmień nazwę
check-ask-end = Zakończ

### Zniżki
benefits-title = Zniżki
benefits-search = Szukaj zniżki lub miejsca
benefits-found = { $count ->
    [0] Brak wyników
    [one] { $count } zniżka
    [few] { $count } zniżki
    [many] { $count } zniżek
   *[other] { $count } zniżki
}
benefits-category = Rodzaj zniżki
benefits-none = Nie ma wyników dla „{ $words }”
benefits-clear = Wyczyść filtr
benefit-share = Udostępnij zniżkę
benefit-show-code = Pokaż kod
benefit-address = Adres
benefit-hours = Godziny
benefit-phone = Telefon
benefit-website = Strona
benefit-ended = Tej zniżki już nie ma
benefit-ended-next = Oferta się skończyła albo zmienił się jej adres. Zobacz inne zniżki.
category-sport = Sport
category-culture = Kultura
category-food = Jedzenie
category-health = Zdrowie
category-education = Nauka
category-shops = Sklepy
category-services = Usługi
category-transport = Transport
category-family = Dla rodzin

### settings

## Konto i ustawienia
settings-title = Konto i ustawienia
settings-to-do = Do zrobienia
settings-family = Rodzina
settings-family-row = Karty dzieci i bliskich, zaproszenia
settings-you = Twoje dane
settings-member = To konto należy do rodziny: tutaj zmienisz hasło i telefon. Adres e-mail zmienia osoba, która prowadzi rodzinę.
settings-security = Bezpieczeństwo
settings-rights = Zgody i prywatność
settings-back = Wróć do ustawień
settings-save = Zapisz
settings-saved = Zapisano
kept-offline = Teraz można tylko oglądać. Zmiany zrobisz, gdy wróci internet.
settings-password = Zmień hasło
settings-password-row = Zmień hasło do konta
settings-password-lead = Po zmianie wylogujemy wszystkie inne urządzenia i napiszemy o tym na Twój adres e-mail.
settings-password-old = Obecne hasło
settings-password-wrong = To nie jest obecne hasło. Sprawdź je i wpisz jeszcze raz.
settings-password-done = To urządzenie pozostaje zalogowane, wszystkie inne są wylogowane.
settings-email = Zmień adres e-mail
settings-email-lead = Wyślemy link na nowy adres. Do czasu potwierdzenia działa dotychczasowy, na który też napiszemy.
settings-email-now = Teraz: { $email }
settings-email-new = Nowy adres e-mail
settings-email-sent = Otwórz wiadomość i naciśnij link. Link działa 24 godziny. Do tego czasu logujesz się dotychczasowym adresem.
settings-email-confirm = Potwierdź nowy adres
settings-email-confirm-lead = Naciśnij przycisk, aby to konto używało od teraz nowego adresu e-mail.
settings-email-confirm-do = Potwierdź adres
settings-email-done = Adres zmieniony
settings-email-done-next = Od teraz loguj się nowym adresem. Wiadomości też przyjdą na niego.
settings-email-expired = Link mógł zostać użyty, zastąpiony nowszym albo minęły 24 godziny. Zmień adres jeszcze raz: wyślemy nowy link.
settings-phone = Telefon
settings-phone-hint = Zadzwonimy tylko wtedy, gdy trzeba będzie coś wyjaśnić. Puste pole usuwa numer
settings-phone-malformed = Sprawdź numer telefonu. Powinien mieć 9 cyfr albo kod kraju na początku

## Zgody
settings-consents = Zgody
settings-consents-row = Treść, historia, wycofanie
settings-consents-due = Potrzebne są Twoje zgody
settings-consents-due-why = Zmieniła się ich treść albo od teraz decydujesz o nich samodzielnie. Przeczytaj i zaznacz.
settings-consents-due-do = Przejdź do zgód
settings-consents-missing = Zaznacz wymagane zgody
settings-consents-none = To konto nie ma zgód
settings-consents-none-why = Konta osób niepełnoletnich i pracowników miasta nie potrzebują zgód. Po 18. urodzinach zapytamy o własne.
settings-consent-given = Wyrażona
settings-consent-not-given = Brak zgody
settings-consent-missing = Czeka na Twoją zgodę
settings-consent-since = od { $day }
settings-consent-give = Wyraź zgodę
settings-consent-withdraw = Wycofaj zgodę
settings-consent-required = Bez tej zgody konto nie może istnieć. Jej wycofanie to usunięcie konta:
settings-consent-history = Historia tej zgody
settings-consent-was-given = Wyrażona, wersja { $version }
settings-consent-was-withdrawn = Wycofana, wersja { $version }

## Kto może działać w Twoim imieniu
settings-ties = Kto może działać w Twoim imieniu
settings-ties-row = Rodziny, do których należysz
settings-ties-lead = Te osoby mają Cię w swojej rodzinie. Zgodę możesz w każdej chwili wycofać.
settings-ties-none = Nikt nie działa w Twoim imieniu
settings-ties-none-why = Jeśli ktoś zaprosi Cię do rodziny, zobaczysz to tutaj. Bez Twojej zgody nikt nie zobaczy Twojej karty.
settings-tie-acts = Może działać
settings-tie-acts-not = Nie może działać
settings-tie-acts-what = Ta osoba może składać wnioski za Ciebie i pokazywać Twoją kartę na swoim telefonie.
settings-tie-acts-not-what = Ta osoba nie widzi Twojej karty ani wniosków.
settings-tie-minor = Do 18. urodzin opiekun działa za Ciebie. Tego dnia jego dostęp skończy się sam.
settings-tie-since = W tej rodzinie od { $day }
settings-tie-give = Pozwól działać
settings-tie-give-title = Pozwolić działać w Twoim imieniu?
settings-tie-give-why = Ta osoba zobaczy Twoją kartę i będzie składać wnioski za Ciebie. Zgodę wycofasz w każdej chwili.
settings-tie-withdraw = Wycofaj zgodę na działanie
settings-tie-withdraw-title = Wycofać zgodę na działanie?
settings-tie-withdraw-why = Ta osoba od razu przestanie widzieć Twoje sprawy, a karta na jej urządzeniach przestanie działać.
settings-tie-leave = Opuść rodzinę
settings-tie-leave-title = Opuścić rodzinę?
settings-tie-leave-why = Konto i karta zostają Twoje. Ta osoba od razu straci dostęp, a wrócić można tylko z nowym zaproszeniem.

## Zalogowane urządzenia
sessions-title = Zalogowane urządzenia
sessions-row = Gdzie to konto jest zalogowane
sessions-lead = Nie poznajesz któregoś urządzenia? Wyloguj je i zmień hasło.
sessions-unnamed = Urządzenie bez nazwy
sessions-used = Ostatnio używane: { $when }
sessions-since = Zalogowane od { $day }
sessions-stop-others = Wyloguj wszystkie inne
sessions-stopped = Wylogowano
sessions-none = To konto jest zalogowane tylko tutaj
sessions-note = Wylogowanie nie wyłącza karty na tamtym urządzeniu. Kartę wyłączysz na stronie Urządzenia i bezpieczeństwo.

## Drugi krok logowania
second-title = Drugi krok logowania
second-row = Oprócz hasła kod z aplikacji
second-on = Włączony
second-off = Wyłączony
second-due = Najpierw włącz drugi krok logowania
second-due-why = To konto widzi dane mieszkańców, dlatego samo hasło nie wystarczy. Zajmie to około dwóch minut.
second-due-do = Włącz drugi krok
second-lead = Przy logowaniu, po haśle, podajesz sześć cyfr z aplikacji w telefonie. Ktoś, kto pozna hasło, bez telefonu nie wejdzie.
second-way-1 = Zainstaluj dowolną aplikację do kodów, na przykład FreeOTP, Aegis albo menedżer haseł
second-way-2 = Zeskanuj nią kod QR, który pokażemy
second-way-3 = Wpisz sześć cyfr z aplikacji i zachowaj kody zapasowe
second-begin = Zaczynamy
second-begin-why = Najpierw potwierdź, że to Ty.
second-begin-do = Pokaż kod QR
second-scan = Zeskanuj kod w aplikacji
second-scan-how = W aplikacji do kodów wybierz dodanie konta i skieruj aparat na ten obraz.
second-qr = Kod QR dla aplikacji do kodów
second-type = Nie mogę zeskanować
second-type-how = Wpisz w aplikacji ten klucz. Spacje nie mają znaczenia. Rodzaj: na podstawie czasu.
second-prove = Sprawdź, czy działa
second-code = Kod z aplikacji
second-code-hint = Sześć cyfr, zmieniają się co 30 sekund
second-code-missing = Wpisz kod z aplikacji albo kod zapasowy
second-turn-on = Włącz drugi krok
second-is-on = Drugi krok logowania jest włączony
second-is-off = Drugi krok logowania jest wyłączony
second-standing = Jak jest teraz
second-codes = Kody zapasowe
second-codes-why = Każdy działa raz, zamiast kodu z aplikacji. Przydadzą się, gdy telefonu zabraknie. Zapisz je teraz: drugi raz ich nie pokażemy.
second-codes-copy = Kopiuj
second-codes-copied = Kody skopiowane. Wklej je w bezpieczne miejsce.
second-codes-not-copied = Nie udało się skopiować. Pobierz plik albo przepisz kody.
second-codes-save = Pobierz jako plik
second-codes-print = Drukuj
second-codes-kept = Kody zapisane
second-codes-keep-first = Zapisz kody i zaznacz to pole. Bez nich utrata telefonu zamknie konto.
second-codes-left = { $n ->
    [one] Został { $n } kod
    [few] Zostały { $n } kody
    [many] Zostało { $n } kodów
   *[other] Zostało { $n } kodu
}
second-codes-few = Kody zapasowe się kończą. Zrób nowe i zapisz je poza telefonem.
second-codes-new = Nowe kody zapasowe
second-codes-new-do = Zrób nowe kody
second-codes-new-why = Wszystkie dotychczasowe kody zapasowe przestaną działać.
second-done = Gotowe
second-turn-off = Wyłącz drugi krok
second-off-question = Wyłączyć drugi krok logowania?
second-off-why = Do zalogowania wystarczy samo hasło, a kody zapasowe przestaną działać.
second-staff = Konto, które widzi dane innych osób, zawsze ma drugi krok. Nie można go wyłączyć.
second-sign-in = Jeszcze kod
second-sign-in-lead = Hasło się zgadza. Otwórz aplikację do kodów i przepisz sześć cyfr.
second-no-phone = Nie mam telefonu pod ręką
second-no-phone-how = Wpisz w tym samym polu jeden z kodów zapasowych. Każdy działa raz. Jeśli nie masz także ich, zadzwoń do urzędu.

## Dane i prywatność
privacy-title = Dane i prywatność
privacy-row = Pobranie danych, kto oglądał Twoją sprawę, usunięcie konta
privacy-archive = Twoje dane w jednym pliku
privacy-archive-lead = Wszystko, co mamy o Tobie: konto, wnioski, karta, zgody i przesłane pliki. Otworzysz to w przeglądarce.
privacy-archive-get = Pobierz dane (ZIP)
privacy-archive-make = Przygotuj plik
privacy-looks = Kto oglądał Twoją sprawę
privacy-looks-lead = Każde otwarcie wniosku, zdjęcia, dokumentu i karty przez urząd.
privacy-looks-none = Urząd nie otwierał jeszcze Twojej sprawy
privacy-look-case = Urząd otworzył wniosek
privacy-look-photo = Urząd obejrzał zdjęcie
privacy-look-document = Urząd obejrzał dokument
privacy-look-case-changed = Urząd pracował nad wnioskiem
privacy-look-card = Urząd sprawdził kartę
privacy-look-card-changed = Urząd zmienił stan karty
privacy-erase = Usuń konto
privacy-erase-lead = Zanim cokolwiek zniknie, pokażemy dokładnie, co usuniemy i co musi zostać.
privacy-erase-staff = To konto pracuje dla miasta. Usuwa je administrator.
privacy-erase-see = Zobacz, co zniknie
privacy-erase-what = Usuwamy od razu i na zawsze: konto, dane, zdjęcia, dokumenty i karty osób z listy.
privacy-erase-whom = Kogo to dotyczy
privacy-fate-erased = Usuwamy wszystko, karta przestaje działać
privacy-fate-stays = Zostaje: ma inne konto lub opiekuna. Kończy się tylko Twój dostęp
privacy-stays = Co musi zostać
privacy-stay-decision = Numer wniosku i decyzja
privacy-stay-revocation = Unieważnienie kodów karty
privacy-stay-audit = Dziennik zdarzeń, same numery
privacy-stays-until = do { $day }
privacy-stays-why = Tego wymaga prawo. Zostaje bez nazwiska, adresu, zdjęcia i plików.
privacy-erase-sure = Potwierdź hasłem
privacy-erase-warning = Tego nie da się cofnąć. Nową kartę trzeba będzie wyrobić od początku.
privacy-erase-do = Usuń konto
privacy-erase-question = Usunąć konto na zawsze?
privacy-erase-for-good = Usuń na zawsze
privacy-erased = Konto usunięte
privacy-erased-what = Dane zniknęły z serwera i z tego urządzenia. Na Twój adres wysłaliśmy ostatnią wiadomość z potwierdzeniem.
### end of settings

# Passkeys
passkey-title = Klucze dostępu
passkey-row = Logowanie odciskiem palca, twarzą albo kodem urządzenia
passkey-lead = Klucz dostępu zastępuje hasło i drugi krok. Nie da się go podejrzeć ani wyłudzić: działa tylko na tej stronie.
passkey-none = Nie ma jeszcze klucza
passkey-not-here = To urządzenie albo ten adres strony nie obsługuje kluczy dostępu. Hasło działa jak dotąd.
passkey-add-title = Dodaj klucz
passkey-add = Dodaj klucz na tym urządzeniu
passkey-add-how = Podaj hasło, a urządzenie poprosi o odcisk palca, twarz albo swój kod.
passkey-added = Klucz dodany
passkey-removed = Klucz usunięty
passkey-unanswered = Urządzenie nie podało klucza. Możesz spróbować jeszcze raz.
passkey-unused = Jeszcze nieużywany
passkey-since = Dodany { $day }
passkey-remove = Usuń klucz
passkey-sign-in = Zaloguj się kluczem
passkey-sign-in-none = Nie udało się użyć klucza. Spróbuj jeszcze raz albo zaloguj się hasłem.

### family
family-title = Rodzina
family-lead = Każda z tych osób ma osobną kartę. Tu widać, co z nią zrobić.
family-none = Dodaj dziecko lub bliską osobę
family-none-why = Kartę dziecka pokażesz w tej aplikacji jednym dotknięciem.
family-add = Dodaj konto
family-add-lead = Karta każdej osoby jest osobna. Wniosek o nią złożysz w następnym kroku.
family-add-do = Dodaj konto
family-added = Konto dodane
family-who = Kogo można dodać
family-who-child = Dziecko do 18 lat: wystarczą imię, nazwisko i data urodzenia. Jego sprawy załatwia opiekun.
family-who-adult = Osobę pełnoletnią: na jej adres e-mail przyjdzie zaproszenie. Sama zdecyduje, czy ktoś może działać w jej imieniu.
family-who-private = Dodana osoba po zalogowaniu widzi tylko swoją kartę, swoje wnioski i zniżki.
family-offline = Bez internetu można tylko oglądać. Zmiany wrócą razem z siecią.
family-described = { $relationship }, { $years ->
    [one] { $years } rok
    [few] { $years } lata
    [many] { $years } lat
   *[other] { $years } roku
}
family-for = { $what }: { $name }
family-kin-spouse = Mąż lub żona
family-kin-partner = Partner lub partnerka
family-kin-child = Dziecko
family-kin-stepchild = Pasierb lub pasierbica
family-kin-foster-child = Dziecko w pieczy zastępczej
family-kin-ward = Osoba pod opieką prawną
family-kin-parent = Rodzic
family-kin-sibling = Brat lub siostra
family-kin-grandparent = Babcia lub dziadek
family-kin-grandchild = Wnuk lub wnuczka
family-kin-other = Inna bliska osoba

## Stan karty lub konta, w słowie
family-card-nothing = Bez karty
family-card-waiting = Wniosek w urzędzie
family-card-to-correct = Do poprawy
family-card-valid = Karta ważna
family-card-ending = Karta się kończy
family-card-scheduled = Karta przyznana
family-card-ended = Karta wygasła
family-card-blocked = Karta zablokowana
family-card-revoked = Karta unieważniona
family-is-invited = Zaproszenie wysłane
family-is-expired = Zaproszenie wygasło
family-is-declined = Zaproszenie odrzucone
family-is-of-age = Skończone 18 lat
family-is-own-account = Własne konto

## Co dalej
family-next-apply = Nie ma jeszcze wniosku o kartę. Złóż go teraz.
family-next-waiting = Wniosek jest w urzędzie. Nic nie trzeba robić.
family-next-mend = Urząd prosi o poprawkę. Popraw wniosek.
family-next-valid = Ważna do { $date }
family-next-ending = Ważna tylko do { $date } Złóż wniosek o nową.
family-next-scheduled = Będzie ważna od { $date }
family-next-ended = Ważna była do { $date } Złóż wniosek o nową.
family-next-blocked = Kod tej karty nie działa. Zobacz, jak ją odblokować.
family-next-revoked = Ta karta już nie działa. Złóż wniosek o nową.
family-next-own-account = Ta osoba prowadzi swoje sprawy na własnym koncie.
family-next-invited = Czekamy na odpowiedź do { $date }
family-next-resend = Link z zaproszenia już nie działa. Wyślij je jeszcze raz.
family-next-declined = Odpowiedź brzmi: nie. Po uzgodnieniu można wysłać zaproszenie jeszcze raz.
family-next-of-age-email = Skończone 18 lat: podaj adres e-mail do { $date } Na własne konto tej osoby przejdzie karta.
family-next-of-age-resend = Skończone 18 lat: wyślij zaproszenie do { $date } Na własne konto tej osoby przejdzie karta.
family-next-soon-email = Za { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} kończy 18 lat: podaj adres e-mail.
family-next-soon-resend = Za { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} kończy 18 lat: wyślij zaproszenie do własnego konta.
family-next-soon-invited = Za { $days ->
    [one] { $days } dzień
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} kończy 18 lat. Zaproszenie do własnego konta czeka na odpowiedź.
family-do-apply = Złóż wniosek
family-do-mend = Popraw wniosek
family-do-follow = Zobacz wniosek
family-do-show = Pokaż kartę
family-do-unblock = Zobacz kartę
family-do-resend = Wyślij zaproszenie jeszcze raz
family-do-email = Podaj adres e-mail
family-do-address = Zmień adres
family-resent = Zaproszenie wysłane
family-not-shown = Tej osoby nie można teraz pokazać. Odśwież listę i spróbuj ponownie.

## Formularz osoby
family-given-missing = Wpisz imię
family-surname-missing = Wpisz nazwisko
family-born-hint = Na przykład 31 3 2015. Miesiąc może być słowem
family-relationship = Typ pokrewieństwa
family-relationship-hint = Kim jest dla Ciebie ta osoba
family-relationship-missing = Wybierz typ pokrewieństwa
family-email-hint = Wymagany dla osób, które mają 18 lat
family-email-hint-adult = Wymagany od 18 lat. Na ten adres przyjdzie zaproszenie z linkiem do ustawienia hasła
family-email-hint-minor = Z adresem dziecko może się samo logować i pokazywać kartę w swoim telefonie. Na adres przyjdzie link do ustawienia hasła
family-email-needed = Podaj adres e-mail: od 18 lat jest wymagany
family-confirmed = Potwierdzone przez urząd
family-confirmed-why = Imię, nazwisko i datę urodzenia potwierdził urząd. Zmieni je tylko nowy wniosek.
family-edit = Zmień dane osoby
family-edit-address = Na nowy adres wyślemy zaproszenie. Poprzedni link przestanie działać.
family-save = Zapisz
family-saved = Zapisano

## Osoba
family-one = Osoba z rodziny
family-gone = Nie ma tej osoby w rodzinie
family-gone-why = Mogła zostać usunięta albo odejść sama.
family-data = Dane
family-invitation = Zaproszenie do konta
family-invited = Link działa do { $date }. Po ustawieniu hasła ta osoba zobaczy swoją kartę, wnioski i zniżki.
family-invitation-expired = Link działał 7 dni i wygasł. Wyślij zaproszenie jeszcze raz albo podaj inny adres.
family-invitation-declined = Zaproszenie nie zostało przyjęte. Po uzgodnieniu można wysłać je jeszcze raz.
family-invitation-of-age = Ta osoba jest pełnoletnia i nie ma jeszcze konta. Zaproszenie można wysłać do { $date } Karta przejdzie na jej konto bez nowego wniosku.
family-consent = Zgoda na działanie w jej imieniu
family-consent-yes = Jest
family-consent-no = Nie ma
family-consent-yes-text = Możesz pokazywać jej kartę i składać za nią wnioski. Ta osoba może cofnąć zgodę w każdej chwili w swoich ustawieniach. Ty możesz usunąć ją z rodziny.
family-consent-no-text = Karta i wnioski tej osoby są tylko na jej koncie. Zgodę może dać w swoich ustawieniach, na stronie „Kto może działać w Twoim imieniu”.
family-guardian = Drugi opiekun
family-guardian-nobody = Drugi rodzic lub opiekun może też pokazywać kartę dziecka i składać wnioski, na swoim koncie.
family-guardian-invited = Zaproszenie dla drugiego opiekuna działa do { $date }
family-guardian-linked = Dziecko ma drugiego opiekuna. Opiekunowie nie widzą swoich danych.
family-guardian-add = Dodaj drugiego opiekuna
family-guardian-again = Wyślij nowe zaproszenie
family-guardian-closed = To dziecko ma już drugiego opiekuna albo nie można go teraz dodać.
family-guardian-lead = Podaj adres e-mail drugiego rodzica lub opiekuna. Zaproszenie działa 7 dni.
family-guardian-way-mail = Na ten adres przyjdzie link. Trzeba się zalogować na konto z tym adresem albo je założyć.
family-guardian-way-both = Oboje opiekunów pokazuje kartę dziecka, składa za nie wnioski i może ją zablokować.
family-guardian-way-private = Opiekunowie nie widzą swoich danych: adresów, dokumentów, urządzeń ani innych osób z rodziny.
family-guardian-email = Adres e-mail drugiego opiekuna
family-guardian-do = Wyślij zaproszenie
family-eighteen = Osiemnaste urodziny: { $date }
family-eighteen-what = Od północy tego dnia sprawy prowadzi sama ta osoba. Twój dostęp się kończy, a karta zostaje ważna.
family-eighteen-email = Podaj adres e-mail tej osoby: teraz albo najpóźniej 60 dni po urodzinach.
family-eighteen-password = Na ten adres przyjdzie link. Ta osoba ustawi hasło i sama zdecyduje o zgodach.
family-eighteen-account = Konto już jest. Po urodzinach poprosimy na nim o własne zgody tej osoby.
family-eighteen-card = Karta przejdzie na jej konto bez nowego wniosku.
family-eighteen-notice = Przypomnimy mailem 60 dni i 7 dni przed tym dniem.
family-remove = Usuń z rodziny
family-remove-title = Usunąć z rodziny: { $name }?
family-remove-nothing = Nie ma karty ani wniosku w urzędzie. Wpisane dane zostaną usunięte.
family-remove-stays = Karta zostaje: ta osoba ma własne konto albo innego opiekuna. Na Twoich urządzeniach karta przestanie działać.
family-remove-ends = Karta zostanie unieważniona, a otwarte wnioski wycofane, bo nikt inny nie działa za tę osobę. Tego nie można cofnąć.
family-removed = Osoba usunięta z rodziny

### invite
invite-title = Zaproszenie
invite-until = Zaproszenie działa do { $date }.
invite-new-title = Ustaw hasło do konta
invite-new-lead = Zaproszenie wysyła { $from }. Na koncie będzie karta osoby: { $name }. Nikt inny z rodziny nie zobaczy go bez Twojej zgody.
invite-new-lead-minor = Zaproszenie wysyła { $from }. Na koncie będzie karta osoby: { $name }. Wystarczy hasło, resztą zajmuje się opiekun.
invite-new-year = Rok urodzenia w zaproszeniu: { $year }. Jeśli się nie zgadza, odrzuć zaproszenie: konto osoby niepełnoletniej ma mniej praw.
invite-new-do = Załóż konto
invite-created = Konto działa
invite-created-next = Zaloguj się adresem, na który przyszło zaproszenie.
invite-join-title = Zaproszenie do rodziny
invite-join-lead = Zaproszenie wysyła { $from }. Dotyczy osoby: { $name }. Twoje konto i karta zostają Twoje.
invite-join-do = Dołącz do rodziny: { $from }
invite-joined = Jesteś w rodzinie
invite-joined-next = Zgodę i udział w rodzinie zmienisz w ustawieniach, na stronie „Kto może działać w Twoim imieniu”.
invite-consent-title = Czy ktoś ma działać w Twoim imieniu?
invite-consent-what = To nie jest konieczne. Bez zgody nikt z rodziny nie widzi Twojej karty ani wniosków.
invite-consent = Zgoda: { $from } może widzieć i pokazywać moją kartę oraz składać za mnie wnioski
invite-consent-hint = Można ją cofnąć w każdej chwili, od razu i bez podania powodu
invite-guardian-title = Zaproszenie dla opiekuna
invite-guardian-lead = Zaproszenie wysyła { $from }. Dotyczy dziecka: { $name }.
invite-guardian-both = Na swoim koncie zobaczysz kartę dziecka, możesz ją pokazać, zablokować i złożyć wniosek.
invite-guardian-private = Drugi opiekun nie zobaczy Twoich danych, a Ty nie zobaczysz jego danych.
invite-guardian-end = Każdy opiekun może zakończyć tylko swój udział, w zakładce „Rodzina”.
invite-guardian-do = Zostań opiekunem
invite-guardian-done = Dziecko jest w Twojej rodzinie
invite-guardian-done-next = Jego kartę pokażesz w tej aplikacji.
invite-as = Zalogowana osoba: { $name }, { $email }
invite-sign-in = Najpierw zaloguj się
invite-sign-in-join = Użyj konta z adresem, na który przyszło zaproszenie. Po zalogowaniu wrócisz na tę stronę.
invite-sign-in-guardian = Użyj konta z adresem, na który przyszło zaproszenie. Jeśli go nie ma, załóż je tym adresem.
invite-have-account = Mam już konto
invite-register-note = Po założeniu konta otwórz link z zaproszenia jeszcze raz.
invite-other-account = Wyloguj i użyj innego konta
invite-decline = Odrzuć zaproszenie
invite-decline-title = Odrzucić zaproszenie?
invite-decline-why = Link przestanie działać. Osoba, która zaprasza, zobaczy, że odpowiedź brzmi: nie.
invite-declined = Zaproszenie odrzucone
invite-declined-next = Nic więcej nie trzeba robić. Link już nie działa.
invite-expired-next = Link działa 7 dni i tylko raz. Jeśli konto już jest, zaloguj się. Jeśli nie, poproś o nowe zaproszenie.
invite-no-link = Otwórz link z wiadomości
invite-no-link-next = Ta strona działa tylko z linkiem z maila. Otwórz wiadomość z zaproszeniem i naciśnij link jeszcze raz.
### end of family

### people and switch
switch-menu = Osoby
switch-why = Czyją kartę, wnioski i zniżki pokazać?
switch-strip = Oglądana osoba
switch-shown = Oglądasz kartę: { $name }
switch-back = Wróć do swojej
people-cards = Karty Twojej rodziny
people-card = Karta: { $name }
people-heading = Wniosek dla: { $name }
people-heading-page = Wniosek dla: { $name } – { $heading }
people-heading-of = { $heading }: { $name }
people-family = Rodzina
people-family-text = Dane, zaproszenia i opiekunowie
people-add = Dodaj osobę
people-add-text = Dziecko albo ktoś bliski
people-show = Pokaż kod
people-see = Zobacz kartę
people-applications = Wnioski
people-turns = Pokaż wszystkie po kolei
people-turns-place = { $n } z { $all }
people-turns-next = Następna osoba
people-turns-back = Poprzednia osoba
people-turns-end = Zakończ
people-turns-none = Na tym urządzeniu nie ma jeszcze żadnego kodu
people-turns-none-next = Połącz się z internetem i zaloguj: karty rodziny pobiorą się same.
people-offline = Bez internetu. Zapisane kody działają.
people-signed-out = Zapisane karty nadal tu działają. Zaloguj się, żeby je odświeżyć.
people-looking = Szukamy karty…
people-blocked = Karta zablokowana
people-revoked = Karta unieważniona
people-stopped = Wyłączona na tym urządzeniu
people-too-many = Karta jest już na zbyt wielu urządzeniach
people-damaged = Nie udało się odczytać karty
people-not-here = Nie ma karty na tym urządzeniu
people-no-card = Brak karty
people-application = Wniosek: { $state }
people-none = { $name }: nie ma jeszcze karty
people-none-next = Złóż wniosek w imieniu tej osoby. Gdy urząd przyzna kartę, pojawi się ona tutaj sama.
people-guardian-applies = Wniosek o kartę składa Twój opiekun ze swojego konta. Gdy urząd przyzna kartę, zobaczysz ją tutaj.
people-guardian-undoes = Blokadę może cofnąć Twój opiekun ze swojego konta do { $date }
people-guardian-prints = Kartę na papierze drukuje Twój opiekun ze swojego konta
people-turn-draft = Ktoś zaczął ten wniosek na innym koncie i jeszcze go nie wysłał.
people-turn-correction = Urząd czeka na uzupełnienie od osoby, która wysłała ten wniosek.
people-not-mine = Ten wniosek jest z innego konta
people-not-mine-why = Tutaj widać, na jakim jest etapie. Odpowiedzi i załączniki widzi tylko osoba, która go wypełnia.
people-whom-others = Wniosek dla kogoś innego? Najpierw wybierz tę osobę w menu z imionami albo dodaj ją na stronie:
people-consents = Potrzebujemy Twoich zgód
people-consents-why = Przeczytaj je i zdecyduj. Karta działa także wcześniej.
people-consents-do = Przejdź do zgód
people-other-devices = Oprócz tego { $n ->
    [one] { $n } urządzenie innych osób, które mogą pokazywać tę kartę.
    [few] { $n } urządzenia innych osób, które mogą pokazywać tę kartę.
   *[other] { $n } urządzeń innych osób, które mogą pokazywać tę kartę.
}
### end of people

# Co czeka na sieć
outbox-send-later = Wyślij, gdy wróci internet
outbox-waiting = Wniosek czeka na internet
outbox-waiting-why = Nie jest jeszcze wysłany. Jest bezpieczny na tym urządzeniu i wyślemy go sami, gdy wróci internet i aplikacja będzie otwarta.
outbox-cancel = Nie wysyłaj
outbox-sent = Wniosek wysłany
outbox-overtaken-why = Tutaj i w urzędzie są różne odpowiedzi, więc nic nie zostało wysłane. Sprawdź je i wyślij jeszcze raz.
outbox-incomplete = We wniosku czegoś brakuje
outbox-incomplete-why = Urząd nie mógł go przyjąć. Uzupełnij odpowiedzi i wyślij jeszcze raz.
outbox-signed-out = Wniosek czeka na zalogowanie
outbox-signed-out-why = Sesja wygasła. Po zalogowaniu wyślemy go sami.
outbox-refused = Urząd nie przyjął wniosku
outbox-refused-why = Nic nie przepadło. Spróbuj ponownie albo zadzwoń do urzędu.
outbox-block-later = Zablokuj, gdy wróci internet
outbox-block-waiting = Blokada czeka na internet
outbox-block-why = Karta nie jest jeszcze zablokowana. Zablokujemy ją, gdy wróci internet i aplikacja będzie otwarta. Szybciej będzie zadzwonić.
outbox-block-cancel = Nie blokuj

## Kiosk w urzędzie

kiosk-keyboard = Klawiatura
kiosk-key-back = Usuń ostatni znak
kiosk-restart = Zacznij od nowa
kiosk-larger = Większe litery
kiosk-contrast = Wysoki kontrast
kiosk-help = Potrzebuję pomocy
kiosk-help-title = Poproś o pomoc
kiosk-help-text = Pracownik przy okienku zrobi to razem z Tobą.
kiosk-close = Zamknij
kiosk-staff = Menu obsługi
kiosk-idle-title = Czy nadal tu jesteś?
kiosk-idle-text = Za { $seconds } s wyczyścimy ekran, żeby nikt nie zobaczył Twoich danych.
kiosk-idle-more = Potrzebuję więcej czasu
kiosk-start = Co chcesz zrobić?
kiosk-check = Sprawdź kartę
kiosk-check-detail = Czy jest ważna i do kiedy
kiosk-renew = Przedłuż kartę
kiosk-renew-detail = Potrzebna karta i dostęp do e-maila
kiosk-apply = Złóż wniosek
kiosk-apply-detail = Zacznij tutaj, dokończ na telefonie
kiosk-pickup = Odbierz kartę
kiosk-pickup-detail = Kod odbioru jest w e-mailu
kiosk-benefits = Znajdź zniżkę
kiosk-benefits-detail = Co daje karta i gdzie
kiosk-out = Część usług teraz nie działa
kiosk-out-desk = Zapraszamy do okienka. Kartę i zniżki sprawdzisz tutaj jak zwykle.
kiosk-check-scan = Przyłóż kod z telefonu albo wydruku
kiosk-check-how = Przyłóż kod z karty do czytnika. Odpowiedź pojawi się od razu.
kiosk-check-valid = Karta jest ważna
kiosk-check-invalid = Karta nie jest ważna
kiosk-check-unsure = Nie da się tego sprawdzić
kiosk-check-compare = Karta na papierze: potrzebny dokument ze zdjęciem
kiosk-check-next = Sprawdź następną kartę
kiosk-done = Gotowe
kiosk-next = Dalej
kiosk-back = Wstecz
kiosk-phone = Dokończ na swoim telefonie
kiosk-phone-camera = Otwórz aparat w telefonie.
kiosk-phone-open = Skieruj go na kod obok i dotknij adresu, który się pojawi.
kiosk-phone-finish = Dokończ i wyślij wniosek na telefonie.
kiosk-phone-until = Kod działa raz, do godziny { $time }.
kiosk-phone-done = Mam to na telefonie
kiosk-phone-code = Kod, który otwiera wniosek na telefonie
kiosk-thanks = Dziękujemy
kiosk-thanks-gone = Twoje dane znikają z tego ekranu.
kiosk-thanks-start = Wróć na początek
kiosk-renew-not-fresh = To nie jest aktualny kod karty. Pokaż kod z telefonu jeszcze raz albo wpisz numer karty.
kiosk-renew-no-card = Tej karty nie można teraz przedłużyć w kiosku: nie znamy jej albo jest zablokowana. Pomoże pracownik przy okienku.
kiosk-code-wrong = Kod jest inny niż w e-mailu. Sprawdź i wpisz go jeszcze raz.
kiosk-code-too-many = Za dużo prób. Zacznij od nowa albo poproś o pomoc przy okienku.
kiosk-code-late = Ten kod już nie działa. Pokaż kartę jeszcze raz, wyślemy nowy.
kiosk-renew-guardian = Kartę dziecka przedłuża rodzic albo opiekun ze swojego konta.
kiosk-renew-card = Pokaż swoją kartę
kiosk-renew-scan = Przyłóż kod z telefonu albo wydruku
kiosk-renew-number = Albo wpisz numer karty
kiosk-renew-number-hint = 12 cyfr, są pod imieniem i nazwiskiem
kiosk-code = Wpisz kod z e-maila
kiosk-code-sent = Kod wysłaliśmy na adres { $to }.
kiosk-code-sent-blind = Jeśli karta ma konto, kod jest już w skrzynce jej właściciela.
kiosk-code-life = Kod działa 10 minut.
kiosk-code-box = Kod (6 cyfr)
kiosk-code-malformed = Kod ma 6 cyfr.
kiosk-code-again = Pokaż kartę jeszcze raz
kiosk-renew-hello = Dzień dobry, { $name }
kiosk-renew-valid = Karta ważna do { $date }
kiosk-renew-early = Od { $date } można ją przedłużyć.
kiosk-renew-open = Wniosek o przedłużenie jest już w urzędzie
kiosk-renew-open-next = Decyzję wyślemy e-mailem. Karta działa, dopóki urząd sprawdza wniosek.
kiosk-renew-changed = Czy coś się zmieniło?
kiosk-renew-until = Karta ważna do
kiosk-renew-ground = Podstawa
kiosk-renew-address = Adres
kiosk-renew-document = Do przedłużenia potrzebny jest nowy dokument. Zdjęcie dokumentu zrobisz na telefonie.
kiosk-renew-same = Nic się nie zmieniło
kiosk-renew-other = Coś się zmieniło
kiosk-consents = Przeczytaj i zaznacz
kiosk-consents-missing = Zaznacz wszystkie wymagane zgody.
kiosk-renew-send = Wyślij wniosek
kiosk-renew-sent = Wniosek wysłany
kiosk-renew-sent-by = Potwierdzenie jest w e-mailu. Do { $date } urząd odpowie.
kiosk-apply-ground = Co łączy Cię z miastem?
kiosk-apply-carrier = Jaka karta?
kiosk-apply-virtual = W telefonie
kiosk-apply-virtual-detail = Od razu po decyzji
kiosk-apply-physical = Plastikowa
kiosk-apply-physical-detail = Do odbioru w wybranym miejscu, ta w telefonie też działa
kiosk-apply-point = Gdzie odebrać kartę?
kiosk-apply-document = Przygotuj dokument
kiosk-apply-photo = Przygotuj zdjęcie
kiosk-apply-photo-how = Twarz na wprost, jasne tło. Zrobisz je telefonem.
kiosk-apply-until = Karta byłaby ważna do
kiosk-pickup-voucher = Pokaż kod odbioru
kiosk-pickup-scan = Przyłóż kod odbioru z e-maila
kiosk-pickup-box = Albo wpisz kod odbioru
kiosk-pickup-hint = 10 znaków, na przykład 7K2MQ-X9D4T
kiosk-pickup-malformed = Kod odbioru ma 10 liter i cyfr.
kiosk-pickup-unknown = Nie znamy takiego kodu albo karta już nie czeka. Sprawdź kod w e-mailu.
kiosk-pickup-in-hand = Czy masz kartę w ręku?
kiosk-pickup-number = Numer karty
kiosk-pickup-point = Punkt odbioru
kiosk-pickup-desk = Kartę wydaje pracownik punktu. Potwierdź dopiero, gdy ją masz.
kiosk-pickup-confirm = Mam kartę, potwierdzam odbiór
kiosk-pickup-not-yet = Jeszcze nie mam
kiosk-pickup-done = Karta odebrana
kiosk-pickup-letter = Potwierdzenie wysłaliśmy e-mailem.
kiosk-benefit-phone = Weź tę stronę na telefon: skieruj aparat na kod.
kiosk-benefit-code = Kod ze stroną tej zniżki
kiosk-pin = PIN obsługi
kiosk-pin-new = Wybierz PIN obsługi
kiosk-pin-box = PIN
kiosk-pin-hint = Od 4 do 8 cyfr. Będzie potrzebny przy każdym wejściu do tego menu.
kiosk-pin-malformed = PIN ma od 4 do 8 cyfr, nie wszystkie takie same.
kiosk-pin-wrong = To nie ten PIN.
kiosk-pin-shut = Za dużo prób. Spróbuj o { $time }.
kiosk-staff-serving = Kiosk działa i jest połączony z urzędem.
kiosk-staff-waiting = Kiosk łączy się z serwerem.
kiosk-staff-unpaired = Kiosk nie jest połączony z urzędem. Wpisz kod od administratora.
kiosk-staff-unreachable = Serwer nie odpowiada. Kiosk próbuje co 20 sekund.
kiosk-staff-place = Miejsce
kiosk-staff-network = Sieć
kiosk-staff-online = jest
kiosk-staff-offline = brak
kiosk-staff-server = Serwer
kiosk-staff-again = Połącz jeszcze raz
kiosk-staff-close = Zamknij kiosk
kiosk-pair = Połącz z urzędem
kiosk-pair-box = Kod od administratora
kiosk-pair-hint = Wypisuje go polecenie „karta-server kiosk add”
kiosk-pair-do = Połącz
kiosk-pair-wrong = Ten kod nie działa: jest inny, użyty albo starszy niż doba.

handover = Dokończ wniosek
handover-over = Ten kod już nie działa
handover-over-next = Działa raz i przez kwadrans. Wniosek możesz zacząć tutaj od początku.
handover-lead = To wybrano w kiosku. Resztę wypełnisz tutaj, ze zdjęciem i dokumentem z telefonu.
handover-account = Wniosek składasz ze swojego konta. To, co wybrano w kiosku, poczeka na tym telefonie.
handover-register = Załóż konto
handover-begin = Zacznij wniosek

abilities = Co potrafi to urządzenie
ability-there = tak
ability-camera = Aparat
ability-files = Wybór plików
ability-photos = Wybór zdjęć
ability-brightness = Jaśniejszy ekran przy kodzie
ability-wake-lock = Ekran nie gaśnie przy kodzie
ability-haptics = Wibracje
ability-sound = Dźwięki
ability-share = Udostępnianie
ability-secure-store = Klucz karty chroniony na urządzeniu
ability-capture-guard = Kod ukryty na zrzutach ekranu
ability-deep-links = Linki otwierają aplikację
ability-language = Język urządzenia
ability-dark-mode = Ciemny motyw
ability-text-size = Wielkość liter z ustawień
ability-printing = Drukowanie
ability-clipboard = Kopiowanie
lack-browser = nie: przeglądarka na to nie pozwala
lack-system = nie: ustawia to system
lack-refused = nie teraz: urządzenie odmówiło
lack-not-built = jeszcze nie w tej aplikacji
