/** Words of topic names that are not written like ordinary words. */
const SPECIAL: Readonly<Record<string, string>> = {
  ai: 'AI',
  api: 'API',
  css: 'CSS',
  dart: 'Dart',
  di: 'DI',
  dom: 'DOM',
  flutter: 'Flutter',
  graphql: 'GraphQL',
  html: 'HTML',
  http: 'HTTP',
  ios: 'iOS',
  javascript: 'JavaScript',
  jetpack: 'Jetpack',
  kotlin: 'Kotlin',
  kubernetes: 'Kubernetes',
  llm: 'LLM',
  ml: 'ML',
  mlops: 'MLOps',
  nlp: 'NLP',
  nosql: 'NoSQL',
  oop: 'OOP',
  orm: 'ORM',
  react: 'React',
  rest: 'REST',
  rpc: 'RPC',
  sql: 'SQL',
  swift: 'Swift',
  swiftui: 'SwiftUI',
  tls: 'TLS',
  typescript: 'TypeScript',
  uikit: 'UIKit',
  ux: 'UX',
};

/** A topic as people read it: `rest-api-design` is "REST API design". */
export function topicName(topic: string): string {
  const [first = '', ...others] = topic.split('-');
  const opening = SPECIAL[first] ?? first.charAt(0).toUpperCase() + first.slice(1);
  return [opening, ...others.map((word) => SPECIAL[word] ?? word)].join(' ');
}
