import type { BrowserContext } from '@playwright/test';

/** A network that is away, or lets something not through, is told on the console by the browser itself. */
export const brokenNetwork = /net::ERR_|WebSocket connection to .* failed|status of 403/;

/** What the consoles of all windows of a test said: errors, exceptions nobody caught, violations of the content policy. */
export class Complaints {
  readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  listenTo(context: BrowserContext): void {
    context.on('console', (message) => message.type() === 'error' && this.heard.push(message.text()));
    context.on('weberror', (failure) => this.heard.push(failure.error().stack ?? failure.error().message));
  }

  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  get unexpected(): string[] {
    return this.heard.filter((text) => !this.expected.some((complaint) => complaint.test(text)));
  }
}
