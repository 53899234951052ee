// The top of a page: its name, and the way back when it lies inside another.

import { icons } from '@ui/icons.ts';
import { Button } from '@ui/parts/button.tsx';
import { Icon } from '@ui/parts/icon.tsx';
import type { ComponentChildren } from 'preact';
import { useApplication } from '../application.ts';
import type { PageName } from '../router.ts';
import './page.css';

interface PageHeadProps {
  readonly title: string;
  /** The page that this one closes to, and its name. */
  readonly home?: { readonly page: PageName; readonly name: string };
  /** The one act that the page is for. */
  readonly children?: ComponentChildren;
}

export function PageHead({ title, home, children }: PageHeadProps) {
  const { router } = useApplication();
  return (
    <header class="page-head">
      {home && (
        <Button kind="quiet" class="page-home" onClick={() => router.close(home.page)}>
          <Icon strokes={icons.back} />
          {home.name}
        </Button>
      )}
      <div class="cluster page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </div>
    </header>
  );
}
