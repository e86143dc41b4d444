import type { Texts } from '../en.ts';

export const slack: Texts['slack'] = {
  estimate: '추정',
  unscored: '점수 없음',
  choose: '하나를 골라 주세요',
  howToUpload: 'PDF를 저와의 다이렉트 메시지에 끌어다 놓거나 버튼을 눌러 주세요.',
  uploadButton: 'PDF 올리기',
  close: '취소',
  formTooLate: '시간이 조금 지나 양식을 열지 못했어요. 다시 한번 해 주세요.',
  answeredPrivately: '다이렉트 메시지로 답해 드렸어요.',
  status: '생각하고 있어요…',
  loading: [
    '보내 주신 내용을 읽고 있어요…',
    '기대한 답변과 견주어 보고 있어요…',
    '잘하신 점을 찾고 있어요…',
    '거의 다 됐어요…',
  ],
  stillWorking: '아직 살펴보고 있어요. 끝나면 여기에 바로 보여 드릴게요.',
};
