# Тексти українською. Ключі та змінні такі самі, як у pl.ftl.

## Дати
date-full = { $date } { $year } р.
date-day-month = { $day } { $month }
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня

## Спільні елементи
kit-main = Перейти до змісту
kit-nav = Головне меню
kit-back = Назад
kit-change = Змінити
kit-remove = Вилучити
kit-close = Закрити
kit-retry = Спробувати ще раз
kit-refresh = Оновити
kit-loading = Завантажуємо…
kit-busy = Хвилинку…
kit-slow = Триває довше, ніж зазвичай…
kit-optional = (необов’язково)
kit-error-prefix = Помилка:
kit-error-summary = Виправте дані
kit-language = Мова
kit-day = День
kit-month = Місяць
kit-year = Рік
kit-select-none = Виберіть зі списку
kit-show-password = Показати пароль
kit-hide-password = Приховати пароль
kit-clear = Очистити
kit-file-choose = Вибрати файл
kit-file-change = Вибрати інший файл
kit-file-sending = Надсилаємо: { $percent }%
kit-file-reading = Читаємо файл…
kit-file-unreadable = Не вдалося прочитати файл. Спробуйте вибрати його ще раз.
kit-file-too-large = Цей файл більший за { $megabytes } МБ. Виберіть менший.
kit-file-empty = Цей файл порожній. Виберіть інший.
kit-online = Дані: { $when }
kit-offline = Без інтернету – показуємо дані: { $when }
kit-offline-plain = Без інтернету
kit-not-given = Не вказано

## Чотири кроки справи
steps-submitted = Подано
steps-checking = Перевіряємо
steps-decision = Рішення
steps-card-ready = Картка готова
steps-state-done = Завершено
steps-state-now = Зараз
steps-state-todo = Попереду
steps-state-stopped = Зупинено

## Картка
card-brand = Картка мешканця
card-number = № { $number }
card-photo = Фото: { $name }
card-qr = QR-код картки: { $name }
card-digits = Код для диктування:
card-ring = Код змінюється кожні { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунди
    [many] { $seconds } секунд
   *[other] { $seconds } секунди
}

## Результат перевірки
verdict-valid = Картка дійсна
verdict-invalid = Картка недійсна
verdict-unsure = Неможливо підтвердити
verdict-compare = Порівняйте з документом
verdict-photo = Фото власника картки

### Shell, start, account, problems
tab-card = Картка
tab-benefits = Знижки
tab-applications = Заяви
tab-more = Більше
area-office = Установа
area-partner = Пункт партнера
demo-mark = Демонстраційна версія: особи та дані вигадані.
update-label = Нова версія
update-waits = Є нова версія застосунку.
update-kept = Те, що вже введено, залишиться на цьому пристрої.
update-lost = Спершу збережіть те, що вводите: після оновлення поля будуть порожні.
update-now = Оновити зараз
update-later = Пізніше
cancel = Скасувати
sign-out = Вийти
signed-out = Ви вийшли
sign-out-note = Після виходу картка зникне з цього пристрою. Вона повернеться після нового входу.
sign-out-waiting = Тут є те, що ще не надіслано
sign-out-waiting-why = Після виходу з цього пристрою зникне й те, чого управління ще не отримало.
sign-out-stay = Залишитися
sign-out-waiting-application = Заява, яку не надіслано
sign-out-waiting-block = Блокування картки, яке не надіслано
sign-out-anyway = Усе одно вийти
sign-in-short = Увійти
sign-in-title = Увійдіть
sign-in-do = Увійти
sign-in-forgotten = Не пам’ятаю пароля
sign-in-card-anyway = Картку можна показати без входу, навіть без інтернету.
sign-in-show-card = Показати картку
need-sign-in = Ця сторінка потребує входу
need-network = Ця сторінка потребує інтернету. Картка працює без нього.
no-server = Не вдалося з’єднатися із сервером
no-server-why = Ми самі пробуємо далі кожні кільканадцять секунд. Картка працює без сервера.
register-title = Створити акаунт
register-lead = Акаунт безкоштовний. Потрібна адреса e-mail: ми надішлемо на неї посилання, яке активує акаунт.
register-email-hint = На цю адресу прийде посилання для активації
register-password-hint = Щонайменше 12 символів. Добрий пароль — кілька слів, наприклад із власного речення
register-required = Обов’язкові згоди
register-optional = Добровільні згоди
register-consents-missing = Позначте обов’язкові згоди. Без них не можна створити акаунт.
register-send = Створити акаунт
register-have = Уже маєте акаунт?
account-given = Ім’я (імена)
account-surname = Прізвище
account-email = Адреса e-mail
account-password = Пароль
account-given-missing = Введіть ім’я
account-surname-missing = Введіть прізвище
account-name-long = Скоротіть до 100 символів
account-name-character = Використовуйте літери, пробіли, дефіс, апостроф і крапку
account-email-missing = Введіть адресу e-mail
account-email-malformed = Перевірте адресу e-mail. Вона має виглядати так: name@example.com
account-password-missing = Введіть пароль
weak-password-short = Пароль закороткий. Використайте щонайменше 12 символів.
weak-password-long = Пароль задовгий. Використайте щонайбільше 256 символів.
weak-password-common = Цей пароль легко вгадати. Виберіть інший, наприклад кілька власних слів.
weak-password-guessable = Пароль надто схожий на адресу e-mail або назву міста. Виберіть інший.
sent-title = Перевірте пошту
sent-lead = Ми надіслали повідомлення на адресу:
sent-next = Відкрийте повідомлення й перейдіть за посиланням. Воно діє 24 години. Якщо повідомлення немає, перевірте папку зі спамом.
sent-again-lead = Якщо акаунт уже працює, увійдіть. Якщо посилання прострочене, створіть акаунт ще раз із тією самою адресою: ми надішлемо нове посилання.
sent-resend = Надіслати ще раз
sent-resent = Повідомлення надіслано ще раз. Діє лише найновіше посилання.
sent-change = Змінити адресу
sent-other-address = Правильна адреса e-mail
sent-other-send = Надіслати на цю адресу
activation-title = Активуйте акаунт
activation-lead = Натисніть кнопку, щоб підтвердити адресу e-mail і завершити реєстрацію.
activation-do = Активувати акаунт
activation-done = Акаунт працює
activation-done-next = Увійдіть і подайте заяву на картку.
activation-expired = Це посилання вже не діє
activation-expired-next = Посилання могло бути використане, замінене новішим, або минуло 24 години. Якщо акаунт працює, увійдіть. Якщо ні, створіть його ще раз: ми надішлемо нове посилання.
forgotten-title = Не пам’ятаю пароля
forgotten-lead = Вкажіть адресу e-mail акаунта. Ми надішлемо посилання для нового пароля.
forgotten-do = Надіслати посилання
forgotten-sent = Перевірте пошту
forgotten-sent-next = Якщо такий акаунт існує, ми надіслали на цю адресу посилання для нового пароля. Воно діє 30 хвилин.
new-password-title = Встановіть новий пароль
new-password-label = Новий пароль
new-password-do = Зберегти пароль
new-password-done = Пароль змінено
new-password-done-next = Для безпеки ми вийшли з акаунта на всіх пристроях. Увійдіть із новим паролем.
new-password-expired-next = Посилання діє 30 хвилин і лише один раз. Попросіть нове.
start-page = Головна
start-lead = Заява через інтернет, картка в телефоні, знижки в місті. Код картки працює без інтернету, а його знімок екрана перестає діяти через 45 секунд.
start-show-card = Показати картку
start-way = Як отримати картку
start-way-1 = Створіть акаунт
start-way-1-text = Достатньо імені, прізвища та адреси e-mail.
start-way-2 = Подайте заяву
start-way-2-text = Додайте фото і першу сторінку PIT. Це займе близько 10 хвилин.
start-way-3 = Покажіть картку
start-way-3-text = Після рішення установи картка одразу буде в телефоні.
start-more = Інші розділи
start-benefits = Знижки та переваги
start-benefits-text = Де картка стане в пригоді
start-verify = Перевірити картку
start-verify-text = Для пунктів-партнерів, без входу
start-help-text = Установа, доступність, приватність
more-account = Ваш акаунт
more-name = Ім’я та прізвище
more-office = Для установи
more-office-text = Розгляд заяв
help-title = Допомога
help-office = Установа
help-where = Де
help-hours = Коли
help-phone = Телефон
help-card = Як працює картка
help-card-1 = Код на картці змінюється кожні 15 секунд. Тому фото чи знімок екрана перестає діяти через 45 секунд.
help-card-2 = Код картки працює без інтернету щонайменше тиждень. Коли телефон має інтернет, картка оновлюється сама.
help-accessibility = Доступність
help-accessibility-1 = Сайтом можна користуватися лише з клавіатури, з екранним читачем і з удвічі більшим текстом. Колір ніколи не є єдиною ознакою.
help-accessibility-2 = Якщо щось заважає користуватися, напишіть або зателефонуйте до установи. Відповідь надійде протягом 7 днів. Заяву можна подати й на папері.
help-privacy = Приватність
help-privacy-1 = У коді картки немає імені, адреси чи номера PESEL, лише ініціали та підпис міста. Пункт, який перевіряє картку, нічого про вас не зберігає.
help-privacy-2 = Документи із заяви зашифровані, їх бачить лише установа. Ми не відстежуємо місце перебування і не показуємо реклами.
not-found-title = Такої сторінки немає
not-found-lead = Адреса могла змінитися, або в ній є помилка.
not-found-start = Перейти на головну
error-offline = Не вдалося з’єднатися. Введені дані збережено. Перевірте інтернет і спробуйте ще раз.
error-unreadable = Сервер відповів не так, як мав. Оновіть сторінку. Якщо не допоможе, зателефонуйте до установи.
problem-malformed = Не вдалося прочитати дані. Оновіть сторінку і спробуйте ще раз.
problem-sign-in = Сеанс завершився. Увійдіть ще раз: введені дані чекають.
problem-bad-credentials = Адреса e-mail або пароль не підходять. Перевірте їх або встановіть новий пароль.
problem-forbidden = Цей акаунт не має до цього доступу.
problem-not-found = Такого тут немає. Можливо, його видалено.
problem-method-not-allowed = Так зробити не можна. Оновіть сторінку.
problem-conflict = Це тим часом змінили, можливо в іншій вкладці браузера. Завантажте сторінку знову.
problem-wrong-state = На цьому етапі заяви цього вже не можна зробити. Завантажте сторінку знову.
problem-other-clerk = Цю справу зараз веде інша особа.
problem-incomplete = Бракує частини відповідей. Перевірте, що залишилося заповнити.
problem-consent-missing = Бракує обов’язкової згоди або її текст змінився. Прочитайте й позначте її.
problem-weak-password = Цей пароль легко вгадати. Виберіть інший.
problem-bad-file = Цей файл не можна використати. Виберіть інший.
problem-link-expired = Це посилання вже не діє. Попросіть нове.
problem-unproven = Не вдалося підтвердити цей пристрій. Перевірте дату й час у телефоні.
problem-no-card = Чинної картки ще немає.
problem-too-large = Файл більший за 25 МБ. Виберіть менший.
problem-unsupported-media-type = Ми не вміємо відкрити цей файл. Виберіть JPG, PNG або PDF.
problem-too-many = Забагато спроб. Зачекайте трохи і спробуйте ще раз.
problem-busy = Сервер зараз дуже завантажений. Спробуйте за мить.
problem-storage-full = На сервері закінчилося місце. Введені дані збережено. Зателефонуйте до установи.
problem-internal = Щось не спрацювало з нашого боку. Введені дані збережено. Спробуйте за мить.
problem-too-many-devices = Ця картка вже є на максимальній кількості пристроїв. Вимкніть один із них.
problem-device-stopped = Цю картку вимкнено на цьому пристрої.
problem-code-used = Для цього коду фото вже показували. Попросіть новий код.
problem-not-fresh = Цей код зараз не дійсний. Попросіть новий.
problem-unprintable = Це ім’я чи прізвище ми ще не вміємо друкувати. Попросіть в установі пластикову картку.
problem-code-needed = Пароль правильний. Тепер введіть код із застосунку.
problem-bad-code = Цей код не підходить або вже використаний. Дочекайтеся наступного й одразу введіть його.
problem-refresh = Сеанс потрібно оновити. Спробуйте ще раз.
problem-second-step-due = Цей акаунт працює для установи, тому спершу увімкніть двоетапний вхід.
problem-guardian-needed = Це можливо лише з 18 років. Попросіть опікуна: він може зробити це зі свого акаунта.
problem-wrong-account = Це запрошення для іншої адреси e-mail. Увійдіть в акаунт із тією адресою.
problem-email-needed = Особі, якій виповнилося 18 років, потрібна власна адреса e-mail. Вкажіть її: ми надішлемо туди запрошення.
problem-bad-birthday = Перевірте дату народження. Вона не може бути в майбутньому чи понад 120 років тому.
problem-confirmed = Ці дані вже підтвердила установа. Змінити їх можна лише новою заявою.
problem-open-elsewhere = Заяву для цієї особи вже розпочато з іншого акаунта. Дочекайтеся її результату.
problem-family-full = Родина в цьому акаунті вже має найбільшу можливу кількість осіб.
problem-already-member = Ця особа вже є в родині або вже має запрошення.
problem-wait = Забагато спроб. Зачекайте { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунди
    [many] { $seconds } секунд
   *[other] { $seconds } секунди
} і спробуйте ще раз.
file-empty = Файл порожній. Виберіть інший.
file-wrong-type = Ми не вміємо відкрити цей файл. Виберіть зображення JPG або PNG, а для документа також PDF.
file-truncated = Файл обірваний або пошкоджений. Збережіть його ще раз або зробіть нове фото.
file-password-protected = Файл захищений паролем. Збережіть його без пароля і додайте знову.
file-bomb = Після розпакування цей файл завеликий, щоб його безпечно відкрити. Виберіть звичайне фото.
file-too-large = Файл більший за 25 МБ. Виберіть менший.
file-too-small = Фото замале. Коротша сторона має бути щонайменше 400 пікселів. Зробіть нове зблизька, без збільшення.
file-too-many-pages = Документ має понад 20 сторінок. Достатньо першої сторінки.
file-active = Цей PDF містить скрипти або вкладення. Роздрукуйте його в новий PDF або додайте фото сторінки.

