### Listy wysyłane przez serwer. Wiadomość „x” to para: x-subject i x-text.

## Skrzynka w wersji demonstracyjnej

mailbox-title = Skrzynka demonstracyjna
mailbox-note = Te wiadomości nigdzie nie wychodzą: w prawdziwym systemie trafiłyby na podane adresy.
mailbox-empty = Nie ma jeszcze żadnej wiadomości.
mailbox-all = Wszystkie wiadomości
mailbox-codes = Kody drugiego kroku
mailbox-codes-note = Urząd loguje się hasłem i kodem. W prawdziwym systemie kod pokazuje aplikacja na telefonie; pod adresem jest klucz dla takiej aplikacji. Kod działa raz: po użyciu odśwież stronę.
mailbox-code-wait = za chwilę

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

    hasło do Twojego konta w systemie { $card } zostało zmienione. Wszystkie inne urządzenia są wylogowane.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

## Ustawienia konta

email-change-subject = Potwierdź nowy adres e-mail – { $card }
email-change-text =
    Dzień dobry,

    ten adres ma zastąpić dotychczasowy adres konta w systemie { $card }. Aby go potwierdzić, otwórz link:

    { $link }

    Link działa 24 godziny i tylko raz. Do tego czasu konto ma dotychczasowy adres.

    Jeśli to nie Twoja prośba, nie rób nic. Bez potwierdzenia nic się nie zmieni.

    { $office }

email-change-known-subject = Ten adres ma już konto – { $card }
email-change-known-text =
    Dzień dobry,

    ktoś chce używać tego adresu na innym koncie w systemie { $card }. Adres należy do Twojego konta, więc nic się nie zmieniło.

    Jeśli to Ty, zaloguj się na to konto. Nie pamiętasz hasła? Ustaw nowe: { $link }

    Jeśli to nie Ty, nie rób nic.

    { $office }

email-change-notice-subject = Prośba o zmianę adresu e-mail – { $card }
email-change-notice-text =
    Dzień dobry,

    na Twoim koncie w systemie { $card } ktoś podał hasło i poprosił o zmianę adresu e-mail. Nowy adres zacznie działać, gdy zostanie potwierdzony linkiem z wiadomości, którą tam wysłaliśmy.

    Jeśli to Ty, nie rób nic z tą wiadomością.

    Jeśli to nie Ty, ktoś zna Twoje hasło. Od razu ustaw nowe: { $link }

    { $office }

email-changed-subject = Adres e-mail konta został zmieniony – { $card }
email-changed-text =
    Dzień dobry,

    konto w systemie { $card } ma od teraz inny adres e-mail. Na ten adres nie przyjdzie już żadna wiadomość, a hasła nie da się z niego odzyskać.

    Jeśli to nie Ty, od razu zadzwoń do urzędu: { $phone }. Urząd zablokuje konto i wyjaśni, co się stało.

    { $office }

second-step-on-subject = Drugi krok logowania jest włączony – { $card }
second-step-on-text =
    Dzień dobry,

    od teraz do zalogowania się w systemie { $card } potrzebne jest hasło i kod z aplikacji. Wszystkie inne urządzenia są wylogowane.

    Kody zapasowe trzymaj poza telefonem: przydadzą się, gdy go zabraknie.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

second-step-off-subject = Drugi krok logowania jest wyłączony – { $card }
second-step-off-text =
    Dzień dobry,

    do zalogowania się w systemie { $card } wystarczy znowu samo hasło. Kody zapasowe przestały działać.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

second-step-codes-subject = Nowe kody zapasowe – { $card }
second-step-codes-text =
    Dzień dobry,

    na Twoim koncie w systemie { $card } powstały nowe kody zapasowe. Poprzednie przestały działać.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

second-step-used-subject = Użyto kodu zapasowego – { $card }
second-step-used-text =
    Dzień dobry,

    ktoś zalogował się na Twoje konto w systemie { $card } hasłem i kodem zapasowym. Ten kod już nie zadziała. Pozostałe kody: { $left }.

    Jeśli to Ty, nie rób nic z tą wiadomością.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link }

    { $office }

passkey-added-subject = Nowy klucz dostępu – { $card }
passkey-added-text =
    Dzień dobry,

    do Twojego konta w systemie { $card } dodano klucz dostępu. Kto go ma, loguje się bez hasła i bez kodu z aplikacji.

    Jeśli to Ty, nie rób nic z tą wiadomością.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $link } Usunie to wszystkie klucze dostępu.

    { $office }

