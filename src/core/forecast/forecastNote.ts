/** Something about the plan that one must know to read its forecast: one plain sentence. */
export interface ForecastNote {
  /** What it is about, for programs. */
  readonly code:
    | 'correlation-repaired'
    | 'correlation-too-many'
    | 'driver-too-strong'
    | 'dropped'
    | 'exclusive-through-others'
    | 'exclusive-too-likely'
    | 'finished'
    | 'from-finish'
    | 'horizon'
    | 'milestone-empty'
    | 'no-dates'
    | 'no-estimates'
    | 'no-ranges'
    | 'no-tasks'
    | 'other-currency'
    | 'past'
    | 'some-no-estimates'
    | 'risk-at-end'
    | 'risk-circle'
    | 'risk-empty-milestone'
    | 'risk-exact'
    | 'risk-idle'
    | 'risk-no-impact'
    | 'risk-no-probability'
    | 'risk-no-trigger'
    | 'risk-rare';
  readonly message: string;
  /** The items that it is about. */
  readonly items: readonly string[];
}