### application

## Заяви
application-retry = Спробувати ще раз
application-list = Мої заяви
application-heading = Заява на Картку мешканця
application-kind-issue = Картка мешканця
application-kind-renewal = Продовження картки
application-renew = Продовжити картку
application-renew-soon = Картка дійсна до { $date }. Продовження підготуємо з ваших даних: ви додасте документ і згоди.
application-renew-over = Картка була дійсна до { $date }. Продовження підготуємо з ваших даних: ви додасте документ і згоди.
application-none = Заяв ще немає
application-none-why = Підготуйте фото й документ. Заява забирає близько 10 хвилин, її можна перервати й завершити пізніше.
application-begin = Подати заяву
application-begin-next = Подати заяву на нову картку
application-resume = Завершити заяву
application-preview = Переглянути
application-mend-all = Виправити заяву
application-over = Завершені
application-no-resident = Із цього акаунта заяви не подають
application-no-resident-why = Це акаунт працівника. Власну заяву подають з акаунта мешканця.
application-to-office = Перейти до черги справ
application-step = Крок { $n } з { $all }
application-correcting = Виправлення до заяви
application-continue = Далі
application-keep = Зберегти й повернутися
application-kept-device = Збережено на цьому пристрої о { $time }
application-kept-office = Збережено в установі о { $time }
application-closed = Цю частину зараз не можна змінити
application-closed-why = Заява вже в установі, або установа не просила виправити цю частину.
application-overtaken = Цю заяву змінили в іншому місці
application-overtaken-why = Нічого не втрачено: нижче те, що введено тут. Перевірте й збережіть ще раз.
application-page-whom = Для кого картка?
application-page-ground = На якій підставі належить картка?
application-page-person = Особисті дані
application-page-address = Адреса проживання
application-page-contact = Контакти
application-page-photo = Фото для картки
application-page-document = Документ
application-page-carrier = Яка картка потрібна?
application-page-consents = Підтвердження та згоди
application-whom-myself = Для мене
application-whom-myself-hint = Повнолітня особа, яка живе в цьому місті
application-whom-member = Для члена родини
application-ground-hint = Виберіть одну підставу. Документ попросимо далі
application-person-hint = Введіть дані так, як у документі.
application-name = Ім’я та прізвище
application-given = Ім’я (імена)
application-surname = Прізвище
application-birth-date = Дата народження
application-birth-date-hint = Наприклад 31 3 1980. Місяць можна словом
application-address = Адреса
application-address-hint = Адреса, за якою ви живете щодня. Реєстрація не потрібна.
application-street = Вулиця
application-house = Номер будинку
application-flat = Номер квартири
application-postal-code = Поштовий індекс
application-postal-code-hint = Наприклад 05-800
application-town = Населений пункт
application-contact-email = Про кожен крок напишемо на адресу { $email }.
application-phone = Номер телефону
application-phone-hint = Зателефонуємо, лише якщо треба буде щось з’ясувати
application-photo = Фото
application-photo-hint = JPG або PNG, до 25 МБ
application-photo-rule-face = Обличчя анфас, повністю в овалі
application-photo-rule-light = Рівне світло, без різких тіней
application-photo-rule-background = Світле тло без інших людей
application-photo-rule-head = Без шапки й темних окулярів
application-photo-sending = Надсилаємо й перевіряємо фото…
application-photo-result = Так його побачить установа
application-photo-result-hint = Кадр і розмір добираємо самі. Якщо обличчя обрізане, виберіть інше фото.
application-file-accepted = Прийнято й збережено в установі
application-file-picture = зображення
application-document = Документ
application-document-hint = PDF, JPG або PNG, до 25 МБ
application-document-asked = Що надіслати
application-document-example = Це має бути чітко видно
application-document-part-form = Вид документа й рік
application-document-part-office = Установа, яка його прийняла чи видала
application-document-part-name = Ім’я та прізвище
application-document-part-address = Адреса проживання
application-document-sending = Надсилаємо й перевіряємо документ…
application-document-open = Відкрити надісланий документ у новій вкладці
application-carrier-virtual = У телефоні
application-carrier-virtual-hint = Готова одразу після рішення. Працює й без інтернету.
application-carrier-physical = Пластикова та в телефоні
application-carrier-physical-hint = Пластикову картку заберете у вибраному пункті.
application-pickup-point = Де заберете картку?
application-consents-required = Потрібні для розгляду заяви
application-consents-optional = Додаткові
application-consents-optional-hint = Їх можна пропустити. На рішення вони не впливають

## Перевірка й надсилання
application-check-heading = Перевірте дані й надішліть заяву
application-part-who = Особа
application-part-files = Файли
application-part-card = Картка та згоди
application-missing = { $n ->
    [one] Бракує { $n } відповіді
    [few] Бракує { $n } відповідей
    [many] Бракує { $n } відповідей
   *[other] Бракує { $n } відповіді
}
application-send-title = Надішліть заяву до установи
application-send-declaration = Надсилаючи заяву, ви підтверджуєте, що дані правдиві й актуальні. Після цього їх можна змінити лише на прохання установи.
application-send-offline = Немає інтернету. Заява в безпеці на цьому пристрої. Надішліть її, коли з’явиться мережа.
application-send-gaps = Додайте відповіді зі списку вгорі сторінки.
application-send = Надіслати заяву
application-already-sent = Ця заява вже в установі
application-not-sent = Цю заяву ще не надіслано
application-sent = Заяву надіслано
application-sent-corrected = Виправлення надіслано
application-sent-until = Відповімо до { $day }
application-sent-next = Що далі
application-sent-next-check = Установа порівняє дані з документом і фото.
application-sent-next-mail = Рішення або прохання про виправлення надішлемо на { $email }.
application-sent-next-card = Після схвалення картка з’явиться в цьому застосунку.
application-sent-contact = Питання?

## Стан заяви
application-steps-title = Де зараз заява
application-answers = Що є в заяві
application-history = Історія
application-show-card = Показати картку
application-turn-draft = Заяву ще не надіслано. Завершіть її, коли зручно.
application-turn-office = Зараз черга установи. Відповімо до { $day }
application-turn-office-undated = Зараз черга установи.
application-turn-you = Зараз ваша черга: виправте заяву до { $day }
application-turn-you-undated = Зараз ваша черга: виправте заяву.
application-turn-approved = Картку надано. Готуємо її.
application-turn-card-ready = Картка готова.
application-plastic = Пластикову картку готуємо до отримання в пункті: { $point }. Установа напише, коли її можна буде забрати.
application-plastic-somewhere = Пластикову картку готуємо до отримання. Установа напише, коли її можна буде забрати.
application-plastic-meanwhile = Картка в телефоні вже працює.
application-plastic-printing = Пластикова картка друкується. Установа напише, коли її можна буде забрати.
application-plastic-waits = Пластикова картка чекає в пункті: { $point }, до { $day } включно. Код отримання є в електронному листі.
application-plastic-handed-over = Від { $day } пластикова картка отримана.
application-plastic-uncollected = Пластикову картку не забрали вчасно, і вона повернулася до установи. Зателефонуйте, якщо ще хочете її забрати.
application-plastic-destroyed = Пластикову картку знищено, бо картка була заблокована.
application-turn-rejected = Установа відмовила у видачі картки.
application-turn-withdrawn = Заяву відкликано { $day }
application-turn-expired = Заяву закрито { $day }: минув термін для виправлень.
application-state-draft = Чернетка
application-state-submitted = Подано
application-state-in-review = Перевіряємо
application-state-needs-correction = Треба виправити
application-state-approved = Картку надано
application-state-rejected = Відмова
application-state-withdrawn = Відкликано
application-state-expired = Закрито
application-step-draft = Ще не надіслано
application-step-office = Установа відповість до { $day }
application-step-you = Чекаємо на виправлення до { $day }
application-step-card = Готуємо
application-step-rejected = Відмова, { $day }
application-step-withdrawn = Відкликано, { $day }
application-step-expired = Закрито без рішення, { $day }
application-correction-title = Треба виправити
application-correction-new = Новий файл надіслано
application-correction-note = Повідомлення від установи
application-correction-send-hint = Виправте все зі списку, потім надішліть. Заява збереже місце в черзі.
application-correction-send = Надіслати виправлення
application-mend = Виправити
application-withdraw = Відкликати заяву
application-withdraw-question = Відкликати заяву?
application-withdraw-why = Установа припинить розгляд. Завжди можна подати нову.
application-delete = Видалити чернетку
application-delete-question = Видалити чернетку?
application-delete-why = Ми видалимо введені дані й надіслані файли.
application-keep-it = Залишити
history-started = Заяву розпочато
history-submitted = Заяву надіслано до установи
history-corrected = Виправлення надіслано
history-taken-up = Установа почала перевірку
history-put-back = Справа повернулася до черги
history-correction-asked = Установа попросила виправлень
history-approved = Картку надано
history-rejected = Установа відмовила у видачі картки
history-withdrawn = Заяву відкликано
history-lapsed = Минув термін для виправлень
history-card-ready = Картка готова
item-person = Особисті дані
item-address = Адреса
item-contact = Контакти
item-photo = Фото
item-document = Документ

