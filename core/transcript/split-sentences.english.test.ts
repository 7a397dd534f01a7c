import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';
import { countSentences, readMarkedPassage } from './testing/marked-passage.ts';

/** News, fiction and speech as they are printed. ` | ` stands where a sentence ends. */
const passages = [
  // Titles and names
  'Mr. Smith met Dr. J. R. Jones at 5 p.m. | The U.S. Army was there, e.g. in 3.14 cases.',
  'Mr. and Mrs. Dursley were proud. | Mrs. Figg was not.',
  'Prof. Dumbledore spoke. | Sen. Warren and Rep. Lewis listened.',
  'Gen. Grant met Col. Mustard. | Lt. Gov. Brown left early.',
  'He met J. R. R. Tolkien. | C. S. Lewis came later.',
  'George W. Bush spoke first. | John F. Kennedy did not.',
  'Sammy Davis Jr. sang. | Martin Luther King Jr. was there. | He waved.',
  'St. Petersburg is cold. | Mt. Everest is colder. | Ft. Worth is not.',
  'Rev. Green and Fr. Brown agreed. | Messrs. Black and White did not.',
  'Dr. Who? | No, Dr. Watson.',
  'She has a Ph.D. | Her brother has an M.A. | They never met.',
  'E. coli was found. | It spread.',
  // Countries, firms
  'He lives in the U.S. | He likes it.',
  'The U.S. Senate voted. | The U.K. Parliament did not.',
  'Washington, D.C. is hot. | It was hotter in D.C. | We left.',
  'Apple Inc. said so. | Barnes & Co. agreed. | The Ford Motor Co. and Acme Ltd. did not.',
  'He works for Time Warner Inc. | She works for Acme Corp. | They meet at noon.',
  'Yahoo! is a firm. | Visit example.com. | So did I. | Then we left.',
  'The U.N. Security Council met. | Nobody spoke.',
  'The dept. of health closed. | The univ. stayed open.',
  // Time of day, dates
  'We met at 10 a.m. | John was late.',
  'It starts at 9:30 p.m. Eastern time. | Doors open at 8 p.m. Monday.',
  'It was Jan. 5, 2026. | On Nov. 12 it snowed. | By Dec. 1 it was over.',
  'It happened in Feb. | The snow was deep.',
  'He was born on 12.11.1926. | His son was born in 1950.',
  'It is 10:30. | 11:00 is too late.',
  'It was 2025. | 2026 came.',
  // Figures
  'It cost $5.00. | He paid $3.5 million.',
  'Rates rose 3.5%. | Prices fell by 2.25 percent.',
  'See No. 5 there. | No. | Never. | Nos. 3 and 4 are gone.',
  'Version 2.0 is out! | Version 3.0.1 is not.',
  '1. First point. | 2. Second point.',
  '1.1. The parties agree. | 1.2. The term is open.',
  'See fig. 3 and pp. 5-7. | Vol. 2 has more. | Ch. 4 is short.',
  'The room is 200 sq. ft. | The hall is bigger.',
  'It weighs 5 lbs. | That is a lot.',
  'There were 15. | 12 left at once.',
  'Over 1,000,000 people came. | 500,000 stayed.',
  'The score was 3-2. | Fans wept.',
  'Approx. 40 people died. | Another 100 were hurt.',
  // Latin abbreviations
  'Bring food, e.g. bread. | Bring drinks, i.e. water.',
  'Bread, milk, etc. | Then we went home.',
  'Bread, milk, etc. were sold. | Smith et al. wrote that.',
  'It was England vs. France. | Cf. Smith on this.',
  'He goes by a.k.a. The Boss. | Nobody laughs.',
  'He asked, viz. whether it was true. | It was.',
  // Quotations
  '"Really?" she asked. | "Yes." | (No. | Never.)',
  '“Really?” Mary asked. | “Yes,” John said. | “Why?”',
  '"Stop!" Mr. Brown shouted. | Nobody stopped.',
  '"Go away!" I said. | He went.',
  '"Is it true?" the minister was asked. | "It is."',
  'He said, "Go." | She went.',
  'He said “It is over.” | Then he left.',
  '‘Who is there?’ she whispered. | ‘Me.’',
  '"I know," he said. | "I always knew."',
  '"I know," he said, "and you know. | We all know."',
  'Did he say "stop"? | He did.',
  'Did he say ‘Stop!’? | Yes.',
  'The song “Help!” was a hit. | So was the film.',
  '“I am here.” | “Where?” | “Here!”',
  '"The end." | That was all he wrote.',
  'She called it "a mess." | The mayor called it "fine."',
  '“What’s that?!” she cried. | “Who’s there?”',
  '"Why?" | Then he left.',
  // Ellipses, exclamations, brackets
  'Well... I think so. | Wait... what?',
  'Well… maybe. | No… | Never.',
  'He waited . . . and waited. | Nothing . . . | He left.',
  'Stop!! | Really?! | Yes!',
  'He came (late, as always). | He sat down (and slept!).',
  '(He laughed.) | We all did.',
  '[Applause] Thank you. | [Laughter.] | Thank you all.',
  'It was built in 1900.[1] | It burned in 1950.[12] | It stands again.',
  'He asked why? and left. | Nobody knew.',
  '…And then it was over. | ...But not for him.',
  // Pronouns, single letters
  'She and I. | Then we left. | It was I who called.',
  'So am I. | Peter is not.',
  'He got an A. | She got a B. | They got nothing.',
  'Vitamin C. | The rest is noise.',
  'Plan A failed. | Plan B did not.',
  'World War II ended. | Henry VIII was king.',
  // Cases
  'HELLO MR. SMITH. | HOW ARE YOU?',
  'all lower case. | still two sentences? | yes',
  'iPhone sales rose. | iPad sales fell. | eBay said nothing.',
  'NASA, the FBI and the CIA met. | The EU did not.',
  'He uses Node.js. | She uses ASP.NET. | They argue.',
  'Write to me@example.com. | We answer all.',
  'Go to https://example.com/a.b?c=d. | Then click.',
  'It was hot. | It was so hot! | Was it? | It was.',
  'Thanks. | You too. | Bye.',
  'However, we stayed. | Meanwhile, they left.',
  'Rock ’n’ roll lives. | It’s 5 o’clock.',
  'He lives on Main St. | She lives on Fifth Ave. | They meet on Elm Blvd. | It rains.',
  'The co. of players left. | Ten min. passed.',
  'No, I said. | Yes, she said. | Fine.',
  'Ten years ago. | Nobody knew then. | Everybody knows now.',
  'They sang “Yesterday.” | Everyone cried.',
  'We have wi-fi, i.e., internet. | It works, e.g., now.',
  'Mass. General opened in 1811. | Calif. Gov. Newsom visited.',
  'I saw Mr. T. | He waved.',
  'Smith v. Jones was heard. | The court ruled.',
  'The plane, a Boeing 737-800, landed. | All 150 aboard lived.',
  'She turned 30. | He turned 40. | I turned back.',
  'It’s 50 mi. to go. | That is far.',
  'The bridge was built in 40 B.C. | Romans lived there. | In 40 B.C. Romans ruled.',
  'Take vitamin C. | Doctors agree. | It was plan B. | Mary knew.',
];

/** What cannot be told without knowing the world, and is read wrongly; ` | ` stands where we end a sentence. */
const misread = [
  // "the U.S. Senate" looks the same.
  'He moved to the U.S. John stayed.',
  // So does "at St. Mary".
  'We walked down Main St. John was tired.',
];

/** Checks a passage in which ` | ` stands where a sentence ends. */
function expectSentences(passage: string): void {
  const { text, sentences } = readMarkedPassage(passage);
  expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences);
}

describe('splitSentences in English', () => {
  it('is tried on many sentences', () => {
    expect(countSentences(passages)).toBeGreaterThan(200);
  });

  it.each(passages)('%s', expectSentences);

  it.each(misread)('misreads “%s”', expectSentences);
});
