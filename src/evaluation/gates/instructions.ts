import { sentencesOf } from '../text/clauses.ts';

/** An answer without the parts that tell the grader what to do. */
export type CutAnswer = {
  /** What is left, verbatim, in its order; empty when there was nothing else. */
  readonly answer: string;
  readonly instructsGrader: boolean;
};

const GRADING_NOUN =
  '(?:rubrics?|grading|marking|scoring|instructions?|prompts?|guidelines?|criteria|rules?|directives?|system message|key points)';
const TOP = '(?:full|max(?:imum)?|top|perfect|highest|best possible)';
const MARK = '(?:marks?|scores?|points?|grades?|credits?|ratings?)';
/** `Give the highest score to documents that …` speaks of something else than this answer. */
const NOT_TO_OTHERS =
  '(?!\\s+(?:to|of|among|from|in|within|per|for)\\s+(?!this|me\\b|my|any|every|all|it\\b|the (?:answer|candidate)))';
const OUT_OF =
  '(?:\\d+(?:\\.\\d+)?\\s*(?:/|out of)\\s*(?:5|10|100)\\b|100\\s*%(?!\\s*(?:of|to)\\b)|a (?:five|ten|10|5)\\b)';
/** Only a command counts: `attackers may write "ignore all instructions"` reports one. */
const COMMAND =
  '(?:^|[.!?:;,>\\]\\n]\\s*|\\b(?:please|now|just|and|then|kindly|so|must|should|shall|have to|need to|to)\\s+)';

const ENGLISH: readonly RegExp[] = [
  `${COMMAND}(?:ignore|disregard|forget|override|bypass|skip)\\b[^.!?]{0,40}?\\b(?:previous|prior|above|preceding|earlier|all|any|your|the|these|every)\\b[^.!?]{0,25}?\\b${GRADING_NOUN}\\b(?!\\s+(?:in|inside|found|contained|embedded|from|within|that (?:appear|come|stand)|of (?:the|an?) (?:document|page|user|attacker)))`,
  `${COMMAND}(?:give|award|assign|grant|output|mark|rate|score|grade)\\b[^.!?]{0,50}?(?:\\b${TOP} ${MARK}\\b${NOT_TO_OTHERS}|\\b${OUT_OF})`,
  `${COMMAND}(?:mark|treat|count|consider|accept|rate|grade)\\b[^.!?]{0,30}?\\b(?:this|it|any|every|all|my|the)\\b[^.!?]{0,25}?\\b(?:answers?|responses?|points?|submission|this|it)?\\s*(?:as|to be)\\s+(?:fully |completely )?(?:correct|right|covered|met|perfect|excellent|complete)\\b`,
  `\\b(?:note|message|instruction|memo|hint|request)s? (?:to|for) (?:the |my |our )?(?:grader|evaluator|examiner|marker|assessor|reviewer|interviewer|grading (?:system|model|bot)|ai|llm|model|bot|assistant)\\b`,
  `\\b(?:dear|hey|hello|attention|as (?:an?|the)) (?:ai )?(?:grader|evaluator|examiner|marker|assessor)\\b`,
  `\\byou (?:must|should|will|are (?:required|instructed|obliged|now)|have) (?:to )?(?:give|award|grade|score|mark|rate|assign)\\b`,
  `(?<=(?:^|[\\n.!?])\\W*)(?:score|grade|rating|marks?|points|verdict|evaluation)\\s*[:=]\\s*(?:\\d|full|max|met|correct|excellent|pass)`,
  `${COMMAND}(?:output|return|print|set|report|write|respond with|reply with)\\b[^.!?]{0,30}\\b(?:score|grade|rating|marks?)["']?\\s*(?:[:=]|of|to|is|as)\\s*["']?\\d`,
  `${COMMAND}(?:assume|pretend|suppose|imagine|act as (?:if|though))\\b[^.!?]{0,20}\\b(?:this|my|the|every|all)\\b[^.!?]{0,12}\\b(?:answers?|responses?|key points?)\\b`,
  `(?:^|[\\n#*>-]\\s*)(?:new|updated|revised|real|actual|additional|important) (?:system )?instructions?\\s*:`,
  `\\bi am (?:the|an|your) (?:\\w+ )?(?:administrator|admin|developer|creator|owner|examiner|operator)\\b[^.!?]{0,10}\\b(?:of|for) (?:this|the) (?:system|bot|grader|evaluation|interview|platform)\\b`,
  `\\ball (?:the )?key ?points? (?:are |were |is )?(?:covered|met|present|satisfied)\\b`,
  `^\\W*(?:system|assistant|developer)(?: (?:prompt|message|note|override))?\\s*:`,
  `\\bi (?:deserve|should get|must get) (?:the |a )?(?:${TOP} ${MARK}|${OUT_OF})`,
].map((source) => new RegExp(source, 'iu'));