## Чого бракує у формі
gap-whom-missing = Виберіть, для кого картка
gap-whom-unknown = Заява стосується іншої особи, ніж та, чиї дані показано. Виберіть ще раз
gap-ground-missing = Виберіть підставу
gap-ground-unknown = Такої підстави вже немає. Виберіть іншу
gap-given-missing = Введіть ім’я
gap-given-too-long = Ім’я може мати щонайбільше 100 знаків
gap-given-malformed = Ім’я може містити літери, пробіли, дефіси й апострофи
gap-surname-missing = Введіть прізвище
gap-surname-too-long = Прізвище може мати щонайбільше 100 знаків
gap-surname-malformed = Прізвище може містити літери, пробіли, дефіси й апострофи
gap-birth-date-missing = Введіть дату народження
gap-birth-date-day-missing = Дата народження має містити день
gap-birth-date-month-missing = Дата народження має містити місяць
gap-birth-date-year-missing = Дата народження має містити рік
gap-birth-date-malformed = Введіть справжню дату, наприклад 31 3 1980
gap-birth-date-no-such-day = Такого дня немає. Перевірте день і місяць
gap-birth-date-in-the-future = Дата народження має бути в минулому
gap-birth-date-minor = Ця заява для повнолітніх. За дитину подає один із батьків: додайте дитину на сторінці Родина
gap-street-missing = Введіть вулицю
gap-street-too-long = Назва вулиці може мати щонайбільше 100 знаків
gap-house-missing = Введіть номер будинку
gap-house-too-long = Номер будинку задовгий
gap-postal-code-missing = Введіть поштовий індекс
gap-postal-code-too-long = Поштовий індекс має 5 цифр, наприклад 05-800
gap-postal-code-malformed = Поштовий індекс мусить мати 5 цифр, наприклад 05-800
gap-town-missing = Введіть населений пункт
gap-town-too-long = Назва населеного пункту задовга
gap-town-other-town = Картка лише для мешканців цього міста. Якщо живете деінде, запитайте про картку у своїй громаді
gap-phone-malformed = Введіть номер, наприклад 600 700 800, або залиште порожнім
gap-photo-missing = Додайте фото
gap-document-missing = Додайте документ
gap-carrier-missing = Виберіть, яка картка потрібна
gap-pickup-point-missing = Виберіть пункт отримання
gap-pickup-point-unknown = Цього пункту вже немає. Виберіть інший
gap-consents-missing = Позначте підтвердження, потрібні для розгляду заяви
gap-consents-outdated = Текст згоди змінився. Прочитайте й позначте ще раз

## Установа
office-plastic = Пластикові картки
office-plastic-short = Пластик
office-plastic-views = Етап
office-plastic-to-print = До друку ({ $n })
office-plastic-printing = Друкуються ({ $n })
office-plastic-waiting = Чекають на отримання ({ $n })
office-plastic-back = Повернулися ({ $n })
office-plastic-empty = На цьому етапі немає карток
office-plastic-all = Позначити всі
office-plastic-column-card = Картка
office-plastic-column-person = Особа
office-plastic-column-point = Пункт видачі
office-plastic-column-since = Від коли
office-plastic-until = до { $day }
office-plastic-today = { $n ->
    [one] Сьогодні видано { $n } картку
    [few] Сьогодні видано { $n } картки
    [many] Сьогодні видано { $n } карток
   *[other] Сьогодні видано { $n } картки
}
office-plastic-produce = Передати до друку ({ $n })
office-plastic-misprint = Надрукувати ще раз ({ $n })
office-plastic-arrive = Уже в пункті видачі ({ $n })
office-plastic-hand-over = Видати ({ $n })
office-plastic-hand-over-sure = Видати { $n ->
    [one] { $n } картку?
    [few] { $n } картки?
    [many] { $n } карток?
   *[other] { $n } картки?
}
office-plastic-destroy = Знищити ({ $n })
office-plastic-destroy-sure = Знищити { $n ->
    [one] { $n } картку?
    [few] { $n } картки?
    [many] { $n } карток?
   *[other] { $n } картки?
} Цього не можна скасувати.
office-plastic-none = Спершу позначте картки у списку.
office-plastic-done = Збережено.
office-plastic-changed = Хтось щойно змінив цей список. Оновіть його й спробуйте ще раз.
office-plastic-blocked = Ця картка заблокована. Не видавайте її.
office-queue = Черга справ
office-case = Справа
office-sign-in = Вхід для установи
office-sign-in-lead = Ця частина для тих, хто розглядає заяви.
office-not-yours = Цей акаунт не бачить справ установи
office-not-yours-why = Чергу бачать лише акаунти працівників.
office-other-account = Вийти й увійти з іншого акаунта
office-offline = Немає інтернету. Рішення можна зберегти, коли з’явиться мережа.
office-next = Наступна справа
office-elsewhere = { $n ->
    [one] { $n } справа чекає на мешканця
    [few] { $n } справи чекають на мешканців
    [many] { $n } справ чекають на мешканців
   *[other] { $n } справи чекає на мешканців
}
office-today = { $n ->
    [one] сьогодні { $n } рішення
    [few] сьогодні { $n } рішення
    [many] сьогодні { $n } рішень
   *[other] сьогодні { $n } рішення
}
office-empty = Усе зроблено
office-empty-why = Нові заяви з’являться тут, найдавніші вгорі.
office-views = Вигляд черги
office-view-all = Усі ({ $n })
office-view-free = Вільні ({ $n })
office-view-mine = Мої ({ $n })
office-view-over = Прострочені ({ $n })
office-view-back = Повернулися ({ $n })
office-view-empty = У цьому вигляді справ немає.
office-column-deadline = Термін
office-column-number = Номер
office-column-person = Особа
office-column-state = Стан
office-column-owner = У кого
office-column-sent = Подано
office-state-free = Вільна
office-state-open = Перевіряють
office-flag-corrected = Повернулася з виправленнями
office-left = { $n ->
    [one] Залишився { $n } робочий день
    [few] Залишилося { $n } робочі дні
    [many] Залишилося { $n } робочих днів
   *[other] Залишилося { $n } робочого дня
}
office-left-today = Термін сьогодні
office-over = { $n ->
    [0] Прострочено
    [one] Прострочено на { $n } робочий день
    [few] Прострочено на { $n } робочі дні
    [many] Прострочено на { $n } робочих днів
   *[other] Прострочено на { $n } робочого дня
}
office-until = до { $day }
office-owner-you = Ви
office-owner-mine = Ваша справа
office-owner-other = Справу веде: { $name }
office-read-only = Цю справу зараз можна лише читати.
office-release = Повернути до черги
office-facts = Дані із заяви
office-email = Електронна пошта
office-checks = Звірте з документом
office-checks-missing = { $n ->
    [one] Щоб схвалити, позначте ще { $n } пункт.
    [few] Щоб схвалити, позначте ще { $n } пункти.
    [many] Щоб схвалити, позначте ще { $n } пунктів.
   *[other] Щоб схвалити, позначте ще { $n } пункту.
}
office-reload = Завантажити справу ще раз
office-approve = Схвалити
office-ask = Попросити виправлення
office-ask-items = Що виправити
office-ask-reasons = Причина
office-ask-nothing = Вкажіть щонайменше одну частину для виправлення.
office-ask-send = Надіслати прохання
office-refuse = Відмовити
office-refuse-reason = Причина відмови
office-refuse-nothing = Виберіть причину відмови
office-refuse-do = Відмовити у видачі картки
office-refuse-sure = Точно відмовити?
office-refuse-sure-why = Мешканець отримає рішення електронною поштою. Скасувати це неможливо.
office-note = Повідомлення своїми словами
office-note-hint = Мешканець прочитає його під причиною
office-preview = Мешканець прочитає
office-preview-until = Просимо виправити заяву до { $day }
office-cancel = Скасувати
office-done-approved = Заяву { $number } схвалено. Мешканець отримає лист.
office-done-rejected = Відмову у справі { $number } збережено. Мешканець отримає лист.
office-done-asked = Прохання виправити заяву { $number } надіслано.
office-cards = Картки
office-card-number = Номер картки
office-card-number-hint = 12 цифр, пробіли не заважають
office-card-find = Знайти картку
office-card-empty = Тут з’явиться картка людини біля віконця або людини, яка телефонує.
office-card-malformed = Перевірте номер: він має 12 цифр, остання – контрольна
office-card-unknown = Картки з таким номером немає
office-card-too-late = Цю картку вже не можна розблокувати. Потрібна буде нова.
office-card-state = Стан
office-card-available = Ще не відкрита
office-card-active = Діє
office-card-blocked = Заблокована
office-card-revoked = Анульована
office-card-since = Заблокована з
office-card-undo = Можна розблокувати до
office-card-period = Чинна
office-card-devices = Пристрої з карткою
office-card-printed = Роздруківка
office-card-not-printed = Немає
office-card-unblock = Розблокувати картку
office-card-revoked-next = Анульовану картку не можна відновити.
office-card-block-sure = Заблокувати цю картку?
office-card-block-why = Її коди одразу перестануть діяти на кожному пристрої та на роздруківці. Мешканець отримає лист.
office-card-unblock-sure = Розблокувати цю картку?
office-card-unblock-why = Спершу перевірте, хто ця людина. Пристрої отримають нові коди, щойно з’єднаються з інтернетом.
view-files = Надіслані файли
view-larger = Збільшити
view-smaller = Зменшити
view-turn = Повернути
view-open = Відкрити в новій вкладці
view-nothing = Цього файлу немає
### application end