signed-in-somewhere = nieznane urządzenie
signed-in-subject = Nowe logowanie – { $card }
signed-in-text =
    Dzień dobry,

    ktoś właśnie zalogował się na Twoje konto w systemie { $card } w miejscu, z którego nikt wcześniej tego nie robił.

    Kiedy: { $when }
    Gdzie: { $place }

    Jeśli to Ty, nie rób nic.

    Jeśli to nie Ty, od razu ustaw nowe hasło: { $forgotten }
    Nowe hasło kończy wszystkie sesje. Listę miejsc, w których konto jest teraz otwarte, znajdziesz tutaj: { $link }

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

## Karta plastikowa

plastic-arrived-subject = Karta czeka na odbiór – { $card }
plastic-arrived-text =
    Dzień dobry,

    karta plastikowa jest gotowa. Czeka do { $until } włącznie:

    { $point }, { $address }
    { $hours }

    Kod odbioru: { $voucher }

    Pokaż kod przy odbiorze albo wpisz go w kiosku. Nie podawaj go nikomu, kto nie ma odebrać karty.

    Twoja karta: { $link }

    { $office }

plastic-handed-over-subject = Karta odebrana – { $card }
plastic-handed-over-text =
    Dzień dobry,

    karta plastikowa została odebrana { $date }.

    To nie Ty? Zablokuj kartę: { $link }

    { $office }

plastic-uncollected-subject = Karta wróciła do urzędu – { $card }
plastic-uncollected-text =
    Dzień dobry,

    nikt nie odebrał karty plastikowej w terminie, więc wróciła do urzędu. Karta w telefonie działa dalej.

    Nadal chcesz ją odebrać? Zadzwoń: { $phone }

    Twoja karta: { $link }

    { $office }

## Kiosk w urzędzie

kiosk-code-subject = Kod do kiosku: { $code }
kiosk-code-text =
    Dzień dobry,

    kod do kiosku ({ $place }): { $code }

    Kod działa przez 10 minut. Wpisz go tylko w kiosku, w którym pokazujesz swoją kartę.

    To nie Ty? Bez kodu nic się nie stanie. Jeśli ktoś ma Twoją kartę, zablokuj ją: { $link }

    { $office }

## Rodzina

family-invited-subject = Zaproszenie do rodziny – { $card }
family-invited-text =
    Dzień dobry,

    { $from } dodaje Cię do swojej rodziny w systemie { $card } i podaje ten adres jako Twój. Aby mieć własne konto i pokazywać kartę na swoim telefonie, ustaw hasło:

    { $link }

    Link działa 7 dni i tylko raz. Na tej samej stronie możesz odmówić.

    Nie znasz tej osoby? Nie rób nic. Bez Twojej zgody konto nie powstanie.

    { $office }

family-invited-known-subject = Zaproszenie do rodziny – { $card }
family-invited-known-text =
    Dzień dobry,

    { $from } zaprasza Cię do swojej rodziny w systemie { $card }. Masz już konto z tym adresem. Otwórz link i zaloguj się, aby przyjąć zaproszenie albo odmówić:

    { $link }

    Link działa 7 dni i tylko raz. Twoja karta i Twoje wnioski zostają Twoje: ta osoba nie widzi ich bez Twojej osobnej zgody.

    Nie znasz tej osoby? Nie rób nic. Nic się nie zmieni.

    { $office }

family-guardian-subject = Zaproszenie dla opiekuna dziecka – { $card }
family-guardian-text =
    Dzień dobry,

    { $from } zaprasza Cię jako drugą osobę, która opiekuje się dzieckiem w systemie { $card }. Imię dziecka: { $given }.

    Najpierw załóż konto z tym adresem: { $register }

    Potem otwórz ten link i przyjmij zaproszenie: { $link }

    Link działa 7 dni i tylko raz. Nie widzicie nawzajem swoich danych.

    Nie znasz tej osoby? Nie rób nic. Nic się nie zmieni.

    { $office }

family-guardian-known-subject = Zaproszenie dla opiekuna dziecka – { $card }
family-guardian-known-text =
    Dzień dobry,

    { $from } zaprasza Cię jako drugą osobę, która opiekuje się dzieckiem w systemie { $card }. Imię dziecka: { $given }.

    Otwórz link i zaloguj się, aby przyjąć zaproszenie albo odmówić:

    { $link }

    Link działa 7 dni i tylko raz. Nie widzicie nawzajem swoich danych.

    Nie znasz tej osoby? Nie rób nic. Nic się nie zmieni.

    { $office }

family-accepted-subject = Zaproszenie przyjęte – { $card }
family-accepted-text =
    Dzień dobry,

    { $given } ma teraz własne konto w Twojej rodzinie w systemie { $card }.

    Kto jest w rodzinie i co możesz zrobić, zobaczysz tutaj: { $link }

    { $office }

