import type { Texts } from '../en.ts';

const terms = (days: number, providers: readonly string[]) =>
  `- 이력서에 대해 질문할 수 있도록 파일이 아니라 텍스트만 ${days}일 동안 보관해요.\n- ${
    providers.length === 0
      ? '이 서버 밖으로 나가지 않아요. 질문도 평가도 외부 서비스 없이 여기서 만들어요.'
      : `질문을 만들고 답변을 평가하기 위해 이력서 내용과 답변을 다음 서비스로 보내요: ${providers.join(', ')}. 이메일, 전화번호, 주소는 가린 뒤에 보내요.`
  }\n- \`cv delete\`로 언제든 지울 수 있어요. 질문과 답변, 점수는 \`탈퇴\`라고 하실 때까지 기록에 남아요.\n- 이 대화의 다른 사람은 이력서도 점수도 볼 수 없어요.`;

/** 이력서와 답변을 어떻게 다루는지, 누가 볼 수 있는지. */
export const consent: Texts['consent'] = {
  ask: (days, providers) =>
    `**이력서를 보내기 전에 알려 드려요**\n\n${terms(days, providers)}\n\n이렇게 진행해도 될까요?`,
  askAgain: (days, providers, added) =>
    `**이력서에 대해 다시 한번 여쭤볼게요**\n\n동의하신 뒤에 새로 쓰게 된 서비스가 있어요: ${added.join(', ')}. 그래서 지금은 이렇게 진행돼요.\n\n${terms(days, providers)}\n\n이렇게 진행해도 될까요?`,
  otherwise: '동의하지 않으셔도 면접은 그대로 이어져요. 그때는 이 서버에서만 평가하고, 점수는 추정 점수예요.',
  agree: '네, 진행할게요',
  decline: '아니요',
  thanks: '감사합니다. 이어서 진행할게요.',
  declined: '알겠습니다. 이력서를 받지 않을게요. 마음이 바뀌면 `시작`이라고 해 주세요.',
  withdrawn:
    '알겠습니다. 앞으로는 이력서를 받지 않을게요. 전에 보내신 이력서는 아직 보관 중이고, `cv delete`로 지울 수 있어요.',
  goesOnHere:
    '알겠습니다. 이제부터는 어떤 서비스로도 보내지 않고 이 서버에서만 평가할게요. 점수에는 추정이라고 표시돼요.',
  neededToDispute:
    '다시 평가하려면 다른 서비스가 답변을 읽어야 하는데, 아직 동의하지 않으셨어요. 동의하신다면 그 뒤에 버튼을 한 번 더 눌러 주세요.',
};