### Моя картка
my-card = Моя картка
my-card-code = Код картки
my-card-valid = Картка дійсна до { $date }
my-card-valid-soon = Картка дійсна до { $date } { $days ->
    [0] Сьогодні останній день.
    [one] Залишився { $days } день.
    [few] Залишилося { $days } дні.
    [many] Залишилося { $days } днів.
   *[other] Залишилося { $days } дня.
}
my-card-scheduled = Картка буде дійсна з { $date }
my-card-expired = Термін дії картки закінчився { $date }
my-card-grace = Дійсна до { $date }, установа розглядає продовження
my-card-today = сьогодні, { $time }
my-card-yesterday = учора, { $time }
my-card-works-offline = Картка працює і без інтернету.
my-card-full = Показати код на весь екран
my-card-benefits = На що я маю право
my-card-runway = Підключіться до інтернету до { $date } Потім у пункті можуть попросити документ.
my-card-no-code = На цьому пристрої ще немає коду. Підключіться до інтернету, увійдіть і оновіть картку.
my-card-no-key = Цей браузер не може безпечно зберегти ключ картки. Відкрийте сторінку у звичайному (не приватному) вікні або в іншому браузері.
my-card-expired-next = Подайте заяву на нову картку. Достатньо чинного документа.
my-card-scheduled-next = Код з’явиться тут у перший день дії картки.
my-card-apply = Подати заяву
my-card-damaged = Не вдалося прочитати картку на цьому пристрої
my-card-damaged-next = Ваша картка в безпеці в установі. Завантажте її знову.
my-card-fetch = Завантажити картку знову
my-card-none = У вас ще немає картки
my-card-none-next = Подайте заяву онлайн. Коли установа надасть картку, вона з’явиться тут сама.
my-card-none-here = На цьому пристрої немає картки
my-card-none-here-next = Увійдіть один раз, щоб її завантажити. Потім картка відкривається без входу і без інтернету.
my-card-none-offline = На цьому пристрої немає картки
my-card-none-offline-next = Щоб її завантажити, підключіться до інтернету й увійдіть.
my-card-coming = Картка з’явиться тут, коли установа її надасть.
my-card-draft = Незавершена заява
my-card-blocked = Картку заблоковано
my-card-revoked = Картку анульовано
my-card-revoked-next = Цією карткою більше не можна користуватися. Установа пояснить причину і що робити далі.
my-card-days = Дані { $days }-денної давності
my-card-days-offline = Без інтернету – дані { $days }-денної давності
my-card-run-out = Код втратив чинність { $date } Підключіться до інтернету, і він оновиться сам. До того часу у пункті можуть попросити документ.
my-card-stopped = Цю картку вимкнено на цьому пристрої
my-card-stopped-next = Її вимкнули у списку пристроїв. Якщо це ваш пристрій, додайте картку ще раз: вона отримає новий ключ.
my-card-add = Додати картку на цей пристрій
my-card-signed-out = Тут ніхто не ввійшов
my-card-signed-out-next = Увійдіть, щоб перевірити, чи картка досі працює на цьому пристрої. Інакше код діятиме тут щонайдовше до { $date }.
my-card-clock-slow = Годинник цього телефона відстає на { $age }
my-card-clock-fast = Годинник цього телефона поспішає на { $age }
my-card-clock-next = Код ми виправляємо самі. Увімкніть автоматичну дату й час, щоб він працював і після зміни годинника.
my-card-brighten = Зробіть екран яскравішим, якщо сканер не бачить коду.
my-card-may-sleep = Екран може згаснути: цей пристрій не дає цьому запобігти.
my-card-stay-awake = Не гасити екран
my-card-blocked-since = З { $date }. Жоден код цієї картки зараз не діє, зокрема на роздруківці.
my-card-blocked-undo = Якщо картка знайшлася, блокування можна скасувати до { $date } Потім картку буде анульовано.
my-card-blocked-office = До { $date } її може розблокувати установа. Зателефонуйте або прийдіть із документом.
my-card-blocked-over = Це блокування вже не можна скасувати. Зателефонуйте до установи: потрібна буде нова картка.
my-card-unblock = Скасувати блокування
my-card-unblock-title = Скасувати блокування картки?
my-card-unblock-why = Введіть пароль до облікового запису, щоб ніхто з вашим відкритим телефоном не зробив цього замість вас. Пристрої отримають нові коди, щойно з’єднаються з інтернетом.
my-card-unblock-password = Пароль не підходить. Перевірте його і спробуйте ще раз.
my-card-unblocked = Картку розблоковано
card-rows = Більше про картку
card-rows-devices = Загублена картка, новий телефон
card-rows-print = Коли телефона немає під рукою
card-rows-answer = Турнікет або автомат показує код
devices-title = Пристрої та безпека
devices-list = Де є картка
devices-count = Картка є на { $n } із { $limit } можливих пристроїв.
devices-none = Зараз картки немає на жодному пристрої
devices-none-next = Показати картку на цьому пристрої
devices-offline = Без інтернету
devices-offline-works = Працює: код картки на цьому пристрої.
devices-offline-not = Не працює: вимкнення пристроїв. Блокування зачекає на інтернет; якщо картку загублено, швидше зателефонувати до установи.
device-this = Цей пристрій
device-used = Востаннє: { $used }
device-since = Картка тут від { $since }
device-key-software = Ключ у програмі, захищений слабше.
device-key-browser = Ключ у браузері, який нікому його не віддає.
device-key-hardware = Ключ у захищеному чипі телефона.
device-stop = Вимкнути
device-stop-label = Вимкнути картку на: { $device }
device-stop-title = Вимкнути картку на: { $device }?
device-stop-why = Код на цьому пристрої втратить чинність. Пункти з інтернетом дізнаються за кілька хвилин, решта – під час наступного оновлення списку.
device-stop-own = Це пристрій, на який ви зараз дивитеся. Код одразу з нього зникне. Картку можна знову додати однією кнопкою.
device-stopped = Пристрій вимкнено
too-many-title = На один пристрій забагато
too-many-next = Вимкніть один із пристроїв нижче. Картка з’явиться тут сама.
block-title = Загублена картка або телефон
block-what = Заблокуйте картку одним натисканням. Її коди одразу перестануть діяти на кожному пристрої та на роздруківці.
block-back = Якщо вона знайдеться, ви скасуєте це паролем протягом { $days ->
    [one] { $days } дня
   *[other] { $days } днів
}.
block-back-office = Якщо вона знайдеться, установа скасує це протягом { $days ->
    [one] { $days } дня
   *[other] { $days } днів
}.
block-do = Заблокувати картку
block-offline = Не вдалося з’єднатися, тому картку ще не заблоковано. Спробуйте ще раз або зателефонуйте до установи.
looks-title = Коли показували ваше фото
looks-photo = У пункті переглянули фото й ім’я
looks-typed = У пункті ввели номер картки й код
looks-none = Ще ніхто не перевіряв картку через інтернет
looks-note = Останні 30 днів. Перевірки без інтернету ніде не залишають сліду.
print-title = Картка на папері
print-what = Роздруківка має сталий код. Вона стане в пригоді, коли телефона немає під рукою.
print-document = Завжди з документом із фото
print-document-why = Папір легко скопіювати, тому в пункті щоразу попросять документ. Код у телефоні цього не потребує.
print-make = Підготувати роздруківку
print-ready = Роздруківка готова
print-made = Підготовлено
print-until = Чинна до
print-a4 = Завантажити аркуш A4 (PDF)
print-cr80 = Завантажити для принтера карток (PDF)
print-again = Підготувати нову роздруківку
print-again-why = Нова роздруківка анулює попередню.
print-not-here = Місто не видає карток на папері
print-not-here-next = Картку можна показати в телефоні, зокрема без інтернету.
answer-title = Відповісти на запитання пристрою
answer-lead = Турнікет, автомат або каса може спершу показати свій код. Відскануйте його, і телефон підготує відповідь.
answer-scan = Відскануйте код з екрана пристрою
answer-typed = Ввести або вставити запитання
answer-text = Текст запитання
answer-text-hint = Починається з RKCQ:
answer-read = Прочитати
answer-asks = Запитує: { $name }
answer-asks-why = Так називає себе цей пристрій. Відповідайте, лише якщо стоїте саме біля нього.
answer-show = Показати відповідь
answer-for = Відповідь для: { $name }
answer-once = Відповідь діє один раз, щонайбільше 30 секунд
answer-over = Час минув. Відскануйте запитання ще раз.
answer-again = Відсканувати ще раз
answer-is-card = Це код картки, а не запитання пристрою. Картку перевіряють у розділі «Перевірити картку».
answer-is-other = Це не запитання пристрою. Відскануйте код з екрана турнікета або автомата.

