import { wordsOf } from '../text/words.ts';

/** Somebody who has more to say than this says something. */
const MOST_WORDS = 14;
const DONT_KNOW =
  /\b(?:(?:i|we)\s+(?:really |honestly |just |simply |actually )?(?:do not|don['’]?t|did not|didn['’]?t|have not|haven['’]?t|never|can ?not|can['’]?t|could not|couldn['’]?t)\s+(?:(?:really|even|quite|yet|ever)\s+)?(?:know|remember|recall|heard?|learn(?:ed|t)?|stud(?:y|ied)|understand|tell|answer|have (?:an?|any) (?:idea|clue|answer)|used?|worked)|(?:do not|don['’]?t) (?:really |even )?know|not (?:really |too |quite |entirely )?(?:sure|certain|familiar)|(?:i (?:have|['’]ve(?: got)?) )?(?:no|not (?:a|the|any)) (?:idea|clue|answer|knowledge|faintest|slightest)|idk|dunno|no comment|not answered|no answer|n\/a|unsure|i give up|(?:i )?(?:pass|skip)(?: this(?: one)?)?|beats me|never heard)\b|모르|모름|몰라|모릅|기억이?\s*(?:안|나지|잘)|생각이?\s*(?:안|나지)|패스|글쎄|답변\s*(?:못|불가)|넘어가|자신이?\s*없/giu;
const FILLER = new Set(
  `sorry honestly really exactly answer question topic subject moment right now afraid sure fully off hand head
  maybe perhaps think guess unfortunately remember recall anything next please move on yet all ask maybe well um uh hmm oh
  ok okay yes no know not about it this one never before idea clue enough last year school university heard term concept
  잘 정말 솔직히 죄송 죄송하지만 사실 이 이건 그건 질문 문제 답 전혀 아직 지금 는 은 그 제가 저는 아 음 어 네 안 나네요 나요 나지 않네요 않습니다 않아요 겠습니다 겠어요 겠네요 습니다 니다 부분 내용 대해 대해서는 들어본 적이 없습니다 없어요`.split(
    /\s+/,
  ),
);

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
    (word) => word.common || given.has(word.stem) || FILLER.has(word.plain) || /^\p{Script=Hangul}{1,4}$/u.test(word.plain),
  );
};

/** An answer that has this much of the question's words and none of its own repeats it. */
const REPEATS_FROM = 0.7;
/** Where the question offers a choice, taking one side leaves the other out. */
const OFFERS_CHOICE = /\bor\b|\bversus\b|\bvs\b|아니면/i;

const meaningful = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap((word) => (word.common && !/^\d/.test(word.stem) ? [] : [word.stem])));

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
