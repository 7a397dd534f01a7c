import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'plain' | 'main' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
}

/** A button with words. `main` is the one thing to do here: at most one in sight. */
export function Button({ tone = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={classNames('button', `button-${tone}`, className)} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  );
}
