import type { Texts } from '../en.ts';

export const quota: Texts['quota'] = {
  yours: (left) => (left === 0 ? '남은 면접이 없어요.' : `면접은 모두 ${left}번 보실 수 있어요.`),
  usedBefore: '데이터를 지우기 전에 사용하신 횟수는 그대로 계산돼요.',
  left: (left, of) => `면접이 ${of}번 중 ${left}번 남았어요.`,
  extra: (left, until) =>
    until === null
      ? `그중 ${left}번은 추가로 받으신 거예요.`
      : `그중 ${left}번은 추가로 받으신 것으로, ${until}(UTC) 전까지 쓸 수 있어요.`,
  renews: (limit, date) => `${date}(UTC)에 ${limit}번이 새로 생겨요.`,
  allUsed: (of) => (of === 0 ? '지금은 볼 수 있는 면접이 없어요.' : `면접 ${of}번을 모두 사용하셨어요.`),
  insteadOfStarting:
    '지난 면접과 예시 답변은 `기록`과 `report 1`에서 계속 볼 수 있어요. 더 보고 싶으시면 이 봇의 운영자에게 요청해 주세요.',
};
