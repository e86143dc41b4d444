import type { Texts } from '../en.ts';

/** 너무 많이 보냈거나 차단된 사람에게 하는 말. */
export const limits: Texts['limits'] = {
  banned:
    '더 이상 이 봇을 쓸 수 없어요. 잘못된 조치라고 생각하시면 봇을 운영하는 분들에게 알려 주세요. `내 데이터`와 `탈퇴`는 계속 쓸 수 있어요.',
  messages: (most, seconds) =>
    `1분에 메시지를 ${most}개 넘게 보내셔서 방금 보내신 메시지는 받지 못했어요. ${seconds}초 뒤에 이어서 보내 주세요. 그 전에 보내시는 메시지도 저장되지 않아요. 그 앞의 내용은 모두 저장되어 있어요.`,
  uploads: (most, seconds) =>
    `1분에 파일을 ${most}개 넘게 보내셔서 방금 보내신 파일은 받지 못했어요. ${seconds}초 뒤에 다시 보내 주세요. 그 전에 보내시는 파일은 저장되지 않아요.`,
  commands: (most, seconds) =>
    `1분에 명령과 버튼을 ${most}번 넘게 쓰셔서 마지막 것은 처리하지 않았어요. ${seconds}초 뒤에 다시 해 주세요. 그 전에는 처리하지 않아요.`,
};
