/** Which kind of personal data a passage is; names the placeholder that stands for it. */
type PersonalDataKind = 'email' | 'phone' | 'address' | 'id' | 'birth-date' | 'profile';
type PersonalSpan = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number };

type Rule = {
  readonly kind: PersonalDataKind;
  readonly pattern: RegExp;
  /** Says no to what only looks like it: a period of years, a round number. */
  readonly accepts?: (match: string) => boolean;
};

const REGION =
  '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청?[북남]|충[북남]|전라?[북남]|경상?[북남]|제주)(?:특별자치시|특별자치도|특별시|광역시|시|도)?';
const SEOUL_DISTRICT =
  '(?:강남|서초|송파|강동|마포|용산|성동|성북|강북|도봉|노원|은평|서대문|양천|강서|구로|금천|영등포|동작|관악|광진|동대문|중랑|종로|분당|수정|중원|수지|기흥|처인|영통|팔달|권선|장안|일산동|일산서|덕양|해운대|수영|유성)구';
/** A number that is followed by a unit counts something and is no house number. */
const HOUSE_NUMBER =
  '\\d{1,5}(?:-\\d{1,4})?(?![\\d.,]*\\s?(?:[%만천억건개배명초분년월]|가지|시간|회|ms|GB|MB|TPS|QPS))';
const STREET = `[가-힣0-9]{1,12}(?:로|길|동|리|가)\\s?(?:\\d{1,4}(?:번?[가나다라]?길)\\s?)?${HOUSE_NUMBER}(?:번지)?`;
const REST_OF_BUILDING =
  '(?:[,\\s]*\\d{1,4}동(?=\\s?\\d))?(?:[,\\s]*\\d{1,5}호)?(?:[,\\s]*\\d{1,3}층)?(?:\\s*\\([가-힣0-9,\\s]{1,30}\\))?';
const KOREAN_ADDRESS = `(?:${REGION}\\s+(?:[가-힣]{1,5}(?:시|군|구)\\s+){0,2}(?:[가-힣]{1,5}(?:읍|면)\\s+)?|(?:[가-힣]{2,4}시\\s+)?${SEOUL_DISTRICT}\\s+)${STREET}${REST_OF_BUILDING}`;
const WESTERN_UNIT = '(?:,?\\s+(?:Apt|Apartment|Suite|Ste|Unit|Floor|#)\\.?\\s?\\w{1,6})?';
const WESTERN_PLACE =
  "(?:,\\s*[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){0,3}){0,2}(?:,?\\s+[A-Z]{2})?(?:,?\\s+\\d{5}(?:-\\d{4})?\\b)?";
const WESTERN_ADDRESS = `\\b\\d{1,5}[A-Za-z]?\\s+(?!Google|Proton)(?:[A-Z][A-Za-z.'’-]*\\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Court|Terrace|Parkway|Highway)\\b\\.?${WESTERN_UNIT}${WESTERN_PLACE}`;

/** Digits that a phone number could have, and none of the things that digits usually are in a CV. */
function looksLikePhone(match: string): boolean {
  const digits = match.replace(/\D/gu, '');
  const years = match.match(/\b(?:19|20)\d{2}\b/gu) ?? [];
  return digits.length >= 8 && digits.length <= 15 && years.length < 2 && !/000[ .,-]?000/u.test(match);
}

