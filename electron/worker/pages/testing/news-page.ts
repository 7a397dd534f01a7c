/** Paragraphs of a made-up piece of news, as Russian stations write them: direct speech, abbreviations, initials, numbers. */
export const newsParagraphs: readonly string[] = [
  'В г. Приозёрске открыли мост, которого ждали с 1987 г. Его строили 14 месяцев, и обошёлся он в 2,3 млрд руб.',
  '— Раньше до больницы ехали час, — рассказывает жительница ул. им. А. П. Чехова Мария Соловьёва. — Теперь десять минут.',
  'Глава района И. И. Краснов назвал день «праздником для всех»: по его словам, за сутки по мосту прошло 4 тыс. машин, т. е. вдвое больше, чем ждали.',
  '— Мы не верили, — добавляет она. — А он стоит!',
  'Автобусы №№ 3 и 5 пойдут по новому пути с понедельника. Подробнее об этом — в аудиоверсии выпуска.',
];

export const newsTitle = 'Мост через Вуоксу открыт';

interface NewsPage {
  readonly head?: string;
  readonly paragraphs?: readonly string[];
  /** Behind the text. */
  readonly tail?: string;
}

/** The page of a news site around them: menus, sharing, other articles, comments, a notice about cookies. */
export function newsPage({ head = '', paragraphs = newsParagraphs, tail = '' }: NewsPage = {}): string {
  return `<!DOCTYPE html><html lang="ru"><head><title>${newsTitle} — Радио Север</title>${head}</head><body>
<header><nav><a href="/">Главная</a> <a href="/news">Новости</a> <a href="/air">Эфир</a></nav></header>
<div class="cookie-notice">Мы используем файлы cookie. <button>Принять все</button></div>
<main><article class="post"><h1>${newsTitle}</h1>
<div class="share-buttons"><a href="https://vk.example/share">Поделиться</a> <a href="https://t.example/share">Телеграм</a></div>
<div class="text"><figure><img src="/img/bridge.jpg" alt="Мост"><figcaption>Мост вечером. Фото: Радио Север</figcaption></figure>${paragraphs
    .map((text, at) =>
      at === 2
        ? `<p>${text}</p><p><strong>Читайте также:</strong> <a href="/other">Паром вышел в последний рейс</a></p>`
        : `<p>${text}</p>`,
    )
    .join('\n')}
</div>${tail}
<div class="related"><h3>Читайте также</h3><ul><li><a href="/1">Паром вышел в последний рейс</a></li><li><a href="/2">Снег в мае</a></li></ul></div>
<section id="comments"><h3>Комментарии (2)</h3><p>Иван: Наконец-то! Двадцать лет ждали, думали, внуки будут ездить.</p></section>
</article></main>
<footer>© Радио Север, 2026. Все права защищены. <a href="/about">О нас</a></footer>
<script>document.write('<p>Скрипт</p>')</script></body></html>`;
}
