import type { TFunction } from 'i18next';
import type { AppError } from '../../core/app-error.ts';

export interface ErrorWords {
  /** What happened. */
  readonly title: string;
  /** What it means and what to do. */
  readonly advice: string;
}

/** The one place where a failure's code becomes words. */
export function errorWords(t: TFunction, { code }: Pick<AppError, 'code'>): ErrorWords {
  return { title: t(`error.${code}.title`), advice: t(`error.${code}.advice`) };
}
