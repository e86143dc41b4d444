import type { Position } from '../../questions/question.ts';
import { quotedAs, withParticle } from './particle.ts';
import type { Wordings } from './wording.ts';

const JOB: Readonly<Record<Position, string>> = {
  ai: 'AI 엔지니어',
  be: '백엔드 개발자',
  fe: '프론트엔드 개발자',
  mobile: '모바일 개발자',
};

const POSITION_ANGLE: Readonly<Record<Position, string>> = {
  ai: '비교 기준으로 삼은 가장 단순한 방법은 무엇이었고, 어떤 종류의 입력에서는 끝까지 잘 되지 않았나요?',
  be: '데이터베이스, 큐, 다른 서비스 가운데 무엇이 멈췄을 때 타격이 가장 컸을까요? 그때 사용자는 무엇을 보게 되나요?',
  fe: '느린 네트워크나 오래된 기기에서는 어떻게 동작했고, 그것을 어떻게 확인했나요?',
  mobile: '도중에 연결이 끊기거나 앱이 백그라운드로 내려가면 어떻게 되었고, 그것을 어떻게 시험했나요?',
};

function wrote(excerpt: string): string {
  const quoted = quotedAs(excerpt);
  return quoted === null ? `이력서에 “${excerpt}” 대목이 있습니다.` : `${quoted} 쓰셨습니다.`;
}

function writtenAs(excerpt: string): string {
  const quoted = quotedAs(excerpt);
  return quoted === null ? `“${excerpt}” 대목의` : `${quoted} 쓰신`;
}

