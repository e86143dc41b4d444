import type { Position } from './question.ts';

const SYNONYMS: Readonly<Record<Position, readonly string[]>> = {
  ai: [
    'ai',
    'ml',
    'aiml',
    'mlai',
    'llm',
    'mlops',
    'machinelearning',
    'deeplearning',
    'artificialintelligence',
    'datascience',
    'datascientist',
    '인공지능',
    '머신러닝',
    '기계학습',
    '딥러닝',
    '데이터사이언스',
    '데이터사이언티스트',
  ],
  be: ['be', 'backend', 'server', 'serverside', 'api', '백엔드', '백앤드', '서버', '서버사이드'],
  fe: [
    'fe',
    'frontend',
    'web',
    'webfrontend',
    'client',
    'ui',
    '프론트엔드',
    '프런트엔드',
    '프론트앤드',
    '프론트',
    '프런트',
    '웹',
    '웹프론트엔드',
  ],
  mobile: [
    'mobile',
    'app',
    'mobileapp',
    'android',
    'ios',
    'flutter',
    'reactnative',
    '모바일',
    '모바일앱',
    '앱',
    '안드로이드',
    '아이폰',
    '플러터',
  ],
};

const POSITION_OF = new Map(
  Object.entries(SYNONYMS).flatMap(([position, names]) =>
    names.map((name) => [name, position as Position] as const),
  ),
);

/** What a job title adds to the name of its field. */
const TITLE = /(developer|development|engineer|engineering|programmer|dev|개발자|개발|엔지니어)$/u;

/**
 * The position that somebody means by `Back-End`, `backend developer`, `백엔드 개발자` or `BE`; `null` when it
 * is none of the four. Case, spaces and punctuation do not count.
 */
export const parsePosition = (text: string): Position | null => {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return POSITION_OF.get(name) ?? POSITION_OF.get(name.replace(TITLE, '')) ?? null;
};
