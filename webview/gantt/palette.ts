/** Resolves every colour of the timeline: `--gantt-<name>` of gantt-colors.css, by its name. */
function readInk(read: (name: string) => string) {
  return {
    background: read('background'),
    header: read('header'),
    headerText: read('header-text'),
    headerMuted: read('header-muted'),
    line: read('line'),
    rowLine: read('row-line'),
    shade: read('shade'),
    hover: read('hover'),
    selected: read('selected'),
    hoverGround: read('hover-ground'),
    selectedGround: read('selected-ground'),
    today: read('today'),
    status: read('status'),
    task: read('task'),
    taskDone: read('task-done'),
    taskEdge: read('task-edge'),
    done: read('done'),
    doneEdge: read('done-edge'),
    critical: read('critical'),
    criticalDone: read('critical-done'),
    criticalEdge: read('critical-edge'),
    summary: read('summary'),
    group: read('group'),
    milestone: read('milestone'),
    float: read('float'),
    baseline: read('baseline'),
    actual: read('actual'),
    commits: read('commits'),
    constraint: read('constraint'),
    link: read('link'),
    linkCritical: read('link-critical'),
    linkSelected: read('link-selected'),
    label: read('label'),
    labelMuted: read('label-muted'),
    deadline: read('deadline'),
    missed: read('missed'),
    missedText: read('missed-text'),
    overdue: read('overdue'),
    criticalText: read('critical-text'),
    warning: read('warning'),
    ghost: read('ghost'),
    ghostText: read('ghost-text'),
    ghostBackground: read('ghost-background'),
    match: read('match'),
  };
}

/** Colours as the canvas understands them. */
export type Ink = Readonly<ReturnType<typeof readInk>>;

/** @param read gives the colour of each name, as in `task-done` */
export function createInk(read: (name: string) => string): Ink {
  return readInk(read);
}

export interface Palette {
  readonly ink: Ink;
  /** The font of the labels, as a canvas takes it. */
  readonly font: string;
  readonly strongFont: string;
  readonly isHighContrast: boolean;
}

/** Resolves the colours under an element; to be called again when the theme changes. */
export function readPalette(root: HTMLElement): Palette {
  const { probes, computed } = createProbes(root);
  const ink = readInk(name => computed(`--gantt-${name}`));
  const style = getComputedStyle(probes);
  const family = style.fontFamily;
  const size = Number.parseFloat(style.fontSize) || 13;
  probes.remove();
  return {
    ink,
    font: `${size - 1}px ${family}`,
    strongFont: `600 ${size - 1}px ${family}`,
    isHighContrast: document.body.className.includes('high-contrast'),
  };
}

/** One element a colour, made all at once, so that the browser computes the styles once. */
function createProbes(root: HTMLElement): {
  readonly probes: HTMLElement;
  readonly computed: (property: string) => string;
} {
  const probes = document.createElement('div');
  probes.hidden = true;
  const byProperty = new Map<string, HTMLElement>();
  readInk(name => {
    const probe = document.createElement('span');
    probe.style.color = `var(--gantt-${name})`;
    byProperty.set(`--gantt-${name}`, probe);
    return '';
  });
  probes.append(...byProperty.values());
  root.append(probes);
  return {
    probes,
    computed: property => {
      const probe = byProperty.get(property);
      return probe ? getComputedStyle(probe).color : '';
    },
  };
}

/** Calls back when VS Code has changed the theme: it rewrites the classes and styles of the page. */
export function watchTheme(onChange: () => void): { dispose(): void } {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
  return { dispose: () => observer.disconnect() };
}
