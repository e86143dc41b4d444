import type { Position } from '../../questions/question.ts';
import { withParticle } from './particle.ts';
import type { Theme } from './themes.ts';
import type { PersonKind, Wordings } from './wording.ts';
import { skillProblemInKorean } from './wording-skills.ts';

const JOB: Readonly<Record<Position, string>> = {
  ai: 'AI 엔지니어',
  be: '백엔드 개발자',
  fe: '프론트엔드 개발자',
  mobile: '모바일 개발자',
};

const THEMES: Readonly<Record<Theme, string>> = {
  perfectionism:
    '완벽하지 않은 상태에서 마무리하기로 한 최근의 작업은 무엇이었고, 그 정도면 충분하다고 어떻게 판단했나요?',
  perseverance:
    '원인을 밝히는 데 가장 오래 걸린 문제는 무엇이었고, 우회하지 않고 끝까지 파고든 이유는 무엇이었나요?',
  carefulness: '꼼꼼히 살폈는데도 놓친 실수는 무엇이었고, 그 뒤로 일하는 방식을 어떻게 바꿨나요?',
  teamwork: '팀원과 구현 방식에 대한 의견이 갈렸던 때는 언제였고, 어떻게 결론을 냈나요?',
  communication:
    '미리 이야기를 나눈 덕분에 잘못 만드는 일을 피했던 때는 언제였고, 그러지 않았다면 무엇을 만들었을까요?',
  toolCost: '다른 사람들이 원했지만 쓰지 않기로 한 도구는 무엇이었고, 지나고 보니 그 판단이 맞았나요?',
  users: '사용자의 반응을 보고 이미 만든 것을 바꾼 경험이 있다면 무엇을 보았고, 어떻게 바꿨나요?',
  simplicity: '흥미로운 방법 대신 단순한 방법을 선택한 때는 언제였고, 그 선택을 의심한 순간은 없었나요?',
  reliability: '멈추면 안 되는 것을 만들어 본 경험은 무엇이고, 장애에도 버티게 하려고 무엇을 했나요?',
  review: '코드를 쓰는 방식을 바꾸게 한 리뷰 의견은 무엇이었고, 그 전의 코드는 어떤 모습이었나요?',
  responsibility: '본인이 맡은 것이 고장 났던 때는 언제였고, 처음 한 시간 동안 무엇을 했나요?',
  learning: '가장 최근에 스스로 배운 것은 무엇이고, 직접 만든 것 중 어디에서 그것을 볼 수 있나요?',
  algorithms: '연습하며 익힌 알고리즘 중 실제 프로그램에 써 본 것은 무엇이고, 그것으로 무엇을 해결했나요?',
  making: '좋아서 만든 것 중 가장 많이 배운 것은 무엇이고, 지금 다시 만든다면 무엇을 다르게 하시겠어요?',
};

