import type { ArticleBlock } from './page-article.ts';

/** Begins a list of other articles, or is alone in naming one. */
const readAlso =
  /^(?:читайте\s+(?:также|ещё|еще)|читать\s+также|смотрите\s+также|также\s+по\s+теме|по\s+теме|материалы\s+по\s+теме|другие\s+(?:новости|материалы|выпуски)|(?:ещё|еще)\s+по\s+теме|похожие\s+(?:материалы|записи|статьи)|рекомендуем|read\s+(?:also|more|next)|see\s+also|also\s+(?:read|on)|related(?:\s+(?:stories|articles|posts|content|topics))?|more\s+(?:from|on|stories)|you\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy)|recommended|most\s+(?:read|popular))(?![\p{L}])/iu;
/** From here on the article is over. */
const after =
  /^(?:комментари[ий]|обсуждение|оставить\s+комментарий|comments?|leave\s+a\s+(?:comment|reply)|responses?)(?:\s*\(?\d+\)?)?:?$/iu;
/** A line that asks for something, or labels what is no part of the article. */
const asking =
  /^(?:поделиться|поделитесь|скопировать\s+ссылку|подпи(?:шитесь|сывайтесь|саться)|распечатать|реклама|на\s+правах\s+рекламы|нашли\s+ошибку|нашли\s+опечатку|фото:|теги:|метки:|share(?:\s+(?:this|on|via))?(?![\p{L}])|tweet$|copy\s+link|subscribe(?:\s+(?:to|now|here))?(?![\p{L}])|sign\s+up(?:\s+(?:for|to))(?![\p{L}])|follow\s+us|advertisement|sponsored(?:\s+content)?$|print$|tags:|filed\s+under|photo(?:graph)?(?:\s+by)?:)/iu;

/** Longer ones are sentences of an article that happen to begin so. */
const longestAsking = 140;
const longestReadAlso = 200;
const mostlyLink = 0.75;

/** The article without what is set into it for other ends: other articles, sharing, subscribing, comments, advertisements. */
export function dropBoilerplate(blocks: readonly ArticleBlock[]): ArticleBlock[] {
  const kept: ArticleBlock[] = [];
  let isInList = false;
  for (const block of blocks) {
    const { kind, text, linkShare } = block;
    if (kind !== 'picture' && after.test(text)) break;
    if (kind !== 'picture' && readAlso.test(text) && text.length <= longestReadAlso && isLabel(block)) {
      isInList = true;
      continue;
    }
    isInList &&= kind === 'picture' || linkShare >= mostlyLink;
    if (isInList) continue;
    if (kind !== 'picture' && asking.test(text) && text.length <= longestAsking) continue;
    kept.push(block);
  }
  return withoutLinksAtEnd(kept);
}

/** `Read also: <another article>`, or the words alone; a sentence goes on without being a link. */
function isLabel({ kind, text, linkShare }: ArticleBlock): boolean {
  return kind === 'heading' || linkShare >= 0.3 || /[:：]$/.test(text) || text.split(/\s+/).length <= 4;
}

function withoutLinksAtEnd(blocks: ArticleBlock[]): ArticleBlock[] {
  const last = blocks.findLastIndex(({ kind, linkShare }) => kind === 'paragraph' && linkShare < mostlyLink);
  return blocks.filter(({ kind }, at) => at <= last || kind === 'picture');
}
