import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';
import { newsPage, newsParagraphs, newsTitle } from './testing/news-page.ts';

const url = 'https://radio.example/news/bridge';

function read(
  html: string | Uint8Array<ArrayBuffer>,
  more: { url?: string; contentType?: string; number?: number } = {},
) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  return readPage({ bytes, url, number: 1, title: newsTitle, contentType: 'text/html', ...more });
}

function textsOf(result: ReturnType<typeof read>): string[] {
  if (!result.ok) throw new Error(result.error.code);
  return result.value.blocks.filter(({ kind }) => kind !== 'picture').map(({ text }) => text);
}

const codeOf = (result: ReturnType<typeof read>): string | null => (result.ok ? null : result.error.code);

describe('readPage', () => {
  it('takes the article of a news page and nothing around it', () => {
    const result = read(newsPage());
    expect(textsOf(result)).toEqual(newsParagraphs);
    expect(result).toMatchObject({ ok: true, value: { language: 'ru' } });
  });

  it('keeps the picture with its caption for display, under its whole address', () => {
    const result = read(newsPage());
    const html = result.ok ? result.value.blocks.map((block) => block.html).join('') : '';
    expect(html).toContain('<img src="https://radio.example/img/bridge.jpg" alt="Мост">');
    expect(html).toContain('Мост вечером');
    expect(html).not.toContain('script');
  });

  it('believes what the page states of itself, and sets it as the page does', () => {
    const articleBody = newsParagraphs.join(' ');
    const graph = { '@graph': [{ '@type': 'WebSite' }, [{ mainEntity: { articleBody } }]] };
    const head = `<script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    const paragraphs = [
      ...newsParagraphs,
      'Слушайте нас на 101,7 FM. Редакция ждёт ваших писем и звонков в любое время суток.',
    ];
    expect(textsOf(read(newsPage({ head, paragraphs })))).toEqual(newsParagraphs);
  });

  it('takes the stated text where the page shows none of it', () => {
    const articleBody = newsParagraphs.join('\n\n');
    const html = `<html lang="ru"><body><div id="app"></div><script type="application/ld+json">${JSON.stringify({ articleBody })}</script>`;
    expect(textsOf(read(html))).toEqual(newsParagraphs);
  });

  it('passes over a stated text that breaks off', () => {
    const articleBody = newsParagraphs.join(' ').slice(0, 330);
    const head = `<script type="application/ld+json">${JSON.stringify({ articleBody })}</script>`;
    expect(textsOf(read(newsPage({ head })))).toEqual(newsParagraphs);
  });

  it('reads English, in paragraphs left open', () => {
    const said = [
      'Mr. Hale said the U.S. office had “no comment”.',
      'Prices rose 2.5 p.c., i.e. twice as fast as in 2024 – a record.',
    ];
    const long =
      'It was a long day at the harbour, and nobody who stood there expected to see the ferry again.';
    const paragraphs = [...said, long, long.replace('long', 'cold'), long.replace('long', 'bright')];
    const html = `<html lang="en"><title>Ferry</title><body><div>${paragraphs.map((text) => `<p>${text}`).join('\n')}</div>`;
    expect(textsOf(read(html))).toEqual(paragraphs);
  });

  it('reads an old encoding that only the page names', () => {
    const html = newsPage({ head: '<meta charset="windows-1251">' }).replaceAll('№', 'N');
    const found = textsOf(read(inWindows1251(html)));
    expect(found[1]).toBe(newsParagraphs[1]);
  });

  it('finds where the article goes on', () => {
    const tail = '<div class="pager"><span>1</span> <a href="?page=2">2</a> <a href="?page=3">3</a></div>';
    expect(read(newsPage({ tail }))).toMatchObject({ ok: true, value: { nextUrl: `${url}?page=2` } });
  });

  it.each([
    ['page-other-kind', '%PDF-1.7\n%âãÏÓ\n1 0 obj', 'application/pdf'],
    ['page-other-kind', '%PDF-1.7\n', 'text/html'],
    ['page-other-kind', '{"a": 1}', 'application/json'],
    ['page-no-article', '<html><body><div id="root"></div></body></html>', 'text/html'],
    [
      'page-no-article',
      `<html><body>${'<li><a href="/x">Выпуск передачи, о котором вы не просили</a></li>'.repeat(40)}</body>`,
      'text/html',
    ],
    [
      'page-sign-in',
      '<html><title>Вход</title><body><form><p>Войдите, чтобы читать дальше.</p><input name=u><input type="password"></form></body>',
      'text/html',
    ],
    [
      'http-not-found',
      '<html><title>404 — страница не найдена</title><body><p>Такой страницы у нас нет. Вернитесь на главную.</p></body>',
      'text/html',
    ],
    [
      'page-consent',
      `<html><title>Before you continue</title><body><main><p>${'We and our partners store cookies and use personal data. With your consent we measure ads. '.repeat(6)}</p><button>Accept all</button></main>`,
      'text/html',
    ],
    [
      'page-consent',
      `<html><title>Радио Север</title><body><p>${'Сайт использует файлы cookie. Нажимая «Принять все», вы даёте согласие на обработку персональных данных. '.repeat(5)}</p></body>`,
      'text/html',
    ],
  ])('says %s', (code, html, contentType) => {
    expect(codeOf(read(html, { contentType }))).toBe(code);
  });

  it.each([
    'Пропавший самолёт не найден',
    'Удалённая работа: что изменится с марта',
    'Рейс 404 сел в Мурманске',
    'Missing hikers not found after third night',
  ])('reads short news called «%s»', (title) => {
    const paragraphs = newsParagraphs.slice(0, 3);
    const html = newsPage({ paragraphs }).replace(
      /<title>.*<\/title>/,
      `<title>${title} — Радио Север</title>`,
    );
    expect(textsOf(read(html))).toEqual(paragraphs);
  });

  it('reads short news under a head with a field for the password', () => {
    const paragraphs = [...newsParagraphs.slice(0, 3), 'Войти в здание моста пока нельзя.'];
    const html = newsPage({ paragraphs }).replace('<header>', '<header><form><input type="password"></form>');
    expect(textsOf(read(html))).toEqual(paragraphs);
  });

  it('reads short news about personal data', () => {
    const paragraphs = [
      'Госдума приняла закон о персональных данных. Согласие на их передачу теперь придётся давать отдельно.',
      'Персональные данные 30 тыс. жителей попали в сеть в мае. Согласие на обработку персональных данных они давали управляющей компании.',
      'Штраф за утечку персональных данных вырастет до 15 млн руб., а согласие можно будет отозвать.',
    ];
    expect(textsOf(read(newsPage({ paragraphs })))).toEqual(paragraphs);
  });

  it.each([
    'Материал удалён',
    'Запрашиваемая страница больше не существует',
    'Ошибка 404',
    '404 Not Found',
    'Page not found | Radio North',
    'This article is no longer available',
  ])('takes «%s» for what it is, whatever else stands there', (title) => {
    const html = newsPage().replace(/<title>.*<\/title>/, `<title>${title}</title>`);
    expect(codeOf(read(html))).toBe('http-not-found');
  });

  it('knows a teaser that asks to sign in', () => {
    const paragraphs = [...newsParagraphs.slice(0, 3), 'Войдите в аккаунт, чтобы читать дальше.'];
    const html = newsPage({ paragraphs }).replace('</main>', '<form><input type="password"></form></main>');
    expect(codeOf(read(html))).toBe('page-sign-in');
  });

  it('knows a sign-in by its address', () => {
    const html = '<html><body><p>Добро пожаловать! Введите номер телефона, и мы пришлём код.</p></body>';
    expect(codeOf(read(html, { url: 'https://radio.example/auth/login' }))).toBe('page-sign-in');
  });

  it('does not take an article about cookies for a wall', () => {
    const paragraphs = newsParagraphs.map(
      (text) => `${text} ${'Об этом говорили весь вечер и на другой день. '.repeat(4)}`,
    );
    paragraphs.push('Пекарня испекла cookies, и согласие было полным: принять все.');
    expect(codeOf(read(newsPage({ paragraphs })))).toBeNull();
  });

  it.each([
    ['a hundred thousand elements one in another', '<div>'.repeat(100_000) + newsPage()],
    ['inline elements that never end', '<b>'.repeat(50_000) + '<p>x'.repeat(50_000)],
    ['tables without rows', '<table><tr><td>'.repeat(50_000)],
    ['nothing but brackets', '<'.repeat(200_000)],
    ['an attribute without end', `<p title="${'x'.repeat(2_000_000)}`],
    [
      'a graph without end',
      `<script type="application/ld+json">${'['.repeat(500_000)}</script>${newsPage()}`,
    ],
  ])('keeps its head with %s', (_name, html) => {
    const result = read(`<!doctype html>${html}`);
    if (result.ok) expect(result.value.blocks.length).toBeGreaterThan(0);
    else expect(result.error.code).toBe('page-no-article');
  });
});

/** Cyrillic in one byte a letter; what the encoding does not have is left out. */
function inWindows1251(text: string): Uint8Array<ArrayBuffer> {
  const others: Record<string, number> = { ё: 0xb8, '—': 0x97, '«': 0xab, '»': 0xbb, '©': 0xa9 };
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    return others[letter] ?? (code < 0x80 ? code : 0x20);
  });
}
