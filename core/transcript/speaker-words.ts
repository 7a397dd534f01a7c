/** Who speaks, named by what they do: enough by themselves, whatever follows ("Ведущий программы", "Speaker 2"). */
export const speakingRoles: ReadonlySet<string> = new Set(
  (
    'ведущий ведущая ведущие соведущий соведущая гость гостья корреспондент журналист журналистка диктор спикер ' +
    'модератор собеседник собеседница слушатель слушательница зритель зрительница интервьюер респондент рассказчик ' +
    'переводчик голос ' +
    'host co-host cohost guest interviewer interviewee moderator speaker narrator announcer reporter correspondent ' +
    'anchor caller operator presenter voiceover unidentified interpreter translator'
  ).split(' '),
);

/** Where somebody speaks from whom the transcript does not know. */
export const speakingPlaces: ReadonlySet<string> = new Set(['из зала', 'с места', 'за кадром']);

/** Labels of questions and answers; by themselves they may as well open a sentence. */
export const questionLabels: ReadonlySet<string> = new Set('вопрос в в. question q q.'.split(' '));
export const answerLabels: ReadonlySet<string> = new Set('ответ о о. answer a a.'.split(' '));

/** Words that open a sentence or a list with a colon in prose far more often than they name anyone. */
export const labels: ReadonlySet<string> = new Set(
  (
    'note warning example remember update also spoiler important result conclusion first second third finally however ' +
    'listen look namely chapter part step ps today here there this that episode season links link sources source show ' +
    'website email phone address price date time place photo video text music credits sponsor sponsors support ' +
    'subscribe topics topic topics summary transcript pros cons ingredients tip fact myth bonus disclaimer contact ' +
    'contacts follow facebook twitter instagram youtube telegram patreon rating verdict bottom reality truth title ' +
    'внимание важно итак вывод пример например итог итоги результат примечание помните главное первое второе третье ' +
    'наконец смотрите короче значит дальше глава часть шаг сегодня вот это тут здесь потому следовательно выпуск сезон ' +
    'ссылки ссылка источник источники сайт почта телефон адрес цена дата время место фото видео текст музыка реклама ' +
    'спонсор подписывайтесь темы тема содержание расшифровка плюсы минусы ингредиенты совет факт миф бонус контакты ' +
    'справка цитата читайте смотри подробнее фотография иллюстрация редактор продюсер монтаж звукорежиссёр обложка ' +
    'партнёр партнер партнёры рейтинг оценка правда ложь причина следствие проблема решение задача цель условие ' +
    'эксперты сми мид кремль минфин цб опрос дано заголовок название'
  ).split(' '),
);
