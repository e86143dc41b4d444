import { wordsOf } from '../text/words.ts';

/** Somebody who has more to say than this says something. */
const MOST_WORDS = 16;
const DONT_KNOW =
  /\b(?:(?:i|we)\s+(?:really |honestly |just |simply |actually )?(?:do not|don['’]?t|did not|didn['’]?t|have not|haven['’]?t|never|can ?not|can['’]?t|could not|couldn['’]?t)\s+(?:(?:really|even|quite|yet|ever)\s+)?(?:know|remember|recall|heard?|learn(?:ed|t)?|stud(?:y|ied)|understand|tell|answer|have (?:an?|any) (?:idea|clue|answer)|used?|worked)|(?:do not|don['’]?t) (?:really |even )?know|not (?:really |too |quite |entirely )?(?:sure|certain|familiar)|(?:i (?:have|['’]ve(?: got)?) )?(?:no|not (?:a|the|any)) (?:idea|clue|answer|knowledge|faintest|slightest)|idk|dunno|no comment|not answered|no answer|n\/a|unsure|i give up|(?:i )?(?:pass|skip)(?: this(?: one)?)?|beats me|never heard)\b|모르|모름|몰라|모릅|기억이?\s*(?:안|나지|잘)|생각이?\s*(?:안|나지)|패스|글쎄|답변\s*(?:못|불가)|넘어가|자신이?\s*없/giu;
const FILLER = new Set(
  `sorry honestly really exactly answer question topic subject moment right now afraid sure fully off hand head maybe
  perhaps think guess unfortunately remember recall anything next please move on yet all ask well um uh hmm oh ok okay
  yes no know not about it this one never before idea clue enough last year school university heard term concept work
  works worked mean means stand stands happens called details 잘 더 이 그 저 는 은 가 도 네 음 아 어 건 것 안 못`.split(
    /\s+/,
  ),
);
const KOREAN_FILLER =
  /^(?:죄송|솔직|사실|정말|정확|전혀|아직|지금|부분|내용|질문|문제|개념|용어|답변|답을|이건|그건|이것|그것|제가|저는|나네|나요|나지|않|겠|습니|니다|대해|들어|적이|적은|없습|없어|없네|처음|배운|공부|어요|네요|할게|하겠|해요|합니|같아|같습|하지만|그냥|아마)/;

/**
 * Whether a short answer says only that its author does not know: nothing is left of it beside fillers and the
 * question's own words. `Not sure, maybe a B-tree?` is an answer.
 */
export const saysDontKnow = (answer: string, question: string): boolean => {
  if (answer.trim().split(/\s+/).length > MOST_WORDS) return false;
  const rest = answer.replace(DONT_KNOW, ' ');
  if (rest === answer) return false;
  const given = new Set(wordsOf(question).map((word) => word.stem));
  return wordsOf(rest).every(
    ({ common, stem, plain }) => common || given.has(stem) || FILLER.has(plain) || KOREAN_FILLER.test(plain),
  );
};

/** An answer that has this much of the question's words and none of its own repeats it. */
const REPEATS_FROM = 0.7;
/** Where the question offers a choice, taking one side leaves the other out. */
const OFFERS_CHOICE = /\bor\b|\bversus\b|\bvs\b|아니면/i;

/** How questions are framed, and what says nothing when it is added to one. */
const FRAME = new Set(
  wordsOf(
    `explain describe name list give example discuss tell mean difference different sometimes very important many
    several certain depends situation case`,
  ).map(({ stem }) => stem),
);

/** The words that say something; numbers do, though `one` is a common word. */
const meaningful = (text: string): Set<string> =>
  new Set(
    wordsOf(text).flatMap(({ common, stem }) =>
      FRAME.has(stem) || (common && !/^\d/.test(stem)) ? [] : [stem],
    ),
  );

const negations = (text: string): number => wordsOf(text).filter((word) => word.negation).length;

/** No repetition is this many times as long as the question; spares long answers the comparison. */
const LONGEST = 2;

/** Whether an answer only repeats the question, word for word or as a statement. */
export const repeatsQuestion = (answer: string, question: string): boolean => {
  if (answer.length > question.length * LONGEST) return false;
  const asked = meaningful(question);
  const said = meaningful(answer);
  if (asked.size < 2 || said.size === 0 || negations(answer) !== negations(question)) return false;
  const needed = OFFERS_CHOICE.test(question) ? asked.size : asked.size * REPEATS_FROM;
  return said.size >= needed && [...said].every((stem) => asked.has(stem));
};
