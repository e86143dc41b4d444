import { TECHNOLOGIES } from './technologies.ts';

/**
 * Words that developers' CVs name their work with, in both languages, so that a question can be in the other one. Where a
 * word has several counterparts, the entry that comes first is used.
 */
const GLOSSARY = `
payment|결제; notification|알림; incident|장애; booking|예약; workout|운동; image|이미지; error|오류;
computer science|컴퓨터공학; show booking|공연 예매; API document|API 문서; missed|누락된; lost|누락된; run|실행; data-loss outage|유실 장애; ticker|티커;
accessibility|접근성; account|계정; accuracy|정확도; admin|관리자; agent|에이전트; AI engineer|AI 엔지니어; alert|알림;
algorithm|알고리즘; algorithms|알고리즘; analysis|분석; analytics|분석; Android developer|Android 개발자;
Android developer|안드로이드 개발자; app|앱; app|어플; app size|앱 용량; application|애플리케이션;
approval|승인; architecture|아키텍처; architecture review|아키텍처 리뷰; article|기사; artificial intelligence|인공지능;
attendance|출결; attendance management|근태 관리; authentication|인증; automation|자동화;
automation of the API documents|API 문서 자동화; availability|가용성; average response time|평균 응답 시간; AWS bill|AWS 비용;
AWS cost|AWS 비용; AWS costs|AWS 비용; backend|백엔드; backend developer|백엔드 개발자; backend engineer|백엔드 엔지니어;
background location tracking|백그라운드 위치 추적; batch|배치; batch job|배치 작업; battery drain|배터리 소모;
 battery usage|배터리 사용량;
biometric authentication|생체 인증; board|게시판; booking API|예매 API; bot|봇; bounce rate|이탈률; bug|버그;
build pipeline|빌드 파이프라인; build time|빌드 시간; bundle size|번들 크기; business administration|경영학; cache|캐시;
calendar|캘린더; campaign|캠페인; card|카드; cart|장바구니; chat|채팅; chatbot|챗봇; checkout|결제; churn|이탈 예측;
claims|보험 청구; classification|분류; classifier|분류기; click-through rate|클릭률; client|클라이언트;
client state|클라이언트 상태; cloud cost|클라우드 비용; cloud costs|클라우드 비용; cold start time|콜드 스타트 시간;
collection|수집; comment|댓글; community|커뮤니티; compilers|컴파일러; component|컴포넌트;
component library|컴포넌트 라이브러리; computer architecture|컴퓨터구조; computer engineering|컴퓨터공학;
computer graphics|컴퓨터그래픽스; computer networks|컴퓨터 네트워크; computer science|컴퓨터과학;
computer vision|컴퓨터비전; concurrency issue|동시성 이슈; concurrency problem|동시성 문제; configuration|설정;
connection pool|커넥션 풀; consumer|컨슈머; content|콘텐츠; conversion rate|전환율; cost|비용; costs|비용; coupon|쿠폰;
coupon issuing|쿠폰 발급; courier|배달 기사; course registration|수강 신청; CPU usage|CPU 사용률; crash|크래시;
crash rate|크래시율; crash-free sessions|Crash-free 세션 비율; crash-free user rate|Crash-free 사용자 비율;
crash-free users|Crash-free 사용자 비율; crashes|크래시; crawler|크롤러; cron|cron; customer|고객; customer support|고객 상담;
dashboard|대시보드; data|데이터; data analyst|데이터 분석가; data engineer|데이터 엔지니어; data science|데이터사이언스;
data scientist|데이터 사이언티스트; data structures|자료구조; database|데이터베이스; databases|데이터베이스; dataset|데이터셋;
date|날짜; deadlock|데드락; deduplication|중복 제거; deep learning|딥러닝; defect inspection|결함 검사; deliveries|배달;
delivery|배달; demand forecasting|수요 예측; dependency|의존성; deployment|배포; deployment frequency|배포 빈도;
deployment pipeline|배포 파이프라인; deployment time|배포 시간; design|디자인; design system|디자인 시스템; detection|탐지;
 detection time|인지 시간; developer|개발자; diary|일기; distributed|분산;
distributed lock|분산 락; document|문서; documentation|문서화; double-entry ledger|복식부기 원장; downtime|다운타임;
duplicate|중복; duplicate bookings|중복 예매; duplicate payment|중복 결제; duplicate payments|중복 결제; editor|에디터;
electrical engineering|전기공학; electronic engineering|전자공학; engagement|참여도; engine|엔진; engineer|엔지니어;
error rate|오류율; evaluation|평가; event|이벤트; exercise|운동; failure rate|실패율; feature|기능; feature store|피처 스토어;
feed|피드; file|파일; file upload|파일 업로드; filter|필터; first-come-first-served coupon issuing|선착순 쿠폰 발급;
food waste|음식물 폐기량; form|폼; formatting|포맷; four-hour|4시간; framework|프레임워크; fraud detection|이상 거래 탐지;
fraudulent|허위; friends|친구; frontend|프론트엔드; frontend developer|프론트엔드 개발자; frontend engineer|프론트엔드 엔지니어;
full-stack developer|풀스택 개발자; game|게임; gateway|게이트웨이; hallucination rate|환각률; hiking|등산;
hiking diary|등산 기록; history|이력; hit rate|적중률; home|홈; home-grown|자체 제작; homepage|홈페이지; idempotent|멱등;
image upload|이미지 업로드; in-house|사내; index|인덱스; industrial engineering|산업공학; inference|추론;
inference cost|추론 비용; information and communication engineering|정보통신공학; infrastructure|인프라;
initial loading time|초기 로딩 시간; integration test|통합 테스트; integration tests|통합 테스트;
intent classification|의도 분류; interface|인터페이스; intern|인턴; internal|사내; inventory|재고; iOS developer|iOS 개발자;
issue|이슈; issuing|발급; job|작업; junior|주니어; keyboard navigation|키보드 탐색; latency|지연 시간; layer|계층;
layout|레이아웃; lead|리드; ledger|원장; legacy|레거시; library|라이브러리; linear algebra|선형대수; list|목록; live|실시간;
LLM-powered|LLM 기반; load shedding|부하 차단; load test|부하 테스트; load tests|부하 테스트; load time|로딩 시간;
loading speed|로딩 속도; loading time|로딩 시간; loan origination|대출 심사; location|위치; lock|락; log|로그; logging|로깅;
login|로그인; lookup performance|조회 성능; lookup query speed|조회 쿼리 속도; lookup speed|조회 속도; loss|유실;
 machine learning|머신러닝; machine learning|기계학습;
machine learning engineer|머신러닝 엔지니어; mail|메일; main|메인; management|관리; map|지도; marketing|마케팅; matching|매칭;
mathematics|수학; meeting|회의; member|회원; memory|메모리; memory leak|메모리 누수; memory usage|메모리 사용량; menu|메뉴;
message|메시지; messages|메시지; metrics|지표; migration|마이그레이션;
ML engineer|머신러닝 엔지니어; mobile|모바일; mobile developer|모바일 개발자; model|모델; modular structure|모듈 구조;
module|모듈; monitoring|모니터링; monitoring dashboard|모니터링 대시보드; monolith|모놀리스; monolithic|모놀리식; month|월간;
monthly|월간; monthly AWS bill|월 AWS 비용; multi-module structure|멀티 모듈 구조; music|음악; neighbourhood|동네;
neighbours|이웃; network|네트워크; networks|네트워크; news|뉴스; nightly|야간; notifications|알림; object detection|객체 탐지;
offline|오프라인; offline map|오프라인 지도; on-call|온콜; onboarding|온보딩; one-hour|1시간; open-source|오픈소스;
operating systems|운영체제; optimistic locking|낙관적 락; order|주문; order service|주문 서비스; orders|주문; outage|장애;
 outages|장애; p95|p95; p95 latency|p95 지연 시간; p99|p99;
p99 latency|p99 지연 시간; page|페이지; page load time|페이지 로딩 시간; pages|페이지; partitioning|파티셔닝; pattern|패턴;
payment system|결제 시스템; payment systems|결제 시스템; payments|결제; performance|성능; pessimistic locking|비관적 락;
pet|반려동물; photo|사진; physics|물리학; pipeline|파이프라인; plant|식물; platform|플랫폼; player|플레이어; plugin|플러그인;
points|포인트; policy|정책; portal|포털; post-mortem|사후 분석; precision|정밀도; prediction|예측; pricing|가격; problem|문제;
processing time|처리 시간; product|상품; product detail page|상품 상세 페이지; product image|상품 이미지;
product-image|상품 이미지; profile|프로필; push notification|푸시 알림; quality|품질; query|쿼리; query time|쿼리 시간;
queue|큐; quiz|퀴즈; race condition|경쟁 상태; race conditions|경쟁 상태; ranking|랭킹; rate|비율; real-time|실시간;
recall|재현율; receipt|영수증; recipe|레시피; recommendation|추천; recommendation widget|추천 위젯; reconciliation|대사;
record|기록; reminder|알리미; rendering|렌더링; report|리포트; reports|리포트; reprocessing|재처리;
reprocessing logic|재처리 로직; request|요청; researcher|연구원; reservation|예약; response time|응답 시간; retention|재방문율;
retry|재시도; revenue|매출; review|리뷰; reviews|리뷰; runbook|런북; sales|매출; schedule|일정; scheduler|스케줄러;
schema|스키마; school|학교; scraper|크롤러; screen|화면; screens|화면; script|스크립트; search|검색; search query|검색 쿼리;
seat|좌석; seat booking|좌석 예매; second-hand|중고; second-hand trading|중고 거래; security|보안; senior|시니어; sensor|센서;
server|서버; server cost|서버 비용; server costs|서버 비용; server developer|서버 개발자; server state|서버 상태;
server state management|서버 상태 관리; service|서비스; session|세션; settlement|정산; settlements|정산; shop|쇼핑몰;
shopping|쇼핑; shopping mall|쇼핑몰; sign-up|회원 가입; simple|간편; simple transfer|간편 송금;
single sign-on|싱글 사인온; site|사이트; small|작은; snapshot tests|스냅샷 테스트; social login|소셜 로그인;
software|소프트웨어; software developer|소프트웨어 개발자; software engineer|소프트웨어 엔지니어;
software engineering|소프트웨어공학; software engineering|소프트웨어학; startup time|시작 시간; state|상태;
state management|상태 관리; statistics|통계; statistics|통계학; storage|저장소; store|스토어; stories|스토리; students|학생;
study|스터디; study group|스터디; subscription|구독; subscription form|구독 폼; support|지원; support agent|상담 에이전트;
survey|설문; sync|동기화; system|시스템; template|템플릿; test|테스트; test coverage|테스트 커버리지; tests|테스트;
three-hour|3시간; throughput|처리량; ticker|티커; ticket|티켓; ticketing|예매; timeline|타임라인; timeout|타임아웃;
timeouts|타임아웃; timer|타이머; to-do|할 일; token|토큰; tool|도구; traffic|트래픽; trail|산책로;
trail recommendation|산책로 추천; transaction|거래; transactions|거래; transfer|송금; travel|여행; tree|트리; two-hour|2시간;
upload|업로드; usage|사용량; user|사용자; users|사용자; validation|검증; vehicle|차량; video|영상; view|뷰; viewer|뷰어;
voice|음성; voting|투표; wallet|지갑; watering|물주기; weather|날씨; web|웹; web app|웹 앱; web developer|웹 개발자;
web page|웹 페이지; webhook|웹훅; webhook delivery service|웹훅 전송 서비스; website|웹사이트; websites|웹사이트; weekly|주간;
widget|위젯; workflow|워크플로; XML screens|XML 기반 화면
`;