family-declined-subject = Zaproszenie nieprzyjęte – { $card }
family-declined-text =
    Dzień dobry,

    { $given } nie przyjmuje zaproszenia do Twojej rodziny w systemie { $card }.

    Jeśli to pomyłka, możesz wysłać zaproszenie jeszcze raz: { $link }

    { $office }

family-consent-given-subject = Możesz prowadzić sprawy tej osoby – { $card }
family-consent-given-text =
    Dzień dobry,

    { $given } zgadza się, aby Twoje konto w systemie { $card } prowadziło za tę osobę wnioski i pokazywało jej kartę. Tę zgodę można cofnąć w każdej chwili.

    Twoja rodzina: { $link }

    { $office }

family-consent-withdrawn-subject = Zgoda cofnięta – { $card }
family-consent-withdrawn-text =
    Dzień dobry,

    { $given } cofa zgodę na to, aby Twoje konto w systemie { $card } prowadziło sprawy tej osoby. Jej karta przestaje działać na Twoich urządzeniach, a wnioski nie są już dla Ciebie widoczne.

    Twoja rodzina: { $link }

    { $office }

family-left-subject = Zmiana w Twojej rodzinie – { $card }
family-left-text =
    Dzień dobry,

    { $given } odchodzi z Twojej rodziny w systemie { $card }. Karta tej osoby przestaje działać na Twoich urządzeniach.

    Twoja rodzina: { $link }

    { $office }

family-card-ended-subject = Karta członka rodziny jest unieważniona – { $card }
family-card-ended-text =
    Dzień dobry,

    po usunięciu członka rodziny karta w systemie { $card } jest unieważniona, a otwarte wnioski wycofane. Imię: { $given }.

    To nie Ty? Zmień hasło i daj znać urzędowi.

    Twoja rodzina: { $link }

    { $office }

family-removed-subject = Zmiana w Twojej rodzinie – { $card }
family-removed-text =
    Dzień dobry,

    { $from } usuwa Cię ze swojej rodziny w systemie { $card }. Twoje konto i Twoja karta zostają. Na urządzeniach tej osoby Twoja karta przestaje działać.

    { $office }

family-guardian-accepted-subject = Zaproszenie opiekuna przyjęte – { $card }
family-guardian-accepted-text =
    Dzień dobry,

    zaproszona osoba opiekuje się teraz razem z Tobą dzieckiem w systemie { $card }. Imię dziecka: { $given }. Nie widzicie nawzajem swoich danych.

    Twoja rodzina: { $link }

    { $office }

family-guardian-declined-subject = Zaproszenie opiekuna nieprzyjęte – { $card }
family-guardian-declined-text =
    Dzień dobry,

    zaproszenie drugiego opiekuna w systemie { $card } nie zostało przyjęte. Imię dziecka: { $given }.

    Możesz zaprosić tę lub inną osobę: { $link }

    { $office }

## Koniec konta

erased-subject = Konto zostało usunięte – { $card }
erased-text =
    Dzień dobry,

    zgodnie z prośbą Twoje konto w systemie { $card } zostało usunięte razem z danymi, zdjęciami i dokumentami. Kodów usuniętych kart nie przyjmie już żaden sprzedawca.

    Zostają tylko numery i daty rozpatrzonych spraw oraz zapis czynności urzędu, bez nazwisk, adresów i plików.

    To ostatnia wiadomość. Ten adres też właśnie usuwamy. Jeśli to pomyłka, zadzwoń: { $phone }

    { $office }

## Archiwum danych

archive-title = Twoje dane – { $card }
archive-made = Stan na { $at }. Te same dane, w postaci dla programów, są w pliku data.json.
archive-account = Konto
archive-family = Rodzina
archive-consents = Zgody
archive-sessions = Zalogowane urządzenia
archive-card = Karta
archive-devices = Urządzenia z kartą
archive-rights = Uprawnienia
archive-applications = Wnioski
archive-looks = Sprawdzenia karty
archive-access = Kto zaglądał do sprawy
archive-files = Pliki
archive-nothing = Nic tu nie ma.
archive-office = Urząd
archive-is-draft = szkic
archive-is-submitted = wysłany
archive-is-in-review = w rozpatrywaniu
archive-is-needs-correction = do poprawy
archive-is-approved = przyznana karta
archive-is-rejected = odmowa
archive-is-withdrawn = wycofany
archive-is-expired = zamknięty po terminie
archive-is-case-seen = Urzędnik otworzył wniosek
archive-is-photo-seen = Urzędnik otworzył zdjęcie
archive-is-document-seen = Urzędnik otworzył dokument
archive-is-case-changed = Urzędnik zmienił coś we wniosku
archive-is-card-seen = Urzędnik znalazł kartę po numerze
archive-is-card-changed = Urzędnik zmienił coś przy karcie
archive-is-photo = Zdjęcie i imię do sprawdzenia
archive-is-typed = Numer i sześć cyfr
archive-is-active = ważna
archive-is-blocked = zablokowana
archive-is-revoked = unieważniona
archive-is-given = zgoda
archive-is-taken-back = wycofana zgoda