const RULES: readonly Rule[] = [
  {
    kind: 'email',
    pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}/gu,
  },
  {
    kind: 'email',
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64}\s?[[(]\s?(?:at|골뱅이)\s?[\])]\s?[\w-]{1,63}(?:\s?(?:[[(]\s?(?:dot|점)\s?[\])]|\.)\s?[A-Za-z]{2,24})+/giu,
  },
  {
    kind: 'profile',
    pattern:
      /(?:https?:\/\/)?(?:[a-z]{2,3}\.)?(?:linkedin\.com\/in|github\.com|gitlab\.com|facebook\.com|instagram\.com)\/[\w.%@-]+(?:\/[\w.%@/-]*)?/giu,
  },
  {
    kind: 'id',
    pattern: /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?[-–]\s?[0-9][\d*]{6}(?!\d)/gu,
  },
  { kind: 'id', pattern: /(?<=주민(?:등록)?\s?번호\s*[:：]?\s*)\d{13}(?!\d)/gu },
  { kind: 'id', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu },
  {
    kind: 'birth-date',
    pattern:
      /(?<=(?:생년월일|생일|\bdate of birth|\bDOB|\bborn on)\s*[:：]?\s*)(?:\d{2,4}\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,4}\s?일?|\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\s\d{4}|[A-Z][a-z]{2,8}\s\d{1,2},?\s\d{4})/giu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.,-])(?:\+?82[-.\s)]{0,2}\(?0?\)?|0)1[016789][-.\s]?\d{3,4}[-.\s]?\d{4}(?!\d)/gu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.,-])\(?0(?:2|[3-6][1-5]|70)([-.)\s])\s?\d{3,4}(?:\1|-)\d{4}(?![\d-])/gu,
    accepts: looksLikePhone,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d+])\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}(?![\d%]|\s?(?:users|requests|rows))/gu,
    accepts: looksLikePhone,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.-])(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}([-.]))\d{3}(?:\1|-)\d{4}(?![\d.-])/gu,
    accepts: looksLikePhone,
  },
  {
    kind: 'phone',
    pattern: /(?<![\d.-])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\d-])/gu,
    accepts: looksLikePhone,
  },
  {
    kind: 'phone',
    pattern:
      /(?<=(?:\b(?:phone|tel|telephone|cell|mobile|fax)\.?\s*[:：]|전화(?:번호)?\s*[:：]?|연락처\s*[:：]?|휴대(?:폰|전화)\s*[:：]?|핸드폰\s*[:：]?|\bH\.?P\.?\s*[:：])\s*)[+(]?\d[\d\s().-]{6,20}\d/giu,
    accepts: looksLikePhone,
  },
  { kind: 'address', pattern: new RegExp(KOREAN_ADDRESS, 'gu') },
  { kind: 'address', pattern: new RegExp(WESTERN_ADDRESS, 'gu') },
  {
    kind: 'address',
    pattern:
      /\b\d{1,4}(?:-\d{1,4})?,?\s+[A-Z][a-z]+-?(?:daero|[- ]?ro|-gil)(?:\s?\d{1,3}(?:beon)?-gil)?(?:,?\s+[A-Z][a-z]+-(?:dong|gu|si|do))+(?:,\s*[A-Z][a-z]+)?/gu,
  },
  {
    kind: 'address',
    pattern:
      /\b[A-ZÄÖÜ][a-zäöüß-]{0,40}(?:straße|strasse|str\.|allee|gasse|platz)\s+\d{1,4}[a-z]?(?:,?\s+\d{5}\s+[A-ZÄÖÜ][a-zäöüß]+)?/gu,
  },
  {
    kind: 'address',
    pattern:
      /\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|boulevard|avenue|chemin|impasse|quai)\s+(?:de |du |des |la |le |les |d'|l')*[A-ZÉÈ][\p{L}'-]*(?:\s+[A-Z][\p{L}'-]*)*(?:,?\s+\d{5}\s+[A-Z]\p{L}+)?/gu,
  },
  {
    kind: 'address',
    pattern:
      /(?<=(?:^|[|·/,]\s*)(?:(?:현?\s?주소|거주지)\s*[:：]|(?:home |postal |mailing |street )?address\s*[:：])\s*)[^\s|][^|\n]*/gimu,
  },
];

/**
 * Where a text names somebody's e-mail, phone, street address, registration number, birth date or profile page, in order
 * and without overlaps. Rules by form, not by meaning: they leave versions, dates, periods and metrics alone.
 */
export function findPersonalData(text: string): readonly PersonalSpan[] {
  const found = RULES.flatMap(({ kind, pattern, accepts }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => accepts?.(match) ?? true)
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].trimEnd().length })),
  );
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const spans: PersonalSpan[] = [];
  for (const span of found) {
    const last = spans.at(-1);
    if (last === undefined || span.start >= last.end) spans.push(span);
    else if (span.end > last.end) spans[spans.length - 1] = { ...last, end: span.end };
  }
  return spans;
}
