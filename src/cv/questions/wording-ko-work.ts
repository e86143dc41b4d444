import type { Position } from '../../questions/question.ts';
import { withParticle } from './particle.ts';
import type { Wordings, WorkKind } from './wording.ts';

/** What runs by itself and answers nobody. */
const BATCH = /배치|파이프라인|스케줄러|큐$|리포트|크롤러/u;

const POSITION_ANGLES: Readonly<Record<Position, readonly ((thing: string) => string)[]>> = {
  ai: [
    (thing) =>
      `${withParticle(thing, '을/를')} 어떤 단순한 방법과 비교했고, 단순한 방법으로도 충분했던 입력은 어떤 것이었나요?`,
    (thing) =>
      `${thing}의 품질이 조금씩 나빠진다면 어떻게 알아챌 수 있고, 그때 가장 먼저 무엇을 확인하시겠어요?`,
  ],
  be: [
    (thing) =>
      `${withParticle(thing, '이/가')} 의존하는 것 중 무엇이 멈췄을 때 타격이 가장 크고, 그때 사용자는 무엇을 보게 되나요?`,
    (thing) =>
      BATCH.test(thing)
        ? `${withParticle(thing, '이/가')} 도중에 멈춘 뒤 다시 실행되면 어떻게 되고, 그것을 어떻게 테스트했나요?`
        : `${thing}에서 같은 대상에 대한 요청 두 개가 동시에 들어오면 어떻게 되고, 그것을 어떻게 테스트했나요?`,
  ],
  fe: [
    (thing) =>
      `${withParticle(thing, '은/는')} 느린 네트워크나 오래된 기기에서 어떻게 동작하고, 그것을 어떻게 확인했나요?`,
    (thing) =>
      `키보드나 스크린 리더만 쓰는 사람은 ${withParticle(thing, '을/를')} 어떻게 사용하게 되고, 그것을 어떻게 확인했나요?`,
  ],
  mobile: [
    (thing) =>
      `${thing}에서 도중에 연결이 끊기거나 앱이 백그라운드로 내려가면 어떻게 되고, 그것을 어떻게 테스트했나요?`,
    (thing) =>
      `${withParticle(thing, '이/가')} 말썽을 일으킨 기기나 OS 버전은 무엇이었고, 원인을 어떻게 찾았나요?`,
  ],
};

/** What was moved, unless that is the old side itself. */
function moved(thing: string, from: string): string {
  if (thing === '' || from.includes(thing) || thing.includes(from)) return '';
  return `${withParticle(thing, '을/를')} `;
}

