import type { DocumentSelector } from 'vscode';

/** YAML anywhere; whether it is a file of a plan is asked of the plans, whose folder has a setting. */
export const planSelector: DocumentSelector = [{ language: 'yaml' }, { pattern: '**/*.yaml' }];
