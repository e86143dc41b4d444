/** What people say about themselves, as far as there is something to ask about it. */
export type Theme =
  | 'perfectionism'
  | 'perseverance'
  | 'carefulness'
  | 'teamwork'
  | 'communication'
  | 'toolCost'
  | 'users'
  | 'simplicity'
  | 'reliability'
  | 'review'
  | 'responsibility'
  | 'learning'
  | 'algorithms'
  | 'making';

const THEMES: readonly (readonly [Theme, RegExp])[] = [
  ['algorithms', /algorithm|competitive programming|leetcode|알고리즘|코딩 ?테스트/iu],
  ['perfectionism', /perfectionis|완벽주의|완벽을 추구/iu],
  [
    'perseverance',
    /persever|persist|never give up|stubborn|끈기|끝까지|포기하지|집요|가설을|원인을 모르는/iu,
  ],
  ['carefulness', /careful(?!ly)|attention to detail|detail-oriented|meticulous|꼼꼼|세심|신중|실수를/iu],
  ['review', /code reviews?|reviews? code|코드 ?리뷰/iu],
  ['communication', /communicat|\bask(?:ing)?\b|질문|묻는|소통|커뮤니케이션|경청|대화/iu],
  ['teamwork', /team ?player|teamwork|\bin a team\b|collaborat|협업|팀워크|팀원|동료/iu],
  ['toolCost', /\btools?\b|boring tech|hype|오버 ?엔지니어링/iu],
  ['users', /\busers?\b|customers?|people use|사용자|고객|불편/iu],
  ['simplicity', /\bsimpl(?:e|icity)|\bboring|clean code|readab|단순|간결|클린 ?코드|가독성/iu],
  ['reliability', /reliab|stable|stability|robust|안정|대용량|트래픽/iu],
  ['responsibility', /responsib|ownership|책임/iu],
  ['learning', /\blearn|curious|curiosity|new technolog|배우|배움|학습|익히|새로운 기술|호기심/iu],
  ['making', /\bbuild|\bmaking|creat|from scratch|만드는|만들기|분해|조립|만들어/iu],
];

/** The theme of a statement, or `null`. */
export function findTheme(text: string): Theme | null {
  return THEMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
