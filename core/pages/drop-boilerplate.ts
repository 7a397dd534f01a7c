import type { ArticleBlock } from './page-article.ts';

/** Begins a list of other articles, or is alone in naming one. */
const readAlso =
  /^(?:читайте\s+(?:также|ещё|еще)|читать\s+также|смотрите\s+также|также\s+по\s+теме|по\s+теме|материалы\s+по\s+теме|другие\s+(?:новости|материалы|выпуски)|(?:ещё|еще)\s+по\s+теме|похожие\s+(?:материалы|записи|статьи)|рекомендуем|read\s+(?:also|more|next)|see\s+also|also\s+(?:read|on)|related(?:\s+(?:stories|articles|posts|content|topics))?|more\s+(?:from|on|stories)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy)|recommended|most\s+(?:read|popular))(?![\p{L}])/iu;
/** From here on the article is over: so many comments, or a place to leave one. */
const comments =
  /^(?:комментари(?:й|и|ев|я)|обсуждени[ея]|comments?|responses?)\s*[:—–-]?\s*\(?\d+\)?:?$|^\d+\s+(?:комментари(?:й|я|ев)|comments?|responses?)$|^(?:оставить|добавить|написать)\s+комментарий|^leave\s+a\s+(?:comment|reply)/iu;
/** A section of an article may be called so as well: it takes a comment behind it to tell. */
const maybeComments = /^(?:комментарии|обсуждение|comments?|responses?):?$/iu;
const isComment =
  /^(?:ответить|reply)$|(?:^|\s)\d+\s+(?:минут|час|дн|недел|месяц)\p{L}*\s+назад|\b\d+\s+(?:minutes?|hours?|days?|weeks?|months?)\s+ago\b/iu;
const commentsLookedAt = 6;
/** Alone in its line it is what is pressed, or says what the next thing is. */
const label =
  /^(?:поделиться(?:\s+(?:в\s+соцсетях|с\s+друзьями|статьёй|статьей|ссылкой|новостью))?|скопировать\s+ссылку|подписаться|распечатать|реклама|на\s+правах\s+рекламы|share(?:\s+(?:this|via|on)(?:\s+[^\s.]+){0,3})?|tweet|copy\s+link|subscribe(?:\s+(?:now|here))?|advertisement|sponsored(?:\s+content)?|print)[:!]?$/iu;
/** Asks the reader for something, or names who took a picture. */
const asking =
  /^(?:поделитесь\s+(?:с\s+друзьями|стать|ссылк|этой|этим|в\s+соцсетях)|подпи(?:шитесь|сывайтесь|саться)\s+на\s+(?:нас|наш|рассылк|канал|новости|телеграм|telegram)|наш(?:ли|ёл|ел)\s+(?:ошибку|опечатку)(?:\s*\?|.{0,30}выделите)|фото:|теги:|метки:|share\s+this\s+(?:article|story|post|page)|subscribe\s+to\s+(?:our|the|this)|sign\s+up\s+(?:for|to)\s+(?:our|the)|follow\s+us|tags:|filed\s+under|photo(?:graph)?(?:\s+by)?:)/iu;

/** Longer ones are sentences of an article that happen to begin so. */
const longestAsking = 140;
const longestReadAlso = 200;
const mostlyLink = 0.75;

/** The article without what is set into it for other ends: other articles, sharing, subscribing, comments, advertisements. */
export function dropBoilerplate(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const kept: ArticleBlock[] = [];
  let isInList = false;
  for (const [at, block] of blocks.entries()) {
    const { kind, text, linkShare } = block;
    if (beginsComments(blocks, at)) break;
    if (kind !== 'picture' && leadsElsewhere(blocks, at)) {
      isInList = true;
      continue;
    }
    isInList &&= kind === 'picture' || linkShare >= mostlyLink;
    if (isInList) continue;
    if (kind !== 'picture' && (label.test(text) || (asking.test(text) && text.length <= longestAsking)))
      continue;
    kept.push(block);
  }
  return withoutLinksAtEnd(kept);
}

function beginsComments(blocks: readonly ArticleBlock[], at: number): boolean {
  const { kind, text } = blocks[at]!;
  if (kind === 'picture') return false;
  if (comments.test(text)) return true;
  return (
    maybeComments.test(text) &&
    blocks.slice(at + 1, at + 1 + commentsLookedAt).some((block) => isComment.test(block.text))
  );
}

/** `Read also: <another article>`, or the words alone over links; a sentence of the article goes on without being a link. */
function leadsElsewhere(blocks: readonly ArticleBlock[], at: number): boolean {
  const { kind, text, linkShare } = blocks[at]!;
  if (!readAlso.test(text) || text.length > longestReadAlso) return false;
  const isNamed = /^[^.!?:]{0,40}[:：]/u.test(text);
  if (linkShare >= (isNamed ? 0.3 : 0.5)) return true;
  const next = blocks.slice(at + 1).find((block) => block.kind !== 'picture');
  const isOverLinks = next === undefined || next.linkShare >= mostlyLink;
  const isShort = text.split(/\s+/).length <= 4 && !/[.!?…]$/.test(text);
  return isOverLinks && (kind === 'heading' || isShort || /[:：]$/.test(text));
}

function withoutLinksAtEnd(blocks: ArticleBlock[]): ArticleBlock[] {
  const last = blocks.findLastIndex(({ kind, linkShare }) => kind === 'paragraph' && linkShare < mostlyLink);
  return blocks.filter(({ kind }, at) => at <= last || kind === 'picture');
}