/** Questions in Korean about what somebody made, asked right below the passage that says so. */
export const KOREAN_WORK_WORDINGS: Wordings<WorkKind> = {
  migration: [
    ({ term, other, thing }) =>
      term && other
        ? `${moved(thing, term)}${term}에서 ${withParticle(other, '으로/로')} 옮기게 된 계기는 무엇이었고, 도중에 잘못됐다면 어떻게 되돌릴 계획이었나요?`
        : null,
    ({ term, other, thing }) =>
      term && other
        ? `${moved(thing, term)}${term}에서 ${withParticle(other, '으로/로')} 옮기는 과정에서 가장 위험했던 단계는 무엇이었고, 그 위험을 어떻게 줄였나요?`
        : null,
    ({ term, other, thing }) =>
      !term && other && thing
        ? `${withParticle(thing, '을/를')} ${withParticle(other, '으로/로')} 옮기기로 한 이유는 무엇이었고, 가장 위험했던 단계는 어디였나요?`
        : null,
    ({ other, thing }) =>
      !other && thing
        ? `${withParticle(thing, '을/를')} 이전하게 된 계기는 무엇이었고, 끝난 뒤 빠진 것이 없다는 것은 어떻게 확인했나요?`
        : null,
  ],
  completeness: [
    ({ term, other, figure }) =>
      term && other && figure
        ? `${term}에서 ${withParticle(other, '으로/로')} 옮길 때 ${withParticle(figure, '이/가')} 온전히 옮겨졌는지 어떻게 확인했고, 어떤 상황이었다면 작업을 중단했을까요?`
        : null,
  ],
  incident: [
    ({ term }) =>
      `${withParticle(term, '이/가')} 발생했을 때 첫 징후에서 실제 원인까지 어떻게 찾아갔고, 틀린 것으로 드러난 가설은 무엇이었나요?`,
    ({ term }) =>
      `${withParticle(term, '을/를')} 일으킨 진짜 원인을 찾았다고 확신한 근거는 무엇이었고, 재발은 무엇으로 막고 있나요?`,
  ],
  effect: [
    ({ figure }) =>
      `${withParticle(figure, '은/는')} 어떻게 측정했고, 다른 요인 때문이 아니라는 것은 어떻게 확인했나요?`,
    ({ figure }) =>
      `${figure}에 가장 크게 기여한 작업 하나는 무엇이고, 다른 작업의 효과와 어떻게 구분했나요?`,
  ],
  quality: [
    ({ figure, thing }) =>
      `${thing ? `${thing}의 ` : ''}${withParticle(figure, '은/는')} 어떤 데이터로 측정했고, 모델이 가장 자주 틀린 입력은 어떤 것이었나요?`,
    ({ figure }) =>
      `${withParticle(figure, '이/가')} 새로운 데이터에서도 유지된다는 것은 어떻게 확인했고, 비교 기준은 무엇이었나요?`,
  ],
  scale: [
    ({ figure, thing }) =>
      `${figure} 규모에서 ${thing || '시스템'}의 어느 부분이 가장 먼저 한계에 가까워졌고, 그것을 어떻게 알아냈나요?`,
    ({ figure, thing }) =>
      `${figure} 규모가 열 배로 늘면 ${thing || '시스템'}에서 무엇이 먼저 무너지고, 이를 막으려면 지금 무엇을 해 두어야 할까요?`,
  ],
  users: [
    ({ figure, thing }) =>
      thing
        ? `${withParticle(figure, '이/가')} ${withParticle(thing, '을/를')} 쓰면서 예상과 다르게 행동한 점은 무엇이었고, 그래서 무엇을 바꿨나요?`
        : null,
  ],
  downloads: [
    ({ figure, thing }) =>
      thing
        ? `${withParticle(figure, '을/를')} 기록한 ${thing}에서 사용자가 가장 많이 요청한 것은 무엇이었고, 들어주지 않은 요청은 무엇인가요?`
        : null,
  ],
  dataset: [
    ({ figure, thing }) =>
      `${withParticle(figure, '이/가')} ${thing ? `${thing}에 ` : ''}충분한지 어떻게 판단했고, 그 안에 빠져 있던 것은 무엇이었나요?`,
  ],
  choice: [
    ({ term, other }) =>
      term && other
        ? `${withParticle(term, '와/과')} ${other} 사이에서 결정적이었던 기준은 무엇이었고, 어떤 조건이라면 지금은 반대로 선택하시겠어요?`
        : null,
    ({ term, other }) =>
      term && other
        ? `${withParticle(term, '와/과')} ${withParticle(other, '을/를')} 비교할 때 가장 무게를 둔 근거는 무엇이었고, 실제로도 그 근거가 맞았나요?`
        : null,
    ({ other, thing, work }) =>
      !other && thing
        ? `${work}에서 함께 검토한 다른 방법은 무엇이었고, 어떤 조건이었다면 그쪽을 골랐을까요?`
        : null,
  ],
  decision: [
    ({ term, thing }) =>
      thing
        ? `${thing}에 ${withParticle(term, '을/를')} 쓰기로 한 이유는 무엇이고, 마지막까지 고민한 대안은 무엇이었나요?`
        : null,
    ({ term, thing }) =>
      thing ? `${thing}에서 ${term} 덕분에 쉬워진 것은 무엇이고, 예상보다 어려워진 것은 무엇이었나요?` : null,
    ({ term, thing }) =>
      thing
        ? null
        : `${withParticle(term, '을/를')} 선택하면서 기대한 것은 무엇이었고, 그 대가로 감수해야 했던 것은 무엇이었나요?`,
  ],
  ownPart: [
    ({ work }) =>
      work
        ? `${work}에서 본인이 직접 해낸 부분은 어디까지이고, 다른 사람의 도움에 기댄 부분은 어디였나요?`
        : null,
  ],
  ownDecision: [
    ({ work }) =>
      work ? `${work}에서 본인이 직접 내린 결정은 무엇이었고, 어떤 이유라면 그 결정을 바꿨을까요?` : null,
  ],
  wentWrong: [
    ({ work }) =>
      work ? `${work}에서 예상과 다르게 잘못된 일은 무엇이었고, 그 때문에 무엇을 바꿨나요?` : null,
    ({ work }) =>
      work
        ? `${withParticle(work, '을/를')} 시작할 때 세운 가정 중 틀린 것은 무엇이었고, 그것을 어떻게 알게 되었나요?`
        : null,
  ],
  positionAngle: [
    ({ thing, position }) => (thing ? (POSITION_ANGLES[position][0]?.(thing) ?? null) : null),
    ({ thing, position }) => (thing ? (POSITION_ANGLES[position][1]?.(thing) ?? null) : null),
  ],
  duration: [
    ({ figure, thing }) =>
      thing
        ? `${thing}에 들인 ${figure} 중 시간이 가장 많이 걸린 일은 무엇이었고, 제때 끝내려고 무엇을 포기했나요?`
        : null,
  ],
  verification: [
    ({ thing }) =>
      thing
        ? `다른 사람들이 쓰기 전에 ${withParticle(thing, '이/가')} 제대로 동작하는지 어떻게 확인했고, 그 확인에서 놓친 것은 무엇이었나요?`
        : null,
  ],
  today: [
    ({ work }) =>
      work
        ? `${withParticle(work, '을/를')} 오늘 처음부터 다시 한다면 무엇을 다르게 하고, 무엇을 그대로 두시겠어요?`
        : null,
  ],
  handover: [
    ({ thing }) =>
      thing
        ? `내일 동료가 ${withParticle(thing, '을/를')} 이어받는다면 어디에서 가장 먼저 실수하고, 그것을 막으려면 무엇이 필요할까요?`
        : null,
  ],
  mentoring: [
    () => '멘토링하면서 가장 자주 한 조언은 무엇이었고, 그 조언이 도움이 됐다는 것은 어떻게 알았나요?',
  ],
};