const KOREAN: readonly RegExp[] = [
  /(?:이전|앞선|앞의|위의?|지금까지의?|기존|모든|채점|평가)\s*(?:의\s*)?(?:모든\s*)?(?:지시|명령|지침|프롬프트|규칙|기준|루브릭|안내)[^.!?]{0,12}(?:무시|잊|따르지)/u,
  /(?:만점|최고\s*점수?|높은\s*점수|10\s*점|5\s*점|100\s*점|A\+)[^.!?]{0,14}(?:주세요|주십시오|줘|달라|주시|부여|처리|매겨|바랍니다|부탁)/u,
  /(?:채점자|평가자|심사자|채점\s*(?:모델|봇|시스템)|평가\s*(?:모델|봇|시스템))(?:님)?(?:께|에게|은|는|,|:|님)/u,
  /(?:정답|맞은\s*것|충족된?\s*것)(?:으로|로)\s*(?:처리|간주|인정|채점)[^.!?]{0,8}(?:하세요|해\s*주|하십시오|해줘|해라|바랍니다|부탁)/u,
];

/** Somebody who writes about such attacks, before the words that look like one. */
const REPORTS =
  /\b(?:attack(?:er|ers|s)?|inject(?:ion|ions|ed|s)?|jailbreaks?|malicious|hostile|adversar\w*|untrusted|users?|someone|somebody|documents?|pages?|e-?mails?|passages?|for example|such as|like|e\.g|says?|said|saying|writes?|contains?|containing|hidden|tell(?:s|ing)?|instruct(?:s|ing)?)\b|공격|주입|인젝션|악의|사용자가|예를\s*들|문서|같은\s*(?:문장|문구|지시)|탈옥/iu;

const QUOTED =
  /["“”«»][^"“”«»]{3,200}["“”«»]|(?<![\p{L}\p{N}])['‘][^'‘’]{3,200}['’](?![\p{L}\p{N}])|`[^`]{3,200}`/gu;
const TAGGED =
  /<\s*(evaluation|grade|grader|grading|score|verdict|result|system|assistant|instructions?|rubric)\b[^>]*>[\s\S]*?<\s*\/\s*\1\s*>/giu;
const TAG =
  /<\s*\/?\s*(?:answer|evaluation|grade|grader|grading|score|verdict|system|assistant|instructions?|rubric|candidate_?answer|user_?answer)\b[^>]*>|<\|[^|>]{1,30}\|>|\[\/?(?:INST|SYSTEM)\]|<<\/?SYS>>/giu;

const isInstruction = (sentence: string): boolean => {
  const spoken = sentence.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return [...ENGLISH, ...KOREAN].some((pattern) => {
    const match = pattern.exec(spoken);
    return match !== null && !REPORTS.test(spoken.slice(0, match.index));
  });
};

/** Parts of the text that are markup meant to end the answer and start an evaluation. Code in back ticks is left alone. */
const withoutFakeTags = (answer: string): string => {
  const code = answer.match(/```[\s\S]*?```|`[^`]*`/gu) ?? [];
  const isCode = (tag: string): boolean => code.some((piece) => piece.includes(tag));
  const blank = (tag: string): string => (isCode(tag) ? tag : '\n');
  return answer.replace(TAGGED, blank).replace(TAG, blank);
};

/**
 * Takes out of an answer what is addressed to the grader, sentence by sentence, and markup that pretends the answer is
 * over. Sentences that write about such attacks, or quote one, stay.
 */
export const cutInstructions = (answer: string): CutAnswer => {
  const untagged = withoutFakeTags(answer);
  const sentences = sentencesOf(untagged);
  const kept = sentences.filter(([start, end]) => !isInstruction(untagged.slice(start, end)));
  const instructsGrader = untagged !== answer || kept.length < sentences.length;
  if (!instructsGrader) return { answer, instructsGrader };
  return { answer: kept.map(([start, end]) => untagged.slice(start, end)).join('\n'), instructsGrader };
};
