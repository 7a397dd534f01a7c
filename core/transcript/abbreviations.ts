/** Lower case, without the last dot. After these a sentence never ends. */
export const neverFinal: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev gen lt sgt capt cmdr sen gov vs cf approx fig figs eq pp e.g i.e viz ' +
    'т.е е т.к т.н т.о т.ч и.о в.и им ул пл просп пр-т пер бул наб кв стр рис табл гл разд см ср напр проф акад доц ' +
    'канд тов св о-ва г-н г-жа гр мл ст оз обл р-н п-ов таб'
  ).split(' '),
);

/**
 * After these a sentence may end; the next word decides. Units and sums (тыс., руб., km) are not among them: what follows
 * one within a sentence is hardly ever capitalised.
 */
export const maybeFinal: ReadonlySet<string> = new Set(
  (
    'al ed eds st mt ft fr hon col rep pres vol inc ltd co corp bros jr sr esq dept est jan feb mar apr jun jul ' +
    'aug sep sept oct nov dec a.m p.m ' +
    'г гг в вв н.э пр проч ч д к р п н э л янв февр апр авг сент окт нояб дек'
  ).split(' '),
);

/** After these the sentence goes on only with a number: "No. 5", but "No. Never." */
export const beforeNumber: ReadonlySet<string> = new Set(['no', 'nos', 'art', 'sec']);

/** Words that, capitalised after a doubtful dot, more likely open a sentence than name someone or something. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    'the a an he she it they we you i but and or so if when while after before then there this that these those in on ' +
    'at by for from with as his her their our my your its what why how who where no not yes now all some many most one ' +
    'let because although however once until since do does did is are was were have has had can could will would ' +
    'он она оно они мы вы ты я но а и или в во на с со к ко у о об от до из за по под над при для без через после ' +
    'потом затем тогда когда если как что это этот эта эти тот та те его её их наш мой твой ваш все всё каждый один ' +
    'не ни нет да вот так там тут здесь где куда почему зачем кто чей какой теперь сейчас поэтому однако хотя пока ' +
    'уже ещё даже только именно кроме между среди спустя через год итак'
  ).split(' '),
);