## Osiemnaste urodziny

birthday-ahead-subject = Osiemnaste urodziny w Twojej rodzinie – { $card }
birthday-ahead-text =
    Dzień dobry,

    { $name } kończy 18 lat { $date }. Od godziny 0:00 tego dnia Twoje konto nie pokaże już tej karty ani wniosków: decyduje o nich osoba, która jest już pełnoletnia. Karta zostaje, z tym samym numerem i tą samą datą ważności.

    Co teraz: dodaj w Rodzinie jej adres e-mail. Wyślemy na niego zaproszenie do własnego konta: { $link }

    Najlepiej zrób to przed urodzinami. Zaproszenie możesz wysłać najpóźniej { $until }.

    Opiekę możecie ustalić na nowo: pełnoletnia osoba może pozwolić Ci dalej załatwiać swoje sprawy.

    { $office }

birthday-day-subject = Pełnoletnia osoba w Twojej rodzinie – { $card }
birthday-day-text =
    Dzień dobry,

    { $name } ma od { $date } 18 lat, więc Twoje konto nie pokazuje już tej karty ani wniosków. Karta jest ważna dalej, z tym samym numerem i tą samą datą.

    Żeby ją pokazywać, ta osoba potrzebuje własnego konta. Dodaj w Rodzinie jej adres e-mail, a wyślemy zaproszenie: { $link }

    Zaproszenie możesz wysłać najpóźniej { $until }. Później konto można założyć samodzielnie, a w sprawie karty pomoże urząd.

    { $office }

birthday-joined-ahead-subject = Osiemnaste urodziny w Twojej rodzinie – { $card }
birthday-joined-ahead-text =
    Dzień dobry,

    { $name } kończy 18 lat { $date }. Od godziny 0:00 tego dnia Twoje konto nie pokaże już tej karty ani wniosków. Karta zostaje, z tym samym numerem i tą samą datą ważności.

    Nie musisz nic robić: ta osoba ma własne konto. Może też pozwolić Ci dalej załatwiać swoje sprawy, w Ustawieniach.

    Twoja Rodzina: { $link }

    { $office }

birthday-joined-day-subject = Pełnoletnia osoba w Twojej rodzinie – { $card }
birthday-joined-day-text =
    Dzień dobry,

    { $name } ma od { $date } 18 lat, więc Twoje konto nie pokazuje już tej karty ani wniosków. Karta jest ważna dalej i działa na koncie tej osoby.

    Nie musisz nic robić. Jeśli ta osoba Ci na to pozwoli, dalej możesz załatwiać jej sprawy.

    Twoja Rodzina: { $link }

    { $office }

birthday-own-ahead-subject = Twoje osiemnaste urodziny i karta – { $card }
birthday-own-ahead-text =
    Dzień dobry,

    { $date } kończysz 18 lat. Od godziny 0:00 tego dnia o karcie i wnioskach decydujesz tylko Ty, a opiekunowie ich nie widzą. Karta zostaje, z tym samym numerem i tą samą datą ważności.

    Co teraz: zaloguj się w dniu urodzin albo później. Poprosimy o Twoje własne zgody.

    Jeśli chcesz, żeby ktoś z rodziny dalej załatwiał Twoje sprawy, pozwolisz mu na to tutaj: { $link }

    { $office }

birthday-own-day-subject = Od teraz o karcie decydujesz Ty – { $card }
birthday-own-day-text =
    Dzień dobry,

    masz 18 lat. Od { $date } o karcie i wnioskach decydujesz tylko Ty, a opiekunowie ich nie widzą.

    Co teraz: zaloguj się i otwórz kartę z dostępem do internetu. Poprosimy o Twoje własne zgody, a karta dziecka zmieni się w kartę osoby dorosłej, z tym samym numerem. Jeśli masz kartę z wydruku, przygotuj nowy wydruk.

    Jeśli chcesz, żeby ktoś z rodziny dalej załatwiał Twoje sprawy, pozwolisz mu na to tutaj: { $link }

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