/** Questions about a CV in Korean, with the particles that the quoted words ask for. */
export const KOREAN_WORDINGS: Wordings = {
  migration: [
    ({ excerpt, term, other }) =>
      term === ''
        ? `${wrote(excerpt)} 이 전환을 시작한 계기는 무엇이었고, 어떤 순서로 진행했나요? 첫 단계가 실패했다면 어떻게 했을까요?`
        : `${wrote(excerpt)} ${term}의 무엇이 문제였고, 어떤 순서로 ${withParticle(other, '으로/로')} 옮겼나요? 옮긴 뒤 더 나빠진 점은 무엇인가요?`,
  ],
  incident: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 진짜 원인을 어떻게 찾았고, 가장 먼저 배제한 가설은 무엇이었나요? 재발은 무엇으로 막고 있나요?`,
  ],
  effect: [
    ({ excerpt, figure }) =>
      `${wrote(excerpt)} “${figure}” 수치는 어디에서 어떤 기간 동안 어떻게 측정했나요? 다른 요인으로 설명될 가능성은 없었나요?`,
    ({ excerpt, figure }) =>
      `이력서의 “${excerpt}” 부분에서, “${figure}” 결과에 가장 크게 기여한 작업 하나는 무엇이고 그렇게 판단한 근거는 무엇인가요?`,
  ],
  scale: [
    ({ excerpt, figure }) =>
      `${wrote(excerpt)} “${figure}” 규모에서 한계에 가장 가까웠던 부분은 어디였고 어떻게 알아챘나요? 열 배가 되면 무엇이 먼저 무너질까요?`,
  ],
  decision: [
    ({ excerpt, term }) =>
      `${wrote(excerpt)} ${withParticle(term, '을/를')} 쓰기로 한 결정은 어떻게 내려졌나요? 끝까지 경쟁한 대안 하나와 그것을 고르지 않은 이유를 말해 주세요.`,
    ({ excerpt, term }) =>
      `“${excerpt}” 부분에서 ${term} 덕분에 쉬워진 것과 오히려 어려워진 것은 무엇이었나요? ${term} 없이 했다면 무엇을 썼을까요?`,
  ],
  choice: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 어떤 선택지가 있었고 무엇이 결정적이었나요? 어떤 조건이었다면 반대로 결정했을까요?`,
  ],
  ownPart: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 그중 직접 결정하고 해낸 부분은 어디이고, 다른 사람의 작업에 기댄 부분은 어디인가요?`,
  ],
  wentWrong: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 진행하면서 예상과 다르게 잘못된 일은 무엇이었고, 어떻게 알아챘으며 무엇을 바꿨나요?`,
  ],
  positionAngle: [
    ({ excerpt, position }) => `“${excerpt}” 부분을 떠올려 보세요. ${POSITION_ANGLE[position]}`,
  ],
  duration: [
    ({ excerpt, figure }) =>
      `${wrote(excerpt)} ${figure} 가운데 시간이 가장 많이 든 일은 무엇이었고, 끝내기 위해 무엇을 포기했나요?`,
  ],
  verification: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 다른 사람이 쓰기 전에 제대로 동작한다는 것을 어떻게 확인했고, 그 확인에서 놓친 것은 무엇이었나요?`,
  ],
  today: [
    ({ excerpt }) =>
      `${writtenAs(excerpt)} 작업을 오늘 다시 시작한다면 무엇을 다르게 하고 무엇을 그대로 두겠습니까? 이유도 말해 주세요.`,
  ],
  handover: [
    ({ excerpt }) =>
      `새로 온 동료가 ${writtenAs(excerpt)} 작업을 이어받는다고 해 봅시다. 어디에도 적혀 있지 않아서 가장 먼저 실수할 부분은 무엇일까요?`,
  ],
  compareSkills: [
    ({ term, other }) =>
      `이력서에 ${withParticle(term, '와/과')} ${withParticle(other, '이/가')} 함께 있습니다. 각각 어떤 일에 썼고, 어떤 상황이라면 서로 바꿔 쓰겠습니까?`,
  ],
  skillProblem: [
    ({ term }) =>
      `이력서에 ${withParticle(term, '이/가')} 있습니다. 그것으로 직접 해결한 구체적인 문제 하나와, 그것 때문에 시간을 많이 쓴 일 하나를 말해 주세요.`,
  ],
  skillLast: [
    ({ term }) =>
      `이력서에 적으신 ${withParticle(term, '을/를')} 마지막으로 쓴 것은 어디에서였나요? 그중 본인이 맡은 부분과, 다시는 그 용도로 쓰지 않을 일을 말해 주세요.`,
  ],
  skillLimit: [
    ({ term }) =>
      `이력서에 적으신 ${withParticle(term, '으로/로')} 해 본 일 가운데 가장 어려웠던 것은 무엇이고, 어디에서 본인 지식의 한계를 느꼈나요?`,
  ],
  award: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 그 작업에서 본인이 맡은 부분은 어디였고, 오늘이라면 무엇을 고치겠습니까?`,
  ],
  rolePart: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 그때 맡은 소프트웨어는 무엇을 하는 것이었고, 본인이 없었다면 존재하지 않았을 부분은 어디인가요?`,
  ],
  roleDecision: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 거기에서 직접 내린 기술적 결정은 무엇이었고, 대안은 무엇이었으며, 결과는 어땠나요?`,
  ],
  educationProgram: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 공부하면서 작성한 프로그램 가운데 한 줄 한 줄 설명할 수 있는 것은 무엇이고, 가장 어려웠던 부분은 어디였나요?`,
  ],
  educationTopic: [
    ({ excerpt }) =>
      `“${excerpt}” 시기에 배운 것 가운데 직접 만든 것에 적용해 본 주제는 무엇이고, 실제로 해 보니 무엇이 달랐나요?`,
  ],
  educationMistake: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 그 시기의 과제나 프로젝트 가운데 처음에 동작하지 않았던 것은 무엇이고, 원인을 어떻게 찾아 무엇을 바꿨나요?`,
  ],
  certificate: [
    ({ excerpt }) =>
      `이력서에 “${excerpt}” 항목이 있습니다. 그 내용 가운데 직접 만든 것에 적용해 본 부분은 무엇이고, 실제로는 무엇이 달랐나요?`,
  ],
  evidence: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 이것을 가장 잘 보여 주는 본인의 작업은 무엇인가요? 무엇을 했고 어떤 결과가 나왔는지 말해 주세요.`,
  ],
  consequence: [
    ({ excerpt }) => `${wrote(excerpt)} 그래서 내리게 된 기술적 결정 하나를 들어 주세요. 결과는 어땠나요?`,
  ],
  hardMoment: [
    ({ excerpt }) => `${wrote(excerpt)} 프로젝트에서 이것을 지키기 어려웠던 때는 언제였고, 어떻게 했나요?`,
  ],
  confirmation: [
    ({ excerpt }) => `${wrote(excerpt)} 함께 일해 본 사람은 이에 대해 뭐라고 말할까요? 어떤 사례를 들까요?`,
  ],
  doneBefore: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 그 일 가운데 작은 프로젝트에서라도 이미 해 본 부분은 무엇이고, 처음 해 보게 될 부분은 무엇인가요?`,
  ],
  firstMonth: [
    ({ excerpt, position }) =>
      `${wrote(excerpt)} ${JOB[position]}로 일하는 첫 달에 팀은 이것을 어디에서 보게 될까요? 구체적인 일 하나를 들어 주세요.`,
  ],
  gapProgram: [
    ({ excerpt, position }) =>
      `“${excerpt}” 외에는 직접 만든 소프트웨어 이야기가 이력서에 거의 없습니다. ${JOB[position]}로 일하는 데 도움이 될 만한 프로그램으로 무엇을 만들어 보았고, 가장 어려운 부분은 어디였나요?`,
  ],
  gapMistake: [
    ({ excerpt }) =>
      `“${excerpt}” 대목을 포함해 이력서에는 실수한 이야기가 없습니다. 직접 만든 버그 가운데 찾는 데 가장 오래 걸린 것은 무엇이고, 무엇이 단서가 되었나요?`,
  ],
  gapChange: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 직접 만든 프로그램 가운데 가장 먼저 다시 쓰고 싶은 것은 무엇이고, 구조를 어떻게 바꾸겠습니까?`,
  ],
  gapReader: [
    ({ excerpt }) =>
      `${wrote(excerpt)} 지금까지 누구의 코드를 읽거나 리뷰해 보았고, 거기에서 무엇을 가져와 본인 코드에 적용했나요?`,
  ],
  gapNext: [
    ({ excerpt, position }) =>
      `“${excerpt}”에서 출발해 ${JOB[position]}로 일하려면 아직 무엇을 배워야 하고, 배웠다는 것을 어떤 작은 프로그램으로 증명하겠습니까?`,
  ],
};
