/** Lower case, without the last dot. After these a sentence never ends. */
export const neverFinal: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev gen lt sgt capt cmdr adm maj sen gov messrs mmes vs cf approx fig figs eq pp e.g i.e viz ' +
    'a.k.a feat op v pvt ' +
    'т.е е т.к т.н т.о т.ч в.т.ч и.о в.и им ул пл просп пр-т пр-д пер бул б-р наб мкр ш кв стр корп оф рис табл гл ' +
    'разд напр ср проф акад доц чл.-корр чл.-кор член-корр канд тов св свт прп о-ва о-в г-н г-жа г-на гр гр-н мл ст ' +
    'оз обл р-н п-ов таб пос дер зам пом ген полк подполк лейт серж кап адм реж сост ред авт худ муз сл кн эт доб тел ' +
    'ок прим ж/д'
  ).split(' '),
);

/** After these a sentence may end; the next word decides. Sums (тыс., руб., km) are not among them: default is right. */
export const maybeFinal: ReadonlySet<string> = new Set(
  (
    'al ed eds deg st mt ft fr hon col rep pres vol inc ltd co corp bros jr sr esq dept univ est ave blvd rd calif mass ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'проч пр др ч д к р п н э л о с т м ум род англ лат греч нем фр франц итал исп рус букв ' +
    'янв февр апр авг сент окт нояб дек'
  ).split(' '),
);

/**
 * A year, a century, a measure when a number stands before them, and then a capital opens a sentence; something else
 * (город, страница, река) when none does.
 */
export const afterNumber: ReadonlySet<string> = new Set(
  (
    'г гг в вв н.э э р м см мин ч сек с л к кв.м эт b.c a.d b.c.e c.e янв февр фев апр авг сент окт нояб дек ' +
    'jan feb apr aug sept oct nov dec'
  ).split(' '),
);

/** Behind an adjective they are a place that is named («в Московской обл.»), and a capital opens a sentence. */
export const afterAdjective: ReadonlySet<string> = new Set(['обл', 'р-н']);

/** A letter behind one of these is no initial of a name: "vitamin C", «план Б». */
export const lettered: ReadonlySet<string> = new Set(
  (
    'витамин витамина витамином план плана плану планом планы группа группы группе пункт пункта вариант варианта ' +
    'категория категории класс класса точка точки гепатит гепатита подъезд подъезда корпус корпуса ' +
    'vitamin plan class grade option point hepatitis group category type section'
  ).split(' '),
);

/** Of these, the ones that name what follows when no number stands before them: "г. Москва", "см. Приложение". */
export const beforeName: ReadonlySet<string> = new Set('г гг см м в вв мин сек'.split(' '));

/** These close a list ("и т. д.", "и др.", «1980 г. р.»): a capital after them opens a sentence. */
export const listEnds: ReadonlySet<string> = new Set(['т.д', 'т.п', 'др', 'пр', 'г.р', 'рт.ст']);

/** After a time of day a capital opens a sentence, unless it says in which zone or on which day. */
export const timesOfDay: ReadonlySet<string> = new Set(['a.m', 'p.m']);
export const zonesAndDays: ReadonlySet<string> = new Set(
  (
    'eastern pacific central mountain gmt utc et est edt pt pst pdt ct cst cdt mt mst bst cet msk ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december jan feb mar apr aug sept oct nov dec'
  ).split(' '),
);

/** After these the sentence goes on only with a number: "No. 5", but "No. Never." */
export const beforeNumber: ReadonlySet<string> = new Set(
  'no nos art sec ch p pg pgs para ca п.п пп илл'.split(' '),
);

/** Words that, capitalised after a doubtful dot, more likely open a sentence than name someone or something. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    'the a an he an she it they we you i but and or so if when while after before then there this that these those in on ' +
    'at by for from with as his her their our my your its what why how who where no not yes now all some many most one ' +
    'let because although however once until since do does did is are was were have has had can could will would ' +
    'both each every another other nobody everybody everyone people today tomorrow yesterday meanwhile later ' +
    'он она оно они мы вы ты я но а и или в во на с со к ко у о об от до из за по под над при для без через после ' +
    'потом затем тогда когда если как что это этот эта эти тот та те его её ее их наш мой твой ваш все всё каждый один ' +
    'не ни нет да вот так там тут здесь где куда почему зачем кто чей какой теперь сейчас поэтому однако хотя пока ' +
    'уже ещё еще даже только именно кроме между среди спустя через год итак там также более многие некоторые сегодня ' +
    'завтра вчера позже раньше ранее впрочем кстати может можно нужно надо значит ведь никто ничего всего'
  ).split(' '),
);