const PAIRS = GLOSSARY.split(';').map((entry): readonly [string, string] => {
  const [english = '', korean = ''] = entry.trim().split('|');
  return [english, korean];
});
/** Names of several words, of which none is to be translated: `Spring Batch`, `React Query`. */
const NAMES = new Set(TECHNOLOGIES.flatMap(({ names }) => names).filter((name) => /^[A-Z].* /u.test(name)));
const TO_KOREAN = new Map([...PAIRS].reverse().map(([english, korean]) => [english.toLowerCase(), korean]));
const TO_ENGLISH = new Map([...PAIRS].reverse().map(([english, korean]) => [korean, english]));

/** Names are the same in both languages: `Redis`, `RAG`, `KoBERT`, `p95`, `MySQL 8`. */
const NAME = /^(?:[A-Z][\w.+#/-]*|p\d\d|\d+(?:\.\d+)*)$/u;

/** A noun phrase (no articles, no prepositions) in Korean, or `null` when a word of it is unknown. */
export function toKorean(phrase: string): string | null {
  return translate(phrase.split(' '), (words) => {
    const joined = words.join(' ');
    if (NAMES.has(joined)) return joined;
    const plain = joined.toLowerCase();
    const known = TO_KOREAN.get(plain) ?? TO_KOREAN.get(plain.replace(/s$/u, ''));
    return known ?? (words.length === 1 && NAME.test(joined) ? joined : null);
  });
}

/** A Korean noun phrase in English, or `null` when a word of it is unknown: `A의 B` is `B of the A`. */
export function toEnglish(phrase: string): string | null {
  const whole = TO_ENGLISH.get(phrase);
  if (whole !== undefined) return whole;
  const [, owner, owned] = /^(.+)의 (.+)$/u.exec(phrase) ?? [];
  if (owner !== undefined && owned !== undefined) {
    const [outer, inner] = [toEnglish(owner), toEnglish(owned)];
    if (outer === null || inner === null) return null;
    return FAILURE.test(owned) ? `${inner} in ${outer}` : `${inner} of the ${outer}`;
  }
  return translate(phrase.replace(/\s기반(?=\s)/gu, '').split(' '), (some) => {
    const joined = some.join(' ');
    if (NAMES.has(joined)) return joined;
    return TO_ENGLISH.get(joined) ?? (some.length === 1 && NAME.test(joined) ? joined : null);
  });
}

const FAILURE = /(?:문제|이슈|장애|오류|누수|유실)$/u;

const LONGEST_ENTRY = 5;

/** Longest known stretches first, from the left. */
function translate(
  words: readonly string[],
  lookUp: (words: readonly string[]) => string | null,
): string | null {
  const translated: string[] = [];
  for (let index = 0; index < words.length; ) {
    let length = Math.min(LONGEST_ENTRY, words.length - index);
    let found = lookUp(words.slice(index, index + length));
    while (found === null && length > 1) {
      length -= 1;
      found = lookUp(words.slice(index, index + length));
    }
    if (found === null) return null;
    translated.push(found);
    index += length;
  }
  return translated.join(' ');
}