### Перевірка картки
check-title = Перевірити картку
check-list-offline = Без інтернету. { $list }
check-camera-title = Відскануйте код із телефону мешканця
check-camera-why = Камера працює лише на цьому пристрої. Ми нічого не записуємо і не надсилаємо.
check-camera-on = Увімкнути камеру
check-camera-starting = Вмикаємо камеру. Дозвольте нею скористатися.
check-camera-aim = Наведіть камеру на код, щоб він заповнив рамку
check-camera-torch = Ліхтарик
check-camera-refused = Камеру заблоковано
check-camera-refused-next = Натисніть значок замка біля адреси сторінки й дозвольте камеру. Можна також додати фото коду.
check-camera-absent = Камеру не знайдено
check-camera-absent-next = Додайте фото коду або скористайтеся сканером, під’єднаним до комп’ютера.
check-other = Без камери
check-picture = Фото коду
check-picture-hint = Фото екрана телефону мешканця, зроблене щойно
check-picture-choose = Вибрати фото
check-picture-unreadable = Не вдалося відкрити цей файл. Виберіть фото JPG або PNG.
check-picture-no-code = На цьому фото не видно QR-коду. Зробіть нове, зблизька і без відблисків.
check-text = Текст коду
check-text-hint = Для сканера, який вводить текст. Такий сканер працює й без натискання на це поле.
check-text-empty = Введіть текст коду. Він починається з RKC1:
check-text-send = Перевірити
check-next = Сканувати наступну
check-next-any = Перевірити наступну
check-holder = { $class }, ініціали { $initials }
check-adult = Доросла особа
check-child = Дитина
check-senior = Особа старшого віку
check-again = Цю картку перевіряли тут { $age } тому.
check-expired = Термін дії картки на цьому телефоні закінчився { $date }
check-expired-next = Попросіть відкрити картку з інтернетом, щоб вона оновилася. Якщо це не допоможе, картку треба поновити в установі.
check-stale = Цей код створено { $age } тому, а він діє лише 45 секунд. Можливо, це знімок екрана.
check-stale-next = Попросіть відкрити картку в застосунку й відскануйте код з екрана. Якщо результат повториться, перевірте час на обох телефонах.
check-ahead = Годинники не збігаються: код випереджає час на { $age }.
check-ahead-next = Увімкніть автоматичні дату й час на обох телефонах, потім відскануйте код ще раз.
check-unknown-key = Цю картку не підписав жоден ключ зі списку на цьому пристрої. Список може бути застарілим.
check-unknown-key-next = Підключіться до інтернету, оновіть список і відскануйте код ще раз.
check-forged = Підпис не збігається. Цей код видало не місто або його хтось змінив.
check-forged-next = Не надавайте знижки. Попросіть відкрити картку в застосунку.
check-damaged = Код пошкоджено або прочитано лише частково.
check-damaged-next = Відскануйте його ще раз, зблизька і без відблисків.
check-foreign = Це не код картки мешканця.
check-foreign-next = Попросіть код з екрана «Моя картка».
check-no-list = На цьому пристрої ще немає списку, який охоплює цю картку.
check-no-list-next = Підключіться до інтернету й оновіть список. Потім перевірка працює і без інтернету.
check-wrong-clock = Годинник цього пристрою відстає, тому код не можна оцінити.
check-wrong-clock-next = Увімкніть автоматичні дату й час, потім відскануйте код ще раз.
check-seconds = { $count ->
    [one] { $count } секунду
    [few] { $count } секунди
    [many] { $count } секунд
   *[other] { $count } секунди
}
check-minutes = { $count ->
    [one] { $count } хвилину
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
check-hours = { $count ->
    [one] { $count } годину
    [few] { $count } години
    [many] { $count } годин
   *[other] { $count } години
}
check-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
check-list-today = Список за сьогодні, { $time }
check-list-yesterday = Список за вчора, { $time }
check-list-days = { $count ->
    [one] Списку вже { $count } день
    [few] Списку вже { $count } дні
    [many] Списку вже { $count } днів
   *[other] Списку вже { $count } дня
}
check-list-ended = Список за { $date } уже не дійсний. Підключіться до інтернету й оновіть його.
check-list-none = Тут ще немає списку карток.
check-other-root = Сервер показує інший ключ міста, ніж досі
check-other-root-next = Залишається попередній список. Не вводьте тут жодних даних і повідомте міську установу.
check-layout = Сканер має іншу розкладку клавіатури: установіть US/QWERTY у сканері або на цьому комп’ютері.
check-more = Інші можливості
check-next-question = Показати нове запитання
check-person = { $class }: { $name }
check-until = Картка дійсна до { $date }
check-minor = Картка неповнолітньої особи. Знижка діє лише для неї.
check-by-guardian = Картку дитини показує опікун. Подивіться на дитину або на її фото.
check-valid-next = Можна надати знижку.
check-offline = Картка була дійсна за списком від { $date }
check-offline-next = Можна надати знижку. Оновіть список, коли буде інтернет.
check-grace = Термін картки минув, але установа вже розглядає її поновлення. До рішення картка діє.
check-document = Це надрукований код, а роздруківку можна скопіювати.
check-document-next = Попросіть документ із фото. Порівняйте ім’я, прізвище та фото з особою і з роздруківкою.
check-typed = Номер і цифри збігаються, але цифри можна комусь передати.
check-typed-next = Попросіть документ із фото. Порівняйте ім’я, прізвище та фото з особою.
check-document-same = Збігається
check-document-other = Не збігається
check-list-old = Код справжній, але список заблокованих карток – від { $date }
check-list-old-next = Оновіть список. Без інтернету попросіть документ із фото.
check-list-expired = Список на цьому пристрої датований { $date } і вже не дійсний.
check-list-expired-next = Підключіться до інтернету, оновіть список і відскануйте код ще раз.
check-early = Картка почне діяти { $date }
check-early-next = Поки що не надавайте знижки. Вона діятиме від цього дня.
check-blocked = Картку заблоковано.
check-blocked-next = Не надавайте знижки. Скажіть, що картку можна розблокувати в міській установі.
check-revoked = Ця картка у списку карток, які вже не діють.
check-revoked-next = Не надавайте знижки. Скажіть, що справу пояснить міська установа.
check-inactive = Цю картку ще не відкривали на жодному телефоні.
check-inactive-next = Попросіть відкрити картку в застосунку й відскануйте код з екрана.
check-replayed = Цей код перевіряли тут { $age } тому. Можливо, це його копія.
check-replayed-before = Цей код уже показували, тут або в іншому пункті. Можливо, це його копія.
check-replayed-next = Зачекайте на наступний код: на телефоні він змінюється кожні 15 секунд.
check-other-question = Цей код є відповіддю на запитання іншого пристрою.
check-other-question-next = Попросіть звичайний код з екрана «Моя картка».
check-no-answer = Це не відповідь на запитання з цього екрана.
check-no-answer-next = Спершу відскануйте запитання телефоном із карткою, потім покажіть відповідь.
check-late = Відповідь надійшла запізно: запитання діє 30 секунд.
check-late-next = Відскануйте телефоном нове запитання.
check-unknown = Такої картки немає або шість цифр не збігаються.
check-unknown-next = Порівняйте номер із карткою і введіть шість цифр, які телефон показує зараз.
check-face-offline = Без інтернету видно лише ініціали.
check-face-used = Фото за цим кодом уже показували. Наступний код покаже його знову.
check-face-not-fresh = Код уже змінився, тому фото не буде.
check-face-failed = Не вдалося завантажити фото. Видно лише ініціали.
check-face-choice = Показувати фото та ім’я
check-face-choice-hint = Коли є інтернет. Вони зникають разом із результатом.
check-settings = Налаштування цього пристрою
check-sound = Звук після перевірки
check-sound-hint = Один тон: картка дійсна. Два низькі: недійсна. Три короткі: невідомо.
check-vibration = Вібрація після перевірки
check-vibration-hint = Якщо цей пристрій уміє вібрувати
check-number-title = Ввести номер картки
check-number-detail = Коли код не вдається відсканувати
check-number-offline = Без інтернету номер не перевірити
check-number-offline-next = Відскануйте код із телефона або попросіть документ із фото й вирішіть на місці.
check-number = Номер картки
check-number-hint = 12 цифр, наприклад 1234 5678 9015
check-number-twelve = Номер картки має 12 цифр.
check-number-mistyped = Одна з цифр не збігається. Порівняйте номер із карткою.
check-digits = Шість цифр із телефона
check-digits-hint = Вони під кодом картки й змінюються кожні 30 секунд
check-digits-six = Введіть шість цифр, які телефон показує зараз.
check-today = Сьогодні
check-today-sum = { $count ->
    [one] { $count } перевірка
    [few] { $count } перевірки
    [many] { $count } перевірок
   *[other] { $count } перевірки
}
check-today-valid = Дійсні
check-today-invalid = Недійсні
check-today-unsure = Непевні
check-today-groups = Хто користувався
check-today-empty = Сьогодні ще нічого не перевіряли
check-today-note = Лише числа, без прізвищ. Вони зникають опівночі.
check-ask = Режим запитання
check-ask-detail = Каса самообслуговування або турнікет
check-ask-what = Спершу цей пристрій показує код із запитанням. Телефон із карткою відповідає лише на нього, тому копія коду тут нічого не дасть.
check-ask-name = Назва цього місця
check-ask-name-hint = Її побачить власник картки, наприклад Basen Kapry, каса 1
check-ask-name-wrong = Введіть коротку назву: щонайбільше { $count } латинські знаки, а кирилицею вдвічі менше.
check-ask-begin = Почати
check-ask-heading = Відскануйте цей код телефоном
check-ask-how = У застосунку виберіть «Відповісти на запитання пристрою», відскануйте код з екрана й покажіть відповідь камері.
check-ask-qr = QR-код із запитанням
check-ask-ring = Нове запитання кожні 15 секунд
check-ask-rename = Змінити назву
check-ask-end = Завершити

### Знижки
benefits-title = Знижки
benefits-search = Знайти знижку або місце
benefits-found = { $count ->
    [0] Немає результатів
    [one] { $count } знижка
    [few] { $count } знижки
    [many] { $count } знижок
   *[other] { $count } знижки
}
benefits-category = Вид знижки
benefits-none = Немає результатів для «{ $words }»
benefits-clear = Очистити фільтр
benefit-share = Поділитися знижкою
benefit-show-code = Показати код
benefit-address = Адреса
benefit-hours = Години роботи
benefit-phone = Телефон
benefit-website = Сайт
benefit-ended = Цієї знижки вже немає
benefit-ended-next = Пропозиція закінчилася або змінилася її адреса. Перегляньте інші знижки.
category-sport = Спорт
category-culture = Культура
category-food = Їжа
category-health = Здоров’я
category-education = Навчання
category-shops = Магазини
category-services = Послуги
category-transport = Транспорт
category-family = Для родин

### settings

## Акаунт і налаштування
settings-title = Акаунт і налаштування
settings-to-do = Треба зробити
settings-family = Родина
settings-family-row = Картки дітей і близьких, запрошення
settings-you = Ваші дані
settings-member = Цей акаунт належить до родини: тут можна змінити пароль і телефон. Адресу e-mail змінює особа, яка веде родину.
settings-security = Безпека
settings-rights = Згоди та приватність
settings-back = Назад до налаштувань
settings-save = Зберегти
settings-saved = Збережено
kept-offline = Зараз можна лише переглядати. Зміни зробите, коли повернеться інтернет.
settings-password = Змінити пароль
settings-password-row = Змінити пароль до акаунта
settings-password-lead = Після зміни ми завершимо сеанси на всіх інших пристроях і повідомимо вас на e-mail.
settings-password-old = Поточний пароль
settings-password-wrong = Це не поточний пароль. Перевірте його та введіть ще раз.
settings-password-done = На цьому пристрої сеанс триває, на всіх інших завершено.
settings-email = Змінити адресу e-mail
settings-email-lead = Ми надішлемо посилання на нову адресу. До підтвердження діє теперішня, на яку ми теж напишемо.
settings-email-now = Зараз: { $email }
settings-email-new = Нова адреса e-mail
settings-email-sent = Відкрийте повідомлення й перейдіть за посиланням. Воно діє 24 години. До того часу входьте з теперішньою адресою.
settings-email-confirm = Підтвердьте нову адресу
settings-email-confirm-lead = Натисніть кнопку, щоб цей акаунт відтепер використовував нову адресу e-mail.
settings-email-confirm-do = Підтвердити адресу
settings-email-done = Адресу змінено
settings-email-done-next = Відтепер входьте з новою адресою. Повідомлення теж надходитимуть на неї.
settings-email-expired = Посилання могло бути використане, замінене новішим або минуло 24 години. Змініть адресу ще раз: ми надішлемо нове посилання.
settings-phone = Телефон
settings-phone-hint = Ми телефонуємо лише тоді, коли треба щось з’ясувати. Порожнє поле видаляє номер
settings-phone-malformed = Перевірте номер телефону. У ньому має бути 9 цифр або код країни на початку

## Згоди
settings-consents = Згоди
settings-consents-row = Тексти, історія, відкликання
settings-consents-due = Потрібні ваші згоди
settings-consents-due-why = Їхній текст змінився або відтепер ви вирішуєте про них самостійно. Прочитайте й позначте.
settings-consents-due-do = Перейти до згод
settings-consents-missing = Позначте обов’язкові згоди
settings-consents-none = Цей акаунт не має згод
settings-consents-none-why = Акаунтам неповнолітніх і працівників міста згоди не потрібні. Після 18-річчя ми запитаємо про власні.
settings-consent-given = Надано
settings-consent-not-given = Не надано
settings-consent-missing = Чекає на вашу згоду
settings-consent-since = з { $day }
settings-consent-give = Надати згоду
settings-consent-withdraw = Відкликати згоду
settings-consent-required = Без цієї згоди акаунт не може існувати. Відкликати її означає видалити акаунт:
settings-consent-history = Історія цієї згоди
settings-consent-was-given = Надано, версія { $version }
settings-consent-was-withdrawn = Відкликано, версія { $version }

## Хто може діяти від вашого імені
settings-ties = Хто може діяти від вашого імені
settings-ties-row = Родини, до яких ви належите
settings-ties-lead = Ці особи мають вас у своїй родині. Згоду можна відкликати будь-коли.
settings-ties-none = Ніхто не діє від вашого імені
settings-ties-none-why = Якщо хтось запросить вас до родини, це з’явиться тут. Без вашої згоди ніхто не побачить вашої картки.
settings-tie-acts = Може діяти
settings-tie-acts-not = Не може діяти
settings-tie-acts-what = Ця особа може подавати заяви за вас і показувати вашу картку на своєму телефоні.
settings-tie-acts-not-what = Ця особа не бачить ні вашої картки, ні заяв.
settings-tie-minor = До 18-річчя за вас діє опікун. Того дня його доступ закінчиться сам.
settings-tie-since = У цій родині з { $day }
settings-tie-give = Дозволити діяти
settings-tie-give-title = Дозволити діяти від вашого імені?
settings-tie-give-why = Ця особа бачитиме вашу картку та подаватиме заяви за вас. Згоду можна відкликати будь-коли.
settings-tie-withdraw = Відкликати згоду діяти
settings-tie-withdraw-title = Відкликати згоду діяти?
settings-tie-withdraw-why = Ця особа одразу перестане бачити ваші справи, а картка на її пристроях перестане діяти.
settings-tie-leave = Вийти з родини
settings-tie-leave-title = Вийти з родини?
settings-tie-leave-why = Акаунт і картка залишаються вашими. Ця особа одразу втратить доступ, а повернутися можна лише за новим запрошенням.

## Пристрої з активним сеансом
sessions-title = Пристрої з активним сеансом
sessions-row = Де виконано вхід у цей акаунт
sessions-lead = Не впізнаєте якийсь пристрій? Завершіть сеанс і змініть пароль.
sessions-unnamed = Пристрій без назви
sessions-used = Останнє використання: { $when }
sessions-since = Вхід виконано { $day }
sessions-stop-others = Завершити всі інші сеанси
sessions-stopped = Сеанс завершено
sessions-none = У цей акаунт увійшли лише тут
sessions-note = Завершення сеансу не вимикає картку на тому пристрої. Вимкнути картку можна на сторінці «Пристрої та безпека».

## Двоетапний вхід
second-title = Двоетапний вхід
second-row = Крім пароля, код із застосунку
second-on = Увімкнено
second-off = Вимкнено
second-due = Спершу увімкніть двоетапний вхід
second-due-why = Цей акаунт бачить дані мешканців, тому самого пароля замало. Це займе близько двох хвилин.
second-due-do = Увімкнути другий етап
second-lead = Під час входу після пароля ви вводите шість цифр із застосунку в телефоні. Той, хто дізнається пароль, без телефону не ввійде.
second-way-1 = Встановіть будь-який застосунок для кодів, наприклад FreeOTP, Aegis або менеджер паролів
second-way-2 = Відскануйте ним QR-код, який ми покажемо
second-way-3 = Введіть шість цифр із застосунку та збережіть резервні коди
second-begin = Почнімо
second-begin-why = Спершу підтвердьте, що це ви.
second-begin-do = Показати QR-код
second-scan = Відскануйте код у застосунку
second-scan-how = У застосунку для кодів виберіть додавання акаунта й наведіть камеру на це зображення.
second-qr = QR-код для застосунку з кодами
second-type = Не можу відсканувати
second-type-how = Введіть цей ключ у застосунок. Пробіли не мають значення. Тип: на основі часу.
second-prove = Перевірте, чи працює
second-code = Код із застосунку
second-code-hint = Шість цифр, які змінюються кожні 30 секунд
second-code-missing = Введіть код із застосунку або резервний код
second-turn-on = Увімкнути другий етап
second-is-on = Двоетапний вхід увімкнено
second-is-off = Двоетапний вхід вимкнено
second-standing = Поточний стан
second-codes = Резервні коди
second-codes-why = Кожен діє один раз замість коду із застосунку. Вони знадобляться, якщо телефону не буде. Збережіть їх зараз: вдруге ми їх не покажемо.
second-codes-copy = Копіювати
second-codes-copied = Коди скопійовано. Вставте їх у безпечне місце.
second-codes-not-copied = Не вдалося скопіювати. Завантажте файл або перепишіть коди.
second-codes-save = Завантажити файлом
second-codes-print = Друкувати
second-codes-kept = Коди збережено
second-codes-keep-first = Збережіть коди й позначте це поле. Без них втрата телефону закриє акаунт.
second-codes-left = { $n ->
    [one] Залишився { $n } код
    [few] Залишилося { $n } коди
    [many] Залишилося { $n } кодів
   *[other] Залишилося { $n } коду
}
second-codes-few = Резервні коди закінчуються. Створіть нові та збережіть їх поза телефоном.
second-codes-new = Нові резервні коди
second-codes-new-do = Створити нові коди
second-codes-new-why = Усі попередні резервні коди перестануть діяти.
second-done = Готово
second-turn-off = Вимкнути другий етап
second-off-question = Вимкнути двоетапний вхід?
second-off-why = Для входу вистачить самого пароля, а резервні коди перестануть діяти.
second-staff = Акаунт, який бачить дані інших осіб, завжди має другий етап. Його не можна вимкнути.
second-sign-in = Ще код
second-sign-in-lead = Пароль правильний. Відкрийте застосунок із кодами та перепишіть шість цифр.
second-no-phone = Телефону немає під рукою
second-no-phone-how = Введіть у тому самому полі один із резервних кодів. Кожен діє один раз. Якщо немає і їх, зателефонуйте до установи.

## Дані та приватність
privacy-title = Дані та приватність
privacy-row = Завантаження даних, хто переглядав вашу справу, видалення акаунта
privacy-archive = Ваші дані в одному файлі
privacy-archive-lead = Усе, що ми маємо про вас: акаунт, заяви, картка, згоди й надіслані файли. Відкривається в браузері.
privacy-archive-get = Завантажити дані (ZIP)
privacy-archive-make = Підготувати файл
privacy-looks = Хто переглядав вашу справу
privacy-looks-lead = Кожне відкриття заяви, фото, документа й картки установою.
privacy-looks-none = Установа ще не відкривала вашої справи
privacy-look-case = Установа відкрила заяву
privacy-look-photo = Установа переглянула фото
privacy-look-document = Установа переглянула документ
privacy-look-case-changed = Установа опрацьовувала заяву
privacy-look-card = Установа перевірила картку
privacy-look-card-changed = Установа змінила стан картки
privacy-erase = Видалити акаунт
privacy-erase-lead = Перш ніж щось зникне, ми покажемо, що саме видалимо і що має залишитися.
privacy-erase-staff = Цей акаунт працює для міста. Його видаляє адміністратор.
privacy-erase-see = Переглянути, що зникне
privacy-erase-what = Видаляємо одразу й назавжди: акаунт, дані, фото, документи й картки осіб зі списку.
privacy-erase-whom = Кого це стосується
privacy-fate-erased = Видаляємо все, картка перестає діяти
privacy-fate-stays = Залишається: має інший акаунт або опікуна. Закінчується лише ваш доступ
privacy-stays = Що має залишитися
privacy-stay-decision = Номер заяви та рішення
privacy-stay-revocation = Скасування кодів картки
privacy-stay-audit = Журнал подій, лише номери
privacy-stays-until = до { $day }
privacy-stays-why = Цього вимагає закон. Залишається без прізвища, адреси, фото й файлів.
privacy-erase-sure = Підтвердьте паролем
privacy-erase-warning = Це не можна скасувати. Нову картку доведеться оформлювати спочатку.
privacy-erase-do = Видалити акаунт
privacy-erase-question = Видалити акаунт назавжди?
privacy-erase-for-good = Видалити назавжди
privacy-erased = Акаунт видалено
privacy-erased-what = Дані зникли із сервера та з цього пристрою. На вашу адресу ми надіслали останнє повідомлення з підтвердженням.
### end of settings

# Passkeys
passkey-title = Ключі доступу
passkey-row = Вхід за відбитком пальця, обличчям або кодом пристрою
passkey-lead = Ключ доступу замінює пароль і другий крок. Його не можна підгледіти чи виманити: він працює лише на цьому сайті.
passkey-none = Ключа ще немає
passkey-not-here = Цей пристрій або ця адреса не підтримує ключів доступу. Пароль працює, як і раніше.
passkey-add-title = Додати ключ
passkey-add = Додати ключ на цьому пристрої
passkey-add-how = Введіть пароль, і пристрій попросить відбиток пальця, обличчя або свій код.
passkey-added = Ключ додано
passkey-removed = Ключ видалено
passkey-unanswered = Пристрій не надав ключа. Можна спробувати ще раз.
passkey-unused = Ще не використовувався
passkey-since = Додано { $day }
passkey-remove = Видалити ключ
passkey-sign-in = Увійти з ключем
passkey-sign-in-none = Не вдалося використати ключ. Спробуйте ще раз або увійдіть з паролем.

### family
family-title = Родина
family-lead = Кожна з цих осіб має окрему картку. Тут видно, що з нею зробити.
family-none = Додайте дитину або близьку людину
family-none-why = Картку дитини можна показати в цьому застосунку одним дотиком.
family-add = Додати акаунт
family-add-lead = Картка кожної особи окрема. Заяву на неї подасте наступним кроком.
family-add-do = Додати акаунт
family-added = Акаунт додано
family-who = Кого можна додати
family-who-child = Дитину до 18 років: досить імені, прізвища та дати народження. Її справами займається опікун.
family-who-adult = Повнолітню особу: на її адресу e-mail прийде запрошення. Вона сама вирішить, чи може хтось діяти від її імені.
family-who-private = Додана особа після входу бачить лише свою картку, свої заяви та знижки.
family-offline = Без інтернету можна лише переглядати. Зміни повернуться разом із мережею.
family-described = { $relationship }, { $years ->
    [one] { $years } рік
    [few] { $years } роки
    [many] { $years } років
   *[other] { $years } року
}
family-for = { $what }: { $name }
family-kin-spouse = Чоловік або дружина
family-kin-partner = Партнер або партнерка
family-kin-child = Дитина
family-kin-stepchild = Пасинок або падчерка
family-kin-foster-child = Дитина в прийомній родині
family-kin-ward = Особа під опікою
family-kin-parent = Батько або мати
family-kin-sibling = Брат або сестра
family-kin-grandparent = Бабуся або дідусь
family-kin-grandchild = Онук або онучка
family-kin-other = Інша близька людина

## Стан картки або акаунта одним словом
family-card-nothing = Без картки
family-card-waiting = Заява в установі
family-card-to-correct = Потрібне виправлення
family-card-valid = Картка дійсна
family-card-ending = Картка закінчується
family-card-scheduled = Картку надано
family-card-ended = Строк картки минув
family-card-blocked = Картку заблоковано
family-card-revoked = Картку скасовано
family-is-invited = Запрошення надіслано
family-is-expired = Запрошення прострочене
family-is-declined = Запрошення відхилено
family-is-of-age = Виповнилося 18 років
family-is-own-account = Власний акаунт

## Що далі
family-next-apply = Заяви на картку ще немає. Подайте її зараз.
family-next-waiting = Заява в установі. Нічого робити не треба.
family-next-mend = Установа просить виправити заяву. Виправте її.
family-next-valid = Дійсна до { $date }
family-next-ending = Дійсна лише до { $date } Подайте заяву на нову.
family-next-scheduled = Буде дійсна з { $date }
family-next-ended = Була дійсна до { $date } Подайте заяву на нову.
family-next-blocked = Код цієї картки не працює. Дізнайтеся, як її розблокувати.
family-next-revoked = Ця картка вже не діє. Подайте заяву на нову.
family-next-own-account = Ця особа веде свої справи у власному акаунті.
family-next-invited = Чекаємо на відповідь до { $date }
family-next-resend = Посилання із запрошення вже не працює. Надішліть його ще раз.
family-next-declined = Відповідь: ні. Якщо домовитеся, запрошення можна надіслати ще раз.
family-next-of-age-email = Виповнилося 18 років: вкажіть адресу e-mail до { $date } Картка перейде до власного акаунта цієї особи.
family-next-of-age-resend = Виповнилося 18 років: надішліть запрошення до { $date } Картка перейде до власного акаунта цієї особи.
family-next-soon-email = Через { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
} виповниться 18 років: вкажіть адресу e-mail.
family-next-soon-resend = Через { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
} виповниться 18 років: надішліть запрошення до власного акаунта.
family-next-soon-invited = Через { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
} виповниться 18 років. Запрошення до власного акаунта чекає на відповідь.
family-do-apply = Подати заяву
family-do-mend = Виправити заяву
family-do-follow = Переглянути заяву
family-do-show = Показати картку
family-do-unblock = Переглянути картку
family-do-resend = Надіслати запрошення ще раз
family-do-email = Вказати адресу e-mail
family-do-address = Змінити адресу
family-resent = Запрошення надіслано
family-not-shown = Цю особу зараз не можна показати. Оновіть список і спробуйте ще раз.

## Форма особи
family-given-missing = Впишіть ім’я
family-surname-missing = Впишіть прізвище
family-born-hint = Наприклад, 31 3 2015. Місяць можна словом
family-relationship = Ступінь спорідненості
family-relationship-hint = Ким ця особа є для вас
family-relationship-missing = Виберіть ступінь спорідненості
family-email-hint = Обов’язкова для осіб, яким виповнилося 18 років
family-email-hint-adult = Обов’язкова з 18 років. На цю адресу прийде запрошення з посиланням для встановлення пароля
family-email-hint-minor = З адресою дитина може сама входити й показувати картку у своєму телефоні. На адресу прийде посилання для встановлення пароля
family-email-needed = Вкажіть адресу e-mail: з 18 років вона обов’язкова
family-confirmed = Підтверджено установою
family-confirmed-why = Ім’я, прізвище та дату народження підтвердила установа. Їх змінить лише нова заява.
family-edit = Змінити дані особи
family-edit-address = На нову адресу ми надішлемо запрошення. Попереднє посилання перестане працювати.
family-save = Зберегти
family-saved = Збережено

## Особа
family-one = Особа з родини
family-gone = Цієї особи немає в родині
family-gone-why = Її могли вилучити, або вона вийшла сама.
family-data = Дані
family-invitation = Запрошення до акаунта
family-invited = Посилання працює до { $date }. Після встановлення пароля ця особа побачить свою картку, заяви та знижки.
family-invitation-expired = Посилання працювало 7 днів і вже не діє. Надішліть запрошення ще раз або вкажіть іншу адресу.
family-invitation-declined = Запрошення не прийнято. Якщо домовитеся, його можна надіслати ще раз.
family-invitation-of-age = Ця особа повнолітня і ще не має акаунта. Запрошення можна надіслати до { $date } Картка перейде до її акаунта без нової заяви.
family-consent = Згода на дії від її імені
family-consent-yes = Є
family-consent-no = Немає
family-consent-yes-text = Ви можете показувати її картку й подавати за неї заяви. Ця особа може відкликати згоду будь-коли у своїх налаштуваннях. Ви можете вилучити її з родини.
family-consent-no-text = Картка й заяви цієї особи є лише в її акаунті. Згоду вона може дати у своїх налаштуваннях, на сторінці «Хто може діяти від вашого імені».
family-guardian = Другий опікун
family-guardian-nobody = Другий із батьків чи опікун теж може показувати картку дитини й подавати заяви, у своєму акаунті.
family-guardian-invited = Запрошення для другого опікуна діє до { $date }
family-guardian-linked = Дитина має другого опікуна. Опікуни не бачать даних одне одного.
family-guardian-add = Додати другого опікуна
family-guardian-again = Надіслати нове запрошення
family-guardian-closed = Ця дитина вже має другого опікуна або його зараз не можна додати.
family-guardian-lead = Вкажіть адресу e-mail другого з батьків чи опікуна. Запрошення діє 7 днів.
family-guardian-way-mail = На цю адресу прийде посилання. Треба увійти до акаунта з цією адресою або створити його.
family-guardian-way-both = Обидва опікуни показують картку дитини, подають за неї заяви й можуть її заблокувати.
family-guardian-way-private = Опікуни не бачать даних одне одного: адрес, документів, пристроїв та інших осіб із родини.
family-guardian-email = Адреса e-mail другого опікуна
family-guardian-do = Надіслати запрошення
family-eighteen = Вісімнадцятий день народження: { $date }
family-eighteen-what = Від півночі того дня справи веде сама ця особа. Ваш доступ закінчується, а картка лишається дійсною.
family-eighteen-email = Вкажіть адресу e-mail цієї особи: зараз або щонайпізніше через 60 днів після дня народження.
family-eighteen-password = На цю адресу прийде посилання. Ця особа встановить пароль і сама вирішить щодо згод.
family-eighteen-account = Акаунт уже є. Після дня народження ми попросимо в ньому власні згоди цієї особи.
family-eighteen-card = Картка перейде до її акаунта без нової заяви.
family-eighteen-notice = Ми нагадаємо листом за 60 днів і за 7 днів до того дня.
family-remove = Вилучити з родини
family-remove-title = Вилучити з родини: { $name }?
family-remove-nothing = Немає ні картки, ні заяви в установі. Вписані дані буде видалено.
family-remove-stays = Картка лишається: ця особа має власний акаунт або іншого опікуна. На ваших пристроях картка перестане працювати.
family-remove-ends = Картку буде скасовано, а відкриті заяви відкликано, бо ніхто інший не діє за цю особу. Цього не можна повернути.
family-removed = Особу вилучено з родини

### invite
invite-title = Запрошення
invite-until = Запрошення діє до { $date }.
invite-new-title = Встановіть пароль до акаунта
invite-new-lead = Запрошення надсилає { $from }. В акаунті буде картка особи: { $name }. Ніхто інший із родини не побачить її без вашої згоди.
invite-new-lead-minor = Запрошення надсилає { $from }. В акаунті буде картка особи: { $name }. Досить пароля, рештою займається опікун.
invite-new-year = Рік народження в запрошенні: { $year }. Якщо він неправильний, відхиліть запрошення: акаунт неповнолітньої особи має менше прав.
invite-new-do = Створити акаунт
invite-created = Акаунт працює
invite-created-next = Увійдіть з адресою, на яку прийшло запрошення.
invite-join-title = Запрошення до родини
invite-join-lead = Запрошення надсилає { $from }. Воно для особи: { $name }. Ваш акаунт і картка лишаються вашими.
invite-join-do = Приєднатися до родини: { $from }
invite-joined = Ви в родині
invite-joined-next = Згоду та участь у родині можна змінити в налаштуваннях, на сторінці «Хто може діяти від вашого імені».
invite-consent-title = Чи має хтось діяти від вашого імені?
invite-consent-what = Це не обов’язково. Без згоди ніхто з родини не бачить вашої картки та заяв.
invite-consent = Згода: { $from } може бачити й показувати мою картку та подавати за мене заяви
invite-consent-hint = Її можна відкликати будь-коли, одразу й без пояснення причини
invite-guardian-title = Запрошення для опікуна
invite-guardian-lead = Запрошення надсилає { $from }. Воно стосується дитини: { $name }.
invite-guardian-both = У своєму акаунті ви побачите картку дитини, зможете її показати, заблокувати й подати заяву.
invite-guardian-private = Другий опікун не побачить ваших даних, а ви не побачите його даних.
invite-guardian-end = Кожен опікун може завершити лише свою участь, на вкладці «Родина».
invite-guardian-do = Стати опікуном
invite-guardian-done = Дитина у вашій родині
invite-guardian-done-next = Її картку можна показати в цьому застосунку.
invite-as = Увійшла особа: { $name }, { $email }
invite-sign-in = Спершу увійдіть
invite-sign-in-join = Використайте акаунт з адресою, на яку прийшло запрошення. Після входу ви повернетеся на цю сторінку.
invite-sign-in-guardian = Використайте акаунт з адресою, на яку прийшло запрошення. Якщо його немає, створіть його з цією адресою.
invite-have-account = Я вже маю акаунт
invite-register-note = Після створення акаунта відкрийте посилання із запрошення ще раз.
invite-other-account = Вийти й використати інший акаунт
invite-decline = Відхилити запрошення
invite-decline-title = Відхилити запрошення?
invite-decline-why = Посилання перестане працювати. Особа, яка запрошує, побачить, що відповідь: ні.
invite-declined = Запрошення відхилено
invite-declined-next = Більше нічого робити не треба. Посилання вже не працює.
invite-expired-next = Посилання діє 7 днів і лише один раз. Якщо акаунт уже є, увійдіть. Якщо ні, попросіть нове запрошення.
invite-no-link = Відкрийте посилання з листа
invite-no-link-next = Ця сторінка працює лише з посиланням з листа. Відкрийте лист із запрошенням і натисніть посилання ще раз.
### end of family

### people and switch
switch-menu = Люди
switch-why = Чию картку, заяви й знижки показати?
switch-strip = Обрана особа
switch-shown = Ви дивитеся картку: { $name }
switch-back = До своєї картки
people-cards = Картки вашої родини
people-card = Картка: { $name }
people-heading = Заява для: { $name }
people-heading-page = Заява для: { $name } – { $heading }
people-heading-of = { $heading }: { $name }
people-family = Родина
people-family-text = Дані, запрошення та опікуни
people-add = Додати особу
people-add-text = Дитина або хтось із близьких
people-show = Показати код
people-see = Переглянути картку
people-applications = Заяви
people-turns = Показати всі по черзі
people-turns-place = { $n } з { $all }
people-turns-next = Наступна особа
people-turns-back = Попередня особа
people-turns-end = Завершити
people-turns-none = На цьому пристрої ще немає жодного коду
people-turns-none-next = Підключіться до інтернету й увійдіть: картки родини завантажаться самі.
people-offline = Без інтернету. Збережені коди працюють.
people-signed-out = Збережені картки тут і далі працюють. Увійдіть, щоб їх оновити.
people-looking = Шукаємо картку…
people-blocked = Картку заблоковано
people-revoked = Картку анульовано
people-stopped = Вимкнена на цьому пристрої
people-too-many = Картка вже на надто багатьох пристроях
people-damaged = Не вдалося прочитати картку
people-not-here = Немає картки на цьому пристрої
people-no-card = Немає картки
people-application = Заява: { $state }
people-none = { $name }: картки ще немає
people-none-next = Подайте заяву від імені цієї особи. Коли установа надасть картку, вона з’явиться тут сама.
people-guardian-applies = Заяву на картку подає ваш опікун зі свого акаунта. Коли установа надасть картку, ви побачите її тут.
people-guardian-undoes = Блокування може скасувати ваш опікун зі свого акаунта до { $date }
people-guardian-prints = Паперову картку друкує ваш опікун зі свого акаунта
people-turn-draft = Цю заяву хтось розпочав в іншому акаунті та ще не надіслав.
people-turn-correction = Установа чекає на доповнення від особи, яка надіслала цю заяву.
people-not-mine = Ця заява з іншого акаунта
people-not-mine-why = Тут видно, на якому вона етапі. Відповіді й додатки бачить лише особа, яка її заповнює.
people-whom-others = Заява для когось іншого? Спершу оберіть цю особу в меню з іменами або додайте її на сторінці:
people-consents = Нам потрібні ваші згоди
people-consents-why = Прочитайте їх і вирішіть. Картка працює й до цього.
people-consents-do = Перейти до згод
people-other-devices = Крім того, { $n ->
    [one] { $n } пристрій інших людей, які можуть показувати цю картку.
    [few] { $n } пристрої інших людей, які можуть показувати цю картку.
   *[other] { $n } пристроїв інших людей, які можуть показувати цю картку.
}
### end of people

# Що чекає на мережу
outbox-send-later = Надіслати, коли з’явиться інтернет
outbox-waiting = Заява чекає на інтернет
outbox-waiting-why = Її ще не надіслано. Вона в безпеці на цьому пристрої, і ми надішлемо її самі, коли з’явиться інтернет і застосунок буде відкрито.
outbox-cancel = Не надсилати
outbox-sent = Заяву надіслано
outbox-overtaken-why = Тут і в установі різні відповіді, тому нічого не надіслано. Перевірте їх і надішліть ще раз.
outbox-incomplete = У заяві чогось бракує
outbox-incomplete-why = Установа не змогла її прийняти. Доповніть відповіді й надішліть ще раз.
outbox-signed-out = Заява чекає на вхід
outbox-signed-out-why = Сеанс завершився. Після входу ми надішлемо її самі.
outbox-refused = Установа не прийняла заяву
outbox-refused-why = Нічого не втрачено. Спробуйте ще раз або зателефонуйте до установи.
outbox-block-later = Заблокувати, коли з’явиться інтернет
outbox-block-waiting = Блокування чекає на інтернет
outbox-block-why = Картку ще не заблоковано. Ми заблокуємо її, коли з’явиться інтернет і застосунок буде відкрито. Зателефонувати швидше.
outbox-block-cancel = Не блокувати

## Кіоск у ратуші

kiosk-keyboard = Клавіатура
kiosk-key-back = Видалити останній знак
kiosk-restart = Почати спочатку
kiosk-larger = Більші літери
kiosk-contrast = Високий контраст
kiosk-help = Мені потрібна допомога
kiosk-help-title = Попросіть про допомогу
kiosk-help-text = Працівник біля віконця зробить це разом із вами.
kiosk-close = Закрити
kiosk-staff = Меню обслуговування
kiosk-idle-title = Ви ще тут?
kiosk-idle-text = За { $seconds } с ми очистимо екран, щоб ніхто не побачив ваших даних.
kiosk-idle-more = Мені потрібно більше часу
kiosk-start = Що ви хочете зробити?
kiosk-check = Перевірити картку
kiosk-check-detail = Чи дійсна вона та до якого дня
kiosk-renew = Продовжити картку
kiosk-renew-detail = Потрібні картка й доступ до електронної пошти
kiosk-apply = Подати заяву
kiosk-apply-detail = Почніть тут, завершіть на телефоні
kiosk-pickup = Забрати картку
kiosk-pickup-detail = Код отримання — в електронному листі
kiosk-benefits = Знайти знижку
kiosk-benefits-detail = Що дає картка і де
kiosk-out = Частина послуг зараз не працює
kiosk-out-desk = Запрошуємо до віконця. Картку та знижки можна перевірити тут, як завжди.
kiosk-check-scan = Піднесіть код із телефона або роздруківки
kiosk-check-how = Піднесіть код картки до зчитувача. Відповідь з’явиться одразу.
kiosk-check-valid = Картка дійсна
kiosk-check-invalid = Картка недійсна
kiosk-check-unsure = Це неможливо перевірити
kiosk-check-compare = Паперова картка: потрібен документ із фото
kiosk-check-next = Перевірити наступну картку
kiosk-done = Готово
kiosk-next = Далі
kiosk-back = Назад
kiosk-phone = Завершіть на своєму телефоні
kiosk-phone-camera = Відкрийте камеру телефона.
kiosk-phone-open = Наведіть її на код поруч і торкніться адреси, що з’явиться.
kiosk-phone-finish = Завершіть заяву на телефоні та надішліть її.
kiosk-phone-until = Код діє один раз, до { $time }.
kiosk-phone-done = Він уже на телефоні
kiosk-phone-code = Код, що відкриває заяву на телефоні
kiosk-thanks = Дякуємо
kiosk-thanks-gone = Ваші дані зникають із цього екрана.
kiosk-thanks-start = Повернутися на початок
kiosk-renew-not-fresh = Це не чинний код картки. Покажіть код із телефона ще раз або введіть номер картки.
kiosk-renew-no-card = Цю картку зараз не можна продовжити в кіоску: ми її не знаємо або вона заблокована. Допоможе працівник біля віконця.
kiosk-code-wrong = Код інший, ніж у листі. Перевірте його та введіть ще раз.
kiosk-code-too-many = Забагато спроб. Почніть спочатку або попросіть допомоги біля віконця.
kiosk-code-late = Цей код більше не діє. Покажіть картку ще раз, ми надішлемо новий.
kiosk-renew-guardian = Картку дитини продовжує хтось із батьків або опікун зі свого акаунта.
kiosk-renew-card = Покажіть свою картку
kiosk-renew-scan = Піднесіть код із телефона або роздруківки
kiosk-renew-number = Або введіть номер картки
kiosk-renew-number-hint = 12 цифр, під ім’ям та прізвищем
kiosk-code = Введіть код із листа
kiosk-code-sent = Код надіслано на адресу { $to }.
kiosk-code-sent-blind = Якщо картка має акаунт, код уже в скриньці її власника.
kiosk-code-life = Код діє 10 хвилин.
kiosk-code-box = Код (6 цифр)
kiosk-code-malformed = Код має 6 цифр.
kiosk-code-again = Показати картку ще раз
kiosk-renew-hello = Вітаємо, { $name }
kiosk-renew-valid = Картка дійсна до { $date }
kiosk-renew-early = Від { $date } її можна продовжити.
kiosk-renew-open = Заява про продовження вже в установі
kiosk-renew-open-next = Рішення надішлемо електронною поштою. Картка діє, доки установа розглядає заяву.
kiosk-renew-changed = Чи щось змінилося?
kiosk-renew-until = Картка дійсна до
kiosk-renew-ground = Підстава
kiosk-renew-address = Адреса
kiosk-renew-document = Для продовження потрібен новий документ. Сфотографуєте його телефоном.
kiosk-renew-same = Нічого не змінилося
kiosk-renew-other = Щось змінилося
kiosk-consents = Прочитайте та позначте
kiosk-consents-missing = Позначте всі обов’язкові згоди.
kiosk-renew-send = Надіслати заяву
kiosk-renew-sent = Заяву надіслано
kiosk-renew-sent-by = Підтвердження — в електронному листі. До { $date } установа відповість.
kiosk-apply-ground = Що пов’язує вас із містом?
kiosk-apply-carrier = Яка картка?
kiosk-apply-virtual = У телефоні
kiosk-apply-virtual-detail = Одразу після рішення
kiosk-apply-physical = Пластикова
kiosk-apply-physical-detail = Забрати в обраному місці; та, що в телефоні, теж працює
kiosk-apply-point = Де забрати картку?
kiosk-apply-document = Підготуйте документ
kiosk-apply-photo = Підготуйте фото
kiosk-apply-photo-how = Обличчя анфас, світле тло. Зробите його телефоном.
kiosk-apply-until = Картка була б дійсна до
kiosk-pickup-voucher = Покажіть код отримання
kiosk-pickup-scan = Піднесіть код отримання з листа
kiosk-pickup-box = Або введіть код отримання
kiosk-pickup-hint = 10 знаків, наприклад 7K2MQ-X9D4T
kiosk-pickup-malformed = Код отримання має 10 літер і цифр.
kiosk-pickup-unknown = Ми не знаємо такого коду, або картка вже не чекає. Перевірте код у листі.
kiosk-pickup-in-hand = Чи картка у вас у руках?
kiosk-pickup-number = Номер картки
kiosk-pickup-point = Пункт видачі
kiosk-pickup-desk = Картку видає працівник пункту. Підтвердьте лише тоді, коли вона у вас.
kiosk-pickup-confirm = Картка в мене, підтверджую
kiosk-pickup-not-yet = Ще ні
kiosk-pickup-done = Картку отримано
kiosk-pickup-letter = Підтвердження надіслано електронною поштою.
kiosk-benefit-phone = Візьміть цю сторінку на телефон: наведіть камеру на код.
kiosk-benefit-code = Код зі сторінкою цієї знижки
kiosk-pin = PIN обслуговування
kiosk-pin-new = Виберіть PIN обслуговування
kiosk-pin-box = PIN
kiosk-pin-hint = Від 4 до 8 цифр. Знадобиться щоразу, коли відкриватимете це меню.
kiosk-pin-malformed = PIN має від 4 до 8 цифр, не всі однакові.
kiosk-pin-wrong = Це не той PIN.
kiosk-pin-shut = Забагато спроб. Спробуйте о { $time }.
kiosk-staff-serving = Кіоск працює та з’єднаний з установою.
kiosk-staff-waiting = Кіоск з’єднується із сервером.
kiosk-staff-unpaired = Кіоск не з’єднаний з установою. Введіть код від адміністратора.
kiosk-staff-unreachable = Сервер не відповідає. Кіоск пробує кожні 20 секунд.
kiosk-staff-place = Місце
kiosk-staff-network = Мережа
kiosk-staff-online = є
kiosk-staff-offline = немає
kiosk-staff-server = Сервер
kiosk-staff-again = З’єднати ще раз
kiosk-staff-close = Закрити кіоск
kiosk-pair = З’єднати з установою
kiosk-pair-box = Код від адміністратора
kiosk-pair-hint = Його друкує команда «karta-server kiosk add»
kiosk-pair-do = З’єднати
kiosk-pair-wrong = Цей код не діє: він інший, використаний або старший за добу.

handover = Завершіть заяву
handover-over = Цей код більше не діє
handover-over-next = Він діє один раз і чверть години. Заяву можна почати тут спочатку.
handover-lead = Це вибрано в кіоску. Решту заповните тут, з фото та документом із телефона.
handover-account = Заяву подають зі свого акаунта. Вибране в кіоску почекає на цьому телефоні.
handover-register = Створити акаунт
handover-begin = Почати заяву

abilities = Що вміє цей пристрій
ability-there = так
ability-camera = Камера
ability-files = Вибір файлів
ability-photos = Вибір фото
ability-brightness = Яскравіший екран для коду
ability-wake-lock = Екран не гасне під час показу коду
ability-haptics = Вібрація
ability-sound = Звуки
ability-share = Поширення
ability-secure-store = Ключ картки захищено на пристрої
ability-capture-guard = Код приховано на знімках екрана
ability-deep-links = Посилання відкривають застосунок
ability-language = Мова пристрою
ability-dark-mode = Темна тема
ability-text-size = Розмір літер із налаштувань
ability-printing = Друк
ability-clipboard = Копіювання
lack-browser = ні: браузер цього не дозволяє
lack-system = ні: це вирішує система
lack-refused = не зараз: пристрій відмовив
lack-not-built = ще не в цьому застосунку