/** Questions in Korean about what somebody knows, learned and says about themselves, asked right below the passage that says so. */
export const KOREAN_PERSON_WORDINGS: Wordings<PersonKind> = {
  compareSkills: [
    ({ term, other }) =>
      `${withParticle(term, '은/는')} 주로 어떤 일에 쓰고, 어떤 경우라면 ${withParticle(other, '을/를')} 대신 선택하시겠어요?`,
    ({ term, other }) =>
      `${other}보다 ${withParticle(term, '으로/로')} 하기 더 어려웠던 일은 무엇이었고, 어떻게 해결했나요?`,
  ],
  skillProblem: [({ term }) => skillProblemInKorean(term)],
  skillLast: [
    ({ term }) =>
      `${withParticle(term, '을/를')} 마지막으로 본격적으로 쓴 일은 무엇이었고, 다음에는 쓰지 않을 용도가 있다면 무엇인가요?`,
  ],
  skillLimit: [
    ({ term }) =>
      `${withParticle(term, '으로/로')} 해 본 일 중 가장 어려웠던 것은 무엇이고, 어디에서 본인 지식의 한계를 느꼈나요?`,
  ],
  award: [
    ({ term }) =>
      `${term}의 바탕이 된 작업에서 본인이 기여한 부분은 무엇이었고, 지금이라면 무엇을 개선하시겠어요?`,
  ],
  rolePart: [
    ({ term }) =>
      term
        ? `${term} 일하며 맡은 소프트웨어는 사용자에게 무엇을 해 주는 것이었고, 본인이 없었다면 빠졌을 부분은 어디인가요?`
        : null,
  ],
  roleDecision: [
    ({ term }) =>
      term
        ? `${term} 일하며 내린 기술적 결정 중 다시 해도 똑같이 할 것은 무엇이고, 다르게 할 것은 무엇인가요?`
        : null,
  ],
  educationProgram: [
    ({ term }) =>
      `${withParticle(term || '전공', '을/를')} 공부하면서 만든 프로그램 중 가장 자랑스러운 것은 무엇이고, 가장 어려웠던 부분은 어디였나요?`,
  ],
  educationTopic: [
    ({ term }) =>
      `${term || '전공'} 수업에서 배운 것 중 직접 만든 것에 써 본 주제는 무엇이고, 실제로는 무엇이 달랐나요?`,
  ],
  educationMistake: [
    ({ term }) =>
      `${withParticle(term || '전공', '을/를')} 공부할 때 처음에 제대로 동작하지 않았던 과제는 무엇이었고, 원인을 어떻게 찾았나요?`,
  ],
  course: [
    ({ term }) =>
      `${term} 과목에서 배운 개념 중 직접 만든 프로그램에 써 본 것은 무엇이고, 실제로 해 보며 새로 알게 된 것은 무엇인가요?`,
  ],
  certificate: [
    ({ term }) =>
      `${withParticle(term, '을/를')} 준비하면서 배운 것 중 실제 작업에 써 본 것은 무엇이고, 실제로는 무엇이 달랐나요?`,
  ],
  experience: [
    ({ other }) =>
      other
        ? `${other} 분야에 처음 온 사람이 흔히 하는 실수는 무엇이고, 본인은 그것을 어떻게 피하게 되었나요?`
        : null,
    ({ figure }) => `${figure} 동안 일하면서 생각이 바뀐 기술적 의견은 무엇이고, 무엇 때문에 바뀌었나요?`,
  ],
  theme: [({ term }) => (term in THEMES ? THEMES[term as Theme] : null)],
  evidence: [
    () => '본인이 일하는 방식을 가장 잘 보여 주는 결과물은 무엇이고, 누군가 비판한다면 무엇을 지적할까요?',
  ],
  consequence: [
    ({ position }) =>
      `${withParticle(JOB[position], '으로/로')}서 본인을 가장 잘 보여 주는 기술적 결정은 무엇이고, 결과는 어땠나요?`,
  ],
  hardMoment: [
    () => '마감 때문에 평소의 원칙과 다르게 일해야 했던 때는 언제였고, 그 결과물은 나중에 어떻게 되었나요?',
  ],
  confirmation: [() => '본인의 코드를 이어받아 써 본 사람이라면 어떤 점을 칭찬하고, 어떤 점을 불평할까요?'],
  doneBefore: [
    ({ position }) =>
      `${withParticle(JOB[position], '이/가')} 매일 하는 일 중 작은 프로젝트에서라도 이미 해 본 것은 무엇이고, 처음 해 보게 될 것은 무엇인가요?`,
  ],
  firstMonth: [
    ({ position }) =>
      `${withParticle(JOB[position], '으로/로')} 일하는 첫 달 동안 무엇을 꼭 파악하고 싶고, 그러려면 무엇부터 하시겠어요?`,
  ],
  gapProgram: [
    ({ position }) =>
      `직접 만든 프로그램 중 ${withParticle(JOB[position], '으로/로')} 일하는 데 가장 도움이 될 것은 무엇이고, 가장 어려웠던 부분은 어디였나요?`,
  ],
  gapMistake: [
    () => '직접 짠 코드의 버그 중 찾는 데 가장 오래 걸린 것은 무엇이었고, 결국 무엇이 단서가 되었나요?',
  ],
  gapChange: [
    () => '직접 만든 프로그램 중 다시 짜고 싶은 것은 무엇이고, 구조에서 무엇을 가장 먼저 바꾸시겠어요?',
  ],
  gapReader: [
    () => '읽으면서 가장 많이 배운 코드는 누구의 것이었고, 거기에서 무엇을 본인의 코드에 가져왔나요?',
  ],
  gapNext: [
    ({ position }) =>
      `${withParticle(JOB[position], '으로/로')} 일하려면 아직 무엇을 더 배워야 하고, 그것을 배웠다는 것을 어떤 작은 프로그램으로 보여 주시겠어요?`,
  ],
};
