import { expect, it } from 'vitest';
import { keepForPage } from './keep-for-page.ts';

it('hands each thing to one page, once, in the order it came', () => {
  const first: string[] = [];
  const second: string[] = [];
  const mail = keepForPage<string>();
  mail.receive('before');
  mail.open((what) => first.push(what));
  mail.receive('meanwhile');
  mail.close();
  mail.receive('between');
  mail.open((what) => second.push(what));
  expect(first).toEqual(['before', 'meanwhile']);
  expect(second).toEqual(['between']);
});
