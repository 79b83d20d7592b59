import type { Page } from '@playwright/test';

/** The ids of the changes that a page has sent over its sockets. Hears only of sockets opened from now on. */
export class Wire {
  readonly sent: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => this.hear(String(payload))));
  }

  private hear(text: string): void {
    const { type, id } = JSON.parse(text) as { type: string; id?: string };
    if (id !== undefined && /^(task|comment)\./.test(type)) this.sent.push(id);
  }
}
