import type { Texts } from '../en.ts';

export const forms: Texts['forms'] = {
  open: '양식 열기',
  openAgain: '고쳐 쓰기',
  offer: '양식을 열어 입력해 주세요.',
  unknown:
    '더 이상 쓰지 않는 양식이라 아무것도 바꾸지 않았어요. `도움말`에서 쓸 수 있는 명령을 볼 수 있어요.',

  answer: {
    choice: '양식에 쓰기',
    offer: '긴 답변은 양식에 쓸 수 있어요.',
    title: (ordinal, of) => `질문 ${ordinal}/${of} 답변`,
    followUpTitle: (ordinal) => `${ordinal}번 질문에 이어지는 답변`,
    label: '답변 전체',
    submit: '답변하기',
    gone: '이미 끝난 질문이라 양식을 열 수 없어요.',
  },

  cv: {
    title: '이력서 보내기',
    label: 'PDF 이력서',
    hint: '이력서나 자기소개서를 10 MB, 20쪽까지 보낼 수 있어요.',
    submit: '보내기',
  },
};
