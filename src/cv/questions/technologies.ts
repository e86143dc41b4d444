import type { Position } from '../../questions/question.ts';

/** A technology as CVs name it. Two of the same `group` could have been chosen in each other's place. */
export type Technology = {
  /** Spellings, the first being the usual one; matched with their case unless all in lower case here. */
  readonly names: readonly string[];
  readonly group: string;
  /** Whose daily work it is; empty when everybody's. */
  readonly positions: readonly Position[];
};

/** Groups whose members exclude each other in one place of a system, so that a choice between them can be asked about. */
export const COMPARABLE_GROUPS: ReadonlySet<string> = new Set([
  'frontend framework',
  'mobile framework',
  'backend framework',
  'language',
  'relational database',
  'document or wide-column store',
  'cache',
  'message broker',
  'ml framework',
  'vector store',
  'search engine',
  'client state',
  'rendering framework',
  'data warehouse',
  'gradient boosting',
  'bundler',
  'build tool',
  'api style',
  'cloud',
  'ci',
  'infrastructure as code',
]);

/** `group | positions | name, name; name, name` where a semicolon parts technologies and a comma spellings of one. */
const TABLE = `
language | | Java, 자바; Kotlin, 코틀린; Python, 파이썬; TypeScript, 타입스크립트; JavaScript, 자바스크립트; Go, Golang; Rust; C++; C#; Scala; Ruby; PHP; Elixir; Swift, 스위프트; Objective-C; Dart; Perl; Haskell; Clojure
backend framework | be | Spring Boot, SpringBoot, 스프링 부트, 스프링부트, Spring, 스프링; Django, 장고; FastAPI; Flask, 플라스크; Express.js, ExpressJS, Express; NestJS, Nest.js; Ruby on Rails, Rails; Laravel; ASP.NET Core, ASP.NET, .NET Core, .NET; Ktor; Quarkus; Micronaut; Gin; Fastify; Koa; Phoenix; Actix
spring module | be | Spring MVC; Spring WebFlux, WebFlux; Spring Cloud; Spring Batch; Spring Security; Spring Data JPA
runtime | be fe | Node.js, NodeJS; Deno; Bun; JVM; Netty
relational database | be | PostgreSQL, Postgres, postgresql; MySQL, mysql; MariaDB; Oracle; SQL Server, MSSQL, MS-SQL; SQLite; CockroachDB; Aurora
data warehouse | be ai | Redshift; Snowflake; BigQuery; ClickHouse
document or wide-column store | be | MongoDB, Mongo, mongodb, 몽고DB; DynamoDB; Cassandra; HBase; Couchbase; Firestore; ScyllaDB
cache | be | Redis, redis, 레디스; Memcached; Hazelcast; Caffeine; Varnish
message broker | be | Kafka, Apache Kafka, kafka, 카프카; RabbitMQ, rabbitmq, 래빗MQ; Amazon SQS, AWS SQS, SQS; Pub/Sub, PubSub; Amazon Kinesis, Kinesis; NATS; ActiveMQ; Pulsar; Celery; BullMQ; Sidekiq
search engine | be | Elasticsearch, ElasticSearch, elasticsearch, 엘라스틱서치; OpenSearch; Solr; Algolia; Meilisearch
data access | be | JPA; Hibernate; QueryDSL, Querydsl; MyBatis; Prisma; TypeORM; Sequelize; SQLAlchemy; Exposed; jOOQ; Drizzle; ActiveRecord
api style | be fe mobile | GraphQL; gRPC; REST API, REST APIs, RESTful API, RESTful APIs, REST, RESTful; WebSocket, WebSockets, 웹소켓; WebRTC; Socket.io, Socket.IO; SSE; tRPC
container | be | Docker, docker, 도커; Kubernetes, kubernetes, K8s, k8s, 쿠버네티스; Helm; Istio; Docker Compose; Nomad; containerd
cloud | be | AWS, 아마존 웹 서비스; GCP, Google Cloud; Azure; Naver Cloud; Heroku; Vercel; Cloudflare
cloud service | be | AWS Lambda, Lambda, 람다; EC2; S3; ECS; EKS; RDS; CloudFront; API Gateway; Step Functions; Fargate; SageMaker; Cloud Run; GKE; Route 53; IAM
infrastructure as code | be | Terraform, 테라폼; Ansible; Pulumi; CloudFormation; CDK
ci | | GitHub Actions; Jenkins, 젠킨스; GitLab CI; CircleCI; ArgoCD, Argo CD; Travis CI; Bitrise; TeamCity; Fastlane
observability | be | Prometheus, 프로메테우스; Grafana, 그라파나; Datadog; Sentry; OpenTelemetry; Kibana; ELK; Jaeger; Zipkin; New Relic; Pinpoint; Crashlytics, Firebase Crashlytics; Splunk; Logstash
web server | be | Nginx, nginx, NGINX; HAProxy; Envoy; Tomcat; Apache HTTP Server; Kong
security | | OAuth 2.0, OAuth2, OAuth; JWT; OpenID Connect; SAML; TLS; Keycloak; LDAP
batch and stream | be ai | Spark, Apache Spark, PySpark, 스파크; Flink; Airflow, Apache Airflow, 에어플로우; Hadoop, 하둡; Hive; dbt; Kafka Streams; Beam; Dagster; Databricks; Debezium; Presto; Trino
load testing | be | k6; JMeter; nGrinder; Locust; Gatling; Artillery
architecture | be | microservices, microservice, MSA, 마이크로서비스; CQRS; event sourcing; DDD; Saga; serverless, 서버리스; monorepo, 모노레포; event-driven architecture; Clean Architecture, 클린 아키텍처; hexagonal architecture
frontend framework | fe | React, React.js, ReactJS, 리액트; Vue.js, Vue, Vue 3; Angular, AngularJS, 앵귤러; Svelte, SvelteKit; SolidJS; jQuery; Backbone.js; Ember
rendering framework | fe | Next.js, NextJS; Nuxt, Nuxt.js; Remix; Gatsby; Astro
client state | fe | Redux, Redux Toolkit, 리덕스; Zustand; Recoil; MobX; Jotai; React Query, TanStack Query; SWR; Apollo Client, Apollo; Pinia; Vuex; XState
bundler | fe | Webpack, webpack; Vite; Rollup; esbuild; Turbopack; Parcel
build tool | | Gradle; Maven; Bazel; Nx; Turborepo
compiler | fe | Babel; SWC
styling | fe | Tailwind CSS, Tailwind, TailwindCSS; styled-components; Emotion; Sass, SCSS; CSS Modules; Bootstrap; Material UI, MUI; Storybook, 스토리북; Chakra UI; design system, 디자인 시스템
frontend testing | fe | Jest; Cypress; Playwright; Testing Library, React Testing Library; Vitest; Selenium; Mocha; MSW; Puppeteer
web platform | fe | Web Vitals, Core Web Vitals; LCP; Lighthouse; service worker, Service Worker; PWA; SSR; IndexedDB; Web Workers, Web Worker; WebAssembly, WASM; Three.js; D3.js, D3; WebGL; Canvas; RxJS; WCAG; ARIA; HTML5; CSS3; Electron; WebView, 웹뷰; code splitting, 코드 스플리팅; lazy loading
mobile framework | mobile | Flutter, 플러터; React Native, 리액트 네이티브; SwiftUI; UIKit; Jetpack Compose; Compose Multiplatform; Kotlin Multiplatform, KMP; Ionic; Xamarin; Unity
mobile platform | mobile | Android, 안드로이드; iOS; Expo; Capacitor; Core Data, CoreData; Room; Realm; RxSwift; Combine; Coroutines, coroutines, Kotlin Coroutines, 코루틴; Dagger; Hilt; Koin; Retrofit; Alamofire; WorkManager; APNs, APNS; FCM; ARKit; Core ML, CoreML; MVVM; MVI; VIPER; TCA; BLoC, Bloc; Riverpod; ProGuard; R8; ExoPlayer; AVFoundation; Core Bluetooth; BLE; deep links; in-app purchases, 인앱 결제; push notifications, 푸시 알림; Espresso; XCTest; TestFlight; LeakCanary
mobile backend | mobile fe | Firebase, firebase, 파이어베이스; Supabase; Amplify; OneSignal
ml framework | ai | PyTorch, pytorch, 파이토치; TensorFlow, tensorflow, 텐서플로우, 텐서플로; JAX; scikit-learn, Scikit-learn, sklearn
gradient boosting | ai | XGBoost; LightGBM; CatBoost
ml tooling | ai | Keras; PyTorch Lightning; ONNX, ONNX Runtime; TensorRT; TensorFlow Lite, TFLite; DeepSpeed; Hugging Face, HuggingFace, 허깅페이스; Transformers
language models | ai | RAG; LangChain, 랭체인; LangGraph; LlamaIndex; OpenAI API; GPT-4o, GPT-4, GPT-3.5, GPT; LLM, LLMs; LoRA, QLoRA; vLLM; BERT, KoBERT, RoBERTa; T5; Llama, LLaMA, Llama 2, Llama 3; Claude; Gemini; fine-tuning, 파인튜닝; prompt engineering, 프롬프트 엔지니어링; embeddings, 임베딩; RLHF; Whisper; Ollama; TGI
vector store | ai | FAISS, Faiss; Pinecone; Milvus; Weaviate; Qdrant; Chroma, ChromaDB; pgvector
vision | ai | OpenCV; YOLO, YOLOv5, YOLOv8; CNN; ResNet; U-Net; Stable Diffusion; GAN; OCR; object detection, 객체 탐지; ViT; CLIP; segmentation; MediaPipe
classical machine learning | ai | random forest, Random Forest; logistic regression; gradient boosting; collaborative filtering, 협업 필터링; matrix factorization; LSTM; Transformer, 트랜스포머; recommender system, recommendation system, 추천 시스템; A/B test, A/B testing, A/B 테스트; anomaly detection, 이상 탐지; time series; reinforcement learning, 강화학습
ml operations | ai | MLflow; Kubeflow; Weights & Biases, W&B; DVC; Triton, Triton Inference Server; BentoML; Ray; Feast; KServe; TorchServe; feature store; CUDA; Optuna
data analysis | ai | Pandas, pandas, 판다스; NumPy, Numpy; Jupyter; Tableau; Streamlit; Gradio
testing | | JUnit, JUnit 5; Mockito; pytest; Testcontainers; RSpec; TDD; Kotest; REST Docs; Pact
teamwork tools | | Git; Jira; Confluence; Figma; Slack; Notion
`;

export const TECHNOLOGIES: readonly Technology[] = TABLE.trim()
  .split('\n')
  .flatMap((row) => {
    const [group = '', positions = '', members = ''] = row.split('|').map((cell) => cell.trim());
    return members.split(';').map((member) => ({
      names: member.split(',').map((name) => name.trim()),
      group,
      positions: positions.split(' ').filter((position): position is Position => position !== ''),
    }));
  });
