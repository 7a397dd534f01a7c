/** The import rules of ARCHITECTURE.md: an arrow that is not allowed here is an error. */
const ours = '^(core|electron|renderer|build|e2e)/';
const mayImport = (room, allowed, extra = {}) => ({
  name: `${room.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '')}-imports`,
  severity: 'error',
  from: { path: `^${room}`, pathNot: '\\.test\\.tsx?$' },
  to: { path: ours, pathNot: [`^${room}`, ...allowed] },
  ...extra,
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.(test|d)\\.tsx?$', '\\.config\\.ts$', '^build/', '^e2e/'] },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css|\\?' },
    },
    mayImport('core/', []),
    mayImport('electron/preload/', ['^core/ipc/channels\\.ts$']),
    mayImport('electron/worker/', ['^core/']),
    mayImport('electron/inspect/', ['^core/']),
    mayImport('electron/main/', ['^core/']),
    mayImport('renderer/desktop/', ['^core/']),
    mayImport('renderer/ui/', []),
    mayImport('renderer/words/', ['^core/app-error\\.ts$']),
    mayImport('renderer/library/', ['^core/', '^renderer/desktop/']),
    mayImport('renderer/settings/', ['^core/', '^renderer/desktop/']),
    mayImport('renderer/player/', ['^core/', '^renderer/(desktop|library|settings)/']),
    mayImport('renderer/episode-list/', ['^core/', '^renderer/(library|player|settings|ui|words)/']),
    mayImport('renderer/highlights/', ['^core/', '^renderer/(library|ui|words|episode-list)/']),
    mayImport('renderer/reader/', [
      '^core/',
      '^renderer/(library|player|settings|ui|words|episode-list|highlights)/',
    ]),
    {
      name: 'features-imports',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: ours,
        pathNot: [
          '^renderer/features/$1/',
          '^renderer/(library|player|settings|ui|words|reader|episode-list|highlights)/',
          '^core/',
        ],
      },
    },
    mayImport('renderer/app/', ['^renderer/', '^core/']),
    mayImport('renderer/main\\.tsx$', ['^renderer/(app|ui)/']),
    mayImport('e2e/', [
      '^core/',
      '^electron/worker/(parse-feed|index-audio|analyse-audio)\\.ts$',
      '^electron/worker/align/(align-text|hear-sound|speak-transcript|voice|testing/sample)\\.ts$',
      '^electron/main/dbus/',
      '^electron/main/network/made-certificate\\.ts$',
    ]),
    mayImport('build/', []),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'core/ may use zod, htmlparser2 (with its entities) and the two stemmers, and nothing else.',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^core/', 'node_modules/(zod|htmlparser2|entities|porter2|@orama/stemmers)/'] },
    },
    {
      name: 'electron-at-the-edges',
      severity: 'error',
      comment:
        'Services take what they need in their constructor; only composition roots, windows, protocols and ipc import electron.',
      from: {
        path: '^electron/main/',
        pathNot: [
          '^electron/main/(index|start|first-answers|behind-window|window|app-protocol|serve-scheme)\\.ts$',
          '^electron/main/(ipc|system)/',
        ],
      },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-react-in-library',
      severity: 'error',
      comment:
        'What the app keeps and asks for works without a page; features read it with hooks of their own.',
      from: { path: '^renderer/(library|desktop)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/(react|react-[^/]+)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
